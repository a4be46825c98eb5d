"""Why a verdict is refused."""

from kernel.errors import Kind, Refusal


class AlreadyDecided(Refusal):
    """A verdict was given before."""

    code = "already-decided"
    kind = Kind.BLOCKED
    en = "{what} is {state}: there is nothing left to decide"
    zh = "{what}当前为“{state}”，无待决事项"
    next_en = "look at its history; a new submission starts a new review"
    next_zh = "请查看其历史；重新报送后方可再次审核"


class OpinionIncomplete(Refusal):
    """A part of the opinion is missing."""

    code = "opinion-incomplete"
    kind = Kind.INVALID
    en = "the opinion lacks: {missing}"
    zh = "审核意见缺少：{missing}"
    next_en = "give an overall judgement, the shortcomings and the further demands"
    next_zh = "请补齐总体评价、差距不足和进一步要求"


class VerifierInvolved(Refusal):
    """Who asked for or approved a sign-off inside cannot verify it outside (SOD-02)."""

    code = "sod-02-verifier-involved"
    kind = Kind.DENIED
    en = "this person requested or approved the sign-off inside and cannot verify it (SOD-02)"
    zh = "该人员曾申请或内部审批此项销号，不得担任外部核查人（SOD-02）"
    next_en = "another person of the supervising body verifies it"
    next_zh = "请由监督机关其他人员核查"


class VerifierHeldPost(Refusal):
    """Who holds or lately held a post in the organisation cannot verify for it (SOD-01)."""

    code = "sod-01-verifier-held-post"
    kind = Kind.DENIED
    en = "this person holds, or held until {until}, a post in the inspected organisation and cannot verify for it (SOD-01)"
    zh = "该人员现任或曾任被巡视党组织职务（至 {until}），须回避（SOD-01）"
    next_en = "another person of the supervising body verifies it"
    next_zh = "请由监督机关其他人员核查"


class VerifierMustDiffer(Refusal):
    """After a reopening, another person verifies."""

    code = "verifier-must-differ"
    kind = Kind.DENIED
    en = "this person verified the sign-off that was overturned; another person verifies now"
    zh = "该人员曾核查已被推翻的销号，须由其他人员核查"
    next_en = "another person of the supervising body verifies it"
    next_zh = "请由监督机关其他人员核查"


class WrongVerifyingBody(Refusal):
    """Each part of a case is checked by the body it belongs to."""

    code = "wrong-verifying-body"
    kind = Kind.DENIED
    en = "this sign-off is checked by {role}: it belongs to the part of a special check, or to none"
    zh = "该销号由 {role} 核验（按所属专项检查确定）"
    next_en = "`rectify signoff-check list` shows who checks what"
    next_zh = "可用 rectify signoff-check list 查看核验主体"


class InspectedVotes(Refusal):
    """The inspected organisation may sit on the acceptance panel and does not vote (SOD-14)."""

    code = "sod-14-inspected-votes"
    kind = Kind.DENIED
    en = "the inspected organisation may attend the acceptance panel and has no vote in it (SOD-14)"
    zh = "被巡视党组织可派员列席验收，但不参加表决（SOD-14）"
    next_en = "record its members with the vote `attends`"
    next_zh = "请将其人员登记为列席（attends）"
