"""The shipped rulebooks: that each says what its sources say, and marks what they do not."""

import json
from pathlib import Path

import pytest

from rulebook import Period, UnknownPreset, preset, presets
from rulebook.rules import Kind

GX = preset("guangxi-2022")

STATED_RULES = [
    *(f"R-{n:02d}" for n in range(1, 91)),
    *(f"R-{n}" for n in range(91, 122)),
    *(f"R-{n}" for n in range(130, 145)),
    *(f"R-{n}" for n in range(150, 159)),
]

EXACT_NUMBERS = {
    "R-01": Period(months=3),
    "R-07": Period(months=3),
    "R-08": Period(months=3),
    "R-09": Period(months=3),
    "R-10": Period(months=3),
    "R-11": Period(months=3),
    "R-30": Period(months=1),
    "R-34": Period(months=3),
    "R-39": Period(days=20),
    "R-41": Period(months=3),
    "R-43": Period(months=1),
    "R-52": Period(days=15),
}

TIMELY = [
    "R-16 R-17 R-25 R-26 R-38 R-47 R-49 R-50 R-51 R-54 R-56 R-58 R-60 R-61 R-62 R-63 R-65 R-67 R-72 R-75 R-76 R-77 R-83",
    "R-88 R-105 R-106 R-110 R-114 R-115 R-117 R-121 R-138 R-153 R-155",
]

ADDRESSEES = {
    "R-07": ("discipline_organ",),
    "R-08": ("org_dept",),
    "R-09": ("publicity_dept",),
    "R-10": ("office",),
    "R-30": ("inspected_org",),
    "R-34": ("leading_group",),
    "R-39": ("discipline_organ",),
    "R-41": ("leading_group",),
    "R-43": ("inspected_org",),
    "R-52": ("discipline_organ",),
}


class TestGuangxi:
    def test_every_rule_is_there_once_and_no_other(self) -> None:
        assert [rule.id for rule in GX.rules] == STATED_RULES
        assert len(STATED_RULES) == 145

    def test_the_exact_numbers_are_those_of_the_source_and_no_others(self) -> None:
        exact = {r.id: r.deadline.period for r in GX.rules if r.deadline.type == "H" and r.deadline.period is not None}
        assert exact == EXACT_NUMBERS
        assert not any(GX.rule(rule_id).deadline.inference for rule_id in EXACT_NUMBERS)

    def test_the_timely_ones(self) -> None:
        assert [r.id for r in GX.rules if r.deadline.type == "T"] == " ".join(TIMELY).split()

    def test_every_timely_rule_has_a_target_that_is_marked(self) -> None:
        for rule in GX.rules:
            if rule.deadline.type == "T":
                assert rule.deadline.dated, rule.id
                assert rule.deadline.inference, rule.id

    @pytest.mark.parametrize("kind", ["H", "T", "P", "N"])
    def test_every_kind_occurs(self, kind: Kind) -> None:
        assert any(rule.deadline.type == kind for rule in GX.rules)

    def test_periodic_rules(self) -> None:
        assert {r.id: r.deadline.every for r in GX.rules if r.deadline.type == "P"} == {
            "R-15": "month",
            "R-74": "half_year",
            "R-95": "year",
        }

    def test_chained_and_contained_rules(self) -> None:
        assert {r.id: r.deadline.after for r in GX.rules if r.deadline.after} == {"R-34": "R-01", "R-41": "R-01"}
        within = {r.id: r.deadline.within for r in GX.rules if r.deadline.within}
        assert within == {
            **dict.fromkeys(("R-02", "R-03", "R-04", "R-05"), "R-01"),
            **dict.fromkeys(("R-134", "R-135"), "R-03"),
            "R-31": "R-30",
            "R-110": "R-62",
            "R-143": "R-05",
        }

    @pytest.mark.parametrize(("rule_id", "parties"), ADDRESSEES.items())
    def test_addressees(self, rule_id: str, parties: tuple[str, ...]) -> None:
        addressee = GX.rule(rule_id).addressee
        assert addressee is not None
        assert addressee.parties == parties
        assert not addressee.inference

    def test_evidence_is_always_inference(self) -> None:
        assert all(rule.evidence.inference for rule in GX.rules if rule.evidence is not None)

    def test_verifiers_that_the_source_names(self) -> None:
        stated = [rule.id for rule in GX.rules if rule.verifier is not None and not rule.verifier.inference]
        assert stated == ["R-01", "R-03", "R-05", "R-07", "R-08", "R-10", "R-34", "R-41"]

    @pytest.mark.parametrize(
        ("rule_id", "parts"),
        [
            ("R-09", {"evidence", "verifier"}),
            ("R-12", {"deadline", "evidence", "verifier"}),
            ("R-13", {"deadline", "evidence", "verifier"}),
            ("R-15", {"addressee", "deadline", "evidence", "verifier"}),
            ("R-16", {"addressee", "deadline", "evidence", "verifier"}),
            ("R-17", {"party", "deadline", "evidence", "verifier"}),
            ("R-43", {"evidence", "verifier"}),
            ("R-62", {"deadline", "evidence", "verifier"}),
            ("R-67", {"addressee", "deadline", "evidence", "verifier"}),
            ("R-74", {"deadline", "evidence"}),
            ("R-101", {"party", "evidence", "verifier"}),
            ("R-132", {"evidence", "verifier"}),
        ],
    )
    def test_what_is_inference(self, rule_id: str, parts: set[str]) -> None:
        assert set(GX.rule(rule_id).inferred_parts) == parts

    def test_where_a_rule_is_stated_but_a_part_is_not_a_note_says_which(self) -> None:
        for rule_id in ("R-15", "R-17", "R-47", "R-62", "R-63", "R-67", "R-74"):
            assert GX.rule(rule_id).deadline.note is not None, rule_id
        assert GX.rule("R-43").deadline.note is not None
        assert GX.rule("R-09").note is not None

    def test_the_window_is_stated_and_the_twenty_working_days_are_not(self) -> None:
        rule = GX.rule("R-17")
        assert rule.window is not None
        assert (rule.window.period, rule.window.inference) == (Period(years=1), False)
        assert (rule.deadline.period, rule.deadline.inference) == (Period(workdays=20), True)

    def test_the_escalation_ladder_is_never_a_rule(self) -> None:
        assert GX.consequences["escalation"].inference
        assert {GX.consequences[f"accountability_{c}"].rule for c in "abcd"} == {"R-84", "R-85", "R-86", "R-87"}
        assert not any(GX.consequences[f"accountability_{c}"].inference for c in "abcd")

    def test_accountability_classes(self) -> None:
        for rule_id, code in (("R-01", "a"), ("R-30", "b"), ("R-65", "c"), ("R-52", "d")):
            assert f"accountability_{code}" in GX.rule(rule_id).on_miss

    def test_every_citation_is_used_and_says_what_was_read(self) -> None:
        used = {key for rule in GX.rules for key in rule.source}
        used |= {key for name in type(GX.settings).model_fields for key in getattr(GX.settings, name).source}
        assert set(GX.citations) - used == {"platform-default"}

    def test_rules_of_an_event(self) -> None:
        assert [rule.id for rule in GX.triggered_by("progress_report_received")] == ["R-30", "R-31", "R-39", "R-52"]
        assert GX.triggered_by("full_moon") == ()


