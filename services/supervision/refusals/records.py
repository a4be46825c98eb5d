"""Why a record of a duty is refused."""

from kernel.errors import Kind, Refusal


class RulebookNeeded(Refusal):
    """Without a case or round nobody knows which rulebook is meant."""

    code = "rulebook-needed"
    kind = Kind.INVALID
    en = "name the case or the round, or else the rulebook (such as guangxi-2022@1)"
    zh = "请填写整改事项或轮次，否则须填写规则集（如 guangxi-2022@1）"
    next_en = "`rectify rulebook list` names the rulebooks"
    next_zh = "可用 rectify rulebook list 查看规则集"


class NotInRulebook(Refusal):
    """The rulebook has no such rule."""

    code = "rule-not-in-rulebook"
    kind = Kind.INVALID
    en = "{rulebook} has no rule {rule}"
    zh = "{rulebook} 没有规则 {rule}"
    next_en = "`rectify rulebook show` lists its rules"
    next_zh = "可用 rectify rulebook show 查看其规则"


class NotPartyOfRule(Refusal):
    """Another party has the duty."""

    code = "not-party-of-rule"
    kind = Kind.DENIED
    en = "{rule} is a duty of {parties}; who acts as {role} cannot say that it was done"
    zh = "{rule} 的责任主体为 {parties}，{role} 不能代为登记"
    next_en = "somebody of that body records it"
    next_zh = "请由该责任主体登记"
