from collections.abc import Callable
from typing import Any

import pytest
from google.protobuf import descriptor_pool
from hypothesis import given
from hypothesis import strategies as st
from rectify.findings.v1 import register_pb2
from rich.cells import cell_len

from chassis.refusals import Refused
from cli.columns import DEFAULTS
from cli.commands.histories import details
from cli.contracts import verbs
from cli.directory import Directory
from cli.tables import FOLDED, GAP, LONGEST, Column, fitting, shortened
from cli.words import meaning
from kernel.errors import Kind


@pytest.mark.parametrize("kind", sorted(DEFAULTS))
def test_default_columns_are_fields_of_their_message(kind: str) -> None:
    assert verbs()  # the contracts are loaded
    fields = descriptor_pool.Default().FindMessageTypeByName(kind).fields_by_name
    assert [name for name in DEFAULTS[kind] if name not in fields] == []


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(1, 200))
def test_what_is_shown_fits_or_is_one_column(widths: list[int], screen: int) -> None:
    columns = [Column(f"c{n}", "h", ("x" * width,)) for n, width in enumerate(widths)]
    shown = fitting(columns, screen)
    assert shown == columns[: len(shown)]
    assert shown
    if len(shown) > 1:
        assert sum(column.least for column in shown) + GAP * (len(shown) - 1) <= screen


def test_texts_fold_and_numbers_stay_whole() -> None:
    number = "XS2026-1-示例市城市管理局党组-01"
    assert Column("number", "number", (number,)).least == cell_len(number)
    assert Column("wording", "wording", ("很长的问题表述" * 10,)).least == FOLDED


@given(st.text())
def test_a_shortened_text_is_one_line_that_fits(text: str) -> None:
    short = shortened(text)
    assert cell_len(short) <= LONGEST
    assert "\n" not in short


def test_details_tell_the_first_sentences_and_leave_out_ids() -> None:
    body = '{"number": "2026-1-CGJ-01", "key": false, "digest": "%s", "n": 0, "note": "同意", "due": "2026-06-02"}' % ("a" * 64)
    assert details(body) == "同意; due=2026-06-02"
    assert details(body, wide=True) == "number=2026-1-CGJ-01; key=False; n=0; note=同意; due=2026-06-02"


def test_codes_are_words_in_chinese_and_other_texts_stay() -> None:
    assert meaning("state", "SIGNED_OFF", "zh") == "已销号"
    assert meaning("level", "village", "zh") == "村级"
    assert meaning("kind", "village", "zh") == "对村巡察"
    assert meaning("state", "SIGNED_OFF", "en") == "SIGNED_OFF"
    assert meaning("wording", "office", "zh") == "office"


def test_ids_are_looked_up_once_and_stay_ids_when_nobody_may_say() -> None:
    asked: list[str] = []

    def ask(service: str, method: Any, request: Any) -> Any:
        asked.append(method.name)
        if method.name != "ListOrganisations":
            raise Refused(Kind.DENIED, "role-denied")
        return register_pb2.ListOrganisationsResponse(organisations=[register_pb2.OrganisationLine(org="a" * 32, code="CGJ")])

    called: Callable[[str], str] = Directory(ask).called
    assert [called("a" * 32), called("a" * 32)] == ["CGJ", "CGJ"]
    assert asked == ["ListOrganisations"]
    assert [called("b" * 32), called("b" * 32)] == ["b" * 32] * 2
    assert len(asked) == len(set(asked)) > 1