class TestSettings:
    def test_defaults_without_a_source_are_marked(self) -> None:
        settings = GX.settings
        assert settings.roll_over.value == "off"
        assert settings.outer_check.value.mode == "full"
        assert [w.days_before for w in settings.warnings.value] == [20, 10, 0]
        assert settings.acting_principal_days.value == 30
        assert settings.recusal_window.value == Period(years=3)
        assert settings.extensions.value.max_count == 1
        assert settings.stagnant_returns.value == 2
        assert settings.disclosure_feedback.value == Period(workdays=15)
        assert [d.code for d in settings.disposals.value] == ["D1", "D2", "D3", "D4"]
        assert len(settings.evaluation_grades.value) == 4
        stated = {"progress_reports", "progress_reviewers", "plan_reviewers", "special_checks"}
        for name in type(settings).model_fields:
            assert getattr(settings, name).inference is (name not in stated), name

    def test_reviewers_of_the_progress_report(self) -> None:
        reviewers = GX.settings.progress_reviewers.value
        assert (reviewers.lead.party, reviewers.lead.rule) == ("discipline_organ", "R-30")
        assert [(r.party, r.rule) for r in reviewers.assisting] == [("team", "R-52"), ("org_dept", "R-39")]

    def test_special_checks_lead_to_their_reports(self) -> None:
        checks = {check.check: (check.addressee, check.report, check.review) for check in GX.settings.special_checks.value}
        assert checks == {
            "personnel_selection": ("org_dept", "R-08", "R-43"),
            "ideology": ("publicity_dept", "R-09", None),
            "local_inspection_work": ("office", "R-10", "R-56"),
            "other": ("check_lead_dept", "R-11", None),
        }

    def test_only_the_first_steps_of_the_ladder_act_alone(self) -> None:
        assert [(s.step, s.automatic) for s in GX.settings.escalation.value] == [(2, True), (3, False), (4, False), (5, False)]


