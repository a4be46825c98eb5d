"""Why a wish about a round is refused."""

from kernel.errors import Kind, Refusal


class RoundCodeUsed(Refusal):
    """Codes are never reused."""

    code = "round-code-used"
    kind = Kind.CONFLICT
    en = "the round code {code} is in use"
    zh = "轮次代码 {code} 已被使用"
    next_en = "codes are never reused; give another one"
    next_zh = "代码不得重复使用，请另取代码"


class WrongRoundState(Refusal):
    """The round is not where this step begins."""

    code = "round-state"
    kind = Kind.BLOCKED
    en = "the round {code} is {state}; this needs {needed}"
    zh = "轮次 {code} 当前为 {state}，此操作须处于 {needed}"
    next_en = "take the steps in between first"
    next_zh = "请先完成中间步骤"


class NotInRound(Refusal):
    """The organisation is not inspected in this round."""

    code = "org-not-in-round"
    kind = Kind.BLOCKED
    en = "{org} is not inspected in the round {code}"
    zh = "{org} 不在轮次 {code} 的被巡视党组织之中"
    next_en = "add it to the round (`round add`)"
    next_zh = "请先用 round add 加入本轮次"


class AlreadyInRound(Refusal):
    """The organisation is in the round."""

    code = "org-in-round-already"
    kind = Kind.CONFLICT
    en = "already in the round {code}: {orgs}"
    zh = "已在轮次 {code} 中：{orgs}"
    next_en = "leave these out"
    next_zh = "请去掉这些组织"


class RecusalOutstanding(Refusal):
    """A person who steps aside, or has to, is still in the team."""

    code = "recusal-outstanding"
    kind = Kind.BLOCKED
    en = "{person} has to stay away from {org} and is still in the team {team} that inspects it (SOD-01)"
    zh = "{person} 须回避 {org}，但仍在负责该组织的 {team}（SOD-01）"
    next_en = "issue the mandate again without this person"
    next_zh = "请重新下达不含该人员的授权"


class PapersIncomplete(Refusal):
    """The report lacks working papers or the talk with a principal (R-103, R-104)."""

    code = "round-papers-incomplete"
    kind = Kind.BLOCKED
    en = "the report cannot be complete: without working paper {no_paper}; not talked through with the principal {no_talk}"
    zh = "报告尚不完整：缺问题底稿 {no_paper}；未与主要负责人沟通 {no_talk}"
    next_en = "file the papers and record the talks for these organisations"
    next_zh = "请为上述组织补交底稿并登记沟通情况"


class PaperWithoutBasis(Refusal):
    """A working paper states a factual, a policy and a responsibility basis (R-103)."""

    code = "paper-without-basis"
    kind = Kind.INVALID
    en = "the working paper {number} lacks: {missing} (R-103)"
    zh = "问题底稿 {number} 缺少：{missing}（R-103）"
    next_en = "complete the paper, or drop the finding"
    next_zh = "请补全底稿，否则不列入该问题"


class PaperNumberUsed(Refusal):
    """A working paper is filed once; a new version of it is a new paper."""

    code = "paper-number-used"
    kind = Kind.CONFLICT
    en = "the working paper {number} of {org} was filed before"
    zh = "{org} 的问题底稿 {number} 已归档"
    next_en = "give another number"
    next_zh = "请另取编号"


class CasesOpen(Refusal):
    """Cases of the round are not closed."""

    code = "round-cases-open"
    kind = Kind.BLOCKED
    en = "the round {code} cannot be archived: {open} of {all} organisations have no closed case"
    zh = "轮次 {code} 尚不能归档：{all} 个组织中有 {open} 个未办结"
    next_en = "close the remaining cases first"
    next_zh = "请先办结其余事项"


class NotOrganOfRound(Refusal):
    """Another organ acts in this round."""

    code = "round-not-your-organ"
    kind = Kind.DENIED
    en = "your organ does not act as {body} in the round {code}"
    zh = "贵单位不是轮次 {code} 的{body}"
    next_en = "the organ named when the round was planned does it"
    next_zh = "请由轮次计划中指定的单位办理"
