"""The rules for French."""

from __future__ import annotations

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "advertisement": r"""
        publicité|pub|annonces?(?: publicitaires?)?
        la suite (?:de (?:l'article|votre article) )?après (?:la|cette|une) publicité
        (?:contenu|article) (?:sponsorisé|partenaire)|passer la publicité|après la publicité
        """,
    "share": r"""
        partage[rz]?(?: (?:cet article|cette page|l'article|la page|cette vidéo|ce contenu))?(?><sharing>)*+
        (?:imprimer|envoyer|enregistrer) (?:cet |l')article(?><sharing>)*+
        (?:partager|envoyer) (?:sur|par|via) (?:<network>|mail|courriel)(?><sharing>)*+|copier le lien|lien copié
        envoyer par e-?mail|offrir (?:cet |l')article
        """,
    "share in imports": r"[\W\d]*+(?:imprimer|enregistrer|ajouter à vos favoris|courriel)(?><sharing>)*+",
    "newsletter": r"""
        (?:s'inscrire|inscrivez-vous|abonnez-vous)\b.{0,90}\b(?:newsletters?|lettre d'information|infolettre)\b.{0,60}
        (?:s'abonner|recevez|recevoir)\b.{0,90}\b(?:newsletters?|lettre d'information|infolettre)\b.{0,60}
        (?:nos |notre |la )?(?:newsletters?|infolettre|lettre d'information)|s'inscrire
        """,
    "newsletter in imports": r"""
        (?:recevez|retrouvez) .{0,100}\b(?:boîte|messagerie|par e-?mail|mail)\b.{0,60}
        merci (?:pour|de) votre (?:inscription|abonnement).{0,60}
        """,
    "read-more": r"""
        (?:(?:à )?lire(?: aussi| également| plus)?|lisez aussi|voir aussi) ?[:|>»–—-]+ ?.{0,200}
        (?:pour aller plus loin|en savoir plus|notre (?:article|décryptage|analyse)) ?[:|>»–—-]+ ?.{0,200}
        (?:à )?lire (?:aussi|également|la suite|plus|plus tard)|en savoir plus
        (?:lire|continuer) (?:la lecture|l'article(?: complet| en entier)?)|lire la suite(?: .{1,40})?
        """,
    "read-more in imports": r"(?:article |lecture )?(?:réservé|réservée) (?:à nos|aux) abonnés ?(?:lire .{1,120})?",
    "comments": r"""
        (?:vos |les )?(?:commentaires?|réactions?)(?: ?\(?\d+\)?)?|\d+ (?:commentaires?|réactions?)
        (?:laisser|ajouter|écrire|poster|publier|laissez) (?:un|votre) commentaire|réagir(?: à cet article)?
        (?:voir|afficher|lire|masquer) (?:tous )?les (?:\d+ )?commentaires
        (?:aucun|pas de) commentaire(?: pour .{1,30})?|(?:les )?commentaires (?:sont )?fermés
        soyez le premier à (?:commenter|réagir).{0,20}
        """,
    "comment-policy": r"""
        (?=.*\b(?:commentaires?|commenter|contributions?|réagir)\b).*\b(?:mod[ée]r\w*|charte|connect\w*|inscri\w*)\b.*
        (?=.*\b(?:commentaires?|commenter|contributions?|réagir)\b).*\b(?:abonnés?|injur\w*|diffam\w*|règles)\b.*
        votre adresse e-?mail ne sera pas publiée.*|les champs obligatoires .*
        """,
    "related": r"""
        sur le même (?:sujet|thème)|à lire (?:aussi|également|ensuite|dans .{1,30})|dans la même rubrique
        (?:articles?|contenus?|sujets?|vidéos?) (?:liés?|similaires?|associés?|recommandés?|connexes?|suggérés?)
        nos recommandations
        (?:les )?(?:articles )?(?:les )?plus (?:lus|vus|partagés|populaires|commentés|récents)
        (?:les )?derni(?:ers|ères) (?:articles|actualités|infos|nouvelles|vidéos)
        (?:plus|d'autres) (?:d'articles|articles|d'actualités)(?: .{1,30})?
        vous aimerez aussi|vous pourriez (?:aussi )?(?:aimer|être intéressée?).{0,30}
        cela (?:peut|pourrait) vous intéresser|en continu|l'essentiel|recommandé pour vous
        à (?:ne pas manquer|la une|découvrir)|le choix de la rédaction
        """,
    "watch": r"""
        (?:regarder|écouter|voir|lire|lancer) (?:la|le|cette|ce) (?:vidéo|podcast|reportage|diaporama|direct|replay|son)
        (?:vidéo|audio|podcast|diaporama|en direct|direct|replay|portfolio|écouter)(?: ?\(?\d+:\d\d\)?)?
        écouter (?:cet |l')article(?: ?\(?\d+:\d\d\)?)?
        votre navigateur ne .{0,80}|(?:ce |cette )(?:contenu|vidéo) .{0,20}n'est (?:pas|plus) disponible.{0,40}
        """,
    "follow-us": r"""
        suivez(?:-nous|-moi| .{2,40})? (?:sur|via) .{2,60}|suivez-nous
        (?:nous )?(?:suivre|rejoindre|rejoignez-nous)(?: sur .{1,60})?
        (?:retrouvez|retrouver)(?:-nous| .{2,40}) sur (?:<network>|les réseaux|notre).{0,60}
        (?:téléchargez|télécharger) (?:notre|l')\s?appli(?:cation)?\b.{0,40}
        """,
    "support": r"""
        (?:soutenez|soutenir)(?:-nous| (?:notre|un|le|une) (?:journal|journalisme|rédaction|média|presse)\b.{0,60})?
        faire un don|(?:je|faites un) (?:don|donne|m'abonne)(?: .{0,30})?|(?:déjà )?abonnée? ?\?(?: .{1,30})?
        s'abonner(?: .{1,40})?|abonnez-vous(?: .{1,60})?|(?:article )?réservée? aux abonnés
        (?:il vous reste|cet article est réservé) .{1,80}
        pour (?:continuer|poursuivre) (?:(?:la|votre) lecture|à lire)\W{1,3}(?:abonnez|connectez|inscrivez)-vous.{0,40}
        """,
    "contact": r"""
        (?:contacte[rz]|écri(?:re|vez) à) (?:la rédaction|l'auteure?|l'autrice|le journaliste|nous)(?: .{0,60})?
        contactez-nous|signaler une erreur(?: dans (?:cet |l')article| .{0,30})?
        cet article vous a(?:-t-il)? (?:été )?(?:plu|utile).{0,20}
        """,
    "cookies": r"""
        (?:nous(?: et nos partenaires)?|ce site|notre site)\b.{0,30} (?:utilis\w+|dépos\w+) .{0,30}cookies\b.*
        (?:tout )?(?:accepter|refuser)(?: (?:et (?:fermer|continuer)|les cookies|tout))?|continuer sans accepter
        (?:gérer|gestion|paramétrer|politique|paramètres) (?:[dlm]es |de |relative aux )?(?:cookies|confidentialité)
        (?:gérer|gestion|paramétrer|politique|paramètres) (?:[dlm]es |de |relative aux )?(?:préférences|vie privée)
        mentions légales|données personnelles|conditions générales(?: .{1,40})?|cgu|cgv|vie privée
        """,
    "copyright": r"""
        (?:.{0,80}\b)?tous droits (?:de .{1,40} )?réservés.{0,60}
        (?:.{0,60}\b)?(?:toute )?reproduction\b.{0,40}\b(?:interdite|autorisation|soumise).{0,60}|©.{2,60}
        droits de reproduction.{0,40}
        """,
    "photo-credit": r"""
        (?:crédits?|légende|source)(?: (?:photos?|image))? ?[:©/] ?.{1,80}
        (?:photos?|image|illustration|infographie|dessin) ?[:©/] ?.{1,80}
        photo (?:d'illustration|d'archives?)(?: .{0,60})?
        .{5,300}[(\[](?:photo|crédit|illustration|archives?)s?(?: ?[:/] ?[\w ./-]{1,50}| d'illustration)?[)\]]
        .{5,300}[.!»] ?(?:crédits?|photo) ?: ?.{2,60}|(?:agrandir|voir) (?:l'image|la photo)
        """,
    "timestamp": r"""
        <day>(?!.*\d{5})(?><stamp>)++
        (?=.*(?:il y a|publié|mis à jour|modifié|lecture))(?=.*\d)(?!.*\d{5})(?><stamp>)++
        """,
    "byline": r"""
        (?!.*\.$)<by> <name>(?:(?:,| et|, et| &) (?:avec )?<name>){0,4}(?: ?[,|/•·–—(-] ?.{0,50})?
        (?:par )?(?:le monde|le figaro|rfi|france 24|libération) avec (?:afp|reuters|ap|agences?)(?: et \w+)?
        (?:par )?(?:la rédaction|l'équipe) avec (?:afp|reuters|ap|agences?)(?: et \w+)?
        (?:avec )?(?:afp|agences|reuters)
        """,
    "tags": r"(?:mots[- ]clés?|étiquettes?|thèmes?|tags|sujets|rubriques?|thématiques?)(?: ?: ?.{0,200})?",
    "menu": r"""
        accueil|menu|recherche(?:r)?|se connecter|connexion|déconnexion|s'identifier|mon compte|créer un compte
        à propos|qui sommes-nous|contact|aller au (?:contenu|menu)(?: principal)?
        (?:haut|retour en haut) de (?:la )?page|retour(?: à .{1,20})?|suivant|précédent
        (?:article|page) (?:suivante?|précédente?)|fermer|annuler|envoyer|valider|sommaire|voir (?:tout|plus)
        afficher (?:plus|tout)|plan du site|politique|économie|international|monde|culture|sports?|société
        """,
}
