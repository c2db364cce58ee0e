"""The rules for Kurdish: Sorani, which is written in Arabic letters, and Kurmanji in Latin ones."""

from __future__ import annotations

from collections.abc import Mapping

SORANI: Mapping[str, str] = {
    "advertisement": r"""
        ڕیکلام(?:ەکان)?|ریکلام(?:ی سپۆنسەرکراو)?|(?:ناوەڕۆکی )?سپۆنسەر(?:کراو)?|هەواڵەکە دوای ڕیکلام بەردەوام دەبێت
        """,
    "share": r"""
        (?:ئەم )?(?:هەواڵە?|بابەتە?|وتارە?|ڕاپۆرتە?) بڵاو ?بکەرەوە(?><sharing>)*+
        (?:ئەم )?(?:هەواڵە?|بابەتە?|وتارە?|ڕاپۆرتە?) (?:بڵاوی? ?بکەنەوە|هاوبەشی? پێ ?بکە|شەیر ?بکە)(?><sharing>)*+
        (?:بڵاوی? ?بکەرەوە|هاوبەشی ?(?:پێ)? ?بکە|شەیری? ?بکە)(?><sharing>)*+
        (?:لینک|بەستەر)(?:ەکە)? ?کۆپی ?(?:بکە|کرا)|کۆپی ?(?:کردنی )?(?:لینک|بەستەر)
        """,
    "share in imports": r"[\W\d]*+(?:<network>|بڵاوکردنەوە|چاپکردن|هاوبەشیکردن)(?><sharing>)*+",
    "newsletter": r"""
        بەشداری? ?(?:لە|بکە لە) .{0,40}(?:نامەی هەواڵ|هەواڵنامە|نیوزلێتەر|بوڵتەن)\w*.{0,60}
        (?:ناوت تۆمار بکە لە|سەبسکرایبی?) .{0,40}(?:نامەی هەواڵ|هەواڵنامە|نیوزلێتەر|بوڵتەن)\w*.{0,60}
        (?:هەواڵنامە|نامەی هەواڵ)(?:ی (?:ڕۆژانە|هەفتانە|ئێمە))?
        """,
    "read-more": r"""
        (?:زیاتر بخوێنەوە|بخوێنەوە|هەروەها بخوێنەوە|بخوێنەرەوە|ئەمەش بخوێنەرەوە|زیاتر ببینە) ?[:|>»–—-]+ ?.{0,200}
        (?:زیاتر|هەروەها|ئەمەش|درێژەی هەواڵ) (?:بخوێنەوە|بخوێنەرەوە|ببینە)|زیاتر(?: لەسەر .{1,40})?
        درێژەی? (?:بابەت|هەواڵ)(?:ەکە)?
        """,
    "comments": r"""
        (?:کۆمێنت|لێدوان|سەرنج|بۆچوون|ڕا)(?:ەکان)?(?:ی خوێنەران)?(?: ?\(?\d+\)?)?|\d+ (?:کۆمێنت|لێدوان|سەرنج)
        (?:کۆمێنت(?:ێک)?|لێدوانێک|سەرنجی خۆت|بۆچوونی خۆت|ڕای خۆت|سەرنج) (?:بنووسە|زیاد بکە|بنێرە|دەرببڕە|بەجێبهێڵە)
        هیچ (?:کۆمێنت|لێدوان|سەرنج)\w* نییە
        """,
    "comment-policy": r"""
        (?:.{0,20} )?(?:کۆمێنت|لێدوان|سەرنج|بۆچوون)\w*\b.{0,80}(?:بڵاوناکرێ|پەسەند|ڕێنمایی|سووکایەت).*
        (?:.{0,20} )?(?:کۆمێنت|لێدوان|سەرنج|بۆچوون)\w*\b.{0,80}(?:بەرپرس|پێداچوونەوە|ناکرێتەوە).*
        ئیمەیڵەکەت بڵاوناکرێتەوە.*
        """,
    "related": r"""
        (?:هەواڵ|بابەت|وتار|ڕاپۆرت)(?:ە|ی|ەکانی)? (?:پەیوەندیدار|هاوشێوە|پەیوەست)(?:ەکان)?
        (?:هەواڵ|بابەت)ی (?:تر|دیکە|زیاتر)|پەیوەندیدار(?:ەکان)?
        (?:زۆرترین|پڕ|دوایین|دواین|نوێترین|تازەترین|گرنگترین) ?(?:خوێندراو|بینراو|بینەر|هەواڵ|بابەت)(?:ە|ەوە)?(?:کان)?
        لەوانەیە (?:بەدڵت|حەزت).{0,30}
        """,
    "watch": r"""
        (?:سەیری? ?بکە|ببینە|گوێ ?بگرە|گوێی لێ بگرە|ڤیدیۆ|ڤیدیۆکە|پەخشی ڕاستەوخۆ|پۆدکاست|ڕاستەوخۆ|گەلەری)(?: ?\d+:\d\d)?
        (?:سەیری|گوێ لە) (?:ئەم )?(?:ڤیدیۆ|بەرنامە|پۆدکاست)\w* ?(?:بکە|بگرە)
        """,
    "follow-us": r"""
        (?:فۆڵۆ(?:ی)?|فۆلۆ(?:مان)?|شوێنمان|لەگەڵمان|بەدواداچوونمان) ?.{0,60}(?:بکە(?:ن)?|بکەون|بن)(?: لە .{1,40})?
        (?:بۆ )?(?:داگرتنی|دابەزاندنی|دابەزێنە) ?.{0,30}(?:ئەپ|ئەپڵیکەیشن)\w*.{0,40}
        """,
    "cookies": r"""
        (?:ئەم |ئێمە )?(?:ماڵپەڕە?|وێبسایتە?)? ?.{0,20}(?:کووکی|کوکی)\w*.{0,60}بەکار ?(?:دەهێن|ئەهێن)\w+.{0,80}
        (?:سیاسەتی|پاراستنی) (?:تایبەتمەندی|کووکی|تایبەتێتی)\w*|مەرجەکانی بەکارهێنان
        """,
    "copyright": r"""
        (?:.{0,60} )?(?:هەموو|سەرجەم|گشت) ?مافە?\w* .{0,60}پارێزراو\w*.{0,60}
        مافی (?:بڵاوکردنەوە|چاپ|لەبەرگرتنەوە).{0,40}پارێزراو\w*
        """,
    "photo-credit": r"""
        (?:وێنە|فۆتۆ|وێنەگر|سەرچاوەی وێنە|سەرچاوە|گرافیک) ?: ?.{1,80}|وێنەی? (?:ئەرشیف|ئەرشیفی|گۆڕاو)(?: .{0,40})?
        .{5,300}[(\[](?:وێنە|فۆتۆ|ئەرشیف|وێنەی ئەرشیف) ?:? ?[\w ]{0,30}[)\]]
        """,
    "timestamp": r"""
        <day>(?!.*\d{5})(?><stamp>)++
        (?=.*(?:لەمەوپێش|لەمەوبەر|بڵاوکر|نوێکر|خوێندنەوە))(?=.*\d)(?!.*\d{5})(?><stamp>)++
        """,
    "byline": r"<by> ?<name>(?: ?[-–|/،] ?.{0,40})?",
    "tags": r"(?:تاگ(?:ەکان)?|هاشتاگ|کلیلە ?وشە(?:کان)?|وشە سەرەکییەکان|وشەی سەرەکی)(?: ?: ?.{0,200})?",
    "menu": r"""
        سەرەتا|سەرەکی|(?:پەڕەی|لاپەڕەی) سەرەکی|گەڕان|بگەڕێ|لیست|مێنۆ|دەربارە(?:ی ئێمە)?|پەیوەندی(?:مان پێوە بکە)?
        چوونەژوورەوە|خۆتۆمارکردن|پێشوو|دواتر|داخستن|بگەڕێوە بۆ سەرەوە|ڕێکلام لەگەڵمان
        """,
    "support": r"""
        (?:پشتگیری(?:مان| ئێمە)? بکە|هاوکاریمان بکە|بەخشین بکە)(?: .{0,60})?|تەنیا بۆ بەشداربووان
        بچۆ ژوورەوە بۆ .{1,40}
        """,
    "contact": r"""
        (?:نامەمان بۆ بنێرە|بۆمان بنووسە|پەیوەندی بە (?:نووسەر|دەستەی نووسەران)ەوە)(?: ?:? .{0,80})?
        (?:پەیوەندیمان پێوە بکەن|هەڵەیەک ڕاپۆرت بکە)(?: ?:? .{0,80})?
        """,
}

