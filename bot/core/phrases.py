"""How pages word what is no article: promotions, bylines, credits, copyright lines, in the languages of the web.

Each list is the start of a line or sentence, lower-cased. Written for this project.
"""

from __future__ import annotations


# Calls to read, watch, follow, subscribe.
PROMOTIONS = (
    # English
    r"sign up (?:for|to|here|now|today|below)\b",
    r"(?:please )?subscribe(?: (?:to|now|here|for|today)\b|[.!]?$)",
    r"(?:read|see|watch|find out|learn|listen) more(?:\s*[:»›>→]|\s+(?:about|on|here|at|from|in|stories)\b|[.!…]*$)",
    r"(?:read|watch|see|listen) (?:next|also)\b\s*[:»›>→]?",
    r"(?:also read|see also|related|recommended|more on this|watch|listen|read|more from|don['’]t miss)\s*[:»›>→]",
    r"related (?:articles?|stories|topics|content|links|coverage)\b.{0,60}$",
    r"(?:recommended|suggested) (?:for you|reading|stories)",
    r"you (?:may|might) also (?:like|be interested)",
    r"more (?:on this (?:story|topic)|top stories|from (?:the )?[a-z ]{3,30}$)",
    r"(?:please )?follow (?:us|me|our)\b(?=[^,]{0,120}$)(?: (?:on|at|for|via|channel)\b|[:@!.]|$)|follow @",
    r"(?:like|find|join|connect with) us (?:on|at)\b",
    r"(?:join|visit|check out) our (?:telegram|whatsapp|newsletter|channel|community|website|app|facebook|group)",
    r"(?:click|tap) (?:here|below|the link|on the link)\b",
    r"(?:download|get|install) (?:the|our) (?:free )?(?:[a-z]+ )?(?:app|newsletter|podcast)\b",
    r"get (?:the |our )?(?:[a-z’']+ ){0,5}(?:newsletter|delivered|in your inbox|straight to your inbox|sent to)",
    r"(?:enter|submit) your e-?mail",
    r"(?:share|tweet|print|save|comment|bookmark) this (?:article|story|post|page)",
    r"support (?:our|independent) journalism",
    r"(?:advertisement|advert|sponsored(?: content)?|paid content|promoted|skip (?:ad|advertisement|to))\b.{0,40}$",
    r"(?:story|article) continues (?:below|after)",
    r"(?:continue|keep) reading(?:\b.{0,30}$)",
    r"this (?:article|story|post|piece) (?:was |is )?(?:first |originally |also )?(?:appeared|published|posted) ",
    r"this (?:article|story|post) (?:may )?contains? affiliate",
    r"we (?:may )?earn (?:a )?commission",
    r"for more (?:news|stories|information|on this)[^.]{0,60}(?:visit|follow|click|subscribe|go to|see)",
    r"(?:our|the|sign up for our) (?:free )?(?:daily |weekly |morning )?newsletter\b.{0,60}$",
    r"newsletters?$|comments?$|share$|tags?:|topics?:|filed under",
    r"have (?:you got )?a (?:story|tip)\b.{0,120}$",
    r"not a (?:subscriber|member)",
    r"already (?:a subscriber|have an account)",
    # German
    r"(?:lesen|hören|sehen|erfahren) sie (?:auch|mehr|hier|dazu|weiter|jetzt)\b",
    r"(?:mehr (?:zum thema|dazu|lesen|infos?|von)|auch interessant|lesetipp|zum weiterlesen|weiterlesen|das könnte)\b",
    r"(?:abonnieren|folgen) sie\b",
    r"melden sie sich .{0,60}newsletter",
    r"jetzt (?:abonnieren|anmelden|registrieren|bestellen|testen|lesen|kostenlos|newsletter|herunterladen)",
    r"hier (?:geht es|gehts|geht's|können sie|klicken|finden sie|lesen)\b.{0,120}$",
    r"(?:anzeige|werbung)[:.]?$",
    r"(?:unser|der|zum|den) newsletter\b.{0,60}$",
    r"(?:kommentare?|teilen|schlagworte|themen)[:.]?$",
    # French
    r"(?:abonnez|inscrivez|connectez)-vous\b",
    r"(?:à )?(?:lire|voir|écouter|lisez) (?:aussi|également|la suite|plus)\b",
    r"(?:suivez|rejoignez|retrouvez)-nous\b",
    r"(?:publicité|cliquez ici|sur le même (?:sujet|thème)|pour aller plus loin|article réservé)\b.{0,80}$",
    # Spanish, Portuguese
    r"(?:suscríb(?:ete|ase|anse)|regístr(?:ate|ese)|inscríbete|haz clic|haga clic|síguenos|síganos)\b",
    r"(?:lea|lee|leer|ver|vea|mira) (?:también|además|más)\b",
    r"(?:te (?:puede|podría) interesar|más información:|publicidad$|únete a)",
    r"(?:inscreva-se|assine (?:o|a|já|agora)|siga-nos|siga (?:o|a|nosso)|clique aqui|cadastre-se|publicidade$)",
    r"(?:leia|veja|ouça) (?:também|mais)\b",
    # Italian
    r"(?:iscriviti|abbonati|seguici|clicca qui|pubblicità$|registrati)\b",
    r"leggi (?:anche|tutto|di più|l['’]articolo)\b",
    # Dutch, Scandinavian, Finnish
    r"(?:lees|bekijk) (?:ook|meer|verder|hier)\b",
    r"(?:abonneer|volg ons|meld je aan|schrijf je in|advertentie$)",
    r"(?:läs|se) (?:också|även|mer)\b",
    r"(?:prenumerera|följ oss|annons$|anmäl dig|teckna)\b.{0,100}$",
    r"(?:læs|se|les) (?:også|mere|mer)\b",
    r"(?:tilmeld dig|følg os|følg oss|meld deg på|annonce$|annonse$|abonner)\b",
    r"(?:lue (?:myös|lisää)|tilaa uutiskirje|seuraa meitä|mainos$)",
    # Polish, Czech, Slovak, South Slavic, Hungarian, Romanian
    r"(?:czytaj|zobacz|przeczytaj|sprawdź) (?:też|także|więcej|również|dalej)\b",
    r"(?:zapisz się|subskrybuj|obserwuj nas|polub nas|reklama$)",
    r"(?:čtěte|přečtěte si|čítajte|prečítajte si)(?: také| více| též| aj| tiež|:)",
    r"(?:přihlaste se k|sledujte nás|prihláste sa|sledujte nás|odebírejte)",
    r"(?:pročitajte|pratite nas|prijavite se na|preberite|spremljajte nas|citește și|citeşte şi|abonează-te|urmărește-ne)",
    r"(?:olvassa? (?:el |tovább)|iratkozz|iratkozzon|kövess|kövessen)",
    # Russian, Ukrainian, Belarusian, Bulgarian
    r"(?:подпис(?:ывайтесь|ывайся|аться)|подпишитесь|подпишись|следите за (?:нами|нашими)|присоединяйтесь к нам)",
    r"(?:читайте|смотрите|слушайте|узнайте) (?:также|ещё|еще|далее|подробнее|нас|больше|по теме)",
    r"(?:читать (?:далее|также|полностью|ещё|еще)|по теме:|материалы по теме|больше новостей|ещё по теме)",
    r"(?:реклама|на правах рекламы|поделиться|комментарии|теги)[:.]?$",
    r"(?:наш (?:телеграм|telegram|канал)|новости в telegram)",
    r"(?:підпис(?:уйтесь|уйтеся|атися)|підпишіться|стежте за нами|приєднуйтесь)",
    r"(?:читайте|дивіться) (?:також|більше|ще|нас)",
    r"(?:прочетете (?:още|също)|абонирайте се|последвайте ни|вижте (?:още|също)|чытайце таксама)",
    # Greek, Turkish
    r"(?:διαβάστε (?:επίσης|περισσότερα|ακόμη|εδώ)|εγγραφείτε|ακολουθήστε (?:μας|το)|δείτε (?:επίσης|περισσότερα))",
    r"(?:abone ol|bizi takip|takip edin|ayrıca (?:okuyun|bakınız)|ilgili haber|haberin devamı|reklam$|bunlar da ilginizi)",
    # Arabic, Persian, Urdu, Hebrew
    r"(?:اقرأ (?:أيضا|أيضًا|المزيد|ايضا)|اشترك|تابعنا|تابعونا|شاهد أيضا|للمزيد|إعلان$|بیشتر بخوانید|همچنین بخوانید|یہ بھی پڑھیں)",
    r"(?:קראו (?:גם|עוד)|הירשמו|הצטרפו|עקבו אחרינו|לכתבה המלאה|פרסומת$)",
    # Hindi, Bengali
    r"(?:(?:यह|ये) भी पढ़ें|और पढ़ें|सब्सक्राइब|हमें फॉलो|विज्ञापन$|আরও পড়ুন|আরো পড়ুন|বিজ্ঞাপন$)",
    # Chinese, Japanese, Korean
    r"(?:点击(?:这里|此处|阅读|查看)|相关(?:阅读|新闻|报道)|延伸阅读|推荐阅读|欢迎(?:订阅|关注)|订阅我们|关注我们|更多(?:新闻|精彩)|扫码|广告$)",
    r"(?:責任編輯|责任编辑|编辑[:：]|來源[:：]|来源[:：]|延伸閱讀|訂閱|點擊)",
    r"(?:関連記事|続きを読む|あわせて読みたい|こちらもおすすめ|広告$|フォロー(?:して|は)|登録は|【(?:写真|動画|関連|画像))",
    r"(?:관련\s?기사|구독(?:하기|과)|더 보기|함께 보면|광고$|좋아요)",
    # Vietnamese, Indonesian, Thai
    r"(?:xem thêm|đọc thêm|đăng ký (?:nhận|kênh|ngay)|theo dõi chúng tôi|quảng cáo$|mời bạn đọc)",
    r"(?:baca (?:juga|selengkapnya)|simak juga|ikuti kami|berlangganan|lihat juga|iklan$)",
    r"(?:อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง|ติดตามเรา|สมัครสมาชิก|โฆษณา$|คลิกที่นี่)",
)

