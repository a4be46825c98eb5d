"""What the sheet 反馈信息 says, set against the register: round, organisation, principal, dates, checks, measures."""

import re
from dataclasses import dataclass, field
from datetime import date

from findings.commands.delivered import INFO, Delivered, Fault, fault
from findings.events.words import Level, SpecialCheck
from findings.model import dates
from findings.model.case import Case
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.model.round import Round
from findings.refusals import ledger as wrong
from findings.refusals.case import NoRulebookInForce
from kernel.aggregates import Repository
from kernel.context import named
from rulebook import preset, presets

DEFAULT_RULEBOOK = "guangxi-2022"
_LEVELS = {
    "中央": Level.CENTRE,
    "省": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "直辖市": Level.PROVINCE,
    "市": Level.CITY,
    "地": Level.CITY,
    "州": Level.CITY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "乡": Level.TOWNSHIP,
    "镇": Level.TOWNSHIP,
    "街道": Level.TOWNSHIP,
    "村": Level.VILLAGE,
    "社区": Level.VILLAGE,
}
_CODED = re.compile(r"(?P<name>.+?)\s*[（(](?P<code>[0-9A-Za-z][0-9A-Za-z_-]*)[)）]")


@dataclass(slots=True)
class Info:
    """What the sheet says, resolved as far as the register allows; `faults` say what could not be resolved."""

    round_code: str
    round_title: str
    org_code: str
    org_name: str
    principal: str
    level: Level
    rulebook: str
    fed_back: date | None
    received: date | None
    round: Round
    org: Organisation
    case: Case
    binding: str = ""
    checks: tuple[SpecialCheck, ...] = ()
    serving: str | None = None
    faults: list[Fault] = field(default_factory=list)

    @property
    def fresh(self) -> bool:
        """Whether the file brings feedback that is not on record."""
        return not self.case.exists


def named_code(text: str) -> tuple[str, str]:
    """(name, code) of `name（code）`; what has no code is its own."""
    found = _CODED.fullmatch(text)
    return (found["name"].strip(), found["code"]) if found else (text, text)


def resolve(delivered: Delivered, repo: Repository, today: date, register: bool) -> Info:
    """The sheet against the register.

    Args:
        delivered: the file.
        repo: where rounds, organisations, persons and cases are found.
        today: no date lies after it.
        register: whether what is missing will be entered.
    """
    text = {key: value for key, value in delivered.info.items() if value}
    faults: list[Fault] = [fault(wrong.InfoMissing, INFO, shown=key) for key in ("轮次", "被巡视党组织") if key not in text]
    round_title, round_code = named_code(text.get("轮次", ""))
    org_name, org_code = named_code(text.get("被巡视党组织", ""))
    info = Info(
        round_code=round_code,
        round_title=round_title,
        org_code=org_code,
        org_name=org_name,
        principal=text.get("主要负责人", ""),
        level=Level.COUNTY,
        rulebook="",
        fed_back=delivered.day("反馈日期"),
        received=delivered.day("签收日期"),
        round=repo.find(Round, named("round", round_code)),
        org=repo.find(Organisation, named("org", org_code)),
        case=repo.find(Case, named("case", round_code, org_code)),
        faults=faults,
    )
    if not faults:
        _known(info, register)
        _rulebook(info, text.get("管理办法", ""))
        _days(info, text, today)
        _level(info, text.get("层级", ""))
        _binds(info)
        _checks(info, text.get("专项检查", ""))
        _principal(info, repo, register)
    return info


def _known(info: Info, register: bool) -> None:
    if not register and not info.round.exists:
        info.faults.append(fault(wrong.RoundUnknown, INFO, column="轮次", shown=info.round_code))
    if not register and not info.org.exists:
        info.faults.append(fault(wrong.OrganisationUnknown, INFO, column="被巡视党组织", shown=info.org_code))
    if not register and info.round.exists and info.org.exists and info.org.id not in info.round.orgs:
        info.faults.append(fault(wrong.OrganisationNotInRound, INFO, shown=info.org_code, round=info.round_code))


