"""The words of reports, in both languages."""

from __future__ import annotations

from typing import Final

from translog.errors import Language, Words
from translog.verdict import Kind, Outcome, Standing

HEADLINES: Final = {
    Outcome.VALID: Words("VALID", "有效"),
    Outcome.INVALID: Words("INVALID: do not use it", "无效：不可使用"),
    Outcome.UNDECIDED: Words("CANNOT DECIDE", "无法判定"),
}

KINDS: Final = {
    Kind.HISTORY: Words("History bundle", "历史文件"),
    Kind.EXPORT: Words("Export of a log", "日志导出文件"),
    Kind.PUBLICATION: Words("Publication proof", "公开证明"),
    Kind.UNKNOWN: Words("Unknown file", "未知文件"),
}

REASONS: Final = {
    "in-notice": Words("stands in the notice itself, which its SHA-256 binds", "载于通报本身，由其 SHA-256 绑定"),
    "personal": Words("concerns a person", "涉及个人"),
    "internal": Words("internal to the organs that worked on it", "属办理机关内部事项"),
    "secret": Words("secret, or not to be known yet", "涉密或暂不公开"),
}
"""Reasons for withholding that are known here; any other code is shown as it is."""

STANDINGS: Final = {
    Standing.COMPLETE: Words("complete up to the state seal", "至状态封签为止完整"),
    Standing.UNBROKEN: Words(
        "no gap from the beginning; whether more followed is not shown", "自始无缺口；此后是否另有事件未予证明"
    ),
    Standing.SELECTED: Words("selected events; others were left out", "仅摘录部分事件"),
}

LABELS: Final = {
    "title": Words("Verification report", "核验报告"),
    "verdict": Words("Verdict", "结论"),
    "why": Words("Why", "原因"),
    "where": Words("where", "位置"),
    "code": Words("code", "代码"),
    "file": Words("SHA-256 of the file", "文件 SHA-256"),
    "about": Words("About", "对象"),
    "policy": Words("Witnesses demanded", "策略要求的联署"),
    "checked": Words("What was checked", "核验内容"),
    "log": Words("Log", "日志"),
    "checkpoint": Words("Checkpoint", "检查点"),
    "events_under": Words("{count} events, root {root}", "{count} 个事件，根哈希 {root}"),
    "signed": Words("signed by the log's key", "由日志密钥签名"),
    "unsigned": Words("its signature could not be checked", "签名无法核验"),
    "cosigned": Words("Cosigned by", "联署"),
    "nobody": Words("nobody", "无"),
    "since": Words("quorum reached at {time}", "于 {time} 达到策略要求"),
    "shown": Words(
        "{count} events of {aggregates} aggregates, recorded {first} to {last}",
        "{aggregates} 个聚合的 {count} 个事件，记录时间 {first} 至 {last}",
    ),
    "nothing": Words("no event", "无事件"),
    "sealed_day": Words(
        "State seal of {day} at position {position}, of the state at position {size}",
        "{day} 状态封签（位置 {position}），所述状态截至位置 {size}",
    ),
    "chain": Words(
        "Aggregate {agg}: versions {first} to {last}, {count} events: {standing}",
        "聚合 {agg}：第 {first} 至 {last} 版，{count} 个事件：{standing}",
    ),
    "events": Words("Events in order", "按时间排列的事件"),
    "recorded": Words("recorded", "记录"),
    "effective": Words("effective", "生效"),
    "role": Words("role", "角色"),
    "org": Words("organ", "机关"),
    "actor": Words("person", "人员"),
    "rule": Words("rule", "规则"),
    "cause": Words("followed from", "起因"),
    "version": Words("version", "版本"),
    "encrypted": Words("encrypted", "已加密"),
    "proves": Words("What this proves", "本结论证明什么"),
    "not_proves": Words("What this does not prove", "本结论不证明什么"),
    "published": Words("What was published", "公开内容"),
    "published_at": Words("recorded {at} at position {position} as {type}", "于 {at} 登记在位置 {position}，类型 {type}"),
    "notice_sha256": Words("SHA-256 of the notice", "通报 SHA-256"),
    "notice_same": Words("The notice given is byte for byte the one that was published.", "所给通报与公开的通报逐字节一致。"),
    "notice_missing": Words(
        "No notice was given: compare the SHA-256 of its machine-readable file with the one above.",
        "未提供通报文件：请将其机读文件的 SHA-256 与上列值核对。",
    ),
    "disclosed": Words("Disclosed", "公开的字段"),
    "withheld": Words("Withheld, with the reason", "保留的字段及理由"),
    "masked": Words("Masked: text shown in place of the value, and the rule", "遮蔽的字段：替代文字及规则"),
    "approvals": Words("Approved by", "批准"),
    "approval": Words(
        "{type}, recorded {at}: role {role}, organ {org}, person {actor}",
        "{type}，登记于 {at}：角色 {role}，机关 {org}，人员 {actor}",
    ),
    "none": Words("none", "无"),
    "utc": Words("All times are UTC.", "所有时间均为协调世界时（UTC，北京时间减 8 小时）。"),
}