# What a picture's line opens with.
CREDIT_LABELS = (
    r"(?:file |stock |cover |ap |reuters |afp )?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|video|screenshot)"
    r"(?: credits?| courtesy)?\s?(?::|©|by\b|courtesy|via\b|/)",
    r"(?:caption|credits?|source|image credit|photo credit|picture credit)\s?:",
    r"(?:symbol|archiv|agentur|titel|vorschau)?(?:foto|bild|grafik|abbildung|fotos|bilder|video)s?\s?(?::|©|/|von [^.!?]{3,40}$)",
    r"(?:quelle|bildquelle|fotoquelle|bildnachweis|bildrechte|fotocredit|symbolbild|symbolfoto|archivbild)\b",
    r"(?:crédits?(?: photo)?|photo|image|source|illustration|légende)\s?(?::|©|par\b)",
    r"(?:foto|imagen|imágenes|crédito|créditos|fuente|fotografía|imagem|fonte|divulgação|reprodução|fotografia)\s?(?::|©|de\b|di\b|por\b|/)",
    r"(?:beeld|bron|foto|bild|kuva|kilde|kilder|källa|lähde|valokuva|zdjęcie|fot\.|źródło|zdroj|izvor|kép|fotó|forrás|sursa|kaynak)\s?(?::|©|/|\.)",
    r"(?:фото|снимок|изображение|источник|иллюстрация|скриншот|видео|джерело|кадр|снимка|източник)\s?(?::|©|—|–|-\s|/|из\b|с сайта|автора)",
    r"(?:φωτογραφία|φωτο|πηγή|εικόνα)\s?[:©]",
    r"(?:الصورة|صورة|المصدر|תמונה|צילום|קרדיט|مصدر|عکس|منبع|تصویر|फोटो|चित्र|स्रोत|ছবি|সূত্র)\s?[:：/]",
    r"(?:图片来源|图|图片|照片|圖|資料照|写真|画像|出典|提供|사진|출처|그래픽)\s?[:：/=＝]",
    r"(?:ảnh|nguồn|foto|sumber|gambar|ภาพ|ที่มา)\s?:",
)
FIGURE_LABEL = (
    r"(?:fig(?:ure|\.)?|table|abb(?:ildung|\.)?|tab(?:elle|\.)|рис(?:унок|\.)|табл(?:ица|\.)|figura|figure|tabla|tableau|图|表|図)"
    r"\s?\d+(?:[.:]\d+)?\s?(?:[:：|–—]|\.\s[^\W\d_])"
)

