"""What walls, errors and lists say of themselves, in the languages of most of the web.

No phrase decides alone: `page_kinds` looks for them in titles, headings, buttons and on pages without a body.
"""

from __future__ import annotations

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


def _whole(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(phrases)})\W*$", re.IGNORECASE)


BOT_CHECK = _any(
    r"(?:verify(?:ing)?|confirm(?:ing)?|mak(?:e|ing) sure|check(?:ing)?) (?:that )?you(?:'|’| a)?re"
    r" (?:not a (?:ro)?bot|(?:a )?human)",
    r"(?:are you|i(?:'|’)m not) a robot",
    r"checking (?:your|if the site) ?(?:browser|connection)?",
    r"just a moment",
    r"security (?:check|verification)",
    r"enable javascript and cookies to continue",
    r"unusual (?:traffic|activity)",
    r"attention required",
    r"complete the (?:captcha|challenge|security check)",
    r"\bcaptcha\b",
    r"ddos protection",
    r"access (?:to this page )?(?:has been |is |was )?(?:denied|blocked)",
    r"you(?:'|’| ha)ve been blocked",
    r"verifying your browser|security of your connection",
    r"press (?:&|and) hold",
    r"pardon our interruption",
    r"automated (?:access|requests|queries)",
    r"request (?:was |has been )?blocked",
    r"verification required|prov(?:e|es|ing) (?:that )?you(?:'|’| a)?re (?:an? )?(?:human|person|real)",
    r"prove your humanity|know (?:that )?you(?:'|’| a)?re a real person|reminds us of a (?:ro)?bot",
    r"sicherheits(?:überprüfung|prüfung)|kein roboter|bist du ein mensch|ihr(?:en)? browser (?:wird"
    r" )?überprüf|dass (?:sie|du) ein mensch|sicherheit ihrer verbindung",
    r"vérifi(?:er|ez|cation).{0,30}(?:humain|robot)|n(?:'|’)êtes pas un robot",
    r"sécurité de votre connexion",
    r"no (?:eres|soy|es) un robot|(?:verific|confirm)\w+ que (?:eres|(?:usted )?es) (?:un )?(?:ser )?humano"
    r"|seguridad de (?:su|tu) conexión",
    r"не робот|проверка (?:браузера|безопасности)|вы человек|доступ ограничен|безопасность вашего"
    r" (?:подключения|соединения)",
    r"non sei un robot|di essere (?:un )?(?:essere )?uman|sicurezza della tua connessione",
    r"não (?:é|sou) um robô|que (?:você )?é (?:um )?(?:ser )?humano|segurança da sua conexão",
    r"robot olmadığınızı|insan olduğunuzu|bağlantınızın güvenliğini",
    r"nie jesteś robotem|że jesteś człowiekiem|bezpieczeństwo (?:twojego )?połączenia",
    r"geen robot|dat u een mens bent|beveiliging van uw verbinding",
    r"ロボットではありません|人間であることを|接続のセキュリティ|人机验证|安全验证|验证您是真人|连接的安全性"
    r"|사람인지 확인|로봇이 아닙니다|연결의 보안",
    r"أنك (?:إنسان|لست روبوت)|أمان اتصالك|xác minh (?:rằng )?bạn (?:là|không phải)",
)
CONSENT = _any(
    r"cookies?\b",
    r"\bconsent\b",
    r"your privacy|privacy (?:policy|settings|choices|preferences)",
    r"(?:our|\b\d+) (?:advertising )?partners",
    r"personal data|personali[sz]ed (?:ads|content|advertising)|legitimate interest|store and/or access",
    r"datenschutz|einwilligung|personenbezogen|werbepartner|verarbeit",
    r"consentement|vie privée|données personnelles|partenaires",
    r"consentimiento|privacidad|datos personales|privacidade|dados pessoais|socios",
    r"файл\w* cookie|куки|персональн\w+ данн|конфиденциальност",
    r"consenso|dati personali|toestemming|gegevens|prywatno|zgod[aęy]|çerez|kişisel veri",
    r"クッキー|プライバシー|同意|隐私|个人信息|쿠키|개인정보",
)
ACCEPT = _any(
    r"^(?:i )?(?:accept|agree|allow)(?: (?:all|and (?:close|continue)|cookies|everything))*\W*$",
    r"^(?:reject|decline|refuse|deny)(?: (?:all|cookies|optional cookies))*\W*$",
    r"^(?:accept|reject|allow|agree)\b.{0,25}$",
    r"^(?:manage|more|cookie|privacy) (?:options|settings|preferences|choices|cookies)\W*$",
    r"^got it\W*$",
    r"^(?:alle(?:s)? )?(?:akzeptieren|zustimmen|einwilligen|ablehnen|annehmen)\b.{0,30}$"
    r"|^alle .{0,12}(?:akzeptieren"
    r"|ablehnen|annehmen)\W*$"
    r"|^einstellungen.{0,12}$",
    r"^(?:tout )?(?:accepter|refuser)\b.{0,25}$|^j(?:'|’)accepte\W*$|^paramétrer.{0,20}$",
    r"^(?:aceptar|rechazar|aceitar|rejeitar|accett[ao]|rifiut[ao])\b.{0,25}$",
    r"^(?:принять|согласен|отклонить|настроить)\b.{0,20}$",
    r"^(?:alles )?(?:accepteren|weigeren)\b.{0,20}$|^(?:akceptuj|zgadzam|odrzuć)\w{0,3}\b.{0,25}$",
    r"^(?:tümünü )?(?:kabul et|reddet)\w*\W*$|^(?:chấp nhận|từ chối)\b.{0,20}$",
    r"^(?:すべて|全て)?(?:に)?(?:同意|許可|承諾|拒否)(?:する|します|しない)?$|^(?:全部)?(?:接受|同意|拒绝)(?:所有|全部)?.{0,8}$"
    r"|^(?:모두 )?(?:동의|수락|거부)\w{0,4}$",
)
LOGIN = _any(
    r"\b(?:log|sign) ?in\b",
    r"\bsign ?up\b|create (?:an|your) account|\bregister\b",
    r"forgot(?:ten)? (?:your )?password|remember me",
    r"members? only",
    r"\banmeld|einloggen|registrier|passwort vergessen",
    r"se connecter|connexion|mot de passe|s(?:'|’)inscrire|identifi(?:ant|ez)",
    r"iniciar sesión|contraseña|entrar\b|accedi\b|inloggen|zaloguj|войти|вход\b|парол",
    r"you need access|request access|switch to an account|private (?:community|group|account|profile)",
    r"ログイン|登录|登入|로그인|giriş yap|đăng nhập",
)
ERROR = _any(
    r"\b(?:404|410|403|401|451|500|502|503|504)\b",
    r"unavailable (?:due to|for) legal reasons|access cannot be granted",
    r"(?:page|file|site|article|content|resource|url) (?:you(?:(?:'|’)re| are)? (?:requested|looking for"
    r"|tried).{0,30})?"
    r"(?:is |was |could |can)?(?:not|(?:no longer|un)) ?(?:be )?(?:found|available|exist)",
    r"not found",
    r"(?:page|content|account|profile|post) (?:does(?:n(?:'|’)t| not)|no longer) (?:exist|available)",
    r"(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out",
    r"something went wrong|an error (?:has )?occurred|unexpected error|oops",
    r"(?:we )?can(?:no|(?:'|’))t find (?:the|that|this) page|page (?:is )?missing",
    r"(?:we )?could(?: not|n(?:'|’)t) find (?:the|that|this) page",
    r"may have (?:been )?(?:moved|deleted|removed)|\b(?:the|our) home ?page|zur (?:startseite|homepage)"
    r"|page d(?:'|’)accueil|página (?:de inicio|principal|inicial)|pagina (?:iniziale|principale)|на главную",
    r"not (?:currently )?available in your (?:region|country|location|area)|too many requests",
    r"(?:video|recording|post|story|account) (?:is |was |has been )?(?:unavailable|removed|deleted|closed)"
    r"|(?:has|have|was|were) (?:removed|deleted) (?:it|by)\b|(?:is|was|are)n(?:'|’)t available",
    r"temporarily (?:down|unavailable)|under maintenance|be back (?:soon|shortly)",
    r"(?:performing|undergoing|down for) (?:some )?(?:scheduled|planned|routine) maintenance"
    r"|we(?:(?:'|’)| wi)ll be right back",
    r"account (?:has been )?suspended",
    r"nicht gefunden|nicht (?:mehr )?verfügbar|fehler (?:ist )?(?:aufgetreten)?|existiert nicht"
    r"|wartungsarbeiten",
    r"introuvable|n(?:'|’)existe (?:pas|plus)|une erreur",
    r"no (?:se )?(?:ha )?(?:encontrad|existe|disponible)|no está disponible|nunca existió",
    r"não (?:foi )?encontrad|non (?:è stata )?trovat",
    # With what was taken down: teams are out of a cup, players sent off, villages far away in these words.
    r"wurde .{0,30}(?:gelöscht|entfernt)|(?:gelöscht|entfernt) worden|ist (?:leider )?gelöscht",
    r"(?:page|vidéo|contenu|publication|compte|article)\b.{0,20} a été (?:supprim|retir)",
    r"(?:página|pagina|v[ií]deo|conten(?:id|ut)o|conteúdo|publicación|postagem|cuenta|conta|account|artículo"
    r"|articolo|artigo)\b.{0,20} (?:ha sido|fue|foi|è stat[oa]) (?:eliminad|retirad|removid|rimoss|excluíd)",
    r"(?:страниц|видео|запис|публикаци|аккаунт|материал|стать|пост)\w*\b.{0,20}"
    r" (?:было|была|был) удал[её]н",
    r"не найден|не существует|ошибка|niet gevonden|nie (?:znaleziono|znaleźliśmy|istnieje)",
    r"bulunamadı|bulunmuyor|artık mevcut değil|không tìm thấy|không tồn tại|nenalezena|nem található",
    r"見つかり(?:ません|ませんでした)|不存在|找不到|찾을 수 없|존재하지 않|غير موجود|לא נמצא|δεν βρέθηκε",
)
PAYWALL = _any(
    r"(?:to|and) (?:continue|keep) reading",
    r"continue reading (?:this|the|with|your|for)",
    r"(?:read|unlock|access) (?:the )?(?:full|rest|whole|entire|this) (?:of (?:the|this) )?(?:article"
    r"|story|text)",
    r"(?:article|story|content|post) is (?:for|only (?:for|available)|available (?:only )?(?:to|for)"
    r"|reserved for|exclusive)"
    r" .{0,20}(?:subscribers?|members?|readers)",
    r"(?:for|to) (?:paid |paying )?(?:subscribers|members)(?: only)?\W*$",
    r"subscri(?:be|bers?) (?:now |today )?(?:to|for) (?:continue|read|unlock|access|full)",
    r"already (?:a |an )?(?:subscriber|member|subscribed)",
    r"(?:reached|used|read) (?:your|the) (?:limit|monthly limit|last free)|free articles? (?:left|remaining"
    r"|this month)",
    r"(?:start|begin) your (?:free )?(?:trial|subscription)",
    r"weiterlesen mit|jetzt weiterlesen|nur für abonnent|diesen (?:artikel|text).{0,25}(?:weiterlesen"
    r"|lesen sie mit|freischalten)"
    r"|mit .{0,12}\+ .{0,12}(?:lesen|weiterlesen)|bereits abonnent|(?:exklusiv )?für abonnent",
    r"réservé (?:à nos |aux )?abonné|pour lire la suite|déjà abonné|lire la suite de l(?:'|’)article|il"
    r" vous reste .{0,12}à lire",
    r"(?:exclusivo|solo) para suscriptores|suscríbete para (?:seguir|leer|continuar)|ya (?:eres|soy)"
    r" suscriptor"
    r"|exclusiv[oa] para assinantes|riservat[oa] agli abbonati|continua a leggere con|per continuare a"
    r" leggere",
    r"(?:только )?для подписчиков|чтобы (?:читать|прочитать) (?:дальше|полностью)|оформите подписку",
    r"alleen voor abonnees|lees verder met|dla (?:subskrybentów|prenumeratorów)|有料会員|会員限定|订阅后",
)
# A wall that says so of the very text before it; an offer of a subscription may stand on any page.
LOCKED = _any(
    r"(?:this|the) (?:article|story|content|post|page) is (?:only )?(?:for|available (?:only )?(?:to|for)"
    r"|reserved for|exclusive (?:to|for)) (?:our )?(?:paid |paying |registered )?(?:subscribers?|members?)",
    r"(?:diese[nr]?|den|der|ganzen) (?:artikel|text|beitrag)\b.{0,25}(?:weiterlesen|lesen sie mit"
    r"|freischalten)",
    r"(?:suite|article|contenu) (?:est |de cet article est )?réservée? (?:à nos |aux )?abonné"
    r"|il vous reste .{0,12}à lire",
    r"este (?:artículo|contenido) es (?:exclusivo|solo) para suscriptores"
    r"|(?:conteúdo|matéria) exclusiv[oa] para assinantes"
    r"|(?:articolo|contenuto) (?:è )?riservato agli abbonati",
    r"(?:create an account|sign up|subscribe|join) to read the (?:full|rest of the) (?:story|article|post)",
)
# What a link beside such a label says where it leads to an offer, and no headline does.
OFFER = _any(
    r"\bsubscri(?:be|ption)|\bunlimited (?:digital )?access|free trial|cancel any ?time",
    r"(?:digital|full) access",
    r"\b(?:your|the) first (?:\d+ )?(?:year|month|week)",
    r"\bsave \d+ ?(?:%|per ?cent)|\d+ ?(?:%|per ?cent) off\b",
    r"(?:pounds?|dollars?|euros?|[$€£] ?\d[\d.,]*|\d ?[$€£]|cents?|pence)"
    r" (?:a|per|each|every) (?:day|week|month|year)",
    r"\b(?:log|sign) ?in\b|\bsign ?up\b|become a (?:member|supporter|subscriber)|\bjoin (?:us|now|today)\b",
    r"\babonnieren\b|\babo\b|probe(?:abo|monat|lesen)|(?:jetzt|gratis|kostenlos).{0,25}(?:testen|lesen|sichern)"
    r"|(?:€|euro) (?:pro|im|die) (?:woche|monat|jahr)|monatlich|jederzeit kündbar"
    r"|% (?:sparen|rabatt)|\banmelden\b",
    r"abonne(?:z-vous|r\b|ment)|sans engagement|essai gratuit|(?:€|euros?) (?:par|/) ?(?:mois|semaine|an)\b"
    r"|% de (?:réduction|descuento|desconto|sconto)|se connecter|connectez-vous",
    r"suscr(?:í|i)b|suscripci|prueba gratis|(?:€|euros?) (?:al|por) (?:mes|semana|año)|inicia(?:r)? sesión",
    r"\bassin(?:e|ar|atura)\b|\babbona(?:ti|rsi|mento)|prova gratuita|(?:€|euro) al mese|\baccedi\b",
    r"подпи(?:шитесь|ска на|саться)|пробн(?:ый|ая)|войти|\babonnement|word (?:lid|abonnee)"
    r"|per maand|prenumer|subskryb"
    r"|abone ol|đăng ký|購読|订阅|구독|اشترك",
)
OFFER_PATH = re.compile(
    r"[/.](?:[a-z0-9]+[-_])*(?:subscri\w*|abo|abos|abonn\w*|abbon\w*|suscri\w*|assin\w*|offers?|offres?|angebote?|plans"
    r"|pricing|log-?in|sign-?(?:in|up)|regist\w*|trial|join|membership|premium|checkout|account|upgrade)(?:[-_./]|$)"
)
# How a paragraph begins that says who wrote the article: a name, and what that person does.
ABOUT_THE_AUTHOR = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][\w.’'-]*\s+){2,5}(?:(?:is|was|has been|works as|writes|covers|reports|joined|est"
    r"|écrit|ist|schreibt|arbeitet|es|escribe|é|è|scrive|jest|is een|—|–|,)\s)(?:.{0,60}?)"
    r"\b(?:(?i:writer|reporter|journalist\w*|columnist|editor|correspondent|author|novelist|critic|redakteur\w*"
    r"|reporterin"
    r"|autor\w*|schreibt|rédact\w+|journaliste|periodista|redactor\w*|giornalista|jornalista|redattr?ice|redattore"
    r"|dziennika\w+|журналист\w*|корреспондент\w*|обозреватель))\b"
)
NEEDS_SCRIPT = _any(
    r"(?:enable|requires?|need(?:s)? to enable|turn on|activate|without) java ?script",
    r"java ?script (?:is |to be )?(?:required|disabled|not enabled|must be)",
    r"unsupported browser|browser (?:is )?(?:not supported|out ?dated)|(?:update|upgrade) your browser",
    r"java ?script (?:aktivieren|einschalten|ist deaktiviert)|activer java ?script|habilit\w+ java"
    r" ?script|включите java ?script",
    r"^loading",
)
SEARCH = _any(
    r"search results?|results for|you searched for|\b\d+ results",
    r"suchergebnis|ergebnisse für|résultats? (?:de (?:la )?recherche|pour)|resultados (?:de|para)"
    r"|результаты поиска"
    r"|risultati (?:di|per|della)|zoekresultaten|wyniki wyszukiwania|検索結果|搜索结果",
)
TAG = _any(
    r"^(?:tag|topic|schlagwort|thema|étiquette|etiqueta|тег|метка)\b\s*[:\-–]",
    r"(?:posts|articles|stories|news) (?:tagged|about|on|by)\b",
    r"tag archives?|archives? (?:for|by) ",
    r"beiträge (?:zum thema|mit dem schlagwort)|articles? (?:étiquetés|sur le thème)|записи с меткой",
)
SHOP = _any(
    r"add to (?:cart|bag|basket)|buy now|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al"
    r" carrello"
    r"|в корзину|adicionar ao carrinho|in winkelwagen|do koszyka|カートに入れる|加入购物车",
    r"(?:sort by|filter by)\W|sortieren nach|trier par|ordenar por",
)
# With what a list is narrowed and set in order, and how much is in it: all that a label says.
SORTING = _whole(
    r"(?:sort(?:ed)?|filter(?:s|ed)?|refine|order)(?: by| results)?",
    r"(?:showing )?\d[\d,.]*(?: ?[-–] ?\d+)?(?: of \d[\d,.]*)? (?:results|items|products|articles|posts"
    r"|courses|jobs|titles|recipes|episodes|entries)",
    r"sortieren(?: nach)?|sortierung|filtern?|\d[\d.]* (?:ergebnisse|artikel|treffer|produkte)",
    r"trier(?: par)?|filtrer|\d[\d ]* (?:résultats|articles|produits)",
    r"ordenar(?: por)?|filtrar|filtros|\d[\d.]* (?:resultados|productos|artículos|produtos)",
    r"ordina(?: per)?|filtra|filtri|\d[\d.]* (?:risultati|prodotti|articoli)",
    r"сортировать|сортировка|фильтры?|sorteren(?: op)?|sortuj|filtruj|並び替え|絞り込み|排序|筛选",
)
# Under such headings readers talk, and what they say can be sorted and leafed through as well.
TALK = re.compile(
    r"^(?:\d[\d.,]* )?(?:(?:reader|user) )?(?:comments?|replies|responses|discussion|kommentare?"
    r"|commentaires?|réactions|coment[aá]rios?|commenti|комментари\w*|коментар\w*|yorum\w*|reacties|komentarz\w*|التعليقات|コメント|评论|評論"
    r"|댓글)(?!\w)",
    re.IGNORECASE,
)
# How a list is leafed through; a guide is, too.
LEAFING = _whole(
    r"(?:view|show|load|see) (?:all|more)|page \d+(?: of \d+)?|(?:next|previous|prev)(?: page)?"
    r"|(?:older|newer) (?:posts?|entries)",
    r"mehr (?:laden|anzeigen)|(?:nächste|vorherige) seite|seite \d+(?: von \d+)?",
    r"(?:voir|charger) plus|page suivante|(?:ver|cargar|mostrar) más|(?:página )?siguiente",
    r"mostra altri|carica altro|carregar mais|próxima|показать ещ[её]|следующая|meer laden|volgende|następna"
    r"|もっと見る|次へ|加载更多|下一页",
)
PRICE = re.compile(
    r"(?:[$€£¥₽₹]|\b(?:usd|eur|gbp|руб)\b)\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€£₽zł]|\beur\b|руб)", re.IGNORECASE
)
FORUM_INDEX = _any(
    r"^(?:threads?|topics?|replies|views|last post|posts|latest (?:posts|topics)|themen|antworten|letzter"
    r" beitrag"
    r"|sujets|réponses|dernier message|темы|ответы|последнее сообщение|temas|respuestas)\W*\d*$",
)
ASKS_CONSENT = _any(
    r"\bwe (?:and (?:our|selected|\d+)|use|value|need|care|process|would like|ask)\b.{0,80}(?:cookie"
    r"|partner|privacy|consent|data)",
    r"we value your privacy|before you continue|your privacy (?:choices|matters|is important)",
    r"(?:uses?|using) cookies (?:to|for|and)",
    r"store and/or access information|by (?:clicking|continuing|using)\b.{0,60}(?:accept|agree|consent"
    r"|cookie)",
    r"wir (?:und (?:unsere|bis)|verwenden|nutzen|setzen|brauchen|benötigen|verarbeiten)\b.{0,80}"
    r"(?:cookie|partner|daten|zustimmung|einwilligung)|cookies zu(?:stimmen|lassen)"
    r"|mit (?:ihrer |deiner )?einwilligung in|mit werbung (?:weiter|lesen)",
    r"nous (?:et nos|utilisons|respectons)\b.{0,60}(?:cookie|partenaire|vie privée)"
    r"|continuer sans accepter",
    r"(?:nosotros|utilizamos|usamos|valoramos|respetamos|utilizziamo|usiamo|noi e)\b.{0,60}(?:cookie"
    r"|socios|privaci|partner|parceiros)",
    r"мы (?:используем|ценим|и наши)\b.{0,60}(?:cookie|куки|конфиденциальност|партн[её]р|данн)",
    r"(?:wij|we) (?:en onze|gebruiken)\b.{0,60}(?:cookie|partner)|używamy\b.{0,40}cookie|クッキーを使用"
    r"|使用\s?cookie|çerez\w* kullan|쿠키를 사용",
)
# Titles that are nothing but the name of an error.
ERROR_TITLE = re.compile(
    r"^\W*(?:error\W*)?(?:404|410|403|451|500|502|503)\b(?:\W*$|\W*[:|–—-].{0,60}$|\W+(?:(?:page|file|site)\W+)?"
    r"(?:not|no|error|forbidden|internal|bad|service|gone|unavailable|access|oops|sorry|seite|fehler|erreur"
    r"|страница|ошибка)\b.{0,60}$)"
    r"|^\W*(?:(?:404|error|oops|sorry|whoops)\W+)*(?:(?:the |this |that )?(?:page|article|story|content"
    r"|file|site)"
    r" (?:you.{0,40} )?(?:was |is |could |can|does)?\s?(?:not?|n(?:'|’)t|no longer) (?:be )?(?:found"
    r"|available|exists?))\b.{0,40}$"
    r"|^\W*(?:not found|access denied|forbidden|bad gateway|service unavailable|internal server error"
    r"|something went wrong|page (?:not|isn(?:'|’)t) (?:found|available)|seite nicht gefunden|page"
    r" (?:introuvable|non trouvée)"
    r"|página no encontrada|pagina non trovata|página não encontrada|страница не найдена"
    r"|pagina niet gevonden"
    r"|nie znaleziono strony|sayfa bulunamadı|unavailable (?:due to|for) legal reasons"
    r"|(?:we(?:'|’)ll |we will )be (?:right back|back soon))\b.{0,40}$",
    re.IGNORECASE,
)
# Addresses of shelves, and of other lists.
GOODS_PATH = re.compile(
    r"/(?:c|cat|collections?|colecciones|coleccoes|browse|categor(?:y|ies|ia|ias|ie|ías?)|kategori\w*"
    r"|product-category|produktkategorie|catalogu?e?|catalogo|katalog|shop|store|tienda|boutique|loja"
    r"|negozio|sklep|winkel)(?:/|$)"
)
LIST_PATH = re.compile(
    r"/(?:categor(?:y|ies|ia|ias|ie|ías?)|kategori\w*|rubri(?:k|que|c|ca)s?|secci[oó]n|collections?|c|browse"
    r"|catalogu?e?|catalogo|katalog|archives?|archiv"
    r"|[a-z-]*(?:jobs|stellenangebote|emplois|empleos|vagas)(?:-[a-z-]+)?)(?:/|$)"
)
WORK_PATH = re.compile(r"jobs\b|stellenangebote|emplois\b|empleos|vagas\b")  # what it pays is no price
# A heading that bars the way to what stands under the first one.
LOGIN_FIRST = re.compile(
    r"^(?:please )?(?:sign|log) in to (?:see|read|view|continue)"
    # Who may not comment may read.
    r"|^you (?:must|need to|have to) (?:be (?:logged|signed)|log|sign) in"
    r"(?! (?:to|before) (?:you can )?(?:post|comment|repl|leav|writ|rat|vot|lik|add|join|submit))\b"
    r"|^(?:bitte )?(?:anmelden|einloggen),? um|^connectez-vous pour|^inicia sesión para|^войдите,? чтобы",
    re.IGNORECASE,
)
# What a page says instead of its text to the very reader who came.
BARRED = re.compile(
    r"^(?:(?:we(?:'|’)re |we are )?sorry[,.!:]? )?(?:your (?:request|connection|network|ip(?: address)?)"
    r" (?:has been|was|is)|you have been) (?:temporarily |automatically )?"
    r"(?:blocked|denied|rate.limited|restricted|banned)\b",
    re.IGNORECASE,
)
AGE_GATE = _any(
    r"(?:are|if) you (?:are )?(?:(?:over|at least|older than|above) (?:the )?(?:age\b|legal|1[689]|2[01])"
    r"|of (?:drinking|legal))|you must be (?:(?:over|at least) (?:the )?(?:age\b|1[689]|2[01])|of legal"
    r"|1[68]|2[01])"
    r"|legal (?:drinking|smoking|gambling|purchas\w+) age|birth ?date to continue|date of birth to"
    r"|verify your age|age verification|appropriate for all ages"
    r"|(?:1[68]|2[01])(?: years)?(?: of age)? (?:or|and) (?:over|older)",
    r"(?:sind sie|bist du) (?:schon |bereits |über |mindestens )*(?:1[68]|volljährig)"
    r"|alters(?:prüfung|verifikation|nachweis)",
    r"avez[- ]vous (?:plus de )?18 ans|êtes[- ]vous majeur|âge légal|vérifi\w+ (?:de )?votre âge",
    r"(?:eres|es usted|soy) mayor de (?:edad|18)|mayoría de edad|verific\w+ (?:de )?(?:tu|su) edad"
    r"|maior de (?:idade|18)|(?:sei|sono) maggiorenne|verifica(?:re)? (?:la )?tua età",
    r"вам (?:уже )?(?:есть |исполнилось )?(?:больше )?(?:18|21)|вы совершеннолетн|подтвердите.{0,20}возраст",
    r"ben (?:je|jij) (?:al |ouder dan )?18|jesteś pełnoletni|(?:masz|masz ukończone) 18 lat"
    r"|18 yaşından büyük|(?:18|20)歳以上|年齢確認|未满18|已满18|19세 이상",
)
AD_BLOCKER = _any(
    r"(?:disable|turn off|pause|deactivate|switch off).{0,40}\bad[ -]?block|us(?:e|ing) an? ad[ -]?block"
    r"|ad[ -]?block(?:er|ing)?(?: software)? (?:is |was |has been )?(?:detected|enabled|on)\b"
    r"|to (?:your|the) allow ?list\b",
    r"(?:werbe|ad-?)blocker.{0,40}(?:deaktivier|ausschalt|abschalt|erkannt)"
    r"|(?:deaktivier|schalte).{0,40}(?:werbe|ad-?)blocker",
    r"(?:désactive[rz]?|utilisez).{0,40}bloqueur|(?:desactiv\w+|usando).{0,40}bloqueador"
    r"|disattiv\w+.{0,40}ad-?block|отключите.{0,40}блокировщик|広告ブロック",
)
PARKED = _any(
    r"\b(?:this|the|your|a) domain(?: name)?\b.{0,60}(?:for sale|available for purchase|expired|parked)",
    r"(?:buy|purchase|renew|own|register) this domain|domain (?:owner|parking)|is this your domain"
    r"|renew your domain|[\w-]\.[a-z]{2,10} (?:is|may be) for sale",
    r"domain(?: name)? (?:has |is |was )?(?:just |recently )?(?:been )?(?:expired|registered|parked)",
    r"domain(?:name)? .{0,40}(?:zu verkaufen|zum verkauf|steht zum|erwerben|kaufen|registriert)",
    r"(?:nom de domaine|domaine [\w-]+\.[a-z]{2,10}) .{0,40}(?:à vendre|en vente|expiré)",
    r"dom[ií]nio .{0,40}(?:en venta|a la venta|in vendita|à venda|caducad|scadut|expir(?:ad|ou))",
    r"домен.{0,40}(?:прода[её]тся|истек|припаркован)|(?:このドメイン|该域名|此域名).{0,30}(?:販売|出售|期限)",
)
