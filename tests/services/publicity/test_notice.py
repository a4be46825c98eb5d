"""A notice on its way: who may, what stops it, what is published, and what becomes of it."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from kernel.context import named
from kernel.errors import Refusal
from kernel.messages import Changes
from publicity.events import disclosure as told
from publicity.events.guarded import Guard
from publicity.events.parts import ChannelKind, Figures, Scope
from publicity.model.document import canonical, sha256
from publicity.model.notice import State
from publicity.refusals.disclosure import (
    ApproverNotFit,
    Confidential,
    ContentDiffers,
    KeyViewsUnanswered,
    NoChannel,
    NothingToCorrect,
    NoticeState,
    PeriodRuns,
    SameHands,
)
from publicity.refusals.organ import NotBodyOfCase, NotHolderOfCase, NotServingPrincipal
from translog.codec import canonical_json

from .conftest import World, approved, phone


def test_a_notice_goes_its_way_and_its_hash_is_that_of_its_bytes(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    published = world.last(told.DisclosurePublished)
    assert world.notice().newest.state is State.FEEDBACK_PERIOD
    assert sha256(published.document) == published.sha256
    assert json.loads(published.document)["figures"]["rate_permille"] == 500
    assert canonical_json(json.loads(published.document)) == published.document.encode(), "the text is canonical by RFC 8785"
    # Fifteen working days from Monday 2 March 2026.
    assert published.feedback_until.isoformat() == "2026-03-23"


def test_equal_contents_have_one_text() -> None:
    assert canonical({"b": "文", "a": [1, True, None]}) == '{"a":[1,true,null],"b":"文"}'


def test_each_difference_is_named_and_stops_it(world: World) -> None:
    world.draft(approved(), figures={"signed_off": 2, "people": None}, text="整改完成率100%")
    (differed,) = world.apply(world.notice().check(world.file, approved(), world.by("office")))
    assert isinstance(differed, told.ContentDiffered)
    assert [(one.field, one.notice, one.record) for one in differed.differences] == [
        ("figures.signed_off", "2", "1"),
        ("text.rate_permille", "整改完成率100%", "500"),
    ]
    assert world.notice().newest.state is State.DRAFT


def test_a_report_that_changed_after_the_approval_stops_publication(world: World) -> None:
    world.draft(approved())
    world.apply(world.notice().check(world.file, approved(), world.by("office")))
    world.apply(world.notice().review(world.file, {}, "", world.by("publicity")))
    world.apply(world.notice().approve(world.file, "9号", True, world.by("leading_group")))
    with pytest.raises(ContentDiffers):
        world.notice().publish(world.file, approved(2, signed_off=2), {}, "", world.by("publicity"))
    with pytest.raises(Confidential):
        world.notice().publish(world.file, approved(), {"已修订办法": Guard.LEAD}, "", world.by("publicity"))


def test_three_pairs_of_hands(world: World) -> None:
    """SOD-09, and SOD-12: the organ of the case, not just somebody with the role."""
    world.draft(approved(), Scope.PARTY, person="甲")
    notice = world.notice(Scope.PARTY)
    world.apply(notice.check(world.file, approved(), world.by("office")))
    drafter = world.by("handler", "甲").actor

    with pytest.raises(SameHands):
        world.notice(Scope.PARTY).review(world.file, {}, "", replace(world.by("publicity"), actor=drafter))
    with pytest.raises(NotBodyOfCase):
        world.notice(Scope.PARTY).review(world.file, {}, "", replace(world.by("publicity"), org=named("org", "另一宣传部")))
    world.apply(world.notice(Scope.PARTY).review(world.file, {}, "", world.by("publicity")))
    reviewer = world.by("publicity").actor
    for former in (drafter, reviewer):
        with pytest.raises(SameHands):
            world.notice(Scope.PARTY).approve(world.file, "9号", True, replace(world.by("leading_group"), actor=former))
    with pytest.raises(NotServingPrincipal):
        world.notice(Scope.PARTY).approve(world.file, "9号", False, world.by("principal"))
    world.apply(world.notice(Scope.PARTY).approve(world.file, "9号", True, world.by("principal")))
    assert world.notice(Scope.PARTY).newest.state is State.APPROVED


def test_the_principal_does_not_approve_what_goes_to_the_public(world: World) -> None:
    world.draft(approved())
    world.apply(world.notice().check(world.file, approved(), world.by("office")))
    world.apply(world.notice().review(world.file, {}, "", world.by("publicity")))
    with pytest.raises(ApproverNotFit):
        world.notice().approve(world.file, "9号", True, world.by("principal"))


def test_only_the_organisation_drafts_and_only_its_serving_principal_signs(world: World) -> None:

    wish = {"basis": "", "organisation": "", "next_steps": "", "text": "", "figures": {}, "channels": (phone(),)}
    stranger = replace(world.by("handler"), org=named("org", "别的局"))
    with pytest.raises(NotHolderOfCase):
        world.notice().draft(world.file, Scope.PUBLIC, approved(), wish, stranger)
    with pytest.raises(NoChannel):
        world.notice().draft(world.file, Scope.PUBLIC, approved(), wish | {"channels": ()}, world.by("handler"))
    world.apply(world.notice().draft(world.file, Scope.PUBLIC, approved(), wish, world.by("handler")))
    with pytest.raises(NotServingPrincipal):
        world.notice().submit(world.file, False, world.by("principal"))


def test_an_undisclosed_case_is_refused_and_what_is_exempted_is_a_count(world: World) -> None:
    known = {"纪立〔2026〕12号": Guard.CASE}
    world.draft(approved(account="已按纪立〔2026〕12号处理"))
    world.apply(world.notice().check(world.file, approved(account="已按纪立〔2026〕12号处理"), world.by("office")))
    with pytest.raises(Confidential) as refused:
        world.notice().review(world.file, known, "", world.by("publicity"))
    assert "12号" not in refused.value.text("zh")
    findings = [result.finding for result in world.notice().newest.content.results]
    world.apply(world.notice().exempt(world.file, findings, "undisclosed_case", "案件未公开", world.by("handler")))
    world.apply(world.notice().refuse(world.file, "理由不足", world.by("leading_group")))
    with pytest.raises(Confidential):
        world.notice().review(world.file, known, "", world.by("publicity"))
    world.apply(world.notice().exempt(world.file, findings, "undisclosed_case", "案件未公开，附函", world.by("publicity")))
    world.apply(world.notice().consent(world.file, "8号", world.by("leading_group")))
    world.apply(world.notice().review(world.file, known, "", world.by("publicity")))
    world.apply(world.notice().approve(world.file, "9号", True, world.by("leading_group")))
    record = approved(account="已按纪立〔2026〕12号处理")
    world.apply(world.notice().publish(world.file, record, known, "", world.by("publicity")))
    document = json.loads(world.last(told.DisclosurePublished).document)
    assert document["exempted"] == {"findings": 2, "grounds": ["undisclosed_case"], "whole": False}
    assert document["results"] == []


def test_what_is_wholly_exempt_is_a_head_with_its_ground(world: World) -> None:
    world.draft(approved(), text="请拨13800138000")
    world.apply(world.notice().check(world.file, approved(), world.by("office")))
    world.apply(world.notice().exempt(world.file, [], "state_secret", "涉密", world.by("office")))
    world.apply(world.notice().consent(world.file, "8号", world.by("leading_group")))
    world.apply(world.notice().review(world.file, {}, "", world.by("publicity")))
    world.apply(world.notice().approve(world.file, "9号", True, world.by("leading_group")))
    world.apply(world.notice().publish(world.file, approved(), {}, "", world.by("publicity")))
    document = json.loads(world.last(told.DisclosurePublished).document)
    assert document["exempted"] == {"findings": 2, "grounds": ["state_secret"], "whole": True}
    assert not {"figures", "results", "text", "basis"} & set(document)


def test_a_report_accepted_anew_with_the_same_figures_asks_for_nothing(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    same, other = approved().figures, approved(signed_off=2, continuing=0, rate_permille=1000).figures
    assert world.notice().corrected("progress", 2, same) == []
    assert world.notice().corrected("final", 2, other) == []
    assert world.notice().corrected("progress", 1, other) == []
    with pytest.raises(NothingToCorrect):
        world.draft(approved())
    world.apply(world.notice().corrected("progress", 2, other))
    assert [one.field for one in world.notice().newest.differs] == [
        "figures.signed_off",
        "figures.continuing",
        "figures.rate_permille",
    ]
    assert world.notice().corrected("progress", 2, other) == [], "said once"


def test_a_correction_stands_beside_what_it_corrects_until_it_is_published(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    later = approved(2, signed_off=2, continuing=0, rate_permille=1000)
    world.apply(world.notice().corrected("progress", 2, later.figures))
    world.draft(later)
    assert world.notice().published is world.notice().versions[0] or world.notice().published == world.notice().versions[0]
    world.pass_all(later)
    assert [one.state for one in world.notice().versions] == [State.CORRECTED, State.FEEDBACK_PERIOD]
    second = world.last(told.DisclosurePublished)
    assert json.loads(second.document)["corrects"] == 1
    assert {one.field for one in second.differences} >= {"figures.signed_off", "report_version"}
    assert world.last(told.DisclosureCorrected).version == 1


def test_feedback_is_counted_key_views_answered_and_the_notice_filed(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    day, handler = world.now.date(), world.by("handler")
    world.apply(world.notice().hear_view(world.file, day, ChannelKind.PHONE, 5, False, "", handler))
    with pytest.raises(Confidential):
        world.notice().hear_view(world.file, day, ChannelKind.POST, 1, True, "住户13900139000反映", handler)
    world.apply(world.notice().hear_view(world.file, day, ChannelKind.POST, 1, True, "路灯仍未修复", handler))
    with pytest.raises(PeriodRuns):
        world.notice().close_feedback(world.file, world.by("handler", days=21))
    late = world.by("handler", days=22)
    with pytest.raises(KeyViewsUnanswered):
        world.notice().close_feedback(world.file, late)
    world.apply(world.notice().answer(world.file, 2, "已于三月修复", handler))
    world.apply(world.notice().close_feedback(world.file, late))
    assert (world.last(told.FeedbackClosed).views, world.last(told.FeedbackClosed).key) == (6, 1)
    world.apply(world.notice().archive(world.file, "档2026-7", world.by("office")))
    assert world.notice().newest.state is State.ARCHIVED


def test_every_step_asks_for_its_own_state(world: World) -> None:
    world.draft(approved())
    notice, file = world.notice(), world.file
    steps: list[Callable[[], Changes]] = [
        lambda: notice.review(file, {}, "", world.by("publicity")),
        lambda: notice.exempt(file, [], "state_secret", "涉密", world.by("office")),
        lambda: notice.consent(file, "8号", world.by("leading_group")),
        lambda: notice.approve(file, "9号", True, world.by("leading_group")),
        lambda: notice.publish(file, approved(), {}, "", world.by("publicity")),
        lambda: notice.answer(file, 1, "答", world.by("handler")),
        lambda: notice.archive(file, "档1", world.by("office")),
        lambda: notice.submit(file, True, world.by("principal")),
    ]
    for step in steps:
        with pytest.raises(NoticeState):
            step()


def test_a_refusal_says_it_in_both_languages(world: World) -> None:
    world.draft(approved(account="线索2026-0017"))
    world.apply(world.notice().check(world.file, approved(account="线索2026-0017"), world.by("office")))
    with pytest.raises(Refusal) as refused:
        world.notice().review(world.file, {"线索2026-0017": Guard.LEAD}, "", world.by("publicity"))
    assert refused.value.text("en").isascii()
    assert "问题线索编号" in refused.value.text("zh")
    assert "0017" not in refused.value.text("zh") + refused.value.text("en") + "".join(refused.value.values.values())


def test_figures_are_whole_numbers() -> None:
    assert all(isinstance(value, int) for value in Figures().model_dump().values())


def test_the_office_publishes_only_where_a_case_names_no_publicity_department(world: World) -> None:
    file = world.file
    for role in ("office", "publicity"):
        with pytest.raises(NotBodyOfCase):
            file.require_organ(replace(world.by(role), org=""))
    with pytest.raises(NotBodyOfCase):
        file.require_publisher(world.by("office"))
    file.require_publisher(world.by("publicity"))
    alone = file.model_copy(update={"bodies": file.bodies | {"publicity": ""}})
    alone.require_publisher(world.by("office"))
    with pytest.raises(NotBodyOfCase):
        alone.require_publisher(replace(world.by("publicity"), org=""))
