"""Refusals: every way to say no, each a class with a stable code and a text in two languages."""

from enum import StrEnum
from typing import ClassVar


class Kind(StrEnum):
    """What a refusal means to the caller; one table in the chassis turns it into a gRPC status."""

    INVALID = "invalid"  # the request itself is malformed or breaks a rule of form
    NOT_FOUND = "not-found"
    CONFLICT = "conflict"  # somebody was faster, or the id was used for something else
    DENIED = "denied"  # this person, in this role, may not
    UNAUTHENTICATED = "unauthenticated"
    BLOCKED = "blocked"  # well formed and permitted, but the state does not allow it
    EXHAUSTED = "exhausted"  # a limit of size or rate
    UNAVAILABLE = "unavailable"  # try again later
    INTERNAL = "internal"


UNREADABLE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError)
"""What is raised by reading something that no program of ours has written; who does not answer raises others."""


class Refusal(Exception):
    """A command or query that is refused, with what is wrong, where, and what to do next.

    Subclasses set `code` (kebab-case, never changed once released), `kind` and the four text templates;
    keyword arguments fill the templates and travel to the caller as details.

    Args:
        field: dotted path of the request's field at fault, "" when the whole request is.
        values: what the templates name; each is shown to the caller, so never a secret or a personal field. One written
            `中文 / English` is shown in the reader's language.
    """

    code: ClassVar[str]
    kind: ClassVar[Kind]
    en: ClassVar[str]
    zh: ClassVar[str]
    next_en: ClassVar[str] = ""
    next_zh: ClassVar[str] = ""

    REGISTRY: ClassVar[dict[str, type["Refusal"]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name in ("code", "kind", "en", "zh"):
            if not hasattr(cls, name):
                raise TypeError(f"{cls.__qualname__}: a refusal states its {name}")
        other = Refusal.REGISTRY.setdefault(cls.code, cls)
        if other.__qualname__ != cls.__qualname__ or other.__module__ != cls.__module__:
            raise TypeError(f"{cls.__qualname__}: the code {cls.code!r} belongs to {other.__qualname__}")

    def __init__(self, *, field: str = "", **values: object) -> None:
        self.field = field
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """What is wrong, in `zh` or (anything else) `en`."""
        return (self.zh if language == "zh" else self.en).format_map(self._in(language))

    def next_step(self, language: str) -> str:
        """What to do about it, in `zh` or (anything else) `en`; may be empty."""
        return (self.next_zh if language == "zh" else self.next_en).format_map(self._in(language))

    def _in(self, language: str) -> dict[str, str]:
        return {name: spoken(value, language) for name, value in self.values.items()}


def spoken(value: str, language: str) -> str:
    """The half of `中文 / English` that the reader understands; any other text as it is."""
    chinese, slash, english = value.partition(" / ")
    if not slash or chinese.isascii() or not english.isascii():
        return value
    return chinese if language == "zh" else english


class NotFound(Refusal):
    """Nothing of this kind has this id."""

    code = "not-found"
    kind = Kind.NOT_FOUND
    en = "no {what} {id}"
    zh = "没有找到{what}：{id}"
    next_en = "check the number; `list` shows what exists"
    next_zh = "请核对编号；可用 list 查看现有记录"


class StaleVersion(Refusal):
    """The caller looked at an older version than the present one."""

    code = "stale-version"
    kind = Kind.CONFLICT
    en = "{id} is at version {current}, the command expected {expected}"
    zh = "{id} 当前版本为 {current}，而提交时依据的是版本 {expected}"
    next_en = "read it again, look at what changed, and repeat the command if it still holds"
    next_zh = "请重新读取，核对变化后再提交"


class CommandReused(Refusal):
    """The same command id came with another content."""

    code = "command-id-reused"
    kind = Kind.CONFLICT
    en = "command id {command} was used before for another content"
    zh = "命令编号 {command} 已用于另一内容"
    next_en = "give every new command a new id; repeat an id only to repeat the same command"
    next_zh = "新命令须使用新编号；只有原样重发同一命令时才可沿用"


class EffectiveInFuture(Refusal):
    """The effective time is later than the present moment."""

    code = "effective-in-future"
    kind = Kind.INVALID
    en = "the effective time {effective} lies after now, {now}"
    zh = "生效时间 {effective} 晚于当前时间 {now}"
    next_en = "record it when it has happened"
    next_zh = "请在事情发生后再登记"


class EffectiveTooOld(Refusal):
    """The effective time lies further back than the policy admits."""

    code = "effective-too-old"
    kind = Kind.INVALID
    en = "the effective time {effective} lies more than {limit} days before now, {now}"
    zh = "生效时间 {effective} 早于当前时间 {now} 超过 {limit} 天"
    next_en = "ask the dispatching side to record it as a late fact with its source"
    next_zh = "请由派出方附依据补录"


class EffectiveBeforePrevious(Refusal):
    """The effective time is earlier than that of the previous event of the same thing."""

    code = "effective-before-previous"
    kind = Kind.INVALID
    en = "the effective time {effective} lies before the previous event of {id}, {previous}"
    zh = "生效时间 {effective} 早于 {id} 上一事件的生效时间 {previous}"
    next_en = "give an effective time not before {previous}"
    next_zh = "生效时间不得早于 {previous}"


class InvalidField(Refusal):
    """A field of the request breaks a rule of form."""

    code = "invalid-field"
    kind = Kind.INVALID
    en = "{field_name}: {why}"
    zh = "字段 {field_name} 不符合要求：{why}"
    next_en = "correct the field and repeat the command"
    next_zh = "请更正该字段后重新提交"


class RoleDenied(Refusal):
    """The role in the token may not give this command."""

    code = "role-denied"
    kind = Kind.DENIED
    en = "{role} may not give {command}; it is for {allowed}"
    zh = "角色 {role} 无权执行 {command}；可执行的角色：{allowed}"
    next_en = "ask a person with one of these roles"
    next_zh = "请由具备上述角色的人员办理"


class Unauthenticated(Refusal):
    """No token, or one that does not verify."""

    code = "unauthenticated"
    kind = Kind.UNAUTHENTICATED
    en = "the caller is not known: {why}"
    zh = "无法识别调用者：{why}"
    next_en = "sign in again and repeat"
    next_zh = "请重新登录后再试"


class Unavailable(Refusal):
    """A part of the system that is needed now does not answer."""

    code = "unavailable"
    kind = Kind.UNAVAILABLE
    en = "{what} does not answer: {why}"
    zh = "{what} 暂时无法响应：{why}"
    next_en = "nothing was recorded; repeat the same command (same id) in a moment"
    next_zh = "未作任何记录；请稍后以同一命令编号重试"


class StorageFull(Refusal):
    """The database could not write."""

    code = "storage-full"
    kind = Kind.UNAVAILABLE
    en = "the store cannot write: {why}"
    zh = "存储无法写入：{why}"
    next_en = "nothing was recorded; free some space, then repeat the same command (same id)"
    next_zh = "未作任何记录；请释放空间后以同一命令编号重试"


class TooLarge(Refusal):
    """More than a limit of size admits."""

    code = "too-large"
    kind = Kind.EXHAUSTED
    en = "{what} is {size}, the limit is {limit}"
    zh = "{what} 大小为 {size}，上限为 {limit}"
    next_en = "split it, or send less at once"
    next_zh = "请拆分后分批提交"


class InternalFault(Refusal):
    """A fault of the program itself; the operator finds it in the log by its reference."""

    code = "internal"
    kind = Kind.INTERNAL
    en = "the service met a fault of its own (reference {reference})"
    zh = "服务内部错误（编号 {reference}）"
    next_en = "nothing was recorded; give the reference to the operator"
    next_zh = "未作任何记录；请将编号告知运维人员"
