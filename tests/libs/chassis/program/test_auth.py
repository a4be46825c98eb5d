"""Tokens and roles: who is believed, and what they may."""

import json
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import descriptor_pool
from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey

from chassis.auth import DEVELOPMENT, Caller, Issuer, Verifier, authorise, policy_hash
from chassis.credentials import own_token, verifier
from chassis.refusals import NotReadable, SettingsWrong
from chassis.settings import Mode, Settings
from kernel.context import named
from kernel.errors import RoleDenied, Unauthenticated
from tests.libs.chassis.program.demo import DEMO, NEAR

PERSON, ORG = named("person", "1"), named("org", "1")


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer.open(tmp_path / "dev")


def bearer(token: str) -> str:
    return f"Bearer {token}"


def test_a_token_says_who_in_which_role_for_whom(issuer: Issuer) -> None:
    found = Verifier(issuer.keys(), development=True).caller(bearer(issuer.issue(PERSON, "handler", ORG)))
    assert found == Caller(PERSON, "handler", ORG)
    assert found.service == ""
    service = Verifier(issuer.keys(), development=True).caller(bearer(issuer.service("audit")))
    assert (service.role, service.service, service.person) == ("service:audit", "audit", named("service", "audit"))


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    token = Issuer.open(tmp_path / "dev").issue(PERSON, "office")
    assert Verifier(Issuer.open(tmp_path / "dev").keys(), development=True).caller(bearer(token)).person == PERSON
    assert (tmp_path / "dev" / "issuer.jwk").stat().st_mode & 0o777 == 0o600
    assert "d" not in json.loads((tmp_path / "dev" / "jwks.json").read_text("utf-8"))["keys"][0]
    assert sorted(p.name for p in (tmp_path / "dev").iterdir()) == ["issuer.jwk", "jwks.json"]


def test_a_key_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "issuer.jwk").write_text("nonsense", "utf-8")
    with pytest.raises(NotReadable):
        Issuer.open(tmp_path / "dev")


def test_a_token_expires_also_when_it_was_seen_before(issuer: Issuer) -> None:
    now = [1000.0]
    known = Verifier(issuer.keys(), development=True, now=lambda: now[0])
    header = bearer(issuer.issue(PERSON, "office", ttl=timedelta(seconds=60), now=1000.0))
    assert known.caller(header) is known.caller(header)
    now[0] = 1060.0
    with pytest.raises(Unauthenticated):
        known.caller(header)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "Bearer a.b.c", "Bearer " + "x" * 5000])
def test_what_is_no_token_is_nobody(issuer: Issuer, header: str) -> None:
    with pytest.raises(Unauthenticated):
        Verifier(issuer.keys(), development=True).caller(header)


def test_every_changed_character_of_a_token_is_refused(issuer: Issuer) -> None:
    known = Verifier(issuer.keys(), development=True)
    token = issuer.issue(PERSON, "office", ORG)
    for at, was in enumerate(token[:-1]):  # the last one holds bits that base64 does not use
        changed = token[:at] + ("A" if was != "A" else "B") + token[at + 1 :]
        with pytest.raises(Unauthenticated):
            known.caller(bearer(changed))


def test_somebody_elses_key_and_no_key_at_all(issuer: Issuer, tmp_path: Path) -> None:
    known = Verifier(issuer.keys(), development=True)
    with pytest.raises(Unauthenticated):
        known.caller(bearer(Issuer.open(tmp_path / "other").issue(PERSON, "office")))
    signed = jwt.encode({"alg": "Ed25519"}, {"sub": PERSON}, OKPKey.generate_key("Ed25519"), ["Ed25519"])
    unsigned = f"eyJhbGciOiJub25lIn0.{signed.split('.')[1]}"
    for token in (f"{unsigned}.", unsigned):
        with pytest.raises(Unauthenticated):
            known.caller(bearer(token))


@pytest.mark.parametrize(
    "change",
    [
        {"sub": "someone"},
        {"sub": None},
        {"role": ""},
        {"role": "Office"},
        {"role": None},
        {"org": "x"},
        {"exp": None},
        {"exp": "tomorrow"},
        {"exp": True},
        {"exp": 1},
    ],
)
def test_claims_are_checked(change: dict[str, Any]) -> None:
    key = OKPKey.generate_key("Ed25519", parameters={"kid": "k"})
    claims = {"sub": PERSON, "role": "office", "org": ORG, "exp": int(time.time()) + 60, **change}
    claims = {name: value for name, value in claims.items() if value is not None}
    token = jwt.encode({"alg": "Ed25519", "kid": "k"}, claims, key, algorithms=["Ed25519"])
    with pytest.raises(Unauthenticated):
        Verifier(KeySet.import_key_set({"keys": [key.as_dict(private=False)]}), development=False).caller(bearer(token))