# Who wrote it and when; the line holds nothing else.
BYLINE_LABELS = (
    r"(?:written|reported|posted|published|edited|reviewed|compiled|translated|produced|words|story|interview|analysis|text|reporting|additional reporting) by ",
    r"(?:author|authors|by|autor|autorin|autoren|text|redaktion|auteur|autore|autrice|författare|forfatter|skribent|kirjoittaja|yazar|yazan|penulis|tác giả)\s?:",
    r"(?:автор|авторы|текст|автори|корреспондент|редактор|συντάκτης|συγγραφέας|الكاتب|كتب|בקע|מאת|نویسنده|लेखक|作者|记者|記者|文|文\s?/|글|기자)\s?[:：/]",
    r"(?:published|updated|last (?:updated|modified)|posted|first published|modified)\b(?: on| at|:)?[^.]{0,60}\d",
    r"(?:veröffentlicht|aktualisiert|stand:|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|"
    r"publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубликовано|обновлено|опубліковано|оновлено)\b[^.]{0,30}\d.{0,30}$",
    r"(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|время чтения|leestijd)\b",
    r"\d{1,3}[ -]?(?:min(?:ute)?s?\.? read|min\.? lesezeit|мин(?:ут|уты)? чтения|min de lecture|minuten lesezeit)",
)
BYLINE_WORDS = r"(?:By|BY|Von|Par|Por|Di|De|Da|Door|Av|Af|Od|Autor|Написал|Написала|Από)"

