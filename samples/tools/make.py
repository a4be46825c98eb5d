"""Write the sample ledgers: `python samples/tools/make.py`. Organisations, persons and findings are invented."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent.parent
FED_BACK, RECEIVED = date(2026, 3, 2), date(2026, 3, 2)
END = date(2026, 6, 2)
LONG = date(2026, 12, 31)

HEADERS = (
    "序号", "问题编号", "问题类别", "反馈问题", "具体表现", "原因剖析", "整改目标", "整改措施", "整改类型",
    "牵头单位", "配合单位", "责任领导", "责任人", "包保领导", "完成时限", "阶段目标及时间", "销号标准",
    "进展情况", "完成状态", "佐证材料", "建章立制", "追责问责情况", "举一反三情况", "销号日期 / 审核人", "备注",
)  # fmt: skip

# category, finding, manifestation, cause, goal, measures, criterion
CATALOGUE = (
    ("贯彻决策部署", "学习贯彻上级重要部署不够深入", "中心组学习计划落实不到位，部分专题未研讨", "对学习的引领作用认识不足", "学习计划全部落实",
     "1.补学未研讨专题；2.建立学习考勤和通报制度", "补学记录齐全，制度印发"),
    ("贯彻决策部署", "重点任务推进缓慢", "年度重点任务台账中四项进度滞后", "任务分解不细，督办不力", "滞后任务全部赶上进度",
     "1.逐项倒排工期；2.每月通报进度", "四项任务达到年度进度"),
    ("责任落实", "主体责任层层递减", "对下属单位党组织检查考核流于形式", "压力传导机制不健全", "责任清单覆盖所有下属单位",
     "1.修订责任清单；2.开展一次全面检查", "检查报告和整改回访记录齐全"),
    ("责任落实", "监督责任发挥不充分", "日常监督发现问题线索少", "监督力量配备不足", "监督工作常态化",
     "1.调整充实监督力量；2.制定年度监督计划", "年度计划完成率达到要求"),
    ("资金管理", "专项资金支付不及时", "两笔专项资金滞留超过六个月", "支付审批环节过多", "滞留资金支付到位",
     "1.清理滞留资金；2.精简审批环节", "支付凭证齐全，流程修订印发"),
    ("资金管理", "往来款长期挂账", "部分往来款挂账三年以上未清理", "清理责任不明确", "挂账款项清理完毕",
     "1.逐笔核对；2.发函催收；3.按规定核销", "清理明细表与账面一致"),
    ("资金管理", "公务接待报销手续不全", "部分接待费无公函", "制度执行不严", "违规费用全部退回",
     "1.退回不合规费用；2.组织财务培训", "退款凭证和培训记录齐全"),
    ("资产管理", "国有资产底数不清", "部分房产未登记入账", "资产台账更新不及时", "资产全部入账",
     "1.开展资产清查；2.建立动态台账", "清查报告与台账一致"),
    ("资产管理", "闲置资产处置缓慢", "两处场地闲置超过一年", "处置方案久拖不决", "闲置场地盘活或移交",
     "1.制定处置方案；2.公开招租或移交", "处置合同或移交清单"),
    ("工程项目", "招标投标管理不规范", "个别项目拆分规避招标", "采购内控缺失", "采购行为全部规范",
     "1.修订采购办法；2.对历史项目逐一自查", "办法印发，自查报告经审核"),
    ("工程项目", "工程变更审批滞后", "先施工后审批", "现场管理粗放", "变更审批先行",
     "1.明确变更权限；2.建立变更台账", "抽查项目无先施工后审批"),
    ("选人用人", "干部档案审核不严", "部分档案材料缺失", "审核责任未落实", "档案材料补齐",
     "1.逐卷审核；2.补齐材料", "档案审核表签字齐全"),
    ("选人用人", "轮岗交流制度执行不到位", "重点岗位任职超期未交流", "交流计划缺失", "重点岗位按期交流",
     "1.制定交流计划；2.完成首批交流", "交流文件和任职通知"),
    ("组织建设", "党员发展程序不严谨", "个别党员发展材料不全", "业务不熟", "发展程序规范",
     "1.补正材料；2.开展业务培训", "补正材料经上级审核"),
    ("组织建设", "组织生活制度落实不严", "部分支部组织生活记录雷同", "检查指导不够", "组织生活质量提升",
     "1.重新开展专题组织生活；2.每季度抽查", "抽查记录无雷同"),
    ("作风建设", "调查研究不够深入", "调研报告照抄照搬", "作风不实", "调研成果转化运用",
     "1.重新开展调研；2.报告公开交流", "调研报告和转化清单"),
    ("作风建设", "文件会议精简不力", "同一事项重复发文开会", "统筹不够", "文件会议数量下降",
     "1.建立计划审批制度；2.按季通报", "数量较上年同期下降"),
    ("服务群众", "群众诉求办理超期", "部分诉求超期未答复", "转办跟踪缺失", "诉求按期办结",
     "1.清零超期件；2.建立到期提醒", "超期件清零，抽查无新增"),
    ("服务群众", "窗口服务一次性告知不到位", "群众多次往返", "清单不公开", "一次性告知全覆盖",
     "1.公开清单；2.开展窗口轮训", "暗访无多次往返"),
    ("安全生产", "隐患排查整改不闭环", "部分隐患整改无复查记录", "责任链条不完整", "隐患整改闭环",
     "1.逐项复查；2.建立闭环台账", "复查记录齐全"),
    ("廉政风险", "廉政风险防控措施不具体", "风险点排查照搬往年", "对岗位风险研判不足", "风险点与措施一一对应",
     "1.重新排查风险点；2.制定防控手册", "手册印发并开展培训"),
    ("信息公开", "应公开事项公开不及时", "部分年度信息未按期公开", "责任分工不清", "公开事项按期公开",
     "1.补公开信息；2.明确责任分工", "网站抽查无遗漏"),
)  # fmt: skip


@dataclass(frozen=True)
class Organisation:
    """One inspected organisation of the sample."""

    file: str
    name: str
    unit: str
    principal: str
    findings: int
    special: str


ORGANISATIONS = (
    Organisation("01-城市管理局.xlsx", "示例市城市管理局党组（CGJ）", "市容管理科", "局长甲", 22, "选人用人、意识形态"),
    Organisation("02-教育局.xlsx", "示例市教育局党组（JYJ）", "计划财务科", "局长乙", 21, "选人用人"),
    Organisation("03-水务集团.xlsx", "示例市水务集团党委（SWJT）", "生产运行部", "董事长丙", 20, ""),
)


def track(index: int) -> str:
    """A few are rectified at once, a quarter takes long."""
    return "立行立改" if index % 10 == 0 else "长期整改" if index % 4 == 3 else "集中整改"


def write(organisation: Organisation) -> None:
    """One workbook: the feedback's particulars and the ledger."""
    path = HERE / organisation.file
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"created": datetime(2026, 3, 2), "author": "示例", "title": organisation.name})  # noqa: DTZ001 - a file's date has no zone
        bold, wrap = book.add_format({"bold": True, "bg_color": "#DDE6F0"}), book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        info = book.add_worksheet("反馈信息")
        info.set_column(0, 0, 18)
        info.set_column(1, 1, 40)
        particulars: list[tuple[str, str | date]] = [
            ("轮次", "示例市委第一轮巡察（XS2026-1）"),
            ("层级", "市"),
            ("被巡视党组织", organisation.name),
            ("主要负责人", organisation.principal),
            ("反馈日期", FED_BACK),
            ("签收日期", RECEIVED),
            ("专项检查", organisation.special),
            ("管理办法", "guangxi-2022"),
        ]
        for row, (key, value) in enumerate(particulars):
            info.write_string(row, 0, key, bold)
            if isinstance(value, date):
                info.write_datetime(row, 1, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a cell's date has no zone
            else:
                info.write_string(row, 1, value)
        ledger = book.add_worksheet("整改台账")
        ledger.freeze_panes(1, 4)
        ledger.set_column(2, len(HEADERS) - 1, 22)
        for column, header in enumerate(HEADERS):
            ledger.write_string(0, column, header, bold)
        for index in range(organisation.findings):
            category, finding, manifestation, cause, goal, measures, criterion = CATALOGUE[index % len(CATALOGUE)]
            cells = {
                "问题类别": category,
                "反馈问题": finding,
                "具体表现": manifestation,
                "原因剖析": cause,
                "整改目标": goal,
                "整改措施": measures.replace("；", "\n"),
                "整改类型": track(index),
                "牵头单位": organisation.unit,
                "配合单位": "办公室",
                "责任领导": f"副职{'丁戊己'[index % 3]}",
                "责任人": f"科室负责人{'甲乙丙丁'[index % 4]}",
                "销号标准": criterion,
            }
            ledger.write_number(index + 1, 0, index + 1)
            for column, header in enumerate(HEADERS):
                if header in cells:
                    ledger.write_string(index + 1, column, cells[header], wrap)
            by = LONG if track(index) == "长期整改" else END
            ledger.write_datetime(index + 1, HEADERS.index("完成时限"), datetime(by.year, by.month, by.day), day)  # noqa: DTZ001 - a cell's date has no zone


for each in ORGANISATIONS:
    write(each)
