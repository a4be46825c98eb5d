"""Verdicts for people: as text and as a page, in English and Chinese, with what they prove and what not."""

from translog.report.page import to_html
from translog.report.plain import to_text

__all__ = ["to_html", "to_text"]
