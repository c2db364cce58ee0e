import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "netlify.toml"
INSTALL = (
    "python -m pip install --require-hashes -r requirements/runtime.txt && "
    "python -m pip install --no-deps --no-build-isolation . && "
)
KNOWN = {
    "build": {"command", "publish", "environment", "processing"},
    "context": {"branch-deploy", "deploy-preview"},
    "headers": set[str](),
    "redirects": set[str](),
}
PAGE_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def unknown_tables(config: dict[str, Any]) -> set[str]:
    """Names that Netlify would pass over in silence: tables, and what stands in [build] and [context]."""
    known = set(KNOWN) | {f"{table}.{key}" for table, keys in KNOWN.items() for key in keys}
    nested = {f"{table}.{key}" for table in ("build", "context") for key in config.get(table, {})}
    return (set(config) | nested) - known


@pytest.fixture(scope="module")
def resolved() -> Any:
    """What Netlify's own parsers make of netlify.toml."""
    script = Path(__file__).parent / "web" / "netlify.js"
    answer = subprocess.run(["node", script, CONFIG], capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def headers_for(resolved: Any, address: str) -> dict[str, str]:
    """The headers that a request for the address gets; no two rules may set the same one."""
    found: dict[str, str] = {}
    for rule in resolved["headers"]:
        if re.match(rule["matches"], address, re.IGNORECASE):
            assert not found.keys() & rule["values"].keys(), f"two rules set a header of {address}"
            found |= rule["values"]
    return found


def test_no_table_is_unknown() -> None:
    """Netlify ignores a misspelt table, so every name in the file must be one that it knows."""
    assert unknown_tables(tomllib.loads(CONFIG.read_text())) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[biuld]\ncommand = "true"', "biuld"),
        ('[build]\ncomand = "true"', "build.comand"),
        ('[context.deploy_preview]\ncommand = "true"', "context.deploy_preview"),
    ],
)
def test_a_misspelt_table_is_noticed(text: str, name: str) -> None:
    """The check above finds a misspelling wherever one would be ignored."""
    assert unknown_tables(tomllib.loads(text)) == {name}


def test_python_version_is_the_projects_and_quoted() -> None:
    """An unquoted version is a number, and 3.10 would be 3.1."""
    version = tomllib.loads(CONFIG.read_text())["build"]["environment"]["PYTHON_VERSION"]
    assert version == (ROOT / ".python-version").read_text().strip()


@pytest.mark.npm
def test_parsers_find_no_fault(resolved: Any) -> None:
    """Headers and redirects are read without an error."""
    assert resolved["errors"] == []


@pytest.mark.npm
@pytest.mark.parametrize(
    ("context", "build"),
    [
        ("production", "digest build --strict"),
        ("branch-deploy", 'digest build --strict --base-url "$DEPLOY_PRIME_URL"'),
        ("deploy-preview", 'digest build --drafts --base-url "$DEPLOY_PRIME_URL"'),
    ],
)
def test_context_builds_the_site(resolved: Any, context: str, build: str) -> None:
    """Each context installs the lock, builds and publishes site/; only a preview shows drafts."""
    settings = resolved["contexts"][context]
    assert settings["command"] == INSTALL + build
    assert settings["publish"] == str(ROOT / "site")
    assert settings["environment"]["PYTHON_VERSION"] == "3.11"
    assert settings["processing"]["skip_processing"] is True


@pytest.mark.npm
def test_header_paths_begin_with_a_slash(resolved: Any) -> None:
    """A rule whose path lacks its slash may be dropped, so there is none."""
    paths = [rule["path"] for rule in resolved["headers"]]
    assert paths
    assert [path for path in paths if not path.startswith("/")] == []


@pytest.mark.npm
@pytest.mark.parametrize("address", ["/", "/2025/04/baku-talks/", "/assets/style.0f3a.css", "/pagefind/shards.json"])
def test_every_file_is_served_safely(resolved: Any, address: str) -> None:
    """Every address gets the strict policy, which allows nothing inline, and the other safety headers."""
    headers = headers_for(resolved, address)
    assert headers["Content-Security-Policy"] == PAGE_POLICY
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


@pytest.mark.npm
@pytest.mark.parametrize(
    ("address", "caching"),
    [
        ("/assets/style.0f3a.css", "public, max-age=31536000, immutable"),
        ("/pagefind/en/loader/pagefind.js", "public, max-age=0, must-revalidate"),
        ("/", None),  # Netlify's default, which asks anew each time
        ("/2025/04/baku-talks/", None),
        ("/feed.xml", None),
    ],
)
def test_only_hashed_names_are_kept(resolved: Any, address: str, caching: str | None) -> None:
    """A browser may keep a file only when its name changes with its content."""
    assert headers_for(resolved, address).get("Cache-Control") == caching


@pytest.mark.npm
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/themes/diplomacy/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/glossary/hts/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json; charset=utf-8"),
        ("/stories/israel-turkey-syria/feed.json", "application/feed+json; charset=utf-8"),
        ("/glossary.jsonld", "application/ld+json; charset=utf-8"),
        ("/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        ("/sitemap.xml", None),
        ("/2025/04/feed.xml-explained/", None),
    ],
)
def test_machines_get_the_right_type(resolved: Any, address: str, kind: str | None) -> None:
    """Feeds and data name their format and their encoding; pages keep the server's own type."""
    assert headers_for(resolved, address).get("Content-Type") == kind


@pytest.mark.npm
def test_habitual_feed_addresses_lead_to_the_feed(resolved: Any) -> None:
    """Where feed readers look by habit they are sent on for good."""
    sent = {(rule["from"], rule["to"], rule["status"]) for rule in resolved["redirects"]}
    habits = ("/feed", "/rss", "/rss.xml", "/atom.xml", "/index.xml")
    assert sent == {(address, "/feed.xml", 301) for address in habits}
