"""The register: codes and posts by date, mergers that lose nothing."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.events.organisation import PersonAppointed, PostEnded
from findings.events.words import PostKind
from findings.model.organisation import Organisation
from findings.refusals.case import DateNotYet, DateTooEarly, NotBodyOfCase, NotYourCase, SelfExaminationsMissing
from findings.refusals.organisation import (
    AlreadyInPost,
    OrganisationCodeUsed,
    OrganisationGone,
    OwnParent,
    PostNotHeld,
    RelationTooEarly,
)
from kernel.context import named
from kernel.errors import NotFound
from kernel.messages import facts

from .conftest import HASH, ZONE, Town

CGJ, JYJ, NEW = named("org", "CGJ"), named("org", "JYJ"), named("org", "NEW")


def test_codes_are_never_reused_and_parents_exist(town: Town) -> None:
    with pytest.raises(OrganisationCodeUsed):
        town.org("CGJ")
    with pytest.raises(NotFound):
        town.org("X1", parents=[{"relation": "party-leadership", "parent": "0" * 32, "since": "2020-01-01"}])
    with pytest.raises(OwnParent):
        town.do("RelateOrganisations", "admin@XCB", org=CGJ, relation="party-leadership", parent=CGJ, since="2020-01-01")


def test_names_and_parents_are_dated(town: Town) -> None:
    for parent, since in (("XW", "2020-01-01"), ("SJW", "2025-01-01")):
        relation = {"relation": "party-leadership", "parent": named("org", parent), "since": since}
        town.do("RelateOrganisations", "admin@XCB", org=CGJ, **relation)
    with pytest.raises(RelationTooEarly):
        town.do("RelateOrganisations", "admin@XCB", org=CGJ, relation="party-leadership", since="2024-01-01")
    town.do("RenameOrganisation", "admin@XCB", org=CGJ, name="城市管理局党组", since="2025-06-01")
    found = town.ask("GetOrganisation", org=CGJ)
    assert [(r["parent"], r["since"], r["until"]) for r in found["relations"]] == [
        (named("org", "XW"), "2020-01-01", "2025-01-01"),
        (named("org", "SJW"), "2025-01-01", ""),
    ]
    assert [name["name"] for name in found["names"]] == ["CGJ党组织", "城市管理局党组"]
    assert [line["code"] for line in town.ask("ListOrganisations", parent=named("org", "SJW"))["organisations"]] == ["CGJ"]
    assert [line["code"] for line in town.ask("ListOrganisations", prefix="城市")["organisations"]] == ["CGJ"]
    assert [line["code"] for line in town.ask("ListOrganisations", after="SJW")["organisations"]] == ["XCB", "XCBU", "XW", "ZZB"]


def test_a_new_principal_ends_the_former_and_who_served_when_is_known(town: Town) -> None:
    first = town.people["principal@CGJ"]
    second = town.person("principal@CGJ#2", since="2026-03-01")
    posts = {"org": CGJ, "post": "principal"}
    assert [post["person"] for post in town.ask("FindPosts", **posts, day="2026-02-28")["posts"]] == [first]
    assert [post["person"] for post in town.ask("FindPosts", **posts, day="2026-03-01")["posts"]] == [second]
    assert [post["until"] for post in town.ask("FindPosts", **posts)["posts"]] == ["2026-03-01", ""]
    assert [post["org_code"] for post in town.ask("FindPosts", name="principal@CGJ#2甲")["posts"]] == ["CGJ"]
    assert [post["name"] for post in town.ask("GetOrganisation", org=CGJ)["posts"]][-1] == "principal@CGJ#2甲"


def test_posts_begin_and_end_in_order(town: Town) -> None:
    member = town.people["member@CGJ"]
    post = {"org": CGJ, "person": member, "post": "member"}
    with pytest.raises(AlreadyInPost):
        town.do("AppointToPost", "org_dept@ZZB", **post)
    with pytest.raises(DateNotYet):
        town.do("EndPost", "org_dept@ZZB", **post, until="2026-03-03")
    with pytest.raises(RelationTooEarly):
        town.do("EndPost", "org_dept@ZZB", **post, until="2019-01-01")
    town.do("EndPost", "org_dept@ZZB", **post)
    with pytest.raises(PostNotHeld):
        town.do("EndPost", "org_dept@ZZB", **post)
    town.do("AppointToPost", "org_dept@ZZB", **post)
    assert len(town.ask("FindPosts", person=member)["posts"]) == 2


def test_an_acting_principal_is_confirmed_without_leaving(town: Town) -> None:
    town.do("EndPost", "org_dept@ZZB", org=CGJ, person=town.people["principal@CGJ"], post="principal")
    acting = town.person("principal@CGJ#2", since="2026-03-02", acting=True)
    town.at("2026-03-20").do("AppointToPost", "org_dept@ZZB", org=CGJ, person=acting, post="principal")
    posts = town.ask("FindPosts", org=CGJ, post="principal", day="2026-03-20")["posts"]
    assert [(post["person"], post["acting"]) for post in posts] == [(acting, False)]
    assert town.last("post-ended")["reason"] == "confirmed"


def test_a40_cases_move_to_the_successor_with_all_their_dates(case: str, town: Town) -> None:
    other = town.open("JYJ", items=2)
    before = {one: town.ask("GetCase", case=one) for one in (case, other)}
    town.at("2026-06-30")
    town.org("NEW")
    town.person("principal@NEW")
    merger = {"successor": NEW, "merged": [CGJ, JYJ], "day": "2026-06-30", "decision": "县委〔2026〕8号"}
    town.do("MergeOrganisations", "office@XCB", **merger)
    for one, old in before.items():
        new = town.ask("GetCase", case=one)
        assert (new["org"], new["holder"]) == (old["org"], NEW)
        assert [new[k] for k in ("dues", "phase_end", "received_on", "rulebook", "number")] == [
            old[k] for k in ("dues", "phase_end", "received_on", "rulebook", "number")
        ]
    assert sorted(line["number"] for line in town.ask("ListCases", org=NEW)["cases"]) == ["XC2026-1/CGJ", "XC2026-1/JYJ"]
    by_old = [line["findings"] for org in (CGJ, JYJ) for line in town.ask("ListCases", org=org)["cases"]]
    by_new = [line["findings"] for line in town.ask("ListCases", org=NEW)["cases"]]
    assert sum(by_old) == sum(by_new) == 5
    assert town.ask("GetOrganisation", org=NEW)["cases"] == [case, other]
    assert town.ask("GetOrganisation", org=CGJ)["successor"] == NEW
    town.at("2026-08-03")
    with pytest.raises(NotYourCase):
        town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-07")
    town.do("PrepareReturn", "handler@NEW", case=case, month="2026-07")
    town.do("EndorseReturn", "principal@NEW", case=case, month="2026-07")
    with pytest.raises(OrganisationGone):
        town.do("MergeOrganisations", "office@XCB", **merger | {"merged": [CGJ]})


def test_records_of_a_case_are_its_own(case: str, town: Town) -> None:
    head = {"head": town.people["principal@CGJ"], "document_sha256": HASH, "description": "领导小组"}
    with pytest.raises(NotYourCase):
        town.do("SetUpMechanism", "handler@JYJ", case=case, **head)
    town.do("SetUpMechanism", "handler@CGJ", case=case, **head)
    town.do("LayDownProcedure", "handler@CGJ", case=case, number="1号", document_sha256=HASH)
    meeting = {"case": case, "minutes_sha256": HASH}
    with pytest.raises(SelfExaminationsMissing):
        town.do("RecordMeeting", "handler@CGJ", **meeting, kind="democratic-life")
    with pytest.raises(DateTooEarly):
        town.do("RecordMeeting", "handler@CGJ", **meeting, kind="special-meeting", day="2026-03-01")
    with pytest.raises(DateNotYet):
        town.do("RecordMeeting", "handler@CGJ", **meeting, kind="special-meeting", day="2026-03-03")
    statements = [{"person": town.people["member@CGJ"], "sha256": HASH}]
    town.do("RecordMeeting", "handler@CGJ", **meeting, kind="special-meeting")
    town.do("RecordMeeting", "handler@CGJ", **meeting, kind="democratic-life", self_examinations=statements)
    assert [(note["kind"], note["rule"]) for note in town.ask("GetCase", case=case)["records"]] == [
        ("mechanism", "R-04"),
        ("signoff-procedure", "R-13"),
        ("special-meeting", "R-02"),
        ("democratic-life", "R-05"),
    ]
    with pytest.raises(NotBodyOfCase):
        town.do("CloseCase", "office@SJW", case=case, reason="x")


SINCE = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=8)


@given(SINCE, st.integers(0, 90))
def test_at_most_one_principal_serves_on_any_day(appointments: list[tuple[int, bool]], day: int) -> None:
    """Whoever is appointed in whatever order of accepted dates: one full principal, or none, on each day."""
    start, org = date(2026, 1, 1).toordinal(), Organisation(id=CGJ)
    for n, (offset, acting) in enumerate(appointments):
        since = date.fromordinal(start + offset)
        try:
            changes = org.appoint(f"{n:032x}", PostKind.PRINCIPAL, "", since, acting, date(2027, 1, 1))
        except RelationTooEarly:
            continue
        for fact in facts(changes):
            assert isinstance(fact.event, PersonAppointed | PostEnded)
            org.fold(fact.event, datetime(2027, 1, 1, tzinfo=ZONE))
    today = date.fromordinal(start + day)
    full = [post for post in org.posts if not post.acting and post.held(today)]
    assert len(full) <= 1
    serving = org.principal(today, 30)
    if full:
        assert serving == full[0]
    elif serving is not None:
        assert serving.acting
        assert (today - serving.since).days > 30
