"""Annotate: a clean text and the glossary -> HTML with links, and what was mentioned where.

A text is folded, its candidates are matched, their senses settled, the policy applied, and the links put into the
Markdown's tokens. `Glossary.slices` gives each text the part of the glossary that it can match, so that a change to
one term concerns few texts.
"""

from digest.annotate.define import Headword, define
from digest.annotate.entry import Manuscript, annotate, prose
from digest.annotate.explain import Explanation, explain
from digest.annotate.fold import fold_name
from digest.annotate.forms import clashes
from digest.annotate.glossary import Glossary, Slice

__all__ = [
    "Explanation",
    "Glossary",
    "Headword",
    "Manuscript",
    "Slice",
    "annotate",
    "clashes",
    "define",
    "explain",
    "fold_name",
    "prose",
]
