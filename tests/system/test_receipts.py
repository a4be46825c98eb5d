"""Receipts of a running system: kept, verified offline, held against the logs; and what happens while a witness is away."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest

from chassis.natsserver import free_port
from translog.export import export_lines
from translog.note import SignerKey
from translog.policy import Policy
from translog.receipt import Entry, Held, Receipt, check_held, read_held, sign_receipt, write_held

pytestmark = [pytest.mark.live, pytest.mark.timeout(600)]

CLI = [sys.executable, "-m", "cli.main"]


@dataclass
class Town:
    """A running system whose logs need its own witness and that of the county."""

    data: Path
    folder: Path
    port: int
    environment: dict[str, str]
    county: "subprocess.Popen[str] | None" = None
    said: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def kept(self) -> Path:
        return self.folder / "receipts.jsonl"

    @property
    def policy(self) -> Policy:
        return Policy.parse((self.data / "policy.txt").read_bytes())

    def rectify(self, *words: str, **more: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [*CLI, *words, "--lang", "en"], env={**self.environment, **more}, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout, done.stderr

    def register(self, code: str, *more: str) -> tuple[int, str, str]:
        return self.rectify("org", "register", code, "--name", f"单位{code}", "--level", "county", "-o", "json", *more)

    def lines(self) -> list[Held]:
        return [read_held(line) for line in self.kept.read_bytes().splitlines()]

    def open_county(self) -> None:
        policy = str(self.data / "policy.txt")
        command = [*CLI, "witness", "serve", "--data", str(self.folder / "county"), "--policy", policy]
        self.county = subprocess.Popen(
            [*command, "--listen", f"127.0.0.1:{self.port}"], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        assert self.county.stdout is not None
        assert self.county.stdout.readline().startswith("ready ")

    def kill_county(self) -> None:
        if self.county is not None:
            self.county.kill()
            self.county.communicate()
            self.county = None

    def check(self, file: Path, *more: str) -> tuple[int, list[dict[str, str]]]:
        code, out, err = self.rectify("audit", "receipts", "check", str(file), "-o", "json", *more)
        assert out, err
        return code, json.loads(out)


def play(town: Town) -> None:
    """Commands before the county's witness is there, when it is, and after it was killed."""
    again = ("--wait", "witnessed", "--command-id", str(uuid4()))
    town.said.append(town.register("A01"))
    town.said.append(town.register("A02", "--wait", "sealed"))
    town.said.append(town.register("A03", *again, "--timeout", "3"))
    town.open_county()
    town.said.append(town.register("A03", *again, "--timeout", "60"))
    town.kill_county()
    town.said.append(town.register("A04", "--wait", "witnessed", "--timeout", "3"))
    town.open_county()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    data, port = folder / "data", free_port()
    own = {"RECTIFY_DATA": str(data), "RECTIFY_AS": "office@XCB", "PYTHONIOENCODING": "utf-8"}
    town = Town(data, folder, port, {**os.environ, **own, "RECTIFY_RECEIPTS": str(folder / "receipts.jsonl")})
    code, vkey, err = town.rectify("witness", "init", "--data", str(folder / "county"), "--name", "county.example/witness")
    assert code == 0, err
    witness = f"http://127.0.0.1:{port}={vkey.strip()}"
    command = [*CLI, "up", "--data", str(data), "--port", "0", "--clock", "2026-03-02T09:00", "--witness", witness]
    errors = folder / "up.err"
    with (
        errors.open("w") as err_file,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err_file, text=True, env=town.environment) as process,
    ):
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("ready "), errors.read_text("utf-8")
            play(town)
            yield town
        finally:
            town.kill_county()
            process.send_signal(signal.SIGTERM)
            process.communicate()


def test_the_policy_names_both_witnesses_and_demands_both(town: Town) -> None:
    (group,) = town.policy.groups
    assert (group.threshold, group.members) == (2, ("audit", "county.example/witness"))


def test_a_witness_that_is_away_delays_only_who_waits_for_it(town: Town) -> None:
    committed, sealed, refused, again, killed = town.said
    assert committed[0] == sealed[0] == 0
    assert (refused[0], "not-witnessed-in-time" in refused[2]) == (1, True), refused
    assert again[0] == 0, again
    assert json.loads(again[1])["repeated"]
    assert (killed[0], "not-witnessed-in-time" in killed[2]) == (1, True), killed
    code, out, said = town.rectify("org", "list", "-o", "json")
    assert code == 0, said
    assert out.count("单位A03") == out.count("单位A04") == 1


