"""The mirror takes the events of a former epoch into the log that goes on, when that log says so, and no others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chassis.store import StoredRow
from chassis.store.mirror import MirrorStore, open_mirror
from tests.libs.translog.forked import NEW, OLD, OTHER, grown
from tests.libs.translog.sample import FINDING, SampleLog
from translog.note import SignerKey
from translog.record import read_envelope, unpack

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[MirrorStore]:
    mirror = open_mirror(f"sqlite:///{tmp_path / 'mirror.sqlite'}")
    mirror.migrate()
    yield mirror
    mirror.close()


def rows(log: SampleLog) -> list[StoredRow]:
    heads = [(position, state, read_envelope(unpack(state)[0])) for position, state in log.rows]
    return [StoredRow(position, None, head.agg, int(head.ver), head.type, state) for position, state, head in heads]


@pytest.mark.parametrize("page", [1, 2, 10])
def test_a_log_that_goes_on_is_kept_whole_beside_the_former_one(mirror: MirrorStore, page: int) -> None:
    kept = rows(grown())
    assert mirror.append(OLD.name, kept[:2], NOW).taken == 2
    for start in range(0, len(kept), page):
        assert not mirror.append(NEW.name, kept[start : start + page], NOW).conflicts
    assert (mirror.head(OLD.name).position, mirror.head(NEW.name).position) == (2, 5)
    # Each event is shown once, of the log that goes on.
    assert [(row.source, row.position) for row in mirror.concerning(FINDING)] == [(NEW.name, n) for n in (1, 2, 4, 5)]


def test_another_event_than_was_kept_of_the_former_log_is_a_conflict(mirror: MirrorStore) -> None:
    former = SampleLog(OLD)
    former.add(FINDING, "finding.noted", {"title": "另一台账"})
    assert mirror.append(OLD.name, rows(former), NOW).taken == 1
    assert mirror.append(NEW.name, rows(grown()), NOW).conflicts[0].position == 1


@pytest.mark.parametrize("stranger", [OLD, OTHER])
def test_a_foreign_origin_is_a_conflict(mirror: MirrorStore, stranger: SignerKey) -> None:
    log = grown()
    log.signer = stranger
    log.add(FINDING, "finding.noted", {"title": "台账不全"})
    assert mirror.append(NEW.name, rows(log), NOW).conflicts[0].position == 6


@pytest.mark.parametrize("change", [{"former": "site/findings/9"}, {"size": "1"}, {"known": "1"}])
def test_a_beginning_that_says_something_else_is_a_conflict(mirror: MirrorStore, change: dict[str, object]) -> None:
    done = mirror.append(NEW.name, rows(grown(**change)), NOW)
    assert (done.taken, done.conflicts[0].position) == (2, 3)
