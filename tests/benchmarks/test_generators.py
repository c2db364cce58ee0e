from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus import compose
from benchmarks.dialects import write_digest
from benchmarks.generators import installed
from digest.build import build
from digest.options import Options


def test_cold_build_finds_nothing_of_former_ones(tmp_path: Path) -> None:
    """Whatever two builds leave in a digest's folder is gone, and the content is not."""
    corpus = compose(3, 2)
    for title in ("Bench", "Another title"):
        write_digest(tmp_path, corpus)
        site = tmp_path / "content" / "site.yaml"
        site.write_text(site.read_text("utf-8").replace("title: Bench", f"title: {title}"), "utf-8")
        build(tmp_path, Options(now=datetime(2030, 1, 1, tzinfo=UTC), search=False))
    assert len(list(tmp_path.iterdir())) > 2
    installed()[0][0].clear(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["content"]
