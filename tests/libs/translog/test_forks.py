"""A log that goes on in the place of another one: verified as one, and a foreign origin in it is refused all the same."""

from collections.abc import Sequence

import pytest

from tests.libs.translog.forked import NEW, NEXT, OLD, OTHER, POLICY, bundle, export, grown
from tests.libs.translog.sample import FINDING, SampleLog
from translog.errors import ForkContradicts, RecordError, SourceMismatch, TranslogError
from translog.export import verify_export
from translog.history import verify_history
from translog.merkle import root_of
from translog.note import SignerKey
from translog.policy import Log, Policy
from translog.record import VerifyState, verify_rows
from translog.verdict import Outcome


def verified(log: SampleLog, demanded: str = "") -> VerifyState:
    state = verify_rows(log.rows, commitments=True, state=VerifyState(src=demanded))
    state.check_end()
    return state


@pytest.mark.parametrize("second", [False, True])
def test_a_log_and_what_goes_on_in_its_place_are_one(second: bool) -> None:
    log = grown(second=second)
    assert verified(log, log.signer.name).root == root_of(log.leaves)
    assert verified(log).now == log.signer.name


@pytest.mark.parametrize("page", [1, 2, 3])
def test_it_is_verified_a_page_at_a_time(page: int) -> None:
    log, state = grown(second=True), VerifyState(src=NEXT.name)
    for start in range(0, len(log.rows), page):
        verify_rows(log.rows[start : start + page], commitments=False, state=state)
    state.check_end()
    assert state.root == root_of(log.leaves)


@pytest.mark.parametrize(
    "change",
    [
        {"former": "site/findings/9"},
        {"former": "site/review/1"},
        {"former": NEW.name},
        {"former": ""},
        {"size": "1"},
        {"size": "3"},
        {"size": "٢"},
        {"size": True},
        {"known": "2"},
        {"root": "00" * 32},
    ],
)
def test_a_beginning_says_what_stands_before_it(change: dict[str, object]) -> None:
    with pytest.raises(ForkContradicts):
        verified(grown(**change), NEW.name)


@pytest.mark.parametrize("demanded", [OLD.name, NEXT.name, OTHER.name, "site/findings/0"])
def test_it_is_no_other_log(demanded: str) -> None:
    with pytest.raises(SourceMismatch):
        verified(grown(), demanded)


@pytest.mark.parametrize("stranger", [OLD, NEXT, OTHER])
def test_the_origin_changes_nowhere_else(stranger: SignerKey) -> None:
    log = grown()
    log.signer = stranger
    log.add(FINDING, "finding.noted", {"title": "台账不全"})
    for demanded in ("", NEW.name):
        with pytest.raises(SourceMismatch):
            verified(log, demanded)


def test_before_the_beginning_stands_one_origin() -> None:
    log = SampleLog(OLD)
    log.add(FINDING, "finding.noted", {"title": "台账不全"})
    log.signer = NEW
    log.add(FINDING, "finding.noted", {"title": "台账不全"})
    with pytest.raises(SourceMismatch):
        verified(log, NEW.name)


def test_without_its_beginning_it_is_not_whole() -> None:
    log = grown()
    with pytest.raises(SourceMismatch):
        verify_rows(log.rows[:2], commitments=True, state=VerifyState(src=NEW.name)).check_end()


def test_a_range_of_rows_takes_no_former_origin() -> None:
    log = grown()
    for start in (0, 2):
        with pytest.raises(RecordError):
            verify_rows(log.rows[start:], commitments=True, state=VerifyState(src=NEW.name, size=start, firsts={}))


@pytest.mark.parametrize("second", [False, True])
def test_an_export_verifies_as_one_log(second: bool) -> None:
    found = verify_export(export(grown(second=second)).splitlines(keepends=True), POLICY)
    assert found.outcome is Outcome.VALID, found.errors


# --- bundles ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("second", [False, True])
def test_a_bundle_shows_events_of_before_and_after(second: bool) -> None:
    log = grown(second=second)
    found = verify_history(bundle(log, range(1, len(log.rows) + 1)), POLICY)
    assert found.outcome is Outcome.VALID, found.errors
    # Of the first log alone nothing is believed that only the second one signed.
    alone = Policy.make([Log(OLD.verifier)], [], [], "none")
    assert verify_history(bundle(log, range(1, len(log.rows) + 1)), alone).outcome is not Outcome.VALID


@pytest.mark.parametrize("positions", [(1, 2, 4, 5), (1, 2)])
def test_without_the_beginning_in_it_events_of_before_are_foreign(positions: Sequence[int]) -> None:
    with pytest.raises(SourceMismatch):
        bundle(grown(), positions)


def test_of_two_beginnings_none_may_be_left_out() -> None:
    log = grown(second=True)
    for missing in (3, 6):
        with pytest.raises(TranslogError) as refused:
            bundle(log, [n for n in range(1, len(log.rows) + 1) if n != missing])
        assert isinstance(refused.value, SourceMismatch | ForkContradicts)
