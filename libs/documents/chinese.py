"""How days, numbers and empty places are written in Chinese official documents."""

from datetime import date

NONE = "无"
_DIGITS = "零一二三四五六七八九"


def day(text: str) -> str:
    """`2026-03-02` as 2026年3月2日; empty stays empty."""
    if not text:
        return ""
    known = date.fromisoformat(text)
    return f"{known.year}年{known.month}月{known.day}日"


def month(text: str) -> str:
    """`2026-03` as 2026年3月; empty stays empty."""
    if not text:
        return ""
    year, number = text.split("-")
    return f"{year}年{int(number)}月"


def ordinal(number: int) -> str:
    """1 to 99 as 一 to 九十九."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def or_none(text: object) -> str:
    """无 for what is empty."""
    said = str(text) if text is not None else ""
    return said if said.strip() else NONE


def yuan(fen: int) -> str:
    """Fen as 万元 with every fen kept, thousands not grouped: 123400 as 0.1234万元."""
    whole, rest = divmod(fen, 1_000_000)
    decimals = f"{rest:06d}".rstrip("0")
    return f"{whole}.{decimals}万元" if decimals else f"{whole}万元"


def numbered(texts: list[str] | tuple[str, ...]) -> str:
    """Texts one below the other, numbered when they are several; 无 for none."""
    kept = [text for text in texts if text]
    if len(kept) <= 1:
        return or_none("".join(kept))
    return "\n".join(f"{n}. {text}" for n, text in enumerate(kept, 1))


def joined(texts: list[str] | tuple[str, ...]) -> str:
    """Texts side by side; 无 for none."""
    return or_none("、".join(text for text in texts if text))


def stop(text: str) -> str:
    """A text that ends with a full stop, as a sentence does."""
    return text if not text or text[-1] in "。！？；.!?" else text + "。"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; 无 for an empty one."""
    return [line.strip() for line in text.split("\n") if line.strip()] or [f"{NONE}。"]
