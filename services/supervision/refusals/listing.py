"""Why listed supervision is refused."""

from kernel.errors import Kind, Refusal


class AlreadyListed(Refusal):
    """One proposal at a time."""

    code = "already-listed"
    kind = Kind.BLOCKED
    en = "the finding is {state} already"
    zh = "该问题挂牌督办状态已为“{state}”"
    next_en = "`rectify listing show` says where it stands"
    next_zh = "可用 rectify listing show 查看"


class NotProposed(Refusal):
    """Only what was proposed is decided."""

    code = "listing-not-proposed"
    kind = Kind.BLOCKED
    en = "the finding is {state}: no proposal to list it waits"
    zh = "该问题挂牌督办状态为“{state}”，没有待批的挂牌建议"
    next_en = "propose it first: `rectify listing propose`"
    next_zh = "请先提出挂牌建议：rectify listing propose"


class LastDatePassed(Refusal):
    """The last date lies ahead."""

    code = "listing-date-passed"
    kind = Kind.INVALID
    en = "the last date {day} does not lie ahead"
    zh = "最后期限 {day} 不在今后"
    next_en = "give a later date"
    next_zh = "请填写更晚的日期"


class NotListed(Refusal):
    """Only what is listed comes off the list."""

    code = "not-listed"
    kind = Kind.BLOCKED
    en = "the finding is {state}, not listed"
    zh = "该问题挂牌督办状态为“{state}”，未在挂牌中"
    next_en = "`rectify listing list` shows what is listed"
    next_zh = "可用 rectify listing list 查看在挂牌事项"


class OuterCheckMissing(Refusal):
    """Delisting needs the outer sign-off."""

    code = "delisting-needs-outer-check"
    kind = Kind.BLOCKED
    en = "{number} did not pass an outer check since it was listed: it stays on the list"
    zh = "{number} 挂牌后尚未通过外部核验销号，不得摘牌"
    next_en = "let the outer verifier confirm the sign-off first"
    next_zh = "请先由外部核验单位确认销号"