def test_kept_receipts_verify_without_any_server(town: Town) -> None:
    found = [check_held(held, town.policy) for held in town.lines()]
    assert [len(one.receipt.entries) for one in found] == [1, 1, 1]
    committed, sealed, witnessed = (one.judged for one in found)
    assert committed is None
    assert sealed is not None
    assert witnessed is not None
    assert (sealed.quorum, witnessed.quorum) == (False, True)
    assert {one.witness for one in witnessed.cosigned} == {"audit", "county.example/witness"}


def test_the_logs_hold_what_receipts_say(town: Town) -> None:
    code, rows = town.check(town.kept)
    assert (code, [row["verdict"] for row in rows]) == (0, ["held"] * 3), rows


def test_a_receipt_that_the_log_does_not_hold_is_named(town: Town) -> None:
    """As after a loss: the service signed that it recorded them, and its log ends before, or has other events there."""
    key = SignerKey.parse((town.data / "keys" / "findings.log.key").read_text().strip())
    held = check_held(town.lines()[0], town.policy).receipt
    (entry,) = held.entries
    lost = held._replace(command=str(uuid4()), position=10**6, entries=(Entry(10**6, entry.aggregate, 1, bytes(32)),))
    other = held._replace(command=str(uuid4()), entries=(entry._replace(leaf=bytes(32)),))
    file = town.folder / "lost.jsonl"
    whole = [town.kept.read_bytes(), *(write_held(Held(sign_receipt(one, key))) for one in (lost, other))]
    file.write_bytes(b"".join(whole))
    code, rows = town.check(file)
    assert code == 1
    wrong = [row for row in rows if row["verdict"] != "held"]
    assert [(row["verdict"], row["command"]) for row in wrong] == [
        ("receipt-not-in-log", lost.command),
        ("receipt-not-in-log", other.command),
    ]
    assert "the log ends at" in wrong[0]["why"]
    assert "another event stands" in wrong[1]["why"]
    code, out, said = town.rectify("audit", "receipts", "check", str(file))
    assert code == 1
    assert lost.command[:8] in out
    assert "3 held, 2 false or not in the log, 0 undecided" in said


def test_a_changed_receipt_is_false_and_a_stranger_undecided(town: Town) -> None:
    key = SignerKey("elsewhere/findings/1", 1, bytes(32))
    held = check_held(town.lines()[0], town.policy).receipt
    stranger = write_held(Held(sign_receipt(held._replace(origin=key.name), key)))
    line = town.kept.read_bytes().splitlines(keepends=True)[0]
    file = town.folder / "changed.jsonl"
    file.write_bytes(stranger)
    code, rows = town.check(file)
    assert (code, rows[0]["verdict"]) == (2, "log-unknown")
    file.write_bytes(line.replace(held.command.encode(), str(uuid4()).encode()))
    code, rows = town.check(file)
    assert (code, rows[0]["verdict"]) == (1, "signature-invalid")


def test_an_export_does_as_well_as_a_server(town: Town) -> None:
    with closing(sqlite3.connect(town.data / "findings" / "store.sqlite")) as store:
        kept = store.execute("SELECT size, cosigned FROM checkpoints WHERE cosigned IS NOT NULL ORDER BY size DESC").fetchall()
        size, note = next(one for one in kept if b"county" in one[1] and b"audit" in one[1])
        rows = store.execute("SELECT notification_id, state FROM stored_events ORDER BY 1 LIMIT ?", (size,)).fetchall()
    file = town.folder / "findings.export"
    file.write_bytes(b"".join(export_lines(note, rows, town.policy)))
    (town.folder / "policy.txt").write_bytes((town.data / "policy.txt").read_bytes())
    more = ("--policy", str(town.folder / "policy.txt"), "--export", str(file))
    code, found = town.check(town.kept, *more)
    assert (code, {row["verdict"] for row in found}) == (0, {"held"}), found
    key = SignerKey.parse((town.data / "keys" / "findings.log.key").read_text().strip())
    later = Receipt(key.name, str(uuid4()), "2026-03-02T01:00:00.000000Z", size + 1, (Entry(size + 1, "a" * 32, 1, bytes(32)),))
    (town.folder / "later.jsonl").write_bytes(write_held(Held(sign_receipt(later, key))))
    code, found = town.check(town.folder / "later.jsonl", *more)
    assert (code, found[0]["verdict"]) == (2, "receipt-undecided")


def test_every_command_stands_in_its_log(town: Town) -> None:
    code, out, said = town.rectify("audit", "run", "--ids", "I13", "-o", "json", "--as", "auditor@XCB")
    assert code == 0, out + said
    (found,) = json.loads(out)["audits"]
    assert (found["outcome"], found["findings"]) == ("PASS", [])
    assert found["checked"] > 3
