"""What every store keeps for those who follow its log: positions, failures, quarantine, leases."""

# The names of the cases say what they hold.
# ruff: noqa: D102

import threading

import pytest

from chassis.store import EventStore, OutOfOrder, Track
from testkit.conformance.store import MakeStore
from testkit.conformance.store_writing import N1, N2

HERE, THERE = "test/other/e1", "test/third/e1"


class FollowingSuite:
    """Inherited by the tests of every database."""

    @pytest.fixture
    def store(self, make_store: MakeStore, any_database_url: str) -> EventStore:
        """A store over an empty database."""
        return make_store(any_database_url)

    # --- positions ---------------------------------------------------------------------------------------------------

    def test_a_follower_advances_one_by_one_or_from_where_it_says(self, store: EventStore) -> None:
        assert store.tracked("x") == 0
        assert store.advance(Track("x", 1))
        assert not store.advance(Track("x", 1))
        with pytest.raises(OutOfOrder):
            store.advance(Track("x", 3))
        assert store.advance(Track("x", 7, after=1))
        assert not store.advance(Track("x", 5))
        assert store.tracked("x") == 7
        assert store.advance(Track("y", 4, after=0))
        assert {name: position for name, position in store.followers().items() if name in "xy"} == {"x": 7, "y": 4}

    def test_two_that_advance_at_once_do_it_once(self, store: EventStore) -> None:
        for position in range(1, 11):
            moved: list[bool] = []
            threads = [
                threading.Thread(target=lambda position=position, moved=moved: moved.append(store.advance(Track("x", position))))
                for _ in range(4)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert sorted(moved) == [False, False, False, True]
        assert store.tracked("x") == 10

    # --- failures and quarantine -------------------------------------------------------------------------------------

    def test_failures_are_counted_for_each_follower_and_event(self, store: EventStore) -> None:
        assert [store.failed("x", HERE, 5, N1, f"fault {turn}") for turn in range(3)] == [1, 2, 3]
        assert store.failed("x", HERE, 6, N1, "fault") == 1
        assert store.failed("x", THERE, 5, N1, "fault") == 1
        assert store.failed("y", HERE, 5, N1, "fault") == 1

    def test_quarantine_parks_an_aggregate_and_moves_on(self, store: EventStore) -> None:
        store.failed("x", HERE, 1, N1, "fault")
        assert not store.parked("x", N1)
        store.quarantine("x", HERE, 1, N1, "fault", Track("x", 1))
        assert store.tracked("x") == 1
        assert store.parked("x", N1)
        assert not store.parked("x", N2)
        assert not store.parked("y", N1)
        store.quarantine("x", HERE, 2, N1, "waits", Track("x", 2))
        store.quarantine("y", HERE, 1, N2, "fault")
        found = store.quarantined("x")
        assert [(one.source, one.position, one.aggregate, one.error) for one in found] == [
            (HERE, 1, N1, "fault"),
            (HERE, 2, N1, "waits"),
        ]
        assert found[0].at.tzinfo is not None
        assert len(store.quarantined()) == 3
        assert store.failed("x", HERE, 1, N1, "again") == 1, "what is set aside is counted afresh"

    def test_quarantine_happens_once_and_in_order(self, store: EventStore) -> None:
        store.quarantine("x", HERE, 1, N1, "fault", Track("x", 1))
        store.quarantine("x", HERE, 1, N1, "another", Track("x", 1))
        assert [one.error for one in store.quarantined("x")] == ["fault"]
        with pytest.raises(OutOfOrder):
            store.quarantine("x", HERE, 9, N2, "fault", Track("x", 9))
        assert not store.parked("x", N2)

    def test_release(self, store: EventStore) -> None:
        store.quarantine("x", HERE, 1, N1, "fault")
        store.quarantine("x", HERE, 2, N1, "waits")
        assert store.release("x", HERE, 1)
        assert not store.release("x", HERE, 1)
        assert store.parked("x", N1)
        assert store.release("x", HERE, 2)
        assert not store.parked("x", N1)

    # --- leases ------------------------------------------------------------------------------------------------------

    def test_a_lease_is_held_by_one(self, store: EventStore) -> None:
        held = store.lease("relay", "one", 60.0)
        assert held is not None
        assert store.lease("relay", "other", 60.0) is None
        assert store.lease("sealer", "other", 60.0) is not None
        assert store.renew(held, 60.0)
        store.unlease(held)
        assert not store.renew(held, 60.0)
        after = store.lease("relay", "other", 60.0)
        assert after is not None
        assert after.token > held.token

    def test_a_lease_expires_on_the_databases_clock(self, store: EventStore) -> None:
        held = store.lease("relay", "one", -1.0)
        assert held is not None
        assert not store.renew(held, 60.0)
        after = store.lease("relay", "other", 60.0)
        assert after is not None
        assert after.token == held.token + 1
        store.unlease(held)
        assert store.renew(after, 60.0), "an earlier holder gives nothing back"

    def test_the_same_holder_may_take_it_again_and_fences_itself(self, store: EventStore) -> None:
        first = store.lease("relay", "one", 60.0)
        second = store.lease("relay", "one", 60.0)
        assert first is not None
        assert second is not None
        assert second.token == first.token + 1
        assert not store.renew(first, 60.0)

    def test_of_many_at_once_one_gets_it(self, store: EventStore) -> None:
        found: list[object] = []
        threads = [
            threading.Thread(target=lambda number=number: found.append(store.lease("relay", f"holder {number}", 60.0)))
            for number in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len([lease for lease in found if lease is not None]) == 1
