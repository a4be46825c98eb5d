"""Draws reports: of the inspected organisation, of the supervising bodies, of a round."""

from documents.tools.official import Draft


def report() -> Draft:
    """集中整改进展情况报告 and its kin."""
    draft = Draft()
    draft.to()
    draft.paragraph(
        "根据{{ round }}反馈意见和整改工作要求，现将{% if since or until %}{{ since | day }}至{{ until | day }}{% endif %}"
        "{% if special_check %}{{ special_check }}{% endif %}整改情况报告如下："
    )
    draft.first("一、总体情况")
    draft.paragraph(
        "本报告范围内反馈问题{{ totals.findings }}个，已销号{{ totals.signed_off }}个，不适用{{ totals.not_applicable }}个，"
        "未完成{{ totals.unfinished }}个{% if totals.rate %}，完成率{{ totals.rate }}%{% endif %}；"
        "{% if totals.measures %}制定整改措施{{ totals.measures }}条；{% endif %}"
        "废改立制度{{ totals.rules }}项，挽回资金{{ totals.money_fen | yuan }}，处理{{ totals.people }}人。"
    )
    draft.first("二、组织领导情况")
    draft.text("leading")
    draft.first("三、反馈问题整改落实情况")
    draft.each("a", "accounts")
    draft.second("（{{ loop.index | ordinal }}）{{ a.wording or a.number }}{% if a.wording %}（{{ a.number }}）{% endif %}")
    draft.paragraph("{% if a.standing %}〔{{ a.standing }}〕{% endif %}{{ a.account | or_none | stop }}")
    draft.end("for")
    draft.when("not accounts")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("四、查处和处理情况")
    draft.paragraph(
        "{% for h in handled %}{{ h.measure }}{{ h.number }}人（件）{% if loop.last %}。{% else %}，{% endif %}{% else %}无。{% endfor %}"
    )
    draft.first("五、建章立制情况")
    draft.each("r", "rules")
    draft.paragraph("{{ loop.index }}．〔{{ r.action }}〕{{ r.name }}{% if r.on %}（{{ r.on | day }}）{% endif %}")
    draft.end("for")
    draft.when("not rules")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("六、未完成事项")
    draft.table(
        [
            ("问题编号", "{{ u.number }}", 1.3),
            ("反馈问题", "{{ u.wording | or_none }}", 2.4),
            ("未完成原因", "{{ u.reason | or_none }}", 2.4),
            ("下步完成时间", "{{ u.next_on | day | or_none }}", 1.3),
            ("责任领导", "{{ u.member | or_none }}", 1.1),
        ],
        "u",
        "unfinished",
    )
    draft.first("七、下一步打算")
    draft.text("next_steps")
    draft.when("special_reports")
    draft.paragraph("专项检查整改情况另行报告：{{ special_reports | joined }}。")
    draft.end("if")
    draft.first("签字背书")
    draft.paragraph("{{ endorsement.text | or_none }}")
    draft.paragraph(
        "{{ endorsement.title }}{% if endorsement.title and endorsement.name %}　{% endif %}{{ endorsement.name or '（签字）＿＿＿＿＿＿' }}"
        "　{{ endorsement.on | day or '　　年　　月　　日' }}"
    )
    draft.close()
    return draft


