"""What happens in made-up rounds: who does what on which day, the same for the same seed.

The shape is that of published figures: 12 to 22 findings an organisation, a quarter of them not done when the
concentrated phase ends, three in a hundred reopened, about thirty facts a finding over its life.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from typing import Any

FEWEST, MOST = 12, 22
CONTINUING = 0.25
REOPENED = 0.03
NOTES = 8
MEASURES = 3
EVIDENCE = 4
# Organisations of one round.
ROUND = 40

RULEBOOK = "guangxi-2022"
_CATEGORIES = ("制度执行", "资金管理", "工程建设", "选人用人", "作风建设", "基层党建", "民生保障", "资产管理")
_TROUBLES = (
    "审批程序不规范",
    "专项资金拨付滞后",
    "台账登记不全",
    "公车使用管理不严",
    "招标文件审查不严",
    "会议记录缺失",
    "廉政风险排查不到位",
)
_PEOPLE = (("principal", "局长甲"), ("member", "副局长甲"), ("handler", "办公室主任甲"))
_ORGANS = (
    ("XW", "县委", ""),
    ("LDXZ", "县委巡察工作领导小组", "leading_group"),
    ("XCB", "县委巡察办", "office"),
    ("JW", "县纪委监委", "discipline"),
    ("ZZB", "县委组织部", "org_dept"),
    ("XCHB", "县委宣传部", "publicity"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One command: the words of its verb, who gives it (`handler@CODE`), its fields by name."""

    verb: str
    who: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """What is done on one day: lanes run beside each other, the steps of a lane one after the other."""

    name: str
    day: date
    lanes: Sequence[Sequence[Step]]

    @property
    def size(self) -> int:
        """How many commands."""
        return sum(len(lane) for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class _Found:
    """One finding: its number, whether it continues past the phase, whether it is reopened."""

    number: str
    wording: str
    category: str
    continuing: bool
    reopened: bool


@dataclass(frozen=True, slots=True)
class _Org:
    """One inspected organisation."""

    code: str
    round: str
    findings: Sequence[_Found]

    @property
    def case(self) -> str:
        return f"{self.round}/{self.code}"

    def done(self, *, late: bool) -> list[_Found]:
        """The findings that are done within the phase, or after it."""
        return [found for found in self.findings if found.continuing is late]


def stages(orgs: int, seed: int, start: date) -> Iterator[Stage]:
    """Everything, in order of day.

    Args:
        orgs: how many organisations. seed: of the whole. start: the day on which all feedback is received.
    """
    mark, inspected = f"S{seed}", _made(orgs, seed)
    phase_end = months_after(start, 3)
    yield Stage("organs", start, [_organs(mark)])
    yield Stage("organisations", start, [_register(org) for org in inspected])
    yield Stage("rounds", start, _rounds(mark, inspected))
    yield Stage("feedback", start, [_feedback(mark, org, start) for org in inspected])
    yield Stage("plans", start + timedelta(days=5), [_plan(org) for org in inspected])
    yield Stage("plan reviews", start + timedelta(days=8), [[_pass(mark, org)] for org in inspected])
    for n, days in enumerate((20, 40, 55, 70)):
        notes = [_notes(org, org.findings, range(2 * n, 2 * n + 2)) for org in inspected]
        yield Stage("progress", start + timedelta(days=days), notes)
    yield Stage("sign-off", start + timedelta(days=75), [_sign_off(org, org.done(late=False)) for org in inspected])
    yield Stage("outer checks", start + timedelta(days=78), [_check(mark, org, org.done(late=False)) for org in inspected])
    yield Stage("reports", phase_end - timedelta(days=2), [_report(org) for org in inspected])
    yield Stage("assisting opinions", phase_end + timedelta(days=8), [_assist(mark, org) for org in inspected])
    yield Stage("opinions", phase_end + timedelta(days=20), [[_opinion(mark, org)] for org in inspected])
    for month in (1, 2):
        filed = months_after(phase_end.replace(day=3), month + 1)
        yield Stage("returns", filed, [_return(mark, org, months_after(phase_end, month)) for org in inspected])
    late = months_after(phase_end.replace(day=8), 3)
    yield Stage("late sign-off", late, [_sign_off(org, org.done(late=True)) for org in inspected])
    yield Stage("late outer checks", late + timedelta(days=3), [_check(mark, org, org.done(late=True)) for org in inspected])
    yield Stage("look-back", late + timedelta(days=30), [_reopen(mark, org) for org in inspected])


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _made(orgs: int, seed: int) -> list[_Org]:
    chance, found = Random(seed), []
    for n in range(orgs):
        code, round_ = f"S{seed}D{n + 1:05}", f"S{seed}-{n // ROUND + 1}"
        count = chance.randint(FEWEST, MOST)
        late = set(chance.sample(range(count), round(count * CONTINUING)))
        findings = [
            _Found(
                f"{round_}-{code}-{i + 1:02}",
                f"{chance.choice(_TROUBLES)}（第{i + 1}项）",
                chance.choice(_CATEGORIES),
                i in late,
                i not in late and chance.random() < REOPENED / (1 - CONTINUING),
            )
            for i in range(count)
        ]
        found.append(_Org(code, round_, findings))
    return found


def _hash(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _organs(mark: str) -> list[Step]:
    steps = []
    for code, name, post in _ORGANS:
        steps.append(Step("org register", "admin", {"code": f"{mark}{code}", "name": name, "level": "county"}))
        if post:
            steps.append(_person(f"{mark}{code}", post, f"{name}干部甲"))
    steps.append(_person(f"{mark}XCB", "team", "巡察组组员甲"))
    return steps


def _person(org: str, post: str, name: str) -> Step:
    fields = {"name": name, "org": org, "post": post, "since": "2020-01-01"}
    return Step("person register", "admin", fields)


def _register(org: _Org) -> list[Step]:
    named = {"code": org.code, "name": f"第{org.code[-5:]}号单位", "level": "county"}
    return [Step("org register", "admin", named), *(_person(org.code, post, name) for post, name in _PEOPLE)]


def _rounds(mark: str, inspected: Sequence[_Org]) -> list[list[Step]]:
    by_round: dict[str, list[str]] = {}
    for org in inspected:
        by_round.setdefault(org.round, []).append(org.code)
    bodies = {
        "dispatching": f"{mark}XW",
        "leading_group": f"{mark}LDXZ",
        "office": f"{mark}XCB",
        "discipline": f"{mark}JW",
        "org_dept": f"{mark}ZZB",
        "publicity": f"{mark}XCHB",
    }
    return [
        [
            Step(
                "round plan",
                f"office@{mark}XCB",
                {"code": code, "title": f"{code}轮巡察", "kind": "xuncha", "rulebook": RULEBOOK, "orgs": orgs, **bodies},
            )
        ]
        for code, orgs in by_round.items()
    ]


def _feedback(mark: str, org: _Org, day: date) -> list[Step]:
    imported = {
        "round": org.round,
        "org": org.code,
        "overall": "总体评价。",
        "items": [{"wording": found.wording, "category": found.category} for found in org.findings],
        "approval": f"领导小组〔{org.round}〕1号",
        "document_sha256": _hash("反馈意见", org.case),
        "meeting_on": day.isoformat(),
    }
    return [
        Step("feedback import", f"office@{mark}XCB", imported),
        Step("feedback sign", f"principal@{org.code}", {"feedback": org.case}),
    ]


def _plan(org: _Org) -> list[Step]:
    steps = []
    for found in org.findings:
        claimed = {
            "finding": found.number,
            "member": f"member@{org.code}",
            "handler": f"handler@{org.code}",
            "unit": "办公室",
            "track": "concentrated",
            "cause": "制度缺失，审批不严",
            "criteria": ["制度已印发", "款项已清退"],
        }
        measures = [{"text": f"第{n + 1}项措施：逐项核查并整改"} for n in range(MEASURES)]
        steps.append(Step("finding claim", f"handler@{org.code}", claimed))
        steps.append(Step("plan item", f"handler@{org.code}", {"finding": found.number, "goal": "堵塞漏洞", "measures": measures}))
    steps.append(Step("plan endorse", f"principal@{org.code}", {"case": org.case, "text": "情况属实，同意上报"}))
    steps.append(Step("plan submit", f"handler@{org.code}", {"case": org.case, "aims": "坚决整改", "safeguards": "加强领导"}))
    return steps


def _pass(mark: str, org: _Org) -> Step:
    opinion = {"case": org.case, "plan_version": 1, "opinion_no": f"审核{org.case}", "overall": "方案可行"}
    return Step("plan pass", f"discipline@{mark}JW", opinion)


def _notes(org: _Org, findings: Sequence[_Found], which: range) -> list[Step]:
    return [
        Step(
            "measure report",
            f"handler@{org.code}",
            {
                "finding": found.number,
                "measure": n % MEASURES + 1,
                "percent": min(90, 10 * (n + 1)),
                "note": f"第{n + 1}次报告进展",
            },
        )
        for found in findings
        for n in which
    ]


def _sign_off(org: _Org, findings: Sequence[_Found]) -> list[Step]:
    steps: list[Step] = []
    handler = f"handler@{org.code}"
    for found in findings:
        steps += (
            Step("measure complete", handler, {"finding": found.number, "measure": n + 1, "result": "已完成"})
            for n in range(MEASURES)
        )
        for n in range(EVIDENCE):
            shown = {
                "finding": found.number,
                "criteria": [n % 2 + 1],
                "name": f"佐证材料{n + 1}.pdf",
                "sha256": _hash("佐证", found.number, str(n)),
                "size": 1024,
                "media_type": "application/pdf",
            }
            steps.append(Step("evidence add", handler, shown))
        similar = {"finding": found.number, "scope": "全系统", "found": 1, "fixed": 1, "note": "已同步整改"}
        steps.append(Step("finding similar", handler, similar))
        steps.append(Step("signoff request", handler, {"finding": found.number, "note": "申请销号"}))
        steps.append(Step("signoff approve", f"member@{org.code}", {"finding": found.number, "opinion": "同意"}))
        steps.append(Step("signoff approve", f"principal@{org.code}", {"finding": found.number, "opinion": "同意"}))
    return steps


def _check(mark: str, org: _Org, findings: Sequence[_Found]) -> list[Step]:
    return [
        Step(
            "signoff-check pass",
            f"discipline@{mark}JW",
            {"finding": found.number, "opinion_no": f"核验{found.number}", "overall": "整改到位"},
        )
        for found in findings
    ]


def _report(org: _Org) -> list[Step]:
    case = {"case": org.case, "kind": "progress"}
    accounts = [{"finding": found.number, "account": "推进中" if found.continuing else "已整改"} for found in org.findings]
    drafted = {**case, "leading": "主要负责人靠前指挥", "accounts": accounts, "document_sha256": _hash("进展报告", org.case)}
    return [
        Step("report draft", f"handler@{org.code}", drafted),
        Step("report endorse", f"principal@{org.code}", {**case, "text": "情况属实"}),
        Step("report submit", f"handler@{org.code}", case),
    ]


def _assist(mark: str, org: _Org) -> list[Step]:
    team = {"case": org.case, "report_kind": "progress", "opinion_no": f"组意{org.case}", "overall": "报告与实际相符"}
    dept = {"case": org.case, "report_version": 1, "opinion_no": f"组审{org.case}", "overall": "班子履责到位", "shortcomings": "无"}
    return [
        Step("report-review assist", f"team@{mark}XCB", team),
        Step("assisting-opinion give", f"org_dept@{mark}ZZB", dept),
    ]


def _opinion(mark: str, org: _Org) -> Step:
    opinion = {
        "case": org.case,
        "report_kind": "progress",
        "conclusion": "accepted_with_demands",
        "opinion_no": f"审报{org.case}",
        "overall": "整改总体有力",
        "shortcomings": "长效机制不健全",
        "demands": ["持续巩固整改成果"],
        "document": _hash("审核意见", org.case),
    }
    return Step("report-review issue", f"discipline@{mark}JW", opinion)


def _return(mark: str, org: _Org, month: date) -> list[Step]:
    which = {"case": org.case, "month": f"{month:%Y-%m}"}
    open_ = org.done(late=True)
    if not open_:
        return []
    texts = [{"finding": found.number, "reason": "周期较长", "progress": "已完成初稿"} for found in open_]
    return [
        *_notes(org, open_, range(NOTES, NOTES + 1)),
        Step("return prepare", f"handler@{org.code}", {**which, "texts": texts}),
        Step("return endorse", f"principal@{org.code}", which),
        Step("return submit", f"handler@{org.code}", which),
        Step("return accept", f"discipline@{mark}JW", which),
    ]


def _reopen(mark: str, org: _Org) -> list[Step]:
    return [
        Step(
            "lookback reopen",
            f"office@{mark}XCB",
            {
                "finding": found.number,
                "ground": "look-back",
                "reason": "抽查发现问题反弹",
                "evidence": [_hash("回头看", found.number)],
            },
        )
        for found in org.findings
        if found.reopened
    ]
