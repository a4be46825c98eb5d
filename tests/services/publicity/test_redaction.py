"""The redaction of a publication: every path of the fact once, approved by name, and no other way to treat one."""

import pytest

from publicity.events import disclosure as told
from publicity.events.parts import Redaction, Treatment
from publicity.model.notice.redaction import approved_as, redaction_of
from publicity.refusals.disclosure import Confidential, TreatmentWrong
from translog.publication import approval_of

from .conftest import World, approved


def paths(redaction: Redaction) -> list[str]:
    masked, withheld = [one.path for one in redaction.masked], [one.path for one in redaction.withheld]
    return sorted([*redaction.disclosed, *masked, *withheld])


@pytest.mark.parametrize(
    "treatments",
    [
        (),
        (Treatment(path="medium", reason="internal"),),
        (Treatment(path="org_name", rule="initial", text="某局"), Treatment(path="medium", reason="internal")),
    ],
)
def test_every_path_of_the_fact_is_named_once(treatments: tuple[Treatment, ...]) -> None:
    redaction = redaction_of(treatments)
    assert paths(redaction) == sorted(told.DisclosurePublished.model_fields)
    for part in (redaction.disclosed, [one.path for one in redaction.masked], [one.path for one in redaction.withheld]):
        assert list(part) == sorted(part)


@pytest.mark.parametrize(
    "treatments",
    [
        (Treatment(path="sha256", reason="internal"),),
        (Treatment(path="document", reason="internal"),),
        (Treatment(path="elsewhere", reason="internal"),),
        (Treatment(path="medium"),),
        (Treatment(path="medium", rule="initial"),),
        (Treatment(path="medium", reason="internal", rule="initial", text="县"),),
        (Treatment(path="medium", reason="internal"), Treatment(path="medium", reason="personal")),
    ],
)
def test_what_is_not_theirs_to_treat_is_refused(treatments: tuple[Treatment, ...]) -> None:
    with pytest.raises(TreatmentWrong):
        redaction_of(treatments)


def test_reviewer_and_approver_name_content_redaction_and_version(world: World) -> None:
    world.draft(approved(), treatments=(Treatment(path="medium", reason="internal"),))
    world.pass_all(approved())
    published = world.last(told.DisclosurePublished)
    assert [one.path for one in published.redaction.withheld] == ["differences", "document", "medium"]
    expected = approved_as(published.content, published.redaction, 1)
    assert expected == approval_of(published.content, published.redaction.model_dump(mode="json"), "1")
    assert world.last(told.ConfidentialityReviewed).approves == expected
    assert world.last(told.NoticeApproved).approves == expected
    assert approved_as(published.content, published.redaction, 2) != expected


def test_what_is_shown_in_place_of_a_value_goes_through_the_scanner_too(world: World) -> None:
    world.draft(approved(), treatments=(Treatment(path="org_name", rule="free", text="联系人 13912345678"),))
    world.apply(world.notice().check(world.file, approved(), world.by("office")))
    with pytest.raises(Confidential):
        world.notice().review(world.file, {}, "", world.by("publicity"))
