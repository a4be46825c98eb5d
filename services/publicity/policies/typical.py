"""What is suggested to be notified and exposed."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from publicity.events.heard import supervision
from publicity.events.typical import TypicalCaseSuggested
from publicity.model.case import CaseFile, file_id
from publicity.model.typical import Suggestion


def note_suggestion(told: Told[supervision.TypicalCaseSuggested], act: Act, repo: Repository) -> Changes:
    """A case is put forward for exposure: it waits to be written and proposed (R-83)."""
    news = told.news
    file = repo.find(CaseFile, file_id(news.case))
    return repo.find(Suggestion, news.suggestion).note(TypicalCaseSuggested(**news.model_dump()), file.rulebook)
