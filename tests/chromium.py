"""A real browser for the tests that need one: headless Chromium, cut off from every network."""

import os
import shutil
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Shown(NamedTuple):
    """What the page says of files: its verdict, the codes of what is wrong, and its whole text."""

    outcome: str
    codes: list[str]
    text: str


class Verifier:
    """The page `verify.html`, opened from the disk.

    Args:
        page: of a browser that is offline; file: where it lies.
    """

    def __init__(self, page: Page, file: Path) -> None:
        self.page, self._address = page, file.as_uri()
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("request", lambda request: self._only_files(request.url))

    def _only_files(self, url: str) -> None:
        if not url.startswith(("file:", "data:")):
            self.faults.append(f"it asked for {url}")

    def show(self, files: Sequence[Path], policy: bytes | None = None, digest: str = "") -> Shown:
        """Open it anew, give it files, and read the verdict; `digest` as a QR code gives it."""
        self.page.goto("about:blank")
        self.page.goto(f"{self._address}#{digest}" if digest else self._address)
        if policy is not None:
            self.page.fill("#policy", policy.decode())
        self.page.set_input_files("#chosen", list(files))
        report = self.page.wait_for_selector("#report[data-outcome]", state="attached")
        assert report is not None
        codes = (report.get_attribute("data-codes") or "").split()
        assert not self.faults
        return Shown(report.get_attribute("data-outcome") or "", codes, self.page.inner_text("main"))

    def judge(self, proofs: Sequence[bytes], policy: bytes, notice: bytes | None) -> list[tuple[str, str]]:
        """The outcomes and first codes of many proofs, by the page's own code without the page around it."""
        self.page.goto(self._address)
        script = """async ([proofs, policy, notice]) => {
            const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
            const found = [];
            for (const proof of proofs) {
                const one = await verify(bytes(proof), bytes(policy), notice === null ? null : bytes(notice));
                found.push([one.outcome, one.problems.length ? one.problems[0].code : ""]);
            }
            return found;
        }"""
        given = [[_b64(one) for one in proofs], _b64(policy), None if notice is None else _b64(notice)]
        return [(outcome, code) for outcome, code in self.page.evaluate(script, given)]


@contextmanager
def verifier(file: Path) -> Iterator[Verifier]:
    """The page in a Chromium without network; the test is skipped where there is none."""
    named = os.environ.get("RECTIFY_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if named is None:
        pytest.skip(f"no Chromium: none of {', '.join(NAMES)} is installed, and RECTIFY_CHROMIUM names none")
    with sync_playwright() as playwright:
        # A sandbox of namespaces is not to be had in every container; the page is our own, and there is no network.
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            context = browser.new_context(offline=True, locale="en-GB")
            yield Verifier(context.new_page(), file)
        finally:
            browser.close()


def _b64(data: bytes) -> str:
    return b64encode(data).decode()
