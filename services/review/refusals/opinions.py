"""Why an opinion is refused."""

from kernel.errors import Kind, Refusal


class NothingToReview(Refusal):
    """The version was never handed in, was taken back, or a newer one has come."""

    code = "nothing-to-review"
    kind = Kind.BLOCKED
    en = "{what} v{version} does not wait for an opinion: {state}"
    zh = "{what} 第 {version} 版没有待提的意见：{state}"
    next_en = "`review show` lists what waits; name the newest version"
    next_zh = "可用 review show 查看待办事项，并按最新版本办理"


class OpinionGivenBefore(Refusal):
    """An opinion on this version is on record."""

    code = "personnel-opinion-given-before"
    kind = Kind.CONFLICT
    en = "an opinion on {what} v{version} was given on {given}"
    zh = "{what} 第 {version} 版已于 {given} 提出意见"
    next_en = "an opinion stands; a new version is reviewed anew"
    next_zh = "意见一经提出不再更改；新版本报送后另行审核"


class NoPersonnelPart(Refusal):
    """The plan holds nothing of a personnel check (R-38)."""

    code = "no-personnel-part"
    kind = Kind.BLOCKED
    en = "no version of this plan holds a part on the personnel check; there is nothing for this department to review (R-38)"
    zh = "该整改方案各版本均无选人用人专项检查内容，无须组织部门审核（R-38）"
    next_en = "the discipline organ reviews the plan (`plan pass`, `plan return`)"
    next_zh = "由纪检监察机关审核该方案（plan pass、plan return）"


class PartsMissing(Refusal):
    """A part of the opinion is missing (R-31, R-43)."""

    code = "opinion-parts-missing"
    kind = Kind.INVALID
    en = "the opinion lacks: {missing}"
    zh = "审核意见缺少：{missing}"
    next_en = "give an overall judgement, the shortcomings and the further demands"
    next_zh = "请补齐总体评价、差距不足和进一步要求"


class OpinionBeforeReceipt(Refusal):
    """An opinion cannot be older than what it speaks of."""

    code = "opinion-before-receipt"
    kind = Kind.INVALID
    en = "the opinion would be given on {given}, before its subject was received on {received}"
    zh = "意见日期 {given} 早于材料收到日期 {received}"
    next_en = "record it with the day on which it was given"
    next_zh = "请按实际提出意见的日期登记"


class LateClaimedTimely(Refusal):
    """The limit passed before the opinion was recorded."""

    code = "late-claimed-timely"
    kind = Kind.BLOCKED
    en = "the limit of {rule} passed on {due}; an opinion recorded on {today} cannot be dated {given}"
    zh = "{rule} 的期限已于 {due} 届满；{today} 登记的意见不得写为 {given} 提出"
    next_en = "give it without an earlier effective time; late stays late, and is on record as such"
    next_zh = "请按登记当日提出；逾期即为逾期，如实记录"


class VerifierHeldPostThere(Refusal):
    """Who holds or lately held a post in the organisation gives no opinion on it (SOD-01)."""

    code = "sod-01-reviewer-held-post"
    kind = Kind.DENIED
    en = "this person holds, or held until {until}, a post in the inspected organisation and gives no opinion on it (SOD-01)"
    zh = "该人员现任或曾任被巡视党组织职务（至 {until}），须回避，不得提出意见（SOD-01）"
    next_en = "another person of the department gives it"
    next_zh = "请由部门其他人员办理"