KURMANJI: Mapping[str, str] = {
    "advertisement": r"reklam(?:a|ê|an)?|naveroka sponsorkirî|nûçe piştî reklamê (?:berdewam dike|didome)",
    "share": r"""
        (?:vê |ev |vî )?(?:nûçeyê|nûçe|gotarê|nivîsê|babetê) (?:parve|belav) ?bik(?:e|in)(?><sharing>)*+
        (?:parve|belav) ?bik(?:e|in)(?><sharing>)*+
        l[iî]nk(?:ê)? kopî ?bike|l[iî]nk (?:hat|hate) kopîkirin
        """,
    "share in imports": r"[\W\d]*+(?:parvekirin|parve kirin|çap bike|çapkirin)(?><sharing>)*+",
    "newsletter": r"""
        (?:bibe|bibin|bibine) (?:abone|aboneyê|aboneyên?|endam[êe]?) .{0,40}(?:nûçename|bultena?|newsletter)\w*.{0,40}
        nûçename(?:ya (?:me|rojane|heftane))?
        """,
    "read-more": r"""
        (?:zêdetir bixwîne|herwiha bixwîne|bixwîne|vê jî bixwîne|her wiha bixwînin|bixwînin) ?[:|>»–—-]+ ?.{0,200}
        (?:zêdetir|bêhtir|herwiha|her wiha|vê jî) (?:bixwîne|bixwînin|bibîne)|zêdetir|dewama nûçeyê
        """,
    "comments": r"""
        (?:şîrove|şîroveyên? xwîneran|şîroveyên|şîrovekirin)(?: ?\(?\d+\)?)?|\d+ şîrove
        şîrove(?:yekê?|ya xwe|yê)? (?:binivîse|bike|bikin|zêde bike|lê zêde bike|bihêle)
        (?:hêj |hîn )?(?:tu |ti )?şîrove (?:tune(?:ne)?|nînin|nîne)
        """,
    "comment-policy": r"""
        şîrove\w*\b.{0,80}\b(?:weşandin|nayên|heqaret|rêgez|rêzik|pejirandin|berpirs)\w*.*
        (?:navnîşana )?e-?(?:mail|peyam)a te nayê weşandin.*
        """,
    "related": r"""
        (?:nûçeyên?|gotarên?|mijarên?|babetên?) (?:têkildar|eleqedar|din|dişibin|mîna vê|girêdayî)
        (?:nûçeyên? )?(?:herî|zêde|pir) (?:zêde |pir )?(?:hatine )?(?:xwendin|xwendî|temaşekirin|temaşekirî|tê xwendin)
        nûçeyên (?:dawî|nû|dawîn)|(?:dibe ku|belkî) .{0,30}(?:bala te|bi dilê te).{0,20}
        """,
    "watch": r"""
        (?:temaşe bike|temaşe bikin|guhdarî bike|guhdarî bikin)(?: ?\d+:\d\d)?
        (?:lê guhdarî bike|vîdyo|vîdeo|weşana zindî|zindî|podkast|galerî)(?: ?\d+:\d\d)?
        (?:li )?(?:vê )?vî[dy]+(?:y?o|eo)yê temaşe bike
        """,
    "follow-us": r"""
        (?:me )?(?:li ser|di|bi rêya) .{1,60}(?:bişopîne|bişopînin|de bişopîne|de bişopînin)
        me bişopîn(?:e|in)(?: .{0,60})?|(?:aplîkasyona?|sepana?) me (?:daxîne|daxin|daxînin).{0,40}
        """,
    "cookies": r"""
        (?:ev |vê )?(?:malper|em)\w* .{0,20}(?:çerez|cookie|kukî)\w*.{0,60}bi ?kar ?tîn\w+.{0,60}
        (?:siyaseta|polîtîkaya|mercên|şertên) (?:nepenîtiyê|nepeniyê|çerezan|bikaranînê|bikaranînê yên).{0,20}
        """,
    "copyright": r"""
        (?:.{0,60} )?hemû maf(?:ên)? .{0,60}parastî\w*.{0,40}|mafê (?:weşanê|kopîkirinê|çapê) .{0,40}parastî\w*
        """,
    "photo-credit": r"""
        (?:wêne|foto|fotograf|wênegir|çavkanî|jêder|çavkaniya wêneyî|grafîk) ?: ?.{1,80}
        wêneya? (?:arşîvê|arşîv|ji arşîvê)|.{5,300}[(\[](?:wêne|foto|arşîv) ?:? ?[\w ]{0,30}[)\]]
        """,
    "timestamp": r"""
        <day>(?!.*\d{5})(?><stamp>)++|(?=.*(?:berî|berê|beriya|weşandin|nûkirin))(?=.*\d)(?!.*\d{5})(?><stamp>)++
        """,
    "byline": r"<by> ?<name>(?:(?:,| û) <name>){0,3}(?: ?[-–|/,] ?.{0,40})?",
    "tags": r"(?:etîket|etîketên|tag|peyvên (?:sereke|kilîtî|mifte))(?: ?: ?.{0,200})?|(?:etîket|peyvên sereke)",
    "menu": r"""
        serrûpel|destpêk|rûpela (?:sereke|pêşîn)|lêgerîn|lê bigere|lêgere|menû|derbarê me(?: de)?|têkilî
        (?:bi me re )?têkilî(?:yê daynin)?|têkeve|tomar bibe|(?:ya )?(?:pêşî|berê|paşê)|bigire|vegere (?:jor|serî)
        reklam bide
        """,
    "support": r"""
        (?:piştgiriyê? bide(?:n)? (?:me|rojnamegeriya azad)|piştgiriya me bike)(?: .{0,60})?|tenê ji bo aboneyan
        ji bo (?:xwendinê|berdewamiyê) têkeve
        """,
    "contact": r"""
        ji me re binivîs(?:e|in)(?: ?:? .{0,80})?
        (?:bi (?:nivîskar|edîtor|me) re têkiliyê dayn(?:e|in)|şaşiyekê ragihîne)(?: ?:? .{0,80})?
        """,
}
