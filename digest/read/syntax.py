"""YAML's parser speaks of scalars and mappings; here is what it says in an author's words."""

from __future__ import annotations

from typing import NamedTuple


class Complaint(NamedTuple):
    """What the parser says, as the beginning of its reason or context, and the same for an author.

    `begun`: the place to show is where the matter began, not where the parser gave up.
    """

    says: str
    message: str
    hint: str
    begun: bool = False


_QUOTE = "put it into quotes"
_WITHIN = "within a line: "
_COMPLAINTS = (
    Complaint("while scanning a tag", "a value can't begin with !", _QUOTE, begun=True),
    Complaint("while scanning an a", "a value can't begin with & or *", _QUOTE, begun=True),  # anchor or alias
    Complaint("found a tab", "a tab", "indent with spaces, not tabs"),
    Complaint("found character that cannot start any token", "a value can't begin like this", _QUOTE),
    Complaint(
        "mapping values are not allowed",
        "a colon where none can be",
        "put a value with a colon into quotes; keys line up, each with its colon",
    ),
    Complaint(
        "found unexpected end of stream",
        "a quotation mark is not closed",
        "end the value with the mark that it begins with",
        begun=True,
    ),
    Complaint(
        "did not find expected ',' or ']'",
        "a list in [ ] is not closed or lacks a comma",
        "put an item with a colon, comma or bracket into quotes",
        begun=True,
    ),
    Complaint(
        "did not find expected ',' or '}'",
        "keys in { } are not closed or lack a comma",
        "put a value with a colon, comma or bracket into quotes",
        begun=True,
    ),
    Complaint(
        "did not find expected node content",
        "a bracket or comma where a value should be",
        "close every bracket; put a value that begins with one into quotes",
    ),
    Complaint(
        "did not find expected '-' indicator",
        "not an item of the list above",
        "items line up, each after a hyphen; a key does not stand among them",
    ),
    Complaint(
        "block sequence entries are not allowed",
        "a hyphen where no list can begin",
        "begin the list on the next line, or put the value into quotes",
    ),
    Complaint(
        _WITHIN + "did not find expected key",
        "the value ended before this",
        "put a value with quotes or brackets in it into double quotes as a whole",
    ),
    Complaint(
        "did not find expected key",
        "this does not line up with the keys above",
        "keys of one level line up, each as `key: value`",
    ),
    Complaint(
        "could not find expected ':'",
        "a key without its colon",
        "write `key: value`, with a space after the colon",
        begun=True,
    ),
    Complaint(
        "while parsing a quoted scalar",
        "a backslash in double quotes",
        "use single quotes, or write two backslashes for one",
    ),
    Complaint(
        "while scanning a block scalar",
        "something stands behind | or >",
        "begin the text on the next line, indented",
    ),
    Complaint(
        "did not find expected <document start>",
        "something stands behind the end of the YAML",
        "remove the line `...`",
    ),
)


def complaint(reason: str, context: str, before: str, after: str) -> Complaint:
    """Return the parser's error in an author's words; `before` and `after` are its line up to the place and on."""
    within = _WITHIN + reason if before.strip() else ""
    tab = "found a tab" if after.startswith("\t") else ""
    said = (within, reason, tab, context)
    known = (one for one in _COMPLAINTS if any(words.startswith(one.says) for words in said))
    return next(known, Complaint(reason, f"bad YAML: {reason}", ""))
