"""Proofs: an entry's page as soon as the entry is saved, before the digest around it is built again.

A proof is made with the digest as it was built last: its glossary, its neighbours, its templates. What an edit changes
elsewhere, and whatever is wrong, is for the build that follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from digest.annotate import Manuscript
from digest.annotate import annotate as annotated
from digest.copies import CopyDesk
from digest.model import Entry, Page, Source, fingerprint
from digest.read import resolve
from digest.render import Desk, Press, Surroundings, entry_page
from digest.session import Composed
from digest.steps import abstract_of


@dataclass(frozen=True)
class Galley:
    """What proofs are made with: a digest as it was built last, on its way to pages."""

    now: datetime
    composed: Composed
    desk: Desk
    press: Press
    surroundings: Surroundings
    addresses: dict[str, str]

    @classmethod
    def of(cls, composed: Composed, desk: Desk, now: datetime) -> Galley:
        """Take it from a build of `now`."""
        addresses = {entry.article.path: entry.address for entry in desk.digest.entries}
        press = Press(desk, composed.look.templates, [])
        return cls(now, composed, desk, press, Surroundings.of(desk), addresses)

    def proof(self, source: Source) -> Page | None:
        """Return the page of an entry that was there before, at the same address; else, or if it has errors, None."""
        content, config = self.composed.content, self.composed.content.config
        copy = CopyDesk.of(config, self.now).copy(source)
        article = copy.written.article
        if article is None or self.addresses.get(source.path) != article.address:
            return None
        manuscript = Manuscript.of(article, copy.body, config.links, config.root)
        annotation = annotated(manuscript, self.composed.texts.slice(copy.body.text))
        references = (*copy.written.references, *annotation.references)
        problems = (*copy.written.problems, *annotation.problems, *resolve(references, content))
        if any(problem.is_error for problem in problems):
            return None
        entry = Entry.of(article, abstract_of(annotation), fingerprint(article))
        self.press.sheets = [entry_page(self.desk, entry, self.surroundings)]
        made = list(self.press.page(0, [annotation]))
        return made[0] if len(made) == 1 and isinstance(made[0], Page) else None
