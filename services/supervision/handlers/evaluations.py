"""Evaluation schemes and evaluations."""

import rulebook
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes
from supervision.commands import evaluations as wish
from supervision.events.evaluation import SchemeFixed
from supervision.handlers.authors import opinion_authors
from supervision.handlers.checks import PostsHeld
from supervision.handlers.organ import judged_case, judges
from supervision.model.case import CaseFile, file_id
from supervision.model.evaluation import Evaluation, EvaluationRoll, evaluation_roll_id
from supervision.model.scheme import Scheme, SchemeVersion
from supervision.model.verifier import require_outsider


def fix_scheme(command: wish.FixScheme, act: Act, repo: Repository) -> Changes:
    """A version of a scheme is fixed."""
    scheme = repo.find(Scheme, named("scheme", command.code))
    content = {**command.model_dump(), "rulebook": rulebook.preset(command.rulebook).ref}
    by = {"owner": act.org, "fixed_by": act.actor}
    fixed = SchemeFixed(**content, **by, scheme=scheme.id, scheme_version=len(scheme.versions) + 1)
    return scheme.fix(fixed, act)


def open_evaluation(command: wish.OpenEvaluation, act: Act, repo: Repository) -> Changes:
    """An evaluation is opened by the case's discipline organ."""
    file, scheme = judged_case(command.case, act, repo), get(repo, Scheme, command.scheme)
    evaluation = repo.find(Evaluation, named("evaluation", command.number))
    roll = repo.find(EvaluationRoll, evaluation_roll_id(file.case))
    return evaluation.open(command.number, file, scheme, scheme.version_of(command.scheme_version), roll, act)


def assess_self(command: wish.AssessSelf, act: Act, repo: Repository) -> Changes:
    """The inspected organisation gives itself points."""
    found = get(repo, Evaluation, command.evaluation)
    return found.self_assess(
        command.ratings, command.note, command.document_sha256, _version(found, repo), _holder(found, repo), act
    )


def check_materials(command: wish.CheckMaterials, act: Act, repo: Repository) -> Changes:
    """The materials were checked."""
    return _judged(command.evaluation, act, repo).check_materials(command.note, command.document_sha256, act)


def visit_site(command: wish.VisitSite, act: Act, repo: Repository) -> Changes:
    """The evaluators were on site."""
    on = command.visited_on or act.effective_day
    return _judged(command.evaluation, act, repo).visit(on, command.place, command.record_sha256, act)


def enter_survey(command: wish.EnterSurvey, act: Act, repo: Repository) -> Changes:
    """Totals of a survey made on paper."""
    return _judged(command.evaluation, act, repo).enter_survey(command.answers, command.satisfied_permille)


def cosign_evaluation(command: wish.CosignEvaluation, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """A second evaluator signs as well (SOD-08)."""
    found = _impartial(command.evaluation, act, repo, answers)
    return found.cosign(command.note, opinion_authors(found.case, repo), act)


def score_evaluation(command: wish.ScoreEvaluation, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The evaluators score."""
    found = _impartial(command.evaluation, act, repo, answers)
    authors = opinion_authors(found.case, repo)
    return found.give_score(command.deductions, command.vetoes, _version(found, repo), authors, act)


def propose_grade(command: wish.ProposeGrade, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The grade is put forward with one disposal opinion (R-80)."""
    found = _impartial(command.evaluation, act, repo, answers)
    return found.propose(command.disposals, command.reason, opinion_authors(found.case, repo), act)


def answer_evaluation(command: wish.AnswerEvaluation, act: Act, repo: Repository) -> Changes:
    """The organisation says what it thinks."""
    found = get(repo, Evaluation, command.evaluation)
    return found.answer(command.opinion, command.document_sha256, _holder(found, repo), act)


def hear_evaluated(command: wish.HearEvaluated, act: Act, repo: Repository) -> Changes:
    """The organisation was heard."""
    on = command.heard_on or act.effective_day
    return _judged(command.evaluation, act, repo).hear(on, command.record_sha256, act)


def approve_evaluation(command: wish.ApproveEvaluation, act: Act, repo: Repository) -> Changes:
    """The leading group approves."""
    return _judged(command.evaluation, act, repo).approve(command.approval, act)


def send_back_evaluation(command: wish.SendBackEvaluation, act: Act, repo: Repository) -> Changes:
    """The leading group does not approve."""
    return _judged(command.evaluation, act, repo).send_back(command.reason, act)


def use_evaluation(command: wish.UseEvaluation, act: Act, repo: Repository) -> Changes:
    """The result is used."""
    return _judged(command.evaluation, act, repo).use(command.use, command.reference, act)


def _judged(evaluation: str, act: Act, repo: Repository) -> Evaluation:
    """An evaluation in whose case the acting organ has its role (SOD-12)."""
    found = get(repo, Evaluation, evaluation)
    judges(found.case, act, repo)
    return found


def _impartial(evaluation: str, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Evaluation:
    """The same, for somebody without a post in the organisation, present or recent (SOD-01)."""
    found, held = _judged(evaluation, act, repo), answers[0]
    require_outsider(act, held.posts if held else (), found.org, found.rulebook)
    return found


def _version(found: Evaluation, repo: Repository) -> SchemeVersion:
    return get(repo, Scheme, found.scheme).version_of(found.scheme_version)


def _holder(found: Evaluation, repo: Repository) -> str:
    """The organisation that answers for the case now."""
    return repo.find(CaseFile, file_id(found.case)).holder
