"""The sample digest of this repository, whose glossary keeps promises about forms with many meanings."""

from functools import lru_cache
from pathlib import Path

from digest import clean, files
from digest.model import Content
from digest.read import read
from tests.digests import NOW


@lru_cache
def sample() -> Content:
    """The content of the sample digest as its files have it; no error is in them."""
    sources, _, _ = files.find(Path(__file__).parent.parent.parent)
    content, problems = read(sources, NOW, clean.RULE_NAMES)
    assert [problem for problem in problems if problem.is_error] == []
    return content
