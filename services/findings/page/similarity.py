"""The page's lines about findings that look alike."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from findings.commands.similarity import JudgeSimilarity
from findings.events.similarity import SimilarityJudged
from findings.handlers.similarity import judge_similarity
from findings.projections import similarity
from findings.queries import similarity as ask

EVENTS = [SimilarityJudged]

COMMANDS = {"JudgeSimilarity": Rpc(JudgeSimilarity, judge_similarity)}

QUERIES = {"FindSimilar": Query(ask.FindSimilar, ask.find_similar)}

PROJECTIONS = {"similarity": Projection(similarity.TABLES, similarity.fold)}

PUBLISHES = {SimilarityJudged: published.SimilarityJudged}
