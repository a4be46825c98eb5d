"""The policy file of a system on this machine: its own logs, and its own witness whose cosignature they need."""

from collections.abc import Sequence
from pathlib import Path

from chassis.refusals import StartFailed
from translog.note import VerifierKey
from translog.policy import Log, Policy, Witness

POLICY = "policy.txt"
"""Name of the file below the data directory."""

WITNESS = "audit"
"""The service that is the witness, and its name in the policy."""


def write_policy(data: Path, services: Sequence[str]) -> None:
    """Write the policy by which others verify what comes from this system: its logs' keys, and its witness as the quorum.

    Without the witness among the services nothing is demanded but the logs' own signatures. A file whose content is the
    same is left alone.

    Raises:
        StartFailed: a key is not there, although its service runs.
    """
    logs = [Log(_key(data, f"{name}.log.vkey", name)) for name in services]
    witnesses = [Witness(WITNESS, _key(data, f"{WITNESS}.witness.vkey", WITNESS))] if WITNESS in services else []
    text = Policy.make(logs, witnesses, [], WITNESS if witnesses else "none").text()
    path = data / POLICY
    if not path.exists() or path.read_bytes() != text:
        fresh = path.with_suffix(".new")
        fresh.write_bytes(text)
        fresh.replace(path)


def _key(data: Path, file: str, service: str) -> VerifierKey:
    path = data / "keys" / file
    try:
        return VerifierKey.parse(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise StartFailed(part=service, why=f"its public key cannot be read ({type(error).__name__})", log=path) from error
