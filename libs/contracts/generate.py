"""Regenerate the protobuf code of this folder from proto/: `python libs/contracts/generate.py [--check | --release]`.

`--release` writes proto/baseline.binpb, the contracts that later changes are compared with.
"""

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2
from grpc_tools import protoc
from protovalidate._gen.buf.validate import validate_pb

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROTO = ROOT / "proto"
IMAGE = ROOT / "proto" / "image.binpb"  # what buf lints and compares; not committed
WELL_KNOWN = Path(protoc.__file__).parent / "_proto"
MARK = '"""Generated from proto/ by libs/contracts/generate.py; never edited."""\n'


def validate_descriptor() -> bytes:
    """Protovalidate ships its schema as a descriptor, not as a .proto: what protoc needs to resolve the import."""
    wanted = descriptor_pb2.FileDescriptorSet()
    for name in ("descriptor", "duration", "field_mask", "timestamp"):
        with tempfile.NamedTemporaryFile(suffix=".binpb") as out:
            run(f"-I{WELL_KNOWN}", f"--descriptor_set_out={out.name}", f"google/protobuf/{name}.proto")
            wanted.MergeFromString(Path(out.name).read_bytes())
    wanted.file.append(descriptor_pb2.FileDescriptorProto.FromString(validate_pb.desc().proto.to_binary()))
    return wanted.SerializeToString()


def run(*arguments: str) -> None:
    """protoc, in a process of its own so that one failure is one exit code."""
    done = subprocess.run([sys.executable, "-m", "grpc_tools.protoc", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)


def generate(target: Path) -> None:
    """Write *_pb2.py and *_pb2.pyi of every proto below `proto/`, and of protovalidate's schema, into `target`."""
    files = sorted(str(path.relative_to(PROTO)) for path in PROTO.rglob("*.proto"))
    with tempfile.TemporaryDirectory() as scratch:
        validate = Path(scratch) / "validate.binpb"
        validate.write_bytes(validate_descriptor())
        everything = Path(scratch) / "all.binpb"
        run(f"-I{PROTO}", f"--descriptor_set_in={validate}", "--include_imports", f"--descriptor_set_out={everything}", *files)
        run(
            f"--descriptor_set_in={everything}{os.pathsep}{validate}",
            f"--python_out={target}",
            f"--pyi_out={target}",
            "buf/validate/validate.proto",
            *files,
        )
        run(f"-I{PROTO}", f"--descriptor_set_in={validate}", "--include_source_info", f"--descriptor_set_out={IMAGE}", *files)
        image = descriptor_pb2.FileDescriptorSet.FromString(IMAGE.read_bytes())
        known = descriptor_pb2.FileDescriptorSet.FromString(validate.read_bytes())
        for file in known.file:
            image.file.append(file)
        IMAGE.write_bytes(image.SerializeToString())
    for package in {p.parent for p in target.rglob("*_pb2.py")}:
        (package / "py.typed").touch()


def release() -> None:
    """Keep the contracts as they are now, without comments, as what later ones must not break."""
    image = descriptor_pb2.FileDescriptorSet.FromString(IMAGE.read_bytes())
    for file in image.file:
        file.ClearField("source_code_info")
    (PROTO / "baseline.binpb").write_bytes(image.SerializeToString())


def files_of(root: Path) -> set[Path]:
    """What was generated below a root, relative to it."""
    return {
        path.relative_to(root)
        for top in ("rectify", "buf")
        for path in (root / top).rglob("*")
        if path.name.endswith(("_pb2.py", "_pb2.pyi")) or path.name == "py.typed"
    }


def main() -> None:
    """Regenerate in place, or with --check fail when the committed code differs."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch)
        generate(target)
        if "--release" in sys.argv:
            release()
        fresh, kept = files_of(target), files_of(HERE)
        wrong = {p for p in fresh & kept if not filecmp.cmp(target / p, HERE / p, shallow=False)} | (fresh ^ kept)
        if "--check" in sys.argv:
            if wrong:
                sys.exit("generated code differs from proto/; run `make proto`:\n  " + "\n  ".join(sorted(map(str, wrong))))
            return
        # File by file and only what changed: whoever imports meanwhile finds one version or the other.
        for path in wrong & fresh:
            (HERE / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target / path, HERE / path.with_suffix(".new"))
            (HERE / path.with_suffix(".new")).replace(HERE / path)
        for path in wrong - fresh:
            (HERE / path).unlink()


if __name__ == "__main__":
    main()
