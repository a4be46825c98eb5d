"""The logs that a witness serves: their origins and keys, as a policy file (C2SP tlog-policy) or key strings name them."""

from collections.abc import Iterable, Mapping

from translog.errors import TranslogError, Words
from translog.note import ED25519, VerifierKey
from translog.policy import Policy
from witness.errors import LogsFaulty

type Logs = Mapping[str, tuple[VerifierKey, ...]]
"""Keys by origin: a log whose key was exchanged has two for a while."""


def logs_of(vkeys: Iterable[str], where: str = "--log") -> Logs:
    """The logs of these verifier keys, whose names are the origins.

    Raises:
        LogsFaulty: a string is no Ed25519 verifier key of a log, or a key occurs twice, or there is none.
    """
    keys = []
    for text in vkeys:
        try:
            key = VerifierKey.parse(text)
        except ValueError as error:  # no key, or no text that UTF-8 can carry
            why = (
                Words(str(error), error.text("zh")) if isinstance(error, TranslogError) else Words("it is not UTF-8", "不是 UTF-8")
            )
            raise LogsFaulty(where, why=why) from error
        if key.kind != ED25519:
            raise LogsFaulty(
                where, why=Words(f"{key.name} is a witness's key, not a log's", f"{key.name} 是见证方密钥，不是日志密钥")
            )
        keys.append(key)
    return _by_origin(keys, where)


def logs_in(policy: bytes, where: str = "policy") -> Logs:
    """The logs of a policy file; what it says of witnesses and quorum is for others.

    Raises:
        PolicyMalformed: it is no policy file. LogsFaulty: it names no log.
    """
    return _by_origin((log.key for log in Policy.parse(policy, where).logs), where)


def merged(several: Iterable[Logs], where: str) -> Logs:
    """All these logs together.

    Raises:
        LogsFaulty: there is none, or one public key has two names.
    """
    keys = {str(key): key for logs in several for keys in logs.values() for key in keys}
    return _by_origin(keys.values(), where)


def _by_origin(keys: Iterable[VerifierKey], where: str) -> Logs:
    found: dict[str, tuple[VerifierKey, ...]] = {}
    seen: set[bytes] = set()
    for key in keys:
        if key.public in seen:
            raise LogsFaulty(where, why=Words(f"the key of {key.name} occurs twice", f"{key.name} 的公钥重复出现"))
        seen.add(key.public)
        found[key.name] = (*found.get(key.name, ()), key)
    if not found:
        raise LogsFaulty(where, why=Words("it names no log", "没有列出任何日志"))
    return found
