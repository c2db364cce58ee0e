from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageOps

from digest.render.posters import Poster
from digest.render.share import draw
from tests.render.share.letters import FONTS

BAKU = Poster("Levant Brief", "Talks in Baku", "9 April 2025", "Diplomacy", "en", rtl=False)
HOMS = Poster("موجز المشرق", "إسرائيل تقصف قاعدة T4 عام 2025", "9 أبريل 2025", "الأمن", "ar", rtl=True)
LONG = "Envoys of Israel and Turkey, who had not met for a year, end their talks on a deconfliction line " * 4


def image(poster: Poster) -> Image.Image:
    """A share image as other programs read it."""
    return Image.open(BytesIO(draw(poster, FONTS)))


def inked(poster: Poster, area: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """The box of all that is drawn in an area of a poster."""
    part = image(poster).convert("RGB").crop(area)
    return ImageChops.difference(part, Image.new("RGB", part.size, "#fcfbf8")).getbbox()


@pytest.mark.parametrize(
    "poster",
    [BAKU, HOMS, replace(BAKU, title=LONG), replace(BAKU, title="会談 🎉"), Poster("", "", "", "", "en", rtl=False)],
    ids=["short", "arabic", "long", "lacking", "empty"],
)
def test_image_is_what_other_sites_ask_for(poster: Poster) -> None:
    """A share image is a PNG of 1200 x 630 in a small palette and below 30 KB, whatever it says; the same each time."""
    made = image(poster)
    assert (made.format, made.size, made.mode) == ("PNG", (1200, 630), "P")
    assert len(made.getcolors() or ()) <= 1 + 4 * 6
    assert made.info == {}  # no day, no program's name
    assert len(draw(poster, FONTS)) < 30_000
    assert draw(poster, FONTS) == draw(poster, FONTS)


@pytest.mark.parametrize("part", ["site", "title", "date", "aside"])
def test_every_part_is_seen(part: str) -> None:
    """Each of the four texts changes the image."""
    changed = replace(BAKU, **{part: "9 May 2024"})  # type: ignore[arg-type]  # all four are texts
    assert draw(changed, FONTS) != draw(BAKU, FONTS)


def test_right_to_left_posters_are_mirrored() -> None:
    """The bar and the texts stand at the side where reading begins, and the frame is the other one's mirror image."""
    empty = Poster("", "", "", "", "en", rtl=False)
    mirrored = image(replace(empty, rtl=True)).convert("RGB")
    assert ImageOps.mirror(mirrored).tobytes() == image(empty).convert("RGB").tobytes()
    left, right = (0, 140, 600, 500), (600, 140, 1180, 500)
    short = replace(HOMS, title="حمص")
    assert inked(replace(BAKU, title="Baku"), right) is None
    assert inked(short, (20, 140, 600, 500)) is None
    assert inked(short, right)
    assert inked(replace(BAKU, title="Baku"), left)


@pytest.mark.parametrize("title", ["Talks", LONG[:200], LONG, "Donaudampfschifffahrt" * 5, HOMS.title, HOMS.title * 5])
def test_title_stays_in_its_place(title: str) -> None:
    """However long, a title stands between the site's name and the rule, and within the margins."""
    for poster in (replace(BAKU, title=title), replace(HOMS, title=title)):
        edges = [(24, 130, 80, 520), (1120, 130, 1176, 520), (84, 122, 1116, 140), (84, 500, 1116, 520)]
        assert [inked(poster, edge) for edge in edges] == [None] * 4


def test_short_title_is_larger() -> None:
    """The type is as large as the title's length allows: one line of a short title is higher than one of a long."""
    area = (84, 130, 1120, 520)
    short, long = inked(replace(BAKU, title="H"), area), inked(replace(BAKU, title="H " * 200), area)
    assert short
    assert long
    assert short[3] - short[1] == 60  # 0.71 of 84
    assert long[3] - long[1] > 3 * 60


def test_date_and_aside_do_not_touch() -> None:
    """Themes that have no room beside the date lose their end; without a date they begin where it would."""
    poster = replace(BAKU, date="30 September 2025", aside="Security" * 9)
    assert inked(poster, (500, 530, 560, 630)) is None
    assert inked(poster, (560, 530, 1116, 630))
    assert inked(replace(BAKU, date=""), (84, 530, 300, 630))