def supervision() -> Draft:
    """整改监督情况报告 (R-34, R-41)."""
    draft = Draft()
    draft.to()
    draft.paragraph("现将{% if since or until %}{{ since | day }}至{{ until | day }}{% endif %}{{ round }}整改监督情况报告如下：")
    draft.first("一、总体情况")
    draft.text("overview")
    draft.first("二、开展监督情况")
    draft.paragraph(
        "{% for a in actions %}{{ a.measure }}{{ a.number }}次{% if loop.last %}。{% else %}，{% endif %}{% else %}无。{% endfor %}"
    )
    draft.first("三、各单位整改情况")
    draft.each("c", "cases")
    draft.second("（{{ loop.index | ordinal }}）{{ c.org }}")
    draft.paragraph(
        "{{ c.status | or_none | stop }}反馈问题{{ c.findings }}个，已销号{{ c.signed_off }}个，未完成{{ c.unfinished }}个，逾期{{ c.overdue }}个。"
    )
    draft.paragraph(
        "监督措施：{% for a in c.actions %}{{ a.measure }}{{ a.number }}次{% if loop.last %}。{% else %}，{% endif %}{% else %}无。{% endfor %}"
    )
    draft.paragraph("存在问题：{{ c.problems | or_none | stop }}")
    draft.paragraph("总体判断：{{ c.judgement | or_none | stop }}")
    draft.paragraph("工作建议：{{ c.suggestions | or_none | stop }}")
    draft.end("for")
    draft.when("not cases")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("四、存在问题")
    draft.text("problems")
    draft.first("五、总体判断")
    draft.text("judgement")
    draft.first("六、工作建议")
    draft.each("s", "suggestions")
    draft.paragraph("（{{ loop.index | ordinal }}）{{ s | stop }}")
    draft.end("for")
    draft.when("not suggestions")
    draft.paragraph("无。")
    draft.end("if")
    draft.close()
    return draft


def round_report() -> Draft:
    """轮次整改情况报告 (R-58)."""
    draft = Draft()
    draft.to()
    draft.paragraph(
        "现将{{ round }}{% if since or until %}（{{ since | day }}至{{ until | day }}）{% endif %}整改和成果运用情况报告如下："
    )
    draft.text("overview")
    draft.first("一、整改情况")
    draft.paragraph(
        "反馈问题{{ totals.findings }}个，已销号{{ totals.signed_off }}个，持续整改{{ totals.continuing }}个，"
        "重开{{ totals.reopened }}个，逾期{{ totals.overdue }}个，完成率{{ totals.rate or '0' }}%。"
    )
    draft.table(
        [
            ("单位", "{{ c.org }}", 3),
            ("反馈问题数", "{{ c.findings }}", 1),
            ("已销号", "{{ c.signed_off }}", 1),
            ("持续整改", "{{ c.continuing }}", 1),
            ("重开", "{{ c.reopened }}", 0.8),
            ("逾期", "{{ c.overdue }}", 0.8),
            ("完成率", "{{ c.rate or '0' }}%", 1),
        ],
        "c",
        "cases",
    )
    draft.first("二、问题线索处置情况")
    draft.paragraph(
        "移交问题线索{{ leads.referred }}件，已签收{{ leads.accepted }}件，移送不当退回{{ leads.misdirected }}件，"
        "办理中{{ leads.handling }}件，已反馈结果{{ leads.fed_back }}件，已办结{{ leads.closed }}件，逾期{{ leads.overdue }}件"
        "{% if leads.target_passed %}，超过服务目标{{ leads.target_passed }}件{% endif %}。"
    )
    draft.first("三、巡视建议办理情况")
    draft.paragraph(
        "发出建议{{ suggestions.sent }}件，已签收{{ suggestions.received }}件，已答复{{ suggestions.replied }}件，其中采纳{{ suggestions.adopted }}件、"
        "部分采纳{{ suggestions.partly }}件、未采纳{{ suggestions.not_adopted }}件；已落实{{ suggestions.implemented }}件，逾期未答复{{ suggestions.overdue }}件"
        "{% if suggestions.target_passed %}，超过服务目标{{ suggestions.target_passed }}件{% endif %}。"
    )
    draft.first("四、进度滞后单位")
    draft.each("l", "laggards")
    draft.paragraph("{{ loop.index }}．{{ l.org }}：{{ l.matter | stop }}")
    draft.end("for")
    draft.when("not laggards")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("五、共性问题")
    draft.each("p", "common_problems")
    draft.paragraph(
        "{{ loop.index }}．{{ p.category }}：涉及{{ p.orgs }}个单位、{{ p.findings }}个问题{% if p.state %}（{{ p.state }}）{% endif %}。"
    )
    draft.end("for")
    draft.when("not common_problems")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("六、下一步工作")
    draft.text("next_steps")
    draft.close()
    return draft
