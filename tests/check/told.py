"""What `digest check` says of a digest on disk."""

from pathlib import Path

from digest.build import Options, examine
from digest.problems import DigestError, Problem
from tests.sites import NOW, Files, small


def told(root: Path, given: Files, rule: str) -> list[Problem]:
    """What a rule says of the small digest, changed by `given` and written to `root`."""
    try:
        problems = examine(small(root, given), Options(now=NOW)).problems
    except DigestError as error:
        problems = error.problems
    return [problem for problem in problems if problem.code == rule]


def messages(root: Path, given: Files, rule: str) -> list[str]:
    """The same as messages alone."""
    return [problem.message for problem in told(root, given, rule)]
