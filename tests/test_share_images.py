"""Share images of whole builds: each is drawn once, kept as a file of the site, and never trusted unseen."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from digest import files
from digest.build import Options, examine
from digest.problems import DigestError
from digest.render import Poster, share
from tests.sites import NOW, SMALL, article, built, small, snapshot, write

A, BAKU = "content/articles/a.md", "content/articles/2025-04-09-baku.md"
FONTS = files.builtin_templates() / "fonts"


def image_of(root: Path, page: str) -> Path:
    """The file of a page's share image in the built site."""
    soup = BeautifulSoup((root / "site" / page / "index.html").read_text("utf-8"), "lxml")
    meta = soup.select_one('meta[property="og:image"]')
    assert meta is not None
    return root / "site" / str(meta["content"]).removeprefix("https://example.org/")


def images(root: Path) -> dict[str, int]:
    """The inode of each share image by its name."""
    return {path.name: path.stat().st_ino for path in (root / "site/assets/share").iterdir()}


def test_only_what_changed_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been drawn and still lies in the site as it was is not drawn again; a new title is."""
    drawn: list[str] = []
    draw = share.draw

    def noted(poster: Poster, fonts: tuple[bytes, ...]) -> bytes:
        drawn.append(poster.title)
        return draw(poster, fonts)

    monkeypatch.setattr(share, "draw", noted)
    root = small(tmp_path, {A: article("A")})
    built(root)
    built(write(root, {"content/articles/b.md": article("B", body="HTS.")}))
    built(write(root, {A: article("Another", keys="slug: a")}))
    built(root)
    assert drawn == ["Brief", "A", "Talks in Baku", "B", "Another"]


def test_unchanged_image_stays_the_same_file(tmp_path: Path) -> None:
    """An edit of one title changes that entry's image; the others stay the files that they were."""
    root = small(tmp_path, {A: article("A")})
    built(root)
    former, old = images(root), image_of(root, "2025/04/a").name
    built(write(root, {A: article("Another", keys="slug: a")}))
    new = image_of(root, "2025/04/a").name
    assert len(former) == 3
    assert former.keys() - images(root).keys() == {old}
    assert images(root).keys() - former.keys() == {new}
    assert images(root).items() >= {name: inode for name, inode in former.items() if name != old}.items()


def test_what_changed_in_the_site_is_drawn_again(tmp_path: Path) -> None:
    """Images that were damaged, forged or deleted, and others that somebody put beside them, do not survive a build."""
    root = small(tmp_path, {A: article("A")})
    built(root)
    made = snapshot(root / "site")
    home, a, baku = (image_of(root, page) for page in ("", "2025/04/a", "2025/04/baku"))
    home.unlink()
    a.write_bytes(baku.read_bytes())
    baku.write_bytes(baku.read_bytes()[:-1] + b"x")
    (a.parent / "other.png").write_bytes(b"x")
    built(root)
    assert snapshot(root / "site") == made


def test_entries_that_say_the_same_share_a_file(tmp_path: Path) -> None:
    """Two entries of one day with one title and theme have one image."""
    same = {f"content/articles/{name}.md": article("Talks") for name in "ab"}
    root = small(tmp_path, same)
    built(root)
    assert image_of(root, "2025/04/a") == image_of(root, "2025/04/b")
    assert len(images(root)) == 3
    assert built(root).problems == ()


SWITCHED_OFF = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from digest.build import Options, build
build(Path(sys.argv[1]), Options(now=datetime(2025, 5, 1, tzinfo=UTC), search=False))
print(*sys.modules)
"""


def test_images_can_be_switched_off(tmp_path: Path) -> None:
    """With `share_images: false` nothing is drawn, pages name no image, and what draws is not even loaded."""
    site = SMALL["content/site.yaml"] + "share_images: false\n"
    root = small(tmp_path, {"content/site.yaml": site, A: article("会談")})
    done = subprocess.run([sys.executable, "-c", SWITCHED_OFF, root], capture_output=True, text=True, check=True)
    assert not {"PIL", "uharfbuzz"} & set(done.stdout.split())
    assert not (root / "site/assets/share").exists()
    assert "og:image" not in (root / "site/2025/04/a/index.html").read_text("utf-8")
    assert '"image"' not in (root / "site/2025/04/a/index.html").read_text("utf-8")
    assert built(root).problems == ()


def test_letters_that_no_font_has_are_told(tmp_path: Path) -> None:
    """A warning names the letters and the file that has them: an entry's, a theme's, the site's; once each."""
    given = {
        A: article("Talks 会談"),
        "content/themes/diplomacy.md": "---\ntitle: 外交\n---\n",
        "content/site.yaml": SMALL["content/site.yaml"].replace("Brief", "Brief 報"),
    }
    problems = examine(small(tmp_path, given), Options(now=NOW)).problems
    assert [(problem.span.file, problem.message) for problem in problems if problem.code == "share-image"] == [
        (A, "the share image has no letters for 会 談"),
        ("content/site.yaml", "the share image has no letters for 報"),
        ("content/themes/diplomacy.md", "the share image has no letters for 外 交"),
    ]
    assert {problem.hint for problem in problems} == {"put a font that has them into templates/fonts/"}


def test_fonts_of_ones_own(tmp_path: Path) -> None:
    """A font in `templates/fonts/` takes the place of the built-in one with its name, or is asked after those."""
    root = small(tmp_path)
    built(root)
    former = images(root)
    latin, arabic = ((FONTS / name).read_bytes() for name in ("1-latin.ttf", "2-arabic.ttf"))
    built(write(root, {"templates/fonts/1-latin.ttf": arabic, "templates/fonts/OFL.md": "A licence."}))
    assert not former.keys() & images(root).keys()
    built(write(root, {"templates/fonts/1-latin.ttf": latin, "templates/fonts/OFL.md": None}))
    assert former.keys() == images(root).keys()
    built(write(root, {"templates/fonts/3-more.ttf": latin}))
    assert not former.keys() & images(root).keys()
    assert not [path for path in snapshot(root / "site") if re.search(r"ttf|OFL", path)]


def test_file_that_is_no_font_is_an_error(tmp_path: Path) -> None:
    """What lies among the fonts and is none is told with its path, and the published site stays."""
    root = small(tmp_path, {"templates/fonts/3-hebrew.woff2": b"wOF2 and more"})
    with pytest.raises(DigestError) as caught:
        built(root)
    (problem,) = caught.value.problems
    assert (problem.span.file, problem.message) == (
        "templates/fonts/3-hebrew.woff2",
        "this is not an OpenType or TrueType font",
    )


def test_static_file_cannot_take_an_image_s_place(tmp_path: Path) -> None:
    """A static file where the share images lie is an error that names it, not a lost image."""
    root = small(tmp_path, {"content/static/assets/share": "x"})
    with pytest.raises(DigestError) as caught:
        built(root)
    assert [(problem.code, problem.span.file) for problem in caught.value.problems] == [
        ("address", "content/static/assets/share")
    ]


def test_failed_build_does_not_draw_in_vain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build has drawn before it failed is there for the next one."""
    root = small(tmp_path, {"templates/404.html": "{{ nothing }}"})
    with pytest.raises(DigestError):
        built(root)
    assert not (root / "site").exists()
    (root / "templates/404.html").unlink()
    monkeypatch.setattr(share, "draw", lambda *_, **__: pytest.fail("drawn again"))
    built(root)
    assert len(images(root)) == 2
