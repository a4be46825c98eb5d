"""A program of one thread: whatever happens to an export, several processes say of it what one alone says."""

from __future__ import annotations

import io
import sys
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.libs.translog.sample import AUDIT, FINDINGS_LOG, NEIGHBOUR, POLICY, SampleLog
from translog import spread
from translog.codec import b64encode
from translog.export import MAX_LINE, export_lines, verify_export
from translog.index import Head
from translog.verdict import Outcome, Verdict

BLOCK, ROWS = 4, 45
PROCESSES = (2, 3, 40)
CASES = 120


def world(rows: int, chance: Random) -> SampleLog:
    """A log of a few aggregates, some of which begin late."""
    log = SampleLog(FINDINGS_LOG)
    for number in range(rows):
        log.add(f"{chance.randrange(1 + number // 3):032x}", "thing.done", {"text": f"第{number}条"}, minute=number)
    return log


def written(log: SampleLog) -> bytes:
    return b"".join(export_lines(log.note(AUDIT, NEIGHBOUR), log.rows, POLICY))


def forged(log: SampleLog, at: int, chance: Random) -> bytes:
    """An export in which a row was replaced by a well-formed one of another version or another `prev`."""
    head = log.heads[f"{0:032x}"]
    other = SampleLog(FINDINGS_LOG, log.rows[:at], log.leaves[:at], {})
    wrong = chance.choice([head._replace(ver=head.ver + 1), head._replace(leaf=bytes(32)), head._replace(ver=0), None])
    if wrong is not None and wrong.ver:
        other.heads[head.agg] = Head(*wrong)
    other.add(head.agg, "thing.done", {"text": "另一条"}, minute=at)
    lines = written(log).splitlines(keepends=True)
    first = len(lines) - len(log.rows)
    return b"".join([*lines[: first + at], b64encode(other.rows[at][1]).encode() + b"\n", *lines[first + at + 1 :]])


def mutated(data: bytes, chance: Random) -> bytes:
    kind, at = chance.randrange(5), chance.randrange(len(data))
    lines = data.splitlines(keepends=True)
    if kind == 0:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if kind == 1:
        return data[:at] + data[at + chance.randrange(1, 400) :]
    one, two = sorted((chance.randrange(len(lines)), chance.randrange(len(lines))))
    if kind == 2:
        lines[one], lines[two] = lines[two], lines[one]
    elif kind == 3:
        lines.insert(one, lines[two])
    else:
        del lines[one]
    return b"".join(lines)


def alone(data: bytes) -> Verdict:
    file = io.BytesIO(data)
    return verify_export(iter(partial(file.readline, MAX_LINE), b""), POLICY)


def says(verdict: Verdict) -> tuple[object, ...]:
    problems = [(problem.code, problem.where, str(problem)) for problem in verdict.problems]
    return verdict.outcome, verdict.kind, verdict.digest, problems, verdict.logs, verdict.demanded


def main() -> None:
    chance = Random(int(sys.argv[1]))
    spread.BLOCK = BLOCK
    together = 0
    joined = spread._joined

    def counted(*given: object) -> object:
        nonlocal together
        log = joined(*given)  # type: ignore[arg-type]  # passed on as it came
        together += log is not None
        return log

    spread._joined = counted  # type: ignore[assignment]  # counts how often it finds a log
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.export"

        def compare(data: bytes, processes: int) -> Outcome:
            path.write_bytes(data)
            found = spread.verify_export_file(path, POLICY, processes=processes, least=0)
            assert says(found) == says(alone(data)), (found, alone(data))
            return found.outcome

        valid = 0
        sizes = (0, 1, BLOCK - 1, BLOCK, 2 * BLOCK, 3 * BLOCK, 3 * BLOCK + 1, ROWS, 14 * BLOCK)
        for rows, processes in product(sizes, PROCESSES):
            before = together
            assert compare(written(world(rows, chance)), processes) is Outcome.VALID
            assert together == before + 1, "it was not verified together"
            valid += 1
        log = world(ROWS, chance)
        data = written(log)
        for _ in range(CASES):
            changed = mutated(data, chance)
            assert (compare(changed, chance.choice(PROCESSES)) is Outcome.VALID) == (changed == data)
            compare(forged(log, chance.randrange(len(log.rows)), chance), chance.choice(PROCESSES))
    sys.stdout.write(f"{valid} valid, {2 * CASES} changed, {together} joined\n")


if __name__ == "__main__":
    main()
