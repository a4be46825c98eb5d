"""How supervision says no."""

from kernel.errors import Kind, Refusal


class AlreadyDecided(Refusal):
    """A verdict was given before."""

    code = "already-decided"
    kind = Kind.BLOCKED
    en = "{what} is {state}: there is nothing left to decide"
    zh = "{what}当前为“{state}”，无待决事项"
    next_en = "look at its history; a new submission starts a new review"
    next_zh = "请查看其历史；重新报送后方可再次审核"


class NotOrganOfCase(Refusal):
    """Another organ has this role in the case, or it is the organisation's own (SOD-12)."""

    code = "not-organ-of-case"
    kind = Kind.DENIED
    en = "the organ you act for is not the {role} of this case and cannot judge in it (SOD-12)"
    zh = "您所代表的机关不是该整改事项的 {role}，不能在其中作出认定（SOD-12）"
    next_en = "`rectify case show` names the organs of the case; one of them decides"
    next_zh = "可用 rectify case show 查看该事项的职责机构，由相应机构办理"


class NothingSubmitted(Refusal):
    """There is nothing to accept or to send back."""

    code = "nothing-submitted"
    kind = Kind.BLOCKED
    en = "{rule} of this case has no submission that waits for a verdict"
    zh = "该事项 {rule} 没有待审的报送材料"
    next_en = "wait until the obligor has submitted"
    next_zh = "请待责任单位报送后再审核"


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


class NotSignedOff(Refusal):
    """Only what is signed off can be reopened by a look-back."""

    code = "not-signed-off"
    kind = Kind.BLOCKED
    en = "the finding is {state}, not signed off: a look-back has nothing to overturn"
    zh = "该问题状态为“{state}”，未销号，“回头看”无可推翻"
    next_en = "record the defect with the outer check instead"
    next_zh = "请在外部核查环节记录缺陷"


class EvidenceMissing(Refusal):
    """A look-back that reopens rests on evidence."""

    code = "evidence-missing"
    kind = Kind.INVALID
    en = "reopening needs at least one piece of evidence (SHA-256 of a stored file)"
    zh = "重开问题须附至少一份佐证材料（已存文件的 SHA-256）"
    next_en = "store the file and name its hash"
    next_zh = "请先上传材料并填写其哈希值"


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