CHECKS: Final = {
    Kind.HISTORY: (
        Words(
            "The file is in the one canonical form (RFC 8785); no byte of it is outside the proof.",
            "文件为唯一的规范形式（RFC 8785），没有任何字节处于证明之外。",
        ),
        Words(
            "Every event's envelope is canonical, and its body reproduces the commitment in it.",
            "每个事件的信封均为规范形式，正文可重现信封中的承诺值。",
        ),
        Words(
            "Every event is in the log's tree at its position (RFC 6962 inclusion proof).",
            "每个事件均以其位置包含于日志的哈希树（RFC 6962 包含证明）。",
        ),
        Words(
            "Each aggregate's events follow one another: versions ascend, and each names the one before by its hash.",
            "每个聚合的事件前后衔接：版本递增，且以哈希指明前一事件。",
        ),
        Words(
            "Ends of aggregates claimed complete are in the index of a state seal that is itself in the log.",
            "声称完整的聚合，其末尾见于状态封签的索引，封签本身亦在日志中。",
        ),
        Words("Every event is tied to the subject.", "每个事件均与对象相关联。"),
        Words(
            "Each checkpoint is signed by its log and cosigned as the policy demands; no signature is of an unknown key.",
            "每个检查点均由其日志签名并按策略联署，没有未知密钥的签名。",
        ),
    ),
    Kind.EXPORT: (
        Words("Positions are contiguous from 1 to the checkpoint's size.", "位置自 1 起连续，直至检查点长度。"),
        Words(
            "Every event's envelope is canonical, and its body reproduces the commitment in it.",
            "每个事件的信封均为规范形式，正文可重现信封中的承诺值。",
        ),
        Words(
            "Each aggregate's events follow one another: versions ascend, and each names the one before by its hash.",
            "每个聚合的事件前后衔接：版本递增，且以哈希指明前一事件。",
        ),
        Words("Recorded times never run backwards.", "记录时间从不倒退。"),
        Words("All events together give the root of the checkpoint (RFC 6962).", "全部事件得出检查点的根哈希（RFC 6962）。"),
        Words(
            "The checkpoint is signed by its log and cosigned as the policy demands; no signature is of an unknown key.",
            "检查点由其日志签名并按策略联署，没有未知密钥的签名。",
        ),
    ),
    Kind.PUBLICATION: (
        Words(
            "The file is in the one canonical form (RFC 8785); no byte of it is outside the proof.",
            "文件为唯一的规范形式（RFC 8785），没有任何字节处于证明之外。",
        ),
        Words(
            "The event by which the notice was published is in the log's tree at its position (RFC 6962 inclusion proof).",
            "公开该通报的事件以其位置包含于日志的哈希树（RFC 6962 包含证明）。",
        ),
        Words(
            "What is disclosed, with the digests of what is not, reproduces the event's commitment.",
            "公开的字段连同未公开字段的摘要，可重现该事件的承诺值。",
        ),
        Words(
            "Every path of the event is listed once as disclosed, withheld or masked, and as many digests are left.",
            "该事件的每个路径均恰好列为公开、保留或遮蔽之一，且剩余摘要的数目相符。",
        ),
        Words(
            "At least two different persons had approved of exactly this content and redaction, as earlier events of the same log.",
            "至少两名不同人员事先批准了此内容和处理方式，其批准为同一日志中更早的事件。",
        ),
        Words(
            "The checkpoint is signed by its log and cosigned as the policy demands; no signature is of an unknown key.",
            "检查点由其日志签名并按策略联署，没有未知密钥的签名。",
        ),
    ),
    Kind.UNKNOWN: (),
}