def _rulebook(info: Info, text: str) -> None:
    chosen = next((book for book in presets() if text and text in (book.ref, book.id, book.title.zh, book.title.en)), None)
    if text and chosen is None:
        known = "、".join(f"{book.ref}（{book.title.zh}）" for book in presets())
        info.faults.append(fault(wrong.RulebookUnknown, INFO, column="管理办法", shown=text, known=known))
    elif info.round.exists:
        info.rulebook = info.round.rulebook
        if chosen is not None and info.rulebook not in (chosen.id, chosen.ref):
            info.faults.append(fault(wrong.RulebookDiffers, INFO, shown=text, round=info.round_code, known=info.rulebook))
    else:
        info.rulebook = (chosen.id if text != chosen.ref else chosen.ref) if chosen else DEFAULT_RULEBOOK


def _days(info: Info, text: dict[str, str], today: date) -> None:
    broken = {f.column for f in info.faults}
    for key, day, known in (
        ("反馈日期", info.fed_back, info.case.feedback_date),
        ("签收日期", info.received, info.case.receipt_date),
    ):
        if day is None:
            if info.fresh and key not in broken and key not in text:
                info.faults.append(fault(wrong.InfoMissing, INFO, shown=key))
        elif day > today:
            info.faults.append(fault(wrong.DateInFuture, INFO, column=key, shown=day, today=today))
        elif not info.fresh and day != known:
            info.faults.append(fault(wrong.DatesDiffer, INFO, column=key, shown=day, case=info.case.number, known=known))
    if info.fed_back is not None and info.received is not None and info.received < info.fed_back:
        info.faults.append(fault(wrong.ReceiptBeforeFeedback, INFO, received=info.received, fed_back=info.fed_back))


def _binds(info: Info) -> None:
    """Which version of the measures was in force on the day of the receipt."""
    if not info.rulebook or info.received is None:
        return
    try:
        info.binding = dates.in_force(info.rulebook, info.received)
    except NoRulebookInForce as refusal:
        info.faults.append(Fault(code=refusal.code, sheet=INFO, column="管理办法", values=refusal.values))


def _level(info: Info, text: str) -> None:
    plain = text.removesuffix("级")
    found = _LEVELS.get(plain) or next((level for word, level in _LEVELS.items() if plain.startswith(word)), None)
    if text and found is None:
        info.faults.append(fault(wrong.LevelUnknown, INFO, column="层级", shown=text))
    info.level = found or Level.COUNTY


def _checks(info: Info, text: str) -> None:
    plain = [part for part in re.split(r"[、,，;；/\s]+", text) if part and part not in ("无", "否", "-", "—")]
    if not plain or not info.binding:
        return
    book = preset(info.binding)
    listed = book.settings.special_checks.value
    found = []
    for part in plain:
        check = next((c for c in listed if part in (c.check, c.name.zh) or part.removesuffix("专项检查") in c.name.zh), None)
        if check is None:
            known = "、".join(c.name.zh for c in listed)
            info.faults.append(fault(wrong.CheckUnknown, INFO, shown=part, rulebook=book.ref, known=known))
        else:
            found.append(SpecialCheck(check=check.check))
    info.checks = tuple(found)


def _principal(info: Info, repo: Repository, register: bool) -> None:
    """Who signed the receipt: the principal who served that day, known by name."""
    if not info.fresh or info.received is None or not info.binding:
        return
    if not info.principal:
        info.faults.append(fault(wrong.InfoMissing, INFO, shown="主要负责人"))
        return
    post = info.org.principal(info.received, dates.acting_days(info.binding)) if info.org.exists else None
    if post is not None and repo.find(Person, post.person).name == info.principal:
        info.serving = post.person
    elif post is not None or not register:
        info.faults.append(fault(wrong.PrincipalUnknown, INFO, column="主要负责人", shown=info.org_code, day=info.received))
