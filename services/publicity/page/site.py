"""The page's line about the public site."""

from chassis.service import Site
from publicity.events import disclosure, survey, typical
from publicity.queries.site import pages

SITE = Site(
    pages=pages,
    templates="publicity.page:templates",
    after=[
        disclosure.DisclosurePublished,
        disclosure.NoticeProved,
        disclosure.DisclosureCorrected,
        disclosure.DisclosureWithdrawn,
        disclosure.NoticeDiffers,
        disclosure.FeedbackRecorded,
        disclosure.FeedbackAnswered,
        typical.TypicalCasePublished,
        typical.TypicalCaseWithdrawn,
        survey.SurveyClosed,
    ],
)
