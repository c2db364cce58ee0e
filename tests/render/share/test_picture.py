from io import BytesIO

from PIL import Image

from digest.render.share.faces import face
from digest.render.share.picture import Picture
from digest.render.share.typeset import Setter
from tests.render.share.letters import FONTS

SETTER = Setter(tuple(map(face, FONTS)), "en", rtl=False)


def read(picture: Picture) -> Image.Image:
    """A picture as other programs read it."""
    return Image.open(BytesIO(picture.png())).convert("RGB")


def test_box_has_its_colour_and_its_edges() -> None:
    """A box fills its pixels and no other."""
    picture = Picture(20, 10, "#fcfbf8")
    picture.box(2, 3, 4, 5, "#8a3312")
    image = read(picture)
    filled = [(x, y) for x in range(20) for y in range(10) if image.getpixel((x, y)) == (0x8A, 0x33, 0x12)]
    assert filled == [(x, y) for x in range(2, 6) for y in range(3, 8)]
    assert image.getpixel((0, 0)) == (0xFC, 0xFB, 0xF8)


def test_letters_stand_on_their_line() -> None:
    """A letter without a descender ends at the base line, begins where the line does, and has its size's height."""
    picture = Picture(200, 100, "#ffffff")
    picture.write(SETTER.line("H"), 50, 20, 80, "#000000")
    place = read(picture).convert("L").point(lambda level: 255 - level).getbbox()
    assert place is not None
    left, top, right, bottom = place
    assert (bottom, top) == (80, 80 - 36)  # capitals are 0.71 em high
    assert 20 <= left < right < 20 + 50


def test_letters_do_not_spoil_each_other() -> None:
    """A point within the box of a letter that is drawn later, beside its strokes, is seen as it was."""
    alone, both = Picture(200, 100, "#ffffff"), Picture(200, 100, "#ffffff")
    for picture in (alone, both):
        picture.write(SETTER.line("."), 40, 80, 30, "#8a3312")
    both.write(SETTER.line("L"), 80, 50, 60, "#000000")
    around = (78, 20, 94, 34)
    assert read(alone).crop(around).getbbox() is not None
    assert read(alone).crop(around).tobytes() == read(both).crop(around).tobytes()
    assert read(alone).tobytes() != read(both).tobytes()


def test_what_lies_outside_is_cut_off() -> None:
    """Letters may stand partly or wholly outside of the picture; a line without letters changes nothing."""
    picture = Picture(30, 30, "#ffffff")
    for x, y in ((-20, 10), (25, 200), (10, -90)):
        picture.write(SETTER.line("HH"), 40, x, y, "#000000")
    picture.write(SETTER.line(""), 40, 0, 0, "#000000")
    picture.write(SETTER.line(" "), 40, 0, 0, "#000000")
    assert read(picture).size == (30, 30)
