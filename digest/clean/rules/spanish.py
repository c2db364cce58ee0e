"""The rules for Spanish."""

from __future__ import annotations

from digest.clean.rules.rule import Rule

SPANISH: tuple[Rule, ...] = (
    Rule(
        "advertisement",
        r"""
        publicidad|anuncios?|(?:contenido|artículo) (?:patrocinado|de pago)
        (?:el artículo |la noticia )?(?:continúa|sigue) (?:después|debajo|tras) (?:de )?(?:la publicidad|el anuncio
        este anuncio)
        sigue leyendo tras (?:la publicidad|el anuncio)
        """,
        safe=True,
    ),
    Rule(
        "share",
        r"""
        (?:compart(?:ir|e|a|ilo)|compártelo|compártela)(?: (?:esta noticia|este artículo|la noticia|el artículo
        esta nota|esta página))?(?><sharing>)*+
        (?:imprimir|enviar|guardar) (?:esta |la |este |el )?(?:noticia|artículo|nota)(?><sharing>)*+
        (?:compartir|enviar) (?:en|por|vía|con) (?:<network>|correo)(?><sharing>)*+|copiar (?:el )?enlace
        enlace copiado|enviar por (?:correo|e-?mail).{0,20}
        """,
        safe=True,
    ),
    Rule("share", r"[\W\d]*+(?:imprimir|guardar|tuitear|correo electrónico|copiar url)(?><sharing>)*+"),
    Rule(
        "newsletter",
        r"""
        (?:suscrí[bv]ete|suscríbase|suscribirse|apúntate|regístrate|recibe|recibir)\b.{0,90}\b(?:newsletters?
        bolet[íi]n(?:es)?)\b.{0,60}
        (?:nuestra |nuestro |la )?(?:newsletters?|bolet[íi]n(?:es)?(?: (?:de noticias|informativo|diario))?)
        suscríbete(?: aquí| ahora)?
        """,
        safe=True,
    ),
    Rule(
        "newsletter",
        r"""
        (?:recibe|reciba) .{0,100}\b(?:correo|bandeja|e-?mail)\b.{0,60}
        gracias por (?:suscribirte|suscribirse|registrarte).{0,60}
        """,
    ),
    Rule(
        "read-more",
        r"""
        (?:(?:lee|leer|lea|ver|mira)(?: también| además| más)?|más información|te puede interesar|en contexto
        además) ?[:|>»–—-]+ ?.{0,200}
        (?:lee|leer|lea) (?:también|más|además)|(?:seguir|sigue|continuar|continúe) leyendo|más información
        leer (?:el |la )?(?:artículo|noticia|nota) complet[oa]
        """,
        safe=True,
    ),
    Rule(
        "comments",
        r"""
        (?:los )?comentarios(?: de (?:los )?lectores)?(?: ?\(?\d+\)?)?|\d+ comentarios?
        (?:deja|dejar|escribe|escribir|añade|añadir|publicar|agregar) (?:un|tu|una) (?:comentario|respuesta)
        comentar(?: esta noticia)?
        (?:ver|mostrar|leer|ocultar) (?:todos )?(?:los )?(?:\d+ )?comentarios
        (?:no hay|sin|aún no hay) comentarios(?: .{1,20})?|(?:los )?comentarios (?:están )?cerrados
        sé el primero en comentar
        """,
        action="cut",
        where="tail",
        safe=True,
    ),
    Rule(
        "comment-policy",
        r"""
        (?=.*\bcoment(?:arios?|ar)\b).*\b(?:normas|moderad\w*|iniciar sesión|inicia sesión|registr\w*|suscriptor\w*
        ofensiv\w*|insult\w*|identificad\w*)\b.*
        tu dirección de correo electrónico no será publicada.*|los campos obligatorios .*
        """,
        where="tail",
        beside=("comments", "comment-policy", "related", "read-more", "share"),
        safe=True,
    ),
    Rule(
        "related",
        r"""
        (?:noticias|artículos|contenidos?|temas|notas|vídeos|videos|entradas) (?:relacionad[oa]s?|similares
        recomendad[oa]s?|destacad[oa]s|más .{3,12})
        más (?:noticias|artículos|información)(?: (?:en|de|sobre) .{1,40})?|más (?:en|sobre) .{1,40}
        (?:lo|las|los) más (?:leíd[oa]s?|vist[oa]s?|comentad[oa]s?|compartid[oa]s?|popular(?:es)?
        recientes?)(?: .{1,20})?
        (?:últimas|últimos) (?:noticias|artículos|vídeos|videos|horas?)
        (?:te|le) (?:puede|podría|recomendamos)(?: interesar)?.{0,30}
        también te (?:puede|podría) (?:interesar|gustar)|no te pierdas|archivado en
        """,
        action="cut",
        where="tail",
    ),
    Rule(
        "watch",
        r"""
        (?:ver|mira|mirar|escucha|escuchar|reproducir)(?: (?:el|la|este|esta) (?:vídeo|video|podcast|reportaje
        galería|audio|noticia|directo))
        (?:vídeo|video|audio|podcast|fotogalería|galería de fotos|en directo|en vivo|directo|escuchar
        escucha (?:este artículo|la noticia))(?: ?\(?\d+:\d\d\)?)?
        (?:tu|su) navegador no .{0,60}|(?:este|el) (?:contenido|vídeo|video) no está disponible.{0,40}
        """,
    ),
    Rule(
        "follow-us",
        r"""
        (?:síguenos|síganos|sigue|siga|sigue a .{2,40}|puedes seguir(?:nos)?(?: a .{2,40})?) (?:en
        a través de) (?:nuestr\w+ |<network>|las redes|twitter|el canal).{0,60}
        síguenos(?: en)?|síganos|(?:únete|suscríbete) a nuestro canal.{0,60}
        (?:descarga|descárgate|descargue) (?:nuestra|la) (?:app|aplicación)\b.{0,40}
        """,
    ),
    Rule(
        "support",
        r"""
        (?:apoya|apóyanos|apoye|ayúdanos|colabora con)(?: (?:nuestro|el|un) (?:periodismo|trabajo|diario)\b.{0,60})?
        (?:hazte|házte) (?:socio|socia|miembro|suscriptora?)\b.{0,40}|(?:haz una donación|donar|dona(?: ahora)?)
        (?:contenido |artículo )?(?:exclusivo|solo) para suscriptores|(?:¿ya eres|¿ya es|ya soy) suscriptora?.{0,40}
        (?:inicia sesión|regístrate|suscríbete) para (?:leer|seguir|continuar).{0,40}|suscríbete para .{1,40}
        """,
    ),
    Rule(
        "contact",
        r"""
        (?:contacta(?:r)?|contacte|escribe|escriba) (?:con|a) (?:la redacción|el autor|la autora
        nosotros)(?: .{0,60})?
        contáctanos(?: .{0,40})?|(?:¿has|has|¿ha) (?:visto|encontrado|detectado) (?:algún|un) error.{0,40}
        (?:informar|avisar) de un error|¿te ha (?:gustado|resultado útil) .{1,30}
        """,
    ),
    Rule(
        "cookies",
        r"""
        (?:(?:nosotros|utilizamos|usamos|este sitio|esta web|nuestro sitio)\b.{0,60})cookies\b.*
        (?:aceptar|rechazar|configurar|gestionar)(?: (?:todas|todo|las cookies|cookies|y continuar|y cerrar))*
        (?:política|aviso|configuración) de (?:cookies|privacidad)
        (?:aviso legal|términos y condiciones|condiciones de uso|política de privacidad)(?: .{0,30})?
        """,
    ),
    Rule(
        "copyright",
        r"""
        (?:.{0,80}\b)?todos los derechos reservados.{0,60}
        (?:.{0,60}\b)?(?:prohibida|queda prohibida) (?:su |la )?reproducción\b.{0,80}|©.{2,60}
        derechos reservados.{0,40}
        """,
    ),
    Rule(
        "photo-credit",
        r"""
        (?:foto(?:s|grafía)?|imagen|crédito|fuente|ilustración|gráfico|infografía)(?: ?[:/©] ?.{1,80})
        (?:foto|imagen) de archivo(?: .{0,60})?
        .{5,300}[(\[](?:foto|imagen|archivo|fotografía)(?: ?[:/] ?[\w ./-]{1,50})?[)\]]|.{5,300}\. ?(?:foto|imagen
        crédito) ?: ?.{2,60}|ampliar(?: foto| imagen)?
        """,
    ),
    Rule(
        "timestamp",
        r"<day>(?!.*\d{5})(?><stamp>)++|(?=.*(?:hace|publicado|actualizad|lectura))(?=.*\d)(?!.*\d{5})(?><stamp>)++",
        action="move",
    ),
    Rule(
        "byline",
        r"""
        (?!.*\.$)(?:<by>) <name>(?:(?:,| y|, y| &) <name>){0,4}(?: ?[,|/•·–—(-] ?.{0,50})?
        (?:efe|agencias|europa press|redacción|agencia efe|con información de .{2,30})
        """,
        action="move",
    ),
    Rule(
        "tags", r"(?:etiquetas?|temas|palabras clave|tags|categorías?|archivado en|en este artículo)(?: ?: ?.{0,200})?"
    ),
    Rule(
        "menu",
        r"""
        inicio|portada|menú|buscar|búsqueda|iniciar sesión|cerrar sesión|mi cuenta|crear cuenta|regístrate
        quiénes somos|sobre nosotros|acerca de(?: nosotros)?|contacto|publicidad|ir al contenido(?: principal)?
        saltar al contenido|volver (?:arriba|al inicio)|subir|siguiente|anterior
        (?:artículo|noticia|página) (?:siguiente|anterior)|cerrar|cancelar|enviar|aceptar|ver (?:más|todo)
        cargar más|mostrar más|hemeroteca|mapa web|internacional|política|economía|deportes|cultura|sociedad|opinión
        """,
    ),
)
