"""What the page says on which anybody verifies a notice: verdicts, reasons, what is proved and what not, in both languages."""

from collections.abc import Mapping
from typing import Any


def _say(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh": zh}


LABELS = {
    "language": _say("中文", "English"),
    "about": _say(
        "Drop a notice (its machine-readable file, or the saved page) and its proof file here. Nothing leaves this page: it "
        "works without any connection, and you may save it and use it from your own disk.",
        "将通报（机读文件或保存的网页）和证明文件拖放到此处。任何内容都不会离开本页：核验无须联网，您也可将本页保存到本地使用。",
    ),
    "choose": _say("or choose files", "或选择文件"),
    "policy": _say("Whom you trust", "信任策略"),
    "policy_about": _say(
        "The keys of the log and of its witnesses (C2SP tlog-policy). This one comes from the site itself; whoever does not "
        "trust the site takes the policy from whom they trust, and puts it here.",
        "日志及其见证方的密钥（C2SP tlog-policy）。以下策略由本站提供；如不信任本站，请从您信任的来源获取策略并替换。",
    ),
    "published": _say("What was published", "公开内容"),
    "recorded": _say("recorded", "登记"),
    "notice": _say("notice", "通报"),
    "same": _say("is the one that was published, byte for byte", "与公开的通报逐字节一致"),
    "missing": _say("was not given; its SHA-256 is shown below as sha256", "未提供；其 SHA-256 见下方 sha256"),
    "disclosed": _say("Disclosed", "公开的字段"),
    "withheld": _say("Withheld, with the reason", "保留的字段及理由"),
    "masked": _say("Masked: text shown in place of the value, and the rule", "遮蔽的字段：替代文字及规则"),
    "approvals": _say("Approved by", "批准"),
    "checkpoint": _say("Checkpoint, and who cosigned it", "检查点及联署"),
    "says": _say("What the notice says: read it here", "通报内容：请以此处为准"),
    "proves": _say("What this proves", "本结论证明什么"),
    "proves_not": _say("What this does not prove", "本结论不证明什么"),
    "where": _say("where", "位置"),
    "malformed": _say(
        "The file is not in its one form: it was altered or is damaged. Fetch it again.",
        "文件不符合唯一规范形式：已被改动或损坏。请重新获取。",
    ),
    "unable": _say(
        "CANNOT DECIDE: this browser cannot check Ed25519 signatures; use a newer one, or rectify verify",
        "无法判定：此浏览器不支持 Ed25519 签名核验，请使用较新的浏览器或 rectify verify",
    ),
}

OUTCOMES = {
    "valid": _say("VALID", "有效"),
    "invalid": _say("INVALID: do not use it", "无效：不可使用"),
    "undecided": _say("CANNOT DECIDE", "无法判定"),
}

PROBLEMS = {
    "notice-mismatch": _say("The notice is not the one that was published: it was altered.", "通报与公开的内容不符：已被改动。"),
    "proof-other": _say("The proof is not the one that the QR code names.", "证明文件与二维码所指的不是同一份。"),
    "commitment-mismatch": _say("A field of the proof was altered.", "证明文件中有字段被改动。"),
    "proof-invalid": _say("The event is not in the log that the checkpoint signs.", "该事件不在检查点所签署的日志中。"),
    "source-mismatch": _say("The event is of another log than the checkpoint.", "事件与检查点不属于同一日志。"),
    "redaction-wrong": _say("The proof does not account for every field exactly once.", "证明文件未将每个字段恰好说明一次。"),
    "approval-wrong": _say("The approvals are not those of this notice.", "批准与此通报不符。"),
    "time-backwards": _say("Events stand in an order that time does not allow.", "事件时间顺序有误。"),
    "signature-invalid": _say("A signature does not fit.", "签名不符。"),
    "signature-relabelled": _say("A signature was given another name.", "签名被换名。"),
    "signature-stray": _say("A signature bears a known name and is not by its key.", "签名冒用已知名称。"),
    "signature-order": _say("Signatures are not in their one order.", "签名顺序有误。"),
    "log-signature-missing": _say("The checkpoint is not signed by its log.", "检查点没有其日志的签名。"),
    "no-quorum": _say("Fewer witnesses have cosigned than the policy demands.", "联署的见证方未达到策略要求。"),
    "log-unknown": _say("The policy names no key of this log.", "策略未列出该日志的密钥。"),
    "signature-unknown": _say("A signature is of a key that the policy does not name.", "有签名的密钥未列入策略。"),
    "policy-malformed": _say("The policy is not in its form.", "策略格式有误。"),
    "format-unknown": _say("The file is no publication proof.", "文件不是公开证明。"),
}

REASONS = {
    "in-notice": _say("stands in the notice itself, which its SHA-256 binds", "载于通报本身，由其 SHA-256 绑定"),
    "personal": _say("concerns a person", "涉及个人"),
    "internal": _say("internal to the organs that worked on it", "属办理机关内部事项"),
    "secret": _say("secret, or not to be known yet", "涉密或暂不公开"),
}

PROVES = [
    _say(
        "A notice with this SHA-256 was published as recorded here, not later than the times of the cosignatures.",
        "具有此 SHA-256 的通报按此处登记公开，且不晚于联署时间。",
    ),
    _say(
        "At least two different persons had approved of exactly this content and of what is disclosed of it.",
        "至少两名不同人员事先批准了此内容及其公开范围。",
    ),
    _say("The fields disclosed are those that were recorded.", "所公开的字段即登记的字段。"),
]

PROVES_NOT = [
    _say(
        "That what was published is true: a log proves what was recorded and when, not that it happened so.",
        "不证明公开的内容属实：日志证明登记了什么、何时登记，不证明事情确实如此。",
    ),
    _say(
        "That it was not corrected or withdrawn later: look where it was published.", "不证明此后未被更正或撤回：请查看公开之处。"
    ),
    _say("What withheld fields say.", "不证明保留字段的内容。"),
    _say(
        "Anything at all, if the log and so many witnesses that they make the quorum lie together, or if this page was not "
        "got from whom you trust.",
        "如日志与达到策略要求数量的见证方共同作假，或本页并非取自您信任的来源，则什么都不能证明。",
    ),
]


def words(figures: Mapping[str, str], states: Mapping[str, str], channels: Mapping[str, str]) -> dict[str, Any]:
    """All of it, with the words by which the public site tells a notice."""
    return {
        "labels": LABELS,
        "outcomes": OUTCOMES,
        "problems": PROBLEMS,
        "reasons": REASONS,
        "proves": PROVES,
        "proves_not": PROVES_NOT,
        "figures": dict(figures),
        "states": dict(states),
        "channels": dict(channels),
    }
