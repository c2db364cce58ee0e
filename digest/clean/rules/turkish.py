"""The rules for Turkish."""

from __future__ import annotations

from digest.clean.rules.rule import Rule

TURKISH: tuple[Rule, ...] = (
    Rule(
        "advertisement",
        r"""
        reklam(?:lar|dır)?(?: alanı)?|sponsorlu (?:içerik|bağlantılar)
        (?:haber|yazı|haberin devamı)(?: reklamdan| reklamın)? (?:sonra devam ediyor|altında|reklamın altında)|ilan
        """,
        safe=True,
    ),
    Rule(
        "share",
        r"""
        (?:bu )?(?:haberi|yazıyı|içeriği|makaleyi|sayfayı) (?:paylaş(?:ın)?|yazdır|arkadaşına gönder)(?><sharing>)*+
        paylaş(?:ın)?(?><sharing>)*+
        (?:facebook|twitter|whatsapp|x|telegram|linkedin|e-posta)(?:'?(?:ta|da|te
        de)| ile| üzerinden)? (?:paylaş(?:ın)?|gönder|tweetle)(?><sharing>)*+
        (?:bağlantıyı|linki|url'yi) kopyala|(?:bağlantı|link) kopyalandı
        """,
        safe=True,
    ),
    Rule("share", r"[\W\d]*+(?:yazdır|kaydet|tweetle|e-posta)(?><sharing>)*+|(?:yazı boyutu|punto|a[+-] ?)+"),
    Rule(
        "newsletter",
        r"""
        (?:.{0,60}\b)?(?:e-)?bülten(?:imiz|ler)?(?:imiz)?[ea]? (?:abone|kayıt|üye) ol(?:un|mak .{0,40})?
        (?:e-)?bülten(?:imize)?(?: (?:aboneliği|üyeliği))?|abone ol(?:un)?
        """,
        safe=True,
    ),
    Rule(
        "newsletter",
        r".{0,100}\be-?(?:posta|mail) (?:kutunuza|adresinize) .{0,60}(?:gelsin|gönderelim|iletelim|ulaşsın).{0,20}",
    ),
    Rule(
        "read-more",
        r"""
        (?:devamını oku|daha fazla oku|ayrıca oku(?:yun)?|bunu da oku(?:yun)?|okumaya devam et|ilgili haber
        oku) ?[:|>»–—-]+ ?.{0,200}
        (?:haberin |yazının )?devamını oku|haberin devamı(?: için tıklayın)?|daha fazla(?: oku| göster)?
        okumaya devam et|devamı(?: için tıklayın)?
        """,
        safe=True,
    ),
    Rule(
        "comments",
        r"""
        (?:okur )?yorumlar(?:ı)?(?: ?\(?\d+\)?)?|\d+ yorum|yorum (?:yap(?:ın)?|yaz(?:ın)?|ekle|gönder|bırak)
        (?:ilk yorumu|ilk yorum yapan) .{0,20}
        (?:tüm )?yorumları (?:gör|göster|oku)|henüz (?:hiç )?yorum (?:yapılmamış|yok|yapılmadı).{0,30}
        yorum(?:lar)?a? kapalı.{0,20}|bir (?:yorum|cevap) (?:yazın|bırakın)
        """,
        action="cut",
        where="tail",
        safe=True,
    ),
    Rule(
        "comment-policy",
        r"""
        (?=.*\byorum\w*).*\b(?:onaylan\w*|hakaret\w*|küfür\w*|moderat\w*|kurallar\w*|giriş yap\w*|üye ol\w*
        sorumlu\w*)\b.*
        e-posta (?:hesabınız|adresiniz) yayımlanmayacak.*
        """,
        where="tail",
        beside=("comments", "comment-policy", "related", "read-more", "share"),
        safe=True,
    ),
    Rule(
        "related",
        r"""
        (?:ilgili|benzer|diğer|son|önerilen|öne çıkan|popüler) (?:haberler|içerikler|yazılar|konular|başlıklar
        videolar)
        (?:en )?çok (?:okunan|izlenen|paylaşılan|konuşulan)(?:lar| haberler)?
        son dakika(?: haberleri)?|ilginizi çekebilir(?:ler)?|bunlar(?:a)? da (?:ilginizi çekebilir|bak(?:ın)?)
        sizin için seçtiklerimiz|(?:editörün )?seçtikleri|günün (?:manşetleri|öne çıkanları|önemli haberleri)
        """,
        action="cut",
        where="tail",
    ),
    Rule(
        "watch",
        r"""
        (?:izle|izleyin|dinle|dinleyin|video|canlı(?: yayın| izle)?|podcast|(?:foto|video) galeri|haberi dinle
        oynat)(?: ?\d+:\d\d)?
        (?:videoyu|haberi|podcast'i) (?:izle|dinle|izlemek için tıklayın)(?:yin)?
        tarayıcınız .{0,40}desteklem\w+.{0,20}
        """,
    ),
    Rule(
        "follow-us",
        r"""
        (?:bizi )?(?:.{1,40} )?takip ed(?:in|iniz)(?: .{0,40})?
        (?:bizi )?(?:<network>)(?:'?[tdn]?[aeı]n?)? (?:üzerinden )?(?:bizi )?takip et(?:mek için .{1,20})?|takip et
        (?:uygulamamızı|mobil uygulamayı) (?:indirin|indir).{0,40}
        """,
    ),
    Rule(
        "support",
        r"""
        (?:bağımsız )?(?:gazeteciliğe|gazeteciliği|bize) (?:destek ol(?:un)?|destekle(?:yin)?)(?: .{0,60})?
        destek ol(?:un)?|(?:sadece )?abonelere özel|devamını okumak için (?:giriş yap|abone ol|üye ol)(?:ın|un)?
        """,
    ),
    Rule(
        "contact",
        r"""
        (?:bize (?:ulaşın|yazın)|(?:yazara|editöre|muhabire) (?:ulaşın|yazın|mesaj gönder)|hata bildir(?:in)?
        haber ihbar hattı|whatsapp ihbar hattı)(?: ?:? .{0,80})?
        """,
    ),
    Rule(
        "cookies",
        r"""
        (?:bu |sitemiz|internet |web )?\w*(?: sitemizde| sitesi| site)? ?.{0,60}\bçerez(?:ler|lerden
        leri)? (?:kullan|yararlan|faydalan)\w+.*
        (?:çerez|gizlilik) (?:politikası|ayarları|tercihleri|bildirimi)|çerezleri (?:kabul et|reddet|yönet)
        kullanım (?:koşulları|şartları)|kvkk(?: aydınlatma metni)?|aydınlatma metni
        """,
    ),
    Rule(
        "copyright",
        r"""
        (?:.{0,80}\b)?(?:tüm|her) hak(?:ları|kı) saklıdır.{0,60}
        .{0,120}\b(?:izinsiz|kaynak gösterilmeden|kaynak gösterilmeksizin) (?:kullanılamaz|yayımlanamaz|yayınlanamaz
        kopyalanamaz|alıntı yapılamaz).{0,60}
        telif hakkı .{0,60}|yasal uyarı(?: ?:.{0,200})?
        """,
    ),
    Rule(
        "photo-credit",
        r"""
        (?:foto(?:ğraf)?(?:lar)?|görsel|kaynak|arşiv|fotoğraf altı) ?: ?.{1,80}
        .{5,300}[(\[](?:foto(?:ğraf)?|arşiv|görsel|aa|iha|dha|depo photos)(?: ?[:/-] ?[\w .]{1,40})?[)\]]|(?:arşiv
        temsili) (?:fotoğraf|görsel|foto)
        """,
    ),
    Rule(
        "timestamp",
        r"<day>(?!.*\d{5})(?><stamp>)++|(?=.*(?:önce|yayınlanma|güncelleme|okuma))(?=.*\d)(?!.*\d{5})(?><stamp>)++",
        action="move",
    ),
    Rule(
        "byline",
        r"""
        (?:<by>) ?<name>(?:(?:,| ve| -| /|/) ?<name>){0,3}(?: ?[-–|/] ?.{0,40})?
        (?:anadolu ajansı|aa|iha|dha|anka|demirören haber ajansı|ihlas haber ajansı)
        """,
        action="move",
    ),
    Rule("tags", r"(?:etiket(?:ler)?|anahtar kelimeler|konular|haber etiketleri)(?: ?: ?.{0,200})?"),
    Rule(
        "menu",
        r"""
        ana ?sayfa|menü|ara(?:ma)?|hakkımızda|künye|iletişim|reklam ver(?:in)?|giriş(?: yap)?|üye (?:ol|girişi)
        kayıt ol|çıkış(?: yap)?|hesabım|kapat|gönder|vazgeç|(?:sonraki|önceki)(?: haber| yazı)?
        (?:yukarı|başa) (?:çık|dön)|içeriğe (?:geç|atla)|gündem|yazarlar|galeri|site haritası|tümünü gör
        daha fazla göster
        """,
    ),
)
