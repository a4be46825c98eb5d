"""I20: the witness was there all the time: no gap between its heartbeats that it does not own up to."""

import asyncio
from datetime import datetime, timedelta

from audit.audits.run import Result, Run
from audit.history import instant
from audit.verify import PAGE, Wrong
from translog.record import RecordError, verify_record

INTERVAL = timedelta(seconds=60)
MOST = 3 * INTERVAL
TOPIC = ".witness.beat."
SANDBOX = "sandbox-"


async def beats(run: Run) -> Result:
    """I20. In a sandbox time only moves by being set, in jumps that are nobody's absence: there is nothing to measure."""
    return await asyncio.to_thread(_beats, run)


def _beats(run: Run) -> Result:
    result, away = Result(), 0
    longest = timedelta()
    for head in run.tools.mirror.heads():
        last: datetime | None = None
        after = 0
        while rows := run.tools.mirror.rows(head.source, after, PAGE):
            for row in rows:
                if TOPIC not in row.topic:
                    continue
                try:
                    verified = verify_record(row.state)
                except RecordError:
                    continue  # named by I03
                result.checked += 1
                at = instant(verified.envelope["at"])
                if last is not None and at - last > MOST and not head.source.startswith(SANDBOX):
                    if verified.clear.get("began") is True:
                        away, longest = away + 1, max(longest, at - last)
                    else:
                        why = f"no heartbeat for {(at - last).total_seconds():.0f} s, and the witness did not begin anew"
                        result.wrong.append(
                            Wrong(row.source, row.position, row.aggregate, row.version, "both", "beat-missing", why)
                        )
                last = at
            after = rows[-1].position
    if away:
        result.note = f"the witness was away {away} times, at most {longest.total_seconds():.0f} s"
    if any(head.source.startswith(SANDBOX) for head in run.tools.mirror.heads()):
        result.note = "a sandbox: its time moves in jumps, in which nobody is absent"
    return result
