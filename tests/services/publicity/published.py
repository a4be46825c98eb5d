"""A notice that was really published in a world in memory, with its site as files and its proof."""

from pathlib import Path
from typing import NamedTuple

from chassis.site import render
from publicity.service import SERVICE
from testkit.scenario import load, run
from testkit.world import MemoryWorld
from translog.policy import Policy

ACCEPTANCE = Path(__file__).resolve().parents[2] / "acceptance"
STEPS = """scenario: P99 a notice is published
covers: [A30]
clock: 2026-03-02T09:00+08:00
given:
  - use: a case with a plan that passed
    with: {findings: 2}
  - at: 2026-05-20
  - use: the progress report is accepted
    with: {findings: 2}
  - use: a notice is drafted and handed in
when:
  - use: a notice is checked, reviewed, approved and published
"""


class Published(NamedTuple):
    """Files of a site in a folder: the notice, its page, its proof, and the page that verifies them."""

    folder: Path
    notice: Path
    page: Path
    proof: Path
    policy: Policy

    @property
    def verify(self) -> Path:
        """The page on which anybody verifies."""
        return self.folder / "verify.html"


def steps(folder: Path) -> Path:
    """A scenario that publishes a notice, beside the fixtures it uses."""
    folder.mkdir(parents=True)
    (folder / "fixtures").symlink_to(ACCEPTANCE / "fixtures")
    file = folder / "published.yaml"
    file.write_text(STEPS, "utf-8")
    return file


def published(folder: Path) -> Published:
    """Publish, and write the site into `folder`."""
    scenario = load(steps(folder / "steps"))
    assert SERVICE.site is not None
    with MemoryWorld(None, scenario.clock, scenario.zone) as world:
        report = run(scenario, world)
        assert report.ok, report.text()
        rows = world.store("publicity").rows()
        site = folder / "site"
        for path, content in render(SERVICE.site, rows, address="http://site.example/").items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
    return of_site(site)


def of_site(site: Path) -> Published:
    """The one notice of a site, and the policy that its page carries."""
    (proof,) = site.glob("notices/*.proof.json")
    (page,) = site.glob("notices/*.html")
    notice = proof.with_name(proof.name.replace(".proof", ""))
    text = (site / "verify.html").read_text("utf-8")
    policy = text.partition('spellcheck="false">\n')[2].partition("</textarea>")[0]
    return Published(site, notice, page, proof, Policy.parse(policy.replace("&#43;", "+").encode()))
