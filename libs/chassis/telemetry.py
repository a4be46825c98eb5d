"""What can be seen of a running service: metrics, traces and structured logs, none of which holds personal data."""

import importlib
import json
import logging
import sys
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TextIO

import structlog
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor, SpanExporter
from opentelemetry.trace import Span, SpanKind, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from chassis.refusals import SettingsWrong

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)
_TRACES = 8192


class Log(Protocol):
    """A structured log; `error=` takes an exception."""

    def info(self, event: str, **fields: Any) -> Any:
        """What is good to know."""

    def warning(self, event: str, **fields: Any) -> Any:
        """What somebody should look at."""

    def error(self, event: str, **fields: Any) -> Any:
        """What somebody must look at."""


class Metrics:
    """The numbers of one service, in a registry of their own; children are made once, so that counting costs little."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        made: dict[str, Any] = {"registry": self.registry}
        self._calls = Counter(
            "rectify_calls", "Calls by RPC and outcome (ok, repeated or the refusal's kind)", ["rpc", "outcome"], **made
        )
        self._seconds = Histogram("rectify_call_seconds", "Time to answer", ["rpc"], buckets=_SECONDS, **made)
        self._refusals = Counter("rectify_refusals", "Refusals by code", ["code"], **made)
        self.batch = Histogram("rectify_append_batch", "Commands answered by one commit", buckets=_SIZES, **made)
        self.events = Counter("rectify_events", "Events recorded by commands", **made)
        self.unrecorded = Counter("rectify_refusals_unrecorded", "Refusals that the store could not record", **made)
        self.faults = Counter("rectify_faults", "Faults of the program by place", ["where"], **made)
        self.swept = Counter("rectify_sweep_items", "Items of sweeps by outcome", ["sweep", "outcome"], **made)
        self.clock_behind = Gauge("rectify_clock_behind_seconds", "How far the clock is behind recorded time", **made)
        self.ready = Gauge("rectify_ready", "1 when ready", **made)
        self._children: dict[tuple[str, str], Any] = {}
        self._timers: dict[str, Any] = {}

    def called(self, rpc: str, outcome: str, seconds: float) -> None:
        """One call was answered."""
        try:
            self._children[rpc, outcome].inc()
            self._timers[rpc].observe(seconds)
        except KeyError:
            self._children[rpc, outcome] = self._calls.labels(rpc, outcome)
            self._timers[rpc] = self._seconds.labels(rpc)
            self.called(rpc, outcome, seconds)

    def refused(self, code: str) -> None:
        """One refusal, of whatever caller."""
        self._refusals.labels(code).inc()

    def followers(self, read: Callable[[], Iterable[tuple[str, int, int]]], quarantined: Callable[[], int]) -> None:
        """Lag of every follower and the size of the quarantine, read when somebody scrapes and not before."""
        self.registry.register(_Followers(read, quarantined))


class _Followers(Collector):
    def __init__(self, read: Callable[[], Iterable[tuple[str, int, int]]], quarantined: Callable[[], int]) -> None:
        self._read = read
        self._quarantined = quarantined

    def describe(self) -> Iterable[Any]:
        return []  # nothing is read before the first scrape

    def collect(self) -> Iterator[Any]:
        lag = GaugeMetricFamily("rectify_lag", "Events a follower has not taken yet", labels=["follower"])
        try:
            quarantined = self._quarantined()
            for name, position, head in self._read():
                lag.add_metric([name], max(0, head - position))
        except Exception:  # noqa: BLE001 - the other numbers are wanted most when the store does not answer
            yield GaugeMetricFamily("rectify_store_up", "1 when the store answers", value=0)
            return
        yield GaugeMetricFamily("rectify_store_up", "1 when the store answers", value=1)
        yield lag
        yield GaugeMetricFamily("rectify_quarantined", "Events set aside", value=quarantined)


class Tracing:
    """Traces across gRPC and the bus; off unless an exporter is given, and then only what is off costs nothing.

    Args:
        service: name in the resource; exporter: where spans go, None for nowhere; batch: collect before sending.
    """

    def __init__(self, service: str, exporter: SpanExporter | None = None, *, batch: bool = True) -> None:
        self.enabled = exporter is not None
        self._propagator = TraceContextTextMapPropagator()
        self._provider = TracerProvider(resource=Resource.create({"service.name": f"rectify-{service}"})) if exporter else None
        if exporter is not None and self._provider is not None:
            self._provider.add_span_processor(BatchSpanProcessor(exporter) if batch else SimpleSpanProcessor(exporter))
        self._tracer: Tracer = self._provider.get_tracer("rectify") if self._provider else trace.NoOpTracer()
        self._recent: OrderedDict[int, str] = OrderedDict()
        self._lock = threading.Lock()

    @contextmanager
    def span(self, name: str, kind: SpanKind, headers: Mapping[str, str] | None = None) -> Iterator[Span]:
        """A span, below the one that `headers` name when they do."""
        context = self._propagator.extract(dict(headers)) if headers else None
        with self._tracer.start_as_current_span(name, context=context, kind=kind) as span:
            yield span

    def headers(self) -> dict[str, str]:
        """`traceparent` of the current span, nothing when there is none."""
        carrier: dict[str, str] = {}
        if self.enabled:
            self._propagator.inject(carrier)
        return carrier

    def remember(self, positions: Iterable[int]) -> None:
        """The events at these positions come from the current span: the relay puts it into their headers."""
        if not self.enabled:
            return
        parent = self.headers().get("traceparent", "")
        if parent:
            with self._lock:
                for position in positions:
                    self._recent[position] = parent
                while len(self._recent) > _TRACES:
                    self._recent.popitem(last=False)

    def of(self, position: int) -> str:
        """`traceparent` of the command that recorded an event a moment ago in this process, "" when not known."""
        with self._lock:
            return self._recent.get(position, "")

    def close(self) -> None:
        """Send what is waiting."""
        if self._provider is not None:
            self._provider.shutdown()


def otlp(endpoint: str) -> SpanExporter:
    """The OTLP exporter, which is an extra: it draws in more packages than all of tracing.

    Raises:
        SettingsWrong: it is asked for and not installed.
    """
    try:
        module = importlib.import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
    except ImportError as error:
        raise SettingsWrong(why="the package opentelemetry-exporter-otlp-proto-http is not installed", where="otlp") from error
    exporter: SpanExporter = module.OTLPSpanExporter(endpoint=endpoint)
    return exporter


def logger(service: str, out: TextIO, level: str = "info") -> Log:
    """A log of this service: one JSON object a line.

    Events are named in kebab-case; their fields are ids, codes, counts and durations, never names or contents. Of an
    exception the types and places are written, not its message: a message may quote what somebody entered.
    """
    log: Log = structlog.wrap_logger(structlog.WriteLogger(out), **_form(level), service=service)
    return log


def install(service: str, path: Path | None = None, level: str = "info") -> Log:
    """Logging of a whole process, into a file or onto standard error: ours, and warnings and worse of the libraries."""
    out: TextIO = sys.stderr
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        out = path.open("a", encoding="utf-8", buffering=1)
    structlog.configure(logger_factory=structlog.WriteLoggerFactory(file=out), **_form(level))
    handler = logging.StreamHandler(out)
    handler.setFormatter(_JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(True)
    return logger(service, out, level)


def _form(level: str) -> dict[str, Any]:
    return {
        "processors": [
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _where,
            structlog.processors.EventRenamer("event"),
            structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True, default=str),
        ],
        "wrapper_class": structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
    }


def trail(error: BaseException) -> list[str]:
    """Types and places of an exception and of those it came from, innermost place last."""
    lines: list[str] = []
    told: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in told:  # an error raised again may have come from itself
        told.add(id(one))
        frames = [f"{Path(f.filename).stem}:{f.lineno} {f.name}" for f in traceback.extract_tb(one.__traceback__)]
        lines.append(f"{type(one).__module__}.{type(one).__qualname__} at " + " > ".join(frames[-8:]))
        one = one.__cause__ or one.__context__
    return lines


def _where(logger: object, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    del logger, method
    for key in ("error", "exc_info"):
        if isinstance(event.get(key), BaseException):
            event["error"] = trail(event.pop(key))
    return event


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {"event": "library", "logger": record.name, "level": record.levelname.lower()}
        entry |= {"message": record.getMessage(), "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat()}
        if record.exc_info and record.exc_info[1]:
            entry["error"] = trail(record.exc_info[1])
        return json.dumps(entry, ensure_ascii=False, sort_keys=True)
