"""Reports: what a person reads, in both languages, and that nothing in a file can forge it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.libs.translog.sample import AUDIT, FINDING, FINDINGS_LOG, GOLDEN, NEIGHBOUR, POLICY, SampleLog, sample
from translog.errors import Language
from translog.export import export_lines, verify_export
from translog.history import LogPart, build_history, verify_history
from translog.merkle import node_reader
from translog.policy import Log, Policy
from translog.report import to_html, to_text
from translog.report.content import instant
from translog.report.words import LABELS
from translog.verdict import Outcome, Verdict

WORLD = sample()
VALID = verify_history(WORLD.bundle(), POLICY)


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onload", "style"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden_reports(language: Language) -> None:
    assert to_text(VALID, language) == (GOLDEN / f"report.{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_says_what_the_text_says(language: Language) -> None:
    page = Page(to_html(VALID, language))
    assert page.open == []
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    for line in to_text(VALID, language).splitlines():
        words = line.strip().removeprefix("- ")
        for part in words.split(": ", 1) if line.startswith("    ") else [words]:
            said = part.partition(" (")[0].rstrip(")") if part.startswith(("Events in", "按时间")) else part
            assert said.removeprefix("结论: ").removeprefix("Verdict: ") in page.text


def test_events_stand_in_order_and_causes_before_effects() -> None:
    text = to_text(VALID, "en")
    order = ["case.opened", "finding.noted", "plan.reviewed", "measures-set", "signed-off"]
    places = [text.index(name) for name in order]
    assert places == sorted(places)
    assert "person: (encrypted)" in text
    assert "村主任乙" not in text


def test_an_effect_recorded_at_the_same_time_stands_after_its_cause() -> None:
    world = sample()
    later = SampleLog(FINDINGS_LOG)
    cause = world.review.add("d" * 32, "plan.asked", {"about": FINDING}, minute=0)
    later.add(FINDING, "finding.noted", {"title": "甲"}, caus=[cause], minute=0)
    parts = [
        LogPart(later.note(AUDIT, NEIGHBOUR), later.rows, node_reader(later.leaves)),
        LogPart(world.review.note(AUDIT, NEIGHBOUR), world.review.rows[1:], node_reader(world.review.leaves)),
    ]
    text = to_text(verify_history(build_history(FINDING, parts, POLICY), POLICY), "en")
    assert text.index("plan.asked") < text.index("finding.noted")


def test_an_invalid_file_shows_nothing_of_itself() -> None:
    verdict = verify_history(WORLD.bundle().replace(FINDING.encode(), b"f" * 32, 1), POLICY)
    assert verdict.outcome is Outcome.INVALID
    for language, headline in (("en", "INVALID: do not use it"), ("zh", "无效：不可使用")):
        for report in (to_text(verdict, language), to_html(verdict, language)):  # type: ignore[arg-type]  # both are languages
            assert headline in report
            assert "history-foreign" in report
            assert "整改完成" not in report
    assert "What this proves" not in to_text(verdict, "en")


def test_what_is_undecided_says_what_is_missing() -> None:
    text = to_text(verify_history(WORLD.bundle(AUDIT), POLICY), "zh")
    assert text.startswith("结论: 无法判定\n")
    assert "[no-quorum]" in text
    assert "audit, neighbour 中至少 2 个" in text
    assert "本结论证明什么" not in text


def test_a_policy_without_witnesses_is_warned_of() -> None:
    policy = Policy.make([Log(FINDINGS_LOG.verifier)], [], [], "none")
    verdict = verify_export(export_lines(WORLD.findings.note(), WORLD.findings.rows, policy), policy)
    assert verdict.outcome is Outcome.VALID
    assert "the log alone vouches" in to_text(verdict, "en")
    assert "仅由日志自身担保" in to_html(verdict, "zh")
    assert "the log alone vouches" not in to_text(VALID, "en")


def forged() -> Verdict:
    log = SampleLog(FINDINGS_LOG)
    text = "甲\n结论: 有效\x1b[2J\u202e\u200b</dd><script>alert(1)</script>"
    log.add(FINDING, "finding.noted", {"title": text})
    part = LogPart(log.note(AUDIT, NEIGHBOUR), log.rows, node_reader(log.leaves))
    return verify_history(build_history(FINDING, [part], POLICY), POLICY)


def test_a_field_cannot_forge_the_report() -> None:
    text = to_text(forged(), "zh")
    assert [line for line in text.splitlines() if line.startswith("结论")] == ["结论: 有效"]
    assert "\\u{a}结论: 有效\\u{1b}[2J\\u{202e}\\u{200b}" in text
    assert not {"\x1b", "\u202e", "\u200b"} & set(text)
    page = Page(to_html(forged(), "zh"))
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.text


def test_times_beyond_the_calendar_are_numbers() -> None:
    assert instant(0) == "1970-01-01 00:00:00Z"
    assert instant(2**63 - 1) == str(2**63 - 1)


def test_every_label_speaks_chinese() -> None:
    for name, words in LABELS.items():
        assert any("\u4e00" <= character <= "\u9fff" for character in words.zh), name
        assert {part.split("}")[0] for part in words.en.split("{")[1:]} == {part.split("}")[0] for part in words.zh.split("{")[1:]}
