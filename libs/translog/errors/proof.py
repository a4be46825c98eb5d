"""Refusals of policies, witnesses, histories and exports."""

from __future__ import annotations

from translog.errors.base import TranslogError


class Undecided(TranslogError):
    """Nothing is wrong with what was given, but it does not suffice for a verdict."""

    code = "undecided"


# --- policies --------------------------------------------------------------------------------------------------------


class PolicyMalformed(Undecided):
    """A policy file that is not of the format (C2SP tlog-policy)."""

    code = "policy-malformed"
    en = "{where}: {why}. Fetch the policy again from whom you trust to write it."
    zh = "{where}：{why}。请向所信任的制定者重新索取策略文件。"


class LogUnknown(Undecided):
    """A checkpoint of a log of which the policy names no key."""

    code = "log-unknown"
    en = "{where} is of log {origin}, of which the policy names no key. Use the policy that names this log."
    zh = "{where} 属于日志 {origin}，策略未列出其密钥。请使用列有该日志的策略。"


class NoQuorum(Undecided):
    """A checkpoint that too few of the policy's witnesses have cosigned."""

    code = "no-quorum"
    en = (
        "{where} of log {origin} is cosigned by {found}; the policy demands {demanded}. "
        "Ask for it again when more witnesses have cosigned."
    )
    zh = "日志 {origin} 的 {where} 由 {found} 联署，策略要求 {demanded}。请待更多见证方联署后重新索取。"


class SignatureUnknown(Undecided):
    """A signature of a key that the policy does not name, where only known ones may stand."""

    code = "signature-unknown"
    en = (
        "{where} carries a signature of {name}, a key that the policy does not name. "
        "Add the key to the policy, or ask for a file made for this policy."
    )
    zh = "{where} 带有 {name} 的签名，策略未列出该密钥。请在策略中加入该密钥，或索取按此策略制作的文件。"


class SignatureRelabelled(TranslogError):
    """A signature of a known key under a name or key id that is not its own."""

    code = "signature-relabelled"
    en = "{where}: the signature named {name} was made by the key of {owner}. Its name or key id was altered; do not use it."
    zh = "{where}：标为 {name} 的签名实由 {owner} 的密钥作出，名称或密钥标识被改动，不可使用。"


class SignatureStray(TranslogError):
    """A signature that shares name or key id with a known key and is not by it."""

    code = "signature-stray"
    en = (
        "{where}: the signature named {name} bears the name or key id of a known key and is not by it. It was altered, "
        "or the key was replaced after the policy was written: compare with a newer policy."
    )
    zh = (
        "{where}：标为 {name} 的签名带有某已知密钥的名称或密钥标识，但并非由其作出。签名被改动，"
        "或该密钥在策略制定后已更换：请以更新的策略核对。"
    )


class SignatureOrder(TranslogError):
    """Signature lines that are not in their one order, or twice of one key."""

    code = "signature-order"
    en = (
        "{where}: signature lines must stand in one order: those of the log, then the witnesses' by name and key id, "
        "one of each key. Ask for the file again."
    )
    zh = "{where}：签名行须按唯一顺序排列：先日志，后见证方（按名称和密钥标识），每个密钥一行。请重新索取文件。"


class LogSignatureMissing(TranslogError):
    """A checkpoint of a known log without the signature of its key."""

    code = "log-signature-missing"
    en = "{where} is not signed by the key of its log {origin}. Do not use it; fetch the checkpoint from the log."
    zh = "{where} 没有其日志 {origin} 的密钥签名，不可使用。请从该日志获取检查点。"


# --- witnesses (C2SP tlog-witness) -----------------------------------------------------------------------------------


class RequestMalformed(TranslogError):
    """A body that is not an `add-checkpoint` request: 400."""

    code = "request-malformed"
    en = "{where} is not an add-checkpoint request: {why}. Correct the client."
    zh = "{where} 不是 add-checkpoint 请求：{why}。请更正客户端。"


class OriginUnknown(TranslogError):
    """A checkpoint of a log that the witness does not serve: 404."""

    code = "origin-unknown"
    en = "{where}: this witness does not serve log {origin}. Ask its operator to add the log's key."
    zh = "{where}：本见证方不受理日志 {origin}。请由其运营者加入该日志的密钥。"


class OldSizeAbove(TranslogError):
    """An old size above the checkpoint's: 400."""

    code = "old-size-above"
    en = "{where}: old size {old} is above the checkpoint's size {size}. Submit a newer checkpoint."
    zh = "{where}：旧长度 {old} 大于检查点长度 {size}。请提交更新的检查点。"


class OldSizeStale(TranslogError):
    """An old size that is not the one last cosigned: 409."""

    code = "old-size-stale"
    en = "{where}: old size is {old}, the last one cosigned is {known}. Prove consistency from there."
    zh = "{where}：旧长度为 {old}，而最近一次联署的长度为 {known}。请从该长度起证明一致性。"


class RootConflict(TranslogError):
    """Another root at the size last cosigned: 409, and evidence that the log shows two histories."""

    code = "root-conflict"
    en = (
        "{where}: at size {size} of log {origin} another root was cosigned before. "
        "Keep both checkpoints: the log shows two histories."
    )
    zh = "{where}：日志 {origin} 在长度 {size} 处曾以另一根哈希获得联署。请保存两个检查点：该日志出现了两份历史。"


class ResponseMalformed(TranslogError):
    """An answer of a witness that is not of the protocol."""

    code = "response-malformed"
    en = "{where} is not an answer to add-checkpoint: {why}. Ask the witness's operator."
    zh = "{where} 不是对 add-checkpoint 的答复：{why}。请联系见证方运营者。"


