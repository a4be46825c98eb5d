"""The examinations that every service offers, by the id of the audit that they are part of."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from chassis.checks import Result
from chassis.examining.evidence import Evidence
from chassis.examining.seals import Seals
from chassis.examining.secrets import fields, markers
from chassis.examining.streams import messages
from chassis.service import Service
from chassis.store import Store
from chassis.store.sums import SUMMED
from kernel.envelope import Flaw

_SIGNED = {"checkpoints", "former_checkpoints", "witnessed", "witnessed_logs", "witnessed_former"}
"""Tables of what was signed; the others hold what was set aside, counted, or answered before."""


def examinations(service: Service, store: Store, evidence: Evidence) -> Sequence[tuple[str, Callable[[], Result]]]:
    """Id and run of each; one id may have several."""
    seals = Seals(store, evidence)
    return [
        ("I01", partial(_head, store)),
        ("I04", partial(fields, store)),
        ("I05", seals.tiles),
        ("I06", seals.checkpoints),
        ("I07", seals.sizes),
        ("I06", partial(_kept, "I06", store, _SIGNED)),
        ("I10", partial(messages, service, store, evidence)),
        ("I13", partial(_kept, "I13", store, SUMMED.keys() - _SIGNED)),
        ("I18", partial(_shredded, store)),
        ("I19", partial(markers, store, evidence)),
    ]


def _head(store: Store) -> Result:
    """I01: the head is the newest row's position, published ordinal and time, and no row is missing or too many."""
    found = store.ends()
    flaws = [
        Flaw(found.last, "", "head-differs", f"the head says {what} {said}, the rows {given}")
        for what, said, given in (
            ("position", found.position, found.last),
            ("number of events", found.position, found.counted),
            ("published ordinal", found.pub, found.last_pub),
            ("number of published events", found.pub, found.published),
        )
        if said != given
    ]
    if not flaws and found.at != found.last_at:
        flaws.append(Flaw(found.last, "", "head-differs", f"the head says time {found.at}, the newest event {found.last_at}"))
    return "I01", found.counted, flaws, ""


def _kept(name: str, store: Store, tables: Collection[str]) -> Result:
    """I06, I13: what is kept beside the log is what this program left there."""
    found = store.compare_sums(tables)
    why = "its {} rows do not give the sum that was kept of them: one was changed, taken out or put in by another hand"
    flaws = [Flaw(0, "", "table-differs", f"{one.table}: {why.format(one.rows)}") for one in found if not one.equal]
    return name, sum(one.rows for one in found), flaws, ""


def _shredded(store: Store) -> Result:
    """I18: no plaintext of a shredded subject anywhere; as long as no key was ever destroyed, there is no such subject."""
    return "I18", store.head().position, [], "no key was destroyed, so nothing may be missing: I04 names what does not open"
