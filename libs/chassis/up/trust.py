"""Who vouches for the logs of a system on this machine: its own witness, those of others, and the policy that says so."""

import json
from collections.abc import Sequence
from pathlib import Path

from chassis.refusals import SettingsWrong, StartFailed
from chassis.sealing.keys import own_witness
from chassis.sealing.ring import former_keys
from chassis.sealing.trust import Known, policy_of
from chassis.settings import WitnessAt
from chassis.up.instance import Instance
from translog.errors import TranslogError
from translog.note import VerifierKey

POLICY = "policy.txt"
"""Name of the file below the data directory."""

WITNESS = "audit"
"""The service that is the witness."""


def others_of(instance: Instance) -> list[WitnessAt]:
    """The witnesses of other organisations, as `URL=VKEY` names them.

    Raises:
        SettingsWrong: one of them is not of this form.
    """
    found = []
    for said in instance.witnesses:
        url, equals, vkey = said.partition("=")
        try:
            if not equals:
                raise ValueError("no =")
            found.append(WitnessAt(url=url, vkey=vkey))
        except ValueError as error:
            why = f"{said} is no witness: URL=VKEY, such as https://witness.example=name+hash+key"
            raise SettingsWrong(why=why, where="--witness") from error
    return found


def settings_of(data: Path, instance: Instance, services: Sequence[str], port: int) -> dict[str, str]:
    """The settings by which each service asks the witnesses, without `RECTIFY_`; the own one listens on `port`.

    Raises:
        SettingsWrong: a witness is not named as it should be, or the quorum is larger than their number.
    """
    witnesses = others_of(instance)
    if WITNESS in services:
        own = own_witness(data, instance.site, WITNESS)
        witnesses.insert(0, WitnessAt(url=f"http://127.0.0.1:{port}", vkey=str(own.verifier)))
    try:
        policy_of([], [Known(one.key, one.url) for one in witnesses], instance.quorum)
    except TranslogError as error:
        raise SettingsWrong(why=str(error), where="--witness, --quorum") from error
    said = json.dumps([one.model_dump() for one in witnesses])
    return {"WITNESSES": said, "QUORUM": str(instance.quorum)} if witnesses else {}


def write_policy(data: Path, services: Sequence[str], instance: Instance) -> None:
    """Write the policy by which others verify what comes from this system: its logs' keys and former keys, and its witnesses.

    Without a witness nothing is demanded but the logs' own signatures. A file whose content is the same is left alone.

    Raises:
        StartFailed: a key is not there, although its service runs.
    """
    logs = [_key(data, f"{name}.log.vkey", name) for name in services]
    # What former keys signed goes on to be verified.
    former = [key for name in services for key in _former(data, name)]
    known = [Known(_key(data, f"{WITNESS}.witness.vkey", WITNESS))] if WITNESS in services else []
    known += [Known(one.key, one.url) for one in others_of(instance)]
    text = policy_of(dict.fromkeys([*logs, *former]), known, instance.quorum).text()
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


def _former(data: Path, service: str) -> list[VerifierKey]:
    path = data / "keys" / f"{service}.log.vkey"
    try:
        return former_keys(path)
    except (OSError, ValueError) as error:
        raise StartFailed(part=service, why=f"its former keys cannot be read ({type(error).__name__})", log=path) from error
