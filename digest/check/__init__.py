"""What a careful editor would mend, as problems; a site re-grades each rule under `checks:`.

`check` is a part of every build. `check_names` needs a survey of the archive, and `long_excerpts` a look at originals,
which only `digest check` makes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from digest.annotate import Sighting, fold_name
from digest.check.acronyms import undefined_acronyms
from digest.check.entries import one_source, undated_sources, unknown_senses
from digest.check.excerpts import long_excerpts
from digest.check.links import broken_links
from digest.check.misses import near_misses
from digest.check.rings import related_cycles
from digest.check.terms import definitions, forms, use
from digest.check.words import archive_words, common_words
from digest.model import Body, Digest
from digest.problems import RULES, Problem

__all__ = ["OF_THE_WHOLE", "check", "check_names", "long_excerpts"]

# Rules that judge a file by the others.
OF_THE_WHOLE = ("broken-link", "near-miss", "undefined-acronym", "unused-term")


def check(digest: Digest, paths: Collection[str], today: date, written: Callable[[str], Body]) -> Iterator[Problem]:
    """Yield what a build tells besides its errors; `paths` are all files of the site, `written` gives bodies."""
    severities = {**RULES, **digest.config.checks}
    return chain(
        broken_links(digest, paths, written),
        one_source(digest.entries) if severities["one-source"] != "off" else (),
        undated_sources(digest.entries) if severities["undated-source"] != "off" else (),
        unknown_senses(digest),
        use(digest),
        definitions(digest, today),
        forms(digest.terms),
        common_words(digest),
        related_cycles(digest.terms),
    )


def check_names(digest: Digest, sightings: Sequence[Sighting], texts: Iterable[str]) -> Iterator[Problem]:
    """Yield what the archive's own words say of the glossary.

    `sightings` are what a survey of its entries found, `texts` the HTML of their bodies.
    """
    misses = dict(near_misses(digest, sightings))
    unclear = [sighting for sighting in sightings if fold_name(sighting.surface) not in misses]
    return chain(misses.values(), undefined_acronyms(digest, unclear), archive_words(digest, texts))
