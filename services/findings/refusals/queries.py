"""Why a question is refused."""

from kernel.errors import Kind, Refusal


class PageUnknown(Refusal):
    """`after` is not what a former answer gave as `next`."""

    code = "page-unknown"
    kind = Kind.INVALID
    en = "`after` is not the `next` of a former answer to the same question"
    zh = "after 不是同一查询上一页返回的 next"
    next_en = "ask again without it, then pass on `next` unchanged"
    next_zh = "请先不带该参数查询，再原样传入返回的 next"


class ScopeMissing(Refusal):
    """A ledger is of a case, a round or an organisation."""

    code = "ledger-scope-missing"
    kind = Kind.INVALID
    en = "a ledger is of a case, a round or an organisation: none is named"
    zh = "导出台账须指明整改事项、轮次或党组织"
    next_en = "name at least one of them"
    next_zh = "请至少指明其一"
