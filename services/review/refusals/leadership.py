"""Why a decision about a post, or a talk, is refused."""

from kernel.errors import Kind, Refusal


class TwoPrincipals(Refusal):
    """An organisation has one principal at a time."""

    code = "two-principals"
    kind = Kind.BLOCKED
    en = "somebody else serves as principal on {day}; an organisation has one at a time"
    zh = "{day} 已有他人在任主要负责人；同一组织同一时间只能有一名"
    next_en = "name who is replaced (--replaces), or decide the removal first (`appointment remove`)"
    next_zh = "请用 --replaces 指明被接替的人员，或先决定免职（appointment remove）"


class NotInPost(Refusal):
    """Who is named does not hold the post on that day."""

    code = "not-in-post"
    kind = Kind.BLOCKED
    en = "the person named as outgoing does not hold the post {post} on {day}"
    zh = "所列卸任人员 {day} 并未担任 {post}"
    next_en = "`post list` shows who holds what"
    next_zh = "可用 post list 查看任职情况"


class InPostAlready(Refusal):
    """The person holds the post on that day, by the register or by an earlier decision."""

    code = "in-post-already"
    kind = Kind.CONFLICT
    en = "the person appointed holds the post {post} on {day} already"
    zh = "拟任人员 {day} 已担任 {post}"
    next_en = "`appointment list` and `post list` show why; revoke an earlier decision first"
    next_zh = "可用 appointment list 和 post list 查看；如有误请先撤销在先的决定"


class SamePerson(Refusal):
    """Nobody replaces themselves."""

    code = "replaces-self"
    kind = Kind.INVALID
    en = "the person appointed and the person replaced are the same"
    zh = "拟任人员与被接替人员为同一人"
    next_en = "leave out the outgoing person when an acting one is confirmed"
    next_zh = "代理转为正式任职时无须填写被接替人员"


class OwnAppointment(Refusal):
    """Nobody decides about their own post."""

    code = "own-appointment"
    kind = Kind.DENIED
    en = "nobody records a decision about their own post"
    zh = "任何人不得登记涉及本人职务的决定"
    next_en = "another person of the department records it"
    next_zh = "请由部门其他人员登记"


class DecidedBefore(Refusal):
    """The same decision about the same person is on record."""

    code = "appointment-decided-before"
    kind = Kind.CONFLICT
    en = "{decision_no} about this person is on record: {state}"
    zh = "{decision_no} 关于该人员的决定已登记：{state}"
    next_en = "`appointment list` shows it; a new decision has a new number"
    next_zh = "可用 appointment list 查看；新的决定须使用新的文号"


class NoSuchDecision(Refusal):
    """No decision of this number about this person."""

    code = "no-such-decision"
    kind = Kind.NOT_FOUND
    en = "no decision {decision_no} about this person in this organisation"
    zh = "该组织没有关于该人员的决定 {decision_no}"
    next_en = "`appointment list` shows what was decided"
    next_zh = "可用 appointment list 查看已有决定"


class DecisionInForce(Refusal):
    """A decision is taken back before the day from which it holds."""

    code = "appointment-in-force"
    kind = Kind.BLOCKED
    en = "the decision {decision_no} is {state} and holds from {day}; it can be revoked before that day only"
    zh = "决定 {decision_no} 状态为 {state}，自 {day} 起生效；只能在生效日前撤销"
    next_en = "decide anew: another appointment, or a removal"
    next_zh = "请另行作出任免决定"


class TalkWithoutRectification(Refusal):
    """An appointment talk in an organisation with an open case raises rectification (R-113)."""

    code = "talk-without-rectification"
    kind = Kind.BLOCKED
    en = "the organisation has {cases} open case(s): the talk must raise rectification (R-113)"
    zh = "该组织有 {cases} 个未办结的整改事项，任职谈话必须提出整改要求（R-113）"
    next_en = "add an item with the topic `rectification`"
    next_zh = "请增加主题为 rectification 的谈话内容"


class TalkTooEarly(Refusal):
    """A talk about an appointment follows the decision."""

    code = "talk-without-appointment"
    kind = Kind.BLOCKED
    en = "no decision appoints this person in this organisation, and the register knows no post of theirs there"
    zh = "没有任命该人员在该组织任职的决定，登记中也没有其在该组织的职务"
    next_en = "decide the appointment first (`appointment decide`)"
    next_zh = "请先作出任命决定（appointment decide）"
