"""The contracts are compared with the last release: what would break a caller is refused."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet

ROOT = Path(__file__).resolve().parents[2]
BASELINE = ROOT / "proto" / "baseline.binpb"


def breaking(image: FileDescriptorSet, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    path = tmp_path / "image.binpb"
    path.write_bytes(image.SerializeToString())
    buf = Path(sys.executable).with_name("buf")
    command = [str(buf), "breaking", str(path), "--against", str(BASELINE), "--config", str(ROOT / "buf.yaml")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def drop_field(image: FileDescriptorSet) -> None:
    receipt = next(m for f in image.file if f.name.endswith("envelope.proto") for m in f.message_type if m.name == "Receipt")
    del receipt.field[0]


def renumber_field(image: FileDescriptorSet) -> None:
    receipt = next(m for f in image.file if f.name.endswith("envelope.proto") for m in f.message_type if m.name == "Receipt")
    receipt.field[0].number = 77


def drop_method(image: FileDescriptorSet) -> None:
    service = next(f.service[0] for f in image.file if f.name.endswith("log_service.proto"))
    del service.method[0]


def drop_message(image: FileDescriptorSet) -> None:
    events = next(f for f in image.file if f.name.endswith("findings_events.proto"))
    del events.message_type[0]


def released() -> FileDescriptorSet:
    return FileDescriptorSet.FromString(BASELINE.read_bytes())


def test_the_release_does_not_break_itself(tmp_path: Path) -> None:
    assert breaking(released(), tmp_path).returncode == 0


@pytest.mark.parametrize("change", [drop_field, renumber_field, drop_method, drop_message], ids=lambda change: change.__name__)
def test_what_would_break_a_caller_is_refused(change: Callable[[FileDescriptorSet], None], tmp_path: Path) -> None:
    image = released()
    change(image)
    done = breaking(image, tmp_path)
    assert done.returncode != 0
    assert done.stdout
