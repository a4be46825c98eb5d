"""Why a wish about a lead is refused, told only to whom the lead is known; all others hear that there is none."""

from kernel.errors import Kind, Refusal


class LeadNumberUsed(Refusal):
    """Numbers of leads are never reused."""

    code = "lead-number-used"
    kind = Kind.CONFLICT
    en = "the lead number is in use"
    zh = "该线索编号已被使用"
    next_en = "give another number; only its registrant can word a lead anew, until its referral is approved"
    next_zh = "请另取编号；移交批准前只能由登记人本人改写"


class NotTeamLeaderOfRound(Refusal):
    """Leads are registered by who leads a team of the round."""

    code = "lead-not-team-leader"
    kind = Kind.DENIED
    en = "you lead no team of this round"
    zh = "您不是该轮次巡视巡察组的组长"
    next_en = "the mandate of the round names its team leaders; one of them registers the lead"
    next_zh = "授权文件列明各组组长，线索由组长登记"


class AddresseeIsUnit(Refusal):
    """No organ handles a lead about its own people (SOD-12)."""

    code = "sod-12-lead-own-unit"
    kind = Kind.INVALID
    en = "a lead about people of an organisation does not go to that organisation (SOD-12)"
    zh = "反映某单位人员的线索不得移交该单位（SOD-12）"
    next_en = "address it to the organ of the level above"
    next_zh = "请移交上一级机关"


class AddresseeDispatches(Refusal):
    """The dispatching side does not receive what it refers."""

    code = "lead-to-dispatching-side"
    kind = Kind.INVALID
    en = "the addressee is the office or leading group of the round, which refers the lead"
    zh = "接收单位是本轮次的巡视巡察办或领导小组，即移交方自身"
    next_en = "address it to the discipline organ or organization department that manages the cadre"
    next_zh = "请移交有干部管理权限的纪检监察机关或组织部门"


class AcceptedInFuture(Refusal):
    """A lead is registered after it was accepted."""

    code = "lead-accepted-date"
    kind = Kind.INVALID
    en = "the day {day} on which the lead was accepted lies after today, {today}"
    zh = "线索受理日期 {day} 晚于今天 {today}"
    next_en = "give the day on which it was accepted"
    next_zh = "请填写实际受理日期"


class WrongLeadState(Refusal):
    """The lead is not as far as that, or further."""

    code = "lead-state"
    kind = Kind.BLOCKED
    en = "the lead is {state}; this needs {needed}"
    zh = "线索当前状态为 {state}，此操作要求状态为 {needed}"
    next_en = "look at whose move it is: `lead show`"
    next_zh = "请先查看应由谁办理：lead show"


class LeadSelfApproval(Refusal):
    """Who registered a lead does not approve its referral."""

    code = "lead-self-approval"
    kind = Kind.DENIED
    en = "you registered this lead; another person of the leading group approves its referral"
    zh = "该线索由您登记，移交须由领导小组其他人员批准"
    next_en = "ask another person of the leading group"
    next_zh = "请由领导小组其他人员办理"


class SameSigner(Refusal):
    """Handing over takes two persons."""

    code = "lead-same-signer"
    kind = Kind.DENIED
    en = "you signed for the other side; handing over takes two persons (R-50)"
    zh = "您已代表另一方签字，移交须由两人分别签字（R-50）"
    next_en = "another person of this side signs"
    next_zh = "请由本方其他人员签字"


class SignedAlready(Refusal):
    """This side has signed."""

    code = "lead-signed"
    kind = Kind.CONFLICT
    en = "your side has signed; the other side's signature is missing"
    zh = "本方已签字，尚缺另一方签字"
    next_en = "nothing remains to be done here"
    next_zh = "无需重复签字"


class SameOrganAgain(Refusal):
    """A misdirected lead does not go back to where it was."""

    code = "lead-same-organ"
    kind = Kind.INVALID
    en = "the lead came back from this organ as misdirected"
    zh = "该机关已以移交不当退回此线索"
    next_en = "name the organ that the cadre-management authority works through"
    next_zh = "请填写有干部管理权限一级的机关"


