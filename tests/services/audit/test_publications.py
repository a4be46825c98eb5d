"""I17: what is right passes; an altered, foreign or repeated proof, and an altered source, are named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import pytest

from audit.audits.publications import publications
from audit.audits.run import Result, Run
from audit.tools import MirrorHead, MirrorRow, Tools
from testkit.notary import WITNESS, Notary
from testkit.scenario import load, run
from testkit.world import MemoryWorld
from tests.services.publicity.published import steps
from translog.note import COSIGNATURE, SignerKey, VerifierKey
from translog.policy import Log, Policy, Witness
from translog.record import leaf_hash, unpack


@dataclass
class Mirror:
    """Rows of one log, which tests alter."""

    source: str
    kept: list[MirrorRow]

    def heads(self) -> Sequence[MirrorHead]:
        return [MirrorHead(self.source, len(self.kept), len(self.kept), None, None)]

    def rows(self, source: str, after: int, limit: int) -> Sequence[MirrorRow]:
        assert source == self.source
        return self.kept[after : after + limit]


@dataclass
class Keys:
    """Who is known to sign: the log, and a witness."""

    mirror: Mirror
    known: dict[str, str]
    witness_key: str = str(WITNESS.verifier)

    @property
    def policy(self) -> Policy:
        logs = [Log(VerifierKey.parse(key)) for key in self.known.values()]
        return Policy.make(logs, [Witness("audit", VerifierKey.parse(self.witness_key))], [], "audit")

    def alter(self, topic: str, change: Callable[[bytes], bytes]) -> None:
        """Change the state of the only row of a topic."""
        ((place, row),) = [(n, row) for n, row in enumerate(self.mirror.kept) if row.topic == topic]
        assert change(row.state) != row.state
        self.mirror.kept[place] = row._replace(state=change(row.state))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[MirrorRow], dict[str, str]]:
    scenario = load(steps(tmp_path_factory.mktemp("i17") / "steps"))
    with MemoryWorld(None, scenario.clock, scenario.zone) as world:
        assert run(scenario, world).ok
        store = world.store("publicity")
        rows = [MirrorRow(store.source, *row, leaf_hash(unpack(row.state)[0])) for row in store.read(0, 1000)]
        return store.source, rows, {log.key.name: str(log.key) for log in Notary(store).policy.logs}


@pytest.fixture
def keys(recorded: tuple[str, list[MirrorRow], dict[str, str]]) -> Keys:
    source, rows, known = recorded
    return Keys(Mirror(source, list(rows)), dict(known))


async def audited(keys: Keys) -> Result:
    return await publications(Run(cast(Tools, keys)))


def codes(result: Result) -> list[str]:
    return [wrong.code for wrong in result.wrong]


async def test_what_is_right_passes(keys: Keys) -> None:
    result = await audited(keys)
    assert (codes(result), result.checked, result.note) == ([], 1, "")


async def test_a_publication_without_a_proof_is_told_of(keys: Keys) -> None:
    keys.mirror.kept = [row for row in keys.mirror.kept if not row.topic.endswith(".proved.v1")]
    assert (await audited(keys)).note == "1 publications have no proof yet"


async def test_an_altered_proof_is_named(keys: Keys) -> None:
    keys.alter("publicity.notice.proved.v1", lambda state: state.replace(b"rectify-publication/1", b"rectify-publication/2"))
    assert codes(await audited(keys)) == ["proof-digest"]


async def test_an_altered_source_is_named(keys: Keys) -> None:
    keys.alter("publicity.notice.published.v1", lambda state: state.replace("持续推进".encode(), "不再推进".encode()))
    assert codes(await audited(keys)) == ["notice-mismatch"]


async def test_a_path_that_is_not_accounted_for_is_named(keys: Keys) -> None:
    keys.alter("publicity.notice.published.v1", lambda state: state.replace(b'"feedback_until":"', b'"feedback_untol":"'))
    assert codes(await audited(keys)) == ["redaction-wrong"]


async def test_a_publication_proved_twice_is_named(keys: Keys) -> None:
    proved = next(row for row in keys.mirror.kept if row.topic.endswith(".proved.v1"))
    keys.mirror.kept.append(proved._replace(position=len(keys.mirror.kept) + 1))
    assert codes(await audited(keys)) == ["proved-twice"]


async def test_the_keys_that_are_known_here_decide_and_not_those_that_the_event_names(keys: Keys) -> None:
    keys.witness_key = str(SignerKey(WITNESS.name, COSIGNATURE, bytes(range(50, 82))).verifier)
    assert codes(await audited(keys)) == ["proof-foreign"]
    keys.witness_key = str(WITNESS.verifier)
    keys.known = {}
    assert codes(await audited(keys)) == ["proof-foreign"]
