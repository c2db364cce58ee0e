import shutil
from pathlib import Path

import pytest

from tests.web.tools import java_version, obstacle

HINT = "The operation couldn't be completed. Unable to locate a Java Runtime."


@pytest.mark.skipif(shutil.which("sh") is None, reason="the commands here are shell scripts")
@pytest.mark.parametrize(
    ("said", "code", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 0, 17),
        ('openjdk version "21" 2023-09-19', 0, 21),
        ('java version "1.8.0_392"', 0, 1),
        (HINT, 1, 0),
    ],
)
def test_java_says_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: int, version: int
) -> None:
    """A Java that is too old for the Nu HTML checker, or is none, counts as missing."""
    command = tmp_path / "java"
    command.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{said}\nEND\nexit {code}\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert java_version(str(command)) == version
    assert (obstacle("java") is None) == (version >= 17)


def test_machine_without_java_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests that need Java are reported as not run where there is none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert obstacle("java") == "not run: no Java 17 on this machine"
