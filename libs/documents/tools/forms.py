"""Draws forms: monthly return, sign-off, handover, evaluation."""

from documents.tools.official import Draft

_SIGNED = "{{ %s.name or '（签字）' }}　{{ %s.on | day or '　　年　　月　　日' }}"


def monthly() -> Draft:
    """月报表."""
    draft = Draft(number=False, across=True)
    draft.paragraph(
        "填报单位：{{ org }}　　　填报月份：{{ month | month }}　　　填报人：{{ compiler or '　　　　' }}　　　签字背书人：{{ endorser or '　　　　' }}"
        "{% if submitted_on %}　　　报送日期：{{ submitted_on | day }}{% endif %}{% if timeliness %}（{{ timeliness }}）{% endif %}",
        size=10.5, indent=0,
    )  # fmt: skip
    draft.form(
        [
            (
                "反馈问题数", "{{ totals.findings }}", "已销号", "{{ totals.signed_off }}", "本月新增销号", "{{ totals.signed_off_now }}",
                "未完成", "{{ totals.unfinished }}", "逾期", "{{ totals.overdue }}", "重开", "{{ totals.reopened }}",
            )
        ],
        shares=(1.4, 0.7, 1, 0.7, 1.6, 0.7, 1, 0.7, 0.8, 0.7, 0.8, 0.7),
    )  # fmt: skip
    draft.gap()
    draft.table(
        [
            ("序号", "{{ loop.index }}", 0.5),
            ("问题编号", "{{ r.number }}", 1.3),
            ("问题", "{{ r.wording | or_none }}", 2.2),
            ("未完成原因", "{{ r.reason | or_none }}", 1.6),
            ("本月进展", "{{ r.progress | or_none }}", 2.2),
            ("阶段目标完成情况", "{{ r.milestones | or_none }}", 1.5),
            ("存在困难", "{{ r.difficulties | or_none }}", 1.4),
            ("下步措施", "{{ r.next_steps | or_none }}", 1.8),
            ("预计完成时间", "{{ r.expected_on | day | or_none }}", 1.2),
            ("责任领导", "{{ r.responsible | or_none }}", 1.1),
        ],
        "r",
        "rows",
    )
    draft.source()
    return draft


def signoff() -> Draft:
    """销号审批表."""
    draft = Draft()
    draft.form(
        [
            ("单位", "{{ org }}", "轮次", "{{ round }}"),
            ("问题编号", "{{ finding }}", "第几次申请", "第{{ attempt }}次"),
            ("问题类别", "{{ category | or_none }}", "整改类型", "{{ track | or_none }}"),
            ("反馈问题", ("{{ wording | or_none }}", 16)),
            ("整改目标", "{{ goal | or_none }}"),
            ("整改措施", ("{{ measures | numbered }}", 16)),
            ("牵头单位", "{{ unit | or_none }}", "完成时限", "{{ due | day | or_none }}"),
            ("责任领导", "{{ member | or_none }}", "责任人", "{{ handler | or_none }}"),
            ("申请人", "{{ requester | or_none }}", "申请日期", "{{ requested_on | day | or_none }}"),
        ]
    )
    draft.gap()
    draft.paragraph("销号标准与佐证材料对应表", font="黑体", size=14, align="center", indent=0, keep=True)
    draft.table(
        [
            ("序号", "{{ c.no }}", 0.5),
            ("销号标准", "{{ c.text }}", 2.4),
            (
                "佐证材料（编号、名称、版本、摘要值）",
                (
                    "{% for e in c.evidence %}〔{{ e.no }}〕{{ e.name }} 第{{ e.version }}版"
                    "{% if e.altered %}（签字后有变动）{% endif %}\n{{ e.sha256 }}{% if not loop.last %}\n{% endif %}{% else %}无{% endfor %}"
                ),
                4.6,
            ),
        ],
        "c",
        "criteria",
    )
    draft.gap()
    draft.form(
        [
            (
                "举一反三情况",
                ("{{ extension.text | or_none }}（发现同类问题{{ extension.found }}个，整改{{ extension.fixed }}个）", 14),
            ),
            "内部审批",
            ("责任领导意见", ("{{ member_approval.opinion or '　' }}\n" + _SIGNED % (("member_approval",) * 2), 16)),
            ("主要负责人意见", ("{{ principal_approval.opinion or '　' }}\n" + _SIGNED % (("principal_approval",) * 2), 16)),
            "外部审核",
            ("审核单位", "{{ outer.body | or_none }}", "意见文号", "{{ outer.number | or_none }}"),
            ("审核意见", ("{{ outer.overall or '　' }}{% if outer.reason %}\n{{ outer.reason }}{% endif %}", 16)),
            ("问题性质", "{{ outer.defect | or_none }}", "现场记录", "{{ outer.site_record | or_none }}"),
            ("审核人", "{{ outer.verifier or '（签字）' }}", "审核日期", "{{ outer.on | day or '　　年　　月　　日' }}"),
            ("审批结果", "{{ outcome | or_none }}", "销号日期", "{{ signed_off_on | day | or_none }}"),
            "{%tr if overturned_on or overturned_by %}",
            ("推翻情况", "{{ overturned_on | day }}，{{ overturned_by | or_none }}。原销号记录保留备查。"),
            "{%tr endif %}",
            ("签批内容摘要值", "{{ digest | or_none }}"),
        ]
    )
    draft.source()
    return draft


