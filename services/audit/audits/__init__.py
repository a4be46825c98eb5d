"""The executable audits: invariants over the whole history, each PASS or FAIL with the events at fault."""

import traceback
from collections.abc import Sequence

from audit.audits.beats import beats
from audit.audits.effects import causes, effects
from audit.audits.logs import chains, mirrors, positions, records
from audit.audits.publications import publications
from audit.audits.run import Audit, Result, Run, both
from audit.audits.seals import quorum, sizes, witnessed
from audit.audits.services import own, quarantine
from audit.audits.streams import streams
from audit.tools import Tools
from audit.verify import Wrong
from kernel.errors import UNREADABLE

AUDITS: dict[str, Audit] = {
    "I01": Audit("positions 1..N contiguous, N the head, per origin", both(positions, own("I01"))),
    "I02": Audit("versions contiguous and the chain of leaves intact, per aggregate", chains),
    "I03": Audit("leaf and commitment recompute; the envelope is canonical", records),
    "I04": Audit("what is sealed opens and reproduces its digest; no key is missing", own("I04")),
    "I05": Audit("tiles give the root of every checkpoint", own("I05")),
    "I06": Audit("checkpoints signed, of one tree, ever greater; those cosigned too", both(own("I06"), witnessed)),
    "I07": Audit("no store is smaller than a checkpoint that anyone holds", both(own("I07"), sizes)),
    "I08": Audit("mirror roots equal source roots at equal size", mirrors),
    "I09": Audit("the newest checkpoint has its quorum and is fresh", quorum),
    "I10": Audit("stream sequence, position and leaf agree", both(streams, own("I10"))),
    "I11": Audit("no follower is ahead of its source; no command applied twice", both(effects, own("I11"))),
    "I12": Audit("every cause exists and is earlier", causes),
    "I13": Audit("every command stands in the log, every event has one; tables beside the log as they were left", own("I13")),
    "I14": Audit("duties are separate over the whole history (SOD-01 to SOD-15)", own("I14")),
    "I15": Audit("read models rebuilt from zero equal the live ones; snapshots equal folds", own("I15")),
    "I16": Audit("what things were on dates drawn at random comes out the same twice, in two processes", own("I16")),
    "I17": Audit("publications verify; every path of the source is accounted for once", publications),
    "I18": Audit("no plaintext of a shredded subject anywhere", own("I18")),
    "I19": Audit("nothing sealed stands in envelopes, subjects, headers, logs, metrics", own("I19")),
    "I20": Audit("no gap between the witness's heartbeats longer than three intervals", beats),
    "I21": Audit("quarantine empty or acknowledged", quarantine),
    "I22": Audit("feedback, ledger and report reconcile one to one (R-14)", own("I22")),
    "I23": Audit("every deadline recomputes from its rule, trigger and calendar", own("I23")),
}


async def run_audits(tools: Tools, ids: Sequence[str] = ()) -> dict[str, Result]:
    """Run the named audits, or all, in order of id; one that stumbles over what it reads has failed, and the others go on."""
    run = Run(tools)
    return {name: await _carried_out(name, run) for name in sorted(AUDITS) if not ids or name in ids}


async def _carried_out(name: str, run: Run) -> Result:
    try:
        return await AUDITS[name].run(run)
    except UNREADABLE as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        at = f"{type(error).__name__} in {place.name}, line {place.lineno}"
        why = f"it could not be carried out ({at}): something it reads is not what a program of ours writes"
        return Result(wrong=[Wrong("", 0, "", 0, "both", "audit-failed", why)])
