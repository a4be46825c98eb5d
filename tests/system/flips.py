"""Single bits of event rows flipped in a running system, one after the other, each to be named by its verification."""

from collections import Counter
from contextlib import closing
from random import Random

from rectify.audit.v1 import audit_service_pb2 as audit

from chassis.rpc.client import Client
from testkit.system import System
from tests.system.rows import COLUMNS, Flipped, Rows, rows_of


async def every_flip_is_named(system: System, flips: int, seed: int, service: str = "findings") -> Counter[str]:
    """Flip, verify, flip back; how many of each column.

    Raises:
        AssertionError: naming the flips that verification did not name by origin, position and aggregate.
    """
    with closing(rows_of(system.data, system.databases, service)) as rows:
        return await _flip(system, rows, flips, Random(seed), service)


async def _flip(system: System, rows: Rows, flips: int, chance: Random, service: str) -> Counter[str]:
    places, done, unnamed = rows.places(), Counter[str](), list[tuple[Flipped, str]]()
    source = (await system.status(service)).source
    async with Client(system.address("audit"), lambda: system.token("auditor")) as client:

        async def verify() -> audit.SourceVerdict:
            answer = await client.call("rectify.audit.v1.AuditService/Verify", audit.VerifyRequest(service=service))
            (verdict,) = answer.sources
            assert answer.ok == (not verdict.broken)
            found: audit.SourceVerdict = verdict
            return found

        while done.total() < flips:
            column = COLUMNS[done.total() % len(COLUMNS)]
            flipped = rows.flip(chance.choice(places), column, chance)
            if flipped is None:
                continue
            done[column] += 1
            try:
                verdict = await verify()
                wanted = (source, *flipped.place)
                if wanted not in {(one.source, one.position, one.aggregate) for one in verdict.broken}:
                    unnamed.append((flipped, str(list(verdict.broken))))
            except Exception as error:  # noqa: BLE001 - told with its flip below
                unnamed.append((flipped, repr(error)))
            finally:
                rows.mend(flipped)
        assert not unnamed, f"{len(unnamed)} of {flips}: {unnamed[:10]}"
        clean = await verify()
        assert not clean.broken, clean.broken
    return done
