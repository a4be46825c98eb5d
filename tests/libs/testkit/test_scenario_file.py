from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from testkit.scenario import BadScenario, load
from testkit.scenario_file import Unnamed, fill

GOOD = """\
scenario: an example
covers: [X01]
left: [something]
clock: 2026-03-02T09:00
values: {org: CGJ}
given:
  - use: an organisation
    with: {code: "${org}"}
when:
  - note: nothing yet
    at: 2026-03-05
  - each: {n: 1..2}
    steps:
      - do: org rename
        as: admin
        with: {org: "${org}", name: "第${n}名", since: 2026-03-05}
then:
  - expect: {org: CGJ, name: 第2名}
  - expect: {org: {prefix: CG}, code: CGJ}
"""
FIXTURES = """\
fixtures:
  - fixture: an organisation
    with: {code: JTJ}
    steps:
      - {do: org register, as: admin, with: {code: "${code}", name: 某局, level: county}}
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "fixtures" / "basic.yaml").write_text(FIXTURES, encoding="utf-8")

    def one(text: str, name: str = "example.yaml") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return one


def test_a_scenario_in_order_is_read(write: Callable[..., Path]) -> None:
    found = load(write(GOOD))
    assert (found.name, found.covers, found.left) == ("an example", ("X01",), ("something",))
    assert found.clock.isoformat() == "2026-03-02T09:00:00+08:00"
    assert found.values == {"org": "CGJ", "rulebook": "guangxi-2022"}
    assert [(phase, step.kind, step.place.line) for phase, step in found.steps] == [
        ("given", "use", 7),
        ("when", "at", 10),
        ("when", "each", 12),
        ("then", "expect", 18),
        ("then", "expect", 19),
    ]
    assert found.fixtures["an organisation"].steps[0].kind == "do"


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("clock: 2026-03-02T09:00", "clock: tomorrow", 4, "clock"),
        ("clock: 2026-03-02T09:00", "clock: 2026-13-02T09:00", 4, "month must be in 1..12"),
        ("clock: 2026-03-02T09:00\n", "", 1, "'clock' is a required property"),
        ("covers: [X01]", "covers: [x]", 2, "does not match"),
        ("scenario: an example", "scenario: an example\nscenarios: 1", 1, "scenarios"),
        ("values: {org: CGJ}", "values: {org: CGJ}\nvalues: {}", 6, "given twice"),
        (
            "use: an organisation",
            "use: two organisations",
            7,
            "there is no fixture 'two organisations'; there are: an org",
        ),
        ('with: {code: "${org}"}', 'with: {kode: "${org}"}', 8, "takes: code"),
        ("do: org rename", "do: org renamed", 14, "there is no verb 'org renamed'"),
        ("do: org rename", "ask: org rename", 14, "records something: do it"),
        ("do: org rename", "do: org list", 14, "changes nothing: ask it"),
        ("since: 2026-03-05", "sinze: 2026-03-05", 16, "has no field 'sinze'; it has: name, org, short_name, since"),
        (
            "as: admin\n        with",
            "as: admin\n        ask: org list\n        with",
            14,
            "a step does one thing; this one has do and ask",
        ),
        ("at: 2026-03-05", "effective: 2026-03-05", 10, "a step has one of"),
        ("expect: {org: CGJ,", "expect: {nome: 第2名, org: CGJ,", 18, "no verb 'nome show'"),
        ("expect: {org: {prefix: CG}", "expect: {orgs: {prefix: CG}", 19, "no verb 'orgs list'"),
        ("when:", "when: }", 9, "not YAML"),
        ("each: {n: 1..2}", "at: 2026-03-06", 12, "'each' is a dependency of 'steps'"),
    ],
)
def test_a_scenario_not_in_order_is_refused_with_its_line(
    write: Callable[..., Path], old: str, new: str, line: int, why: str
) -> None:
    assert old in GOOD
    file = write(GOOD.replace(old, new, 1))
    with pytest.raises(BadScenario) as caught:
        load(file)
    assert why in caught.value.why
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{file}:{line}: ")


def test_fixtures_too_are_checked(write: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "fixtures" / "more.yaml").write_text(FIXTURES.replace("org register", "org registre"), encoding="utf-8")
    with pytest.raises(BadScenario, match="defined twice"):
        load(write(GOOD))
    text = FIXTURES.replace("org register", "org registre").replace("an organisation", "another")
    (tmp_path / "fixtures" / "more.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadScenario, match=r"more\.yaml:5: there is no verb 'org registre'"):
        load(write(GOOD))


def test_fixtures_are_no_scenario(tmp_path: Path, write: Callable[..., Path]) -> None:
    with pytest.raises(BadScenario, match="this file holds fixtures"):
        load(write(FIXTURES))
    with pytest.raises(BadScenario, match="empty"):
        load(write("# nothing\n"))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("${n}", 7),
        ("第${n}项", "第7项"),
        ("${n:02d}", "07"),
        ("$n", "$n"),
        ({"${word}": ["${n}"]}, {"code": [7]}),
        ({"repeat": 2, "as": "k", "of": {"no": "${k}", "n": "${n}"}}, [{"no": 1, "n": 7}, {"no": 2, "n": 7}]),
        ({"repeat": "${two}", "of": "x${n}"}, ["x1", "x2"]),
        ({"sha256 of": "abc"}, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (True, True),
        (None, None),
    ],
)
def test_values_are_filled(written: Any, value: Any) -> None:
    assert fill(written, {"n": 7, "word": "code", "two": 2}) == value


def test_a_name_that_nothing_has() -> None:
    with pytest.raises(Unnamed, match="nothing is named 'm'; there are: n"):
        fill("${m}", {"n": 7})
