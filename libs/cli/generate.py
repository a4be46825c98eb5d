"""Rewrite comments.json and docs/commands.md from the contracts: `python libs/cli/generate.py [--check]`."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from google.protobuf import descriptor_pb2

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROTO = ROOT / "proto"
COMMENTS = HERE / "comments.json"
COMMANDS = ROOT / "docs" / "commands.md"


def _contracts() -> ModuleType:
    """The generator of the contracts, which knows how to resolve protovalidate's schema."""
    spec = importlib.util.spec_from_file_location("contracts_generate", ROOT / "libs" / "contracts" / "generate.py")
    if spec is None or spec.loader is None:
        raise SystemExit("libs/contracts/generate.py is missing; run this in a checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def image() -> descriptor_pb2.FileDescriptorSet:
    """Every contract with its source information."""
    contracts = _contracts()
    names = sorted(str(path.relative_to(PROTO)) for path in PROTO.rglob("*.proto"))
    with tempfile.TemporaryDirectory() as scratch:
        validate, out = Path(scratch) / "validate.binpb", Path(scratch) / "image.binpb"
        validate.write_bytes(contracts.validate_descriptor())
        command = [sys.executable, "-m", "grpc_tools.protoc", f"-I{PROTO}", f"--descriptor_set_in={validate}"]
        command += ["--include_source_info", f"--descriptor_set_out={out}", *names]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter and files
        if done.returncode:
            sys.exit(done.stderr)
        found: Any = descriptor_pb2.FileDescriptorSet()
        found.ParseFromString(out.read_bytes())
        return cast(descriptor_pb2.FileDescriptorSet, found)


def comments(files: descriptor_pb2.FileDescriptorSet) -> dict[str, str]:
    """Full name to comment, one line each, sorted."""
    found: dict[str, str] = {}
    for file in files.file:
        texts = {tuple(place.path): place.leading_comments for place in file.source_code_info.location if place.leading_comments}
        for path, name in _named(file):
            if path in texts:
                found[name] = " ".join(texts[path].split())
    return dict(sorted(found.items()))


def _named(file: descriptor_pb2.FileDescriptorProto) -> Iterator[tuple[tuple[int, ...], str]]:
    """Source paths (field numbers of FileDescriptorProto) of services, calls, messages and fields with their full names."""
    for s, service in enumerate(file.service):
        yield (6, s), f"{file.package}.{service.name}"
        for m, method in enumerate(service.method):
            yield (6, s, 2, m), f"{file.package}.{service.name}.{method.name}"
    for i, message in enumerate(file.message_type):
        yield from _within((4, i), f"{file.package}.{message.name}", message)


def _within(path: tuple[int, ...], name: str, message: descriptor_pb2.DescriptorProto) -> Iterator[tuple[tuple[int, ...], str]]:
    yield path, name
    for i, field in enumerate(message.field):
        yield (*path, 2, i), f"{name}.{field.name}"
    for i, nested in enumerate(message.nested_type):
        yield from _within((*path, 3, i), f"{name}.{nested.name}", nested)


def main() -> None:
    """Rewrite both files, or with --check fail when one differs."""
    stale = []
    COMMANDS.parent.mkdir(exist_ok=True)
    for target, content in (
        (COMMENTS, _comments),
        (COMMANDS, _page),
    ):
        fresh = content()
        if target.exists() and target.read_text(encoding="utf-8") == fresh:
            continue
        stale.append(target.name)
        if "--check" not in sys.argv:
            target.write_text(fresh, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"differs from the contracts: {', '.join(stale)}; run `python libs/cli/generate.py`")


def _comments() -> str:
    return json.dumps(comments(image()), ensure_ascii=False, indent=0) + "\n"


def _page() -> str:
    from cli.reference import page

    return page()


if __name__ == "__main__":
    main()