PROVES: Final = {
    Kind.HISTORY: (
        Words(
            "These events were recorded as they stand here, in this order, not later than the times of the cosignatures.",
            "这些事件按此处内容和顺序登记，且不晚于联署时间。",
        ),
        Words(
            "None was changed, swapped or slipped in since; of the subject's own aggregate none is missing in the middle.",
            "此后均未被改动、调换或插入；对象自身聚合的中间没有缺失。",
        ),
        Words(
            "Aggregates called complete had no further event when the state seal was written.",
            "标为完整的聚合，在状态封签作出时没有更多事件。",
        ),
    ),
    Kind.EXPORT: (
        Words(
            "This is the whole log up to the checkpoint: nothing was changed, swapped, left out or added since the cosignatures.",
            "这是至检查点为止的完整日志：自联署时起没有任何内容被改动、调换、略去或添加。",
        ),
    ),
    Kind.PUBLICATION: (
        Words(
            "A notice with this SHA-256 was published as recorded here, not later than the times of the cosignatures.",
            "具有此 SHA-256 的通报按此处登记公开，且不晚于联署时间。",
        ),
        Words(
            "The fields disclosed are those that were recorded; nothing else of the record had to be shown for that.",
            "所公开的字段即登记的字段；为此无须出示记录中的其他内容。",
        ),
        Words(
            "Who approved acted under these roles and organs before it was published.",
            "批准人在公开之前以所列角色和机关作出批准。",
        ),
    ),
    Kind.UNKNOWN: (),
}

NOT_PROVES: Final = {
    Kind.HISTORY: (
        Words(
            "That what was recorded is true: a log proves what was recorded and when, not that it happened so.",
            "不证明所登记的内容属实：日志证明登记了什么、何时登记，不证明事情确实如此。",
        ),
        Words(
            "That nothing followed after the state seal, nor that aggregates not called complete have no other events.",
            "不证明状态封签之后没有新事件，也不证明未标为完整的聚合没有其他事件。",
        ),
        Words(
            "That every event that concerns the subject is here: others may concern it under other ids.",
            "不证明与对象有关的事件均已列出：其他事件可能以其他标识与之相关。",
        ),
        Words("What encrypted fields say. That they are unchanged is proved.", "不证明加密字段的内容；但证明其未被改动。"),
        Words(
            "Anything at all, if the log and so many witnesses that they make the quorum lie together.",
            "如日志与达到策略要求数量的见证方共同作假，则什么都不能证明。",
        ),
    ),
    Kind.EXPORT: (
        Words(
            "That what was recorded is true: a log proves what was recorded and when, not that it happened so.",
            "不证明所登记的内容属实：日志证明登记了什么、何时登记，不证明事情确实如此。",
        ),
        Words("That nothing was recorded after the checkpoint, or in other logs.", "不证明检查点之后或其他日志中没有登记。"),
        Words("What encrypted fields say. That they are unchanged is proved.", "不证明加密字段的内容；但证明其未被改动。"),
        Words(
            "Anything at all, if the log and so many witnesses that they make the quorum lie together.",
            "如日志与达到策略要求数量的见证方共同作假，则什么都不能证明。",
        ),
    ),
    Kind.PUBLICATION: (
        Words(
            "That what was published is true: a log proves what was recorded and when, not that it happened so.",
            "不证明公开的内容属实：日志证明登记了什么、何时登记，不证明事情确实如此。",
        ),
        Words(
            "That it was not corrected or withdrawn later: look where it was published.",
            "不证明此后未被更正或撤回：请查看公开之处。",
        ),
        Words(
            "What withheld fields say, nor that a text shown in place of a masked one agrees with it.",
            "不证明保留字段的内容，也不证明遮蔽处的替代文字与原值相符。",
        ),
        Words(
            "Anything at all, if the log and so many witnesses that they make the quorum lie together.",
            "如日志与达到策略要求数量的见证方共同作假，则什么都不能证明。",
        ),
    ),
    Kind.UNKNOWN: (),
}

NO_WITNESS: Final = Words(
    "The policy demands no witness: the log alone vouches, and could show others another history.",
    "策略未要求联署：仅由日志自身担保，它可能向他人出示另一份历史。",
)

UNDECIDED_MEANS: Final = Words(
    "Nothing was found altered, but the policy does not suffice to believe what follows.",
    "未发现改动，但依此策略不足以采信以下内容。",
)

INVALID_MEANS: Final = Words(
    "Nothing of the file is shown, for nothing of it may be believed.",
    "文件内容概不显示，因其不可采信。",
)


def label(name: str, language: Language, **facts: object) -> str:
    """A label, filled in."""
    return said(LABELS[name], language).format(**facts)


def said(words: Words, language: Language) -> str:
    """Words in one language."""
    return words.zh if language == "zh" else words.en
