"""`content/articles/**/*.md` -> Article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from digest.model import (
    Article,
    Body,
    Citation,
    Config,
    Correction,
    Image,
    Meaning,
    Mentions,
    Moment,
    Reference,
    Source,
    slugify,
)
from digest.problems import Problem
from digest.read import dates
from digest.read.fields import Fields
from digest.read.frontmatter import split
from digest.read.site import language_tag
from digest.read.text import Text, decode

_DATED = re.compile(r"(\d{4}-\d\d-\d\d)[-_]?")


@dataclass(frozen=True, slots=True)
class Written:
    """An article as its author wrote it: what its keys say, its body, the names that it refers to, what is wrong.

    `article` is None where its keys can't be read. It is `undated` where the day on which it is read is its date.
    """

    article: Article | None
    body: Body
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article's meaning hangs on besides its file: the site's language and zone; today, if nothing dates it."""

    language: str
    timezone: str
    today: date

    @classmethod
    def of(cls, config: Config, now: datetime) -> Setting:
        """Take what articles need of the site's settings."""
        return cls(config.language, config.timezone, now.astimezone(dates.zone(config.timezone)).date())

    @property
    def zone(self) -> tzinfo:
        """The site's time zone."""
        return dates.zone(self.timezone)


def read_article(source: Source, setting: Setting) -> Written:
    """Return what an article's file says."""
    text, unreadable = decode(source)
    if unreadable:
        return Written(None, Body(), (), unreadable)
    parts, found = split(text)
    if parts.keys is None:
        return Written(None, parts.body, (), found)
    references: list[Reference] = []
    fields = Fields(text, parts.keys, problems := list(found), references)
    article, undated = _article(text, fields, setting)
    return Written(article, parts.body, tuple(references), tuple(problems), undated)


def _article(text: Text, fields: Fields, setting: Setting) -> tuple[Article, bool]:
    """Return the article, and whether nothing dates it."""
    draft = fields.flag("draft", default=False)
    given = fields.moment("date", setting.zone, required=not draft)
    named = given or _date_of_name(text, setting)
    when = named or _today(setting)
    publish = fields.moment("publish", setting.zone)
    glossary = fields.child("glossary")
    article = Article(
        path=text.path,
        slug=fields.slug("slug") or _slug_of(text, fields),
        title=fields.string("title", required=True),
        date=when,
        updated=_updated(fields, given, setting),
        publish=publish or when,
        expires=_expires(fields, publish or given, setting),
        draft=draft,
        themes=fields.references_of("themes", "theme", required=not draft),
        sources=citations(fields, required=not draft),
        summary=fields.string("summary"),
        note=fields.prose("note"),
        story=fields.reference("story", "story"),
        authors=fields.strings("authors"),
        lang=language_tag(fields, "lang", setting.language),
        image=_image(fields),
        dateline=fields.string("dateline"),
        agency=fields.string("agency"),
        aliases=fields.addresses("aliases"),
        corrections=_corrections(fields),
        clean=fields.flag("clean", default=True),
        mentions=glossary.choice("mentions", Mentions, None) if glossary else None,
        skip=frozenset(glossary.references_of("skip", "term")) if glossary else frozenset(),
        senses=_senses(glossary) if glossary else (),
    )
    if glossary:
        glossary.done()
    fields.done()
    return article, named is None


def citations(fields: Fields, *, required: bool = False) -> tuple[Citation, ...]:
    """Return the `sources` of an article or a term."""
    found = []
    for item in fields.children("sources", required=required):
        found.append(
            Citation(
                name=item.string("name", required=True),
                url=item.url("url"),
                title=item.string("title"),
                published=item.day("published"),
                archived=item.url("archived"),
            )
        )
        item.done()
    return tuple(found)


def _date_of_name(text: Text, setting: Setting) -> Moment | None:
    """The date that a file's name begins with."""
    named = _DATED.match(text.stem)
    try:
        return dates.parse_moment(named[1], setting.zone) if named else None
    except ValueError:
        return None


def _today(setting: Setting) -> Moment:
    return dates.parse_moment(setting.today.isoformat(), setting.zone)


def _updated(fields: Fields, start: Moment | None, setting: Setting) -> Moment | None:
    """The time of the last change, which can't lie before the date; the same day is fine."""
    moment = fields.moment("updated", setting.zone)
    if moment and start and moment.at < start.at and (moment.exact or moment.day != start.day):
        fields.fault("updated", f'"updated" ({moment.iso}) lies before {start.iso}', "check both dates")
    return moment


def _expires(fields: Fields, start: Moment | None, setting: Setting) -> Moment | None:
    """The time from which it is no longer shown, a day's beginning where a day is given."""
    moment = fields.moment("expires", setting.zone)
    if moment and start and moment.at <= start.at:
        fault = f'"expires" ({moment.iso}) does not lie after {start.iso}: it would never be shown'
        fields.fault("expires", fault, "check both dates")
    return moment


def _slug_of(text: Text, fields: Fields) -> str:
    """The file's name without its date; the folder's for an `index.md`."""
    folder, _, name = text.path.rpartition("/")
    stem = folder.rpartition("/")[2] if text.stem == "index" else text.stem
    slug = slugify(_DATED.sub("", stem, count=1) or stem)
    if not slug:
        fields.note(
            fields.keys,
            f'no slug can be made from the file\'s name "{name}"',
            "add slug: … in the letters a-z",
            "slug",
        )
    return slug


def _image(fields: Fields) -> Image | None:
    image = fields.child("image")
    if image is None:
        return None
    src = image.string("src", required=True)
    if src and (not src.startswith("/") or src.startswith("//") or "\\" in src):
        image.fault("src", f'"{src}" does not lie in this site', "put it into content/static/ and write /name.jpg")
    found = Image(src, image.string("alt", required=True), image.string("credit"))
    image.done()
    return found


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    found = []
    for item in fields.children("corrections"):
        item.string("date", required=True)
        day, note = item.day("date"), item.string("note", required=True)
        item.done()
        found.append(Correction(day or date.min, note))
    return tuple(found)


def _senses(glossary: Fields) -> tuple[Meaning, ...]:
    senses = glossary.child("senses")
    if senses is None:
        return ()
    return tuple(Meaning(form, senses.reference(form, "term"), senses.place(form)) for form in senses)
