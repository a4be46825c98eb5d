"""The disclosure notice of a case on one track."""

from publicity.model.notice.decisions import Notice
from publicity.model.notice.words import Approved, Content, Exemption, ExemptionState, State, Version, View, notice_id

__all__ = ["Approved", "Content", "Exemption", "ExemptionState", "Notice", "State", "Version", "View", "notice_id"]
