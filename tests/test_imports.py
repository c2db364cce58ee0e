"""The house's rules: who may know whom, and who may touch the world. `faults` reads them off the code."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "digest"

NOUNS = {"model", "problems"}
ROOMS = {"read", "clean", "annotate", "group", "render"}
DOORS = {
    "__main__",
    "ahead",
    "files",
    "index",
    "listing",
    "publish",
    "memory",
    "store",
    "pagefind",
    "refresh",
    "search",
    "serve",
    "shards",
    "stamp",
    "cli",
    "cli_build",
    "cli_clean",
    "cli_entries",
    "cli_terms",
    "arguments",
    "screen",
    "read.fetch",
}
STORES = {
    "files",
    "index",
    "listing",
    "memory",
    "pagefind",
    "publish",
    "search",
    "searched",
    "shards",
    "stamp",
    "store",
    "workers",
}
BUILD = NOUNS | ROOMS | STORES | {"check", "copies", "looks", "options", "printing", "session", "steps"}
COMMANDS = {"arguments", "options", "screen"}

# What each part of the house may import besides itself and `digest.__version__`. Nobody may import cli.
MAY_KNOW = {
    "": set[str](),
    "problems": set[str](),
    "model": {"problems"},
    **dict.fromkeys(ROOMS, NOUNS),
    "options": NOUNS,
    "files": NOUNS,
    "index": NOUNS | {"files"},
    "listing": NOUNS | {"files"},
    "memory": NOUNS | {"store"},
    "store": NOUNS,
    "publish": NOUNS | {"files", "listing", "searched"},
    "searched": set[str](),
    "pagefind": NOUNS | {"files", "searched"},
    "shards": NOUNS | {"files", "searched"},
    "search": NOUNS | {"files", "pagefind", "searched", "shards"},
    "refresh": NOUNS | {"files", "listing", "search", "searched", "shards"},
    "stamp": NOUNS | {"files", "listing", "memory", "options", "publish"},
    "workers": NOUNS | {"memory"},
    "check": NOUNS | ROOMS,
    "copies": NOUNS | ROOMS | {"memory"},
    "looks": NOUNS | ROOMS,
    "steps": NOUNS | ROOMS | {"copies", "memory"},
    "session": NOUNS | ROOMS | STORES | {"check", "copies", "looks", "options", "steps"},
    "printing": NOUNS | ROOMS | STORES | {"options", "session", "steps"},
    "proof": NOUNS | ROOMS | {"copies", "session", "steps"},
    "ahead": NOUNS | ROOMS | STORES | {"printing", "session"},
    "build": BUILD | {"ahead", "proof"},
    "scaffold": BUILD | {"build"},
    "authoring": BUILD | {"build"},
    "glossary": BUILD | {"build"},
    "linking": NOUNS | {"read", "clean", "annotate", "files", "copies"},
    "serve": BUILD | {"build", "proof"},
    "screen": BUILD | {"build"},
    "arguments": NOUNS | {"read"},
    "cli_build": BUILD | COMMANDS | {"build", "serve"},
    "cli_clean": BUILD | COMMANDS | {"build", "authoring"},
    "cli_entries": BUILD | COMMANDS | {"authoring", "scaffold"},
    "cli_terms": BUILD | COMMANDS | {"build", "glossary", "scaffold"},
    "cli": NOUNS | COMMANDS | {"scaffold"},
    "__main__": {"cli"},
}

# Libraries that one part alone may know.
OWNED = {
    "PIL": "render",
    "ahocorasick_rs": "annotate",
    "jinja2": "render",
    "uharfbuzz": "render",
    "watchfiles": "serve",
}

WORLD = {
    *("glob", "http", "io", "logging", "os", "random", "requests", "shutil", "socket", "sqlite3"),
    *("subprocess", "tempfile", "time", "urllib.request"),
}
CALLS = {"breakpoint", "input", "open", "print"}
CLOCK = {"now", "today", "utcnow"}
FILE_METHODS = {
    *("exists", "glob", "is_dir", "is_file", "iterdir", "mkdir", "open", "read_bytes", "read_text"),
    *("rglob", "rmdir", "touch", "unlink", "write_bytes", "write_text"),
}

# Time zones come from the tzdata package, which is as fixed as our own code.
READS_A_LIBRARY = {"read.dates"}


def part_of(name: str) -> str:
    """The part of the house that a module, named without `digest.`, belongs to."""
    return name.split(".")[0]


def imported(node: ast.AST, siblings: set[str]) -> Iterator[str]:
    """Every name that a statement imports; what comes from the package itself may be a part of it."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        names = [alias.name for alias in node.names]
        inner = [f"{node.module}.{name}" for name in names if node.module != "digest" or name in siblings]
        yield from inner or [node.module]


