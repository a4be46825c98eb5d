"""A log goes on under another origin only by the word of two different custodians about one loss."""

import pytest

from chassis.recovery.forking import ForkRefused, LogForked, Loss, check, following, forked
from translog.note import ED25519, SignerKey

ONE, TWO, THIRD = (SignerKey(f"custodian/{n}", ED25519, bytes([n]) * 32) for n in (1, 2, 3))
KNOWN = [ONE.verifier, TWO.verifier]
FRESH = SignerKey("test/left/2", ED25519, bytes([7]) * 32)
ELSE = SignerKey("test/left/2", ED25519, bytes([8]) * 32)
LOSS = Loss("test/left/1", "test/left/2", str(FRESH.verifier), 40, "ab" * 32, 52)


def signed() -> LogForked:
    return forked("left", LOSS, [ONE, TWO], KNOWN)


def test_two_custodians_say_what_is_lost() -> None:
    event = signed()
    assert event.TOPIC == "left.log.forked.v1"
    assert check(event, LOSS.fresh, KNOWN) == LOSS


@pytest.mark.parametrize(
    "signers", [[], [ONE], [ONE, ONE], [ONE, THIRD], [ONE, SignerKey("custodian/9", ED25519, bytes([1]) * 32)]]
)
def test_fewer_than_two_different_ones_begin_nothing(signers: list[SignerKey]) -> None:
    with pytest.raises(ForkRefused):
        forked("left", LOSS, signers, KNOWN)


def test_one_key_under_two_names_is_one_custodian() -> None:
    alias = SignerKey("custodian/9", ED25519, bytes([1]) * 32)
    with pytest.raises(ForkRefused, match="1 custodians"):
        forked("left", LOSS, [ONE, alias], [ONE.verifier, alias.verifier])


@pytest.mark.parametrize(
    "change",
    [
        {"size": 41},
        {"root": "cd" * 32},
        {"known": 53},
        {"former": "test/left/0"},
        {"vkey": str(ELSE.verifier)},
    ],
)
def test_nothing_of_the_loss_can_be_changed(change: dict[str, object]) -> None:
    with pytest.raises(ForkRefused):
        check(signed().model_copy(update=change), LOSS.fresh, KNOWN)


@pytest.mark.parametrize("origin", ["test/left/1", "test/left/3", "test/right/2", "other/left/2"])
def test_it_begins_one_log_alone(origin: str) -> None:
    with pytest.raises(ForkRefused):
        check(signed(), origin, KNOWN)


def test_without_a_loss_there_is_no_fork() -> None:
    with pytest.raises(ForkRefused, match="nothing is lost"):
        forked("left", LOSS._replace(known=40), [ONE, TWO], KNOWN)


def test_the_key_is_one_of_the_log_that_goes_on() -> None:
    with pytest.raises(ForkRefused, match="is no key of"):
        forked("left", LOSS._replace(vkey=str(ONE.verifier)), [ONE, TWO], KNOWN)


@pytest.mark.parametrize(("before", "after"), [("s/c/1", "s/c/2"), ("s/c/9", "s/c/10"), ("s/c/e1", "s/c/e2"), ("s/c/x", "s/c/x.2")])
def test_the_next_epoch_has_the_next_number(before: str, after: str) -> None:
    assert following(before) == after
