"""Words that abbreviations are read by: what they skip, what leads to them, what they are often the names of.

Where a language is not said it is English; there the rules that need its words rest, and letters alone decide.
"""

from __future__ import annotations

from digest.annotate.vocabulary import words

# Articles, prepositions and conjunctions of the languages that names in the news come from.
FUNCTION_WORDS = words(
    """
    a an and & as at by for from in into of on onto or over per the to upon with within without
    au aux da das de del della den der des di die do dos du e ed ein eine el en et für i il la las le les lo los mit
    och og sur u und van voor von vom y zu zum zur
    ad al ash at az bin bint ibn li min ul ve wa wal
    """
)
# Those that stand within the long forms of abbreviations, where more does than in other names (`vocabulary.LINKS`):
# "Union of Journalists", "Justice and Development Party", but not "Journalists in Damascus".
JOINTS = FUNCTION_WORDS - words("a an as at by from in into or over per to with within without")

# Which digit a word stands for: "two-factor authentication (2FA)".
DIGITS = {
    word: str(number)
    for number, names in enumerate(
        ("one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh"), 1
    )
    for word in names.split()
}

# What leads to a short form or follows it: "also known as SDF", "SDF for short".
LEADS = words(
    """
    a.k.a. abbr. abbreviated abbreviation acronym acronyms aka also and as best better by called collectively commonly
    for formally from generally henceforth her hereafter herein hereinafter his i.e. in initials its known meaning
    means named officially often or otherwise popularly referred short shortened simply stands the their to under
    usually which widely
    """
)
# As in "in German: DLR" and "by the Turkish acronym MHP".
LANGUAGES = words(
    """
    Arabic Armenian Azerbaijani Bulgarian Chinese Croatian Czech Danish Dari Dutch English Farsi Finnish French German
    Greek Hebrew Hindi Hungarian Indonesian Italian Japanese Korean Kurdish Kurmanji Latin Malay Norwegian Pashto
    Persian Polish Portuguese Romanian Russian Serbian Sorani Spanish Swedish Turkish Ukrainian Urdu
    """
)

# Heads of the names of what is known by a short form, in the singular.
HEADS = words(
    """
    academy administration agency airbase airfield airport alliance army assembly association authority bank base
    battalion board brigade bridge bureau center centre chamber club coalition college command commission committee
    company confederation congress convention corporation corps council court crossing department directorate division
    federation field force foundation front fund group guard headquarters highway hospital initiative institute
    ministry mission movement network observatory office organisation organization parliament party police prison
    program programme regiment school secretariat service society squadron station syndicate tribunal troop union unit
    university
    """
)
# Whose bodies are named after them: "People's Protection Units", but the party alone in "Erdogan's Party".
OWNERS = words("people's women's men's children's")

# Agencies: what stands in brackets behind a place, or at a report's end, credits them and explains nothing.
CREDITS = words("AFP ANHA AP BBC CNN DHA DPA EFE EPA IRNA SANA TASS UPI")
# What stands in brackets behind an institution and says something else about it than what it is called.
ASIDES = CREDITS | words("FALSE FRG GDR NOT NYSE RSA TRUE UAE USA USSR")