def unknown_to(name: str, tree: ast.AST) -> Iterator[str]:
    """What a module imports of the package although its part may not know it."""
    part = part_of(name)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield "a relative import"
        for target in imported(node, set(MAY_KNOW)):
            package, _, rest = target.partition(".")
            known = {"", part} | MAY_KNOW[part]
            if part != OWNED.get(package, part):
                yield f"imports {target}"
            if package == "digest" and part_of(rest) not in known:
                yield f"imports {target}"


def touches(name: str, tree: ast.AST) -> Iterator[str]:
    """What a module does that only doors may do; rooms and nouns may not even hold a `Path`."""
    strict = part_of(name) in ROOMS | NOUNS
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield f"calls {node.func.id}()"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            files = set[str]() if name in READS_A_LIBRARY else FILE_METHODS
            if node.func.attr in CLOCK | files:
                yield f"calls .{node.func.attr}()"
        elif isinstance(node, ast.Attribute) and node.attr in ("stdin", "stdout", "stderr", "Path"):
            yield f"uses .{node.attr}"
        for target in imported(node, set(MAY_KNOW)):
            if target.startswith("logging") or (strict and is_world(target)):
                yield f"imports {target}"


def is_world(target: str) -> bool:
    """Whether an imported name is a way to disk, network, clock or chance; bytes in memory are none."""
    if target == "io.BytesIO":
        return False
    return target == "pathlib.Path" or any(target == name or target.startswith(f"{name}.") for name in WORLD)


def faults(name: str, source: str) -> list[str]:
    """Every way in which a module's source breaks the house's rules."""
    tree = ast.parse(source)
    if part_of(name) not in MAY_KNOW:
        return [f"{part_of(name)} is not in MAY_KNOW: say there what it may import"]
    door = any(name == door or name.startswith(f"{door}.") for door in DOORS)
    return [*unknown_to(name, tree), *(() if door else touches(name, tree))]