def handover() -> Draft:
    """整改责任交接表."""
    draft = Draft()
    draft.form(
        [
            ("单位", "{{ org }}", "轮次", "{{ round }}"),
            ("移交人", "{{ leaver | or_none }}", "原任职务", "{{ leaver_post | or_none }}"),
            ("接收人", "{{ incoming or '　' }}", "现任职务", "{{ incoming_post or '　' }}"),
            ("离任日期", "{{ left_on | day | or_none }}", "应交接日期", "{{ due | day | or_none }}"),
        ]
    )
    draft.gap()
    draft.paragraph(
        "未完成事项清单{% if list_version %}（第{{ list_version }}稿）{% endif %}",
        font="黑体",
        size=14,
        align="center",
        indent=0,
        keep=True,
    )
    draft.table(
        [
            ("序号", "{{ loop.index }}", 0.5),
            ("类别", "{{ i.kind | or_none }}", 1),
            ("编号", "{{ i.number | or_none }}", 1.5),
            ("事项", "{{ i.text | or_none }}", 3.6),
            ("状态", "{{ i.state | or_none }}", 1),
            ("期限", "{{ i.due | day | or_none }}", 1.3),
        ],
        "i",
        "items",
    )
    draft.gap()
    draft.form(
        [
            ("备注", ("{{ remarks | or_none }}{% if in_place %}\n主要负责人代签原因：{{ in_place }}{% endif %}", 14)),
            ("移交人签字", _SIGNED % (("outgoing",) * 2)),
            ("接收人签字", _SIGNED % (("receiving",) * 2)),
            ("监交单位", "{{ witness_body or '　' }}"),
            ("监交人签字", _SIGNED % (("witness",) * 2)),
            ("归档编号", "{{ file_number or '　' }}"),
            ("清单摘要值", "{{ digest | or_none }}"),
        ]
    )
    draft.source()
    return draft


def evaluation() -> Draft:
    """评估表."""
    draft = Draft()
    draft.form(
        [
            ("被评估单位", "{{ org }}", "轮次", "{{ round }}"),
            ("评估办法", "{{ scheme | or_none }}", "版本", "{{ scheme_version | or_none }}"),
        ]
    )
    draft.gap()
    draft.table(
        [
            ("代码", "{{ i.code }}", 0.7),
            ("评估内容", "{{ i.area | or_none }}", 1.2),
            ("评估指标", "{{ i.name | or_none }}", 2),
            ("分值", "{{ i.weight | or_none }}", 0.7),
            ("扣分规则", "{{ i.rule | or_none }}", 2.2),
            ("自评得分", "{{ i.self_score | or_none }}", 0.8),
            ("评估得分", "{{ i.score | or_none }}", 0.8),
            ("扣分理由及依据", "{{ i.ground | or_none }}{% if i.evidence %}\n{{ i.evidence | joined }}{% endif %}", 2.2),
        ],
        "i",
        "indicators",
    )
    draft.gap()
    draft.form(
        [
            ("自评总分", "{{ self_total | or_none }}", "评估总分", "{{ total | or_none }}"),
            (
                "满意度测评",
                (
                    "{% if survey.enough %}有效答卷{{ survey.answers }}份{% if survey.satisfied or survey.fairly or survey.dissatisfied or survey.unknown %}：满意{{ survey.satisfied }}，基本满意{{ survey.fairly }}，"
                    "不满意{{ survey.dissatisfied }}，不了解{{ survey.unknown }}{% endif %}{% if survey.rate %}；满意率{{ survey.rate }}%{% endif %}"
                    "{% else %}有效答卷不足，不计算满意率{% endif %}"
                ),
            ),
            ("一票否决事项", "{{ vetoes | numbered }}"),
            ("评估等次", "{{ grade | or_none }}", "处置意见", "{{ disposal | or_none }}　{{ disposal_name }}"),
            ("被评估单位意见", ("{{ org_opinion or '　' }}", 18)),
            ("评估人员", "{{ evaluators | joined if evaluators else '　' }}"),
            ("批准人", "{{ approver or '（签字）' }}", "批准日期", "{{ approved_on | day or '　　年　　月　　日' }}"),
        ]
    )
    draft.source()
    return draft
