"""A static site: rendered with escapes, exchanged as a whole, served and nothing else."""

import asyncio
import re
import sys
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

import pytest

from chassis.service import DeclarationError, Site
from chassis.site import CURRENT, BadSite, Front, Keeper, put, render
from chassis.store import StoredRow
from chassis.store.rows import MemoryRows
from chassis.telemetry import logger
from kernel.messages import Event, Ref
from kernel.tables import Rows
from testkit.conformance.store_sample import LineWritten, NotebookOpened, sample_service


def site(tmp_path: Path, content: Mapping[str, Any]) -> Site:
    return Site(pages=lambda rows: content, templates="chassis:up", after=())


def get(front: Front, target: str, method: str = "GET", *headers: str) -> tuple[int, dict[str, str], bytes]:
    head, _, body = front.answer("\r\n".join((f"{method} {target} HTTP/1.1", *headers, "", "")).encode("latin-1")).partition(
        b"\r\n\r\n"
    )
    status, *lines = head.decode().split("\r\n")
    return (
        int(status.split(" ")[1]),
        {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)},
        body,
    )


def served(folder: Path, pages: Mapping[str, bytes]) -> Front:
    put(folder, pages)
    return Front(folder, "127.0.0.1", 0)


def test_templates_are_filled_with_escapes_and_a_users_own_stand_before_those_that_come_along(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>{{ text }}</p>")
    made = render(
        site(tmp_path, {"index.html": ("page.html", {"text": "<script>1 & 2"}), "a/b.json": b"{}"}), MemoryRows(), tmp_path
    )
    assert made == {"index.html": b"<p>&lt;script&gt;1 &amp; 2</p>", "a/b.json": b"{}"}


@pytest.mark.parametrize(
    "path", ["../x.html", "/x.html", "a/../x.html", ".x.html", "x.exe", "x", "a//x.html", "a b.html", "页.html"]
)
def test_a_path_that_is_no_plain_name_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(BadSite):
        render(site(tmp_path, {path: b""}), MemoryRows())


def test_a_site_is_exchanged_as_a_whole_and_keeps_nothing_old(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert put(folder, {"index.html": b"1", "notices/a.html": b"a"})
    before = (folder / CURRENT).readlink()
    assert not put(folder, {"index.html": b"1", "notices/a.html": b"a"}), "nothing changed"
    assert (folder / CURRENT).readlink() == before
    assert put(folder, {"index.html": b"2"})
    assert (folder / CURRENT).readlink() != before
    assert [str(file.relative_to(folder / CURRENT)) for file in (folder / CURRENT).rglob("*")] == ["index.html"]
    assert [one.name for one in folder.glob("v-*")] == [(folder / CURRENT).readlink().name]


def test_what_somebody_put_into_the_folder_is_taken_out_again(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": b"1"})
    (tmp_path / CURRENT / "index.html").write_bytes(b"defaced")
    (tmp_path / CURRENT / "more.html").write_bytes(b"more")
    assert put(tmp_path, {"index.html": b"1"})
    assert get(Front(tmp_path, "", 0), "/")[2] == b"1"
    assert get(Front(tmp_path, "", 0), "/more.html")[0] == 404


def test_pages_are_served_with_their_type_and_the_headers_of_safety(tmp_path: Path) -> None:
    front = served(tmp_path, {"index.html": b"<p>", "n/a.json": b"{}", "style.css": b"p{}"})
    for target, kind in (
        ("/", "text/html; charset=utf-8"),
        ("/n/a.json", "application/json"),
        ("/style.css", "text/css; charset=utf-8"),
    ):
        status, headers, body = get(front, target)
        assert (status, headers["content-type"], int(headers["content-length"])) == (200, kind, len(body))
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
    assert get(front, "/?utm=1")[0] == 200
    status, headers, body = get(front, "/", "HEAD")
    assert (status, headers["content-length"], body) == (200, "3", b"")
    tag = get(front, "/")[1]["etag"]
    assert get(front, "/", "GET", f"If-None-Match: {tag}")[0] == 304
    assert get(front, "/", "POST")[0] == 405


def test_a_page_may_run_its_own_script_named_by_its_hash_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "{% set code %}let a = 1 < 2;{% endset %}{% set look %}p { margin: 0 }{% endset %}"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{{ code|integrity }}'; "
        "style-src '{{ look|integrity }}'; base-uri 'none'; form-action 'none'\">"
        "<style>{{ look }}</style><script>{{ code }}</script>"
    )
    made = render(site(tmp_path, {"own.html": ("page.html", {})}), MemoryRows(), tmp_path)
    broad = made["own.html"].replace(b"; base-uri", b" *; base-uri")
    front = served(tmp_path / "site", {**made, "broad.html": broad, "plain.html": b"<p>"})
    policies = {name: get(front, f"/{name}.html")[1]["content-security-policy"] for name in ("own", "broad", "plain")}
    digest = b64encode(sha256(b"let a = 1 < 2;").digest()).decode()
    assert f"script-src 'sha256-{digest}'; style-src 'sha256-" in policies["own"]
    assert policies["own"].endswith("; frame-ancestors 'none'")
    assert "script-src" not in policies["broad"]
    assert policies["broad"] == policies["plain"]


def test_a_code_has_neither_style_nor_address_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ (address ~ 'x')|qr }}")
    made = render(site(tmp_path, {"index.html": ("page.html", {})}), MemoryRows(), tmp_path, "http://site.example/")
    image = made["index.html"].decode()
    assert image.startswith("<svg")
    assert not re.search(r"style=|http|xmlns", image)


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html",
        "/n/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "//secret.html",
        "/n",
        "/n/",
        "/.lock",
        "/current/index.html",
        "/link.html",
        "/index.html/",
        "/index.html%00.txt",
        "secret.html",
        "http://other/index.html",
    ],
)
def test_nothing_else_can_be_reached(tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.html").write_bytes(b"secret")
    front = served(tmp_path / "site", {"index.html": b"1", "n/a.html": b"a"})
    (tmp_path / "site" / CURRENT / "link.html").symlink_to(tmp_path / "secret.html")
    status, _, body = get(front, target)
    assert status == 404
    assert b"secret" not in body


async def test_it_answers_over_http_and_survives_what_is_none(tmp_path: Path) -> None:
    front = served(tmp_path, {"index.html": b"hello"})
    await front.start()
    try:
        for said, found in (
            (b"GET / HTTP/1.1\r\n\r\n", b"hello"),
            (b"nonsense\r\n\r\n", b"400"),
            (b"GET /x.html HTTP/1.0\r\n\r\n", b"404"),
        ):
            reader, writer = await asyncio.open_connection("127.0.0.1", front.port)
            writer.write(said)
            assert found in await reader.read()
            writer.close()
    finally:
        await front.stop()


class Log:
    """A store as a keeper sees it: topics in order, all of them folded."""

    def __init__(self) -> None:
        self.topics: list[str] = []

    def projected(self, *names: str) -> int:
        return len(self.topics)

    def read(self, after: int, limit: int) -> list[StoredRow]:
        found = enumerate(self.topics[after : after + limit], after + 1)
        return [StoredRow(position, None, "a" * 32, position, topic, b"") for position, topic in found]

    def rows(self) -> MemoryRows:
        return MemoryRows()


def test_a_site_is_made_at_the_start_and_after_what_it_shows_and_not_otherwise(tmp_path: Path) -> None:
    log: Any = Log()
    made: list[int] = []

    def pages(rows: Rows) -> Mapping[str, bytes]:
        made.append(len(log.topics))
        return {"index.html": str(len(log.topics)).encode()}

    service = replace(sample_service(), site=Site(pages=pages, templates="chassis:up", after=[NotebookOpened]))
    keeper = Keeper(service, log, tmp_path, logger("test", sys.stderr, "error"))
    assert keeper.look()
    assert not keeper.look()
    log.topics += [LineWritten.TOPIC] * 3
    assert not keeper.look()
    assert made == [0], "nothing that it shows has happened"
    log.topics += [LineWritten.TOPIC, NotebookOpened.TOPIC, LineWritten.TOPIC]
    assert keeper.look()
    assert made == [0, 6]
    assert not keeper.look()


def test_a_site_shows_events_of_its_own_service_only() -> None:
    class Foreign(Event):
        TOPIC: ClassVar[str] = "other.thing.happened.v1"
        STREAM: ClassVar[str] = "thing"

        thing: Ref

    with pytest.raises(DeclarationError, match="site names"):
        replace(sample_service(), site=Site(pages=lambda rows: {}, templates="chassis:up", after=[Foreign]))
