"""The bus: connections to NATS, and the durable, strictly ordered subscriptions to what neighbours publish."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from ssl import SSLContext
from typing import Any

import nats
import structlog
from faststream import AckPolicy
from faststream.exceptions import NackMessage
from faststream.nats import JStream, NatsBroker, NatsMessage, PullSub
from faststream.nats.security import NatsUserPassword
from faststream.security import BaseSecurity
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js.api import AckPolicy as JetStreamAck
from nats.js.api import ConsumerConfig, DeliverPolicy
from nats.js.errors import NotFoundError
from rectify.log.v1.log_service_pb2 import Published

from chassis.consumer import Consumer
from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.natsserver import durable, inbox
from chassis.pace import Pause, Timing, sleep
from chassis.reactions import Outcome
from chassis.store.contract import Store
from chassis.streams import ANSWER, PASSING, beat_subject, evt_stream

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Access:
    """How a service reaches NATS.

    Attributes:
        url: `nats://host:port`, several separated by commas. user, password: empty where the server admits everybody.
        tls: with the service's certificate; None only on one machine.
    """

    url: str
    user: str = ""
    password: str = ""
    tls: SSLContext | None = None

    @property
    def inbox(self) -> str:
        """Prefix of the reply subjects."""
        return inbox(self.user) if self.user else "_INBOX"

    def options(self, metrics: DeliveryMetrics, name: str) -> dict[str, Any]:
        """What nats-py is told: to come back for ever, and to report what the server refuses."""

        async def on_error(error: Exception) -> None:
            # A refused publish shows as nothing but a timeout where it was made.
            if "permissions violation" in str(error).lower():
                metrics.deny()
                log.error("nats-denied", error=str(error))

        return {
            "servers": self.url.split(","),
            "name": name,
            "inbox_prefix": self.inbox,
            "max_reconnect_attempts": -1,
            "reconnect_time_wait": 0.25,
            "connect_timeout": 2,
            "ping_interval": 5,
            "max_outstanding_pings": 2,
            "error_cb": on_error,
            **({"tls": self.tls} if self.tls else {}),
            **({"user": self.user, "password": self.password} if self.user else {}),
        }


async def connect(access: Access, metrics: DeliveryMetrics, name: str) -> Client:
    """A connection that finds its way back by itself; returns when it stands, be it after hours."""
    return await nats.connect(**access.options(metrics, name))


@dataclass(frozen=True, slots=True)
class Offered:
    """A message of the stream, how often it has been offered by now, and how many wait behind it."""

    event: Published
    attempt: int
    pending: int


class Subscription:
    """One neighbour's `EVT_<CTX>`, through one durable pull consumer, one message at a time.

    Order is the stream's: at most one message is unacknowledged (`max_ack_pending=1`), a failing one is offered again
    (`NackMessage`) before any later one, and none is ever given up by the server (`max_deliver=-1`).

    Args:
        access: the service's own. service: its name. consumer: takes the messages.
        timing, metrics: see there.
    """

    def __init__(self, access: Access, service: str, consumer: Consumer, *, timing: Timing, metrics: DeliveryMetrics) -> None:
        self._access = access
        self._durable = durable(service)
        self._consumer = consumer
        self._stream = evt_stream(consumer.neighbour)
        self._timing = timing
        self._metrics = metrics
        self._client: Client | None = None

    @property
    def connected(self) -> bool:
        """Whether NATS answers."""
        return self._client is not None and self._client.is_connected

    async def run(self, stop: asyncio.Event, store: Store, holder: str) -> None:
        """Consume while this process holds the lease, until `stop`; fetching from the neighbour goes on without NATS."""

        async def work() -> None:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._listen(stop))
                await self._consumer.run(stop, lambda: self.connected)

        await hold(store, f"consumer:{self._consumer.neighbour}", holder, self._timing, stop, work)

    async def _listen(self, stop: asyncio.Event) -> None:
        """Connect, declare, consume; all of it again when the consumer is gone, for it goes with its stream."""
        pause = Pause(self._timing)
        while not stop.is_set():
            broker = self._broker()
            try:
                self._client = await broker.connect()
                await self._client.subscribe(beat_subject(self._consumer.neighbour), cb=self._beat)
                await self._declare(self._client)
                await broker.start()
                pause.reset()
                while not await sleep(stop, self._timing.verify):
                    await self._client.jetstream(timeout=ANSWER).consumer_info(self._stream.name, self._durable)
            except PASSING as error:
                self._metrics.retries.labels(self._stream.name).inc()
                log.warning("subscription-retries", stream=self._stream.name, error=repr(error))
            finally:
                client, self._client = self._client, None
                with suppress(*PASSING):
                    await broker.stop()
                if client is not None and not client.is_closed:
                    await client.close()  # a drain that timed out leaves it open
            await pause.wait(stop)

    async def _declare(self, client: Client) -> None:
        """Make the durable consumer, behind what was taken already; one that exists stays as it is."""
        jetstream = client.jetstream(timeout=ANSWER)
        with suppress(NotFoundError):
            await jetstream.consumer_info(self._stream.name, self._durable)
            return
        await jetstream.add_consumer(
            self._stream.name,
            ConsumerConfig(
                name=self._durable,
                durable_name=self._durable,
                filter_subject=self._stream.subjects,
                deliver_policy=DeliverPolicy.BY_START_SEQUENCE,
                opt_start_seq=await self._consumer.position() + 1,
                ack_policy=JetStreamAck.EXPLICIT,
                ack_wait=self._timing.ack,
                max_deliver=-1,
                max_ack_pending=1,
            ),
        )

    def _broker(self) -> NatsBroker:
        """A broker with the one subscriber; its handler closes over this subscription alone."""
        options = self._access.options(self._metrics, f"rectify-{self._durable}-{self._stream.name}")
        user, password, tls = options.pop("user", ""), options.pop("password", ""), options.pop("tls", None)
        broker = NatsBroker(
            **options,
            security=NatsUserPassword(user, password, ssl_context=tls) if user else BaseSecurity(ssl_context=tls),
            logger=None,
            apply_types=False,
            graceful_timeout=5.0,
        )
        subscriber = broker.subscriber(
            self._stream.subjects,
            stream=JStream(self._stream.name, declare=False),
            durable=self._durable,
            # A request that a restarted server has forgotten is made again after this time.
            pull_sub=PullSub(batch_size=1, timeout=self._timing.lonely),
            inbox_prefix=f"{self._access.inbox}.".encode(),
            # Our handler answers for itself; this policy is for what fails before it.
            ack_policy=AckPolicy.NACK_ON_ERROR,
            decoder=_message,
        )

        async def take(message: Offered) -> None:
            try:
                outcome = await self._consumer.apply(message.event, message.pending)
            except Exception as error:
                log.error("event-failed", stream=self._stream.name, pub=message.event.pub, exc_info=error)
                outcome = Outcome.WAIT
            if outcome is Outcome.WAIT:
                # Naked NAKs come back at once, thousands a second.
                raise NackMessage(delay=min(self._timing.retry * 2 ** min(message.attempt, 10), self._timing.retry_most))

        subscriber(take)
        return broker

    async def _beat(self, message: Msg) -> None:
        await self._consumer.heard(message.data)


async def _message(message: NatsMessage) -> Offered:
    """The message as it was published: its sequence is its ordinal."""
    raw = message.raw_message
    given = raw.metadata
    event = Published(pub=given.sequence.stream, subject=raw.subject, headers=dict(raw.headers or {}), payload=raw.data)
    return Offered(event, given.num_delivered or 1, given.num_pending or 0)
