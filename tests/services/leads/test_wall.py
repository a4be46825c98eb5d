"""Nothing of what a lead says stands in stored bytes, published messages, records of refusals or of readings (I19)."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from rectify.findings.v1 import register_pb2
from rectify.leads.v1 import leads_service_pb2 as pb

from chassis.auth import Caller
from chassis.dispatch import Dispatch
from chassis.dispatch.reading import digest
from chassis.node import whole
from chassis.published import published
from chassis.store import LocalKeyring, Store, Work, open_store
from kernel.context import named
from kernel.errors import Refusal
from leads.events import LeadApproved, LeadExtended, LeadHandedOver, LeadRegistered, OutcomeFedBack, RoundNoted, TeamsNoted
from leads.model.round_file import file_id
from leads.queries import duties_separate
from leads.service import SERVICE
from testkit.given import MORNING, ZONE, act
from testkit.world import Limits
from tests.services.leads.world import CHANNEL, GROUP, LEADER, OFFICE, ROUND

NUMBER = "线索〔2026〕1"
LEAD = named("lead", NUMBER)
UNIT, ATTACHMENT, NOBODY_ELSE = named("org", "CGJ"), "cd" * 32, "5e" * 16
SECRETARY = act(*CHANNEL).actor
# What is said about a lead; none of it may be found anywhere in clear.
SAID = {
    "person": "欧阳某某",
    "post": "局党组成员",
    "source": "巡察期间来访第三人",
    "summary": "反映其在某路段招标中收受财物",
    "reason": "该同志系市管干部",
    "note": "拟对其谈话",
    "reply": "已调取账目两册",
    "why": "关键证人在外地",
    "result": "部分属实并予诫勉",
    "decision": "纪决〔2026〕77号",
}
TYPED = "线索〔2026〕臆测"
MARKERS = [*SAID.values(), UNIT, ATTACHMENT, NOBODY_ELSE, "臆测", "乱填的被反映人"]


def caller(role: str, org: str, person: str = "") -> Caller:
    who = act(role, org, person)
    return Caller(who.actor, role, who.org)


class Bench:
    """The service on a real file, as it runs."""

    def __init__(self, folder: Path) -> None:
        self.service = whole(SERVICE)
        self.now = MORNING
        self.folder = folder
        self.store: Store = open_store(
            f"sqlite:///{folder / 'leads.sqlite'}",
            self.service,
            site="sandbox-test",
            epoch="1",
            clock=lambda: self.now,
            zone=ZONE,
            keyring=LocalKeyring(folder.parent / "keys" / "leads.keys"),
        )
        self.store.migrate()
        self.dispatch = Dispatch(self.service, self.store, Limits(ZONE), self._neighbour, clock=lambda: self.now)
        self.refusals: list[Refusal] = []

    @staticmethod
    async def _neighbour(service: str, rpc: str, request: Any) -> Any:
        assert (service, rpc) == ("findings", "GetOrganisation")
        relation = "cadre-management" if request.org == UNIT else "party-leadership"
        parent = register_pb2.Relation(relation=relation, parent=named("org", "SW"), since="2020-01-01")
        return register_pb2.GetOrganisationResponse(org=request.org, relations=[parent])

    def note_round(self) -> None:
        """What findings would have told."""
        file, leaders = file_id(ROUND), (caller(*LEADER).person,)
        office, group = named("org", "XCB"), named("org", "LDXZ")
        noted = RoundNoted(file=file, round=ROUND, code="R1", rulebook="guangxi-2022", office=office, leading_group=group)
        teams = TeamsNoted(file=file, round=ROUND, leaders=leaders)
        work = Work(uuid4(), b"\0" * 32, "0" * 32, "system", "", lambda _act, _repo: [noted, teams])
        self.store.submit(work).result(10)

    def do(self, rpc: str, who: tuple[str, ...], **fields: Any) -> Any:
        """A command or a question, as it arrives; a refusal is kept."""
        request = getattr(pb, f"{rpc}Request")(**fields)
        way = self.dispatch.command if rpc in self.service.commands else self.dispatch.query
        try:
            return asyncio.run(self._crossed(partial(way, rpc, request, caller(*who))))
        except Refusal as refusal:
            self.refusals.append(refusal)
            return None

    @staticmethod
    async def _crossed(call: Any) -> Any:
        return await call()

    def follow(self) -> None:
        """Bring the read models up to date."""
        while self.store.project("leads") < self.store.head().position:
            pass


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    folder = tmp_path / "data"
    folder.mkdir()
    made = Bench(folder)
    made.note_round()
    yield made
    made.dispatch.close()
    made.store.close()


def live(bench: Bench) -> None:
    """All that can happen to a lead, with every word about it said, and tries of others."""
    city = ("lead_channel", "SJW")
    wording = {name: SAID[name] for name in ("person", "post", "source", "summary")}
    first = {"number": NUMBER, "round": ROUND, "addressee": named("org", "JW"), "addressee_kind": "discipline", "unit": UNIT}
    bench.do("RegisterLead", LEADER, **first, **wording, attachments=[ATTACHMENT], sealed_to=SECRETARY)
    bench.do("RegisterLead", LEADER, **first, **wording, attachments=[ATTACHMENT], sealed_to=SECRETARY)
    bench.do("ReadLead", LEADER, lead=LEAD)
    bench.do("ApproveReferral", GROUP, lead=LEAD, approval="领1")
    bench.do("SignHandOver", LEADER, lead=LEAD)
    bench.do("SignHandOver", CHANNEL, lead=LEAD)
    bench.now += timedelta(days=3)
    bench.do("ReturnMisdirected", CHANNEL, lead=LEAD, reason=SAID["reason"])
    sealed = {"sealed_to": caller(*city).person}
    where = {"unit": UNIT, "addressee": named("org", "SJW"), "addressee_kind": "discipline"}
    bench.do("RerouteLead", LEADER, lead=LEAD, **where, **sealed)
    bench.do("SignHandOver", LEADER, lead=LEAD)
    bench.do("SignHandOver", city, lead=LEAD)
    bench.do("AcceptLead", city, lead=LEAD)
    bench.do("SetStatus", city, lead=LEAD, status_class="filed", note=SAID["note"])
    for status in ["pending", "filed"] * 30:  # as many facts as make a store keep a snapshot of an aggregate
        bench.do("SetStatus", city, lead=LEAD, status_class=status, note=SAID["note"])
    bench.do("ReplyInterim", city, lead=LEAD, reply=SAID["reply"])
    bench.do("ExtendLead", OFFICE, lead=LEAD, due="2026-09-01", reason=SAID["why"])
    bench.do("ReadLead", city, lead=LEAD)
    bench.do("FeedBackOutcome", city, lead=LEAD, result=SAID["result"], decision_no=SAID["decision"])
    bench.do("CloseLead", OFFICE, lead=LEAD)


def pry(bench: Bench) -> None:
    """Those who may not: by the true number, by guesses, with content typed in, in the wrong form."""
    outside = ("handler", "JTJ")
    for lead in (LEAD, named("lead", TYPED)):
        for rpc in ("GetLead", "ReadLead", "AcceptLead"):
            bench.do(rpc, outside, lead=lead)
    bench.do("ListLeads", outside, number=TYPED)
    guess = {"round": ROUND, "addressee": named("org", "JW"), "addressee_kind": "discipline", "unit": UNIT}
    guess |= {"person": "乱填的被反映人", "post": "x", "source": "x", "summary": "x"}
    bench.do("RegisterLead", outside, number=TYPED, **guess)
    bench.do("RegisterLead", LEADER, number=f"{TYPED}/2", **guess)
    bench.do("RegisterLead", LEADER, number=NUMBER, **guess, sealed_to=NOBODY_ELSE)
    bench.do("RerouteLead", LEADER, lead=LEAD, **guess_of(guess), sealed_to=NOBODY_ELSE)


def guess_of(guess: dict[str, Any]) -> dict[str, Any]:
    return {name: guess[name] for name in ("unit", "addressee", "addressee_kind")}


def test_no_word_of_it_outside(bench: Bench) -> None:
    live(bench)
    assert bench.refusals == []
    pry(bench)
    assert [refusal.code for refusal in bench.refusals] == ["not-found"] * 6 + [
        "role-denied",
        "invalid-field",
        "lead-number-used",
        "lead-state",
    ]
    bench.follow()
    rows = bench.store.read(0, 1000)
    topics = [row.topic for row in rows]
    assert topics.count("leads.refusal.recorded.v1") == 10
    assert topics.count("leads.read.recorded.v1") == 3  # two who may, and a list that showed nothing

    # Bytes on disk: the file, its write-ahead log, and whatever else lies there.
    stored = {path.name: path.read_bytes() for path in bench.folder.iterdir() if path.is_file()}
    assert "leads.sqlite-wal" in stored
    for name, content in stored.items():
        _clean(name, content)
    _clean("rows", b"".join(row.state for row in rows))

    # What the neighbours are told, headers and payload, and what the caller of a refusal is told.
    told = [published(bench.service, bench.store.decode(row)) for row in bench.store.read_published(0, 1000)]
    assert [message.subject.rsplit(".", 1)[-1] for message in told] == [
        "LeadReferred",
        "LeadMisdirected",
        "LeadReferred",
        "LeadAccepted",
        *["LeadStatusChanged"] * 61,
        "LeadExtended",
        "LeadOutcomeFedBack",
        "LeadClosed",
    ]
    for message in told:
        _clean(message.subject, message.SerializeToString())
    for refusal in bench.refusals:
        _clean(refusal.code, f"{refusal.text('zh')}{refusal.text('en')}{refusal.values}".encode())


def test_it_can_be_read_with_the_key_and_only_so(bench: Bench) -> None:
    live(bench)
    events = [bench.store.decode(row).event for row in bench.store.read(0, 1000)]
    [registered] = [event for event in events if isinstance(event, LeadRegistered)]
    [outcome] = [event for event in events if isinstance(event, OutcomeFedBack)]
    assert (registered.person, registered.unit, registered.attachments) == (SAID["person"], UNIT, (ATTACHMENT,))
    assert outcome.result == SAID["result"]
    assert LeadRegistered.personal_fields() >= {"person", "post", "unit", "source", "summary", "attachments", "sealed_to"}


def test_the_digest_of_a_command_tells_nothing_of_the_content() -> None:
    def of(**fields: Any) -> bytes:
        return digest("RegisterLead", pb.RegisterLeadRequest(**{"number": NUMBER, "round": ROUND} | fields), caller(*LEADER), None)

    said = {name: SAID[name] for name in ("person", "post", "source", "summary")}
    assert of(**said, unit=UNIT, sealed_to=SECRETARY, attachments=[ATTACHMENT]) == of(person="别人")
    assert of(number="线索9") != of()


def test_who_registered_cannot_read_by_looking_back(bench: Bench) -> None:
    live(bench)
    request = pb.ReadLeadRequest(lead=LEAD)
    request.meta.as_of.FromDatetime(MORNING)
    with pytest.raises(Refusal) as refused:
        asyncio.run(bench.dispatch.query("ReadLead", request, caller(*LEADER)))
    assert refused.value.code == "lead-content-only-now"


def _clean(where: str, content: bytes) -> None:
    for marker in MARKERS:
        for form in (marker.encode(), marker.encode("unicode_escape"), marker.encode("utf-16-le")):
            assert form not in content, f"{marker} stands in {where}"


def test_separation_is_audited_from_the_facts(bench: Bench) -> None:
    live(bench)
    events = [bench.store.decode(row) for row in bench.store.read(0, 1000)]
    rows, repo = bench.store.rows(), bench.store.repository()
    assert duties_separate(rows, repo, events) == (4, [])  # an approval, two handings over, an extension
    forged = []
    for recorded in events:
        event = recorded.event
        if isinstance(event, LeadHandedOver):
            recorded = recorded._replace(event=event.model_copy(update={"receiver": event.giver}))
        if isinstance(event, LeadApproved):
            recorded = recorded._replace(event=event.model_copy(update={"approver": caller(*LEADER).person}))
        if isinstance(event, LeadExtended):
            recorded = recorded._replace(org=event.addressee)
        forged.append(recorded)
    checked, flaws = duties_separate(rows, repo, forged)
    assert (checked, len(flaws)) == (4, 4)
