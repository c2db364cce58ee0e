import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ("runtime", "dev", "bench", "pelican")
NPM_LOCKS = ("tests/web", "tests/web/lighthouse", "benchmarks/sites/eleventy")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
BENCH = [*PROJECT["dependency-groups"]["bench"], *PROJECT["dependency-groups"]["pelican"]]
RUNTIME = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dask"]]


def locked(name: str) -> list[str]:
    """The requirements of a lock, each on one line with its hashes; comments are left out."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "requirements" / f"{name}.txt").read_text())
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def pins(name: str) -> set[str]:
    """The `name==version ; marker` of each requirement of a lock."""
    return {line.split("--hash")[0].strip() for line in locked(name)}


def workflow(name: str) -> Any:
    """A GitHub workflow as parsed."""
    return yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text())


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_requirement_has_hashes(name: str) -> None:
    """Each line of a lock is one exact release with the hashes of its files."""
    lines = locked(name)
    assert lines
    exact = re.compile(r"[a-z0-9.-]+==[^ ]+( ; [^-]+)?(\s*--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in lines if not exact.fullmatch(line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_place(name: str) -> None:
    """A lock holds neither a host nor a path of the machine it was made on."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    assert re.findall(r"\S*(?:://|--index-url|--find-links|\s/)\S*", text) == []


@pytest.mark.parametrize("folder", NPM_LOCKS)
def test_npm_lock_names_no_place(folder: str) -> None:
    """An npm lock holds versions and hashes, not where they were fetched."""
    text = (ROOT / folder / "package-lock.json").read_text()
    assert '"integrity"' in text
    assert '"resolved"' not in text


def test_locks_agree() -> None:
    """The tests run on the releases that are published with."""
    assert pins("runtime") <= pins("dev")


def test_locks_satisfy_the_project() -> None:
    """No lock is older than what pyproject.toml asks for."""
    versions: dict[str, str] = {}
    for requirement in map(Requirement, pins("dev") | pins("bench") | pins("pelican")):
        versions[canonicalize_name(requirement.name)] = str(requirement.specifier).removeprefix("==")
    groups = PROJECT["dependency-groups"]
    wanted = RUNTIME + groups["build"] + groups["dev"] + BENCH
    requirements = [Requirement(line) for line in wanted if isinstance(line, str)]
    assert [r for r in requirements if versions[canonicalize_name(r.name)] not in r.specifier] == []


def test_what_builds_the_package_is_locked() -> None:
    """The package is installed without build isolation, so the locks must hold its build system."""
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


def test_every_dependency_is_explained() -> None:
    """What the program, its extras and the benchmarks depend on has a heading in the document, and nothing else has."""
    text = (ROOT / "docs" / "decisions" / "dependencies.md").read_text()
    explained = {canonicalize_name(name) for name in re.findall(r"^## (\S+)$", text, re.MULTILINE)}
    npm = json.loads((ROOT / "benchmarks" / "sites" / "eleventy" / "package.json").read_text())["devDependencies"]
    assert explained == {canonicalize_name(Requirement(r).name) for r in RUNTIME + BENCH} | set(npm)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as for a release: from the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return zipfile.ZipFile(next(out.glob("*.whl")))


def test_wheel_holds_code_and_templates(wheel: zipfile.ZipFile) -> None:
    """A wheel made from the source distribution holds every module and template, and nothing else."""
    expected = {
        folder + path.relative_to(source).as_posix()
        for source, folder in ((ROOT / "digest", "digest/"), (ROOT / "templates", "digest/templates/"))
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert any(name.startswith("digest/templates/") for name in expected)
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == expected


def test_wheel_installs_the_command(wheel: zipfile.ZipFile) -> None:
    """Installing the wheel puts `digest` on the path."""
    entry_points = next(name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt"))
    assert "digest = digest.__main__:run" in wheel.read(entry_points).decode()


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("site", "digest build"),
        ("serve", "digest serve"),
        ("check", "digest check"),
        ("test", "-m pytest"),
        ("bench", "-m benchmarks"),
        ("lint", "/mypy"),
    ],
)
def test_make_target_runs_its_command(target: str, command: str) -> None:
    """Each target that the documents name exists and ends in the command it stands for."""
    answer = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert command in answer.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", ["test.yml", "pages.yml"])
def test_workflow_may_do_little(name: str) -> None:
    """A workflow starts with the right to read and asks for more only in the job that needs it."""
    assert workflow(name)["permissions"] == {"contents": "read"}


def test_workflow_tests_every_supported_python() -> None:
    """The tests run on each Python that the package says it supports."""
    classifiers = PROJECT["project"]["classifiers"]
    supported = [c.rpartition(" ")[2] for c in classifiers if c.startswith("Programming Language :: Python :: 3.")]
    assert workflow("test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"] == supported


def test_pages_are_built_for_their_address() -> None:
    """A project's page lies under a path, so the build is told the address that GitHub gives it."""
    steps = workflow("pages.yml")["jobs"]["build"]["steps"]
    build = next(step for step in steps if "make site" in step.get("run", ""))
    assert "--base-url $BASE_URL" in build["run"]
    assert build["env"]["BASE_URL"] == "${{ steps.pages.outputs.base_url }}/"
    assert any(step.get("id") == "pages" for step in steps)
