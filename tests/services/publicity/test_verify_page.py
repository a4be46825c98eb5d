"""The page on which anybody verifies a notice, in a real browser without network: it says what the library says (A30)."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.chromium import Verifier, verifier
from tests.services.publicity.published import Published, published
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.policy import Group, Log, Policy, Witness
from translog.publication import verify_publication
from translog.verdict import Outcome

pytestmark = pytest.mark.timeout(600)

NAMES = {Outcome.VALID: "valid", Outcome.INVALID: "invalid", Outcome.UNDECIDED: "undecided"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def page(site: Published) -> Iterator[Verifier]:
    with verifier(site.verify) as opened:
        yield opened


def altered(file: Path, folder: Path, change: Callable[[bytes], bytes]) -> Path:
    other = folder / file.name
    other.write_bytes(change(file.read_bytes()))
    assert other.read_bytes() != file.read_bytes()
    return other


def test_a_notice_and_its_proof_are_valid_and_the_notice_is_read_out(site: Published, page: Verifier) -> None:
    shown = page.show([site.notice, site.proof])
    assert (shown.outcome, shown.codes) == ("valid", [])
    notice = json.loads(site.notice.read_bytes())
    assert notice["results"][0]["account"] in shown.text
    assert sha256(site.notice.read_bytes()).hexdigest() in shown.text
    for part in ("byte for byte", "stands in the notice itself", "leading_group", "What this does not prove", "witness/audit"):
        assert part in shown.text
    assert sha256(site.policy.text()).hexdigest() in shown.text


def test_the_saved_page_itself_is_valid_and_an_altered_one_is_not(site: Published, page: Verifier, tmp_path: Path) -> None:
    assert page.show([site.page, site.proof]).outcome == "valid"
    for what, into in (
        (b"0770-1234567</dd>", b"0770-7654321</dd>"),
        (b'data-path="figures.signed_off">', b'data-path="figures.signed_off">1'),
        (b'<p class="text" data-path="next_steps">', b'<p class="text">'),
        (b"&#34;findings&#34;:2", b"&#34;findings&#34;:3"),
    ):
        other = altered(site.page, tmp_path, lambda data, what=what, into=into: data.replace(what, into, 1))
        shown = page.show([other, site.proof])
        assert (shown.outcome, shown.codes) == ("invalid", ["notice-mismatch"]), what


def test_an_altered_notice_fails(site: Published, page: Verifier, tmp_path: Path) -> None:
    for change in (lambda data: data + b" ", lambda data: data.replace(b'"findings":2', b'"findings":3', 1)):
        shown = page.show([altered(site.notice, tmp_path, change), site.proof])
        assert (shown.outcome, shown.codes) == ("invalid", ["notice-mismatch"])
        assert "leading_group" not in shown.text, "of what is invalid nothing is shown"


def test_an_altered_proof_fails(site: Published, page: Verifier, tmp_path: Path) -> None:
    other = altered(site.proof, tmp_path, lambda data: data.replace(b'"2026-05-20"', b'"2026-05-21"', 1))
    shown = page.show([site.notice, other])
    assert (shown.outcome, shown.codes) == ("invalid", ["commitment-mismatch"])


def test_the_code_on_the_notice_names_its_proof(site: Published, page: Verifier) -> None:
    digest = sha256(site.proof.read_bytes()).hexdigest()
    assert digest in site.page.read_text("utf-8")
    assert page.show([site.notice, site.proof], digest=digest).outcome == "valid"
    shown = page.show([site.notice, site.proof], digest="0" * 64)
    assert (shown.outcome, shown.codes) == ("invalid", ["proof-other"])


def policies(own: Policy) -> dict[str, tuple[Policy, str]]:
    """Policies under which nothing can be decided, and why."""
    other = SignerKey(own.logs[0].key.name, ED25519, bytes(range(7, 39))).verifier
    elsewhere = SignerKey("elsewhere/publicity/1", ED25519, bytes(range(7, 39))).verifier
    witness = Witness("another", SignerKey("another.example/witness", COSIGNATURE, bytes(range(9, 41))).verifier)
    members = (*(one.name for one in own.witnesses), witness.name)
    return {
        "unknown log": (Policy.make([Log(elsewhere)], own.witnesses, [], own.quorum), "log-unknown"),
        "another key of the log": (Policy.make([Log(other)], own.witnesses, [], own.quorum), "signature-stray"),
        "unknown witness": (Policy.make(own.logs, [witness], [], "another"), "signature-unknown"),
        "no quorum": (
            Policy.make(own.logs, [*own.witnesses, witness], [Group("both", 2, members)], "both"),
            "no-quorum",
        ),
    }


def test_a_policy_of_ones_own_decides_whom_to_believe(site: Published, page: Verifier) -> None:
    proof, notice = site.proof.read_bytes(), site.notice.read_bytes()
    for name, (policy, code) in policies(site.policy).items():
        verdict = verify_publication(proof, policy, notice)
        shown = page.show([site.notice, site.proof], policy.text())
        assert shown.outcome == NAMES[verdict.outcome], name
        assert shown.codes == [problem.code for problem in verdict.problems], name
        assert shown.codes[0] == code, name


def test_a_policy_that_is_none_decides_nothing(site: Published, page: Verifier) -> None:
    text = site.policy.text()
    for policy in (b"", b"quorum none", text.replace(b"quorum audit", b"quorum nobody"), text + text, b"log x\n" + text):
        shown = page.show([site.notice, site.proof], policy)
        assert (shown.outcome, shown.codes) == ("undecided", ["policy-malformed"]), policy


def flipped(data: bytes, places: range, bits: range) -> list[bytes]:
    return [data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :] for place in places for bit in bits]


def check_flips(site: Published, page: Verifier, flips: list[bytes]) -> None:
    policy, notice = site.policy, site.notice.read_bytes()
    for start in range(0, len(flips), 500):
        some = flips[start : start + 500]
        for data, said in zip(some, page.judge(some, policy.text(), notice), strict=True):
            verdict = verify_publication(data, policy, notice)
            assert verdict.outcome is Outcome.INVALID
            assert said == ("invalid", verdict.problems[0].code)


def test_sampled_flips_are_refused_for_the_reason_that_the_library_gives(site: Published, page: Verifier) -> None:
    data = site.proof.read_bytes()
    check_flips(site, page, flipped(data, range(3, len(data), 31), range(0, 8, 3)))


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_every_flip_is_refused_for_the_reason_that_the_library_gives(site: Published, page: Verifier) -> None:
    data = site.proof.read_bytes()
    check_flips(site, page, flipped(data, range(len(data)), range(8)))
