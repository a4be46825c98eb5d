"""Why a wish about a common problem is refused."""

from kernel.errors import Kind, Refusal


class WrongProblemState(Refusal):
    """The common problem is not as far as that, or further."""

    code = "problem-state"
    kind = Kind.BLOCKED
    en = "the common problem {number} is {state}; this needs {needed}"
    zh = "共性问题 {number} 当前为 {state}，此操作须处于 {needed}"
    next_en = "take the steps in between first: `problem show {number}`"
    next_zh = "请先完成中间步骤：problem show {number}"


class NotOfficeOfProblem(Refusal):
    """Common problems are the work of the office in whose rounds they were found."""

    code = "problem-not-your-office"
    kind = Kind.DENIED
    en = "the common problem {number} belongs to another inspection office"
    zh = "共性问题 {number} 由另一巡视巡察办负责"
    next_en = "the office of the rounds in which it was found does it"
    next_zh = "请由发现该问题的轮次所属巡视巡察办办理"


class NotNotifiedDepartment(Refusal):
    """Only a department that was told works on it."""

    code = "problem-not-your-department"
    kind = Kind.DENIED
    en = "your organ was not notified of the common problem {number}"
    zh = "共性问题 {number} 未通报贵单位"
    next_en = "the departments that were notified do it"
    next_zh = "请由被通报的部门办理"


class DepartmentTwice(Refusal):
    """A department was told before, or is named twice."""

    code = "problem-department-twice"
    kind = Kind.CONFLICT
    en = "{code} was notified of the common problem {number} already, or is named twice"
    zh = "{code} 已收到共性问题 {number} 的通报，或被重复填写"
    next_en = "leave it out"
    next_zh = "请去掉该部门"


class WrongDepartmentStep(Refusal):
    """The department is not as far as that, or further."""

    code = "problem-department-step"
    kind = Kind.BLOCKED
    en = "your organ's work on the common problem {number} is {state}; this needs {needed}"
    zh = "贵单位对共性问题 {number} 的办理处于 {state}，此操作须处于 {needed}"
    next_en = "take the steps in between first"
    next_zh = "请先完成中间步骤"


class NoSuchAction(Refusal):
    """The department planned no action of this number."""

    code = "problem-action-unknown"
    kind = Kind.NOT_FOUND
    en = "your organ planned no action {action} about the common problem {number}, or it ended in rules before"
    zh = "贵单位对共性问题 {number} 没有第 {action} 项治理措施，或该项已建章立制"
    next_en = "`problem show {number}` lists the actions"
    next_zh = "可用 problem show {number} 查看治理措施"


class FindingsOfSeveralOffices(Refusal):
    """A common problem is put together from findings of one office's rounds."""

    code = "problem-findings-of-several-offices"
    kind = Kind.INVALID
    en = "the finding {number} was not found in a round of that office"
    zh = "问题 {number} 不属于该巡视巡察办的轮次"
    next_en = "name findings of one office's rounds"
    next_zh = "请只填写同一巡视巡察办轮次的问题"


class AnalysisDuePast(Refusal):
    """The stated date is over."""

    code = "problem-reply-due-past"
    kind = Kind.INVALID
    en = "the reply would be due on {due}, before the notification of {day}"
    zh = "要求答复的日期 {due} 早于通报日期 {day}"
    next_en = "give a later date, or none to take the rulebook's"
    next_zh = "请填写更晚的日期，或留空由管理办法计算"


class AdoptedInFuture(Refusal):
    """A rule that is not adopted yet, or was before the department was told."""

    code = "problem-adopted-on"
    kind = Kind.INVALID
    en = "the rule is said to be adopted on {day}; it must lie between the plan of {planned} and today, {today}"
    zh = "制度出台日期 {day} 须在治理计划日期 {planned} 与今天 {today} 之间"
    next_en = "give the day on which it was adopted"
    next_zh = "请填写实际出台日期"
