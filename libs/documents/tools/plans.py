"""Draws the plan (整改方案) and the three lists."""

from documents.tools.official import Draft

_MEASURES = (
    "{% for m in f.measures %}{{ loop.index }}. {{ m.text }}{% if m.unit or m.due %}（{{ m.unit }}"
    "{% if m.unit and m.due %}，{% endif %}{{ m.due | day }}）{% endif %}{% if not loop.last %}\n{% endif %}{% else %}无{% endfor %}"
)
_GOALS = "{% for m in f.milestones %}{{ m.day | day }}：{{ m.goal }}{% if not loop.last %}\n{% endif %}{% else %}无{% endfor %}"


def _three(draft: Draft) -> None:
    draft.paragraph("问题清单", font="黑体", align="center", indent=0)
    draft.table(
        [
            ("序号", "{{ loop.index }}", 0.5),
            ("问题编号", "{{ f.number }}", 1.3),
            ("问题类别", "{{ f.category | or_none }}", 1.1),
            ("反馈问题", "{{ f.wording | or_none }}", 3),
            ("具体表现", "{{ f.manifestation | or_none }}", 2.6),
            ("原因剖析", "{{ f.cause | or_none }}", 2.6),
        ],
        "f",
        "findings",
    )
    draft.across()
    draft.paragraph("任务清单", font="黑体", align="center", indent=0)
    draft.table(
        [
            ("问题编号", "{{ f.number }}", 1.3),
            ("整改目标", "{{ f.goal | or_none }}", 1.8),
            ("整改措施", _MEASURES, 3.4),
            ("整改类型", "{{ f.track | or_none }}", 0.9),
            ("完成时限", "{{ f.due | day | or_none }}", 1.2),
            ("阶段目标及时间", _GOALS, 1.6),
            ("销号标准", "{{ f.criteria | numbered }}", 2),
        ],
        "f",
        "findings",
    )
    draft.across()
    draft.paragraph("责任清单", font="黑体", align="center", indent=0)
    draft.table(
        [
            ("问题编号", "{{ f.number }}", 1.5),
            ("牵头单位", "{{ f.unit | or_none }}", 2),
            ("配合单位", "{{ f.supports | joined }}", 2.4),
            ("责任领导", "{{ f.member | or_none }}", 1.5),
            ("责任人", "{{ f.handler | or_none }}", 1.5),
            ("包保领导", "{{ f.sponsor | or_none }}", 1.5),
        ],
        "f",
        "findings",
    )


def plan() -> Draft:
    """整改方案."""
    draft = Draft()
    draft.to()
    draft.first("一、总体要求")
    draft.text("aims")
    draft.first("二、组织领导")
    draft.when("leading_body.name or leading_body.head")
    draft.paragraph("成立{{ leading_body.name or '整改工作领导小组' }}。")
    draft.paragraph("组　长：{{ leading_body.head | or_none }}")
    draft.paragraph("副组长：{{ leading_body.deputies | joined }}")
    draft.paragraph("成　员：{{ leading_body.members | joined }}")
    draft.when("leading_body.office")
    draft.paragraph("{{ leading_body.office | stop }}")
    draft.end("if")
    draft.otherwise()
    draft.paragraph("无。")
    draft.end("if")
    draft.first("三、整改任务")
    draft.paragraph("共反馈问题{{ findings | length }}个，逐项整改任务如下：")
    draft.each("f", "findings")
    draft.second("（{{ loop.index | ordinal }}）{{ f.wording | or_none }}（{{ f.number }}）")
    draft.paragraph("整改目标：{{ f.goal | or_none | stop }}")
    draft.paragraph("整改措施：{% if not f.measures %}无。{% endif %}")
    draft.each("m", "f.measures")
    draft.paragraph("{{ loop.index }}．{{ m.text }}{% if m.due %}（{{ m.due | day }}前完成）{% endif %}")
    draft.end("for")
    draft.paragraph(
        "整改类型：{{ f.track | or_none }}。责任领导：{{ f.member | or_none }}。责任人：{{ f.handler | or_none }}。"
        "牵头单位：{{ f.unit | or_none }}。完成时限：{{ f.due | day | or_none }}。"
    )
    draft.end("for")
    draft.first("四、进度安排")
    draft.each("p", "phases")
    draft.paragraph("（{{ loop.index | ordinal }}）{{ p.name }}（{{ p.since | day }}—{{ p.until | day }}）。{{ p.tasks | stop }}")
    draft.end("for")
    draft.when("not phases")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("五、保障措施")
    draft.text("safeguards")
    draft.first("六、审议和签字背书")
    draft.paragraph("审议会议：{{ minutes | or_none | stop }}")
    draft.paragraph("签字背书：{{ endorsement.text | or_none }}")
    draft.paragraph(
        "{{ endorsement.title }}{% if endorsement.title and endorsement.name %}　{% endif %}{{ endorsement.name or '（签字）＿＿＿＿＿＿' }}"
        "　{{ endorsement.on | day or '　　年　　月　　日' }}"
    )
    draft.close()
    draft.across()
    _three(draft)
    return draft


def lists() -> Draft:
    """问题清单、任务清单、责任清单."""
    draft = Draft(number=False, across=True)
    draft.paragraph(
        "填报单位：{{ issuer or org }}　　　　问题总数：{{ findings | length }}　　　　{{ issued_on | day }}", indent=0, size=12
    )
    draft.source()
    _three(draft)
    return draft
