"""The words, language by language, that stand in angle brackets in a rule's pattern, and make datelines and days.

They are written as they are printed; what compares them with a text makes both comparable first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
# The months from January on, with the ways in which each is written.
MONTHS: Mapping[str, str] = {
    "ar": "يناير|كانون الثاني|جانفي;فبراير|شباط|فيفري;مارس|آذار;أبريل|نيسان|أفريل;مايو|أيار|ماي;يونيو|يونيه"
    "|حزيران|جوان;يوليو|يوليه|يوليوز|تموز|جويلية;أغسطس|آب|أوت|غشت;سبتمبر|أيلول|شتنبر;أكتوبر|تشرين الأول|تشرين أول"
    ";نوفمبر|تشرين الثاني|تشرين ثاني|نونبر;ديسمبر|كانون الأول|كانون أول|دجنبر",
    "ckb": "کانوونی دووەم|کانونی دووەم;شوبات;ئازار|ئادار;نیسان;ئایار|مایس;حوزەیران;تەممووز|تەمموز|تەموز;ئاب"
    ";ئەیلوول|ئەیلول;تشرینی یەکەم;تشرینی دووەم;کانوونی یەکەم|کانونی یەکەم",
    "de": "Januar|Jänner|Jan;Februar|Feb;März|Mär;April|Apr;Mai;Juni|Jun;Juli|Jul;August|Aug;September|Sept|Sep"
    ";Oktober|Okt;November|Nov;Dezember|Dez",
    "en": "january|jan;february|feb;march|mar;april|apr;may;june|jun;july|jul;august|aug;september|sept|sep"
    ";october|oct;november|nov;december|dec",
    "es": "enero|ene;febrero|feb;marzo|mar;abril|abr;mayo|may;junio|jun;julio|jul;agosto|ago;septiembre|setiembre"
    "|sept|sep;octubre|oct;noviembre|nov;diciembre|dic",
    "fa": "ژانویه;فوریه;مارس;آوریل;مه|می;ژوئن;ژوئیه|جولای;اوت|آگوست;سپتامبر;اکتبر;نوامبر;دسامبر",
    "fr": "janvier|janv;février|févr|fév;mars;avril|avr;mai;juin;juillet|juil;août|aout;septembre|sept;octobre"
    "|oct;novembre|nov;décembre|déc",
    "ku": "Çile|Kanûna Duyem|Kanûna Paşîn|Rêbendan;Sibat;Adar;Nîsan|Avrêl;Gulan;Hezîran|Pûşper;Tîrmeh;Tebax"
    "|Gelawêj;Îlon|Rezber;Cotmeh|Çiriya Yekem|Çiriya Pêşîn;Mijdar|Çiriya Duyem|Çiriya Paşîn;Berfanbar"
    "|Kanûna Yekem|Kanûna Pêşîn",
    "tr": "Ocak;Şubat;Mart;Nisan;Mayıs;Haziran;Temmuz;Ağustos;Eylül;Ekim;Kasım;Aralık",
}
# What stands before the name of a writer.
BY: Mapping[str, str] = {
    "ar": "بقلم(?: ال(?:كاتب|صحفي|صحافي)ة?)? ?:?|(?:كتبه?ا?|كتبت|إعداد|أعده|أعدته|تقرير|حوار|تحرير) ?:",
    "ckb": "(?:نووسینی|ئامادەکردنی|بە قەڵەمی|نووسەر|ئا|نووسین|ئامادەکردن|ڕاپۆرت|هەواڵ) ?:",
    "de": "(?:eine? \\w{3,20} )?von|(?:das )?(?:gespräch|interview) führten?"
    "|(?:text|autor|autorin|autoren|bericht|von) ?:",
    "en": "by:?",
    "es": "(?:escrito )?por:?|(?:texto|autora?|redacción|escribe|firma) ?:",
    "fa": "(?:نویسنده|گزارشگر|نوشته|به قلم|خبرنگار|گزارش) ?:|به قلم",
    "fr": "(?:propos recueillis )?par ?:?|(?:texte|auteure?|autrice|rédaction) ?:",
    "ku": "(?:nûçe|nivîs|nivîskar|amadekar|nivîsandin|ji aliyê) ?:",
    "tr": "(?:haber|yazan|yazar|hazırlayan|derleyen|muhabir|röportaj|yazı) ?:",
}
# The words that need no colon before a writer, and what is said to be theirs: "Story by".
BARE_BY = "by|von|par|por"
WROTE = "written|posted|reported|published|story|words|text|report|interview"
# What stands between two writers.
AND: Mapping[str, str] = {
    "ar": "،| و (?=\\S)| و(?!(?:ليد|ائل|سام|سيم|جيه|فاء|ردة|داد|حيد|لاء|هيب|ضاح|فيق|سن|جدان)\\b)",
    "ckb": "،| و ",
    "de": "\\bund\\b",
    "en": "\\band\\b",
    "es": "\\by\\b",
    "fa": "،| و ",
    "fr": "\\bet\\b",
    "ku": "\\bû\\b",
    "tr": "\\bve\\b",
}
# What stands before the day of publication, and before that of a change.
PUBLISHED: Mapping[str, str] = {
    "ar": "(?:تم |تاريخ |وقت )?(?:ال)?نشر(?:ت|ه)?",
    "ckb": "بڵاوکراوەتەوە|بڵاوکردنەوە|بڵاوکرایەوە",
    "de": "veröffentlicht",
    "en": "(?:first |originally )?(?:published|posted|created|issued)",
    "es": "publicad[oa]",
    "fa": "انتشار|منتشر",
    "fr": "publiée?",
    "ku": "weşandin(?:ê)?",
    "tr": "yayın(?:lanma|landı|landığı|a giriş)?",
}
UPDATED: Mapping[str, str] = {
    "ar": "(?:آخر )?و?(?:ال)?تحديث|حدثت?",
    "ckb": "نوێکردنەوە|نوێکراوەتەوە",
    "de": "aktualisiert|zuletzt",
    "en": "(?:last |latest )?(?:updated?|modified|edited|amended)",
    "es": "actualizad[oa]",
    "fa": "به ?روزرسانی",
    "fr": "mise? à jour|modifiée?",
    "ku": "nûkirin(?:ê)?",
    "tr": "güncelle(?:me|ndi|nme)",
}
# The other words of a line that says when, the months aside.
_STAMPS = {
    "ar": "ال(?:اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|أحد)|آخر|تاريخ|بتاريخ|في|يوم|الساعة|منذ|قبل|ساعات|ساعتين|ساعة"
    "|دقائق|دقيقة|دقيقتين|أيام|يومين|أسبوع|توقيت|بتوقيت|غرينتش|جرينتش|مكة|المكرمة|القدس|بغداد|دمشق|صباحا|مساء|ظهرا|ص"
    "|م|مدة|القراءة|قراءة|وقت|للقراءة|عند|على|الموافق|أضيف|أضيفت",
    "ckb": "(?:یەک|دوو|سێ|چوار|پێنج)?شەممە|هەینی|جومعە|لە|ڕێکەوتی|ڕێکەوت|بەروار|بەرواری|کاتژمێر|دوایین|دواین|لەمەوپێش"
    "|لەمەوبەر|پێش|خولەک|ڕۆژ|هەفتە|مانگ|ساڵی|ی|کاتی|خوێندنەوە|بۆ|ب\\.ن|د\\.ن|پ\\.ن",
    "de": "(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mo|di|mi|do|fr|sa|so)\\.|stand|erstellt|letzte"
    "|aktualisierung|am|um|uhr|vom|vor|stunden?|minuten?|min|sekunden|tage?n?|lesezeit|datum|zuerst|geändert|mesz|mez"
    "|und|der|den",
    "es": "lunes|martes|miércoles|jueves|viernes|sábado|domingo|actualización|última|creado|modificado|el|a|las|la|de"
    "|del|hace|horas?|minutos?|min|días?|semanas?|h|hs|cet|cest|gmt|lectura|tiempo|fecha|en|y|edt|est",
    "fa": "(?:یک|دو|سه|چهار|پنج)?شنبه|جمعه|تاریخ|آخرین|ساعت|شده|شد|در|روز|دقیقه|پیش|زمان|مطالعه|خبر|فروردین|اردیبهشت"
    "|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|به|وقت|تهران|گرینویچ|مدت|خواندن",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|posté|créé|mise?|mis|à|jour|màj|le|la|il y a|heures?"
    "|minutes?|min|jours?|semaines?|h|temps|de|lecture|lire|date|dernière|du|et|cet|cest",
    "ku": "(?:yek|du|sê|çar|pênc)?ş[eê]mb?[îê]?y?ê?|înî|îniyê|hat|hate|dîrok|dîroka|dîroka weşanê|roj|roja|di|de"
    "|demjimêr|saet|saetan|li|ser|berî|berê|beriya|xulek|deqe|rojan|dema|xwendinê|dawî|herî",
    "tr": "pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|tarih(?:i)?|son|giriş|oluşturulma|saat|önce|dakika"
    "|dk|sa|gün|hafta|okuma|süresi|haber|tsi|eklenme|ve|okunma",
}
# What a figure of a day may carry, and what may stand between it and the month.
_OF = "(?:st|nd|rd|th|er|ê|emîn|ی|ي|ا)?\\.?[ -](?:de |ê |ی )?"
_NETWORKS = (
    "فيسبوك|فيس بوك|تويتر|إكس|واتساب|واتس ?آب|تلي?غرام|تي?لي?جرام|إنستغرام|إنستجرام|لينكد ?إن|يوتيوب|بينتريست"
    "|ماسنجر|فايبر|تيك توك|البريد الإلكتروني|إيميل|فەیسبووک|تویتەر|واتسئەپ|وەتسئەپ|تێلێگرام|تیلیگرام|ئینستاگرام"
    "|یوتیوب|ئیمێڵ|توییتر|واتس ?اپ|تلگرام|اینستاگرام|ایمیل"
)
_CHANNELS = "قناتنا|صفحتنا|مواقع التواصل|وسائل التواصل|أخبار غوغل|غوغل نيوز"
_SHARING = {
    "ar": "شاركها?|مشاركة|شارك هذا|انشرها?|أرسل|إرسال|طباعة|اطبع|حفظ|احفظ|نسخ|انسخ|تم نسخ|الرابط|رابط|المقال"
    "|الخبر|الموضوع|القصة|التقرير|الصفحة|عبر|على|مع|هذا|هذه|أصدقائك|اضغط|للمشاركة|استمع|المحتوى|تغريد|غرد"
    "|حجم الخط",
    "ckb": "بڵاو(?:ی|ی )?بکەرەوە|بڵاوکردنەوە|هاوبەشی? ?(?:پێ)?(?:بکە|کردن)|شەیر|لەگەڵ|لە|لەسەر|ئەم|هەواڵە?"
    "|بابەتە?|بابەت|لینک|بەستەر|کۆپی ?(?:بکە)?|چاپ ?(?:بکە|کردن)?|بینێرە|ناردن|پاشەکەوت",
    "de": "teilen|teilen sie|auf|per|via|mit|den|diesen|dieser|artikel|beitrag|link|kopieren|kopiert|drucken"
    "|merken|senden|versenden|mail|mailen|twittern|schließen|bei|öffnen|speichern|freunden|url",
    "es": "compartir|comparte|compártelo|en|por|con|el|esta|este|artículo|noticia|enlace|link|copiar|copiado"
    "|imprimir|guardar|enviar|correo|electrónico|tuitear|twittear|vía|amigos|redes|sociales|cerrar|a un amigo",
    "fa": "اشتراک ?گذاری|به|اشتراک|بگذارید|گذاشتن|هم ?رسانی|در|با|این|خبر|مطلب|لینک|کوتاه|کپی|چاپ|ارسال|ذخیره"
    "|برای|دوستان|شد",
    "fr": "partager|partagez|sur|par|via|avec|cet|cette|l'article|article|lien|copier|le|copié|imprimer"
    "|enregistrer|envoyer|e-mail|courriel|mail|tweeter|un|ami|vos|amis|fermer",
    "ku": "parve ?(?:bike|kirin|bikin)|belav ?(?:bike|kirin)|vê|nûçeyê|nûçe|bi|re|li|ser|link|lînk|lînkê|kopî"
    "|kopî bike|çap|çap bike|hevalan|bişîne",
    "tr": "paylaş(?:ın|ım)?|facebook'ta|twitter'da|whatsapp'ta|x'te|ile|bu|haberi|yazıyı|içeriği|bağlantıyı"
    "|bağlantı|linki|link|kopyala|kopyalandı|yazdır|kaydet|gönder|e-posta|arkadaşına|tweetle|abone|beğen",
}
_SCRIPT_NAME = "[^\\W\\d_]{2,}(?:[ -][^\\W\\d_]+){1,4}"
_LATIN_NAME = f"(?-i:[{UPPER}][\\w.'-]*(?: (?:de|da|di|del|la|van|von|der|den|bin|al|el|y|[{UPPER}][\\w.'-]*)){{1,4}})"
_SCRIPT = frozenset({"ar", "ckb", "fa"})


@cache
def vocabulary(lang: str) -> Mapping[str, str]:
    """Return the patterns that words in angle brackets stand for in the rows of a language; by default, in English."""
    if lang == "en" or lang not in MONTHS:
        return _ENGLISH
    month = "|".join(sorted(spellings(lang), key=len, reverse=True))
    figure = r"\d+(?:er|ê|an|ی|ا|m|h\d*)?\b"
    told = f"{PUBLISHED[lang]}|{UPDATED[lang]}|{_STAMPS[lang]}"
    return {
        **_ENGLISH,
        "network": f"{_ENGLISH['network']}|{_NETWORKS}",
        "channel": f"<network>|google|{_CHANNELS}",
        "sharing": f"(?:{_SHARING[lang]})\\b|{_ENGLISH['sharing']}",
        "month": month,
        "stamp": f"(?:(?:{month})(?:[aeêiîی]|an)?|{told})(?:\\b|(?<=\\.))|{figure}|[\\W_]",
        "day": f"(?=.*\\d)(?=.*(?:\\d{_OF}(?:{month})|\\d[:h]\\d\\d|\\b\\d{{1,4}}[./-]\\d{{1,2}}[./-]\\d{{1,4}}))",
        "by": BY[lang],
        "name": _SCRIPT_NAME if lang in _SCRIPT else _LATIN_NAME,
    }


def spellings(lang: str) -> Mapping[str, int]:
    """Return the number of the month for each way in which a language writes it."""
    months = enumerate(MONTHS[lang].split(";"), 1)
    return {spelling: number for number, month in months for spelling in month.split("|")}


_ENGLISH: Mapping[str, str] = {
    "network": "facebook|twitter|linkedin|whatsapp|telegram|instagram|pinterest|reddit|tumblr|flipboard|threads|bluesky"
    "|mastodon|youtube|tiktok|messenger|pocket|snapchat|viber|google news|x\\b|e-?mail|rss",
    "sharing": "<network>|share[sd]?|tweet|pin|print|save|copy|copied|link|to|on|via|by|this|the|article|story|post"
    "|page|clipboard|all|options|sharing|click|\\(opens in new window\\)|close|more|icon|[\\d.,]+k?|[\\W_]",
    "month": "|".join(sorted(spellings("en"), key=len, reverse=True)),
    "stamp": f"<month>|{PUBLISHED['en']}|{UPDATED['en']}"
    "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|last|first|date|time|on|at|and|issue|[ap]\\.?m\\.?|[a-z]?[ecmp][ds]t|et|pt|gmt|utc|bst|ist|cet"
    "|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?|years?|ago|read(?:ing)?|\\d+(?:st|nd|rd|th|h|m|d)?|[\\W_]",
    "name": "(?-i:[A-Z][\\w.'-]*(?: (?:de|da|di|del|la|van|von|der|den|bin|al|el|ter|[A-Z][\\w.'-]*)){0,4})",
    "credited": "getty|reuters|afp|ap|epa|shutterstock|istock|alamy|bloomberg|images|photos?|photograph(?:y|er)?"
    "|pictures?|times|media|press|wire|news|courtesy|handout|file|via|pool|anadolu|pa|unsplash|flickr|wikimedia",
    "wrote": f"{WROTE}|reviewed|edited|compiled",
    "job": "reporter|journalist|editor|correspondent|writer|columnist|contributor|producer|fellow|author|freelancer?"
    "|cover(?:s|ing)|blogger|intern|analyst|president|director|expert|veteran",
    # A quick look saves most lines the others; these begin with the first of the month and the figure, and try no more.
    "day": "(?=.*\\d)(?:(?=(?>.*?\\b<month>\\b).*\\b\\d{1,2}\\b)"
    "|(?=(?>.*?\\b\\d{1,2}(?:st|nd|rd|th)?\\b).*<month>)|(?=.*(?:\\d:\\d\\d|\\d[./-]\\d)))",
}
