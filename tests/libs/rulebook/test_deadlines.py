"""Deadlines of rules: the dates of the acceptance scenarios, their explanations, and questions without an answer."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook import (
    DateOutOfRange,
    Deadline,
    NaiveMoment,
    NoDueDate,
    NoWindow,
    Period,
    Rulebook,
    Trigger,
    TriggerMismatch,
    UnknownRule,
    UnknownTerm,
    chain,
    deadline,
    escalations,
    first_monthly_return,
    has_due_date,
    last_day,
    load,
    next_monthly_return,
    outlasting,
    preset,
    warnings,
    window,
)

GX = preset("guangxi-2022@1")
SHANGHAI = timezone(timedelta(hours=8))


def due(rule: str, start: date, what: str | None = None, book: Rulebook = GX) -> date:
    return deadline(book, rule, Trigger(start, what)).due


def variant(folder: Path, *lines: str) -> Rulebook:
    """A rulebook that changes the Guangxi one by these lines."""
    head = [
        "id: variant",
        "version: 1",
        "title: {zh: 变体, en: Variant}",
        "owner: {zh: 示例县委, en: Sample}",
        "effective_from: {day: 2024-01-01}",
        "extends: {base: guangxi-2022@1, inherited: binding}",
    ]
    path = folder / "variant.yaml"
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    return load(path)


class TestAcceptanceDates:
    def test_a01_three_months_for_the_phase_and_every_report(self) -> None:
        for rule in ("R-01", "R-02", "R-03", "R-04", "R-05", "R-07", "R-08", "R-09", "R-10", "R-11"):
            assert due(rule, date(2026, 3, 2), "feedback_received") == date(2026, 6, 2)

    def test_a02_month_ends_and_chaining(self) -> None:
        assert due("R-07", date(2024, 11, 30)) == date(2025, 2, 28)
        assert due("R-07", date(2023, 11, 30)) == date(2024, 2, 29)
        assert due("R-07", date(2025, 11, 30)) == date(2026, 2, 28)
        for rule in ("R-34", "R-41"):
            assert due(rule, date(2024, 11, 30), "feedback_received") == date(2025, 5, 28)
            assert due(rule, date(2025, 2, 28)) == date(2025, 5, 28)
            assert due(rule, date(2025, 2, 28), "concentrated_phase_ended") == date(2025, 5, 28)
        assert chain(GX, "R-34") == ("R-34", "R-01")

    def test_a03_two_months_and_two_reports_under_the_older_national_rule(self) -> None:
        book = preset("national-2017")
        assert [(r.by, r.rule) for r in book.settings.progress_reports.value] == [("inspected_org", "R-07"), ("principal", "F-02")]
        for report in book.settings.progress_reports.value:
            assert due(report.rule, date(2026, 3, 2), book=book) == date(2026, 5, 2)
            assert book.rule(report.rule).addressee is not None
        assert due("R-07", date(2026, 3, 2)) == date(2026, 6, 2)

    def test_a04_the_receipt_counts_and_the_stricter_date_is_shown(self) -> None:
        received, met = Trigger(date(2026, 9, 14), "feedback_received"), Trigger(date(2026, 9, 10), "feedback_meeting_held")
        for rule in ("R-01", "R-07"):
            found = deadline(GX, rule, received, also=met)
            assert (found.due, found.stricter) == (date(2026, 12, 14), date(2026, 12, 10))
            assert "2026-12-10, which is stricter" in found.explanation.text("en")
            assert "较严" in found.explanation.text("zh")

    def test_a04_nothing_is_stricter_when_both_fall_on_one_day(self) -> None:
        day = date(2026, 9, 14)
        assert deadline(GX, "R-01", Trigger(day), also=Trigger(day)).stricter is None

    def test_a10_each_reviewer_has_its_own_clock(self) -> None:
        received = date(2026, 6, 2)
        team = deadline(GX, "R-52", Trigger(received))
        assert team.due == date(2026, 6, 17)
        assert not team.is_late(datetime(2026, 6, 17, 23, 59, 59, tzinfo=SHANGHAI))
        assert team.is_late(datetime(2026, 6, 18, tzinfo=SHANGHAI))
        assert due("R-39", received) == date(2026, 6, 22)
        assert due("R-30", received) == due("R-31", received) == date(2026, 7, 2)

    def test_a10_an_opinion_that_outlasts_the_lead_is_pointed_out(self) -> None:
        lead = deadline(GX, "R-30", Trigger(date(2026, 6, 2)))
        in_time, late = deadline(GX, "R-52", Trigger(date(2026, 6, 2))), deadline(GX, "R-39", Trigger(date(2026, 6, 20)))
        assert outlasting(lead, [in_time, late]) == (late,)

    def test_a14_monthly_returns(self) -> None:
        july = next_monthly_return(GX, date(2026, 7, 19))
        assert (july.start, july.due, july.kind, july.inference) == (date(2026, 7, 1), date(2026, 8, 5), "P", True)
        assert next_monthly_return(GX, date(2026, 12, 31)).due == date(2027, 1, 5)
        first = first_monthly_return(GX, date(2026, 6, 2))
        assert (first.start, first.due) == (date(2026, 7, 1), date(2026, 8, 5))
        assert first_monthly_return(GX, date(2026, 1, 31)).start == date(2026, 2, 1)

    def test_a14_the_first_month_is_a_switch(self, tmp_path: Path) -> None:
        switch = "  monthly_returns: {value: {rule: R-15, first: month_of_phase_end}, inference: true}"
        book = variant(tmp_path, "settings:", switch)
        assert first_monthly_return(book, date(2026, 6, 2)).due == date(2026, 7, 5)

    def test_a24_change_of_principal(self) -> None:
        feedback = date(2026, 1, 5)
        since = Trigger(feedback, "feedback_received")
        for after, inside in ((200, True), (340, True), (365, True), (366, False), (400, False)):
            changed = Trigger(feedback + timedelta(days=after), "principal_changed")
            assert window(GX, "R-17", since, changed).inside is inside
        assert due("R-17", date(2026, 9, 18)) == date(2026, 10, 22)

    def test_a25_the_last_day_of_the_window_is_inside(self) -> None:
        since = Trigger(date(2024, 2, 29))
        inside = window(GX, "R-17", since, Trigger(date(2025, 2, 28)))
        outside = window(GX, "R-17", since, Trigger(date(2025, 3, 1)))
        assert (inside.inside, inside.last_day, inside.inference) == (True, date(2025, 2, 28), False)
        assert not outside.inside
        assert "February has no 29th" in outside.explanation.text("en")
        assert outside.explanation.text("zh").endswith("2025-03-01不在此期间内。")
        assert not window(GX, "R-17", since, Trigger(date(2024, 2, 28))).inside

    def test_a48_the_supervisors_report(self) -> None:
        found = deadline(GX, "R-34", Trigger(date(2024, 11, 30), "feedback_received"))
        assert found.is_late(datetime(2025, 5, 29, tzinfo=SHANGHAI))
        assert not found.is_late(datetime(2025, 5, 28, 15, 59, tzinfo=UTC))


class TestMoments:
    def test_a_day_ends_at_24_00_in_the_zone(self) -> None:
        found = deadline(GX, "R-01", Trigger(date(2024, 11, 30)))
        assert found.due_at == datetime(2025, 2, 28, 16, tzinfo=UTC)
        assert found.due_at.utcoffset() == timedelta(0)

    def test_a_moment_counts_on_its_day_in_the_zone(self) -> None:
        # 17:00 UTC on the 29th is already the 30th in Shanghai.
        moment = datetime(2024, 11, 29, 17, tzinfo=UTC)
        assert deadline(GX, "R-01", Trigger(moment)).start == date(2024, 11, 30)

    def test_a_moment_without_a_zone_is_refused(self) -> None:
        naive = datetime(2024, 11, 30)  # noqa: DTZ001 - the fault under test
        with pytest.raises(NaiveMoment):
            deadline(GX, "R-01", Trigger(naive))
        with pytest.raises(NaiveMoment):
            deadline(GX, "R-01", Trigger(date(2024, 11, 30))).is_late(naive)

    @given(st.dates(date(1992, 1, 1), date(2090, 1, 1)), st.sampled_from(["R-01", "R-16", "R-25", "R-30", "R-34", "R-39", "R-95"]))
    def test_due_at_is_the_first_moment_after_the_last_day(self, start: date, rule: str) -> None:
        found = deadline(GX, rule, Trigger(start))
        assert found.due_at.astimezone(SHANGHAI) == datetime.combine(
            found.due + timedelta(days=1), datetime.min.time(), tzinfo=SHANGHAI
        )
        assert found.due >= start


class TestKinds:
    def test_a_target_is_never_called_a_rule(self) -> None:
        found = deadline(GX, "R-25", Trigger(date(2026, 3, 2)))
        assert (found.kind, found.inference, found.due) == ("T", True, date(2026, 3, 16))
        assert "a configurable service target, not a rule of the measures" in found.explanation.text("en")
        assert "服务目标，不是办法规定的期限" in found.explanation.text("zh")

    def test_a_stated_number_is_not_called_a_default(self) -> None:
        found = deadline(GX, "R-30", Trigger(date(2026, 6, 2)))
        assert not found.inference
        assert "configurable" not in found.explanation.text("en")
        assert "默认" not in found.explanation.text("zh")

    def test_inference_in_the_chain_reaches_its_end(self) -> None:
        book = preset("national-2017")
        assert book.rule("R-01").deadline.inference
        chained = deadline(book, "R-34", Trigger(date(2018, 3, 30), "feedback_received"))
        assert chained.inference
        assert chained.due == date(2018, 8, 30)

    def test_at_and_before_an_event(self) -> None:
        meeting = date(2026, 4, 10)
        assert due("R-27", meeting) == due("R-24", meeting) == meeting
        assert due("R-28", meeting, "democratic_life_meeting") == date(2026, 4, 9)

    def test_half_years_and_years(self) -> None:
        assert due("R-74", date(2026, 6, 30)) == date(2026, 6, 30)
        assert due("R-74", date(2026, 7, 1)) == due("R-95", date(2026, 1, 1)) == date(2026, 12, 31)

    def test_an_outer_limit_beside_the_normal_period(self) -> None:
        found = deadline(preset("county-demo"), "F-04", Trigger(date(2026, 8, 31)))
        assert (found.due, found.latest) == (date(2027, 2, 28), date(2027, 8, 31))
        assert "at the latest 1 year, 2027-08-31" in found.explanation.text("en")

    def test_immediate_items(self) -> None:
        assert due("R-138", date(2026, 3, 2), "immediate_notice_served") == date(2026, 3, 17)
        county = preset("county-demo")
        assert due("R-138", date(2026, 3, 20), "stay_ended", county) == date(2026, 3, 20)

    def test_standing_duties_have_no_date(self) -> None:
        assert not has_due_date(GX, "R-14")
        assert has_due_date(GX, "R-01")
        with pytest.raises(NoDueDate) as caught:
            deadline(GX, "R-14", Trigger(date(2026, 3, 2)))
        assert caught.value.values == {"rulebook": "guangxi-2022@1", "rule": "R-14"}

    def test_every_dated_rule_of_every_preset_answers_from_its_own_event(self) -> None:
        start = date(2026, 3, 2)
        for name in ("guangxi-2022", "national-2017", "county-demo"):
            book = preset(name)
            dated = [rule.id for rule in book.rules if has_due_date(book, rule.id)]
            assert len(dated) > 60
            for rule_id in dated:
                found = deadline(book, rule_id, Trigger(start))
                assert found.due >= start - timedelta(days=1)
                assert len(found.explanation.text("zh")) > 10
                assert "{" not in found.explanation.text("en")
                assert found.kind == book.rule(rule_id).deadline.type
                if found.kind == "T":
                    assert found.inference


class TestRollOver:
    def test_off_by_default_and_said_so(self) -> None:
        found = deadline(GX, "R-39", Trigger(date(2026, 6, 1)))  # 21 June 2026 is a Sunday
        assert found.due == date(2026, 6, 21)
        assert "2026-06-21 is no working day; not moved, roll-over is off" in found.explanation.text("en")

    def test_on_moves_over_holidays(self, tmp_path: Path) -> None:
        book = variant(tmp_path, "settings:", '  roll_over: {value: "on", inference: true}')
        found = deadline(book, "R-39", Trigger(date(2026, 6, 1)))
        assert found.due == date(2026, 6, 22)
        assert "moved to 2026-06-22" in found.explanation.text("en")
        assert due("R-30", date(2026, 9, 1), book=book) == date(2026, 10, 8)

    def test_on_leaves_a_worked_saturday(self, tmp_path: Path) -> None:
        book = variant(tmp_path, "settings:", '  roll_over: {value: "on", inference: true}')
        assert due("R-07", date(2025, 11, 28), book=book) == date(2026, 2, 28)

    def test_on_is_provisional_in_an_unpublished_year(self, tmp_path: Path) -> None:
        book = variant(tmp_path, "settings:", '  roll_over: {value: "on", inference: true}')
        found = deadline(book, "R-30", Trigger(date(2027, 1, 9)))
        assert found.provisional
        assert "2027" in found.explanation.text("zh")


class TestProvisional:
    def test_working_days_through_an_unpublished_year(self) -> None:
        found = deadline(GX, "R-17", Trigger(date(2026, 12, 15)))
        assert found.provisional
        assert "provisional: the holidays of 2027 are not published here" in found.explanation.text("en")

    def test_months_do_not_look_at_the_calendar(self) -> None:
        assert not deadline(GX, "R-01", Trigger(date(2027, 1, 15))).provisional


class TestExplanations:
    def test_the_sentence_in_both_languages(self) -> None:
        explanation = deadline(GX, "R-01", Trigger(date(2024, 11, 30))).explanation
        assert explanation.text("en") == (
            "3 months from receipt of the feedback on 2024-11-30 under guangxi-2022@1, R-01; February has no 30th: "
            "last day 2025-02-28; it ends at 24:00 on 2025-02-28, Asia/Shanghai."
        )
        assert explanation.text("zh") == (
            "自2024-11-30收到反馈意见起3个月（guangxi-2022@1，R-01）；2月没有30日，取当月最后一日2025-02-28；"
            "2025-02-28 24:00（Asia/Shanghai）期满。"
        )

    def test_the_steps_as_data(self) -> None:
        steps = deadline(GX, "R-34", Trigger(date(2024, 11, 30), "feedback_received")).explanation.as_data()
        assert [step["code"] for step in steps] == ["count", "absent_day", "chained", "count", "expires"]
        assert steps[2] == {"code": "chained", "rule": "R-34", "base": "R-01", "start": "2025-02-28"}
        assert steps[0]["period"] == {"months": 3}

    def test_holidays_are_shown_as_spans(self) -> None:
        text = deadline(GX, "R-17", Trigger(date(2026, 9, 18))).explanation.text("zh")
        assert "2026-10-05至2026-10-07" in text
        assert "2026-09-20、2026-10-10" in text

    @pytest.mark.parametrize(
        ("start", "words"),
        [
            (date(2024, 11, 29), "February has no 29th"),
            (date(2024, 11, 30), "February has no 30th"),
            (date(2024, 8, 31), "November has no 31st"),
        ],
    )
    def test_the_missing_day_in_words(self, start: date, words: str) -> None:
        assert words in deadline(GX, "R-01", Trigger(start)).explanation.text("en")

    def test_everything_as_plain_data(self) -> None:
        data = deadline(GX, "R-52", Trigger(date(2026, 6, 2))).as_data()
        assert data["due"] == "2026-06-17"
        assert data["due_at"] == "2026-06-17T16:00:00+00:00"
        assert (data["kind"], data["provisional"], data["stricter"]) == ("H", False, None)


class TestAroundTheDate:
    def test_warnings_by_default_20_10_and_0_days_before(self) -> None:
        reminders = warnings(GX, date(2026, 6, 22))
        assert [(r.on, r.days_before, r.label) for r in reminders] == [
            (date(2026, 6, 2), 20, "green"),
            (date(2026, 6, 12), 10, "yellow"),
            (date(2026, 6, 22), 0, "yellow"),
        ]
        assert reminders[0].reaches == ("handler",)

    def test_warnings_before_the_clock_started_are_left_out(self) -> None:
        assert [r.days_before for r in warnings(GX, date(2026, 6, 17), start=date(2026, 6, 2))] == [10, 0]

    def test_the_ladder_by_time(self) -> None:
        steps = escalations(GX, date(2026, 6, 2))
        assert [(step.on, step.step.step, step.step.automatic) for step in steps] == [
            (date(2026, 6, 3), 2, True),
            (date(2026, 6, 17), 3, False),
            (date(2026, 7, 2), 4, False),
        ]

    def test_any_period_from_any_day(self) -> None:
        assert last_day(GX, date(2023, 3, 1), GX.settings.recusal_window.value) == date(2026, 3, 1)
        assert last_day(GX, date(2026, 3, 2), GX.settings.disclosure_feedback.value) == date(2026, 3, 23)
        assert last_day(GX, date(2024, 2, 29), Period(years=1)) == date(2025, 2, 28)


class TestQuestionsWithoutAnAnswer:
    def test_unknown_rule(self) -> None:
        with pytest.raises(UnknownRule) as caught:
            deadline(GX, "R-999", Trigger(date(2026, 3, 2)))
        assert caught.value.code == "no-such-rule"
        assert "R-999" in caught.value.text("zh")

    def test_unknown_event(self) -> None:
        with pytest.raises(UnknownTerm):
            GX.event("full_moon")

    def test_the_wrong_event(self) -> None:
        with pytest.raises(TriggerMismatch) as caught:
            deadline(GX, "R-30", Trigger(date(2026, 3, 2), "feedback_received"))
        assert caught.value.values["expected"] == "progress_report_received"
        with pytest.raises(TriggerMismatch) as caught:
            deadline(GX, "R-34", Trigger(date(2026, 3, 2), "plan_received"))
        assert caught.value.values["expected"] == "concentrated_phase_ended, feedback_received"

    def test_a_second_event_where_the_rule_compares_none(self) -> None:
        day = Trigger(date(2026, 3, 2))
        with pytest.raises(TriggerMismatch):
            deadline(GX, "R-30", day, also=day)
        with pytest.raises(TriggerMismatch):
            deadline(GX, "R-01", day, also=Trigger(date(2026, 3, 1), "plan_received"))

    def test_no_window(self) -> None:
        with pytest.raises(NoWindow):
            window(GX, "R-01", Trigger(date(2026, 3, 2)), Trigger(date(2026, 3, 3)))

    def test_the_wrong_event_for_a_window(self) -> None:
        with pytest.raises(TriggerMismatch):
            window(GX, "R-17", Trigger(date(2026, 3, 2), "plan_received"), Trigger(date(2026, 3, 3)))

    @pytest.mark.parametrize("rule", ["R-01", "R-25", "R-39", "R-95"])
    def test_the_end_of_time(self, rule: str) -> None:
        with pytest.raises(DateOutOfRange):
            deadline(GX, rule, Trigger(date.max))

    def test_the_beginning_of_time(self) -> None:
        with pytest.raises(DateOutOfRange):
            deadline(GX, "R-28", Trigger(date.min))


@given(st.dates(date(2016, 1, 1), date(2030, 1, 1)), st.dates(date(2016, 1, 1), date(2030, 1, 1)))
def test_a_later_event_is_never_due_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))

    def both(rule: str, what: str | None = None) -> tuple[Deadline, Deadline]:
        return deadline(GX, rule, Trigger(first, what)), deadline(GX, rule, Trigger(second, what))

    for rule, what in (("R-01", None), ("R-17", None), ("R-15", None), ("R-34", "feedback_received"), ("R-28", None)):
        earlier, later = both(rule, what)
        assert earlier.due <= later.due
