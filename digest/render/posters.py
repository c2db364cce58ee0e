"""Posters: what each share image says. `share` draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from digest.model import CONFIG, HOME, SHARE_IMAGES, Digest, Entry, Source, fingerprint
from digest.problems import Problem, Span
from digest.render.cards import SEPARATOR, Desk, Shared
from digest.render.definitions import clipped
from digest.render.sheets import Sheet
from digest.render.words import Catalogue, Words, direction

_LONG = 300  # characters, more than any text has room for
_REVISION = 1  # to be raised when `share` comes to draw the same poster otherwise


@dataclass(frozen=True, slots=True)
class Poster:
    """What a share image says: the site's name above, a title, a date and something beside it; all may be empty."""

    site: str
    title: str
    date: str
    aside: str
    lang: str
    rtl: bool

    @property
    def says(self) -> str:
        """What the image says above all, for those who don't see it."""
        return SEPARATOR.join(filter(None, [self.title, self.date or self.aside]))


def posters(digest: Digest, words: Mapping[str, Catalogue]) -> dict[str, Poster]:
    """Return the poster of each entry by its address, and under that of the home page the one for all other pages."""
    desk = Desk(digest, Words(digest.config.language, words), {}, "")
    spoken = {lang: Words(lang, words) for lang in {entry.article.lang for entry in digest.entries}}
    found = {entry.address: _poster(desk, entry, spoken[entry.article.lang]) for entry in digest.entries}
    config = digest.config
    return {
        HOME: Poster(
            "",
            clipped(config.title, _LONG),
            "",
            clipped(config.tagline, _LONG),
            config.language,
            desk.words.dir == "rtl",
        ),
        **found,
    }


def share_addresses(shown: Mapping[str, Poster], fonts: Mapping[str, Source], drawn_by: str) -> dict[str, Shared]:
    """Return where the share image of each poster is, and what it says, by the addresses of their pages.

    An image is named after what it is drawn of and, in `drawn_by`, with: two that are the same are one file, and one
    that would look otherwise has another name.
    """
    drawn_with = (_REVISION, drawn_by, _print_of(fonts))
    return {
        address: (f"{SHARE_IMAGES}{fingerprint((poster, drawn_with)).hex()}.png", poster.says)
        for address, poster in shown.items()
    }


def share_sheets(
    shown: Mapping[str, Poster], shares: Mapping[str, Shared], fonts: Mapping[str, Source], code: str
) -> Iterator[Sheet]:
    """Yield each share image once; `code` stands for the program that draws them."""
    data = tuple(source.data for _, source in sorted(fonts.items()))
    parts = {"site": fingerprint((code, _print_of(fonts)))}
    drawn = {shares[page][0]: poster for page, poster in shown.items()}
    for address, poster in drawn.items():
        view = partial(_draw, poster=poster, fonts=data)
        yield Sheet(address, "", {**parts, "poster": fingerprint(poster)}, view)


def _print_of(fonts: Mapping[str, Source]) -> bytes:
    return fingerprint([(name, fingerprint(source.data)) for name, source in sorted(fonts.items())])


def _draw(_: Desk, __: object, *, poster: Poster, fonts: tuple[bytes, ...]) -> bytes:
    from digest.render import share  # its libraries are for sites with share images

    return share.draw(poster, fonts)


def unlettered(digest: Digest, shown: Mapping[str, Poster], fonts: Mapping[str, Source]) -> list[Problem]:
    """Return what keeps share images from showing what they say: files that are no fonts, letters that none has."""
    from digest.render import share  # as above

    faces, problems = [], []
    for source in fonts.values():
        try:
            faces.append(share.face(source.data))
        except ValueError as error:
            hint = "put an OpenType or TrueType font there (.ttf, .otf)"
            problems.append(Problem(Span(source.path), f"this is {error}", hint, "font"))
    drawn = ((entry.article.path, shown[entry.address]) for entry in digest.entries)
    texts = [(path, f"{poster.title} {poster.date}") for path, poster in drawn]
    texts += [(theme.path, theme.title) for theme in digest.themes]
    texts += [(CONFIG, f"{digest.config.title} {digest.config.tagline}")]
    known = share.letters(faces)
    for path, text in texts:
        if letters := share.lacking(text, known):
            message = f"the share image has no letters for {' '.join(letters)}"
            hint = "put a font that has them into templates/fonts/"
            problems.append(Problem.by("share-image", Span(path), message, hint))
    return problems


def _poster(desk: Desk, entry: Entry, words: Words) -> Poster:
    article = entry.article
    aside = SEPARATOR.join(theme.text for theme in desk.theme_links(entry))
    aside = aside or SEPARATOR.join(dict.fromkeys(citation.name for citation in article.sources))
    return Poster(
        site=clipped(desk.site.title, _LONG),
        title=clipped(article.title, _LONG),
        date=words.when(article.date.day).text,
        aside=clipped(aside, _LONG),
        lang=article.lang,
        rtl=direction(article.lang) == "rtl",
    )
