"""The rules for Spanish."""

from __future__ import annotations

from collections.abc import Mapping

SPANISH: Mapping[str, str] = {
    "advertisement": r"""
        publicidad|anuncios?|(?:contenido|artículo) (?:patrocinado|de pago)
        (?:el artículo |la noticia )?(?:continúa|sigue) (?:después|debajo|tras) (?:de )?la publicidad
        (?:el artículo |la noticia )?(?:continúa|sigue) (?:después|debajo|tras) (?:de )?(?:el|este) anuncio
        sigue leyendo tras (?:la publicidad|el anuncio)
        """,
    "share": r"""
        (?:compart(?:ir|e|a|ilo)|compártel[oa])(?: (?:(?:esta|la) noticia|(?:este|el) artículo))?(?><sharing>)*+
        (?:compart(?:ir|e|a|ilo)|compártel[oa]) esta (?:nota|página)(?><sharing>)*+
        (?:imprimir|enviar|guardar) (?:esta |la |este |el )?(?:noticia|artículo|nota)(?><sharing>)*+
        (?:compartir|enviar) (?:en|por|vía|con) (?:<network>|correo)(?><sharing>)*+|copiar (?:el )?enlace
        enlace copiado|enviar por (?:correo|e-?mail).{0,20}
        """,
    "share in imports": r"[\W\d]*+(?:imprimir|guardar|tuitear|correo electrónico|copiar url)(?><sharing>)*+",
    "newsletter": r"""
        (?:suscrí[bv]ete|suscríbase|suscribirse)\b.{0,90}\b(?:newsletters?|bolet[íi]n(?:es)?)\b.{0,60}
        (?:apúntate|regístrate|recibe|recibir)\b.{0,90}\b(?:newsletters?|bolet[íi]n(?:es)?)\b.{0,60}
        (?:nuestra |nuestro |la )?(?:newsletters?|bolet[íi]n(?:es)?(?: (?:de noticias|informativo|diario))?)
        suscríbete(?: aquí| ahora)?
        """,
    "newsletter in imports": r"""
        (?:recibe|reciba) .{0,100}\b(?:correo|bandeja|e-?mail)\b.{0,60}
        gracias por (?:suscribirte|suscribirse|registrarte).{0,60}
        """,
    "read-more": r"""
        (?:lee|leer|lea|ver|mira)(?: también| además| más)? ?[:|>»–—-]+ ?.{0,200}
        (?:más información|te puede interesar|en contexto|además) ?[:|>»–—-]+ ?.{0,200}
        (?:lee|leer|lea) (?:también|más|además)|(?:seguir|sigue|continuar|continúe) leyendo|más información
        leer (?:el |la )?(?:artículo|noticia|nota) complet[oa]
        """,
    "comments": r"""
        (?:los )?comentarios(?: de (?:los )?lectores)?(?: ?\(?\d+\)?)?|\d+ comentarios?
        (?:deja|dejar|escribe|escribir|añade|añadir|publicar|agregar) (?:un|tu|una) (?:comentario|respuesta)
        comentar(?: esta noticia)?
        (?:ver|mostrar|leer|ocultar) (?:todos )?(?:los )?(?:\d+ )?comentarios
        (?:no hay|sin|aún no hay) comentarios(?: .{1,20})?|(?:los )?comentarios (?:están )?cerrados
        sé el primero en comentar
        """,
    "comment-policy": r"""
        (?=.*\bcoment(?:arios?|ar)\b).*\b(?:normas|moderad\w*|iniciar sesión|inicia sesión|registr\w*)\b.*
        (?=.*\bcoment(?:arios?|ar)\b).*\b(?:suscriptor\w*|ofensiv\w*|insult\w*|identificad\w*)\b.*
        tu dirección de correo electrónico no será publicada.*|los campos obligatorios .*
        """,
    "related": r"""
        (?:noticias|artículos|contenidos?) (?:relacionad[oa]s?|similares|recomendad[oa]s?|destacad[oa]s|más .{3,12})
        (?:temas|notas|vídeos|videos|entradas) (?:relacionad[oa]s?|similares|recomendad[oa]s?|destacad[oa]s|más .{3,12})
        más (?:noticias|artículos|información)(?: (?:en|de|sobre) .{1,40})?|más (?:en|sobre) .{1,40}
        (?:lo|l[ao]s) más (?:leíd[oa]s?|vist[oa]s?|comentad[oa]s?|compartid[oa]s?)(?: .{1,20})?
        (?:lo|l[ao]s) más (?:popular(?:es)?|recientes?)(?: .{1,20})?
        (?:últimas|últimos) (?:noticias|artículos|vídeos|videos|horas?)
        (?:te|le) (?:puede|podría|recomendamos)(?: interesar)?.{0,30}
        también te (?:puede|podría) (?:interesar|gustar)|no te pierdas|archivado en
        """,
    "watch": r"""
        (?:ver|mirar?) (?:el|la|este|esta) (?:v[íi]deo|podcast|reportaje|galería|audio|noticia|directo)
        (?:escuchar?|reproducir) (?:el|la|este|esta) (?:v[íi]deo|podcast|reportaje|galería|audio|noticia|directo)
        (?:vídeo|video|audio|podcast|fotogalería|galería de fotos|en directo)(?: ?\(?\d+:\d\d\)?)?
        (?:en vivo|directo|escuchar|escucha (?:este artículo|la noticia))(?: ?\(?\d+:\d\d\)?)?
        (?:tu|su) navegador no .{0,60}|(?:este|el) (?:contenido|vídeo|video) no está disponible.{0,40}
        """,
    "follow-us": r"""
        (?:síguenos|síganos|siga) (?:en|a través de) (?:nuestr\w+ |<network>|las redes|el canal).{0,60}
        sigue(?: a .{2,40})? (?:en|a través de) (?:nuestr\w+ |<network>|las redes|el canal).{0,60}
        puedes seguir(?:nos)?(?: a .{2,40})? (?:en|a través de) (?:nuestr\w+ |<network>|las redes|el canal).{0,60}
        síguenos(?: en)?|síganos|(?:únete|suscríbete) a nuestro canal.{0,60}
        (?:descarga|descárgate|descargue) (?:nuestra|la) (?:app|aplicación)\b.{0,40}
        """,
    "support": r"""
        (?:apoya|apóyanos|apoye|ayúdanos|colabora con)(?: (?:nuestro|el|un) (?:periodismo|trabajo|diario)\b.{0,60})?
        (?:hazte|házte) (?:socio|socia|miembro|suscriptora?)\b.{0,40}|(?:haz una donación|donar|dona(?: ahora)?)
        (?:contenido |artículo )?(?:exclusivo|solo) para suscriptores|(?:¿ya eres|¿ya es|ya soy) suscriptora?.{0,40}
        (?:inicia sesión|regístrate|suscríbete) para (?:leer|seguir|continuar).{0,40}|suscríbete para .{1,40}
        para (?:seguir|continuar) leyendo\W{1,3}(?:suscr[ií]\w+|inicia sesión|regístrate|regístrese).{0,40}
        """,
    "contact": r"""
        (?:contacta(?:r)?|contacte|escribe|escriba) (?:con|a) (?:la redacción|el autor|la autora|nosotros)(?: .{0,60})?
        contáctanos(?: .{0,40})?|(?:¿has|has|¿ha) (?:visto|encontrado|detectado) (?:algún|un) error.{0,40}
        (?:informar|avisar) de un error|¿te ha (?:gustado|resultado útil) .{1,30}
        """,
    "cookies": r"""
        (?:nosotros|utilizamos|usamos|este sitio|esta web|nuestro sitio)\b.{0,60}cookies\b.*
        (?:aceptar|rechazar|configurar|gestionar)(?: (?:todas|todo|las cookies|cookies|y continuar|y cerrar))*
        (?:política|aviso|configuración) de (?:cookies|privacidad)
        (?:aviso legal|términos y condiciones|condiciones de uso|política de privacidad)(?: .{0,30})?
        """,
    "copyright": r"""
        (?:.{0,80}\b)?todos los derechos reservados.{0,60}
        (?:.{0,60}\b)?(?:prohibida|queda prohibida) (?:su |la )?reproducción\b.{0,80}|©.{2,60}
        derechos reservados.{0,40}
        """,
    "photo-credit": r"""
        (?:foto(?:s|grafía)?|imagen|crédito|fuente|ilustración|gráfico|infografía) ?[:/©] ?.{1,80}
        (?:foto|imagen) de archivo(?: .{0,60})?
        .{5,300}[(\[](?:foto|imagen|archivo|fotografía)(?: ?[:/] ?[\w ./-]{1,50})?[)\]]
        .{5,300}\. ?(?:foto|imagen|crédito) ?: ?.{2,60}
        ampliar(?: foto| imagen)?
        """,
    "timestamp": r"""
        <day>(?!.*\d{5})(?><stamp>)++|(?=.*(?:hace|publicado|actualizad|lectura))(?=.*\d)(?!.*\d{5})(?><stamp>)++
        """,
    "byline": r"""
        (?!.*\.$)<by> <name>(?:(?:,| y|, y| &) <name>){0,4}(?: ?[,|/•·–—(-] ?.{0,50})?
        <day>(?=.*\d{4})(?!.*\d{5})(?-i:[A-ZÁÉÍÓÚÑ])[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){0,2} ?[,|·–—-] (?><stamp>)++
        efe|agencias|europa press|redacción|agencia efe|con información de .{2,30}
        """,
    "tags": r"(?:etiquetas?|temas|palabras clave|tags|categorías?|archivado en|en este artículo)(?: ?: ?.{0,200})?",
    "menu": r"""
        inicio|portada|menú|buscar|búsqueda|iniciar sesión|cerrar sesión|mi cuenta|crear cuenta|regístrate
        quiénes somos|sobre nosotros|acerca de(?: nosotros)?|contacto|publicidad|ir al contenido(?: principal)?
        saltar al contenido|volver (?:arriba|al inicio)|subir|siguiente|anterior
        (?:artículo|noticia|página) (?:siguiente|anterior)|cerrar|cancelar|enviar|aceptar|ver (?:más|todo)
        cargar más|mostrar más|hemeroteca|mapa web|internacional|política|economía|deportes|cultura|sociedad|opinión
        """,
}
