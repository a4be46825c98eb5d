"""Why a comparison of findings is refused."""

from kernel.errors import Kind, Refusal


class SameFinding(Refusal):
    """A finding is not compared with itself."""

    code = "similarity-same-finding"
    kind = Kind.INVALID
    en = "{number} is named twice"
    zh = "问题 {number} 被填写了两次"
    next_en = "name another finding to compare it with"
    next_zh = "请填写另一个问题"


class JudgedAlready(Refusal):
    """This is what was judged before."""

    code = "similarity-judged"
    kind = Kind.CONFLICT
    en = "{number} and {other} were judged {likeness} for this very reason before"
    zh = "{number} 与 {other} 已以同一理由认定为 {likeness}"
    next_en = "nothing remains to be done; to change the judgement, give another one or another reason"
    next_zh = "无需重复认定；如需变更，请填写不同的结论或理由"
