"""Notifications: sent to several, acknowledged by each."""

from typing import Any

import pytest

from findings.commands import letters as wish
from findings.events import letters as told
from findings.events.letters import NotificationKind
from findings.handlers import letters as act_on
from findings.model.notices import Notification, NotificationState
from findings.queries import letters as ask
from findings.refusals import letters as no
from findings.refusals.case import NotBodyOfCase
from findings.refusals.round import NotOrganOfRound
from kernel.context import named
from kernel.errors import NotFound
from kernel.messages import facts

ID = named("notification", "通1")
TO = (named("org", "JTJ"), named("org", "RSJ"))


def send(world: Any, org: str = "XCB", **given: Any) -> list[Any]:
    fields = {
        "number": "通1",
        "kind": NotificationKind.COMMON_PROBLEM,
        "round": world.round,
        "title": "关于公务用车共性问题的通报",
        "document_sha256": "cd" * 32,
        "recipients": TO,
        "actions": ("自查自纠",),
    }
    done: list[Any] = world.do(act_on.send_notification, wish.SendNotification(**fields | given), "office", org)
    return done


def acknowledge(world: Any, org: str, *actions: str) -> list[Any]:
    command = wish.AcknowledgeNotification(notification=ID, actions=actions)
    done: list[Any] = world.do(act_on.acknowledge_notification, command, "functional", org)
    return done


def lines(world: Any, **asked: Any) -> Any:
    return world.ask(ask.list_notifications, ask.ListNotifications(**asked)).notifications


def test_acknowledged_when_all_did(world: Any) -> None:
    send(world)
    assert [e.complete for e in acknowledge(world, "JTJ", "十月前自查")] == [False]
    assert world.find(Notification, ID).state is NotificationState.SENT
    assert [line.state for line in lines(world)] == ["SENT"]
    assert [e.complete for e in acknowledge(world, "RSJ")] == [True]
    assert world.find(Notification, ID).state is NotificationState.ACKNOWLEDGED
    [line] = lines(world)
    assert (line.state, line.actions) == ("ACKNOWLEDGED", ("自查自纠",))
    assert [(r.org, r.actions) for r in line.recipients] == [(TO[0], ("十月前自查",)), (TO[1], ())]


def test_each_acknowledges_once_and_only_who_was_told(world: Any) -> None:
    send(world)
    acknowledge(world, "JTJ")
    with pytest.raises(no.AcknowledgedAlready):
        acknowledge(world, "JTJ")
    with pytest.raises(no.NotRecipient):
        acknowledge(world, "ZZB")


def test_nothing_to_acknowledge(world: Any) -> None:
    with pytest.raises(NotFound):
        acknowledge(world, "JTJ")


def test_the_successor_acknowledges(world: Any) -> None:
    send(world)
    world.merge("JTJ", "XJTJ")
    acknowledge(world, "XJTJ")
    assert world.last(told.NotificationAcknowledged).org == TO[0]


def test_one_that_absorbed_another_recipient_acknowledges_for_both(world: Any) -> None:
    send(world)
    world.merge("JTJ", "RSJ")
    acknowledge(world, "RSJ")
    acknowledge(world, "RSJ")
    assert world.find(Notification, ID).state is NotificationState.ACKNOWLEDGED


def test_a_number_is_used_once(world: Any) -> None:
    send(world)
    with pytest.raises(no.NotificationNumberUsed):
        send(world)


def test_the_office_of_the_round_and_of_the_case(world: Any) -> None:
    with pytest.raises(NotOrganOfRound):
        send(world, "ZZB")
    with pytest.raises(NotBodyOfCase):
        send(world, "ZZB", round=None, case=world.case)
    send(world, "ZZB", round=None)
    assert world.find(Notification, ID).exists


def test_each_recipient_is_there_and_named_once(world: Any) -> None:
    with pytest.raises(NotFound):
        send(world, recipients=(named("org", "NIX"),))
    with pytest.raises(no.RecipientTwice) as refused:
        send(world, recipients=(*TO, TO[0]))
    assert refused.value.field == "recipients.2"


KINDS = [(NotificationKind.COMMON_PROBLEM, "R-54"), (NotificationKind.SUGGESTIONS, "R-115")]


@pytest.mark.parametrize("about", ["round", "case"])
@pytest.mark.parametrize(("kind", "rule"), KINDS)
def test_the_rule_it_rests_on(world: Any, kind: NotificationKind, rule: str, about: str) -> None:
    fields: dict[str, Any] = {"number": "通2", "kind": kind, "title": "通报", "document_sha256": "cd" * 32, "recipients": TO}
    office = world.who("office", "XCB")
    [fact] = facts(act_on.send_notification(wish.SendNotification(**fields, **{about: getattr(world, about)}), office, world))
    assert (fact.rule, fact.rulebook) == (rule, "guangxi-2022@1")
    [alone] = facts(act_on.send_notification(wish.SendNotification(**fields), office, world))
    assert (alone.rule, alone.rulebook) == ("", "")


def test_who_was_told(world: Any) -> None:
    send(world)
    send(world, number="通2", recipients=(TO[1],), round=None)
    assert [line.number for line in lines(world)] == ["通1", "通2"]
    assert [line.number for line in lines(world, org=TO[0])] == ["通1"]
    assert [line.number for line in lines(world, round=world.round)] == ["通1"]
    assert lines(world, org=named("org", "ZZB")) == ()
    assert lines(world, state="ACKNOWLEDGED") == ()


def test_a_recipient_sees_its_own(world: Any) -> None:
    send(world)

    def shown(asker: str, **asked: Any) -> int:
        found = world.ask(ask.list_notifications, ask.ListNotifications(**asked), "functional", asker)
        return len(found.notifications)

    assert [shown(org) for org in ("JTJ", "RSJ", "CGJ")] == [1, 1, 0]
    assert shown("CGJ", org=TO[0]) == 0
    assert shown("JTJ", org=TO[1]) == 0
    world.merge("JTJ", "XJTJ")
    assert shown("XJTJ") == 1
