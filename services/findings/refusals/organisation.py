"""Why a wish about the register is refused."""

from kernel.errors import Kind, Refusal


class OrganisationCodeUsed(Refusal):
    """Codes are never reused."""

    code = "org-code-used"
    kind = Kind.CONFLICT
    en = "the organisation code {code} is in use"
    zh = "组织代码 {code} 已被使用"
    next_en = "codes are never reused; give another one"
    next_zh = "代码不得重复使用，请另取代码"


class OrganisationGone(Refusal):
    """The organisation was merged."""

    code = "org-merged"
    kind = Kind.BLOCKED
    en = "{code} was merged on {on}"
    zh = "{code} 已于 {on} 合并"
    next_en = "use its successor"
    next_zh = "请使用承继的组织"


class OwnParent(Refusal):
    """An organisation cannot be its own parent or successor."""

    code = "org-own-parent"
    kind = Kind.INVALID
    en = "{code} cannot be related to itself"
    zh = "{code} 不能以自身为上级或承继者"
    next_en = "name another organisation"
    next_zh = "请指定其他组织"


class RelationTooEarly(Refusal):
    """Effective-dated facts follow each other."""

    code = "org-dates-out-of-order"
    kind = Kind.INVALID
    en = "{since} lies before {last}, from which the present entry holds"
    zh = "{since} 早于现有记录的起始日期 {last}"
    next_en = "give a day after {last}"
    next_zh = "请给出晚于 {last} 的日期"


class AlreadyInPost(Refusal):
    """The person holds the post."""

    code = "post-held-already"
    kind = Kind.CONFLICT
    en = "this person has held the post {post} since {since}"
    zh = "该人员自 {since} 起已任 {post}"
    next_en = "end the post first if it is to begin anew"
    next_zh = "如需重新任职，请先办理免职"


class PostNotHeld(Refusal):
    """The person does not hold the post."""

    code = "post-not-held"
    kind = Kind.BLOCKED
    en = "this person does not hold the post {post} in {code}"
    zh = "该人员未在 {code} 任 {post}"
    next_en = "`post list` shows who holds what"
    next_zh = "可用 post list 查看任职情况"


class NotServingPrincipal(Refusal):
    """Only the principal serving on that day may sign (SOD-04)."""

    code = "not-serving-principal"
    kind = Kind.DENIED
    en = "on {day} you do not serve as the principal of {code}; endorsement is personal and cannot be delegated (SOD-04)"
    zh = "{day} 您不是 {code} 的在任主要负责人；签字背书须由本人作出，不得委托（SOD-04）"
    next_en = "the principal serving on the day of signing signs"
    next_zh = "请由签字当日在任的主要负责人签署"


class SelfSupervision(Refusal):
    """The inspected organisation would supervise itself (SOD-12)."""

    code = "self-supervision"
    kind = Kind.BLOCKED
    en = "{code} is itself the {body} of this round and has no superior organ in the register (SOD-12)"
    zh = "{code} 自身即为本轮次的{body}，登记中没有其上一级同类机关（SOD-12）"
    next_en = "relate it to its superior organ (`org relate`); that organ takes the role over in this case"
    next_zh = "请用 org relate 登记其上一级机关，由上一级在本事项中承担该职责"
