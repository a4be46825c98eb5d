"""Why a wish about a duty is refused."""

from kernel.errors import Kind, Refusal


class NothingSubmitted(Refusal):
    """There is nothing to accept or to send back."""

    code = "nothing-submitted"
    kind = Kind.BLOCKED
    en = "{rule} of this case has no submission that waits for a verdict"
    zh = "该事项 {rule} 没有待审的报送材料"
    next_en = "wait until the obligor has submitted"
    next_zh = "请待责任单位报送后再审核"


class OwnDuty(Refusal):
    """Nobody waives or extends their own duty (SOD-13)."""

    code = "sod-13-own-duty"
    kind = Kind.DENIED
    en = "nobody can waive or extend the duty of the organ they act for (SOD-13)"
    zh = "不得由责任单位自行豁免或延长本单位期限（SOD-13）"
    next_en = "ask the dispatching side"
    next_zh = "请报派出方决定"


class ObligationEnded(Refusal):
    """The obligation has ended; its outcome stands."""

    code = "obligation-ended"
    kind = Kind.BLOCKED
    en = "the obligation {rule} is {state}; its outcome stands"
    zh = "义务 {rule} 已为“{state}”，结论不变"
    next_en = "look at its history"
    next_zh = "请查看其历史"


class DueNotLater(Refusal):
    """An extension gives a later date."""

    code = "due-not-later"
    kind = Kind.INVALID
    en = "the new due date {due} is not after the present one, {former}"
    zh = "新期限 {due} 不晚于现期限 {former}"
    next_en = "give a later date"
    next_zh = "请填写更晚的日期"


class AlreadySubmitted(Refusal):
    """What was handed in waits for its verdict."""

    code = "already-submitted"
    kind = Kind.BLOCKED
    en = "{rule} was handed in on {day} and waits for its verdict"
    zh = "{rule} 已于 {day} 报送，正待审核"
    next_en = "wait for the verifier's word; what is sent back can be handed in again"
    next_zh = "请等待审核意见；退回后可再次报送"


class NotObligor(Refusal):
    """Only who has the duty hands in for it."""

    code = "not-obligor"
    kind = Kind.DENIED
    en = "the organ you act for does not have this duty ({rule})"
    zh = "您所代表的单位不是该义务（{rule}）的责任单位"
    next_en = "`rectify obligation show` names the obligor; its people hand in"
    next_zh = "可用 rectify obligation show 查看责任单位，由其报送"


class NotVerifier(Refusal):
    """Another body verifies this duty."""

    code = "not-verifier"
    kind = Kind.DENIED
    en = "a {role} does not verify {rule}; its verifiers are {verifiers}"
    zh = "{role} 不负责核实 {rule}；核实单位为 {verifiers}"
    next_en = "let one of them decide"
    next_zh = "请由上述单位办理"


class ObligationStopped(Refusal):
    """Only a clock that runs can be stopped."""

    code = "obligation-not-running"
    kind = Kind.BLOCKED
    en = "the obligation {rule} is {state}: there is no running clock to stop"
    zh = "义务 {rule} 当前为“{state}”，没有正在计算的期限可中止"
    next_en = "extend or waive it instead"
    next_zh = "可改为延期或豁免"


class NotSuspended(Refusal):
    """Only a stopped clock can go on."""

    code = "obligation-not-suspended"
    kind = Kind.BLOCKED
    en = "the obligation {rule} is {state}, not suspended"
    zh = "义务 {rule} 当前为“{state}”，并未中止"
    next_en = "look at its history"
    next_zh = "请查看其历史"


class RuleInUse(Refusal):
    """A rulebook no longer holds what a duty that runs rests on."""

    code = "rulebook-rule-in-use"
    kind = Kind.BLOCKED
    en = "{rulebook} as loaded now does not hold {rules}, which {count} duties that still run rest on"
    zh = "现载入的 {rulebook} 已不含 {rules}，而仍有 {count} 项未了义务以其为依据"
    next_en = "a rulebook that is in use does not change: restore it, and give the changed one a new version"
    next_zh = "使用中的规则集不得更改：请恢复原件，并以新版本号发布修改后的规则集"