# --- histories and exports -------------------------------------------------------------------------------------------


class FormatUnknown(TranslogError):
    """Bytes of no format that is verified here."""

    code = "format-unknown"
    en = "{where} names no format that is known here ({known}). If a newer version wrote it, use a newer verifier."
    zh = "{where} 不是此处已知的格式（{known}）。如由更新的版本写出，请使用更新的核验程序。"


class BundleMalformed(TranslogError):
    """A history bundle that has not the shape of its format."""

    code = "bundle-malformed"
    en = "{where}: {why}. Ask for the bundle again."
    zh = "{where}：{why}。请重新索取该文件。"


class HistoryForeign(TranslogError):
    """A history with an event that has nothing to do with its subject, or with none about it."""

    code = "history-foreign"
    en = "{where}: {why}. The bundle was put together from several; ask for it again."
    zh = "{where}：{why}。该文件由多份拼成，请重新索取。"


class SealMalformed(TranslogError):
    """An event that is not a state seal of its log."""

    code = "seal-malformed"
    en = "{where} is not a state seal of its log: {why}. Ask for the bundle again."
    zh = "{where} 不是其日志的状态封签：{why}。请重新索取该文件。"


class IndexContradicts(TranslogError):
    """Events of an aggregate that the index of a state seal contradicts: an event is missing, or the seal is false."""

    code = "index-contradicts"
    en = "{where}: {why}. Events were left out, or the log sealed something false; ask the log's operator for both."
    zh = "{where}：{why}。有事件被略去，或日志封签有误；请向日志运营者查证。"


class PublicationMalformed(TranslogError):
    """A publication proof that has not the shape of its format."""

    code = "publication-malformed"
    en = "{where}: {why}. Fetch the proof again from where the notice was published."
    zh = "{where}：{why}。请从公开该通报之处重新获取证明文件。"


class RedactionWrong(TranslogError):
    """A redaction that does not account for every path of what was published exactly once."""

    code = "redaction-wrong"
    en = "{where}: {why}. Fetch the proof again; if it stays so, ask who published the notice."
    zh = "{where}：{why}。请重新获取证明文件；如仍如此，请向公开单位查证。"


class ApprovalWrong(TranslogError):
    """Approvals that are not those of what was published."""

    code = "approval-wrong"
    en = "{where}: {why}. Fetch the proof again; if it stays so, ask who published the notice."
    zh = "{where}：{why}。请重新获取证明文件；如仍如此，请向公开单位查证。"


class NoticeMismatch(TranslogError):
    """A notice that is not the one that was published."""

    code = "notice-mismatch"
    en = (
        "{where}: its SHA-256 is {found}, published was {expected}. The file was altered, or is another one: "
        "compare it with the notice's machine-readable file (JSON) from where it was published."
    )
    zh = "{where}：其 SHA-256 为 {found}，而公开的为 {expected}。文件被改动或并非同一份：请与公开之处的机读文件（JSON）核对。"


class NoticeUncalled(TranslogError):
    """A notice given beside a file that is no publication proof."""

    code = "notice-uncalled"
    en = "{where} is no publication proof, so no notice can be compared with it. Give the notice's own proof file."
    zh = "{where} 不是公开证明，无法与通报比对。请提供该通报的证明文件。"


class ExportMalformed(TranslogError):
    """An export of a log that has not the shape of its format."""

    code = "export-malformed"
    en = "{where}: {why}. Export the log again."
    zh = "{where}：{why}。请重新导出该日志。"


class SizeMismatch(TranslogError):
    """A log with more or fewer events than its checkpoint says."""

    code = "size-mismatch"
    en = "{where} has {found} events, its checkpoint says {expected}. Events were cut off or added; export the log again."
    zh = "{where} 有 {found} 个事件，其检查点为 {expected} 个；有事件被截去或添加。请重新导出该日志。"


class RootMismatch(TranslogError):
    """A log whose leaves do not give the root of its checkpoint."""

    code = "root-mismatch"
    en = (
        "{where}: its {size} events give another root than the checkpoint. "
        "An event was altered, swapped or left out; compare with the mirror."
    )
    zh = "{where}：其 {size} 个事件得出的根哈希与检查点不符；有事件被改动、调换或略去。请与镜像比对。"


# --- receipts --------------------------------------------------------------------------------------------------------


class ReceiptMalformed(TranslogError):
    """A receipt that has not the shape of its format."""

    code = "receipt-malformed"
    en = "{where}: {why}. It is not what the service signed; repeat the command with the same id for its receipt."
    zh = "{where}：{why}。该回执并非服务所签；请以同一命令编号重发，取回回执。"


class ReceiptNotInLog(TranslogError):
    """A receipt of an event that its log does not hold at that place."""

    code = "receipt-not-in-log"
    en = (
        "{where}: command {command} was answered with a signed receipt, and the log does not hold it: {why}. "
        "Keep the receipt: it shows that the log lost or replaced what it had acknowledged."
    )
    zh = "{where}：命令 {command} 已获签名回执，而日志未持有该事件：{why}。请保存回执：它证明日志丢失或替换了已确认的内容。"


class ReceiptUndecided(Undecided):
    """A receipt of which it cannot be told yet whether its log holds it."""

    code = "receipt-undecided"
    en = "{where}: whether the log holds command {command} cannot be told: {why}. Check again when its checkpoint has grown."
    zh = "{where}：无法判定日志是否持有命令 {command}：{why}。请待检查点更新后再核对。"
