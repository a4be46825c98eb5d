"""What a version must agree with, what of it is left out, and what must not stand in it."""

from collections.abc import Mapping

from publicity.events.guarded import Guard
from publicity.events.parts import ChannelKind, Difference
from publicity.model import figures, scanner
from publicity.model.document import canonical, sha256
from publicity.model.notice.words import Approved, Content, ExemptionState, Version
from publicity.model.scanner import Passage
from publicity.refusals.disclosure import Confidential


def against(content: Content, record: Approved) -> tuple[Difference, ...]:
    """Everything in which a notice and the record differ: which report, each figure, each finding, each sentence with a figure."""
    found: list[Difference] = []
    for name in ("number", "org_name", "report_kind", "report_version", "report_sha256"):
        said, true = str(getattr(content, name)), str(getattr(record, name))
        if true and said != true:
            found.append(Difference(field=name, notice=said, record=true))
    found += figures.between(content.figures, record.figures)
    found += figures.of_results(content.results, record.results)
    for name in ("organisation", "next_steps", "text"):
        found += figures.of_sentences(name, getattr(content, name), record.figures)
    return tuple(found)


def changes_between(former: Version, present: Version) -> list[Difference]:
    """What a correction changed, field by field: `notice` is what the new version says, `record` what the former said."""
    one, other = former.content, present.content
    names = ("basis", "organisation", "next_steps", "text", "report_version")
    found = [
        Difference(field=name, notice=str(getattr(other, name)), record=str(getattr(one, name)))
        for name in names
        if getattr(one, name) != getattr(other, name)
    ]
    found += figures.between(other.figures, one.figures)
    left_out = exempted(former) | exempted(present)
    shown = [[result for result in side.results if result.finding not in left_out] for side in (other, one)]
    return [] if wholly_exempt(present) else [*found, *figures.of_results(*shown)]


def exempted(version: Version) -> frozenset[str]:
    """Findings that are left out of a version by consent."""
    consented = [one for one in version.exemptions if one.state is ExemptionState.CONSENTED]
    if any(not one.findings for one in consented):
        return frozenset(result.finding for result in version.content.results)
    return frozenset(finding for one in consented for finding in one.findings)


def wholly_exempt(version: Version) -> bool:
    """Whether all content is left out by consent."""
    return any(one.state is ExemptionState.CONSENTED and not one.findings for one in version.exemptions)


def passages(version: Version) -> list[Passage]:
    """Everything of a version that would be published."""
    content, left_out = version.content, exempted(version)
    if wholly_exempt(version):
        return []
    found = [Passage(name, getattr(content, name)) for name in ("basis", "organisation", "next_steps", "text")]
    found += [Passage(f"redaction.{one.path}", one.text) for one in content.redaction.masked]
    for result in content.results:
        if result.finding not in left_out:
            found += [Passage(f"results.{result.number}.{name}", getattr(result, name)) for name in ("wording", "account")]
    return found


def clean(version: Version, known: Mapping[str, Guard]) -> None:
    """Refuse what must not be published, naming what and where and never repeating it."""
    phones = [channel.value for channel in version.content.channels if channel.kind is ChannelKind.PHONE]
    if hits := scanner.scan(passages(version), known, phones):
        raise Confidential(what=scanner.told(hits))


def digest(content: Content) -> str:
    """SHA-256 of all that a version says: what the principal signs."""
    return sha256(canonical(content.model_dump(mode="json")))
