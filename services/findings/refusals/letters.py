"""Why a wish about a letter or notification is refused."""

from kernel.errors import Kind, Refusal


class LetterNumberUsed(Refusal):
    """Numbers of letters are never reused."""

    code = "letter-number-used"
    kind = Kind.CONFLICT
    en = "the letter number {number} is in use"
    zh = "文号 {number} 已被使用"
    next_en = "give another number; only its drafter can word a draft anew"
    next_zh = "请另取文号；草稿只能由起草人本人改写"


class WrongLetterState(Refusal):
    """The letter is not as far as that, or further."""

    code = "letter-state"
    kind = Kind.BLOCKED
    en = "letter {number} is {state}; this needs {needed}"
    zh = "建议书 {number} 当前状态为 {state}，此操作要求状态为 {needed}"
    next_en = "look at whose move it is: `letter show {number}`"
    next_zh = "请先查看应由谁办理：letter show {number}"


class LetterSelfApproval(Refusal):
    """Who proposed a letter does not approve it."""

    code = "letter-self-approval"
    kind = Kind.DENIED
    en = "you drafted letter {number}; another person of the leading group approves it"
    zh = "建议书 {number} 由您起草，须由领导小组其他人员批准"
    next_en = "ask another person of the leading group"
    next_zh = "请由领导小组其他人员办理"


class NotAddressee(Refusal):
    """The letter is written to another organisation."""

    code = "letter-not-addressee"
    kind = Kind.DENIED
    en = "letter {number} is not addressed to the organisation you act for"
    zh = "建议书 {number} 的主送单位不是您所代表的单位"
    next_en = "only people of the addressee sign for it, reply to it and report on it"
    next_zh = "签收、回复和落实情况须由主送单位人员办理"


class AddresseeDispatches(Refusal):
    """A letter is not written to who approves, sends and assesses it."""

    code = "letter-to-dispatching-side"
    kind = Kind.INVALID
    en = "letter {number} is addressed to an organ of the dispatching side, which would assess its own reply"
    zh = "建议书 {number} 的主送单位是派出方机构，将由其评估自身的回复"
    next_en = "address it to the organisation or department that is to act"
    next_zh = "请主送给应当办理的单位或部门"


class LetterCaseOfOtherRound(Refusal):
    """The case belongs to another round than the letter."""

    code = "letter-case-of-other-round"
    kind = Kind.INVALID
    en = "the case {case} is not of the round {round}"
    zh = "整改事项 {case} 不属于轮次 {round}"
    next_en = "name a case of this round, or none"
    next_zh = "请填写本轮次的整改事项，或不填"


class LetterFindingUnknown(Refusal):
    """A letter names a finding that its case does not have."""

    code = "letter-finding-of-other-case"
    kind = Kind.INVALID
    en = "the finding {finding} is not of the case named in the letter"
    zh = "问题 {finding} 不属于建议书所列的整改事项"
    next_en = "name the case and only findings of it"
    next_zh = "请填写整改事项，并只列该事项中的问题"


class MeetingDayMissing(Refusal):
    """A letter that passes on opinions of the secretary's meeting says when it met."""

    code = "letter-meeting-day-missing"
    kind = Kind.INVALID
    en = "the round {round} has no record of the secretary's meeting, and the letter does not say when it met (R-61)"
    zh = "轮次 {round} 没有书记专题会议的记录，建议书也未写明会议日期（R-61）"
    next_en = "state the day of the meeting, or have the hearing recorded: `round hear`"
    next_zh = "请写明会议日期，或先登记会议听取情况：round hear"


class MeetingDayWrong(Refusal):
    """The day given is not that of the secretary's meeting."""

    code = "letter-meeting-day"
    kind = Kind.INVALID
    en = "the letter dates the secretary's meeting on the round {round} {day}; it cannot be another day than, or after, {known}"
    zh = "建议书所写轮次 {round} 的书记专题会议日期 {day} 与记录不符或晚于 {known}"
    next_en = "leave the day out to take the recorded one"
    next_zh = "不填日期即取已登记的会议日期"


class ReplyDuePast(Refusal):
    """The date of the reply lies before the letter goes out."""

    code = "letter-reply-due-past"
    kind = Kind.INVALID
    en = "the reply to letter {number} would be due on {due}, before {day}"
    zh = "建议书 {number} 的回复期限 {due} 早于 {day}"
    next_en = "give a date not before {day}, or none, which takes the rulebook's"
    next_zh = "请填写不早于 {day} 的日期；不填则按规则集计算"


class ReplyDueMissing(Refusal):
    """Neither the letter nor the rulebook says by when to reply."""

    code = "letter-reply-due-missing"
    kind = Kind.BLOCKED
    en = "letter {number} states no date for the reply and the rulebook {rulebook} gives none"
    zh = "建议书 {number} 未写回复期限，规则集 {rulebook} 也未规定"
    next_en = "draft a letter that states the date"
    next_zh = "请在建议书中写明回复期限"


class NotAdoptedReasonMissing(Refusal):
    """Not adopting what was recommended needs a reason."""

    code = "letter-not-adopted-reason-missing"
    kind = Kind.INVALID
    en = "not adopting letter {number} needs a reason"
    zh = "不采纳建议书 {number} 须说明理由"
    next_en = "state why it is not adopted"
    next_zh = "请写明不采纳的理由"


class ImplementedTooEarly(Refusal):
    """Nothing is done before it was asked for, or before it has happened."""

    code = "letter-implemented-date"
    kind = Kind.INVALID
    en = "letter {number}: the day {day} does not lie between {sent} and {today}"
    zh = "建议书 {number} 的落实日期 {day} 不在 {sent} 至 {today} 之间"
    next_en = "give the day on which it was done, not before the letter was sent and not after today"
    next_zh = "请填写实际落实日期，不早于发出之日，不晚于今天"


class NotificationNumberUsed(Refusal):
    """Numbers of notifications are never reused."""

    code = "notification-number-used"
    kind = Kind.CONFLICT
    en = "the notification number {number} is in use"
    zh = "通报文号 {number} 已被使用"
    next_en = "give another number"
    next_zh = "请另取文号"


class NotRecipient(Refusal):
    """The notification went to others."""

    code = "notification-not-recipient"
    kind = Kind.DENIED
    en = "notification {number} was not sent to the organisation you act for"
    zh = "通报 {number} 未发送给您所代表的单位"
    next_en = "only its recipients acknowledge it"
    next_zh = "须由接收单位人员办理"


class AcknowledgedAlready(Refusal):
    """The recipient acknowledged it before."""

    code = "notification-acknowledged"
    kind = Kind.CONFLICT
    en = "notification {number} was acknowledged by your organisation on {day}"
    zh = "贵单位已于 {day} 签收通报 {number}"
    next_en = "nothing remains to be done"
    next_zh = "无需重复办理"


class RecipientTwice(Refusal):
    """A recipient is named twice."""

    code = "notification-recipient-twice"
    kind = Kind.INVALID
    en = "{code} is named twice among the recipients"
    zh = "接收单位中 {code} 重复"
    next_en = "name each recipient once"
    next_zh = "每个接收单位只列一次"
