"""Faulty rulebooks: each is refused with its file, line, column, path and reason."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rulebook
from rulebook import RulebookError, load
from rulebook.yaml_tree import MAX_DEPTH, parse

HEAD = """\
id: sample
version: 1
title: {zh: 示例, en: Sample}
owner: {zh: 示例县委, en: Sample committee}
effective_from: {day: 2024-01-01}
extends: {base: guangxi-2022@1, inherited: binding}
"""

# Each file has one fault, on the line that ends with `#!`; (name, code, path, part of the reason, what follows the head).
FAULTS = [
    ("unknown key", "rulebook-key-unknown", "colour", "colour", "colour: green #!"),
    (
        "unknown key deep inside",
        "rulebook-key-unknown",
        "overrides.R-07.deadline.monts",
        "monts",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    deadline: {type: H, monts: 3} #!",
    ),
    (
        "unknown setting",
        "rulebook-key-unknown",
        "settings.rolover",
        "rolover",
        "settings:\n  rolover: {value: x, inference: true} #!",
    ),
    (
        "missing key",
        "rulebook-key-missing",
        "add.L-01",
        "party",
        """add:
  - id: L-01 #!
    trigger: always
    action: {zh: 做, en: do}
    deadline: {type: N}
    source: [gx-qa-2022]""",
    ),
    ("duplicate key", "rulebook-key-duplicate", "version", "version", "version: 2 #!"),
    (
        "wrong type",
        "rulebook-type-wrong",
        "settings.stagnant_returns.value",
        '"two"',
        "settings:\n  stagnant_returns: {value: two, inference: true} #!",
    ),
    (
        "number as text",
        "rulebook-type-wrong",
        "settings.stagnant_returns.value",
        "integer",
        'settings:\n  stagnant_returns: {value: "2", inference: true} #!',
    ),
    (
        "a list instead of a mapping",
        "rulebook-type-wrong",
        "overrides",
        "object",
        "overrides: [R-07] #!",
    ),
    (
        "value not allowed",
        "rulebook-value-wrong",
        "settings.roll_over.value",
        "'off' or 'on'",
        "settings:\n  roll_over: {value: sometimes, inference: true} #!",
    ),
    (
        "number out of range",
        "rulebook-value-wrong",
        "overrides.R-15.deadline.day",
        "28",
        "overrides:\n  R-15:\n    source: [gx-qa-2022]\n    deadline: {type: P, every: month, day: 31} #!",
    ),
    (
        "two units in a period",
        "rulebook-value-wrong",
        "overrides.R-07.deadline.period",
        "exactly one",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    deadline: {type: H, period: {months: 3, days: 1}} #!",
    ),
    (
        "sample without a rate",
        "rulebook-value-wrong",
        "settings.outer_check.value",
        "sample_percent",
        "settings:\n  outer_check: {value: {mode: sampled}, inference: true} #!",
    ),
    (
        "override of a rule that is not there",
        "rulebook-rule-unknown",
        "overrides.R-999",
        "R-999",
        "overrides:\n  R-999: #!\n    source: [gx-qa-2022]",
    ),
    (
        "omission of a rule that is not there",
        "rulebook-rule-unknown",
        "drop.R-998",
        "R-998",
        "drop:\n  R-998: {zh: 无, en: none} #!",
    ),
    (
        "omission of a rule that others rest on",
        "rulebook-rule-unknown",
        "settings.progress_reports.value.0.rule",
        "R-06",
        """settings:
  progress_reports:
    source: [gx-qa-2022]
    value: [{by: principal, rule: R-06}] #!