COPYRIGHT = (
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d|:|by )|copyright [\w .,&]{2,50}\d{4}|copr\.|℗|™)",
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados",
    r"tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|všechna práva vyhrazena",
    r"все права защищены|усі права захищено|всі права захищені|με επιφύλαξη παντός δικαιώματος|tüm hakları saklıdır",
    r"جميع الحقوق محفوظة|כל הזכויות שמורות|版权所有|无断转载|無断転載|著作権|저작권자|무단\s?전재|转载请|hak cipta",
    r"(?:reproduction|republication|redistribution) .{0,60}(?:prohibited|without permission)",
    r"(?:при (?:использовании|перепечатке|цитировании) .{0,60}(?:ссылка|обязательна))",
    r"this material may not be published",
)
AGENCIES = (
    r"AP|AFP|EPA|EPA-EFE|EFE|ANSA|ANP|TASS|ТАСС|UPI|PA|PTI|APA|NTB|TT|SID|ČTK|MTI|LUSA|Lusa|Reuters|REUTERS|dpa|Xinhua|Sputnik|"
    r"РИА Новости|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|iStock(?:photo)?|iStockphoto|Alamy(?: Stock Photo)?|Unsplash|Pexels|Pixabay|Bloomberg|"
    r"Rex(?: Features)?|ZUMA(?: Press)?|Zuma Press|NurPhoto|Imago|imago(?: images)?|IMAGO|picture alliance|picture-alliance|Keystone|"
    r"KEYSTONE|Scanpix|Ritzau|Flickr|Wikimedia(?: Commons)?|Wikipedia|Adobe Stock|Anadolu(?: Agency)?|NASA|ESA|BBC|CNN|Handout|Pool"
)
