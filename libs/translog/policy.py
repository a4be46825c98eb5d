"""Trust policies (C2SP tlog-policy): which logs and witnesses are known, and whose cosignatures make a checkpoint final."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Self

from translog.checkpoint import Checkpoint, open_checkpoint, parse_checkpoint
from translog.codec import decimal
from translog.errors import (
    CodecError,
    KeyMalformed,
    LogSignatureMissing,
    LogUnknown,
    NoQuorum,
    NoTrustedSignature,
    OriginMismatch,
    PolicyMalformed,
    SignatureInvalid,
    SignatureOrder,
    SignatureRelabelled,
    SignatureStray,
    SignatureUnknown,
    Words,
)
from translog.note import COSIGNATURE, ED25519, Note, Signature, VerifierKey, parse_note, write_note

NONE = "none"
"""The quorum that demands no cosignature."""

MAX_POLICY = 2**20
"""Most bytes of a policy."""

_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
_SPACES = re.compile(r"[ \t]+")


class Log(NamedTuple):
    """A known log: its key, whose name is the origin; `url` may be empty."""

    key: VerifierKey
    url: str = ""


class Witness(NamedTuple):
    """A known witness under its name in the policy; `url` is its submission prefix, or empty."""

    name: str
    key: VerifierKey
    url: str = ""


class Group(NamedTuple):
    """Witnesses and groups of which `threshold` make the group."""

    name: str
    threshold: int
    members: tuple[str, ...]


class Cosigned(NamedTuple):
    """A cosignature that verified: the witness's name in the policy, its key name, and POSIX time in seconds."""

    witness: str
    key: str
    time: int


