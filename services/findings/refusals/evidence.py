"""Why a wish about evidence is refused."""

from kernel.errors import Kind, Refusal


class CriterionUnknown(Refusal):
    """Evidence names a criterion that the finding does not have."""

    code = "evidence-criterion-unknown"
    kind = Kind.INVALID
    en = "finding {number} has no sign-off criterion {criteria}; it has {known}"
    zh = "问题 {number} 没有第 {criteria} 条销号标准；现有：{known}"
    next_en = "name existing criteria, or state the criteria first"
    next_zh = "请填写现有的销号标准序号，或先明确销号标准"


class SameFile(Refusal):
    """The file is there already."""

    code = "evidence-same-file"
    kind = Kind.CONFLICT
    en = "the same file (SHA-256 {sha256}) is evidence {evidence} of finding {number} already"
    zh = "同一文件（SHA-256 {sha256}）已是问题 {number} 的第 {evidence} 项佐证材料"
    next_en = "let that evidence stand for the criterion, or give another file"
    next_zh = "请直接引用该项佐证材料，或提交其他文件"
