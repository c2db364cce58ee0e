"""Annotate: a clean text and the glossary -> HTML with links, and what was mentioned where.

A text is folded, its candidates are matched, their senses settled, the policy applied, and the links put into the
Markdown's tokens. `Glossary.slices` gives each text the part of the glossary that it can match, so that a change to
one term concerns few texts.
"""

from digest.annotate.anchors import anchors
from digest.annotate.clashes import clashes
from digest.annotate.countries import is_country
from digest.annotate.define import Headword, define
from digest.annotate.discovery import Sighting, Suggestion, suggest, survey
from digest.annotate.entry import Manuscript, annotate, prose
from digest.annotate.explain import Explanation, explain
from digest.annotate.fold import fold_name
from digest.annotate.forms import forms_of
from digest.annotate.glossary import Glossary, Slice

__all__ = [
    "Explanation",
    "Glossary",
    "Headword",
    "Manuscript",
    "Sighting",
    "Slice",
    "Suggestion",
    "anchors",
    "annotate",
    "clashes",
    "define",
    "explain",
    "fold_name",
    "forms_of",
    "is_country",
    "prose",
    "suggest",
    "survey",
]
