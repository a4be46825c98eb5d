"""The receipt itself: its text, its one form, and the one signature under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from translog.codec import b64decode, b64encode, decimal, lines
from translog.errors import (
    CodecError,
    LogUnknown,
    ReceiptMalformed,
    SignatureInvalid,
    SignatureRelabelled,
    SignatureStray,
    Words,
)
from translog.merkle import HASH_SIZE
from translog.note import ED25519, Note, Signature, SignerKey, VerifierKey, parse_note, write_note
from translog.policy import Policy
from translog.record.envelope import FORMS

TITLE = "rectify-receipt/1"
"""First line of every receipt: no origin (that has two slashes), so that no receipt reads as a checkpoint."""

MAX_RECEIPT = 2**24
"""Most bytes of a receipt: some 170,000 events."""

NEVER = "-"
"""The time of a log in which nothing is recorded."""

_ENTRY = re.compile(r"([0-9]+) ([0-9a-f]{32}) ([0-9]+) ([A-Za-z0-9+/=]+)")


class Entry(NamedTuple):
    """An event that a command recorded: position and version from 1, aggregate as 32 hex digits, leaf hash (32 bytes)."""

    position: int
    aggregate: str
    version: int
    leaf: bytes


class Receipt(NamedTuple):
    """What a command did to a log.

    Attributes:
        origin: of the log; command: UUID.
        at: recorded time as envelopes write it: of its events, else of the event at `position`; `NEVER` in an empty log.
        position: of its last event, else where the log ended when it was found to change nothing.
        entries: its events, side by side; empty when it changed nothing.
    """

    origin: str
    command: str
    at: str
    position: int
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """What is signed, line by line; raises `ReceiptMalformed`."""
        _check(self)
        head = f"{TITLE}\n{self.origin}\n{self.command}\n{self.at}\n{self.position}\n"
        return head + "".join(f"{p} {agg} {ver} {b64encode(leaf)}\n" for p, agg, ver, leaf in self.entries)


def sign_receipt(receipt: Receipt, signer: SignerKey) -> bytes:
    """The receipt as a note, signed by the key of its log: always the same bytes.

    Raises:
        ReceiptMalformed: it has not the form of one, or the key is another log's.
    """
    if signer.name != receipt.origin or signer.verifier.kind != ED25519:
        raise _wrong("receipt", f"it is of {receipt.origin}, the key that of {signer.name}", f"签名密钥属于 {signer.name}")
    text = receipt.text
    return write_note(text, [signer.sign(text)], limit=MAX_RECEIPT)


def read_receipt(note: bytes, where: str = "receipt") -> Receipt:
    """What a receipt states; nothing of it may be believed before `open_receipt` has verified it.

    Raises:
        NoteMalformed, ReceiptMalformed: it is none.
    """
    return _read(parse_note(note, where, limit=MAX_RECEIPT), where)[0]


def open_receipt(note: bytes, policy: Policy, where: str = "receipt") -> Receipt:
    """The receipt, signed by the key that the policy knows of its log; every byte of the note is bound by that.

    Raises:
        LogUnknown: the policy has no key of this log (undecided).
        NoteMalformed, ReceiptMalformed, SignatureInvalid, SignatureRelabelled, SignatureStray: it is not what was signed.
    """
    parsed = parse_note(note, where, limit=MAX_RECEIPT)
    receipt, signature = _read(parsed, where)
    keys = policy.keys_of(receipt.origin)
    if not keys:
        raise LogUnknown(where, origin=receipt.origin)
    for key in keys:
        if key.key_id == signature.key_id:
            key.check(parsed.text, signature.value)
            return receipt
    if any(_made_by(key, parsed, signature) for key in keys):
        raise SignatureRelabelled(where, name=signature.name, owner=receipt.origin)
    raise SignatureStray(where, name=signature.name)


def _read(note: Note, where: str) -> tuple[Receipt, Signature]:
    title, *rest = lines(note.text, where)
    if title != TITLE or len(rest) < 4:
        raise _wrong(where, f"it does not begin with {TITLE} and four lines", f"开头应为 {TITLE} 及随后四行")
    origin, command, at, position, *entries = rest
    try:
        receipt = Receipt(origin, command, at, decimal(position, where), tuple(_entry(line, where) for line in entries))
    except CodecError as error:
        raise _wrong(where, "a number or leaf is not in its one encoding", "数字或叶哈希的编码不规范") from error
    if receipt.text != note.text:
        raise _wrong(where, "it is not in its one form", "形式不唯一")
    if len(note.signatures) != 1 or note.signatures[0].name != origin:
        raise _wrong(where, "it must bear one signature, that of its log", "须有且仅有其日志的一个签名")
    return receipt, note.signatures[0]


def _entry(line: str, where: str) -> Entry:
    found = _ENTRY.fullmatch(line)
    if found is None:
        raise _wrong(where, "an event line must be: position aggregate version leaf", "事件行应为：位置 聚合 版本 叶")
    position, aggregate, version, leaf = found.groups()
    return Entry(decimal(position, where), aggregate, decimal(version, where), b64decode(leaf, where, HASH_SIZE))


def _check(receipt: Receipt) -> None:
    """Refuse what cannot be a receipt: a form of another kind, or positions that are not side by side."""
    where, entries = "receipt", receipt.entries
    if FORMS["src"].fullmatch(receipt.origin) is None:
        raise _wrong(where, "its second line is no origin", "第二行不是来源标识")
    if FORMS["cmd"].fullmatch(receipt.command) is None:
        raise _wrong(where, "its third line is no command id", "第三行不是命令编号")
    if receipt.at != NEVER and FORMS["at"].fullmatch(receipt.at) is None:
        raise _wrong(where, "its fourth line is no time", "第四行不是时间")
    if (receipt.position == 0) != (receipt.at == NEVER) or not 0 <= receipt.position < 10**18:
        raise _wrong(where, "position and time do not go together", "位置与时间不相符")
    if entries and receipt.position != entries[-1].position:
        raise _wrong(where, "its position is not that of its last event", "所载位置不是最后一个事件的位置")
    if not _side_by_side(entries):
        raise _wrong(where, "its events do not stand side by side, or have no version", "事件位置不连续或缺少版本")


def _side_by_side(entries: Sequence[Entry]) -> bool:
    first = entries[0].position if entries else 1
    return first > 0 and all(one.position == n and one.version > 0 for n, one in enumerate(entries, first))


def _made_by(key: VerifierKey, note: Note, signature: Signature) -> bool:
    try:
        key.check(note.text, signature.value)
    except SignatureInvalid:
        return False
    return True


def _wrong(where: str, en: str, zh: str) -> ReceiptMalformed:
    return ReceiptMalformed(where, why=Words(en, zh))
