import os
from pathlib import Path

import pytest

from digest.files import State
from digest.listing import Listing, Made, state
from tests.sites import write

FILES = {"index.html": "home", "2025/04/a/index.html": "a", "2025/04/b/index.html": "b"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with some files."""
    return write(tmp_path / "site", FILES)


def listed(folder: Path) -> Listing:
    """The listing of its files, each made of its own text."""
    made = {}
    for path, text in FILES.items():
        found = state(f"{folder}/{path}")
        assert found is not None
        made[path] = Made(text.encode(), found)
    return Listing(made).timed(folder)


def test_listing_is_kept(folder: Path, tmp_path: Path) -> None:
    """What was put into a file comes out of it; of a file that is none of ours comes nothing."""
    kept = tmp_path / "cache/listing"
    listed(folder).save(kept)
    loaded = Listing.load(kept)
    assert (loaded.made, loaded.folders) == (listed(folder).made, listed(folder).folders)
    for data in (b"", b"garbage", kept.read_bytes()[:-3]):
        kept.write_bytes(data)
        assert Listing.load(kept).made == {}
    assert Listing.load(tmp_path / "none").made == {}


def test_file_is_known_by_what_it_was_made_of(folder: Path) -> None:
    """A file is there for the parts that it was made of, and for no others."""
    listing = listed(folder)
    assert listing.holds(folder, "index.html", b"home")
    assert not listing.holds(folder, "index.html", b"other")
    assert not listing.holds(folder, "none.html", b"home")


def test_file_that_somebody_touched_is_not_trusted(folder: Path) -> None:
    """A file that was written, exchanged or deleted since is not there any more."""
    listing = listed(folder)
    (folder / "index.html").write_text("hole")
    (folder / "2025/04/a/index.html").unlink()
    (folder / "2025/04/b/index.html").unlink()
    write(folder, {"2025/04/b/index.html": "b"})
    assert not any(listing.holds(folder, path, text.encode()) for path, text in FILES.items())


def test_what_somebody_put_there_is_found(folder: Path) -> None:
    """Files and folders that no build made are found in whatever folder they were put; what stands apart is none."""
    listing = listed(folder)
    assert list(listing.strays(folder, {"pagefind"})) == []
    write(folder, {"x.txt": "", "2025/04/a/x.txt": "", "2025/x/y.txt": "", "pagefind/x.js": ""})
    found = {path.relative_to(folder).as_posix() for path in listing.strays(folder, {"pagefind"})}
    assert found == {"x.txt", "2025/04/a/x.txt", "2025/x"}


def test_folder_is_looked_into_only_where_it_changed(folder: Path) -> None:
    """A folder whose time is as it was holds what it held: that is why a look at thousands is cheap."""
    listing = listed(folder)
    before = (folder / "2025").stat()
    write(folder, {"2025/x.txt": ""})
    os.utime(folder / "2025", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert list(listing.strays(folder, set())) == []


def test_link_in_place_of_a_folder_is_no_folder(folder: Path, tmp_path: Path) -> None:
    """Files would be written through it, so a link is told like whatever else somebody has put there."""
    listing = listed(folder)
    (folder / "2025/04").rename(tmp_path / "elsewhere")
    (folder / "2025/04").symlink_to(tmp_path / "elsewhere")
    assert list(listing.strays(folder, set())) == [folder / "2025/04"]


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x"])
def test_listing_never_leads_out(tmp_path: Path, path: str) -> None:
    """A listing that somebody has made up to have files elsewhere deleted is none."""
    Listing({path: Made(b"", State(0, 0, 0))}).save(tmp_path / "listing")
    assert Listing.load(tmp_path / "listing").made == {}