class Judged(NamedTuple):
    """A checkpoint of a known log, signed by it.

    Attributes:
        checkpoint: what the log states.
        cosigned: cosignatures of known witnesses, by time.
        quorum: whether they satisfy the policy.
        since: POSIX time from which on they did; None without a quorum, or where none is demanded.
        unknown: signatures of keys that the policy does not name, which prove nothing.
    """

    checkpoint: Checkpoint
    cosigned: tuple[Cosigned, ...]
    quorum: bool
    since: int | None
    unknown: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy as read by `parse` or made by `make`: names are defined before they are used, keys are distinct."""

    logs: tuple[Log, ...]
    witnesses: tuple[Witness, ...]
    groups: tuple[Group, ...]
    quorum: str

    @classmethod
    def parse(cls, data: bytes, where: str = "policy") -> Self:
        """Read a policy file; raises `PolicyMalformed` naming the line.

        Names are octets: what is not UTF-8 in them is kept by surrogate escapes.
        """
        if len(data) > MAX_POLICY:
            raise PolicyMalformed(where, why=Words(f"it is larger than {MAX_POLICY} bytes", f"超过 {MAX_POLICY} 字节"))
        if _FORBIDDEN.search(data):
            raise PolicyMalformed(where, why=Words("it has a control character", "含有控制字符"))
        if not data.endswith(b"\n"):
            raise PolicyMalformed(where, why=Words("its last line does not end with a newline", "最后一行未以换行符结尾"))
        reader = _Reader()
        for number, line in enumerate(data.decode("utf-8", "surrogateescape")[:-1].split("\n"), 1):
            words = [word for word in _SPACES.split(line) if word]
            if words and not words[0].startswith("#"):
                reader.read(words, f"{where} line {number}")
        if reader.quorum is None:
            raise PolicyMalformed(where, why=Words("it has no quorum line", "缺少 quorum 行"))
        return cls(tuple(reader.logs), tuple(reader.witnesses), tuple(reader.groups), reader.quorum)

    @classmethod
    def make(cls, logs: Iterable[Log], witnesses: Iterable[Witness], groups: Iterable[Group], quorum: str) -> Self:
        """The policy of these parts, checked as `parse` checks a file; raises `PolicyMalformed`."""
        return cls.parse(cls(tuple(logs), tuple(witnesses), tuple(groups), quorum).text())

    def text(self) -> bytes:
        """The policy file, which `parse` reads back to the same."""
        written = [f"log {log.key} {log.url}".rstrip() for log in self.logs]
        written += [f"witness {witness.name} {witness.key} {witness.url}".rstrip() for witness in self.witnesses]
        written += [f"group {group.name} {group.threshold} {' '.join(group.members)}" for group in self.groups]
        written.append(f"quorum {self.quorum}")
        return "".join(f"{line}\n" for line in written).encode("utf-8", "surrogateescape")

    def keys_of(self, origin: str) -> tuple[VerifierKey, ...]:
        """The keys of a log; none for a log that is not known."""
        return tuple(log.key for log in self.logs if log.key.name == origin)

    def witness_keys(self) -> tuple[VerifierKey, ...]:
        """The keys of all witnesses."""
        return tuple(witness.key for witness in self.witnesses)

    def satisfied(self, cosigned: Collection[str]) -> bool:
        """Whether the witnesses of these names (in the policy) are a quorum."""
        reached = {witness.name for witness in self.witnesses} & set(cosigned)
        # Groups name only what stands before them: one pass decides all.
        for group in self.groups:
            if sum(member in reached for member in group.members) >= group.threshold:
                reached.add(group.name)
        return self.quorum == NONE or self.quorum in reached

    def judge(self, note: bytes, origin: str | None = None, where: str = "checkpoint") -> Judged:
        """Verify a signed checkpoint, of log `origin` if given; signatures of unknown keys are ignored (C2SP signed-note).

        A missing quorum is no refusal here: see `Judged.quorum` and `demand`. Raises `LogUnknown` where the policy has
        no key of the log; `LogSignatureMissing`, `SignatureInvalid`, `NoteMalformed`, `CheckpointMalformed`,
        `OriginMismatch` where the checkpoint is wrong.
        """
        stated = parse_checkpoint(parse_note(note, where).text, where).origin
        if origin is not None and stated != origin:
            raise OriginMismatch(where, found=stated, expected=origin)
        logs = self.keys_of(stated)
        if not logs:
            raise LogUnknown(where, origin=stated)
        named = {(witness.key.name, witness.key.key_id): witness.name for witness in self.witnesses}
        own = {(key.name, key.key_id) for key in logs}
        try:
            opened = open_checkpoint(note, [*logs, *self.witness_keys()], stated, where)
        except NoTrustedSignature as error:
            raise LogSignatureMissing(where, origin=stated) from error
        if not any((signed.name, signed.key_id) in own for signed in opened.signed):
            raise LogSignatureMissing(where, origin=stated)
        cosigned = sorted(
            (
                Cosigned(named[signed.name, signed.key_id], signed.name, signed.time or 0)
                for signed in opened.signed
                if (signed.name, signed.key_id) in named
            ),
            key=lambda one: (one.time, one.witness),
        )
        since = next((one.time for n, one in enumerate(cosigned, 1) if self._met_by(cosigned[:n])), None)
        known = own | named.keys()
        return Judged(
            opened.checkpoint,
            tuple(cosigned),
            self._met_by(cosigned),
            since if self.quorum != NONE else None,
            tuple(signature for signature in opened.signatures if (signature.name, signature.key_id) not in known),
        )

    def _met_by(self, cosigned: Iterable[Cosigned]) -> bool:
        return self.satisfied({one.witness for one in cosigned})

    def demand(self, judged: Judged, where: str = "checkpoint") -> None:
        """Raise `NoQuorum` unless the checkpoint has the policy's quorum."""
        if not judged.quorum:
            found = ", ".join(dict.fromkeys(one.witness for one in judged.cosigned))
            raise NoQuorum(
                where,
                origin=judged.checkpoint.origin,
                found=Words(found or "no witness", found or "无见证方"),
                demanded=Words(self.describe("en"), self.describe("zh")),
            )

    def describe(self, language: str) -> str:
        """The quorum in words: its name and, of a group, how many of whom."""
        group = next((group for group in self.groups if group.name == self.quorum), None)
        if group is None:
            return {"zh": "无须联署"}.get(language, "no cosignature") if self.quorum == NONE else self.quorum
        members = ", ".join(group.members)
        if language == "zh":
            return f"{group.name}（{members} 中至少 {group.threshold} 个）"
        return f"{group.name} ({group.threshold} of {members})"

    def close(self, note: bytes, origin: str | None = None, where: str = "checkpoint") -> bytes:
        """The same checkpoint with the signatures of known keys alone, one of each key (of a witness's several the
        earliest), in the one order that `check_closed` demands. Raises as `judge`.
        """
        judged = self.judge(note, origin, where)
        parsed = parse_note(note, where)
        own = {(key.name, key.key_id) for key in self.keys_of(judged.checkpoint.origin)}
        kept: dict[tuple[str, bytes], Signature] = {}
        for signature in parsed.signatures:
            key = (signature.name, signature.key_id)
            if signature not in judged.unknown and (key not in kept or signature.value[:8] < kept[key].value[:8]):
                kept[key] = signature
        return write_note(parsed.text, sorted(kept.values(), key=lambda one: _place(one, own)))

    def check_closed(self, note: bytes, where: str = "checkpoint") -> None:
        """Refuse a checkpoint of which any byte is unbound: all its signatures must be of known keys, in one order.

        Raises `SignatureRelabelled`, `SignatureStray`, `SignatureOrder`; `SignatureUnknown` where a key is simply not
        known: one changed byte leaves name or key id as it was, and is told from that.
        """
        parsed = parse_note(note, where)
        origin = parse_checkpoint(parsed.text, where).origin
        own = {(key.name, key.key_id) for key in self.keys_of(origin)}
        keys = [*self.keys_of(origin), *self.witness_keys()]
        known = {(key.name, key.key_id) for key in keys}
        strangers = [one for one in parsed.signatures if (one.name, one.key_id) not in known]
        for stranger in strangers:
            owner = next((key for key in keys if _made_by(key, parsed, stranger)), None)
            if owner is not None:
                raise SignatureRelabelled(where, name=stranger.name, owner=owner.name)
            if any(stranger.name == key.name or stranger.key_id == key.key_id for key in keys):
                raise SignatureStray(where, name=stranger.name)
        if strangers:
            raise SignatureUnknown(where, name=strangers[0].name)
        places = [_place(one, own) for one in parsed.signatures]
        if any(first >= second for first, second in pairwise(places)):
            raise SignatureOrder(where)


