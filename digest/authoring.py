"""What authors do with single files: import one, clean one, have one explained."""

from __future__ import annotations

import codecs
import mimetypes
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from digest import build, clean, files
from digest.annotate import Explanation, fold_name, forms_of, short_forms_of
from digest.clean import Repaired
from digest.clean.draft import Draft, to_markdown
from digest.clean.verdicts import Verdict, fates, spared
from digest.model import Body, Config, Source
from digest.problems import DigestError, Problem, Span, did_you_mean
from digest.read import frontmatter, read
from digest.read.fields import Fields
from digest.read.site import read_site
from digest.read.text import Text, decode

_GLOSSARY = f"{files.CONTENT}/glossary/"
_THEMES = f"{files.CONTENT}/themes/"
LEAST_KEPT = 2 / 3  # share of an import's words below which the author is asked first


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft, the bytes that it was made of, and the suffix of a file that holds them."""

    draft: Draft
    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file's text before and after cleaning, and what was cut and mended; `reason` says why it was left alone.

    `data` is the text after cleaning as bytes with the file's own line ends and mark at its beginning; `body` is the
    clean text without the front matter.
    """

    before: str
    after: str
    data: bytes
    body: Body
    verdicts: tuple[Verdict, ...] = ()
    repairs: tuple[Repaired, ...] = ()
    reason: str = ""


def import_draft(source: str, home: Path, *, url: str, encoding: str, keep_all: bool, captions: bool) -> Imported:
    """Return a draft of a file, an address or (`-`) standard input, by the rules of the digest in `home`.

    DigestError when nothing can be made of it, or when the digest's settings are wrong.
    """
    from digest.clean.intake import draft_of  # its libraries take longer to load than most commands to run

    rules = settings(home).rules
    charset, kind = encoding, ""
    if is_address(source):
        from digest.read.fetch import fetch  # no other command needs the network's libraries

        fetched = fetch(source)
        data, charset, kind, url = (
            fetched.data,
            encoding or fetched.charset,
            fetched.content_type,
            url or fetched.url,
        )
    else:
        data = files.read(source)
    if encoding:
        _expect_encoding(source, data, encoding)
    draft = draft_of(
        data,
        rules,
        url=url,
        charset=charset,
        content_type=kind,
        keep_all=keep_all,
        captions=captions,
        origin=source,
    )
    return Imported(_sound(draft), data, _suffix(source, kind, data))


def write_draft(imported: Imported, path: Path, original: Path | None) -> None:
    """Write a draft, and what it was made of where that is wanted; DigestError when either file exists."""
    if original:
        files.expect_free(original)
    files.write_new(path, to_markdown(imported.draft))
    if original:
        files.write_new(original, imported.data)


def _expect_encoding(source: str, data: bytes, encoding: str) -> None:
    """Raise a DigestError where an input is not in the encoding that the author says; mails have their own."""
    from digest.clean.decode import unfit  # as above
    from digest.clean.kinds import kind_of

    kind = kind_of(data, name=source, charset=encoding)
    if kind in ("page", "text") and (place := unfit(data, encoding)):
        hint = "leave --encoding out, or name another"
        raise DigestError(Problem(Span(source, *place), f"this is not in the encoding {encoding}", hint, "import"))


def _sound(draft: Draft) -> Draft:
    errors = [problem for problem in draft.problems if problem.is_error]
    if errors:
        raise DigestError(*errors)
    return draft


def _suffix(source: str, kind: str, data: bytes) -> str:
    guessed = ".html" if data.lstrip()[:1] == b"<" else ".txt"
    if is_address(source):
        return mimetypes.guess_extension(kind) or guessed
    return Path(source).suffix or guessed


def stem(source: str) -> str:
    """Return the name of what is imported without its suffix: of an address, the last part; nothing for `-`."""
    path = unquote(urlsplit(source).path).rstrip("/") if is_address(source) else source
    return "" if source == "-" else PurePosixPath(path).stem


def is_address(source: str) -> bool:
    """Whether an import comes from the network."""
    return source.lower().startswith(("http://", "https://"))


