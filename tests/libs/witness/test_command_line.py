"""`rectify witness` as processes of another organisation: made, served, listed, killed, served again."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from cli.main import run
from tests.libs.witness.conftest import NAME, ORIGIN, Log, ask
from translog.errors import TranslogError
from translog.note import ED25519, SignerKey, VerifierKey
from witness import errors
from witness.client import submit

PROGRAM = [sys.executable, "-W", "error", "-c", "from cli.main import main; main()", "witness"]
ENVIRONMENT = {**os.environ, "LC_ALL": "C", "RECTIFY_LANG": "en"}


Rectify = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rectify(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Rectify:
    """Runs a command line of this group in this process: exit code, standard output, standard error."""
    monkeypatch.setenv("RECTIFY_LANG", "en")

    def call(*words: object) -> tuple[int, str, str]:
        capfd.readouterr()
        code = run(["witness", *map(str, words)])
        return int(code), *capfd.readouterr()

    return call


class Process:
    """A witness that serves."""

    def __init__(self, words: Sequence[object]) -> None:
        self.popen = subprocess.Popen(
            [*PROGRAM, "serve", "--listen", "127.0.0.1:0", *map(str, words)],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.popen.stdout is not None
        line = self.popen.stdout.readline()
        found = re.fullmatch(r"ready (http://127\.0\.0\.1:([0-9]+)) (\S+)\n", line)
        assert found is not None, line + self.rest()
        self.url, self.port, self.key = found[1], int(found[2]), VerifierKey.parse(found[3])

    def rest(self) -> str:
        """What it still says until it has ended."""
        out, err = self.popen.communicate(timeout=30)
        return out + err

    def told(self, text: str) -> bool:
        """Whether it says this on standard error; waits for it."""
        assert self.popen.stderr is not None
        return any(text in line for line in self.popen.stderr)


Start = Callable[..., Process]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts witnesses; ends what still runs."""
    running: list[Process] = []

    def begin(*words: object) -> Process:
        running.append(Process(words))
        return running[-1]

    yield begin
    for one in running:
        if one.popen.poll() is None:
            one.popen.kill()
        one.popen.communicate()


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Where `witness init` has made a witness, as a process."""
    command = [*PROGRAM, "init", "--data", str(tmp_path / "w"), "--name", NAME]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, VerifierKey.parse(done.stdout.strip()).name) == (0, NAME), done.stderr
    return tmp_path / "w"


def test_init_makes_a_key_that_nobody_else_reads_and_never_a_second_time(made: Path, rectify: Rectify) -> None:
    assert stat.S_IMODE((made / "witness.key").stat().st_mode) == 0o600
    before = (made / "witness.key").read_bytes()
    code, _, err = rectify("init", "--data", made, "--name", NAME)
    assert (code, "error[witness-exists]" in err) == (4, True)
    assert (made / "witness.key").read_bytes() == before


def test_init_refuses_names_that_no_key_can_have(tmp_path: Path, rectify: Rectify) -> None:
    for name in ("", "a b", "a+b", "a\u2028b", "x" * 201, "\udcff"):
        code, _, err = rectify("init", "--data", tmp_path / "w", "--name", name)
        assert (code, "error[witness-name]" in err) == (2, True), name
    assert not (tmp_path / "w").exists()


async def test_serve_cosigns_until_it_is_stopped_and_list_shows_it(made: Path, log: Log, start: Start, rectify: Rectify) -> None:
    one = start("--data", made, "--log", log.key.verifier)
    assert one.key == VerifierKey.parse((made / "witness.vkey").read_text().strip())
    assert (await submit(one.url, one.key, log.note(5), 0, log.prove)).old == 0
    assert (await ask(one.port, "GET", "/livez")).body == b"alive\n"
    fork = Log(branch=1)
    assert (await ask(one.port, "POST", "/add-checkpoint", fork.request(5, 5))).status == 409
    code, out, err = rectify("list", "--data", made, "-o", "csv")
    assert (code, out.splitlines()[0]) == (0, "origin,size,cosigned,root,refused")
    assert out.splitlines()[1].startswith(f"{ORIGIN},5,")
    assert out.splitlines()[1].endswith(f",{log.root(5).hex()},1")
    assert f"FORKED: {ORIGIN} also signed root {fork.root(5).hex()} at size 5" in err
    one.popen.send_signal(signal.SIGTERM)
    assert "root-conflict" in one.rest()
    assert one.popen.returncode == 0


async def test_a_killed_witness_holds_what_it_cosigned(made: Path, log: Log, start: Start) -> None:
    one = start("--data", made, "--log", log.key.verifier)
    await submit(one.url, one.key, log.note(5), 0, log.prove)
    one.popen.kill()
    one.popen.wait()
    again = start("--data", made, "--log", log.key.verifier)
    assert again.key == one.key
    assert (await submit(again.url, again.key, log.note(9), 0, log.prove)).old == 5


async def test_the_policy_is_read_anew_when_asked_and_a_faulty_one_changes_nothing(
    made: Path, tmp_path: Path, log: Log, start: Start
) -> None:
    other = SignerKey("county/findings/2027", ED25519, bytes([3]) * 32)
    policy = tmp_path / "policy.txt"
    policy.write_text(f"log {log.key.verifier}\nquorum none\n")
    one = start("--data", made, "--policy", policy)
    policy.write_text("log nonsense\nquorum none\n")
    one.popen.send_signal(signal.SIGHUP)
    assert one.told("stay as they were")
    assert (await ask(one.port, "POST", "/add-checkpoint", log.request(0, 5))).status == 200
    policy.write_text(f"log {other.verifier}\nquorum none\n")
    one.popen.send_signal(signal.SIGHUP)
    assert one.told("county/findings/2027")
    next_year = Log(origin=other.name, key=other)
    assert (await ask(one.port, "POST", "/add-checkpoint", next_year.request(0, 5))).status == 200
    assert (await ask(one.port, "POST", "/add-checkpoint", log.request(5, 9))).status == 404
    assert (await ask(one.port, "GET", "/checkpoint?origin=county/findings/2026")).status == 200


def test_what_keeps_it_from_serving_is_named(folder: Path, tmp_path: Path, log: Log, rectify: Rectify) -> None:
    vkey = log.key.verifier
    taken = socket.create_server(("127.0.0.1", 0))
    faulty = tmp_path / "policy.txt"
    faulty.write_text("log nonsense\n")

    def refused(*words: object) -> tuple[int, str]:
        code, _, err = rectify("serve", *words)
        found = re.search(r"error\[([a-z-]+)\]", err)
        assert found is not None, err
        return code, found[1]

    assert refused("--data", folder) == (2, "witness-logs-faulty")
    assert refused("--data", folder, "--log", "nonsense") == (2, "witness-logs-faulty")
    assert refused("--data", folder, "--log", (folder / "witness.vkey").read_text().strip()) == (2, "witness-logs-faulty")
    assert refused("--data", folder, "--policy", faulty) == (2, "policy-malformed")
    assert refused("--data", folder, "--policy", tmp_path / "none") == (2, "file")
    assert refused("--data", tmp_path / "none", "--log", vkey) == (3, "witness-missing")
    assert refused("--data", folder, "--log", vkey, "--listen", f"127.0.0.1:{taken.getsockname()[1]}") == (1, "witness-listen")
    taken.close()
    for listen in ("127.0.0.1", "127.0.0.1:70000", ":1", "127.0.0.1:x"):
        assert refused("--data", folder, "--log", vkey, "--listen", listen) == (1, "witness-listen")
    (folder / "witness.key").chmod(0o640)
    assert refused("--data", folder, "--log", vkey) == (2, "witness-key-readable")
    (folder / "witness.key").chmod(0o600)
    (folder / "witness.sqlite").rename(tmp_path / "kept")
    assert refused("--data", folder, "--log", vkey) == (3, "witness-missing")


def test_refusals_are_said_in_chinese(tmp_path: Path, rectify: Rectify) -> None:
    code, _, err = rectify("list", "--data", tmp_path, "--lang", "zh")
    assert code == 3
    assert err.startswith("错误[witness-missing]: 缺少 ")


def test_every_refusal_of_this_library_has_a_code_and_two_languages() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.WitnessError)]
    assert len({kind.code for kind in kinds}) == len(kinds) > 10
    for kind in kinds:
        assert re.fullmatch(r"witness(-[a-z]+)*", kind.code)
        if kind is not errors.WitnessError:
            slots = [set(re.findall(r"\{(\w+)\}", text)) for text in (kind.en, kind.zh)]
            assert slots[0] == slots[1], kind
            assert "where" in slots[0]
            assert kind.en != TranslogError.en
            assert any("\u4e00" <= character <= "\u9fff" for character in kind.zh)
