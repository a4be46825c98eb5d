"""Why an answer that was to wait for a checkpoint came without one."""

from kernel.errors import Kind, Refusal


class CannotWait(Refusal):
    """A wait that could never end: nothing of the command is recorded."""

    code = "cannot-wait"
    kind = Kind.BLOCKED
    en = "{service} cannot wait for that: {why}"
    zh = "{service} 无法等待：{why}"
    next_en = "repeat the command without --wait, or have the operator name witnesses"
    next_zh = "请去掉 --wait 重新提交，或由运维人员配置见证方"


# Neither is `UNAVAILABLE`: a client would at once repeat what has just been waited for.


class NotYetSealed(Refusal):
    """The command is recorded, and no checkpoint over it was signed before the deadline."""

    code = "not-sealed-in-time"
    kind = Kind.BLOCKED
    en = "the command {command} is recorded up to position {position}, but no checkpoint over it was signed in time"
    zh = "命令 {command} 已记录至位置 {position}，但时限内尚未签署包含它的检查点"
    next_en = "repeat the same command (same id): it is not recorded again, and its receipt comes with the checkpoint"
    next_zh = "请以同一命令编号重发：不会重复记录，回执将附检查点"


class NotYetWitnessed(Refusal):
    """The command is recorded, and no checkpoint over it had its quorum before the deadline."""

    code = "not-witnessed-in-time"
    kind = Kind.BLOCKED
    en = (
        "the command {command} is recorded up to position {position}, but no checkpoint over it was cosigned by enough "
        "witnesses in time ({demanded})"
    )
    zh = "命令 {command} 已记录至位置 {position}，但时限内尚无足够见证方联署包含它的检查点（{demanded}）"
    next_en = "repeat the same command (same id): it is not recorded again, and its receipt comes with the cosigned checkpoint"
    next_zh = "请以同一命令编号重发：不会重复记录，回执将附联署检查点"
