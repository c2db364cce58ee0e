from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from benchmarks.plots import plots
from benchmarks.results import Figure, Results, load, save
from benchmarks.tables import put, tables

HERE = Path(__file__).parents[2] / "benchmarks"


def figure(generator: str, *seconds: float, part: str = "builds", work: str = "cold", entries: int = 1000) -> Figure:
    """A figure of a thousand terms."""
    return Figure(
        part=part,
        generator=generator,
        work=work,
        entries=entries,
        terms=1000,
        seconds=seconds,
        megabytes=50,
        files=1234,
    )


RESULTS = Results(
    date="2030-01-01",
    machine="a machine",
    cores=2,
    disk="disk",
    python="3.11.9",
    versions=("Digest 1.0", "Hugo 2.0"),
    titles={"digest": "Digest", "hugo": "Hugo <plain>"},
    absent=("Pelican",),
    figures=(
        figure("digest", 1.0, 4.0, 2.0),
        figure("hugo", 0.5, 0.4, 3.0),
        figure("digest", 10.0, entries=10_000),
    ),
)


def test_table_has_medians_and_ratios() -> None:
    """A row a generator, a median and a ratio a size, a star where it was run once, a dash where it was not run."""
    assert tables(RESULTS)["cold"].splitlines() == [
        "|  | 1,000 entries, s | × Digest's | 10,000 entries, s | × Digest's | files |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| Digest | 2.00 | 1.00 | 10.00 * | 1.00 | 1,234 |",
        "| Hugo <plain> | 0.50 | 0.25 | – | – | – |",
    ]


def test_growth_says_what_an_entry_costs() -> None:
    """Milliseconds an entry, size by size."""
    assert tables(RESULTS)["growth"].splitlines()[2:] == [
        "| 1,000 | Digest | 2.00 | 2.00 | 50 |",
        "| 1,000 | Hugo <plain> | 0.50 | 0.50 | 50 |",
        "| 10,000 | Digest | 10.00 * | 1.00 | 50 |",
    ]


def test_what_was_not_measured_is_said() -> None:
    """A table without figures says so, and a peer that is not installed is named."""
    made = tables(RESULTS)
    assert made["search"] == "*Not measured in this run.*"
    assert made["run"].endswith("Not installed, so not run: Pelican.")


def test_tables_stand_between_their_marks() -> None:
    """A table replaces what is between its marks, whatever it holds, and nothing else."""
    text = "a\n<!-- bench:one -->\nold\n<!-- /bench -->\nb\n<!-- bench:two -->\n<!-- /bench -->\nc\n"
    once = put(text, {"one": r"| \1 |", "two": "| 2 |"})
    assert once == (
        "a\n<!-- bench:one -->\n\n| \\1 |\n\n<!-- /bench -->\nb\n<!-- bench:two -->\n\n| 2 |\n\n<!-- /bench -->\nc\n"
    )
    assert put(once, {"one": r"| \1 |", "two": "| 2 |"}) == once


ONE = "<!-- bench:one -->\n"


@pytest.mark.parametrize(
    "text",
    ["", f"{ONE}<!-- /bench -->\n" * 2, f"{ONE}more\n", f"{ONE}more\n<!-- bench:two -->\n<!-- /bench -->\n"],
    ids=["none", "two", "open", "open before another"],
)
def test_mark_must_be_there_once(text: str) -> None:
    """A table that has no place, or two, or one without an end, is an error: none of the document is lost."""
    with pytest.raises(ValueError, match="bench:one"):
        put(text, {"one": "| 1 |"})


def test_results_survive_their_file(tmp_path: Path) -> None:
    """What is saved is what is loaded."""
    save(tmp_path / "results.json", RESULTS)
    assert load(tmp_path / "results.json") == RESULTS


def test_plots_say_what_they_show() -> None:
    """A plot is well-formed, and has a title and its figures in words for those who can't see it."""
    plot = ET.fromstring(plots(RESULTS)["growth.svg"])
    title, said = (plot.findtext(f"{{*}}{name}") for name in ("title", "desc"))
    assert title == "Cold builds of growing archives"
    assert said == "Digest 2.00 s at 1,000, 10 s at 10,000; Hugo <plain> 0.50 s at 1,000."


def test_scales_are_logarithmic() -> None:
    """Ten times as much is as far on the axis wherever it begins."""
    figures = tuple(figure("digest", size / 100, entries=size) for size in (1000, 10_000, 100_000))
    plot = ET.fromstring(plots(msgspec.structs.replace(RESULTS, figures=figures))["growth.svg"])
    (line,) = plot.findall("{*}polyline")
    (a, b), (c, d), (e, f) = (map(float, point.split(",")) for point in line.attrib["points"].split())
    assert c - a == pytest.approx(e - c, abs=0.2)
    assert b - d == pytest.approx(d - f, abs=0.2)
    assert a < c < e
    assert b > d > f


def test_bars_are_as_long_as_their_figures() -> None:
    """A bar of half the seconds has half the length."""
    figures = tuple(
        figure(name, took, work=work) for name, took in (("digest", 4), ("hugo", 2)) for work in ("cold", "edit")
    )
    plot = ET.fromstring(plots(msgspec.structs.replace(RESULTS, figures=figures))["builds.svg"])
    widths = [float(bar.attrib["width"]) for bar in plot.findall("{*}rect[@rx='2']")]
    assert widths == [widths[0], widths[0] / 2] * 2


def test_readme_is_made_of_the_results() -> None:
    """The tables and plots of the repository are those of the results that are kept beside them."""
    results = load(HERE / "results.json")
    readme = (HERE / "README.md").read_text("utf-8")
    assert put(readme, tables(results)) == readme
    for name, plot in plots(results).items():
        assert (HERE / "plots" / name).read_text("utf-8") == plot
