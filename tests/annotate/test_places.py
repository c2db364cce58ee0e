import pytest

from digest.annotate.places import in_place, is_metonym
from tests.annotate.reading import ALL, annotation, page, readable
from tests.golden import Example


@pytest.mark.parametrize("example", page("places"), ids=lambda example: example.title)
def test_places(example: Example) -> None:
    """The page of examples for names that stand for a place, and for names that stand for its government."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ankara] has since denied it", True),
        ("that [Ankara] has no intention of war", True),
        ("accusing [Tel Aviv] of theft", True),
        ("Tensions between [Ankara] and Tel Aviv", True),
        ("technical talks between Ankara and [Tel Aviv]", True),
        ("the Ankara-[Tel Aviv] tensions", True),
        ("ties with [Ankara]", True),
        ("[Ankara] would reject it", True),
        ("[Ankara] did not comment", True),
        ("[Ankara] and Moscow agreed to meet", True),
        ("[Ankara]'s foreign policy", True),
        ("According to [Damascus], it is so", True),
        ("Pressure on [Ankara] grew", True),
        ("A spokesman in [Ankara] said so", False),
        ("Two men from [Homs] said so", False),
        ("The mayor of [Ankara] has said so", False),
        ("[Ankara]'s airport", False),
        ("[Ankara] is a city", False),
        ("[Ankara] has two airports", False),
        ("the road between [Ankara] and Konya", False),
        ("He spoke in [Ankara] of theft", False),
        ("[Ankara]", False),
        ("[Ankara] on Monday summoned the envoy", True),
        ("[Ankara] reportedly told Moscow", True),
        ("[Ankara], meanwhile, denied it", True),
        ("[Ankara], which backs the rebels", True),
        ("[Ankara], which has long backed the rebels, was silent", True),
        ("[Ankara] will send troops", True),
        ("[Moscow] is weighing a reply", True),
        ("[Moscow] is weighing whether to reply", True),
        ("The deal obliges [Tehran] to stop enrichment", True),
        ("[Damascus]-backed fighters left", True),
        ("The pro-[Damascus] militia", True),
        ("anti-[Ankara] protests", True),
        ("Damascus-[Moscow]-backed deal", True),
        ("[Ankara] did not send troops", True),
        ("[Ankara] won't send troops", True),
        ("[Ankara] hasn't said so", True),
        ("Will [Tehran] retaliate?", True),
        ("Did [Tehran] send arms?", True),
        ("[Ankara] must choose", True),
        ("[Ankara] late on Sunday night expelled two", True),
        ("[Ankara] this week recalled its ambassador", True),
        ("[Ankara] in a statement rejected it", True),
        ("[Ankara] for its part denied it", True),
        ("[Ankara], for its part, denied it", True),
        ("[Ankara] (a member of NATO) refused", True),
        ("[Ankara] – a member of NATO – refused", True),
        ("[Ankara], the capital, rejected it", True),
        ("[Ankara], Moscow and Tehran agreed", True),
        ("Ankara, Moscow and [Tehran] agreed", True),
        ("[Tehran] is ready to negotiate", True),
        ("[Tehran] is expected to send missiles", True),
        ("[Tehran] continues to enrich uranium", True),
        ("[Tehran] has to stop enrichment", True),
        ("[Tehran] can enrich uranium", True),
        ("[Tehran] is now enriching uranium", True),
        ("The US wants [Tehran] to stop", True),
        ("They called on [Tehran] to stop", True),
        ("asked [Ankara] for help", True),
        ("[Ankara] is accused of theft", True),
        ("[Ankara], whose troops are there", True),
        ("[Ankara] has since Monday refused to talk", True),
        ("[Ankara] in April 2025 signalled that", True),
        ("[Ankara] strongly and openly rejected it", True),
        ("[Ankara] on Monday was covered in snow", False),
        ("[Ankara], which lies on a plateau, is cold", False),
        ("[Ankara], which lies on a plateau,", False),
        ("[Homs] will be rebuilt", False),
        ("[Homs] is being rebuilt", False),
        ("[Homs] is burning", False),
        ("[Homs] will never recover", False),
        ("[Homs] will never fully recover", False),
        ("[Homs] will see snow tomorrow", False),
        ("[Homs] will fall to the rebels", False),
        ("[Homs] will need years to recover", False),
        ("[Homs] will have a new airport", False),
        ("[Homs] will host the final", False),
        ("[Homs] is seeing a rise in prices", False),
        ("[Homs] is home to nine million", False),
        ("[Homs] is considered safe", False),
        ("[Homs] is said to be safe", False),
        ("[Homs] is expected to fall", False),
        ("[Homs] is growing fast", False),
        ("[Homs] is recovering from the war", False),
        ("[Homs] is slowly waking up", False),
        ("[Homs] has been rebuilt", False),
        ("[Homs] remains calm", False),
        ("[Homs]-born writer", False),
        ("[Homs]-based company", False),
        ("the [Homs]-Hama road", False),
        ("the mayors of Homs and [Ankara] said so", False),
        ("residents of [Homs] and Hama said so", False),
        ("After visiting [Ankara], Putin said so", False),
        ("Visiting [Ankara], Putin and Erdogan agreed", False),
        ("He flew to [Tehran] to stop the war", False),
        ("He left [Tehran] to join them", False),
        ("expected [Homs] to fall", False),
        ("The [Homs] protests continue", False),
        ("The [Ankara] demands", False),
        ("[Homs], a city of ruins, was quiet", False),
        ("[Homs], Hama and Aleppo were quiet", False),
        ("[Homs], which was bombed, is quiet", False),
        ("[Homs] (the old town) was quiet", False),
        ("[Damascus] woke to explosions", False),
        ("[Homs] could soon be rebuilt", False),
        ("[Homs] did not fall", False),
        ("[Homs] did not fall on Monday", False),
        ("[Homs] was hit by shells", False),
        ("[Homs] stood", False),
        ("[Homs] will celebrate the feast", False),
        ("[Homs] on Monday woke to explosions", False),
        ("[Ankara] reportedly has two airports", False),
        ("[Ankara], meanwhile, has two airports", False),
        ("[Homs] is facing a shortage", False),
        ("[Homs] will sleep again", False),
        ("[Homs] will vote on Sunday", False),
        ("[Homs] will become a symbol", False),
        ("fighting around Homs and [Hama] forced them", False),
        ("He met them in [Ankara], officials said", False),
        ("He met them in [Ankara], which denied it", False),
        ("The road to [Homs], which they said was closed", False),
    ],
)
def test_metonym(text: str, expected: bool) -> None:
    """A city that acts, is acted on, or is one side of a relation stands for a government."""
    start, end = text.index("["), text.index("]") - 1
    assert expected == is_metonym(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[HOMS], Syria - Shells fell", True),
        ("[HOMS] (AFP) — Shells fell", True),
        ("He lives in [Homs]", True),
        ("to the north of [Homs]", True),
        ("The mayor of [Homs]", False),
        ("[Homs] - a city", False),
        ("[HOMS] is a city", False),
    ],
)
def test_place(text: str, expected: bool) -> None:
    """A place stands in a dateline, after words such as "in", and after a direction."""
    start, end = text.index("["), text.index("]") - 1
    assert expected == in_place(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize("text", ["Ankara" + " on Monday" * 9999, "A " * 20000 + "Ankara, " + "a'- " * 20000])
def test_long_text(text: str) -> None:
    """However long the text is, only what stands near the name is looked at."""
    start = text.index("Ankara")
    assert not is_metonym(text, start, start + len("Ankara"))
