"""Why the record of a consultation is refused."""

from kernel.errors import Kind, Refusal


class ConsultationOfOne(Refusal):
    """Consulting takes two."""

    code = "consultation-of-one"
    kind = Kind.INVALID
    en = "a consultation needs at least one body besides the one that records it"
    zh = "会商须有登记机关以外的至少一个单位参加"
    next_en = "name the bodies that were present"
    next_zh = "请填写参加会商的单位"


class ConsultationLater(Refusal):
    """What has not happened is not recorded."""

    code = "consultation-later"
    kind = Kind.INVALID
    en = "{day} has not come yet"
    zh = "{day} 尚未到来"
    next_en = "record the meeting when it has been held"
    next_zh = "请在会议召开之后登记"