drop:
  R-06: {zh: 无, en: none}""",
    ),
    (
        "reference to an unknown rule",
        "rulebook-rule-unknown",
        "rules.R-34.deadline.after",
        "R-997",
        "overrides:\n  R-34:\n    source: [gx-qa-2022]\n    deadline: {type: H, period: {months: 3}, after: R-997} #!",
    ),
    (
        "reference to a rule without a date",
        "rulebook-deadline-shape",
        "rules.R-34.deadline.after",
        "R-14 sets no date",
        "overrides:\n  R-34:\n    source: [gx-qa-2022]\n    deadline: {type: H, period: {months: 3}, after: R-14} #!",
    ),
    (
        "rule added twice",
        "rulebook-rule-duplicate",
        "add.0",
        "R-14",
        """add:
  - id: R-14 #!
    trigger: always
    party: {parties: [office]}
    action: {zh: 做, en: do}
    deadline: {type: N}
    source: [gx-qa-2022]""",
    ),
    (
        "unknown party",
        "rulebook-term-unknown",
        "rules.R-07.addressee.parties.1",
        "ministry",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    addressee: {parties: [office, ministry]} #!",
    ),
    (
        "unknown event",
        "rulebook-term-unknown",
        "rules.R-07.deadline.since",
        "full_moon",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    deadline: {type: H, period: {months: 3}, since: full_moon} #!",
    ),
    (
        "unknown document",
        "rulebook-term-unknown",
        "rules.R-07.evidence.documents.0",
        "poem",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    evidence: {documents: [poem], inference: true} #!",
    ),
    (
        "unknown consequence",
        "rulebook-term-unknown",
        "rules.R-07.on_miss.0",
        "applause",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    on_miss: [applause] #!",
    ),
    (
        "term defined again",
        "rulebook-term-duplicate",
        "parties.office",
        "office",
        "parties:\n  office: {zh: 别的, en: another} #!",
    ),
    (
        "no source",
        "rulebook-citation-missing",
        "overrides.R-07",
        "source",
        "overrides:\n  R-07: #!\n    deadline: {type: H, period: {months: 3}}",
    ),
    (
        "empty source",
        "rulebook-citation-missing",
        "overrides.R-07.source",
        "source",
        "overrides:\n  R-07:\n    source: [] #!\n    deadline: {type: H, period: {months: 3}}",
    ),
    (
        "stated setting without a source",
        "rulebook-citation-missing",
        "settings.stagnant_returns",
        "cites its source",
        "settings:\n  stagnant_returns: {value: 3} #!",
    ),
    (
        "unknown citation",
        "rulebook-citation-unknown",
        "rules.R-07.source.0",
        "hearsay",
        "overrides:\n  R-07:\n    source: [hearsay] #!",
    ),
    (
        "unknown citation of a setting",
        "rulebook-citation-unknown",
        "settings.stagnant_returns.source.0",
        "hearsay",
        "settings:\n  stagnant_returns: {value: 3, source: [hearsay]} #!",
    ),
    (
        "cyclic chain",
        "rulebook-chain-cyclic",
        "rules.R-34.deadline.after",
        "R-34 → R-41 → R-34",
        """overrides:
  R-34:
    source: [gx-qa-2022]
    deadline: {type: H, period: {months: 3}, after: R-41} #!
  R-41:
    source: [gx-qa-2022]
    deadline: {type: H, period: {months: 3}, after: R-34}""",
    ),
    (
        "a number of kind T that is not marked",
        "rulebook-target-as-rule",
        "overrides.R-25.deadline",
        "service target",
        "overrides:\n  R-25:\n    source: [gx-qa-2022]\n    deadline: {type: T, period: {days: 5}} #!",
    ),
    (
        "an exact deadline without a number",
        "rulebook-deadline-shape",
        "overrides.R-07.deadline",
        "H + no date",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    deadline: {type: H} #!",
    ),
    (
        "a standing duty with a number",
        "rulebook-deadline-shape",
        "overrides.R-14.deadline",
        "N + period",
        "overrides:\n  R-14:\n    source: [gx-qa-2022]\n    deadline: {type: N, period: {days: 5}} #!",
    ),
    (
        "two ways to a date",
        "rulebook-deadline-shape",
        "overrides.R-07.deadline",
        "period + within",
        "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    deadline: {type: H, period: {days: 5}, within: R-01} #!",
    ),
    (
        "chain without a period",
        "rulebook-deadline-shape",
        "overrides.R-14.deadline",
        "after without period",
        "overrides:\n  R-14:\n    source: [gx-qa-2022]\n    deadline: {type: N, after: R-01} #!",
    ),
    ("unknown zone", "rulebook-zone-unknown", "zone", "Asia/Nanning", "zone: Asia/Nanning #!"),
    ("unknown calendar", "rulebook-calendar-unknown", "calendar", "lunar", "calendar: lunar #!"),
    (
        "an example that does not hold",
        "rulebook-example-failed",
        "examples.0",
        "R-07 from 2024-11-30 comes to 2025-02-28, not 2025-03-02",
        "examples:\n  - {rule: R-07, start: 2024-11-30, due: 2025-03-02} #!",
    ),
    (
        "an example of a rule without a date",
        "rulebook-example-failed",
        "examples.0",
        "sets no date",
        "examples:\n  - {rule: R-14, start: 2024-11-30, due: 2025-03-02} #!",
    ),
    ("alias", "rulebook-yaml-not-plain", "parties.b", "alias *x", "parties:\n  a: &x {zh: 甲, en: a}\n  b: *x #!"),
    ("tag", "rulebook-yaml-not-plain", "zone", "tag", "zone: !!python/name:os.system x #!"),
    ("key that is not text", "rulebook-yaml-not-plain", "", "key that is not text", "? [a, b] #!\n: c"),
    ("second document", "rulebook-yaml-not-plain", "", "second document", "--- #!\nid: other"),
    ("bad syntax", "rulebook-yaml-syntax", "", "did not find", "parties: {a: {zh: 甲, en: a}\nzone: x #!"),
]


def refused(path: Path) -> RulebookError:
    with pytest.raises(RulebookError) as caught:
        load(path)
    return caught.value


@pytest.mark.parametrize(("code", "where", "reason", "body"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_faulty_files(tmp_path: Path, code: str, where: str, reason: str, body: str) -> None:
    path = tmp_path / "sample.yaml"
    text = HEAD + body + "\n"
    path.write_text(text, encoding="utf-8")
    error = refused(path)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "#!" in line)
    assert (error.code, error.file, error.line, error.path) == (code, str(path), line, where)
    assert error.column >= 1
    assert reason in error.reason
    assert str(error).startswith(f"{path}:{line}:{error.column}: ")
    assert "；" in error.message("zh") or "：" in error.message("zh")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("zone: 5", "值的类型不对：5 应为文本"),
        ("settings:\n  roll_over: {value: never, inference: true}", "值不被允许：\"never\" 应为 'off' or 'on'"),
        ("settings:\n  stagnant_returns: {value: 0, inference: true}", "值不被允许：0 应不小于 1"),
        ("examples:\n  - {rule: R-07, start: soon, due: 2024-01-01}", "应为 YYYY-MM-DD 形式的日期"),
        ("overrides: 3", "值的类型不对：3 应为键值映射"),
        ("add: 3", "值的类型不对：3 应为列表"),
        ("colour: green", "未知的键 colour"),
    ],
)
def test_reasons_in_chinese(tmp_path: Path, body: str, words: str) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(HEAD + body + "\n", encoding="utf-8")
    assert words in refused(path).message("zh")


def test_at_least_twelve_kinds_are_tried() -> None:
    assert len({code for _, code, *_ in FAULTS}) >= 12


def test_the_column_is_that_of_the_value(tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(HEAD + "settings:\n  roll_over: {value: sometimes, inference: true}\n", encoding="utf-8")
    error = refused(path)
    assert (error.line, error.column) == (8, 22)


def test_all_faults_are_reported_together_in_the_order_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(HEAD + "colour: green\nzone: 5\nshape: round\n", encoding="utf-8")
    error = refused(path)
    assert [(fault.code, fault.line) for fault in error.faults] == [
        ("rulebook-key-unknown", 7),
        ("rulebook-type-wrong", 8),
        ("rulebook-key-unknown", 9),
    ]
    assert error.message("zh").count("\n") == 2


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    error = refused(tmp_path / "none.yaml")
    assert error.code == "rulebook-unreadable"
    assert error.line == 0


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    path.write_bytes("id: 示例".encode("gb18030"))
    assert refused(path).code == "rulebook-unreadable"


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b", "null", "3"])
def test_a_file_that_is_no_mapping(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(text, encoding="utf-8")
    assert refused(path).code == "rulebook-type-wrong"


def test_a_root_rulebook_names_every_section_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text("\n".join(HEAD.splitlines()[:-1]), encoding="utf-8")
    missing = {fault.detail_en for fault in refused(path).faults}
    sections = {"zone", "calendar", "citations", "parties", "events", "documents", "consequences", "rules", "settings"}
    assert missing == sections


def test_nesting_has_a_limit() -> None:
    with pytest.raises(RulebookError) as caught:
        parse("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "deep.yaml")
    assert caught.value.code == "rulebook-too-deep"


@pytest.mark.parametrize("base", ["guangxi-2022", "../x.yaml", "nowhere"])
def test_a_base_is_named_with_its_version(tmp_path: Path, base: str) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(HEAD.replace("guangxi-2022@1", base), encoding="utf-8")
    error = refused(path)
    assert (error.code, error.path, error.line) == ("rulebook-value-wrong", "extends.base", 6)


@pytest.mark.parametrize("base", ["guangxi-2022@7", "./none.yaml"])
def test_a_base_that_is_not_there(tmp_path: Path, base: str) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(HEAD.replace("guangxi-2022@1", base), encoding="utf-8")
    error = refused(path)
    assert (error.code, error.line) == ("rulebook-base-unknown", 6)


def test_files_that_extend_each_other(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{name}.yaml").write_text(HEAD.replace("guangxi-2022@1", f"./{other}.yaml"), encoding="utf-8")
    assert refused(tmp_path / "a.yaml").code == "rulebook-base-cyclic"


def test_a_fault_in_the_base_names_the_bases_file(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(HEAD + "colour: green\n", encoding="utf-8")
    (tmp_path / "sample.yaml").write_text(HEAD.replace("guangxi-2022@1", "./base.yaml"), encoding="utf-8")
    error = refused(tmp_path / "sample.yaml")
    assert error.file == str(tmp_path / "base.yaml")
    assert error.line == 7


class TestCalendars:
    head = "id: regional\ntitle: {zh: 地方, en: Regional}\nsource: test\nextends: cn\n"

    def book(self, folder: Path, calendar: str) -> Path:
        (folder / "days.yaml").write_text(calendar, encoding="utf-8")
        path = folder / "sample.yaml"
        path.write_text(HEAD + "calendar: ./days.yaml\n", encoding="utf-8")
        return path

    def test_a_region_adds_its_own_holidays(self, tmp_path: Path) -> None:
        day = "{name: {zh: 三月三, en: Third of the third}, first: 2026-04-20, last: 2026-04-21}"
        this_year = f"  2026:\n    holidays:\n      - {day}\n    workdays: [2026-04-25]\n"
        calendar = load(self.book(tmp_path, f"{self.head}years:\n{this_year}  2027: {{holidays: [], workdays: []}}\n")).calendar
        cn = rulebook.preset("guangxi-2022").calendar
        for day_off in (date(2026, 4, 20), date(2026, 4, 21), date(2026, 10, 1)):
            assert not calendar.is_working(day_off)
        assert cn.is_working(date(2026, 4, 20))
        assert calendar.is_working(date(2026, 4, 25))
        assert not cn.is_working(date(2026, 4, 25))
        assert cn.is_provisional(date(2027, 1, 4))
        assert not calendar.is_provisional(date(2027, 1, 4))
        assert calendar.id == "regional"

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ("years:\n  2026: {holidays: [], workdays: [2026-04-20]}\n", "rulebook-calendar-dates"),
            ("years:\n  2026: {holidays: [], workdays: [2027-04-24]}\n", "rulebook-calendar-dates"),
            ("years:\n  2026: {holidays: []}\n", "rulebook-key-missing"),
            ("years:\n  2026: {holiday: [], holidays: [], workdays: []}\n", "rulebook-key-unknown"),
            ("years:\n  2026: {holidays: [], workdays: [soon]}\n", "rulebook-type-wrong"),
            ("years: []\n", "rulebook-type-wrong"),
        ],
    )
    def test_faulty_calendars(self, tmp_path: Path, body: str, code: str) -> None:
        path = self.book(tmp_path, self.head + body)
        error = refused(path)
        assert error.code == code
        assert error.file == str(tmp_path / "days.yaml")
        assert error.line >= 5

    def test_a_worked_day_that_the_base_has_off(self, tmp_path: Path) -> None:
        error = refused(self.book(tmp_path, self.head + "years:\n  2026: {holidays: [], workdays: [2026-10-03]}\n"))
        assert error.code == "rulebook-calendar-dates"
        assert "2026-10-03" in error.reason

    def test_a_calendar_that_extends_itself(self, tmp_path: Path) -> None:
        text = self.head.replace("extends: cn", "extends: ./days.yaml") + "years: {}\n"
        assert refused(self.book(tmp_path, text)).code == "rulebook-calendar-unknown"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    text = HEAD + "overrides:\n  R-07:\n    source: [gx-qa-2022]\n    deadline: {type: H, period: {months: 3}}\n"
    start = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(st.text(max_size=8))
    damaged = text[:start] + put + text[start + cut :]
    try:
        file = parse(damaged, "damaged.yaml").mark.file
    except RulebookError as error:
        file = error.file
    assert file == "damaged.yaml"
