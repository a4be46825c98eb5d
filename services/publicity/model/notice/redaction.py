"""What becomes of every path of the fact by which a notice is published, and the hash under which that is approved."""

from collections.abc import Iterable

from publicity.events.parts import Masked, Redaction, Treatment, Withheld
from publicity.model.document import canonical, sha256
from publicity.refusals.disclosure import TreatmentWrong

# Without these nobody could tell what was published, and that it was approved of.
_BOUND = ("content", "redaction", "sha256", "version")
# They stand in the notice itself: shown here too, they would outlive its withdrawal.
_IN_NOTICE = ("differences", "document")
_OPEN = ("case", "feedback_until", "medium", "notice", "number", "org", "org_name", "published_on", "scope")


def redaction_of(treatments: Iterable[Treatment]) -> Redaction:
    """Every path of `DisclosurePublished` once: what is public is disclosed, but for what the handler treats otherwise.

    Raises:
        TreatmentWrong: of a path that is not theirs to treat, or in no way or in two.
    """
    chosen: dict[str, Treatment] = {}
    for one in treatments:
        if one.path not in _OPEN or one.path in chosen or bool(one.reason) == bool(one.rule) or bool(one.rule) != bool(one.text):
            raise TreatmentWrong(field="treatments", path=one.path, known=", ".join(_OPEN))
        chosen[one.path] = one
    withheld = [Withheld(path=path, reason="in-notice") for path in _IN_NOTICE]
    withheld += [Withheld(path=one.path, reason=one.reason) for one in chosen.values() if one.reason]
    masked = [Masked(path=one.path, rule=one.rule, text=one.text) for one in chosen.values() if one.rule]
    return Redaction(
        disclosed=tuple(sorted({*_BOUND, *_OPEN} - chosen.keys())),
        masked=tuple(sorted(masked, key=lambda one: one.path)),
        withheld=tuple(sorted(withheld, key=lambda one: one.path)),
    )


def approved_as(content: str, redaction: Redaction, version: int) -> str:
    """What reviewer and approver name: SHA-256 (hex) over the hash of the content, its redaction, and which version it is."""
    return sha256(canonical({"content": content, "redaction": redaction.model_dump(mode="json"), "version": str(version)}))
