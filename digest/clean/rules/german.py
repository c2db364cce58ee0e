"""The rules for German."""

from __future__ import annotations

from collections.abc import Mapping

GERMAN: Mapping[str, str] = {
    "advertisement": r"""
        anzeigen?|werbung|(?:artikel|text) wird nach (?:der|dieser) (?:anzeige|werbung) fortgesetzt
        weiter nach der (?:anzeige|werbung)|nach der (?:anzeige|werbung) weiterlesen
        (?:gesponserte?r?|bezahlte?r?) (?:inhalt|beitrag)e?|sponsored content
        """,
    "share": r"""
        (?:diesen |den )?(?:artikel|beitrag|text|inhalt|seite) (?:teilen|drucken|merken|versenden)(?><sharing>)*+
        (?:diesen |den )?(?:artikel|beitrag|text|inhalt|seite) (?:verschicken|empfehlen|per mail)(?><sharing>)*+
        teilen(?: sie)?(?><sharing>)*+
        (?:auf|per|via|bei) (?:<network>|mail) (?:teilen|versenden|senden|empfehlen)(?><sharing>)*+
        link (?:kopieren|kopiert|wurde kopiert)
        """,
    "share in imports": r"""
        [\W\d]*+(?:drucken|merken|merkliste|versenden|kopieren|link kopieren|speichern)(?><sharing>)*+
        """,
    "newsletter": r"""
        (?:jetzt )?(?:kostenlos |hier )?(?:abonnieren|bestellen)\b.{0,90}\bnewsletter\b.{0,80}
        (?:jetzt )?(?:(?:melden|registrieren) sie sich|anmelden)\b.{0,90}\bnewsletter\b.{0,80}
        (?:.{0,60}\b)?newsletter (?:abonnieren|bestellen|anmelden|anmeldung)|(?:unser |zum |der )?newsletter
        """,
    "newsletter in imports": r"""
        (?:.{0,100}\b)?(?:direkt|täglich|kostenlos|jeden \w+) .{0,40}in ihr(?:em)? (?:e-mail-)?postfach.{0,40}
        """,
    "read-more": r"""
        lesen sie (?:auch|mehr|hier|dazu|dazu auch) ?[:|>»–—-]+ ?.{0,200}
        (?:mehr (?:dazu|zum thema|lesen)|weiterlesen|lesen sie weiter|mehr lesen|auch interessant) ?[:|>»–—-]+ ?.{0,200}
        lesen sie (?:auch|mehr|weiter)|mehr lesen|weiterlesen
        mehr (?:dazu|anzeigen)|jetzt weiterlesen
        (?:den )?(?:ganzen|vollständigen) (?:artikel|text|beitrag) lesen
        """,
    "comments": r"""
        (?:leser)?kommentare?(?: zum artikel)?(?: ?\(?\d+\)?)?|\d+ kommentare?
        (?:einen )?kommentar (?:schreiben|verfassen|hinterlassen|abgeben)
        (?:schreiben|hinterlassen) sie (?:einen|den ersten) kommentar
        (?:alle )?kommentare (?:anzeigen|lesen|laden|ansehen)|(?:noch )?keine kommentare
        (?:diskutieren|reden) sie mit|jetzt kommentieren
        die kommentarfunktion .{0,60}(?:geschlossen|deaktiviert).{0,20}
        """,
    "comment-policy": r"""
        (?=.*\b(?:kommentar\w*|diskussion\w*)\b).*\b(?:netiquette|moderier\w*|freigeschaltet|freischalt\w*)\b.*
        (?=.*\b(?:kommentar\w*|diskussion\w*)\b).*\b(?:beleidig\w*|nutzungsbedingungen|angemeldet|anmelden)\b.*
        (?=.*\b(?:kommentar\w*|diskussion\w*)\b).*\bregistrier\w*\b.*
        ihre e-mail-adresse wird nicht veröffentlicht.*|erforderliche felder .*
        """,
    "related": r"""
        (?:mehr|alles) (?:zum thema|zu diesem thema|aus .{1,30}|über .{1,30}|zu .{1,30})
        (?:ähnliche|verwandte|weitere|empfohlene|passende) (?:artikel|themen|beiträge)
        (?:ähnliche|verwandte|weitere|empfohlene|passende) (?:nachrichten|meldungen|inhalte|links)
        zum thema
        meistgelesen|meist gelesen|am häufigsten gelesen|meistgelesene artikel|beliebt|top-?themen|auch interessant
        das könnte (?:sie|dich) (?:auch )?interessieren
        lesen sie (?:jetzt|als nächstes)|nächster artikel|empfehlungen der redaktion
        (?:aktuelle|neueste|neuste|letzte|wichtigste) (?:nachrichten|meldungen|artikel|beiträge|videos|themen)
        """,
    "watch": r"""
        (?:video|audio|podcast|livestream|live|sendung verpasst)(?: ?\(?\d+:\d\d\)?)?(?: min(?:uten)?)?
        (?:bilderstrecke|fotostrecke|bildergalerie)(?: ?\(?\d+:\d\d\)?)?(?: min(?:uten)?)?
        (?:artikel anhören|abspielen|(?:jetzt )?(?:ansehen|anhören))(?: ?\(?\d+:\d\d\)?)?(?: min(?:uten)?)?
        (?:(?:dieses |das )?video|(?:den )?podcast|(?:diesen |den )?artikel) (?:ansehen|anhören|abspielen|starten)
        (?:ihr|dieser) browser (?:unterstützt|kann) .{0,80}
        """,
    "follow-us": r"""
        (?:folgen|abonnieren|besuchen) sie (?:uns|unserem|unseren|unsere)\b.{0,80}|folge uns(?: .{0,60})?
        (?:laden sie|hol dir|jetzt) .{0,30}\bapp\b.{0,30}(?:herunter|laden|installieren|holen)
        """,
    "support": r"""
        unterstützen sie (?:uns|unsere|unabhängigen)\b.{0,80}|spenden(?: sie)?(?: jetzt)?
        jetzt (?:spenden|unterstützen|abo abschließen|abonnieren|testen)|weiterlesen mit .{1,40}
        (?:nur )?für abonnenten|(?:bereits|schon) (?:abonnent|registriert|kunde).{0,40}
        (?:hier )?(?:einloggen|anmelden),? um .{1,60}
        um weiterzulesen,? (?:bitte |jetzt )?(?:abonnieren|anmelden|einloggen|registrieren|melden sie sich)\b.{0,40}
        """,
    "contact": r"""
        (?:kontakt zur redaktion|schreiben sie (?:uns|der redaktion|dem autor|der autorin))(?:\W? ?.{0,80})?
        (?:(?:feedback|hinweise) an die redaktion|war dieser artikel hilfreich)(?:\W? ?.{0,80})?
        (?:haben sie )?(?:einen )?fehler (?:entdeckt|gefunden|melden)(?:\W? ?.{0,80})?
        """,
    "cookies": r"""
        (?:wir|diese website)(?: und unsere partner)? (?:verwende[nt]|(?:nutz|setz)(?:en|t)) .{0,40}cookies\b.*
        (?:diese|unsere) (?:web)?seite(?: und unsere partner)? (?:verwende[nt]|(?:nutz|setz)(?:en|t)) .{0,40}cookies\b.*
        (?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|zustimmen)(?: und weiter)?
        datenschutz(?:erklärung|einstellungen|hinweise?|bestimmungen)?
        cookie-?(?:einstellungen|richtlinien?|hinweis)|nutzungsbedingungen|agb|impressum|barrierefreiheit
        privatsphäre-einstellungen
        """,
    "copyright": r"""
        (?:.{0,80}\b)?alle rechte vorbehalten.{0,60}
        .{0,60}\b(?:nachdruck|vervielfältigung|weiterverbreitung)\b.{0,60}\b(?:verboten|genehmigung).{0,60}
        .{0,60}\b(?:nachdruck|vervielfältigung|weiterverbreitung)\b.{0,60}\b(?:erlaubnis|untersagt|gestattet).{0,60}
        ©.{2,60}|dpa-infocom.{0,60}
        """,
    "photo-credit": r"""
        (?:fotos?|bild(?:er)?|bildquelle|bildrechte|quelle|grafik) ?[:©/] ?.{1,80}
        (?:illustration|fotograf(?:in)?|symbolbild|archivbild|archivfoto) ?[:©/] ?.{1,80}
        symbolbild|archivbild|archivfoto|bild vergrößern
        .{5,300}[(\[](?:foto|bild|archivbild|archiv|symbolbild|quelle)s?(?: ?[:/] ?[\w ./-]{1,50})?[)\]]
        .{10,300} (?:©|foto:|bild:) ?.{2,60}
        """,
    "timestamp": r"""
        <day>(?!.*\d{5})(?><stamp>)++
        (?=.*(?:vor|stand|lesezeit|veröffentlicht|aktualisiert))(?=.*\d)(?!.*\d{5})(?><stamp>)++
        """,
    "byline": r"""
        (?!.*\.$)<by> <name>(?:(?:,| und|, und| /) <name>){0,4}(?: ?[,|/•·–—-] ?.{0,50})?
        mit material (?:von|der) .{2,40}
        (?:dpa|afp|epd|kna|sid|reuters)(?:[,/] ?\w{2,8}){0,4}
        \w{2,4}/(?:dpa|afp|reuters)(?:/\w{2,8})*
        """,
    "tags": r"(?:schlagw[oö]rte?r?|themen|stichwörter|tags|mehr zu den themen)(?: ?: ?.{0,200})?",
    "menu": r"""
        startseite|menü|suche|suchen|über uns|kontakt|zum (?:inhalt|hauptinhalt|seitenanfang)(?: springen)?
        nach oben|anmelden|abmelden|einloggen|registrieren|mein konto|weiter|zurück
        (?:nächster|vorheriger) (?:artikel|beitrag)|schließen|abbrechen|absenden|mehr|alle anzeigen
        inhaltsverzeichnis|karriere|abo|abonnement|e-?paper|politik|wirtschaft|sport|kultur|ausland|inland|ressorts
        hauptnavigation|navigation
        """,
}
