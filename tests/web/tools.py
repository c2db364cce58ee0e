"""Which tests this machine can run: those marked `npm`, `browser` or `java` need tools that not every machine has."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

WEB = Path(__file__).parent
JAVA = 17  # what the Nu HTML checker needs
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_browser() -> str | None:
    """The path of a Chromium to drive, or None when the machine has none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def _npm() -> bool:
    return shutil.which("node") is not None and (WEB / "node_modules" / ".package-lock.json").exists()


@cache
def java_version(command: str | None) -> int:
    """The major version of a Java, or 0: where macOS has none, its command says so when it is run."""
    if command is None:
        return 0
    answer = subprocess.run([command, "-version"], capture_output=True, text=True, check=False, timeout=60)
    said = re.search(r'version "(\d+)', answer.stderr)
    return int(said[1]) if said and answer.returncode == 0 else 0


def _root_with_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def obstacle(marker: str) -> str | None:
    """Why tests with this marker cannot run here, or None when they can."""
    if marker == "npm" and not _npm():
        return "not run: the npm tools of tests/web are not installed"
    if marker == "java" and java_version(shutil.which("java")) < JAVA:
        return f"not run: no Java {JAVA} on this machine"
    if marker == "browser" and find_browser() is None:
        return "not run: no Chromium on this machine"
    return None


def installable(marker: str) -> bool:
    """Whether `make test` could have installed what the marker stands for."""
    return shutil.which("npm") is not None if marker == "npm" else _root_with_apt()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that cannot run; in CI fail it instead if its tool could have been installed."""
    for marker in ("npm", "browser", "java"):
        reason = obstacle(marker) if item.get_closest_marker(marker) else None
        if reason and os.environ.get("CI") == "true" and installable(marker):
            pytest.fail(reason, pytrace=False)
        if reason:
            pytest.skip(reason)