def clean_file(file: Path) -> Cleaned:
    """Return what cleaning makes of an entry's file, by the rules of its digest; DigestError when it can't be read."""
    data = files.read(str(file))
    text, problems = decode(Source(str(file), data))
    parts, found = frontmatter.split(text)
    if problems or found:
        raise DigestError(*problems or (_with_import_named(problem, file, text) for problem in found))
    config = settings(files.home_of(file))
    fields = Fields(text, parts.keys, [], []) if parts.keys else None
    if fields and not fields.flag("clean", default=True):
        return Cleaned(text.content, text.content, data, parts.body, reason="the entry says clean: false")
    if not config.clean:
        return Cleaned(text.content, text.content, data, parts.body, reason="site.yaml says clean: {enabled: false}")
    lang = fields.string("lang", config.language) if fields else config.language
    result = clean.clean_body(parts.body, config.rules, lang=lang)
    start = parts.body.lines[0] - 1 if parts.body.lines else len(text.lines)
    after = "\n".join((*text.lines[:start], result.body.text)).rstrip("\n") + "\n"
    if result.body == parts.body:
        reason = f"line {parts.body.line(0)}: not cleaned: {result.reason}" if result.reason else ""
        return Cleaned(text.content, text.content, data, parts.body, reason=reason)
    verdicts = fates(result.removals)
    return Cleaned(text.content, after, _in_the_manner_of(data, after), result.body, verdicts, result.repairs)


def _with_import_named(problem: Problem, file: Path, text: Text) -> Problem:
    """Return what is wrong with an entry, with what else to do with a file that is none."""
    if text.content.startswith(frontmatter.FENCE) or not text.content.strip():
        return problem
    hint = f"`digest import {file}` makes an entry of it, and `digest clean --explain {file}` says what that takes out"
    return replace(problem, hint=hint)


def explain_cleaning(file: Path) -> tuple[tuple[Verdict, ...], str]:
    """Return what becomes of each line of a file that a rule knows, and why none does where that has a reason.

    An entry is cleaned as a build cleans it; what has no front matter is read as an import reads it. DigestError when
    it can't be read.
    """
    rules = settings(files.home_of(file)).rules
    data = files.read(str(file))
    if data.removeprefix(codecs.BOM_UTF8).startswith(frontmatter.FENCE.encode()):
        result = clean_file(file)
        left = () if result.reason else spared(result.body, rules, entry=True)
        return tuple(sorted((*result.verdicts, *left), key=lambda verdict: verdict.line)), result.reason
    from digest.clean.intake import draft_of  # as above

    draft = _sound(draft_of(data, rules, origin=str(file)))
    return (*fates(draft.removals, draft), *spared(Body(draft.body), rules, entry=False)), ""


def _in_the_manner_of(data: bytes, text: str) -> bytes:
    """Encode a text with the line ends and the byte order mark that a file has."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in data else text).encode()


def explain_file(file: Path, now: datetime) -> tuple[Explanation, ...]:
    """Return the explanations of an entry's file; DigestError when it lies in no digest or can't be read."""
    root, place = files.home_of(file), file.resolve()
    if not place.is_relative_to(root.resolve()):
        hint = "name an entry below content/articles/"
        raise DigestError(Problem(Span(str(file)), "this file lies in no digest", hint, "missing"))
    return build.explain(root, place.relative_to(root.resolve()).as_posix(), build.Options(now=now))


def concerns(item: Explanation, term: str | None) -> bool:
    """Whether an explanation is about a term, given by its slug or a spelling; all are where none is given."""
    if term is None:
        return True
    return term in (item.term, *item.others) or fold_name(item.surface).casefold() == fold_name(term).casefold()


def unknown_term(file: Path, name: str, now: datetime) -> str:
    """Return what to say of a name that no term of an entry's digest has, by slug or form; nothing where one has it."""
    sources, _, _ = files.find(files.home_of(file))
    terms = read((source for source in sources if source.path.startswith(_GLOSSARY)), now)[0].terms
    forms = (form.text for term in terms for form in (*forms_of(term), *short_forms_of(term)))
    if any(name == term.slug for term in terms) or fold_name(name).casefold() in map(str.casefold, forms):
        return ""
    return f'no term "{name}"{did_you_mean(name, (known for term in terms for known in (term.slug, *term.all_names)))}'


def theme_slugs(root: Path) -> tuple[str, ...]:
    """Return the themes that an entry in `root` may name."""
    sources, _, _ = files.find(root)
    return tuple(PurePosixPath(source.path).stem for source in sources if source.path.startswith(_THEMES))


def settings(home: Path) -> Config:
    """Return the settings of the digest in `home`; DigestError when they are wrong."""
    site = files.site_of(home)
    if site is None:
        return Config()
    text, unread = decode(site)
    config, _, found = read_site(text, clean.RULE_NAMES)
    if errors := [problem for problem in (*unread, *found) if problem.is_error]:
        raise DigestError(*errors)
    return config
