"""Why a wish about a survey is refused."""

from kernel.errors import Kind, Refusal


class SurveyNumberTaken(Refusal):
    """Numbers are never used twice."""

    code = "survey-number-taken"
    kind = Kind.CONFLICT
    en = "a survey {number} exists already"
    zh = "测评编号 {number} 已存在"
    next_en = "use the next number"
    next_zh = "请使用新编号"


class SurveyForm(Refusal):
    """The survey itself is not well formed."""

    code = "survey-form"
    kind = Kind.INVALID
    en = "the survey cannot be opened: {why}"
    zh = "测评不能开启：{why}"
    next_en = "correct it and open it again"
    next_zh = "请更正后重新开启"


class SurveyNotOpen(Refusal):
    """Answers come while it is open."""

    code = "survey-not-open"
    kind = Kind.BLOCKED
    en = "the survey is {state}"
    zh = "该测评状态为 {state}"
    next_en = "nothing was counted"
    next_zh = "未计入任何答卷"


class TokenUnknown(Refusal):
    """No such token was given out for this survey."""

    code = "survey-token-unknown"
    kind = Kind.DENIED
    en = "this token does not belong to the survey; nothing was counted"
    zh = "该答题凭证不属于本测评，未计入答卷"
    next_en = "use the token exactly as it was handed out"
    next_zh = "请原样输入所发放的凭证"


class TokenSpent(Refusal):
    """Each token is good for one answer."""

    code = "survey-token-spent"
    kind = Kind.BLOCKED
    en = "this token was used before; the first answer stands and nothing more was counted"
    zh = "该答题凭证已使用，以首次答卷为准，本次未计入"
    next_en = "there is nothing more to do"
    next_zh = "无需再次提交"


class AnswerForm(Refusal):
    """Every question is answered once, and the respondent is of a class that the survey knows."""

    code = "survey-answer-form"
    kind = Kind.INVALID
    en = "the answer was not counted: {why}"
    zh = "答卷未计入：{why}"
    next_en = "answer every question once"
    next_zh = "请逐题作答，每题一次"