class TestNational2017:
    book = preset("national-2017")

    def test_what_the_regulations_state(self) -> None:
        stated = [rule.id for rule in self.book.rules if not rule.inference]
        assert stated == ["R-01", "R-07", "R-62", "R-63", "R-67", "F-02"]
        for rule_id, period in (("R-07", 2), ("F-02", 2), ("R-62", 3), ("R-63", 3), ("R-67", 3)):
            spec = self.book.rule(rule_id).deadline
            assert (spec.type, spec.period, spec.inference) == ("H", Period(months=period), False)

    def test_reports_go_to_the_office(self) -> None:
        for rule_id in ("R-07", "F-02", "R-62"):
            addressee = self.book.rule(rule_id).addressee
            assert addressee is not None
            assert addressee.parties == ("office",)

    def test_everything_borrowed_is_marked_whole(self) -> None:
        for rule in self.book.rules:
            if self.book.origins[rule.id] == "guangxi-2022@1":
                assert rule.inference
                assert "deadline" in rule.inferred_parts
        settings = self.book.settings
        stated = [n for n in type(settings).model_fields if not getattr(settings, n).inference]
        assert stated == ["progress_reports"]


class TestCountyDemo:
    book = preset("county-demo")

    def test_values_from_other_places_are_marked(self) -> None:
        assert self.book.rule("R-03").deadline.period == Period(months=1)
        assert self.book.rule("F-04").deadline.period == Period(months=6)
        assert self.book.rule("F-04").deadline.latest == Period(years=1)
        assert self.book.rule("R-17").deadline.type == "H"
        for rule_id in ("R-03", "R-17", "R-138", "F-03", "F-04", "F-09"):
            assert self.book.rule(rule_id).deadline.inference, rule_id

    def test_the_regions_rules_bind(self) -> None:
        assert self.book.rule("R-30") == GX.rule("R-30")
        assert self.book.origins["R-30"] == "guangxi-2022@1"
        assert self.book.origins["R-03"] == "county-demo@1"
        assert self.book.base == "guangxi-2022@1"

    def test_an_override_leaves_the_other_parts_alone(self) -> None:
        ours, theirs = self.book.rule("R-07"), GX.rule("R-07")
        assert ours.addressee != theirs.addressee
        assert ours.deadline == theirs.deadline

    def test_omissions_keep_their_reason(self) -> None:
        assert set(self.book.dropped) == {"R-117", "R-121"}
        assert "R-117" not in self.book
        assert "R-117" not in self.book.origins

    def test_sampled_outer_check(self) -> None:
        check = self.book.settings.outer_check.value
        assert (check.mode, check.sample_percent) == ("sampled", 30)


class TestReferencesAndDigests:
    def test_by_id_and_by_version(self) -> None:
        assert preset("guangxi-2022") is preset("guangxi-2022@1")
        assert GX.ref == "guangxi-2022@1"
        assert GX.pinned == f"guangxi-2022@1#{GX.digest}"
        assert [book.ref for book in presets()] == ["county-demo@1", "guangxi-2022@1", "national-2017@1", "national-2017@2"]

    @pytest.mark.parametrize("ref", ["guangxi-2023", "guangxi-2022@9", "", "../guangxi-2022", "guangxi-2022@1@1"])
    def test_unknown(self, ref: str) -> None:
        with pytest.raises(UnknownPreset) as caught:
            preset(ref)
        assert "guangxi-2022@1" in caught.value.next_step("en")

    def test_a_file_is_named_after_what_it_holds(self) -> None:
        folder = Path(str(__import__("rulebook").__file__)).parent / "presets"
        assert sorted(p.name for p in folder.iterdir()) == [f"{b.id}.{b.version}.yaml" for b in presets()]

    def test_a_published_version_does_not_change(self) -> None:
        """A digest that differs means: publish the change as a new version, or, for a calendar's new year, pin it anew."""
        pinned = json.loads((Path(__file__).parent / "digests.json").read_text(encoding="utf-8"))
        assert {book.ref: book.digest for book in presets()} == pinned

    def test_the_digest_covers_rules_settings_and_calendar(self) -> None:
        rule = GX.rules[0].model_copy(update={"on_miss": ()})
        other_rule = GX.model_copy(update={"rules": (rule, *GX.rules[1:])})
        year = GX.calendar.years[2026].model_copy(update={"workdays": ()})
        calendar = GX.calendar.model_copy(update={"years": {**GX.calendar.years, 2026: year}})
        other_calendar = GX.model_copy(update={"calendar": calendar})
        digests = {GX.digest}
        for changed in (other_rule, other_calendar):
            changed.__dict__.pop("digest", None)
            digests.add(changed.digest)
        assert len(digests) == 3
        assert all(len(digest) == 64 for digest in digests)

    def test_every_word_is_there_in_both_languages(self) -> None:
        for book in presets():
            for table in (book.parties, book.events, book.documents, book.consequences):
                for name in table.values():
                    assert any("\u4e00" <= c <= "\u9fff" for c in name.zh)
                    assert name.en.isascii()
            for rule in book.rules:
                assert any("\u4e00" <= c <= "\u9fff" for c in rule.action.zh)
                assert rule.action.en.isascii(), rule.id