# --- production -------------------------------------------------------------------------------------------------------


def jwks(path: Path, *keys: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"keys": list(keys)}), "utf-8")
    return path


def test_production_takes_the_providers_keys_and_refuses_the_development_issuer(tmp_path: Path, issuer: Issuer) -> None:
    key = OKPKey.generate_key("Ed25519", parameters={"kid": "provider"})
    file = jwks(tmp_path / "jwks.json", key.as_dict(private=False))
    settings = Settings(service="demo", mode=Mode.PRODUCTION, jwks=file, data=tmp_path)
    known = verifier(settings)
    claims = {"sub": PERSON, "role": "office", "org": ORG, "exp": int(time.time()) + 60}
    token = jwt.encode({"alg": "Ed25519", "kid": "provider"}, claims, key, algorithms=["Ed25519"])
    assert known.caller(bearer(token)) == Caller(PERSON, "office", ORG)
    with pytest.raises(Unauthenticated):
        known.caller(bearer(issuer.issue(PERSON, "office")))
    signed = jwt.encode({"alg": "Ed25519", "kid": "provider"}, {**claims, "iss": DEVELOPMENT}, key, algorithms=["Ed25519"])
    with pytest.raises(Unauthenticated):
        known.caller(bearer(signed))


def test_production_refuses_the_development_key_itself(tmp_path: Path, issuer: Issuer) -> None:
    file = tmp_path / "dev" / "jwks.json"
    assert file.exists()
    assert issuer
    with pytest.raises(SettingsWrong):
        verifier(Settings(service="demo", mode=Mode.PRODUCTION, jwks=file, data=tmp_path))


@pytest.mark.parametrize("text", ["", "{}", '{"keys": [{"kty": "OKP"}]}', '{"keys": 5}'])
def test_a_key_file_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "jwks.json").write_text(text, "utf-8")
    with pytest.raises(SettingsWrong):
        Verifier.from_file(tmp_path / "jwks.json", development=False)


def test_a_private_key_among_the_public_ones_is_refused(tmp_path: Path) -> None:
    file = jwks(tmp_path / "jwks.json", OKPKey.generate_key("Ed25519").as_dict(private=True))
    with pytest.raises(SettingsWrong):
        Verifier.from_file(file, development=False)


def test_a_services_own_token_is_read_again_when_its_file_changes(tmp_path: Path) -> None:
    key = OKPKey.generate_key("Ed25519", parameters={"kid": "provider"})
    file, token = jwks(tmp_path / "jwks.json", key.as_dict(private=False)), tmp_path / "token"
    with pytest.raises(SettingsWrong):
        own_token(Settings(service="demo", mode=Mode.PRODUCTION, jwks=file, data=tmp_path))
    settings = Settings(service="demo", mode=Mode.PRODUCTION, jwks=file, token_file=token, data=tmp_path)
    with pytest.raises(SettingsWrong):
        own_token(settings)
    token.write_text("first\n", "utf-8")
    mine = own_token(settings)
    assert mine() == "first"
    (tmp_path / "next").write_text("second\n", "utf-8")
    (tmp_path / "next").replace(token)
    assert mine() == "second"
    token.unlink()
    assert mine() == "second"


# --- roles ------------------------------------------------------------------------------------------------------------


def test_roles_are_compared_in_one_place() -> None:
    methods = DEMO.rpc.methods_by_name
    authorise(Caller(PERSON, "team", ORG), methods["OpenThing"])
    authorise(Caller(PERSON, "anything", ORG), methods["FillThing"])
    authorise(Caller(PERSON, "service:x", ""), methods["ListThings"])
    log = descriptor_pool.Default().FindServiceByName("rectify.log.v1.LogService").methods_by_name
    authorise(Caller(PERSON, "service:audit", ""), log["ReadLog"])
    for caller, method in [
        (Caller(PERSON, "handler", ORG), methods["OpenThing"]),
        (Caller(PERSON, "service", ""), methods["RenameThing"]),
        (Caller(PERSON, "service:near", ""), log["ReadLog"]),
        (Caller(PERSON, "office", ORG), log["Head"]),
    ]:
        with pytest.raises(RoleDenied):
            authorise(caller, method)


def test_the_policy_has_a_hash_that_changes_with_it() -> None:
    first = policy_hash(DEMO.rpc.methods)
    assert first == policy_hash(reversed(list(DEMO.rpc.methods)))
    assert len(first) == 64
    assert first != policy_hash(NEAR.rpc.methods)
    assert first != policy_hash([m for m in DEMO.rpc.methods if m.name != "FillThing"])