def _place(signature: Signature, own: Collection[tuple[str, bytes]]) -> tuple[bool, bytes, bytes]:
    """Order of signature lines: those of the log first, then by name and key id."""
    return (signature.name, signature.key_id) not in own, signature.name.encode("utf-8"), signature.key_id


def _made_by(key: VerifierKey, note: Note, signature: Signature) -> bool:
    try:
        key.check(note.text, signature.value)
    except SignatureInvalid:
        return False
    return True


class _Reader:
    """The lines so far."""

    def __init__(self) -> None:
        self.logs: list[Log] = []
        self.witnesses: list[Witness] = []
        self.groups: list[Group] = []
        self.quorum: str | None = None
        self._names: set[str] = set()
        self._members: set[str] = set()

    def read(self, words: Sequence[str], where: str) -> None:
        """Take one line, split into words."""
        read = self._LINES.get(words[0])
        if read is None:
            raise PolicyMalformed(
                where, why=Words(f"«{_shown(words[0])}» is no kind of line", f"“{_shown(words[0])}”不是已知的行类型")
            )
        read(self, words[1:], where)

    def _log(self, words: Sequence[str], where: str) -> None:
        if len(words) not in (1, 2):
            raise _form(where, "log <vkey> [<url>]")
        key = _key(words[0], ED25519, where)
        self._distinct(key, [log.key for log in self.logs], where)
        self.logs.append(Log(key, *words[1:]))

    def _witness(self, words: Sequence[str], where: str) -> None:
        if len(words) not in (2, 3):
            raise _form(where, "witness <name> <vkey> [<url>]")
        key = _key(words[1], COSIGNATURE, where)
        self._distinct(key, [witness.key for witness in self.witnesses], where)
        self._define(words[0], where)
        self.witnesses.append(Witness(words[0], key, *words[2:]))

    def _group(self, words: Sequence[str], where: str) -> None:
        if len(words) < 3:
            raise _form(where, "group <name> <all|any|k> <name>...")
        name, asked, *members = words
        for member in members:
            self._defined(member, where)
            if member in self._members:
                why = Words(f"«{_shown(member)}» is a member already", f"“{_shown(member)}”已是某组成员")
                raise PolicyMalformed(where, why=why)
            self._members.add(member)
        threshold = _threshold(asked, len(members), where)
        self._define(name, where)
        self.groups.append(Group(name, threshold, tuple(members)))

    def _quorum(self, words: Sequence[str], where: str) -> None:
        if len(words) != 1:
            raise _form(where, "quorum <name>")
        if self.quorum is not None:
            raise PolicyMalformed(where, why=Words("a second quorum line", "重复的 quorum 行"))
        if words[0] != NONE:
            self._defined(words[0], where)
        self.quorum = words[0]

    def _define(self, name: str, where: str) -> None:
        if name == NONE or name in self._names:
            raise PolicyMalformed(where, why=Words(f"«{_shown(name)}» is taken", f"名称“{_shown(name)}”已被占用"))
        self._names.add(name)

    def _defined(self, name: str, where: str) -> None:
        if name not in self._names:
            why = Words(f"«{_shown(name)}» is not defined on a line before", f"“{_shown(name)}”未在前面的行中定义")
            raise PolicyMalformed(where, why=why)

    @staticmethod
    def _distinct(key: VerifierKey, others: Iterable[VerifierKey], where: str) -> None:
        if any(key.public == other.public for other in others):
            raise PolicyMalformed(where, why=Words("the same public key stands on another line", "同一公钥已在另一行出现"))

    _LINES: Mapping[str, Callable[[_Reader, Sequence[str], str], None]] = {
        "log": _log,
        "witness": _witness,
        "group": _group,
        "quorum": _quorum,
    }


