"""`content/site.yaml` -> Config."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import get_args
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from digest.model import CONFIG, Config, EditionLength, LinkPolicy, Mentions, Reference
from digest.problems import RULES, Problem, Severity, did_you_mean
from digest.read import dates, yaml
from digest.read.fields import Fields
from digest.read.text import Text

PATH = CONFIG
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")  # of BCP 47: language, script, region


def read_site(text: Text, cleaning_rules: Collection[str]) -> tuple[Config, list[Reference], list[Problem]]:
    """Return the site's settings; `cleaning_rules` are the names that `clean.rules` may switch."""
    tree, found = yaml.parse(text, text.content)
    problems = list(found)
    references: list[Reference] = []
    if not isinstance(tree, yaml.Mapping):
        if not problems:
            problems.append(Problem(text.span(1, 1), "site.yaml holds no keys", "give title: and base_url:", "missing"))
        return Config(), references, problems
    fields = Fields(text, tree, problems, references)
    clean, rules = _clean(fields, cleaning_rules)
    config = Config(
        title=fields.string("title", required=True),
        base_url=_base_url(fields),
        tagline=fields.string("tagline"),
        language=_language(fields),
        timezone=_timezone(fields),
        edition=fields.choice("edition", EditionLength, Config.edition),
        page_size=fields.number("page_size", Config.page_size, least=1),
        feed_size=fields.number("feed_size", Config.feed_size, least=1),
        share_images=fields.flag("share_images", default=Config.share_images),
        navigation=_navigation(fields),
        links=_links(fields),
        clean=clean,
        rules=rules,
        report_errors=_place_of_reports(fields),
        checks=_checks(fields),
    )
    fields.done()
    return config, references, problems


def _place_of_reports(fields: Fields) -> str:
    """Return where errors are reported; `{url}` in it is filled in for each page, and nothing else is."""
    place = fields.url("report_errors", schemes=("mailto", "http", "https"))
    for found in re.findall(r"\{\w*\}", place.replace("{url}", "")):
        fields.fault("report_errors", f"nothing is filled in for {found}", "{url} stands for the address of the page")
    return place


def base_url(url: str) -> str:
    """Return where a site is, with a slash at its end; ValueError for what can't be a site's address.

    A password in it would be published, and a path that begins with two slashes leads to another host.
    """
    parts = urlsplit(url)
    has_place = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
    if not has_place or "//" in parts.path or parts.query or parts.fragment:
        raise ValueError(f'"{url}" is not where a site can be')
    return url.rstrip("/") + "/"


def language_tag(fields: Fields, key: str, default: str) -> str:
    """Return a language by its BCP 47 tag, such as `en`, `ckb` or `pt-BR`."""
    tag = fields.string(key, default)
    if tag != default and not is_language(tag):
        fields.fault(key, f'unknown language "{tag}"', "a tag such as en, ar, tr, ckb or pt-BR, in this spelling")
        return default
    return tag


@lru_cache
def is_language(tag: str) -> bool:
    """Whether a BCP 47 tag, in its usual spelling, names a language whose dates and plural forms are known."""
    if not _TAG.fullmatch(tag):
        return False
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _language(fields: Fields) -> str:
    return language_tag(fields, "language", Config.language)


def _base_url(fields: Fields) -> str:
    if not fields.has("base_url"):
        fields.string("base_url", required=True)
        return Config.base_url
    url = fields.url("base_url")
    try:
        return base_url(url) if url else Config.base_url
    except ValueError as error:
        fields.fault("base_url", str(error), "write it as https://example.org/")
        return Config.base_url


def _timezone(fields: Fields) -> str:
    name = fields.string("timezone", Config.timezone)
    try:
        dates.zone(name)
    except ValueError as error:
        fields.fault(
            "timezone",
            f"{error}{did_you_mean(name, dates.zone_names())}",
            "a name such as Asia/Baghdad or UTC",
        )
        return Config.timezone
    return name


def _navigation(fields: Fields) -> tuple[str, ...]:
    """Sections of the site and standing pages, by name."""
    if not fields.has("navigation"):
        fields.strings("navigation")
        return Config.navigation
    return fields.references_of("navigation", "page")


def _links(fields: Fields) -> LinkPolicy:
    glossary = fields.child("glossary")
    if glossary is None:
        return LinkPolicy()
    policy = LinkPolicy(
        mentions=glossary.choice("mentions", Mentions, LinkPolicy().mentions),
        density=glossary.number("density", LinkPolicy().density),
        per_paragraph=glossary.number("per_paragraph", LinkPolicy().per_paragraph),
    )
    glossary.done()
    return policy


def _clean(fields: Fields, known: Collection[str]) -> tuple[bool, dict[str, bool]]:
    """Whether texts are cleaned at all, and the rules that are switched."""
    clean = fields.child("clean")
    if clean is None:
        return True, {}
    enabled, rules = clean.flag("enabled", default=True), clean.child("rules")
    clean.done()
    return enabled, _clean_rules(rules, known) if rules else {}


def _clean_rules(rules: Fields, known: Collection[str]) -> dict[str, bool]:
    for name in rules:
        if name not in known:
            rules.note(rules.keys.items[name][0], f'unknown cleaning rule "{name}"{did_you_mean(name, known)}')
    return {name: rules.flag(name, default=True) for name in rules if name in known}


def _checks(fields: Fields) -> dict[str, Severity]:
    checks = fields.child("checks")
    if checks is None:
        return {}
    for name in checks:
        if name not in RULES:
            checks.note(checks.keys.items[name][0], f'unknown check "{name}"{did_you_mean(name, RULES)}')
    severities = {name: checks.choice(name, Severity, RULES[name]) for name in checks if name in RULES}
    return {name: severity for name, severity in severities.items() if severity in get_args(Severity)}