class NotTheAuthority(Refusal):
    """The organ does not belong to who manages the cadre."""

    code = "lead-not-by-authority"
    kind = Kind.INVALID
    en = "this organ is neither the cadre-management authority of the person's organisation nor an organ of it"
    zh = "该机关既不是被反映人所在单位的干部管理机关，也不是其所属机关"
    next_en = "look in the register who manages the organisation's cadres (relation cadre-management)"
    next_zh = "请在组织登记中查看干部管理关系（cadre-management）"


class NoAuthority(Refusal):
    """The register does not say who manages the cadres of an organisation."""

    code = "lead-no-authority"
    kind = Kind.BLOCKED
    en = "the register names no cadre-management authority for the person's organisation on this day"
    zh = "组织登记中没有被反映人所在单位当日的干部管理机关"
    next_en = "have the relation cadre-management registered, then repeat"
    next_zh = "请先登记干部管理关系，再重新提交"


class SealMissing(Refusal):
    """What was sealed to one person stays sealed to one person."""

    code = "lead-seal-missing"
    kind = Kind.INVALID
    en = "the lead was sealed to one person; the new addressee's person is not named"
    zh = "该线索为密封件，未写明新接收单位的唯一拆阅人"
    next_en = "name the one person who may read it there"
    next_zh = "请填写新接收单位的唯一拆阅人"


class InterimReplyMissing(Refusal):
    """More time needs a word on how far the handling is."""

    code = "lead-interim-reply-missing"
    kind = Kind.BLOCKED
    en = "more time is given only after an interim reply of the addressee"
    zh = "延长办理期限前须先有接收单位的阶段性回复"
    next_en = "the addressee's lead channel replies first: `lead interim`"
    next_zh = "请先由接收单位线索渠道回复：lead interim"


class NotLater(Refusal):
    """An extension gives a later date."""

    code = "lead-extension-date"
    kind = Kind.INVALID
    en = "the new date {due} is not later than {former}"
    zh = "新的期限 {due} 不晚于 {former}"
    next_en = "give a later date"
    next_zh = "请填写更晚的日期"


class ExtensionsUsedUp(Refusal):
    """The rulebook limits how often a date moves, and until when."""

    code = "lead-extension-limit"
    kind = Kind.BLOCKED
    en = "the rulebook {rulebook} admits {limit} extension(s), asked for before the date has passed: {why}"
    zh = "规则集 {rulebook} 允许延期 {limit} 次，且须在到期前提出：{why}"
    next_en = "the date stays; a late outcome is taken, and is late"
    next_zh = "期限不变；逾期反馈照常接收，并记为逾期"


class NoLimit(Refusal):
    """The rulebook gives no date for what is referred."""

    code = "lead-no-limit"
    kind = Kind.BLOCKED
    en = "the rulebook {rulebook} gives no date for {rule}"
    zh = "规则集 {rulebook} 未规定 {rule} 的期限"
    next_en = "use a rulebook that does"
    next_zh = "请使用载有该期限的规则集"


class NoRulebook(Refusal):
    """No version of the round's rulebook is in force."""

    code = "lead-no-rulebook"
    kind = Kind.BLOCKED
    en = "no version of the rulebook {rulebook} is in force on {day}"
    zh = "规则集 {rulebook} 在 {day} 尚无生效版本"
    next_en = "correct the round's rulebook"
    next_zh = "请更正轮次的规则集"


class OnlyNow(Refusal):
    """Who may read changes with time, and is judged by today alone."""

    code = "lead-content-only-now"
    kind = Kind.INVALID
    en = "content is shown as it is, to whom it may be shown today; not as of a date"
    zh = "线索内容只按今天的权限显示当前状态，不支持按日期回看"
    next_en = "leave the date out; `lead show` answers as of a date"
    next_zh = "请不要填写回看日期；lead show 支持按日期回看"
