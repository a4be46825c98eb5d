"""Why a look-back is refused."""

from kernel.errors import Kind, Refusal


class NotSignedOff(Refusal):
    """Only what is signed off can be reopened by a look-back."""

    code = "not-signed-off"
    kind = Kind.BLOCKED
    en = "the finding is {state}, not signed off: a look-back has nothing to overturn"
    zh = "该问题状态为“{state}”，未销号，“回头看”无可推翻"
    next_en = "record the defect with the outer check instead"
    next_zh = "请在外部核查环节记录缺陷"


class EvidenceMissing(Refusal):
    """A look-back that reopens rests on evidence."""

    code = "evidence-missing"
    kind = Kind.INVALID
    en = "reopening needs at least one piece of evidence (SHA-256 of a stored file)"
    zh = "重开问题须附至少一份佐证材料（已存文件的 SHA-256）"
    next_en = "store the file and name its hash"
    next_zh = "请先上传材料并填写其哈希值"
