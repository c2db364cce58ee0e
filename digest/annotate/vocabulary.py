"""English words that say what the word beside them is: roles, times, institutions, verbs of speech, legal forms.

They are what the rules of `names.py`, `places.py` and `variants.py` know of English; in other languages these rules
rest and a match is left as it is.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(text.split())


# Small words inside a name: "Bank of Homs", "Rafik bin Ali".
LINKS = words("of for de del della di da dos du la le von van der den bin ibn bint ben al el")

# Words before or after a name that say what its bearer is, and are no part of it.
ROLES = words(
    """
    admiral adviser advisor ambassador analyst army attorney aunt ayatollah baron boss brig brigadier brother
    cabinet capt captain cardinal ceo cfo chair chairman chairwoman chancellor chief co-founder coach col colonel
    commander commissioner congressman comrade congresswoman corporal correspondent councillor count cousin crown
    dame deputy director doctor dr editor emir emperor envoy executive ex-president father foreign founder gen
    general gov governor head imam inspector judge justice king lady leader lieutenant lord lt madam maj major
    manager marshal mayor minister miss mother mr mrs ms negotiator officer official pope premier president prime
    prince princess prof professor prosecutor queen rabbi rep representative secretary sen senator sergeant sgt
    sheikh sheik sir sister speaker spokesman spokesperson spokeswoman sultan supreme treasurer uncle undersecretary
    vice
    """
)
# Ministries and the like, which stand between a country's or body's name and a role: "Israel Defence Minister Katz".
OFFICES = words("defence defense economy energy finance foreign health interior justice police press security trade")

TIMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday
    """
)
# Heads that make a name of their own of a name beside them, and of one after "of": "Homs Health Directorate",
# "Bank of Homs".
INSTITUTIONS = words(
    """
    academy administration agency airlines airport airways alliance archbishop army assembly association authority
    bank battalion battle bishop bishopric board brigade brigades bureau center centre chamber church club coalition
    college command commission committee community company confederation congress corps council court dam
    declaration department diocese directorate division emirate emirates exchange faculty federation force forces
    fort foundation front fund group guard guards gulf hospital institute institution islands isle isles kingdom
    lake league library ministry mission monastery mount movement museum network observatory office order
    organisation organization palace parliament party patriarch patriarchate peace police port program programme
    radio republic river school sea service services siege society strait straits street sultanate syndicate synod team
    times treaty tribunal tv union university valley
    """
)
# The same in Turkish, Kurdish, German, French and Spanish, folded.
INSTITUTIONS_ELSEWHERE = words(
    """
    ajansi bakanligi bankasi barosu belediyesi birligi dernegi gucleri hastanesi havalimani komitesi konseyi koleji
    kurumu meclisi mudurlugu ordusu partisi universitesi vakfi valiligi
    banka partiya zaningeha
    akademie bank flughafen hochschule universitat zentralbank
    academie aeroport banque hopital universite
    academia aeropuerto banco hospital universidad
    """
)
# Words that begin sentences and are no part of the name that follows.
OPENERS = words(
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


def _verbs(text: str) -> frozenset[str]:
    """Regular verbs in the forms that follow a subject: "deny", "denies", "denied"."""
    forms = set[str]()
    for verb in text.split():
        stem = verb[:-1] + "i" if verb.endswith("y") else verb.removesuffix("e")
        forms |= {verb, f"{stem}es" if verb.endswith(("y", "ss", "sh", "ch")) else f"{verb}s", f"{stem}ed"}
    return frozenset(forms)


# What governments do in the news: "Ankara has denied it".
ACTS = _verbs(
    """
    accept accuse agree announce appeal approve argue ask back believe blame call claim comment condemn confirm consider
    criticise criticize decide declare decline demand deny denounce deplore expect express fear hope impose insist
    intend maintain negotiate object offer oppose order pledge praise pressure propose protest refuse reiterate reject
    rely reply respond retaliate signal summon support suspect threaten urge vow want warn welcome
    act aim assure authorise authorize block choose deploy dismiss dispatch dispute fund halt inform intervene invite
    launch lift mull pardon postpone pursue ratify recall recognise recognize release resume sanction send stress
    supply suspend veto violate weigh
    """
) | words(
    """
    ban bans banned chose cut cuts expel expels expelled let lets plan plans planned said saw say says see sees seek
    seeks sent signalled sought tell tells told withdraw withdraws withdrew withheld withhold withholds
    """
)
# What may stand between a subject and its verb.
BEFORE_VERBS = words(
    """
    also already again always did do does earlier have has had is was will would could may might should must later
    long not now officially once publicly recently repeatedly since still then today yesterday
    again both early ever just late meanwhile never nevertheless nonetheless only simply soon therefore though thus too
    """
)
# After these stands what somebody does ("will send") or is doing ("is sending").
MODALS = words("can cannot could did do does may might must shall should will would")
BEINGS = words("are be been is was were")
# What stands before "to" and a verb without being the verb: "is ready to send", "continues to send".
BEFORE_INFINITIVES = words(
    """
    able about appears began begins continue continued continues due eager expected going keen likely poised prepared
    ready reluctant said seems set started starts supposed tried tries try trying unable unlikely unwilling willing
    """
)
# What a place undergoes or is, though its verb may have an object: "Homs will see snow".
UNDERGOES = words(
    """
    be become begin belong celebrate change come contain continue cover die enjoy experience face fall feel gain get go
    grow have host lie live look lose mark mourn need receive recover remain rise run see seem serve smell stand start
    stay suffer survive turn undergo wake win witness
    """
)
# Words before a name that is no subject: "the Ankara protests".
DETERMINERS = words("a an another any every her his its my no our some such the their these this those your")
# Deeds done to a government, before its name: "accusing Tel Aviv of".
ADDRESSES = words(
    """
    accuse accuses accused accusing blame blames blamed blaming condemn condemns condemned condemning criticise
    criticised criticising criticize criticized criticizing denounce denounced denouncing persuade persuaded
    persuading press pressed pressing pressure pressured pressuring tell told telling urge urges urged urging warn
    warns warned warning
    ask asked asking asks assure assured assuring assures inform informed informing informs praise praised praises
    praising sanction sanctioned sanctioning sanctions thank thanked thanking thanks
    """
)
# What somebody is made or asked to do: "obliges Tehran to stop".
OBLIGES = _verbs(
    """
    allow ask cause challenge commit compel direct enable encourage expect force instruct invite lead mean oblige
    order permit prompt push remind request require trust want
    """
) | words("allowing asking compelling expecting forbade forbid forbids forcing led obliging pushing wanting")
# What is done by whoever is in a place, and not by its government: "Damascus-based".
OF_THE_PLACE = words("based bred centered centred educated headquartered listed located named raised registered sized")
# What is between governments: "talks between Ankara and Tel Aviv", "the Ankara-Tel Aviv tensions".
RELATIONS = words(
    """
    accord agreement agreements alliance axis channel contacts coordination deal dialogue diplomacy dispute disputes
    negotiations pact rapprochement relations relationship rift row talks tension tensions thaw ties treaty truce
    """
)
# What only a government has: "Ankara's foreign policy".
POSSESSED = words(
    """
    allies ally ambassador concern concerns consent demand demands envoy government interests objection objections
    permission policy position proposal proposals request response stance support threat threats
    ambitions army forces leaders leadership military minister ministers officials president program programme regime
    rulers sanctions troops
    """
)
# What a place stands after, and what keeps a name from being the subject of what follows.
LOCATIVES = words("across around from in inside into leaving near outside reached reaching throughout toward towards")
PREPOSITIONS = LOCATIVES | words("about against at by for of on over than to under via with without")


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
# These and more, none of the latter an ordinary word or a place as well: with them a sentence begins with a person.
KNOWN_GIVEN_NAMES = frozenset(GIVEN_NAMES) | words(
    """
    aaron abdel abraham adam adnan agnes aisha alan albert alfred ali alice amir amy ana andrea angela ann anna anne
    annie antonio antony arthur ashraf audrey avigdor ayman aziz barry beatrice bernadette beth bilal binyamin brian
    brigitte bruce carl carla carlos carmen carol caroline catherine claire clara claude claudia colin connor
    cynthia dennis diana diane diego dmitri dmitry donna dorothy douglas duncan dylan edgar edith edwin eleanor
    elena ellen emil emily emine emma emmanuel eric erik erika ernest esther ethan eugene eva evelyn fatima felix
    fernando fiona francis franco francois frank franz friedrich gabriel gary gavin geoffrey george georges gerald
    gerard giorgi gloria gordon graham guillaume gustav hakan hamid hamza hannah hans harold harriet harry harvey
    hasan hassan heather heinrich helen helmut henri henry herbert hilary hillary howard hugh hugo ian ignacio igor
    ingrid irene isaac isabel isaiah ismail ivan jack jacqueline jamal jan jane janet jean jennifer jeremy jerome
    jessica joan joanna joaquin joel johann john jon jonathan jorge jose josef juan judith julia julian julie karen
    karim karl kate katherine kathleen keith kevin khalil kurt laura lauren leila leo leon leonard leonid leroy
    leslie lewis liam linda lisa lloyd lorenzo louis louise lucas lucy luis luke magdalena mahmoud malcolm manuel
    marco margaret maria mariam marie mario marta martha martin martina mary maryam massoud maurice mehdi mehmet
    melissa miguel mikhail mikheil miriam mona monica muriel murray nadia naftali nancy natalie nathan nathaniel
    neil nelson nigel nikolai nina noah noel nora norman olga oliver omar oscar otto owen pablo pamela patricia
    patrick paul paula pauline pedro pierre rachel ralph ramon rania raymond rebecca recep rene reza rifaat roger
    roland rosa rosemary roy rudolf rupert russell ruth sabine salim sally salma salman samantha samir samira sandra
    sara sarah sean sebastian serge sergei sergey sharon sheila shimon simon sofia sophie stanley stefan stella
    stewart stuart sven tamara tariq tayyip terence teresa terry theodore theresa thierry tina todd ursula valerie
    vanessa vera veronica victor viktor vincent vladimir walter warren wayne wendy werner whitney wilhelm winston
    wolfgang xavier yair yasmin yitzhak yoav yossi yves yvonne zaid zeynep
    """
)
