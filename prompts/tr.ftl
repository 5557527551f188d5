### Nutshell’in Türkçe söyledikleri.

language-name = Türkçe
list-comma = { ", " }

## Karşılama ve yardım

start = Merhaba! Bana bir bağlantı, metin veya dosya gönderin; önemli cümleleri kelimesi kelimesine seçeyim. Sonra bana soru sorun: Yanıtın geçtiği yeri alıntılar ya da orada olmadığını söylerim.

    /help başka neler yapabildiğimi gösterir.
help = Bana bir (ya da birkaç) bağlantı gönderin, metin yapıştırın, bir gönderi iletin veya dosya yollayın (PDF, DOCX, EPUB, HTML, Markdown ya da düz metin): Ana cümlelerini, her birini yerine giden bir bağlantıyla alırsınız. Bundan sonra yazdığınız, o metinle ilgili bir sorudur. Daha eski bir özetle ilgili sormak için o özeti yanıtlayın.
help-more = Özetin uzunluğunu ve konusunu seçebilirsiniz: “/summarize 3”, “/summarize https://… konu fiyatlar”. Dil modeli kullanmam: Gösterdiğim her cümle makalede aynen böyle yer alır.
unknown-command = Bu komutu bilmiyorum. /help bildiklerimi gösterir.
unknown-command-near = Bu komutu bilmiyorum. { $near } mi demek istediniz? /help bildiklerimi gösterir.

## Menüde görünen komutlar

command-summarize = bağlantıyı, metni ya da yanıtladığınız mesajı özetler
command-ask = son okuduklarınızla ilgili soru sorun
command-check = bu cümle makalede var mı?
command-keywords = makalenin konusu, birkaç kelimeyle
command-articles = okuduklarınız
command-search = okuduğunuz her şeyde arama
command-settings = uzunluk, görünüm ve dil
command-help = neler yapabilirim
command-privacy = ne sakladığım ve nasıl silineceği
command-forget = sizinle ilgili her şeyi siler
command-cancel = yaptığım işi durdurur
command-allow = birine izin ver
command-deny = birinin iznini kaldır
command-stats = ne kadar kullanıldığım
command-broadcast = herkese bir mesaj

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = konu, konusu, hakkında
wish-summary-words = özet, özetle, özetler misin
wish-shorter-words = daha kısa, kısalt, çok uzun
wish-longer-words = daha uzun, daha fazla, çok kısa
wish-help-words = yardım, ne yapabilirsin, neler yapabilirsin, ne yapabiliyorsun

summarize-usage = Neyi özetleyeyim? “/summarize https://…” yazın ya da bir mesajı /summarize ile yanıtlayın. Cümle sayısı veya konu da ekleyebilirsiniz: “/summarize 3 konu fiyatlar”.
ask-usage = Sorunuzu komuttan sonra yazın: “/ask Kimler katılıyor?”
check-usage = Cümleyi komuttan sonra yazın: “/check Görüşmeler iki gün sürecek.”
search-usage = Aradığınızı komuttan sonra yazın: “/search iklim zirvesi”.
cancel-done = Durdurdum.
cancel-nothing = Durduracak bir şey yok: Şu anda sizin için bir şey yapmıyorum.

## While it takes a moment: the only texts that end in “…”

doing-thinking = Bir saniye …
doing-reading = Okuyorum: { $what } …
doing-reading-text = Metni okuyorum …
doing-reading-several = { $count ->
    [one] Sayfayı okuyorum …
   *[other] { $count } sayfa okuyorum …
}
doing-looking = Yanıtı arıyorum …
doing-archive = Web arşivine bakıyorum …

