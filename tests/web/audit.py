"""Lighthouse over the sample digest, served as its host serves it: scores out of 100 of four pages, in two forms.

python -m tests.web.audit [NAME…] builds the sample digest, measures the pages (or those named) and prints a table. It
ends with 1 when a score is too low. Measuring takes about 15 seconds a page and form.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.web.conftest import built
from tests.web.server import WEB, serve
from tests.web.tools import find_browser

LIGHTHOUSE = WEB / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {"home": "/", "entry": "/2025/04/azerbaijan-talks/", "glossary": "/glossary/", "search": "/search/"}
FORMS: dict[str, list[str]] = {"mobile": [], "desktop": ["--preset=desktop"]}
# Performance is timed, and a busy machine costs a point; the rest is counted.
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3  # of a page whose time was too long: the best one counts
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"

Scores = dict[str, int]


def measure(url: str, options: Sequence[str]) -> tuple[Scores, list[str]]:
    """Return a page's scores, and what kept those that are counted from being 100."""
    command: list[str | Path] = ["node", LIGHTHOUSE, url, "--quiet", "--no-enable-error-reporting", "--output=json"]
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    answer = subprocess.run(
        [*command, f"--chrome-flags={CHROME}", *options],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        env=environment,
    )
    if answer.returncode:
        sys.exit(f"Lighthouse failed: {answer.stderr.strip()[-500:]}")
    report = json.loads(answer.stdout)
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in LEAST}
    return scores, list(_faults(report))


def _faults(report: dict[str, dict[str, dict[str, object]]]) -> Iterator[str]:
    """Return the audits that failed, of what is counted."""
    for name in LEAST.keys() - {"performance"}:
        for reference in report["categories"][name]["auditRefs"]:  # type: ignore[attr-defined]
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] not in (1, None):
                yield f"{name}: {audit['title']}"


def best(url: str, options: Sequence[str]) -> tuple[Scores, list[str]]:
    """Return what a page can score: where only its time is too long it is measured again."""
    tries = []
    for _ in range(TRIES):
        tries.append(measure(url, options))
        if tries[-1][0]["performance"] >= LEAST["performance"]:
            break
    return max(tries, key=lambda one: one[0]["performance"])


def main(names: Sequence[str]) -> int:
    """Measure the pages that are named, or all of them; return 1 when a score is too low."""
    low = False
    print("page      form     " + "  ".join(LEAST))
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder) / "site") as served:
        built(Path(folder), f"{served.url}/")
        for name in names or PAGES:
            for form, options in FORMS.items():
                scores, faults = best(served.url + PAGES[name], options)
                low |= any(scores[kind] < least for kind, least in LEAST.items())
                cells = (f"{scores[kind]:>{len(kind)}}" for kind in LEAST)
                print(f"{name:<9} {form:<8} {'  '.join(cells)}", *faults, sep="\n  ", flush=True)
    return int(low)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
