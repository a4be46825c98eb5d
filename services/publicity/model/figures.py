"""Figure by figure: whether a notice says what the record says, in its table and in its sentences (A29)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from publicity.events.parts import Difference, Figures, FindingResult

# How a sentence of a notice states a figure. Only what is unmistakable is read; a number that nothing names is left to people.
_STATED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("findings", re.compile(r"(?:反馈|指出|提出)(?:的)?(?:各类|具体)?问题(?:共|共计|合计)?([0-9]+)(?:个|项|条)")),
    ("findings", re.compile(r"(?:反馈|指出|提出)(?:的)?([0-9]+)(?:个|项|条)(?:具体)?问题")),
    ("signed_off", re.compile(r"(?:已|已经)(?:完成整改|整改完成|销号)(?:问题)?([0-9]+)(?:个|项|条)")),
    ("signed_off", re.compile(r"(?:完成|已)(?:整改|销号)([0-9]+)(?:个|项|条)(?:问题)?")),
    ("continuing", re.compile(r"(?:持续整改|继续推进|正在推进|尚未完成)(?:问题)?([0-9]+)(?:个|项|条)")),
    ("measures", re.compile(r"(?:制定|细化|明确)(?:了)?(?:整改)?措施([0-9]+)(?:个|项|条)")),
    ("measures", re.compile(r"(?:制定|细化|明确)(?:了)?([0-9]+)(?:个|项|条)(?:整改)?措施")),
    ("rate_permille", re.compile(r"(?:整改)?完成率(?:为|达|达到|是)?([0-9]+(?:\.[0-9]+)?)%")),
    ("reforms", re.compile(r"(?:修订|新建|建立|完善|出台|制定)(?:完善)?(?:规章)?制度([0-9]+)(?:个|项|件)")),
    ("reforms", re.compile(r"(?:修订|新建|建立|完善|出台|制定)(?:完善)?([0-9]+)(?:个|项|件)(?:规章)?制度")),
    ("money_fen", re.compile(r"(?:追缴|追回|挽回|清退|收缴|清缴)[一-鿿]{0,8}?([0-9]+(?:\.[0-9]+)?)(万元|亿元|元)")),
    ("people", re.compile(r"(?:处理|处分|问责|追责)(?:相关)?(?:责任)?(?:人员)?([0-9]+)(?:人次|名|人)")),
)
_UNITS = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


def rate(signed_off: int, findings: int) -> int:
    """The share of signed-off findings in permille, rounded down; only `SIGNED_OFF` counts."""
    return signed_off * 1000 // findings if findings else 0


def between(notice: Figures, record: Figures, only: Sequence[str] = ()) -> list[Difference]:
    """Every figure in which a notice and the record differ, by name."""
    names = only or tuple(Figures.model_fields)
    return [
        Difference(field=f"figures.{name}", notice=str(getattr(notice, name)), record=str(getattr(record, name)))
        for name in names
        if getattr(notice, name) != getattr(record, name)
    ]


def of_results(notice: Iterable[FindingResult], record: Iterable[FindingResult]) -> list[Difference]:
    """Findings that are missing, foreign, or told of in other words than in the report."""
    ours, theirs = ({result.number: result for result in side} for side in (notice, record))
    found: list[Difference] = []
    for number in sorted({*ours, *theirs}):
        one, other = ours.get(number), theirs.get(number)
        for name in ("wording", "account"):
            said, true = (getattr(side, name) if side else "" for side in (one, other))
            if said != true:
                found.append(Difference(field=f"results.{number}.{name}", notice=said, record=true))
    return found


def of_sentences(where: str, text: str, record: Figures) -> list[Difference]:
    """Figures that a text states and the record does not."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")
    found: dict[str, Difference] = {}
    for name, pattern in _STATED:
        for match in pattern.finditer(plain):
            if not _agrees(name, match, getattr(record, name)):
                field = f"{where}.{name}"
                found.setdefault(field, Difference(field=field, notice=match.group(0), record=str(getattr(record, name))))
    return list(found.values())


def told(differences: Iterable[Difference]) -> str:
    """Differences in words."""
    listed = [(one.field, one.notice, one.record) for one in differences]
    chinese = "；".join(f"{field}：公开稿为“{said}”，记录为“{true}”" for field, said, true in listed)
    english = "; ".join(f"{_ascii(field)}: notice {_ascii(said)}, record {_ascii(true)}" for field, said, true in listed)
    return f"{chinese} / {english}"


def _agrees(name: str, match: re.Match[str], true: int) -> bool:
    said = Decimal(match.group(1))
    if name == "money_fen":
        # A sentence may round: what it says must be the record's amount at as many places as it gives.
        unit = _UNITS[match.group(2)]
        return said == (Decimal(true) / unit).quantize(said)
    if name == "rate_permille":
        return said == (Decimal(true) / 10).quantize(said)
    return said == true


def _ascii(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode()
