"""Draws letters: review opinion, recommendation letter, notices."""

from documents.tools.official import Draft


def opinion() -> Draft:
    """审核意见 (R-31: 总体评价、差距不足、进一步要求)."""
    draft = Draft()
    draft.to()
    draft.paragraph(
        "{% if received_on %}{{ received_on | day }}收到{% else %}收到{% endif %}你单位报送的{{ document }}"
        "（第{{ document_version }}稿）。{% if body %}经{{ body }}审核，{% else %}经审核，{% endif %}提出如下意见："
    )
    draft.first("一、总体评价")
    draft.text("overall")
    draft.first("二、差距不足")
    draft.text("shortcomings")
    draft.first("三、进一步要求")
    draft.each("d", "demands")
    draft.paragraph("（{{ loop.index | ordinal }}）{{ d | stop }}")
    draft.end("for")
    draft.when("not demands")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("四、审核结论")
    draft.paragraph("{{ conclusion | or_none }}。")
    draft.when("assisting or missing_reason")
    draft.first("五、协助审核意见")
    draft.each("a", "assisting")
    draft.paragraph(
        "{{ a.body }}{% if a.given_on %}于{{ a.given_on | day }}提出协助审核意见{% if a.number %}（{{ a.number }}）{% endif %}"
        "{% if a.late %}，超过规定时限{{ a.due | day }}{% endif %}。{{ a.overall | stop }}{{ a.shortcomings | stop }}"
        "{% for d in a.demands %}{{ d | stop }}{% endfor %}{% else %}未提出协助审核意见。{% endif %}"
        "{% if a.missing_reason %}说明：{{ a.missing_reason | stop }}{% endif %}"
    )
    draft.end("for")
    draft.when("missing_reason")
    draft.paragraph("未附协助审核意见的说明：{{ missing_reason | stop }}")
    draft.end("if")
    draft.end("if")
    draft.when("signatory")
    draft.paragraph("")
    draft.paragraph("签发人：{{ signatory }}", indent=0)
    draft.end("if")
    draft.close()
    return draft


def letter() -> Draft:
    """巡视建议书, with the reply on a slip of its own."""
    draft = Draft()
    draft.to()
    draft.paragraph("根据{{ basis }}{% if basis_on %}（{{ basis_on | day }}）{% endif %}，现就有关问题提出如下建议。")
    draft.first("一、问题情况")
    draft.text("facts")
    draft.when("findings")
    draft.paragraph("涉及问题编号：{{ findings | joined }}。")
    draft.end("if")
    draft.first("二、工作建议")
    draft.each("s", "suggestions")
    draft.paragraph("（{{ loop.index | ordinal }}）{{ s | stop }}")
    draft.end("for")
    draft.when("not suggestions")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("三、办理要求")
    draft.paragraph(
        "请认真研究办理，{% if reply_due %}于{{ reply_due | day }}前{% endif %}书面反馈是否采纳、办理措施和建章立制情况；不予采纳的，请说明理由。"
    )
    draft.when("contact")
    draft.paragraph("联系方式：{{ contact | stop }}")
    draft.end("if")
    draft.close()
    draft.when("reply.adoption")
    draft.gap()
    draft.end("if")
    draft.paragraph("办理情况反馈单", font="黑体", align="center", indent=0)
    draft.form(
        [
            (
                "采纳情况",
                "{{ reply.adoption or '　' }}",
                "答复日期",
                "{{ reply.on | day or '　　年　　月　　日' }}{% if reply.late %}（逾期）{% endif %}",
            ),
            ("理由", ("{{ reply.reason or '　' }}", 14)),
            ("办理措施", ("{% if reply.adoption %}{{ reply.actions | numbered }}{% endif %}", 18)),
            (
                "建章立制",
                (
                    (
                        "{% for r in reply.rules %}〔{{ r.action }}〕{{ r.name }}{% if not loop.last %}\n{% endif %}"
                        "{% else %}{{ '无' if reply.adoption else '　' }}{% endfor %}"
                    ),
                    14,
                ),
            ),
            ("答复人", "{{ reply.replier or '　' }}", "评定意见", "{{ reply.assessment or '　' }}"),
        ]
    )
    return draft


def notice() -> Draft:
    """督办通知书、立行立改通知书."""
    draft = Draft()
    draft.to()
    draft.when("basis")
    draft.paragraph("依据{{ basis | stop }}")
    draft.end("if")
    draft.first("一、有关情况")
    draft.text("facts")
    draft.when("findings")
    draft.paragraph("涉及问题编号：{{ findings | joined }}。")
    draft.end("if")
    draft.first("二、整改要求")
    draft.text("demand")
    draft.when("due")
    draft.paragraph("请于{{ due | day }}前办结，并书面报告办理结果。")
    draft.end("if")
    draft.close()
    draft.gap()
    draft.form(
        [
            ("送达对象", "{{ served_to or '　' }}", "送达日期", "{{ served_on | day or '　　年　　月　　日' }}"),
            ("在场人员", "{{ present | joined if present else '　' }}", "签收", "　"),
            ("答复意见", ("{{ response or '　' }}", 24)),
            (
                "答复日期",
                "{{ responded_on | day or '　　年　　月　　日' }}",
                "确认日期",
                "{{ confirmed_on | day or '　　年　　月　　日' }}",
            ),
            ("办理结果", ("{{ result or '　' }}", 20)),
        ]
    )
    return draft


def disclosure() -> Draft:
    """整改进展情况通报."""
    draft = Draft()
    draft.to()
    draft.paragraph(
        "{% if basis %}根据{{ basis }}，{% endif %}现将{{ round }}反馈意见整改进展情况{{ '予以公布' if scope == '向社会公开' else '通报如下' }}。"
    )
    draft.first("一、整改组织情况")
    draft.text("organisation")
    draft.when("summary")
    draft.text("summary")
    draft.end("if")
    draft.first("二、反馈问题整改情况")
    draft.each("r", "results")
    draft.second("（{{ loop.index | ordinal }}）{{ r.heading }}")
    draft.each("t", "r.text | paragraphs")
    draft.paragraph("{{ t }}")
    draft.end("for")
    draft.end("for")
    draft.when("not results")
    draft.paragraph("无。")
    draft.end("if")
    draft.first("三、查处情况")
    draft.text("handled")
    draft.first("四、下一步打算")
    draft.text("next_steps")
    draft.paragraph(
        "{% if since or until %}欢迎于{{ since | day }}至{{ until | day }}期间{% else %}欢迎{% endif %}"
        "对整改情况进行监督，有意见建议请及时反映。"
    )
    for label, field in (("联系电话", "phone"), ("邮政信箱", "post"), ("电子邮箱", "email")):
        draft.when(f"channels.{field}")
        draft.paragraph(f"{label}：{{{{ channels.{field} }}}}")
        draft.end("if")
    draft.when("approvals")
    draft.paragraph("审批文号：{{ approvals | joined }}。")
    draft.end("if")
    draft.close()
    return draft
