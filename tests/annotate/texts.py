"""Markdown by chance: names of the fixtures' glossary among all the marks that may break, hide or forge one."""

from hypothesis import strategies as st

NAMES = [
    *("HTS", "Hay’at Tahrir al-Sham", "Hay'at", "Tahrir", "al-Sham", "Scientific Studies", "and Research Center"),
    *("SSRC", "T4", "Tiyas Air Base", "US", "US Air", "U.S.", "Israel", "Katz", "Homs", "buffer zone", "deconfliction"),
    *("Assad", "Bashar", "Erdogan", "thyroxine", "SANA", "ypg", "Baku", "هيئة تحرير الشام", "FDD", "no-fly", "zone"),
]
SIGNS = [
    *(" ", " ", " ", "\n", "\n\n", ".", ". ", ", ", "’s", "s", "-led", "anti-", "(", ")", "“", "é", "\u0331", "\u00ad"),
    *(
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "\\",
        "|",
        "<",
        ">",
        "&amp;",
        "&#97;",
        "&shy;",
        "&#10;",
        "&nbsp;",
        "&copy",
    ),
    *("[", "]", "](/x/)", "](https://e.example)", "[[", "]]", "[[homs|", "[[homs]]", "[[t4-air-base|the base]]"),
    *("[[!", "![", "](/x.png)", "](//x.example/x.png)", "[^1]", "\n\n[^1]: ", "^[", "<https://e.example/Homs>", "<b>"),
    *(
        "\n# ",
        "\n## ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n    ",
        "\n```\n",
        "\n---\n",
        "\n| a | b |\n|---|:-:|\n| ",
        "\n[Homs]: /x",
    ),
]

texts = st.lists(st.sampled_from(NAMES + SIGNS), max_size=30).map("".join)
