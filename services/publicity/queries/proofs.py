"""Proofs of publications: which are still to be made, and the file itself for whoever asks."""

from collections.abc import Sequence
from typing import NamedTuple

from kernel.aggregates import Repository, get
from kernel.context import Act, Asker
from kernel.errors import NotFound
from kernel.messages import Answer, Changes, Id, Question
from kernel.tables import Rows, Where
from publicity.events.parts import Scope
from publicity.model.case import CaseFile, file_id
from publicity.model.notice import Notice, notice_id
from publicity.projections.tables import PROOFS
from publicity.queries.disclosure import works_on

_AT_ONCE = 100


class Wanted(NamedTuple):
    """A publication that is to be proved: positions of its fact and of the two approvals."""

    notice: str
    version: int
    source: int
    approvals: tuple[int, ...]

    @property
    def id(self) -> str:
        """Its name among all that this service proves."""
        return f"{self.notice}:{self.version}"


class GetDisclosureProof(Question):
    """The proof of a published version of the notice of a case on one track; 0 takes the newest that has one."""

    case: Id
    scope: Scope
    version: int = 0


class ProofAnswer(Answer):
    """A proof, and what it proves; `document` is empty when the version was taken back."""

    notice: str
    version: int
    document: str
    sha256: str
    proof: str
    proof_sha256: str
    policy: str


def wanted(rows: Rows) -> Sequence[Wanted]:
    """Publications without a proof, some at once."""
    found = rows.page(PROOFS, [Where("wanted", "=", True)], [("published", "asc")], _AT_ONCE)
    return [Wanted(row["notice"], row["version"], row["published"], (row["reviewed"], row["approved"])) for row in found]


def keep(one: Wanted, proof: str, policy: str, act: Act, repo: Repository) -> Changes:
    """The decision to keep a proof."""
    del act
    return repo.find(Notice, one.notice).prove(one.version, proof, policy)


def get_disclosure_proof(question: GetDisclosureProof, rows: Rows, repo: Repository, *, asker: Asker) -> ProofAnswer:
    """The proof of a version, for everybody who may read the notice."""
    shown = f"{question.case} {question.scope}"
    found = get(repo, Notice, notice_id(question.case, question.scope), shown=shown)
    file = repo.find(CaseFile, file_id(question.case))
    hidden = asker.role == "public" and found.scope is not Scope.PUBLIC and not works_on(asker, file.org, file.bodies.values())
    proved = [one for one in found.versions if one.proof and question.version in (0, one.version)]
    if hidden or not proved:
        raise NotFound(what="公开证明 / publication proof", id=f"{shown} {question.version or ''}".rstrip())
    version = proved[-1]
    return ProofAnswer(
        notice=found.id,
        version=version.version,
        document="" if version.withdrawn_on else version.document,
        sha256=version.sha256,
        proof=version.proof,
        proof_sha256=version.proof_sha256,
        policy=version.policy,
    )
