"""Annotate: a clean text and the glossary -> HTML with links, and what was mentioned where.

A text is folded, its candidates are matched, their senses settled, the policy applied, and the links put into the
Markdown's tokens. `Glossary.slices` gives each text the part of the glossary that it can match, so that a change to
one term concerns few texts.
"""

from digest.annotate.anchors import anchors
from digest.annotate.clashes import clashes
from digest.annotate.countries import is_country, is_people
from digest.annotate.define import Headword, define
from digest.annotate.discovery import Sighting, Suggestion, suggest, survey
from digest.annotate.discovery.acronyms import plain as plain_acronym
from digest.annotate.entry import Manuscript, annotate, prose
from digest.annotate.explain import Explanation, explain
from digest.annotate.fold import fold, fold_name
from digest.annotate.forms import Form, forms_of, forms_of_name, lower, short_forms_of, written
from digest.annotate.glossary import Findings, Glossary, Slice
from digest.annotate.judge import EXPLAINED_AS
from digest.annotate.links import links_in
from digest.annotate.matcher import Matcher
from digest.annotate.scan import bare
from digest.annotate.vocabulary import OPENERS, words

__all__ = [
    "EXPLAINED_AS",
    "OPENERS",
    "Explanation",
    "Findings",
    "Form",
    "Glossary",
    "Headword",
    "Manuscript",
    "Matcher",
    "Sighting",
    "Slice",
    "Suggestion",
    "anchors",
    "annotate",
    "bare",
    "clashes",
    "define",
    "explain",
    "fold",
    "fold_name",
    "forms_of",
    "forms_of_name",
    "is_country",
    "is_people",
    "links_in",
    "lower",
    "plain_acronym",
    "prose",
    "short_forms_of",
    "suggest",
    "survey",
    "words",
    "written",
]