## Özetler

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } dk okuma
note-partial = Devamı yalnızca abonelere açık; bu, okuyabildiğim bölümden.
note-pages-pictured = { $count ->
    [1] { $pages }. sayfa metnin görüntüsü, okuyamıyorum.
   *[other] Metnin görüntüsü olan, okuyamadığım sayfalar: { $pages }.
}
note-pages-beyond = Uzun bir dosya: { $all } sayfanın { $last }. sayfasına kadar okudum.
note-archived = Web arşivindeki kopya, tarihi: { DATETIME($day, dateStyle: "medium") }.
note-about = Konu: { $about }
note-about-nothing = Burada “{ $about }” ile ilgili bir şey yok; ana cümleler bunlar.
untitled = Metin, { DATETIME($day, dateStyle: "medium") }
untitled-source = Metin
text-short = Bu zaten olabildiğince kısa. Bir bağlantı ya da daha uzun bir metin gönderin, önemli olanı seçeyim.
sources-left-out = { $count ->
    [one] Bir seferde en çok { $read } tane okurum. Sonuncuyu lütfen yeniden gönderin.
   *[other] Bir seferde en çok { $read } tane okurum. Son { $count } taneyi lütfen yeniden gönderin.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = Değişenler ({ DATETIME($day, dateStyle: "medium") } tarihinden beri):
news-rewritten = Artık başka bir metin; eskisinden neredeyse hiç cümle kalmamış.
news-altered = { $count ->
    [one] { $count } cümle değişti
   *[other] { $count } cümle değişti
}
news-added = { $count ->
    [one] { $count } yeni
   *[other] { $count } yeni
}
news-removed = { $count ->
    [one] { $count } çıkarıldı
   *[other] { $count } çıkarıldı
}
news-was = Önce:
news-now = Şimdi:
news-new = Yeni:
news-gone = Çıkarılan:
news-more = { $count ->
    [one] … ve bir değişiklik daha
   *[other] … ve { $count } değişiklik daha
}
again-same = “{ $title }” hâlâ aynı, kelimesi kelimesine.
keywords-title = Anahtar kelimeler
keywords-none = Bu metin anahtar kelimeler için fazla kısa.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Neden bu cümleler
why-line = { $total } cümleden { $place }. cümle. “{ $words }” sözcüklerini başka { $shared } cümleyle paylaşıyor. Metnin bütününe ötekilerin %{ $percent } kadarından daha yakın.
why-line-alone = { $total } cümleden { $place }. cümle. Metnin bütününe ötekilerin %{ $percent } kadarından daha yakın.

button-shorter = Daha kısa
button-longer = Daha uzun
button-again = Yenile
button-keywords = Anahtar kelimeler
button-ask = Soru sor
button-context = Bağlam
button-why = Neden
button-summary = Özete dön
button-archive = Arşiv kopyası
button-archive-of = Arşiv kopyası: { $number }

## Sorular ve yanıtlar

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = Sorunuzu yazmanız yeter. Yanıtı şurada ararım: “{ $title }”.
ask-how-group = Bu mesajı sorunuzla yanıtlayın. Yanıtı şurada ararım: “{ $title }”.
question-without-article = Henüz bakabileceğim bir şey yok. Önce bir bağlantı, metin veya dosya gönderin, sonra yeniden sorun.
# To "thanks!" and "ok", which ask nothing.
remark-taken = Rica ederim. Bununla ilgili başka bir şey sorun ya da bir sonraki bağlantıyı gönderin.
remark-noted = Bununla ilgili başka bir şey sorun ya da bir sonraki bağlantıyı gönderin.
# To ftp:// and the like.
link-kinds = https:// veya http:// ile başlayan bağlantıları okurum. Bana öyle bir bağlantı ya da metni veya dosyayı gönderin.
answer-not-found = Makale bunu söylemiyor.
answer-not-found-several = Bu makaleler bunu söylemiyor.
answer-nearest = { $count ->
    [one] En yakın bölüm:
   *[other] En yakın bölümler:
}
answer-language = Makalenin dili: { $language }. O dilde sorarsanız daha fazlasını bulurum.
place-page = sayfa { $page }
place-paragraph = paragraf { $number } / { $total }
place-text = metinde
button-context-of = Bağlam { $number }
button-answer = Yanıta dön
check-exact = Evet, kelimesi kelimesine:
check-near = Tam olarak değil. Makalede şöyle:
check-absent = Hayır, makalede böyle bir şey yok:
check-differing = Alıntınızda var, orada yok: { $words }
search-nothing = Burada okuduklarınızın hiçbirinde “{ $words }” geçmiyor. Başka kelimeler deneyin ya da /articles listesine bakın.
search-guessed = Belki şunu demek istediniz:

## Okunanlar

articles-title = Şimdiye kadar okunanlar
articles-none = Henüz bir şey yok. Başlamak için bir bağlantı, metin veya dosya gönderin.
button-newer = Daha yeni
button-older = Daha eski

## Ayarlar

settings-title = Ayarlar
settings = Özet başta ne kadar uzun olsun, nasıl görünsün ve hangi dili konuşayım? Seçili olanda onay işareti var.
choice-short = Kısa
choice-medium = Orta
choice-long = Uzun
choice-paragraphs = Paragraf
choice-bullets = Madde
choice-locale-auto = Telegram ile aynı

## Gizlilik ve unutma

privacy = Burada okuduğunuz makaleleri, onlarla ilgili son sorularınızı, ayarlarınızı, Telegram kimliğinizi ve dilinizi saklarım. Hepsi bu botu işletenin bilgisayarında durur. Kimseye vermem; yalnızca bağlantısını gönderdiğiniz siteler benden gelen bir istek görür. Reklam ve takip yoktur.

    /forget sizinle ilgili her şeyi hemen siler.
forget-ask = Hakkınızda bildiğim her şeyi sileyim mi: okuduklarınızı, sorularınızı ve ayarlarınızı? Bu geri alınamaz.
forget-done = { $count ->
    [0] Tamam. Sizi unuttum; okuduğunuz bir şey yoktu.
    [one] Tamam. Sizi ve okuduğunuz makaleyi unuttum.
   *[other] Tamam. Sizi ve okuduğunuz { $count } makaleyi unuttum.
}
forget-kept = Hiçbir şey silinmedi.
button-forget = Her şeyi sil
button-keep = Kalsın

## Gönderilen ama okunamayanlar

cannot-read = { $kind ->
    [photo] Resim okuyamam. Metni ya da bağlantısını gönderin.
    [voice] Sesli mesaj dinleyemem. Bana yazın ya da bir bağlantı gönderin.
    [audio] Ses dinleyemem. Bir makalenin bağlantısını ya da metin gönderin.
    [video] Video izleyemem. Bir makalenin bağlantısını ya da dökümünü gönderin.
    [video_note] Görüntülü mesaj izleyemem. Bana yazın ya da bir bağlantı gönderin.
    [animation] Güzelmiş ama ben yalnızca metin okurum. Bir makalenin bağlantısını gönderin.
    [sticker] Güzelmiş ama ben yalnızca metin okurum. Bir makalenin bağlantısını gönderin.
    [contact] Bu bir kişi kartı, bense yalnızca makale okurum. Bir bağlantı ya da metin gönderin.
    [location] Bu haritada bir yer, bense yalnızca makale okurum. Bir bağlantı ya da metin gönderin.
    [venue] Bu haritada bir yer, bense yalnızca makale okurum. Bir bağlantı ya da metin gönderin.
    [poll] Oy vermem, yalnızca okurum. Bir makalenin bağlantısını ya da metin gönderin.
    [dice] Güzel attınız! Ama ben yalnızca metin okurum. Bir makalenin bağlantısını gönderin.
    [game] Oyun oynamam, yalnızca okurum. Bir makalenin bağlantısını gönderin.
   *[other] Bu tür mesajları okuyamam. Bir bağlantı, metin ya da metin dosyası gönderin.
}

## Bir yere gitmeyen düğmeler (küçük bir kutuda; en çok 200 karakter)

button-stale = Bu düğmenin ait olduğu şey artık bende yok. Bağlantıyı ya da metni yeniden gönderin.
button-unknown = Bu düğme artık bir şey yapmıyor. Bağlantıyı ya da metni yeniden gönderin.
button-foreign = Bu düğme, soran kişi için.

## Hiç yanıt verilemediğinde

gave-up-failed = Bende bir şey bozuldu, sizin suçunuz değil (hata { $id }). Yeniden deneyin; yine olursa bu numarayı botu işletene iletin.
gave-up-timed-out = Çok uzun sürdü, bu yüzden durdum. Daha sonra deneyin ya da önemli bölümü yapıştırın.
gave-up-cancelled = İstediğiniz gibi durdurdum.

## Hatalar: ne oldu, şimdi ne yapmalı

error-unexpected = Burada bir şey bozuldu, sizin suçunuz değil. Lütfen yeniden deneyin.
error-invalid-input = Bununla bir şey yapamam. Bir bağlantı, metin ya da metin dosyası gönderin.
error-empty-text = Bunda hiç kelime yok. Bağlantı gönderin, metin yapıştırın ya da metin dosyası yollayın.
error-text-too-long = Bu metin bir seferde okuyabileceğimden uzun (sınır: { $limit } karakter). Bir bölümünü gönderin.
error-too-complex = Bu, anlam veremeyeceğim kadar çok küçük parçadan oluşuyor. Önemli bölümü yapıştırın.
error-unknown-method = “{ $method }” adlı bir yöntem yok. Şunlardan birini seçin: { $known }.
error-not-a-language = “{ $language }” bir dil kodu değil. en ya da tr gibi iki harf yazın.
error-not-a-link = Bağlantıya benziyor ama eksik. Adres çubuğundan yeniden kopyalayın.
error-unsupported-file = { $kind ->
    [rtf] RTF dosyalarını okuyamam. Bir kelime işlemcide açın, PDF veya DOCX olarak kaydedip onu gönderin.
    [odt] OpenDocument dosyalarını okuyamam. PDF veya DOCX olarak kaydedip onu gönderin.
    [doc] Eski Word dosyalarını (.doc) okuyamam. DOCX veya PDF olarak kaydedip onu gönderin.
    [sheet] Hesap tablolarını okuyamam. Metin gönderin ya da PDF olarak dışa aktarın.
    [slides] Sunuları okuyamam. PDF olarak dışa aktarıp onu gönderin.
    [kindle] Kindle kitaplarını okuyamam. Kitabı EPUB olarak gönderin ya da bir bölümünü yapıştırın.
    [archive] Sıkıştırılmış dosyaları açmam. İçinden çıkarıp dosyanın kendisini gönderin.
    [image] Resim okuyamam. Metni dosya olarak gönderin ya da yapıştırın.
   *[other] Bu tür dosyaları okuyamam. PDF, DOCX, EPUB, HTML, Markdown ve düz metin alırım; ya da metni yapıştırın.
}
error-file-too-large = Bu dosya çok büyük: Telegram botlara en çok { $limit_mb } MB büyüklüğünde dosya verir. Bir bölümünü, bağlantısını ya da metnin kendisini gönderin.
error-unreadable-file = { $reason ->
    [encrypted] Bu dosya parolayla kilitli. Kilitsiz gönderin ya da metni yapıştırın.
    [scanned] Bu dosyada yalnızca metin görüntüleri var. Gerçek metin içeren bir dosya gönderin ya da metni yapıştırın.
    [empty] Bu dosyada metin yok. Başka bir dosya gönderin ya da metni yapıştırın.
    [drm] Bu kitap kopyaya karşı korumalı (DRM), bu yüzden açamıyorum. Korumasız bir kitap gönderin ya da bir bölümünü yapıştırın.
    [bomb] Bu dosya açıldığında alabileceğimden çok daha büyük. Önemli bölümü gönderin ya da metni yapıştırın.
   *[broken] Bu dosya açılmıyor; bozuk olabilir. Yeniden kaydedip gönderin ya da metni yapıştırın.
}
error-no-article = Orada makale bulamadım. Sayfayı kendiniz açıp metni yapıştırın.
error-fetch-failed = Bu sayfayı yükleyemedim. Birkaç dakika sonra deneyin ya da metni yapıştırın.
error-address-refused = Yalnızca herkese açık web adreslerini açarım, bu onlardan değil. Bunun yerine metni yapıştırın.
error-redirect-refused = Bu bağlantı web sayfası olmayan bir yere gidiyor. Kendiniz açıp vardığınız adresi gönderin.
error-members-only = Bu bağlantı, yalnızca üyelerinin açabildiği özel bir Telegram sohbetine gidiyor. Mesajın kendisini bana iletin ya da metnini yapıştırın.
error-page-missing = Site böyle bir sayfa olmadığını söylüyor. Bağlantıyı kontrol edin ya da metni yapıştırın.
error-page-forbidden = Site bu sayfayı okumama izin vermiyor. Kendiniz açıp metni yapıştırın.
error-server-busy = { $minutes ->
    [one] Site yoğun ve beklememi istiyor. Bağlantıyı bir dakika sonra yeniden gönderin ya da metni yapıştırın.
   *[other] Site yoğun ve beklememi istiyor. Bağlantıyı { $minutes } dakika sonra yeniden gönderin ya da metni yapıştırın.
}
error-server-failed = Sitenin şu anda kendi sorunu var. Birkaç dakika sonra deneyin ya da metni yapıştırın.
error-host-unreachable = Bu siteye ulaşamıyorum. Adreste yazım hatası var mı bakın ya da daha sonra deneyin.
error-certificate-refused = Bu site gerçekten o site olduğunu kanıtlayamıyor: Sertifikası geçersiz. Kendiniz açıp metni yapıştırın.
error-secure-connection = Bu site güvenebileceğim bir bağlantı sunmuyor. Kendiniz açıp metni yapıştırın.
error-proxy-failed = Web’e giden yolum kapalı: Kullandığım vekil sunucu reddediyor. Metni yapıştırın ve botu işletene haber verin.
error-fetch-timeout = Site çok geç yanıt verdi. Daha sonra deneyin ya da metni yapıştırın.
error-page-too-large = Bu sayfa benim için çok büyük ({ $limit_mb } MB sınırını aşıyor). Önemli bölümü yapıştırın.
error-too-many-redirects = Bu bağlantı dönüp duruyor. Kendiniz açıp vardığınız adresi gönderin.
error-not-a-page = Bu bağlantı resim ya da video gibi metinsiz bir şeye gidiyor. Bir makalenin bağlantısını gönderin.
error-not-archived = Web arşivinde de bu sayfanın kopyası yok. Açabiliyorsanız metni yapıştırın ya da dosya olarak gönderin.
error-work-failed = Bunun içinden çıkamadım. Yeniden deneyin ya da önemli bölümü yapıştırın.
error-work-timeout = Bu çok uzun sürdü, bu yüzden durdum. Önemli bölümü yapıştırın.
error-work-too-large = Bu, belleğime sığandan fazla. Önemli bölümü yapıştırın.
error-worker-died = Bunu yarı yolda kaybettim. Lütfen yeniden gönderin.
error-work-crashed = Okuyucum bunda her seferinde kesiliyor, bu yüzden güvenle okuyamıyorum. Önemli bölümü yapıştırın.
error-no-reading = Henüz elimde bir şey yok. Önce bir bağlantı, metin veya dosya gönderin.
error-database = { $reason ->
    [newer] Veritabanını Nutshell’in daha yeni bir sürümü yazmış. Nutshell’i güncelleyin ya da başka bir veritabanı belirtin.
    [url] Bu bir veritabanı adresi değil. Adres sqlite:/// ya da postgresql:// ile başlar.
    [server] Veritabanı sunucusuna ulaşılamıyor ya da sunucu reddediyor. Çalıştığını ve NUTSHELL_DATABASE içindeki adı, parolayı ve veritabanını kontrol edin.
    [filled] Yeni veritabanında zaten bir şey var. Boş bir tane belirtin.
    [taken] Bu veritabanıyla başka bir Nutshell çalışıyor. Önce onu durdurun ya da başka bir veritabanı belirtin; birkaçı PostgreSQL’de bir tanesini paylaşabilir.
   *[file] Veritabanı açılamıyor ya da yazılamıyor. Klasörünü, izinlerini ve diskteki yeri kontrol edin.
}
error-no-feed = Orada akış bulamadım. Bir akışın ya da akışı olan bir sitenin adresini gönderin.
error-feed-refused = { $reason ->
    [missing] Bu adreste artık bir şey yok. Bağlantıyı kontrol edin ya da sitenin adresini gönderin.
    [forbidden] Site bunu okumama izin vermiyor. Başka bir akışı varsa onun adresini gönderin.
    [private] Yalnızca herkese açık web adreslerini açarım, bu onlardan değil.
    [large] Bu, akış olarak okumam için çok fazla. Sitenin daha kısa bir akışı varsa onun adresini gönderin.
   *[other] Şu anda yükleyemedim. Adreste yazım hatası var mı bakın ya da birkaç dakika sonra yeniden deneyin.
}
error-unknown-zone = “{ $zone }” adlı bir saat dilimi bilmiyorum. Bir şehir ya da Europe/Istanbul gibi bir dilim yazın.
error-not-a-time = “{ $time }” diye bir saat yok. Saati ve dakikayı “/digest 18:00” gibi yazın; birden çok olabilir.
error-chat-gone = Bu sohbet artık botun mesajlarını almıyor.
error-topic-closed = Bu konu bota kapalı. Yeniden açın ya da bota konuları yönetme hakkı verin.

## Makale olmayan sayfalar

no-article-bot-check = Site önce insan olduğumun kanıtını istiyor, ben insan değilim. Sayfayı açıp metni yapıştırın.
no-article-cookie-wall = Yalnızca sitenin çerez bildirimini alabildim. Sayfayı açın, kabul edin ya da reddedin ve metni yapıştırın.
no-article-login = Bu sayfa giriş yapılmasını istiyor. Kendiniz açıp metni yapıştırın.
no-article-paywall = Makale yalnızca abonelere açık; sadece ilk satırlarını alabildim. Açabiliyorsanız metni yapıştırın.
no-article-error-page = Site makale yerine bir hata sayfası gönderdi. Bağlantıyı kontrol edin ya da metni yapıştırın.
no-article-video = Bu bir video sayfası, bense yalnızca metin okurum. Bir makalenin bağlantısını gönderin ya da dökümünü yapıştırın.
no-article-gallery = Bu bir resim sayfası, bense yalnızca metin okurum. Bir makalenin bağlantısını gönderin.
no-article-home = Bu, birçok makaleye bağlantı veren bir sitenin ana sayfası. Birini açıp bağlantısını gönderin.
no-article-section = Bu, birçok makaleye bağlantı veren bir bölüm sayfası. Birini açıp bağlantısını gönderin.
no-article-search = Bu bir arama sonuçları sayfası. Sonuçlardan birini açıp bağlantısını gönderin.
no-article-tag = Bu sayfa bir konudaki makaleleri listeliyor. Birini açıp bağlantısını gönderin.
no-article-shop = Bu bir makale değil, mağaza sayfası. Okunacak bir şeyin bağlantısını gönderin.
no-article-forum-index = Bu bir forum konuları listesi. Birini açıp bağlantısını gönderin.
no-article-directory = Bu sayfa bir bağlantı dizini. Birini açıp adresini gönderin.
no-article-script-page = Bu sayfa bir tarayıcı oluşturana kadar boş, bu yüzden metin göremiyorum. Açıp metni yapıştırın.
no-article-empty = Bu sayfada makale metni yok. Kendiniz açıp metni yapıştırın.

### Gruplar ve kanallar

## Gruplarda

command-tldr = bir bağlantıyı, mesajı ya da buradaki son bağlantıyı özetler

group-how = Bir mesajı adımla ya da /tldr ile yanıtlayın, verdiği bağlantıyı özetleyeyim. Özetlerimden birini bir soruyla yanıtlayın, yanıtı orada arayayım.
group-no-link = Son 24 saatte burada bağlantı görmedim. Bir mesajı /tldr ile yanıtlayın ya da bağlantıyı komuttan sonra yazın.
group-nothing-to-read = Bu mesajda okunacak bir şey yok: ne bağlantı ne de uzunca bir metin.
admins-only = Bunu yalnızca bu sohbetin yöneticileri değiştirebilir.

group-settings = Burada paylaşılan bağlantılarla ne yapayım? Onlara dokunmayabilir, birinin 👀 ile tepki verdiklerini ya da hepsini özetleyebilirim. Burada paylaşılanları bülten için saklayabilirim de.
group-settings-topic = Bu konuda paylaşılan bağlantılarla ne yapayım? Onlara dokunmayabilir, birinin 👀 ile tepki verdiklerini ya da hepsini özetleyebilirim. Bu grupta paylaşılanları bülten için saklayabilirim de.
auto-off = Bağlantı: yok
auto-ask = 👀 ile
auto-on = Hepsi
auto-everywhere = Bütün konularda böyle
keep-shared = Paylaşılanları bülten için sakla
keep-names = … paylaşanın adıyla
keep-how = O zaman burada söylenenler de üç gün, isimsiz saklanır; böylece /catchup en çok konuşulanı alıntılayabilir.

## Bir yöneticiye bir kez söylenenler

group-deaf = Yalnızca komutları, bana verilen yanıtları ve adımı anan mesajları duyuyorum. Burada bağlantıları ve tepkileri de görmem için beni yönetici yapın.
group-deaf-private = Beni gruba aldığınız için teşekkürler: “{ $title }”. Orada yalnızca komutları, bana verilen yanıtları ve adımı anan mesajları duyuyorum; bir bağlantının altına /tldr yazmak işe yarar. Bülten hazırlamak ya da kendiliğimden özetlemek için paylaşılan bağlantıları da görmemi isterseniz beni orada yönetici yapın (özel bir yetki gerekmez) ya da @BotFather üzerinden gizlilik modumu kapatıp beni yeniden ekleyin. Gruptaki /settings neler yapabildiğimi gösterir.
group-mute = Şu grupta yazmama izin yok, bu yüzden yanıt veremiyorum: “{ $title }”. Mesaj göndermeme izin verin, geri geleyim.
group-topic-lost = “{ $title }” grubunda bana soru sorulan bir konu kapanmış ya da silinmiş, bu yüzden grubun ana konusunda yanıtladım. Kapalı konulara yazabilmem için bana konuları yönetme yetkisi verin.
group-topics-closed = “{ $title }” grubunda bülteni paylaşamadım: konusu kapalı, grubun ana konusu da kapalı. Birini yeniden açın ya da bana konuları yönetme yetkisi verin.
channel-mute = “{ $title }” kanalında yöneticiyim ama orada paylaşım yapamıyorum. Bana mesaj paylaşma yetkisi verin, bülten kanalda yayımlanabilsin.

## Kanallar

command-channels = kanallarınız: bülten ve ilk yorumlar
channels = Kanallarınız. Birini seçin ya da başka bir kanal ekleyin:
channels-none = Henüz ikimizin de yönettiği bir kanal bilmiyorum. Buradan ekleyin ya da beni orada yönetici yapıp bir gönderisini bana iletin.
channels-add = Kanal ekle
channels-choose = Kanal seç
channels-below = Kanalı, klavyenizin yerindeki düğmeyle seçin.
channels-thanks = Teşekkürler.
channels-private = Kanallar benimle özel sohbette ayarlanır.
channels-not-yours = Bu kanalı yalnızca yöneticileri ayarlayabilir.
channels-not-in = Henüz bu kanalda değilim. Beni paylaşma yetkisiyle yönetici yapın, sonra kanalı yeniden seçin.
channel-title = Kanal: “{ $title }”
channel-card = Orada paylaşılan bağlantıları ve uzun metinleri bülten için saklayabilirim. İçinde olduğum bir tartışma grubu varsa, bağlantısı verilen her makalenin özetini ilk yorum olarak yazabilirim. Bülten kanalda ya da istediğiniz yerde yayımlanır.
channel-comment-deaf = Tartışma grubundaki gönderileri henüz göremiyorum, bu yüzden yorum gelmez. Beni orada yönetici yapın; özel bir yetki gerekmez.
channel-feeds-how = Akışları izlemesi için bu mesajı /follow ve bir akışın ya da sitenin bağlantısıyla yanıtlayın.
channel-keep = Gönderileri bülten için sakla
channel-comment = İlk yorum olarak özet
channel-digest = Kanalın bülteni

### Bültenler ve akışlar

## Menüde görünen komutlar

command-digest = bülteni ayarlayın: ne zaman, nerede, ne kadar
command-catchup = son paylaşılanlar, hemen (/catchup 12: saat)
command-compare = iki bağlantının ortak ve ayrı söyledikleri
command-follow = bir akışı ya da siteyi takip eder
command-unfollow = bir akışın takibini bırakır
command-feeds = burada takip edilenler

## Bülten ve ayarları

digest-title = Bülten · { DATETIME($day, dateStyle: "long") }
digest-again = önceki bir haberde yenilik
digest-also = Şurada da:
digest-shared = { $count ->
    [one] Burada paylaşıldı:
   *[other] Burada { $count } kez paylaşıldı:
}
digest-left-out = { $count ->
    [one] Bir habere daha yer kalmadı.
   *[other] { $count } habere daha yer kalmadı.
}
digest-heading = Bülten
digest-none = Henüz bülten yok: “{ $name }”.
digest-none-here = Burada henüz bülten yok.
digest-how = Bülten, burada paylaşılanları ve /follow ile takip ettiğiniz akışların getirdiklerini toplar, her haberi bağlantılarıyla bir kez anlatır ve seçtiğiniz saatlerde gelir. Anlatacak bir şey yoksa gelmez.
digest-how-channel = Bülten, orada yayınlananları ve kanalın akışlarının getirdiklerini toplar, her haberi bağlantılarıyla bir kez anlatır ve seçtiğiniz saatlerde gelir. Anlatacak bir şey yoksa gelmez.
digest-how-private = Bülten, /follow ile takip ettiğiniz akışların getirdiklerini toplar, her haberi bağlantılarıyla bir kez anlatır ve seçtiğiniz saatlerde gelir. Anlatacak bir şey yoksa gelmez.
digest-this-chat = bu sohbet
digest-on = Aç
digest-off = Kapat
digest-preview = Şimdi göster
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = şimdi
digest-on-words = aç
digest-off-words = kapat
digest-empty = Şu anda anlatacak bir şey yok. Burada bir bağlantı paylaşın ya da /follow ile bir akışı takip edin: Bir akıştan, o andan sonra çıkanları anlatırım.
digest-empty-private = Şu anda anlatacak bir şey yok. /follow ile bir akışı takip edin: O andan sonra çıkanları anlatırım.
digest-when = Zaman: { $days }, { $times } ({ $zone })
digest-daily = her gün
digest-weekdays = pazartesiden cumaya
digest-where = Yer: { $where }
digest-here = burası
digest-to-me = bana, özelden
digest-length = Uzunluk: { $count ->
    [one] en çok { $count } haber
   *[other] en çok { $count } haber
}
digest-sources = Kaynaklar: { $sources }
digest-quiet = Sessiz saatler { $start }:00–{ $end }:00; o sıraya denk gelen sonra gelir
digest-next = Sıradaki: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = Kapalı.
digest-when-how = Günleri ve saatleri seçin; birden çok olabilir.
digest-when-last = En az bir gün ve bir saat kalmalı.
digest-zone-how = Saatler şu dilime göre: { $zone }. Başka bir şehir için “/digest” ile adını yazın, örneğin “/digest Ankara”.
digest-zone-found = Saatler artık şu dilime göre: { $zone }. Hangi şehri kastettiniz?
digest-target-how = Bülten nerede yayımlansın? Özelden yalnızca bana orada yazdıysanız alırsınız. Kanallar, ikimiz de yöneticiysek burada görünür.
digest-write-first = Size henüz özelden yazamıyorum. @{ $bot } sohbetini açın, “Başlat”a basın ve bunu yeniden seçin.
digest-button-when = Zaman
digest-button-zone = Saat dilimi
digest-button-where = Yer
digest-button-shared = Paylaşılanlar
digest-button-feeds = Akışlar
digest-button-quiet = Gece sessiz
digest-button-pin = Sabitle
button-back = Geri
day-0 = Pzt
day-1 = Sal
day-2 = Çar
day-3 = Per
day-4 = Cum
day-5 = Cmt
day-6 = Paz
doing-digest = Bülteni hazırlıyorum …
catchup-nothing = { $hours ->
    [one] Bildiğim kadarıyla son bir saatte burada bir şey paylaşılmadı ya da yayımlanmadı.
   *[other] Bildiğim kadarıyla son { $hours } saatte burada bir şey paylaşılmadı ya da yayımlanmadı.
}
catchup-how = Gruplarda ve kanallarda paylaşılanları, orada /digest açıldıktan sonra bilirim; bir de /follow ile takip edilen akışları.
catchup-usage = Komuttan sonra kaç saat geriye bakacağımı yazın, 1 ile { $most } arasında: “/catchup 12”. Sayı yoksa son { $usual } saate bakarım.
talk-title = En çok konuşulan
talk-replies = { $count ->
    [one] bir yanıt
   *[other] { $count } yanıt
}
talk-reactions = { $count ->
    [one] bir tepki
   *[other] { $count } tepki
}
compare-usage = Komuttan sonra iki bağlantı yazın: “/compare https://… https://…”. İkisinin de söylediğini ve yalnızca birinin söylediğini gösteririm.
compare-shared = { $count ->
    [2] İkisinin de söylediği:
   *[other] Hepsinin söylediği:
}
compare-nothing-shared = Ortak bir ifade bulamadım.
compare-other-languages = Farklı dillerdeler: ortak olanı yalnızca aynı dildeki metinlerde bulabilirim.
compare-only = Yalnızca { $number } ({ $site }) söylüyor:
button-compare = Karşılaştır

## Akışlar

doing-feed = Akışı arıyorum …
follow-usage = Komuttan sonra bir akışın ya da sitenin bağlantısını yazın: “/follow https://…”. Ya da bir OPML dosyasını /follow ile yanıtlayın.
follow-done = Artık takip ediyorum: “{ $title }”. Oradaki yenilikler bültende gelir; ne zaman olduğunu /digest söyler.
follow-done-off = Artık takip ediyorum: “{ $title }”. Oradaki yenilikler bültende gelir; bülten burada kapalı, /digest ile açılır.
follow-several = { $count ->
    [0] Hiçbirini takip edemedim.
    [one] Artık bir akışı takip ediyorum:
   *[other] Artık { $count } akışı takip ediyorum:
}
follow-failed = { $count ->
    [one] Birini takip edemedim:
   *[other] { $count } tanesini takip edemedim:
}
follow-later = { $count ->
    [one] Birine henüz sıra gelmedi. Aynısını bir daha gönderin, kaldığım yerden devam edeyim.
   *[other] { $count } tanesine henüz sıra gelmedi. Aynısını bir daha gönderin, kaldığım yerden devam edeyim.
}
unfollow-done = Takibi bıraktım: “{ $title }”.
unfollow-unknown = Bu, burada takip edilmiyor. /feeds her akışın numarasıyla listeyi gösterir.
feeds-title = Akışlar
feeds-how = Kelimelerini ve sınırını belirlemek ya da takibi bırakmak için bir akışı numarasıyla seçin.
feeds-words-set = Bu kelimeler artık buradaki bütün akışlar için geçerli.
feeds-none = Burada henüz bir şey takip edilmiyor. /follow ve bir bağlantıyla başlayın.
feeds-more = { $count ->
    [one] … ve bir tane daha
   *[other] … ve { $count } tane daha
}
feeds-file = Dosya olarak (OPML)
feeds-sent = Buyurun.
feed-cap = Bir bültende bu akıştan en çok kaç haber olsun?
feed-how = Kelimeyle seçmek için “/feeds { $number } +köprü -futbol” yazın: yalnızca + ile verilen kelimeleri içerenler anlatılır, - ile verilenleri içerenler hiç anlatılmaz. Numara yazmazsanız kelimeler buradaki bütün akışlar için geçerli olur.
feed-only = Yalnızca şununla: { $words }
feed-without = Asla şununla: { $words }
feed-words-off = Kelimeleri kaldır
feed-drop = Takibi bırak
feed-stopped = “{ $title }” akışı artık yok ya da okunamıyor. Artık ona bakmıyorum; yeni adresiyle /follow onu geri getirir.

### Satır içi mod. Düğmelere 60 karakter sığar.

inline-how = Bağlantı ya da okuduklarınızdan kelimeler
inline-nothing = Okuduklarınızın hiçbirinde bu geçmiyor
inline-slow = Biraz sürüyor: seçin ya da benimle okuyun
inline-short = Kısa: { $title }
inline-medium = Orta: { $title }
inline-long = Uzun: { $title }
inline-later = Özet: { $site }
inline-later-hint = Şimdi gönderin; sayfayı okuyunca cümleler gelir.
inline-open = Nutshell’e sor

### Botun işletilmesi: gizlilik, erişim, hız, sahipler.

## Menüde görünen komutlar

command-export = hakkınızda sakladığım her şeyin kopyası
command-language = burada hangi dili konuştuğum

## Gizlilik

privacy-how-long = Ne kadar süre: { $days ->
    [one] bir gün
   *[other] { $days } gün
} boyunca kullanmadığınız şeyler kendiliğinden silinir; bu süre boyunca buraya gelmezseniz sizinle ilgili her şey silinir.
privacy-who = Bu botu işleten:
privacy-owner = sahibi
privacy-hooks = Bu botu işleten, özetleri ve bültenleri kendi programlarına da aldırıyor: { $sites }.
privacy-export = /export hepsinin bir kopyasını verir.
export-done = Hakkınızda sakladığım her şey bu, programlar için bir dosya olarak (JSON). { $readings ->
    [0] Okuduğunuz makale yok.
    [one] Okuduğunuz makale içinde.
   *[other] Okuduğunuz { $readings } makale içinde.
}
export-private = Bunu benden özelden isteyin: Sakladıklarımın kopyası yalnızca sizin için.
export-too-large = Hakkınızda sakladıklarım Telegram için çok büyük. Bu botu işleten size bir kopya verebilir; kim olduğunu /privacy söyler.

## Bu sohbetin akışı, akış okuyucular için

command-rss = bu sohbetin RSS okuyucunuz için özel akışı
rss = “{ $title }” sohbetinde paylaşılanlar, okunanlar ve bültenleri, RSS okuyucular için akış olarak:
rss-mine = Burada okuduklarınız ve bültenleriniz, RSS okuyucular için akış olarak:
rss-secret = Bu adresleri bilen herkes de okuyabilir, bu yüzden kendinize saklayın. Yeni adres alınca eskileri bir yere gitmez.
rss-local = Bu adreslere şimdilik yalnızca çalıştığım bilgisayar ulaşabiliyor. Beni işleten, NUTSHELL_PUBLIC_URL ile başkalarına açabilir.
rss-no-server = Sunucum kapalı olduğu için burada akış yok; deneme sohbetinde hep kapalıdır. Beni işleten, NUTSHELL_LISTEN ile açabilir.
rss-off = Akış kapalı, adresleri bir yere gitmiyor. /rss yenilerini oluşturur.
rss-sent = Adresleri özelden gönderdim.
rss-write-first = Adresler yalnızca yöneticiler için, bu yüzden özelden gönderiyorum. Önce bana orada yazın, sonra burada yeniden isteyin.
rss-feed = { $title }: bağlantılar ve bültenler
rss-feed-mine = Nutshell ile okunanlar
button-rss-new = Yeni adres
button-rss-off = Kapat

## Dil

language-ask = Burada hangi dili konuşayım?
language-done = Bundan sonra burada Türkçe konuşuyorum.
language-unknown = O dili bilmiyorum. Bildiklerim: { $known }

## Hız ve erişim

rate-wait = Dakikada { $rate ->
    [one] bir mesajdan
   *[other] { $rate } mesajdan
} hızlı yazıyorsunuz. Hiçbir şey kaybolmaz: { $seconds ->
    [one] Bir saniye
   *[other] { $seconds } saniye
} sonra devam ederim.
# May show in a small box; at most 200 characters.
access-denied = Bu bot özel. İşleten kişi sizi içeri alabilir; numaranız: { $id }.
access-denied-chat = Bu bot özel, bu yüzden “{ $title }” içinde susuyor. İşleten kişi o sohbeti içeri alabilir; numarası: { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = Bu bot özel; numaranız: { $id }

## Sahipler için

allow-usage = Kimi? Komuttan sonra bir kişinin ya da sohbetin numarasını yazın veya bir mesajını yanıtlayın. Grupta komut tek başına grubun kendisi içindir.
allow-done = { $id } artık beni kullanabilir.
allow-already = { $id } beni zaten kullanabiliyordu.
deny-done = { $id } artık beni kullanamaz. Burada okunanlar, zamanla ya da komut satırındaki `forget { $id }` ile silinene kadar kalır.
deny-unknown = { $id } zaten içeri alınmamıştı.
access-open = Not edildi ama şimdilik bir şey değiştirmiyor: NUTSHELL_ACCESS “open” olduğu için herkes beni kullanabilir. “listed” olursa yalnızca içeri aldıklarınız kullanabilir.
stats = Kişi: { $people } (bugün { $active_day }, bir haftada { $active_week }, bir ayda { $active_month })
    Grup ve kanal: { $groups }
    Okunan makale: { $readings } (bir haftada { $readings_week }), saklanan metin: { $texts }
    Akış: { $feeds }, bülten: { $digests }
    Bekleyen mesaj: { $waiting }, vazgeçilen: { $set_aside }
    Veritabanı: { $megabytes } MB
broadcast-usage = Mesajı komuttan sonra yazın: “/broadcast Pazar günü bir saat yokum.” Göndermeden önce sorarım.
broadcast-private = Bunu özelden yapalım.
broadcast-too-long = Bu çok uzun: en çok { $limit } karakter.
broadcast-nobody = Henüz sizden başka gönderilecek kimse yok.
broadcast-ask = { $people ->
    [one] Bir kişiye gönderilsin mi?
   *[other] { $people } kişiye gönderilsin mi?
}
button-broadcast = Gönder
button-broadcast-drop = Gönderme
button-broadcast-stop = Durdur
broadcast-dropped = Gönderilmedi.
broadcast-begun = Yola çıktı. Herkese ulaşınca haber veririm.
broadcast-busy = Başka bir mesaj hâlâ yolda. Nereye vardığını /broadcast gösterir.
broadcast-none = Durduracak bir şey yok.
broadcast-report = { $state ->
    [running] Yolda.
    [stopped] Durduruldu.
   *[done] Bitti.
} Gönderilen: { $sent }. Ulaşılamayan (beni durduran ya da hiç yazmayan): { $unreachable }. Başarısız: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = Veritabanımın bulunduğu disk dolmak üzere: { $megabytes } MB kaldı. Yer açın ya da veritabanını taşıyın (NUTSHELL_DATABASE). Dolarsa hiçbir şey alamam.
owner-token = Token’ımı başka bir program da kullanıyor, bu yüzden her birimiz mesajların yalnızca bir bölümünü alıyor. Ötekini durdurun ya da @BotFather’dan yeni bir token alıp NUTSHELL_TOKEN ayarını yapın.
owner-webhook = Telegram webhook’uma mesaj getiremiyor: { $said } (bekleyen: { $waiting }). NUTSHELL_WEBHOOK_URL adresinin NUTSHELL_LISTEN adresine gittiğini ve sertifikasını kontrol edin.
owner-queue = Mesajlar yanıtı çok uzun bekliyor. Bekleyen: { $waiting }, en eskisi { $minutes ->
    [one] bir dakikadır
   *[other] { $minutes } dakikadır
} bekliyor. Nedeni günlüğümde yazıyor olabilir. Yalnızca iş çoksa NUTSHELL_WORKERS sayısını artırın ya da daha hızlı bir bilgisayar kullanın.
owner-database = Veritabanıma { $minutes ->
    [one] bir dakika
   *[other] { $minutes } dakika
} boyunca ulaşılamadı. Şimdi geri geldi; bu arada gelenleri yanıtlıyorum. Nedeni veritabanı sunucusunun günlüğünde yazıyor olabilir.
owner-hook = { $site } oraya gönderdiğim hiçbir şeyi almıyor (NUTSHELL_HOOKS): { $said }. Bir gün boyunca yeniden denerim. Adresi ve arkasındaki programı kontrol edin.

### Questions that an article suggests. The values are the article's own words, as they stand there.

suggest-said = { $name } ne dedi?
suggest-who = { $name } kimdir?
suggest-year = { $year } yılında ne oldu?
suggest-date = { $date } ne oldu?
suggest-about = Makalede { $name } ile ilgili ne deniyor?
suggest-name = { $name }?
# A place with the preposition before it.
suggest-place = { $place } ne oldu?
# A verb and what is first, only or most of its kind.
suggest-topmost = Ne { $what }?
# What is counted, with the rest of its clause.
suggest-count = Kaç { $what }?
# What somebody did: the article's words behind the name.
suggest-did = Kim { $what }?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = Makalede { $what } ile ilgili ne deniyor?

### Deneme sohbetinin sayfası

trial-title = Nutshell · deneme sohbeti
trial-chat = Nutshell ile sohbet
trial-you = Siz
trial-bot = Nutshell
trial-skip = Mesaj alanına geç
trial-about-title = Nutshell’i burada deneyin
trial-about = Nutshell sizin için makale okur. Bağlantı gönderin, metin yapıştırın ya da dosya bırakın: Önemli cümlelerle, kelimesi kelimesine yanıt verir. Sonra ona makaleyle ilgili bir şey sorun.
trial-about-private = Bu bir deneme sohbeti. Bu bilgisayarda, Telegram’sız ve hesapsız çalışır. Bilgisayardan dışarı bir şey çıkmaz; yalnızca Nutshell gönderdiğiniz bağlantıları açar.
trial-commands = Komutlar
trial-commands-none = Bot başlayınca komutlar burada görünür.
trial-example = Örnek bir makale
trial-example-send = Örnek makaleyi gönder
trial-example-open = Kendiniz okuyun
trial-example-title = Tasarrufu öğrenen deniz feneri
trial-example-lead = Bir liman kenti, fenerinin harcadığı elektriği yüzde 92 nasıl azalttı?
trial-write = Mesaj
trial-write-hint = Bağlantı, metin ya da soru
trial-send = Gönder
trial-attach = Dosya ekle
trial-menu = Komutlar
trial-reply = Yanıtla
trial-reply-to = Yanıt: { $name }
trial-reply-cancel = Ona yanıt verme
trial-language = Diliniz
trial-theme-dark = Koyu renkler
trial-restart = Botu yeniden başlat
trial-restart-hint = Botun sürecini bitirip yeniden başlatır. Sohbet kalır.
trial-state-starting = başlıyor
trial-state-ready = hazır
trial-state-stopping = yeniden başlıyor
trial-state-down = beklenmedik şekilde durdu, yeniden başlıyor
trial-state-offline = deneme sunucusuna bağlantı yok
trial-typing = yazıyor
trial-note-died = Bot kendiliğinden bitti (çıkış kodu { $code }). Yeniden başlatılıyor; gönderdikleriniz onu bekler.
trial-note-killed = Bot zorla bitirildi (sinyal { $signal }). Yeniden başlatılıyor; gönderdikleriniz onu bekler.
trial-note-ready = Bot yeniden çalışıyor.
trial-forwarded = İletilen mesaj
trial-quote-open = Tümünü göster
trial-quote-close = Daha az göster
trial-deleted = Silinen mesaj
trial-newest = En yeni mesaja git
trial-drop = Göndermek için dosyayı bırakın
trial-edited = düzenlendi
trial-close = Kapat
trial-reacted = Nutshell’in tepkisi
trial-buttons = Bu mesajın düğmeleri
trial-download = İndir: { $name }
trial-open-link = Yeri aç: { $site }
trial-size-kb = { $size } kB
trial-size-mb = { $size } MB
trial-message-of = { $name }, { $time }
trial-failed = Olmadı: { $reason }
trial-place = Sohbet
trial-place-private = Nutshell · özel sohbet
trial-place-group = grup
trial-place-channel = kanal
trial-topic-general = Genel
trial-topic-closed = { $name } (kapalı)
trial-speaker = Kim konuşuyor
trial-speaker-admin = { $name } (yönetici)
trial-speaker-anonymous = { $name } (anonim yönetici)
trial-play = Saat ve yetkiler:
trial-clock = Saati ileri al
trial-clock-hour = 1 saat
trial-clock-half-day = 12 saat
trial-clock-day = 1 gün
trial-clock-week = 1 hafta
trial-member = Nutshell bu sohbette
trial-member-left = içinde değil
trial-member-member = üye
trial-member-administrator = yönetici
trial-member-restricted = yazamaz
trial-member-hint = Bunu yalnızca bir yönetici değiştirebilir: Konuşan olarak birini seçin.
trial-outside = Nutshell bu sohbette değil ve burada hiçbir şey duymuyor. Şu olarak ekleyin:
trial-topic = Bu konu
trial-topic-name = Yeni konunun adı
trial-topic-open = Aç
trial-topic-close = Kapat
trial-topic-reopen = Yeniden aç
trial-topic-delete = Sil
trial-migrate = Bu grup
trial-migrate-do = Süper grup yap
trial-privacy = Gizlilik modu
trial-privacy-on = açık
trial-privacy-off = kapalı
trial-privacy-hint = Açıkken Nutshell, yönetici değilse yalnızca komutları, ona verilen yanıtları ve adının geçtiği mesajları görür.
trial-service-came = { $name } katıldı
trial-service-left = { $name } ayrıldı
trial-service-topic = Konu açıldı: { $name }
trial-service-shared = Sohbet seçildi: { $name }
trial-service-pinned = Bir mesaj sabitlendi
trial-service-closed = Konu kapatıldı
trial-service-reopened = Konu yeniden açıldı
trial-service-migrated = Grup artık bir süper grup
trial-via = { $name }, { $bot } aracılığıyla
trial-pinned = Sabitlendi
trial-more = Tepki ver ya da ilet
trial-forward = Nutshell’e ilet
trial-results = Sonuçlar
trial-keys = Klavyenin yerindeki düğmeler
trial-choose-chat = Bir sohbet seçin

### Komut satırı

cli-trial-ready = Deneme sohbeti açık: { $address }
    Durdurmak için Ctrl+C.
cli-trial-port-taken = { $wanted } numaralı bağlantı noktası dolu, bu yüzden kullanılan: { $port }.
cli-bot-ready = @{ $name } çalışıyor. Durdurmak için Ctrl+C.
cli-server-ready = Durum, ölçümler ve API şu adreste: { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = Böyle bir dosya yok. Adını kontrol edin ya da http:// veya https:// ile başlayan bir bağlantı verin.
cli-is-a-folder = Bu bir klasör. İçindeki dosyaların adını verin.
cli-file-unreadable = Dosya açılamıyor ({ $reason }).
cli-output-failed = Çıktı yazılamıyor ({ $reason }). Diskte yer açın ya da başka bir yere yazın.
cli-not-in-article = Makale bunu söylemiyor.
cli-nearest = En yakın bölümler:
cli-ask-prompt = Soru (bitirmek için boş bırakın)
cli-ask-from-pipe = Burada standart girdi makalenin kendisi; soruyu ondan sonra yazın.
cli-reading = Okunuyor
cli-digest-empty = Anlatacak bir şey yok.
cli-digest-one-form = --markdown, --html ve --json seçeneklerinden birini seçin.
cli-settings-refused = Nutshell bu ayarlarla başlayamıyor:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = { $name } diye bir ayar yok, bu yüzden bir etkisi yok. { $near } mi demek istediniz?
cli-setting-unknown = { $name } diye bir ayar yok, bu yüzden bir etkisi yok.
error-token-refused = Telegram bu token’ı tanımıyor. @BotFather’dan yeniden kopyalayıp NUTSHELL_TOKEN’a yazın.
error-not-loopback = Deneme sohbetinde giriş yok, bu yüzden { $host } dinlenerek başkalarına açılamaz. NUTSHELL_LISTEN ayarını 127.0.0.1:8090 yapın.
error-address-taken = { $address } adresini dinleyemiyorum: { $reason }. NUTSHELL_LISTEN için başka bir adres verin ya da bu adresi kullanan programı durdurun.

setting-token = token 123456:ABC-DEF biçimindedir, @BotFather böyle verir
setting-api-url = Bot API sunucusunun adresi http:// ya da https:// ile başlar
setting-database = veritabanı adresi sqlite:/// ya da postgresql:// ile başlar
setting-listen = dinleme adresi host:port biçimindedir, örneğin 127.0.0.1:8090
setting-webhook-url = webhook adresi https://bot.example.org/telegram biçimindedir
setting-webhook-secret = gizli anahtar 1–256 karakterdir: A–Z ve a–z harfleri, rakamlar, _ ve -
setting-webhook-open = NUTSHELL_LISTEN adresine ulaşan herkes bana Telegram adına mesaj gönderebilir; NUTSHELL_WEBHOOK_SECRET ayarlayın ya da 127.0.0.1 adresini dinleyin
setting-webhook-off = webhook için sunucu gerekir; NUTSHELL_LISTEN ayarını host:port yapın
setting-api-keys = anahtar en az 16 karakterdir: harfler, rakamlar ve . _ ~ + / -
setting-proxy = vekil sunucu adres denetimini atlar; özel adresleri kendisi reddediyorsa NUTSHELL_PROXY_FILTERS=yes yapın
setting-proxy-scheme = sayfalar için yalnızca HTTP vekil sunucuları olur: adres http:// ya da https:// ile başlar (SOCKS vekilinin önünde bir HTTP vekili gerekir)
setting-hooks = hook adresi https://example.org/nutshell biçimindedir
setting-hook-secret = hook’lar imzalanır; NUTSHELL_HOOK_SECRET en az 16 karakter olsun
setting-public-url = sunucunun herkese açık adresi https://bot.example.org biçimindedir
setting-locale = bot bu dili konuşmuyor; dilleri prompts/ klasöründeki dosyaların adlarıdır, örneğin en ya da tr
setting-number = bu, { $least } ile { $most } arasında bir tam sayıdır
setting-numbers = bunlar virgülle ayrılmış tam sayılardır
setting-choice = bu, şunlardan biridir: { $known }
setting-yes-no = bu, yes ya da no olur
setting-networks = ağlar 192.168.0.0/16 gibi yazılır, virgülle ayrılır

## İşletenin komutları

cli-backup-done = { $path } tam bir kopya: { $size } MB, { $people } kişi, { $readings } okuma, tablo sürümü { $revision }. Geri yüklemek için botu durdurun, dosyayı veritabanının yerine koyun ve yanındaki -wal ile -shm dosyalarını silin.
cli-backup-no-database = { $path } konumunda veritabanı yok. Nerede olduğunu NUTSHELL_DATABASE söyler.
cli-backup-server = PostgreSQL kopyalarını kendisi alır, bot çalışırken de: pg_dump --format=custom --file={ $path } ADRES. pg_restore geri yükler.
cli-backup-exists = { $path } zaten var. Var olmayan bir dosya adı verin.
cli-backup-not-written = { $path } yazılamadı: { $reason }. Var olan, yeri bulunan ve yazabildiğiniz bir klasördeki bir dosyayı adlandırın.
cli-backup-broken = Kopya tam değil, bu yüzden kopya yok: { $reason }. doctor komutunu çalıştırın; veritabanının bozuk olduğunu söylerse daha eski bir kopyayı geri yükleyin.
cli-migrate-done = Veritabanı güncel: { $people } kişi, { $readings } okuma.
cli-migrate-moved = Her şey artık yeni veritabanında: { $people } kişi, { $readings } okuma. NUTSHELL_DATABASE değerini onun adresi yapın ve botu başlatın.
cli-migrate-shortened = { $shortened } uzun adres artık kısaltılmış biçimiyle bulunuyor; iki biçimde de olan { $skipped } adres bir kez kaldı.
cli-token-needed = Hiçbir şey yapılmadı: gruplarda söylenenler, yalnızca botun token’ıyla elde edilebilen bir işaret altında tutulur. NUTSHELL_TOKEN değerini bottaki gibi ayarlayıp yeniden deneyin.
cli-forget-done = Silindi, birlikte silinen: { $count ->
    [one] bir okuma
   *[other] { $count } okuma
}.

doctor-token = Telegram token’ı tanıyor: @{ $name } botunun.
doctor-token-missing = Token ayarlanmamış. @BotFather’dan (/newbot) alıp NUTSHELL_TOKEN’a yazın.
doctor-token-refused = Telegram token’ı tanımıyor. @BotFather’dan (/mybots, API Token) yeniden kopyalayıp NUTSHELL_TOKEN’a yazın.
doctor-telegram-unreachable = { $address } yanıt vermiyor. Ağı ve güvenlik duvarını kontrol edin; Telegram engelliyse NUTSHELL_API_PROXY ayarlayın.
doctor-groups-on = Gruplara eklenebilir.
doctor-groups-off = Gruplara eklenemez. Değiştirmek için: @BotFather, /setjoingroups.
doctor-hears-on = Gruplarda her şeyi duyar.
doctor-hears-off = Gruplarda yalnızca komutları, yanıtları ve adının geçtiği mesajları duyar. Bağlantılar ve tepkiler için onu orada yönetici yapın ya da @BotFather, /setprivacy, Disable.
doctor-inline-on = Her sohbette satır içinden sorulabilir.
doctor-inline-off = Satır içinden sorulamaz. Değiştirmek için: @BotFather, /setinline.
doctor-polling = Mesajları Telegram’dan kendisi alıyor; orada bekleyen: { $waiting }.
doctor-webhook = Telegram mesajları webhook’a getiriyor; orada bekleyen: { $waiting }.
doctor-webhook-left = Telegram mesajları şuraya getiriyor: { $address }; ama burada webhook ayarlı değil. Bot başlarken onu kaldırır.
doctor-webhook-other = Telegram mesajları NUTSHELL_WEBHOOK_URL yerine şuraya getiriyor: { $address }. Bot başlarken adresi ayarlar; çalışıyorsa neden yapamadığını günlüğü söyler ya da bu token ikinci bir programdadır.
doctor-webhook-failing = Telegram webhook’a mesaj getiremiyor: { $said } (bekleyen: { $waiting }). Adresin NUTSHELL_LISTEN adresine gittiğini ve sertifikasını kontrol edin.
doctor-database = Veritabanı sağlam: { $people } kişi, { $readings } okuma.
doctor-database-new = Henüz veritabanı yok; ilk başlatma şunu oluşturur: { $path }.
doctor-database-server = Veritabanı sunucusu kullanılamıyor: { $reason }. Çalıştığını ve NUTSHELL_DATABASE içindeki adı, parolayı ve veritabanını kontrol edin.
doctor-database-refused = Veritabanı açılamıyor: { $path } ({ $reason }). Dosyanın ve klasörünün botu çalıştıran kullanıcıya ait olduğunu ve daha yeni bir sürümün onunla çalışmadığını kontrol edin.
doctor-database-broken = Veritabanı bozuk: { $reason }. Botu durdurup son kopyayı geri yükleyin (backup FILE).
doctor-disk = Diskte yer var: { $free } GB.
doctor-disk-full = Disk dolmak üzere: { $free } GB kaldı. Yer açın ya da veritabanını taşıyın (NUTSHELL_DATABASE).
doctor-data = Okuma için gereken her şey yüklü.
doctor-data-missing = Bir metin gerektiği gibi okunamıyor: { $reason }. Programı bağımlılıklarıyla birlikte yeniden kurun.
doctor-web = Sayfalar indirilebiliyor.
doctor-web-unreachable = { $page } indirilemiyor ({ $reason }). Ad çözümlemeyi, güvenlik duvarını ve varsa NUTSHELL_PROXY ayarını kontrol edin.
