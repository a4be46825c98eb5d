"""Settings of the command line: configuration file, then environment, then flags."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cli.failure import Failure
from cli.plain import parse_yaml
from cli.words import Language, language

ENVIRONMENT = {
    "data": "RECTIFY_DATA",
    "as_": "RECTIFY_AS",
    "output": "RECTIFY_OUTPUT",
    "context": "RECTIFY_CONTEXT",
    "token": "RECTIFY_TOKEN",
    "zone": "RECTIFY_ZONE",
    "receipts": "RECTIFY_RECEIPTS",
}
IN_FILE = frozenset({"data", "as", "output", "lang", "token_file", "ca_file", "zone", "endpoints", "receipts"})


@dataclass(frozen=True, slots=True)
class Context:
    """Where the system is, who acts, and how answers are shown.

    Attributes:
        data: folder of a system on this machine, None when endpoints say where it is.
        endpoints: `host:port` by service.
        as_: who acts, `ROLE[@ORG][#n]`, "" when a token says it.
        output: default form of output, "" for table.
        token: bearer token; token_file: where one stands; ca_file: certificate of the servers, "" for no TLS.
        zone: zone of times written without an offset.
        lang: language of help and messages.
        config: the configuration file that was looked at.
        receipts: file to which signed receipts are appended, "" for none.
    """

    data: Path | None = None
    endpoints: Mapping[str, str] = field(default_factory=dict)
    as_: str = ""
    output: str = ""
    token: str = field(default="", repr=False)
    token_file: str = ""
    ca_file: str = ""
    zone: str = "Asia/Shanghai"
    lang: Language = "en"
    config: Path = Path("config.yaml")
    receipts: str = ""


def config_path(environment: Mapping[str, str]) -> Path:
    """RECTIFY_CLI_CONFIG, else rectify/config.yaml in the user's configuration folder."""
    if environment.get("RECTIFY_CLI_CONFIG"):
        return Path(environment["RECTIFY_CLI_CONFIG"])
    base = environment.get("XDG_CONFIG_HOME") or str(Path("~").expanduser() / ".config")
    return Path(base) / "rectify" / "config.yaml"


def load(flags: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Context:
    """The settings in force.

    Args:
        flags: what the command line said: data, as_, output, context, config, lang; None and "" say nothing.
        environment: variables.

    Raises:
        Failure: the file cannot be read, or has no context of the name.
    """
    said = {name: value for name, value in flags.items() if value}
    path = Path(said.pop("config", "") or config_path(environment))
    lang: Language = said.pop("lang", None) or language(environment)
    exported = {name: environment[variable] for name, variable in ENVIRONMENT.items() if environment.get(variable)}
    chosen = said.pop("context", "") or exported.pop("context", "")
    exported.pop("context", None)
    from_file = _from_file(path, chosen, lang)
    if "RECTIFY_LANG" not in environment and "lang" not in flags and from_file.get("lang") in ("en", "zh"):
        lang = from_file["lang"]
    from_file.pop("lang", None)
    if (exported | said).get("data"):
        from_file.pop("endpoints", None)  # a folder named nearer beats addresses named in the file
    merged = {**from_file, **exported, **said}
    if "data" in merged:
        merged["data"] = Path(merged["data"]).expanduser()
    return Context(**merged, lang=lang, config=path)


def _from_file(path: Path, chosen: str, lang: Language) -> dict[str, Any]:
    if not path.exists():
        if chosen:
            raise Failure("unknown-context", "unknown_context", lang, file=path, name=chosen, known="–")
        return {}
    try:
        content = parse_yaml(path.read_text(encoding="utf-8")) or {}
        contexts = content.get("contexts") or {}
        name = chosen or content.get("current") or ""
        if not name:
            return {}
        if name not in contexts:
            raise Failure("unknown-context", "unknown_context", lang, file=path, name=name, known=", ".join(contexts) or "–")
        found = dict(contexts[name] or {})
        if unknown := set(found) - IN_FILE:
            raise ValueError(f"context {name}: unknown {', '.join(sorted(unknown))}; known: {', '.join(sorted(IN_FILE))}")
    except (OSError, ValueError, AttributeError, TypeError, yaml.YAMLError) as error:
        raise Failure("bad-config", "bad_config", lang, next_key="bad_config_next", file=path, why=error) from error
    if "as" in found:
        found["as_"] = found.pop("as")
    return found
