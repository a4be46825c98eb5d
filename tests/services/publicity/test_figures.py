"""Figure by figure, in the table and in sentences."""

import pytest

from publicity.events.parts import Figures, FindingResult
from publicity.model import figures

RECORD = Figures(
    findings=38, measures=96, signed_off=30, continuing=8, rate_permille=789, reforms=12, money_fen=1_234_500_00, people=3
)


@pytest.mark.parametrize(
    "text",
    [
        "巡察反馈问题38个，制定整改措施96项。",
        "反馈38个问题，已完成整改30个，持续整改8个，整改完成率78.9%。",
        "修订制度12项，追缴资金123.45万元，处理3人。",
        "清退款项1234500元。",
        "反馈问题３８个",
        "召开会议5次，走访群众200人。",  # nothing that is a figure of the notice
    ],
)
def test_sentences_that_agree(text: str) -> None:
    assert figures.of_sentences("text", text, RECORD) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("巡察反馈问题39个", "text.findings"),
        ("已完成整改31个", "text.signed_off"),
        ("整改完成率79.0%", "text.rate_permille"),
        ("持续整改9项", "text.continuing"),
        ("制定整改措施97条", "text.measures"),
        ("新建制度11项", "text.reforms"),
        ("追回资金124万元", "text.money_fen"),
        ("问责4人次", "text.people"),
    ],
)
def test_a_sentence_that_differs_is_named(text: str, field: str) -> None:
    (difference,) = figures.of_sentences("text", text, RECORD)
    assert difference.field == field
    assert difference.record == str(getattr(RECORD, field.removeprefix("text.")))


def test_each_figure_of_the_table_is_compared() -> None:
    for name in Figures.model_fields:
        other = RECORD.model_copy(update={name: getattr(RECORD, name) + 1})
        assert [one.field for one in figures.between(other, RECORD)] == [f"figures.{name}"]


def test_findings_that_are_missing_foreign_or_told_otherwise_are_named() -> None:
    one, two, three = (
        FindingResult(finding=f"{n}" * 32, number=f"F{n}", wording="问题", state="SIGNED_OFF", account="已改") for n in (1, 2, 3)
    )
    told = figures.of_results([one, two.model_copy(update={"account": "改了"})], [two, three])
    assert {difference.field for difference in told} == {
        "results.F1.wording",
        "results.F1.account",
        "results.F2.account",
        "results.F3.wording",
        "results.F3.account",
    }


def test_the_rate_is_never_rounded_up() -> None:
    assert figures.rate(30, 38) == 789
    assert figures.rate(0, 0) == 0
    assert figures.rate(999, 1000) == 999
