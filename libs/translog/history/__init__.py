"""History bundles: all that concerns one id, with everything needed to verify it offline."""

from translog.history.build import IndexPart, LogPart, build_history
from translog.history.shape import FORMAT, MAX_BUNDLE
from translog.history.verify import verify_history

__all__ = ["FORMAT", "MAX_BUNDLE", "IndexPart", "LogPart", "build_history", "verify_history"]
