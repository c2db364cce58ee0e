"""English words that say what the word beside them is: roles, times, institutions, verbs of speech, legal forms.

They are what the rules of `names.py`, `places.py` and `variants.py` know of English; in other languages these rules
rest and a match is left as it is.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Small words inside a name: "Bank of Homs", "Rafik bin Ali".
LINKS = _words("of for de del della di da dos du la le von van der den bin ibn bint ben al el")

# Words before or after a name that say what its bearer is, and are no part of it.
ROLES = _words(
    """
    admiral ambassador analyst army attorney ayatollah baron boss brig brigadier cabinet capt captain cardinal ceo cfo
    chair chairman chairwoman chancellor chief co-founder coach col colonel commander commissioner congressman
    congresswoman corporal correspondent councillor count crown dame deputy director doctor dr editor emir emperor
    envoy executive ex-president father foreign founder gen general gov governor head imam inspector judge justice
    king lady leader lieutenant lord lt madam maj major manager marshal mayor minister miss mr mrs ms negotiator
    officer official pope premier president prime prince princess prof professor prosecutor queen rabbi rep
    representative secretary sen senator sergeant sgt sheikh sheik sir speaker spokesman spokesperson spokeswoman
    sultan supreme treasurer undersecretary vice
    """
)
# Ministries and the like, which stand between a country's or body's name and a role: "Israel Defence Minister Katz".
OFFICES = _words("defence defense economy energy finance foreign health interior justice police press security trade")

TIMES = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday
    """
)
# Heads that take "of" and a place's name into a name of their own: "Bank of Homs", "University of Aleppo".
INSTITUTIONS = _words(
    """
    academy archbishop association bank battle bishop bishopric board chamber church club college committee community
    confederation congress council court declaration diocese emirate emirates faculty federation fort front gulf
    hospital institute isle islands isles kingdom league library ministry monastery museum observatory order palace
    parliament party patriarch patriarchate peace port republic school sea siege society strait straits sultanate
    synod treaty union university valley
    """
)
# Words that begin sentences and are no part of the name that follows.
OPENERS = _words(
    """
    a about after again all also although among an and another any are as at because before behind below beside
    between both but by despite during each earlier either even every few for former from further given had has have
    he her here his how however i if in inside instead into is it its just last late later like many meanwhile more
    most much my near neither next no nor not now of off on once one only or other our out outside over past per
    perhaps prior recently several she since so some soon such than that the their then there these they this those
    though through thus to together too two three toward towards under unless until up upon via was we were what when
    where whereas whether which while who whom whose why will with within without would yet you your
    """
)
# What governments do in the news: "Ankara has denied it". The verbs in the forms that follow a subject.
ACTS = _words(
    """
    accepts accepted accuses accused agrees agreed announces announced appeals appealed approves approved argues argued
    backs backed blames blamed calls called claims claimed condemns condemned confirms confirmed considers considered
    criticises criticised criticizes criticized decides decided declares declared declines declined demands demanded
    denies denied denounces denounced deplores deplored expects expected fears feared hopes hoped imposes imposed
    insists insisted intends intended maintains maintained negotiates negotiated objects objected offers offered
    opposes opposed orders ordered pledges pledged plans planned praises praised pressures pressured proposes proposed
    protests protested rejects rejected refuses refused reiterates reiterated replies replied responds responded
    retaliates retaliated says said saying seeks sought signals signalled signaled summons summoned supports supported
    suspects suspected tells told threatens threatened urges urged vows vowed wants wanted warns warned welcomes
    welcomed
    """
)
# What may stand between a subject and its verb.
BEFORE_VERBS = _words(
    """
    also already again always earlier have has had is was will would could may might should must later long not now
    officially once publicly recently repeatedly since still then today yesterday
    """
)
# Deeds done to a government, before its name: "accusing Tel Aviv of".
ADDRESSES = _words(
    """
    accuse accuses accused accusing blame blames blamed blaming condemn condemns condemned condemning criticise
    criticised criticising criticize criticized criticizing denounce denounced denouncing persuade persuaded
    persuading press pressed pressing pressure pressured pressuring tell told telling urge urges urged urging warn
    warns warned warning
    """
)
# What is between governments: "talks between Ankara and Tel Aviv", "the Ankara-Tel Aviv tensions".
RELATIONS = _words(
    """
    accord agreement agreements alliance axis channel contacts coordination deal dialogue diplomacy dispute disputes
    negotiations pact rapprochement relations relationship rift row talks tension tensions ties treaty truce
    """
)
# What a place stands after.
LOCATIVES = _words("across around from in inside into leaving near outside reached reaching throughout toward towards")


def _given_names(groups: str) -> dict[str, tuple[str, ...]]:
    """Map each name to the others on its line; one that stands on several lines is nobody's short form for sure."""
    lines = [line.split() for line in groups.strip().splitlines()]
    places = [name for line in lines for name in line]
    return {
        name: tuple(other for other in line if other != name and places.count(other) == 1)
        for line in lines
        for name in line
        if places.count(name) == 1
    }


# Given names that are one: English short forms, and the romanisations of Arabic, Turkish and Persian ones.
GIVEN_NAMES = _given_names(
    """
    abdallah abdullah
    ahmed ahmad
    aleksandr alexander alex
    andrew andy
    anthony tony
    barbara barb
    benjamin ben
    bernard bernie
    charles charlie chuck
    christopher chris
    daniel dan danny
    david dave
    deborah debbie
    donald don
    edward ed eddie
    elizabeth liz betty
    frederick fred
    gregory greg
    hussein husayn hossein hussain
    ibrahim ebrahim
    jacob jake
    james jim jimmy
    jeffrey jeff
    joseph joe
    joshua josh
    kenneth ken
    khaled khalid
    lawrence larry
    matthew matt
    michael mike
    mohammed muhammad mohamed mohammad mohamad muhammed
    moshe moses
    mustafa mostafa moustafa
    nicholas nick
    osama usama
    peter pete
    philip phil
    rashed rashid
    richard dick rick
    robert bob bobby rob
    ronald ron
    samuel sam
    saleh salih
    stephen steven steve
    susan sue
    thomas tom tommy
    timothy tim
    walid waleed
    william bill billy
    yasser yasir
    youssef yusuf yousef yousuf
    """
)