def _threshold(asked: str, count: int, where: str) -> int:
    if asked in ("all", "any"):
        return count if asked == "all" else 1
    try:
        threshold = decimal(asked, where)
    except CodecError:
        threshold = 0
    if not 1 <= threshold <= count:
        raise PolicyMalformed(
            where, why=Words(f"the threshold must be all, any or 1 to {count}", f"门槛须为 all、any 或 1 至 {count}")
        )
    return threshold


def _key(text: str, kind: int, where: str) -> VerifierKey:
    try:
        # A key name is UTF-8 (C2SP signed-note), whatever other octets a policy may hold.
        text.encode("utf-8")
        key = VerifierKey.parse(text)
    except UnicodeEncodeError as error:
        raise PolicyMalformed(where, why=Words("the key's name is not UTF-8", "密钥名称不是 UTF-8")) from error
    except KeyMalformed as error:
        raise PolicyMalformed(where, why=Words(str(error), error.text("zh"))) from error
    if key.kind != kind:
        wanted = {ED25519: "0x01 (Ed25519)", COSIGNATURE: "0x04 (cosignature)"}[kind]
        raise PolicyMalformed(where, why=Words(f"the key must be of type {wanted}", f"密钥类型须为 {wanted}"))
    return key


def _form(where: str, form: str) -> PolicyMalformed:
    return PolicyMalformed(where, why=Words(f"the line must be: {form}", f"该行的形式须为：{form}"))


def _shown(name: str) -> str:
    """A name fit for a message: octets that are not UTF-8 as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
