"""The rules for Turkish."""

from __future__ import annotations

from collections.abc import Mapping

TURKISH: Mapping[str, str] = {
    "advertisement": r"""
        reklam(?:lar|dır)?(?: alanı)?|sponsorlu (?:içerik|bağlantılar)
        (?:haber|yazı|haberin devamı)(?: reklamdan| reklamın)? (?:sonra devam ediyor|altında|reklamın altında)|ilan
        """,
    "share": r"""
        (?:bu )?(?:haberi|yazıyı|içeriği|makaleyi|sayfayı) (?:paylaş(?:ın)?|yazdır|arkadaşına gönder)(?><sharing>)*+
        paylaş(?:ın)?(?><sharing>)*+
        (?:facebook|twitter|whatsapp|x)(?:'?[td][ae]| ile| üzerinden)? (?:paylaş(?:ın)?|gönder|tweetle)(?><sharing>)*+
        (?:telegram|linkedin|e-posta)(?:'?[td][ae]| ile| üzerinden)? (?:paylaş(?:ın)?|gönder|tweetle)(?><sharing>)*+
        (?:bağlantıyı|linki|url'yi) kopyala|(?:bağlantı|link) kopyalandı
        """,
    "share in imports": r"[\W\d]*+(?:yazdır|kaydet|tweetle|e-posta)(?><sharing>)*+|(?:yazı boyutu|punto|a[+-] ?)+",
    "newsletter": r"""
        (?:.{0,60}\b)?(?:e-)?bülten(?:imiz|ler)?(?:imiz)?[ea]? (?:abone|kayıt|üye) ol(?:un|mak .{0,40})?
        (?:e-)?bülten(?:imize)?(?: (?:aboneliği|üyeliği))?|abone ol(?:un)?
        """,
    "newsletter in imports": r"""
        .{0,100}\be-?(?:posta|mail) (?:kutunuza|adresinize) .{0,60}(?:gelsin|gönderelim|iletelim|ulaşsın).{0,20}
        """,
    "read-more": r"""
        (?:devamını oku|daha fazla oku|ayrıca oku(?:yun)?) ?[:|>»–—-]+ ?.{0,200}
        (?:bunu da oku(?:yun)?|okumaya devam et|ilgili haber|oku) ?[:|>»–—-]+ ?.{0,200}
        (?:haberin |yazının )?devamını oku|haberin devamı(?: için tıklayın)?|daha fazla(?: oku| göster)?
        okumaya devam et|devamı(?: için tıklayın)?
        """,
    "comments": r"""
        (?:okur )?yorumlar(?:ı)?(?: ?\(?\d+\)?)?|\d+ yorum|yorum (?:yap(?:ın)?|yaz(?:ın)?|ekle|gönder|bırak)
        (?:ilk yorumu|ilk yorum yapan) .{0,20}
        (?:tüm )?yorumları (?:gör|göster|oku)|henüz (?:hiç )?yorum (?:yapılmamış|yok|yapılmadı).{0,30}
        yorum(?:lar)?a? kapalı.{0,20}|bir (?:yorum|cevap) (?:yazın|bırakın)
        """,
    "comment-policy": r"""
        (?=.*\byorum\w*).*\b(?:onaylan\w*|hakaret\w*|küfür\w*|moderat\w*|kurallar\w*|sorumlu\w*)\b.*
        (?=.*\byorum\w*).*\b(?:giriş yap\w*|üye ol\w*)\b.*
        e-posta (?:hesabınız|adresiniz) yayımlanmayacak.*
        """,
    "related": r"""
        (?:ilgili|benzer|diğer|son|önerilen|öne çıkan|popüler) (?:haberler|içerikler|yazılar|konular|başlıklar|videolar)
        (?:en )?çok (?:okunan|izlenen|paylaşılan|konuşulan)(?:lar| haberler)?
        son dakika(?: haberleri)?|ilginizi çekebilir(?:ler)?|bunlar(?:a)? da (?:ilginizi çekebilir|bak(?:ın)?)
        sizin için seçtiklerimiz|(?:editörün )?seçtikleri|günün (?:manşetleri|öne çıkanları|önemli haberleri)
        """,
    "watch": r"""
        (?:izle|izleyin|dinle|dinleyin|video|canlı(?: yayın| izle)?)(?: ?\d+:\d\d)?
        (?:podcast|(?:foto|video) galeri|haberi dinle|oynat)(?: ?\d+:\d\d)?
        (?:videoyu|haberi|podcast'i) (?:izle|dinle|izlemek için tıklayın)(?:yin)?
        tarayıcınız .{0,40}desteklem\w+.{0,20}
        """,
    "follow-us": r"""
        (?:bizi )?(?:.{1,40} )?takip ed(?:in|iniz)(?: .{0,40})?
        (?:bizi )?(?:<network>)(?:'?[tdn]?[aeı]n?)? (?:üzerinden )?(?:bizi )?takip et(?:mek için .{1,20})?|takip et
        (?:uygulamamızı|mobil uygulamayı) (?:indirin|indir).{0,40}
        """,
    "support": r"""
        (?:bağımsız )?(?:gazeteciliğe|gazeteciliği|bize) (?:destek ol(?:un)?|destekle(?:yin)?)(?: .{0,60})?
        destek ol(?:un)?|(?:sadece )?abonelere özel|devamını okumak için (?:giriş yap|abone ol|üye ol)(?:ın|un)?
        okumaya devam etmek için (?:giriş yap|abone ol|üye ol)(?:ın|un)?
        """,
    "contact": r"""
        (?:bize (?:ulaşın|yazın)|(?:yazara|editöre|muhabire) (?:ulaşın|yazın|mesaj gönder))(?: ?:? .{0,80})?
        (?:hata bildir(?:in)?|haber ihbar hattı|whatsapp ihbar hattı)(?: ?:? .{0,80})?
        """,
    "cookies": r"""
        (?:bu |internet |web )?\w*(?: site(?:mizde|si)?)? ?.{0,60}\bçerez(?:ler(?:den|i)?)? kullan\w+.*
        (?:bu |internet |web )?\w*(?: site(?:mizde|si)?)? ?.{0,60}\bçerez(?:ler(?:den|i)?)? (?:yarar|fayda)lan\w+.*
        (?:çerez|gizlilik) (?:politikası|ayarları|tercihleri|bildirimi)|çerezleri (?:kabul et|reddet|yönet)
        kullanım (?:koşulları|şartları)|kvkk(?: aydınlatma metni)?|aydınlatma metni
        """,
    "copyright": r"""
        (?:.{0,80}\b)?(?:tüm|her) hak(?:ları|kı) saklıdır.{0,60}
        .{0,120}\b(?:izinsiz|kaynak gösterilme(?:den|ksizin)) (?:kullanılamaz|yayı[mn]lanamaz).{0,60}
        .{0,120}\b(?:izinsiz|kaynak gösterilme(?:den|ksizin)) (?:kopyalanamaz|alıntı yapılamaz).{0,60}
        telif hakkı .{0,60}|yasal uyarı(?: ?:.{0,200})?
        """,
    "photo-credit": r"""
        (?:foto(?:ğraf)?(?:lar)?|görsel|kaynak|arşiv|fotoğraf altı) ?: ?.{1,80}
        .{5,300}[(\[](?:foto(?:ğraf)?|arşiv|görsel|aa|iha|dha|depo photos)(?: ?[:/-] ?[\w .]{1,40})?[)\]]
        (?:arşiv|temsili) (?:fotoğraf|görsel|foto)
        """,
    "timestamp": r"""
        <day>(?!.*\d{5})(?><stamp>)++|(?=.*(?:önce|yayınlanma|güncelleme|okuma))(?=.*\d)(?!.*\d{5})(?><stamp>)++
        """,
    "byline": r"""
        <by> ?<name>(?:(?:,| ve| -| /|/) ?<name>){0,3}(?: ?[-–|/] ?.{0,40})?
        anadolu ajansı|aa|iha|dha|anka|demirören haber ajansı|ihlas haber ajansı
        """,
    "tags": r"(?:etiket(?:ler)?|anahtar kelimeler|konular|haber etiketleri)(?: ?: ?.{0,200})?",
    "menu": r"""
        ana ?sayfa|menü|ara(?:ma)?|hakkımızda|künye|iletişim|reklam ver(?:in)?|giriş(?: yap)?|üye (?:ol|girişi)
        kayıt ol|çıkış(?: yap)?|hesabım|kapat|gönder|vazgeç|(?:sonraki|önceki)(?: haber| yazı)?
        (?:yukarı|başa) (?:çık|dön)|içeriğe (?:geç|atla)|gündem|yazarlar|galeri|site haritası|tümünü gör
        daha fazla göster
        """,
}
