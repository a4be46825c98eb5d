"""Scenarios: given, when, then in YAML, with the verbs of the command line, run in memory or against a running system."""

from testkit.scenario_file import BadScenario, Scenario, load
from testkit.scenario_report import Outcome, Report
from testkit.scenario_run import run
from testkit.scenario_world import Happened, World

__all__ = ["BadScenario", "Happened", "Outcome", "Report", "Scenario", "World", "load", "run"]