def module_name(path: Path) -> str:
    """`digest/read/yaml.py` is `read.yaml`, `digest/read/__init__.py` is `read`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=module_name)
def test_module_keeps_the_rules(path: Path) -> None:
    """Rooms know only the nouns, never each other; only doors touch the world; nobody knows cli."""
    assert faults(module_name(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [*sorted(PACKAGE.glob("check/*.py")), PACKAGE / "glossary.py"], ids=module_name)
def test_annotation_is_entered_by_its_door(path: Path) -> None:
    """What judges the glossary takes from annotation only what `digest.annotate` itself offers."""
    tree = ast.parse(path.read_text("utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [module for module in modules if module.startswith("digest.annotate.")]


@pytest.mark.parametrize(
    ("name", "source", "found"),
    [
        ("read.yaml", "from digest.annotate import fold", "imports digest.annotate.fold"),
        ("read.yaml", "from digest import annotate", "imports digest.annotate"),
        ("read.yaml", "import digest.build", "imports digest.build"),
        ("group", "def f():\n    from digest.files import find", "imports digest.files.find"),
        ("model.articles", "from digest.read import text", "imports digest.read.text"),
        ("problems", "from digest.model import Source", "imports digest.model.Source"),
        ("check", "from digest.build import build", "imports digest.build.build"),
        ("check.links", "from digest.files import find", "imports digest.files.find"),
        ("build", "from digest import cli", "imports digest.cli"),
        ("serve", "from digest.cli import main", "imports digest.cli.main"),
        ("cli_terms", "from digest.cli import main", "imports digest.cli.main"),
        ("glossary", "from digest.scaffold import term", "imports digest.scaffold.term"),
        ("render.feeds", "from .. import annotate", "a relative import"),
        ("render.feeds", "open('feed.xml')", "calls open()"),
        ("clean", "print('cut')", "calls print()"),
        ("annotate.entry", "from pathlib import Path", "imports pathlib.Path"),
        ("annotate.entry", "import pathlib\nx = pathlib.Path('x')", "uses .Path"),
        ("annotate.entry", "from datetime import datetime\ndatetime.now()", "calls .now()"),
        ("group.editions", "from datetime import date\ndate.today()", "calls .today()"),
        ("read.fields", "import logging", "imports logging"),
        ("read.fields", "from os import environ", "imports os.environ"),
        ("read.fields", "import urllib.request", "imports urllib.request"),
        ("render.views", "def f(template):\n    return template.read_text()", "calls .read_text()"),
        ("render.views", "import sys\nsys.stderr.write('x')", "uses .stderr"),
        ("build", "import logging", "imports logging"),
        ("build", "def f(root):\n    return (root / 'x').read_bytes()", "calls .read_bytes()"),
        ("build", "from jinja2 import Environment", "imports jinja2.Environment"),
        ("filesystem", "open('x')", "filesystem is not in MAY_KNOW: say there what it may import"),
        ("helpers", "", "helpers is not in MAY_KNOW: say there what it may import"),
    ],
)
def test_broken_rule_is_found(name: str, source: str, found: str) -> None:
    """The check above sees each kind of fault where it is planted."""
    assert faults(name, source) == [found]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("read.yaml", "from digest.model import Source\nfrom digest.problems import Problem"),
        ("read.yaml", "from digest.read.text import Text"),
        ("render", "from digest import __version__"),
        ("read.articles", "from pathlib import PurePosixPath\nfrom datetime import datetime"),
        ("read.articles", "def f(setting):\n    return setting.now"),
        ("read.fetch", "import urllib.request\nurllib.request.urlopen('https://example.org').read()"),
        ("check.links", "from digest.annotate.forms import Form\nfrom digest.check.spelling import distance"),
        ("files", "from pathlib import Path\nPath('x').read_bytes()"),
        ("build", "from pathlib import Path\nfrom digest import annotate, clean, files"),
        ("cli", "print('built')"),
        ("arguments", "from datetime import UTC, datetime\ndatetime.now(UTC)"),
        ("serve.rebuild", "def f(folder):\n    return folder.is_dir()"),
        ("__main__", "from digest.cli import main"),
    ],
)
def test_kept_rule_is_no_fault(name: str, source: str) -> None:
    """What the rules allow is left alone."""
    assert faults(name, source) == []


CLEANED = """
import sys
from digest.clean import clean_body
from digest.clean.rules import rules_for
from digest.clean.rules.rule import _compiled
from digest.model import Body

assert not _compiled.cache_info().currsize, "patterns were compiled on import"
clean_body(Body("Der Fluss trat über die Ufer.\\n\\nKommentare\\n", (1, 2, 3)), {}, lang="de")
needed = {(rule.pattern, rule.lang) for rule in rules_for("de") if rule.safe}
assert 0 < _compiled.cache_info().currsize <= len(needed), "more was compiled than safe rows of the language"
print(*sys.modules)
"""


def test_a_build_loads_and_compiles_only_what_it_needs() -> None:
    """The libraries that read pages and mails are left to imports, and other languages' patterns to their texts."""
    done = subprocess.run([sys.executable, "-c", CLEANED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    readers = {"lxml", "bs4", "trafilatura", "mammoth", "email", "justext", "charset_normalizer"}
    assert not readers & set(done.stdout.split())
