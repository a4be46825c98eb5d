"""The offline verifier as a program: reads a file and a policy, writes a report, leaves with the verdict."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Final

from translog.errors import Language, PolicyMalformed, Words
from translog.policy import MAX_POLICY, Policy
from translog.report import to_html, to_text
from translog.spread import verify_export_file
from translog.verdict import Outcome, Verdict
from translog.verify import EXPORTS, MAX_LINE, verify_lines

_HELP: Final = {
    "about": Words(
        "Verify a history bundle, a publication proof or an export of a log offline. "
        "Exit code: 0 valid, 1 invalid, 2 cannot decide.",
        "离线核验历史文件、公开证明或日志导出文件。退出码：0 有效，1 无效，2 无法判定。",
    ),
    "file": Words(
        "history bundle, publication proof or export, - for standard input", "历史文件、公开证明或导出文件，- 表示标准输入"
    ),
    "policy": Words("policy file (C2SP tlog-policy): the keys you trust", "策略文件（C2SP tlog-policy）：所信任的密钥"),
    "notice": Words("machine-readable notice (JSON) to compare with its proof", "与证明比对的通报机读文件（JSON）"),
    "lang": Words("language of the report", "报告语言"),
    "html": Words("also write the report to this file, as a page", "同时将报告以网页形式写入此文件"),
    "unread": Words("cannot read or write {file}: {why}", "无法读写 {file}：{why}"),
}


def main() -> None:
    """Run the program, and leave with its exit code."""
    # Reports hold Chinese whatever the console says; what it cannot show is escaped, never an error.
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str], program: str = "rectify-verify") -> int:
    """Verify as the arguments say; returns the exit code. What cannot be read or written leaves undecided (2)."""
    language = spoken(arguments)
    given = _parser(program, language).parse_args(arguments)
    try:
        policy = Policy.parse(_policy(given.policy))
        notice = None if given.notice is None else Path(given.notice).read_bytes()
        verdict = _verified(given.file, policy, notice)
        if given.html:
            Path(given.html).write_text(to_html(verdict, language), encoding="utf-8")
    except PolicyMalformed as error:
        sys.stderr.write(f"[{error.code}] {error.text(language)}\n")
        return Outcome.UNDECIDED
    except OSError as error:
        why = error.strerror or type(error).__name__
        sys.stderr.write(f"{_said('unread', language).format(file=error.filename or given.file, why=why)}\n")
        return Outcome.UNDECIDED
    sys.stdout.write(to_text(verdict, language))
    return verdict.outcome


def spoken(arguments: Sequence[str]) -> Language:
    """The language asked for: `--lang`, else the locale's, else English."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--lang", nargs="?")
    asked = parser.parse_known_args(list(arguments))[0].lang
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if str(asked or locale).lower().startswith("zh") else "en"


def _parser(program: str, language: Language) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(program, description=_said("about", language), allow_abbrev=False)
    parser.add_argument("file", metavar="BUNDLE", help=_said("file", language))
    parser.add_argument("--policy", required=True, metavar="FILE", help=_said("policy", language))
    parser.add_argument("--notice", metavar="FILE", help=_said("notice", language))
    parser.add_argument("--lang", choices=["zh", "en"], help=_said("lang", language))
    parser.add_argument("--html", metavar="FILE", help=_said("html", language))
    return parser


def _said(name: str, language: Language) -> str:
    words = _HELP[name]
    return words.zh if language == "zh" else words.en


def _policy(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(MAX_POLICY + 1)


def _verified(path: str, policy: Policy, notice: bytes | None) -> Verdict:
    with _opened(path) as file:
        if path == "-" or notice is not None or not file.peek(len(EXPORTS)).startswith(EXPORTS):
            return verify_lines(_pieces(file), policy, notice)
    return verify_export_file(Path(path), policy)


def _opened(path: str) -> BufferedReader:
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb") if path == "-" else Path(path).open("rb")


def _pieces(file: BufferedReader) -> Iterator[bytes]:
    return iter(partial(file.readline, MAX_LINE), b"")


if __name__ == "__main__":
    main()
