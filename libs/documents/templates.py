"""Finds the file of each template: the user's where there is one, else the default."""

import shutil
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from documents.catalogue import DOCUMENTS, Form
from documents.errors import TemplateBroken, TemplateExists, TemplateMissing, TemplateUnknown

SUFFIXES: dict[Form, str] = {"docx": ".docx", "xlsx": ".toml", "pdf": ".typ"}
# What all PDF templates share.
STYLE = "official.typ"
# A template larger than this is no template.
LARGEST = 20_000_000


def names() -> tuple[str, ...]:
    """File names of all templates, in order."""
    own = [f"{kind}{SUFFIXES[form]}" for kind, made in DOCUMENTS.items() for form in made.forms if form in SUFFIXES]
    return (*own, STYLE)


def defaults() -> Path:
    """The folder of the default templates."""
    with as_file(files("documents") / "templates") as folder:
        return folder


@dataclass(frozen=True, slots=True)
class Templates:
    """Where templates are.

    Attributes:
        folder: the user's; None for the defaults only.
    """

    folder: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what can only be a mistake.

        Raises:
            TemplateMissing: the folder is not there.
            TemplateUnknown: a file in it replaces nothing.
        """
        if self.folder is None:
            return
        if not self.folder.is_dir():
            raise TemplateMissing(folder=self.folder)
        for file in sorted(self.folder.iterdir()):
            hidden = file.name.startswith((".", "~$"))
            if file.is_file() and not hidden and file.suffix in SUFFIXES.values() and file.name not in names():
                raise TemplateUnknown(file=file, known=", ".join(names()))

    def file(self, kind: str, form: Form) -> Path:
        """The template of a document in a form.

        Raises:
            TemplateBroken: it is larger than a template can be.
        """
        name = f"{kind}{SUFFIXES[form]}"
        own = self.folder / name if self.folder is not None else None
        found = own if own is not None and own.is_file() else defaults() / name
        if found.stat().st_size > LARGEST:
            raise TemplateBroken(
                file=found, line=0, text="-", why=f"文件超过 {LARGEST} 字节 / the file is larger than {LARGEST} bytes"
            )
        return found

    def overlay(self, target: Path) -> None:
        """Lay the defaults for PDF and over them the user's files (pictures and parts of their own too) in one folder."""
        for file in defaults().glob("*.typ"):
            shutil.copyfile(file, target / file.name)
        if self.folder is None:
            return
        for file in sorted(self.folder.rglob("*")):
            place = target / file.relative_to(self.folder)
            if file.is_file() and file.suffix not in (".docx", ".toml") and file.stat().st_size <= LARGEST:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place)


def write_defaults(folder: Path, *, replace: bool = False) -> list[Path]:
    """Write the default templates into a folder, to be changed there.

    Raises:
        TemplateExists: one is there already; nothing was written.
    """
    targets = [folder / name for name in names()]
    if not replace:
        for target in targets:
            if target.exists():
                raise TemplateExists(file=target)
    folder.mkdir(parents=True, exist_ok=True)
    for target in targets:
        shutil.copyfile(defaults() / target.name, target)
    return targets
