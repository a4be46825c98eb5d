"""What a node is put together from: the completed page, the clock, the store, the sealer."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from prometheus_client import CollectorRegistry

from chassis import credentials
from chassis.bus import Access
from chassis.clock import Business, SandboxClock, system
from chassis.delivery_metrics import DeliveryMetrics
from chassis.neighbours import Neighbours
from chassis.pace import Timing
from chassis.prover import Prover, asking
from chassis.read_log import with_reads
from chassis.receipts import Receipts
from chassis.recovery.forking import with_fork
from chassis.refusal_log import with_refusals
from chassis.refusals import PortInUse, SettingsWrong
from chassis.sealing import Cosigners, CosignMetrics, SealedLog, Sealer, SealMetrics, open_tiles
from chassis.sealing.epochs import current
from chassis.sealing.ring import Ring
from chassis.sealing.rotation import with_rotation
from chassis.sealing.state import with_seals
from chassis.sealing.trust import Known, policy_of
from chassis.sealing.years import with_years
from chassis.service import Service
from chassis.settings import Mode, Role, Settings
from chassis.store import LocalKeyring, Store, StoreSettings, open_store
from chassis.store.mirror import MirrorStore, open_mirror
from chassis.store.witnessed import Witnessed, open_witnessed
from chassis.sweeps import with_sweeps
from chassis.witnessing import Judge, Witness, with_witness
from rulebook import preset
from translog.errors import PolicyMalformed
from translog.note import SignerKey
from translog.policy import Policy
from witness.errors import PortTaken
from witness.server import Server as Stand


def whole(service: Service) -> Service:
    """The page with what the chassis adds to it as events: refusals, guarded readings, swept days, seals, cosigned checkpoints."""
    return with_fork(with_rotation(with_witness(with_years(with_seals(with_sweeps(with_reads(with_refusals(service))))))))


def business_clock(settings: Settings) -> Business:
    """The clock that the settings ask for.

    Raises:
        SettingsWrong: a new sandbox, and nobody says where its clock stands.
    """
    if settings.mode is not Mode.SANDBOX:
        return system(settings.service)
    path = settings.home / "clock.json"
    if settings.clock is None and not path.exists():
        raise SettingsWrong(why="a new sandbox needs a clock to begin with", where="clock")
    return SandboxClock(settings.service, path, settings.clock)


def store_of(service: Service, settings: Settings, clock: Callable[[], datetime]) -> Store:
    """The store that the settings name; nothing is changed in the database."""
    settings.home.mkdir(parents=True, exist_ok=True)
    return open_store(
        credentials.database_url(settings),
        service,
        site=settings.site,
        epoch=settings.epoch,
        clock=clock,
        zone=settings.zone,
        keyring=LocalKeyring(settings.data / "keys" / f"{service.name}.keys"),
        settings=StoreSettings(effective_days=settings.effective_days),
        digest_of=lambda reference: preset(reference).digest,
    )


def mirror_of(service: Service, settings: Settings) -> MirrorStore | None:
    """The mirror in the same database, None for a service that mirrors nothing."""
    return open_mirror(credentials.database_url(settings)) if service.mirrors else None


def witnessed_of(service: Service, settings: Settings) -> Witnessed | None:
    """What its witness remembers, in the same database; None for a service that mirrors nothing."""
    return open_witnessed(credentials.database_url(settings)) if service.mirrors else None


def trust_of(settings: Settings, ring: Ring | None) -> Policy | None:
    """What this service demands of its own checkpoints: its key, its witnesses, their quorum; None without the key.

    Raises:
        SettingsWrong: the witnesses cannot be those of one policy.
    """
    if ring is None:
        return None
    try:
        return policy_of(ring.verifiers, [Known(one.key, one.url) for one in settings.witnesses], settings.quorum)
    except PolicyMalformed as error:
        raise SettingsWrong(why=str(error), where="witnesses") from error


def sealer_of(
    settings: Settings,
    store: Store,
    ring: Ring | None,
    clock: Callable[[], datetime],
    timing: Timing,
    registry: CollectorRegistry,
) -> Sealer | None:
    """What seals the log and asks its witnesses, None when this process does not.

    Raises:
        SettingsWrong: it is to seal, and there is no key.
    """
    if Role.SEALER not in settings.roles:
        return None
    policy = trust_of(settings, ring)
    if ring is None or policy is None:
        why = "production needs log_key_file, the key that signs the log's checkpoints, or roles without sealer"
        raise SettingsWrong(why=why, where="log_key_file")
    tiles = open_tiles(settings.tiles)
    sealed = SealedLog(store, tiles, ring, clock)
    cosigners = None
    if settings.witnesses:
        asked = [(one.url, one.key) for one in settings.witnesses]
        cosigners = Cosigners(store, sealed, tiles, policy, asked, timing=timing, metrics=CosignMetrics(registry))
    metrics = SealMetrics(registry)
    return Sealer(store, sealed, seconds=settings.seal_seconds, timing=timing, metrics=metrics, cosigners=cosigners)


def receipts_of(settings: Settings, store: Store, ring: Ring | None) -> Receipts:
    """What signs the answers to commands. Tiles are opened when the first proof is made of them."""
    return Receipts(
        settings.service,
        store,
        ring.signer if ring is not None else None,
        trust_of(settings, ring),
        partial(open_tiles, settings.tiles),
    )


class WitnessParts(NamedTuple):
    """What a witness works on."""

    store: Store
    mirror: MirrorStore
    witnessed: Witnessed
    key: SignerKey


def witness_of(
    service: Service,
    settings: Settings,
    parts: WitnessParts,
    neighbours: Neighbours,
    clock: Callable[[], datetime],
    timing: Timing,
    metrics: DeliveryMetrics,
) -> Witness | None:
    """What cosigns the mirrored logs, None when this process does not mirror."""
    if Role.CONSUMERS not in settings.roles:
        return None
    store, mirror, witnessed, key = parts
    judge = Judge(
        service.mirrors,
        mirror,
        witnessed,
        key,
        neighbours.checkpoint,
        clock=clock,
        metrics=metrics,
        custodians=settings.custodian_keys,
    )
    return Witness(service.name, store, judge, witnessed, clock=clock, timing=timing)


async def stand_of(judge: Judge, settings: Settings) -> Stand:
    """Where logs ask the witness, listening.

    Raises:
        PortInUse: somebody else listens there.
    """
    stand = Stand(judge, settings.witness_host, settings.witness_port, judge=judge.judge)
    try:
        await stand.start()
    except PortTaken as error:
        raise PortInUse(port=settings.witness_port, what="the witness") from error
    return stand


def prover_of(service: Service, settings: Settings, store: Store, neighbours: Neighbours, timing: Timing) -> Prover | None:
    """What proves its publications, None when it publishes nothing, or this process leaves that to others."""
    if service.proves is None or Role.CONSUMERS not in settings.roles:
        return None
    return Prover(service.proves, tuple(service.projections), store, asking(neighbours), timing)


def access_of(service: Service, settings: Settings) -> Access | None:
    """How it gets to the broker, None when it runs without."""
    if not settings.nats:
        return None
    password = credentials.secret(settings.nats_password_file, "nats_password_file")
    user = (settings.nats_user or service.name) if password else ""
    return Access(",".join(settings.nats), user, password, credentials.broker_tls(settings))


def migrate(service: Service, settings: Settings) -> None:
    """Make or lift the schema of a service's database."""
    settings = current(settings)
    store = store_of(whole(service), settings, business_clock(settings))
    try:
        store.migrate()
    finally:
        store.close()
    for more in (mirror_of(service, settings), witnessed_of(service, settings)):
        if more is not None:
            try:
                more.migrate()
            finally:
                more.close()
