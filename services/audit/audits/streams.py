"""I10: the streams carry what the logs hold."""

from audit.audits.run import Result, Run
from audit.verify import Wrong

STREAM_SAMPLE = 1000


async def streams(run: Run) -> Result:
    """I10."""
    result = Result(note=f"the newest {STREAM_SAMPLE} messages of each stream")
    for service in run.tools.services:
        probes = await run.tools.stream(service, STREAM_SAMPLE)
        if not probes:
            continue
        source = (await run.tools.head(service)).source
        kept = {row.position: row for row in run.tools.mirror.rows(source, probes[0].sequence - 1, STREAM_SAMPLE)}
        for probe in probes:
            result.checked += 1
            row = kept.get(probe.sequence)
            if row is not None and row.leaf != probe.leaf:
                why = f"the message at sequence {probe.sequence} carries another leaf than position {row.position}"
                result.wrong.append(Wrong(source, row.position, row.aggregate, row.version, "source", "stream-leaf", why))
    return result
