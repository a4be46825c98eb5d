"""What must not stand in a published text: guarded numbers, informants, and numbers by which a person is known."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from publicity.events.guarded import Guard


class Secret(StrEnum):
    """What was found, `中文 / English` for a refusal."""

    LEAD = "问题线索编号 / the number of a lead"
    PAPER = "问题底稿编号 / the number of a working paper"
    CASE = "未公开案件的文号 / the number of a case that is not announced"
    INFORMANT = "举报人信息 / who gave information"
    IDENTITY = "公民身份号码 / a resident identity number"
    MOBILE = "未列为反映渠道的手机号码 / a mobile number that is no declared channel"


_GUARDED = {Guard.LEAD: Secret.LEAD, Guard.PAPER: Secret.PAPER, Guard.CASE: Secret.CASE}

# GB 11643: the weights of the first seventeen digits, and the check character by the remainder of 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])([1-9][0-9]{16}[0-9Xx]|[1-9][0-9]{14})(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86)?(1[3-9][0-9]{9})(?![0-9])")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[ \-‐‑–—.·](?=[0-9Xx])")
_INFORMANT = re.compile(
    r"(?:举报人|检举人|控告人|信访人|反映人|线索提供人|署名举报)"
    r"(?:(?:姓名)?[:：为系是]|(?:叫|名叫)|[一-鿿]{1,4}(?:同志|先生|女士|某))"
)
_BRACKETS = str.maketrans("〔【［﹝(（", "[[[[[[") | str.maketrans("〕】］﹞)）", "]]]]]]")
# A number so short stands everywhere: it is looked for only where the text speaks of leads.
_SHORT = 4
_NEAR = re.compile(r"线索.{0,12}$", re.DOTALL)


class Passage(NamedTuple):
    """A text that is to be published, and where in the notice it stands."""

    where: str
    text: str


class Hit(NamedTuple):
    """What was found and where: the passage, and the place of its first character in it, from 1. Never the text itself."""

    secret: Secret
    where: str
    at: int


def scan(passages: Iterable[Passage], known: Mapping[str, Guard], channels: Sequence[str] = ()) -> list[Hit]:
    """Everything in the passages that must not be published, in order; each kind once a place.

    Args:
        known: guarded numbers with what each is of.
        channels: declared telephone numbers; a mobile among them may stand in the text.
    """
    numbers = [(_plain(number)[0], kind) for number, kind in known.items()]
    declared = {re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", number))[-11:] for number in channels}
    found: list[Hit] = []
    for where, text in passages:
        plain, places = _plain(text)
        hits = [(at, _GUARDED[kind]) for number, kind in numbers for at in _places(plain, number)]
        hits += [(match.start(), Secret.INFORMANT) for match in _INFORMANT.finditer(plain)]
        digits, where_digits = _joined(unicodedata.normalize("NFKC", text))
        hits += [
            (_nearest(places, where_digits[match.start(1)]), Secret.IDENTITY)
            for match in _IDENTITY.finditer(digits)
            if is_identity(match.group(1))
        ]
        hits += [
            (_nearest(places, where_digits[match.start(1)]), Secret.MOBILE)
            for match in _MOBILE.finditer(digits)
            if match.group(1) not in declared
        ]
        found += [Hit(secret, where, places[at] + 1) for at, secret in sorted(set(hits))]
    return found


def is_identity(number: str) -> bool:
    """Whether digits are a resident identity number: 18 with a right check character, or 15, and a date that exists."""
    if len(number) == 18:
        check = _CHECK[sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11]
        return number[17].upper() == check and _is_day(number[6:14])
    return _is_day("19" + number[6:12])


def told(hits: Iterable[Hit]) -> str:
    """The hits in words, `中文 / English`."""
    listed = [(hit.secret.value.partition(" / "), hit.where, hit.at) for hit in hits]
    chinese = "；".join(f"{where}第{at}字起：{names[0]}" for names, where, at in listed)
    english = "; ".join(f"{_ascii(where)} from character {at}: {names[2]}" for names, where, at in listed)
    return f"{chinese} / {english}"


def _ascii(where: str) -> str:
    return where.encode("ascii", "backslashreplace").decode()


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1900
    except ValueError:
        return False


def _plain(text: str) -> tuple[str, list[int]]:
    """The text without what can be put into a number to hide it, and for each character its place in the original."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isspace() or unicodedata.category(character) in ("Cf", "Pd"):
            continue
        for folded in unicodedata.normalize("NFKC", character).translate(_BRACKETS).casefold():
            kept.append(folded)
            places.append(place)
    return "".join(kept), [*places, len(text)]


def _joined(text: str) -> tuple[str, list[int]]:
    """The text with what stands between digits taken out, and for each character its place before."""
    gaps = {match.start() for match in _BETWEEN_DIGITS.finditer(text)}
    kept = [
        (character, place) for place, character in enumerate(text) if place not in gaps and unicodedata.category(character) != "Cf"
    ]
    return "".join(character for character, _ in kept), [place for _, place in kept]


def _nearest(places: Sequence[int], place: int) -> int:
    """The index of the first kept character at or after a place of the original."""
    return next((n for n, at in enumerate(places) if at >= place), len(places) - 1)


def _places(plain: str, number: str) -> list[int]:
    """Where a guarded number stands by itself, and is not the beginning or end of a longer one."""
    found: list[int] = []
    at = plain.find(number) if number else -1
    while at >= 0:
        end = at + len(number)
        inside = (at > 0 and _continues(plain[at - 1], number[0])) or (end < len(plain) and _continues(number[-1], plain[end]))
        if not inside and (len(number) >= _SHORT or _NEAR.search(plain[:at])):
            found.append(at)
        at = plain.find(number, at + 1)
    return found


def _continues(one: str, other: str) -> bool:
    return one.isascii() and other.isascii() and one.isalnum() and other.isalnum()
