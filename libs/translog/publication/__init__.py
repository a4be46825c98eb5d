"""Publication proofs: what was published is what was recorded, with every path of the record accounted for once."""

from translog.publication.build import Part, approval_of, build_publication
from translog.publication.redaction import check_accounts, read_redaction
from translog.publication.shape import FORMAT, MAX_PUBLICATION, Publication, read_publication, write_publication
from translog.publication.verify import check_publication, verify_publication

__all__ = [
    "FORMAT",
    "MAX_PUBLICATION",
    "Part",
    "Publication",
    "approval_of",
    "build_publication",
    "check_accounts",
    "check_publication",
    "read_publication",
    "read_redaction",
    "verify_publication",
    "write_publication",
]
