### Ce que dit Nutshell, en français.

language-name = Français
list-comma = { ", " }

## Accueil et aide

start = Bonjour ! Envoyez-moi un lien, un texte ou un fichier : j’en tire les phrases qui comptent, mot pour mot. Ensuite, posez-moi des questions : je cite le passage qui répond, ou je vous dis que l’article n’en parle pas.

    /help montre ce que je sais faire d’autre.
help = Envoyez-moi un lien (ou plusieurs), collez un texte, transférez un message ou envoyez un fichier (PDF, DOCX, EPUB, HTML, Markdown ou texte) : vous recevez ses phrases principales, chacune avec un lien vers sa place. Ce que vous écrivez ensuite est une question à son sujet. Répondez à un résumé plus ancien pour interroger celui-là.
help-more = Vous pouvez choisir la longueur et le sujet d’un résumé : « /summarize 3 », « /summarize https://… sur les prix ». Je n’utilise aucun modèle de langage : chaque phrase que je montre figure telle quelle dans l’article.
unknown-command = Je ne connais pas cette commande. /help montre celles que je connais.
unknown-command-near = Je ne connais pas cette commande. Vouliez-vous dire { $near } ? /help montre celles que je connais.

## Commandes, telles qu’elles figurent dans le menu

command-summarize = résumer un lien, un texte ou le message auquel vous répondez
command-ask = poser une question sur vos dernières lectures
command-check = cette phrase est-elle dans l’article ?
command-keywords = de quoi parle l’article, en quelques mots
command-articles = ce que vous avez lu
command-search = chercher dans tout ce que vous avez lu
command-settings = longueur, présentation et langue
command-help = ce que je sais faire
command-privacy = ce que je garde, et comment l’effacer
command-forget = effacer tout ce qui vous concerne
command-cancel = arrêter ce que je suis en train de faire
command-allow = laisser entrer quelqu’un
command-deny = lui retirer l’accès
command-stats = à quel point on m’utilise
command-broadcast = un mot à tous

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = sur, concernant
wish-summary-words = résumer, résumé, résume, résumez, résume ça
wish-shorter-words = plus court, trop long
wish-longer-words = plus long, plus, encore, davantage, trop court
wish-help-words = aide, que sais-tu faire, que peux-tu faire, que pouvez-vous faire, tu fais quoi

summarize-usage = Dites-moi quoi résumer : « /summarize https://… », ou répondez à un message par /summarize. Vous pouvez ajouter un nombre de phrases ou un sujet : « /summarize 3 sur les prix ».
ask-usage = Écrivez votre question après la commande, par exemple : « /ask Qui participe ? »
check-usage = Écrivez la phrase après la commande : « /check Les négociations dureront deux jours. »
search-usage = Écrivez ce que vous cherchez après la commande : « /search sommet climat ».
cancel-done = C’est arrêté.
cancel-nothing = Il n’y a rien à arrêter : je ne travaille sur rien pour vous en ce moment.

## While it takes a moment: the only texts that end in “…”

doing-thinking = Un instant …
doing-reading = Je lis { $what } …
doing-reading-text = Je lis le texte …
doing-reading-several = { $count ->
    [one] Je lis la page …
   *[other] Je lis { $count } pages …
}
doing-looking = Je cherche …
doing-archive = Je regarde dans les archives du web …

## Résumés

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } min de lecture
note-partial = La suite est réservée aux abonnés ; ceci vient de la partie que j’ai pu lire.
note-pages-pictured = { $count ->
    [1] La page { $pages } est une image de texte, que je ne peux pas lire.
   *[other] Les pages { $pages } sont des images de texte, que je ne peux pas lire.
}
note-pages-beyond = Fichier long : je l’ai lu jusqu’à la page { $last } sur { $all }.
note-archived = Copie des archives du web, datée du { DATETIME($day, dateStyle: "medium") }.
note-about = Sujet : { $about }
note-about-nothing = Rien ici ne concerne « { $about } » ; voici les phrases principales.
untitled = Texte du { DATETIME($day, dateStyle: "medium") }
untitled-source = Texte
text-short = C’est déjà aussi court que possible. Envoyez-moi un lien ou un texte plus long, et j’en tirerai ce qui compte.
sources-left-out = { $count ->
    [one] J’en lis { $read } à la fois. Renvoyez-moi le dernier, s’il vous plaît.
   *[other] J’en lis { $read } à la fois. Renvoyez-moi les { $count } derniers, s’il vous plaît.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = Changements depuis le { DATETIME($day, dateStyle: "medium") } :
news-rewritten = Le texte est tout autre à présent ; il ne reste presque aucune phrase de l’ancien.
news-altered = { $count ->
    [one] { $count } phrase modifiée
   *[other] { $count } phrases modifiées
}
news-added = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
}
news-removed = { $count ->
    [one] { $count } supprimée
   *[other] { $count } supprimées
}
news-was = Avant :
news-now = Maintenant :
news-new = Nouveau :
news-gone = Supprimé :
news-more = { $count ->
    [one] … et encore un changement
   *[other] … et encore { $count } changements
}
again-same = « { $title } » n’a pas changé d’un mot.
keywords-title = Mots-clés
keywords-none = Ce texte est trop court pour en avoir.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Pourquoi ces phrases
why-line = Phrase { $place } sur { $total }. Partage « { $words } » avec { $shared ->
    [one] une autre
   *[other] { $shared } autres
}. Plus proche de l’ensemble que { $percent } % des autres.
why-line-alone = Phrase { $place } sur { $total }. Plus proche de l’ensemble que { $percent } % des autres.

button-shorter = Plus court
button-longer = Plus long
button-again = Relire
button-keywords = Mots-clés
button-ask = Question
button-context = Contexte
button-why = Pourquoi
button-summary = Retour au résumé
button-archive = Copie archivée
button-archive-of = Copie archivée de { $number }

## Questions et réponses

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = Écrivez simplement votre question. Je chercherai la réponse dans « { $title } ».
ask-how-group = Répondez à ce message avec votre question. Je chercherai la réponse dans « { $title } ».
question-without-article = Je n’ai encore rien où chercher. Envoyez-moi d’abord un lien, un texte ou un fichier, puis reposez la question.
# To "thanks!" and "ok", which ask nothing.
remark-taken = Avec plaisir. Posez-moi une autre question ou envoyez le lien suivant.
remark-noted = Posez-moi une autre question ou envoyez le lien suivant.
# To ftp:// and the like.
link-kinds = Je lis les liens qui commencent par https:// ou http://. Envoyez-m’en un, ou le texte ou le fichier lui-même.
answer-not-found = L’article ne le dit pas.
answer-not-found-several = Ces articles ne le disent pas.
answer-nearest = { $count ->
    [one] Le passage le plus proche :
   *[other] Les passages les plus proches :
}
answer-language = Langue de l’article : { $language }. Posez la question dans cette langue, je trouverai mieux.
place-page = page { $page }
place-paragraph = paragraphe { $number } sur { $total }
place-text = dans le texte
button-context-of = Contexte { $number }
button-answer = Retour à la réponse
check-exact = Oui, mot pour mot :
check-near = Pas tout à fait. L’article dit :
check-absent = Non, ce n’est pas dans l’article :
check-differing = Dans votre citation, mais pas là : { $words }
search-nothing = Rien de ce que vous avez lu ici ne mentionne « { $words } ». Essayez d’autres mots, ou voyez /articles.
search-guessed = Vous pensez peut-être à :

## Lectures

articles-title = Déjà lu
articles-none = Rien pour l’instant. Envoyez-moi un lien, un texte ou un fichier pour commencer.
button-newer = Plus récents
button-older = Plus anciens

## Réglages

settings-title = Réglages
settings = Quelle longueur pour un résumé au départ, quelle présentation, et quelle langue ? Une coche marque ce qui est choisi.
choice-short = Court
choice-medium = Moyen
choice-long = Long
choice-paragraphs = Paragraphes
choice-bullets = Puces
choice-locale-auto = Comme Telegram

## Confidentialité et oubli

privacy = Je garde les articles que vous lisez ici, vos dernières questions à leur sujet, vos réglages, ainsi que votre identifiant et votre langue Telegram. Tout est conservé sur l’ordinateur de la personne qui gère ce bot. Je ne transmets rien à personne ; seuls les sites dont vous envoyez un lien voient une requête de ma part. Ni publicité, ni pistage.

    /forget efface aussitôt tout ce qui vous concerne.
forget-ask = Effacer tout ce que je sais de vous : vos lectures, vos questions et vos réglages ? C’est définitif.
forget-done = { $count ->
    [0] C’est fait. Je vous ai oublié ; vous n’aviez encore rien lu.
    [one] C’est fait. Je vous ai oublié, ainsi que l’article que vous aviez lu.
   *[other] C’est fait. Je vous ai oublié, ainsi que les { $count } articles que vous aviez lus.
}
forget-kept = Rien n’a été effacé.
button-forget = Tout effacer
button-keep = Garder

## Ce qui s’envoie, mais ne se lit pas

cannot-read = { $kind ->
    [photo] Je ne sais pas lire les images. Envoyez-moi le texte, ou un lien vers lui.
    [voice] Je ne peux pas écouter les messages vocaux. Écrivez-moi, ou envoyez un lien.
    [audio] Je ne peux pas écouter de son. Envoyez-moi le lien d’un article, ou un texte.
    [video] Je ne peux pas regarder de vidéos. Envoyez-moi le lien d’un article, ou une transcription.
    [video_note] Je ne peux pas regarder les messages vidéo. Écrivez-moi, ou envoyez un lien.
    [animation] Joli, mais je ne lis que du texte. Envoyez-moi le lien d’un article.
    [sticker] Joli, mais je ne lis que du texte. Envoyez-moi le lien d’un article.
    [contact] C’est un contact, et je ne lis que des articles. Envoyez-moi un lien ou un texte.
    [location] C’est un lieu sur la carte, et je ne lis que des articles. Envoyez-moi un lien ou un texte.
    [venue] C’est un lieu sur la carte, et je ne lis que des articles. Envoyez-moi un lien ou un texte.
    [poll] Je ne vote pas, je ne fais que lire. Envoyez-moi le lien d’un article, ou un texte.
    [dice] Bien lancé ! Mais je ne lis que du texte. Envoyez-moi le lien d’un article.
    [game] Je ne joue pas, je ne fais que lire. Envoyez-moi le lien d’un article.
   *[other] Je ne sais pas lire ce genre de message. Envoyez-moi un lien, un texte ou un fichier texte.
}

## Boutons sans suite (dans une petite fenêtre ; 200 caractères au plus)

button-stale = Je n’ai plus ce à quoi ce bouton se rapporte. Renvoyez-moi le lien ou le texte.
button-unknown = Ce bouton ne fait plus rien. Renvoyez-moi le lien ou le texte.
button-foreign = Ce bouton est réservé à la personne qui a demandé.

## Quand aucune réponse n’a été possible

gave-up-failed = Quelque chose s’est cassé chez moi, vous n’y êtes pour rien (erreur { $id }). Réessayez ; si cela se reproduit, donnez ce numéro à la personne qui gère ce bot.
gave-up-timed-out = Cela prenait trop de temps, alors je me suis arrêté. Réessayez plus tard, ou collez la partie qui compte.
gave-up-cancelled = Arrêté, comme demandé.

## Erreurs : ce qui s’est passé, et que faire

error-unexpected = Quelque chose s’est cassé ici, vous n’y êtes pour rien. Réessayez, s’il vous plaît.
error-invalid-input = Je ne peux rien en faire. Envoyez un lien, un texte ou un fichier texte.
error-empty-text = Il n’y a pas de mots là-dedans. Envoyez un lien, collez un texte ou envoyez un fichier texte.
error-text-too-long = Ce texte est plus long que ce que je peux lire en une fois ({ $limit } caractères). Envoyez-en une partie.
error-too-complex = C’est fait de trop de petits morceaux pour que je m’y retrouve. Collez la partie qui compte.
error-unknown-method = Il n’y a pas de méthode appelée « { $method } ». Choisissez parmi : { $known }.
error-not-a-language = « { $language } » n’est le code d’aucune langue. Donnez deux lettres, comme en ou fr.
error-not-a-link = On dirait un lien, mais il n’est pas complet. Copiez-le à nouveau depuis la barre d’adresse.
error-unsupported-file = { $kind ->
    [rtf] Je ne sais pas lire les fichiers RTF. Ouvrez-le dans un traitement de texte, enregistrez-le en PDF ou DOCX, et envoyez le résultat.
    [odt] Je ne sais pas lire les fichiers OpenDocument. Enregistrez-le en PDF ou DOCX et envoyez le résultat.
    [doc] Je ne sais pas lire les anciens fichiers Word (.doc). Enregistrez-le en DOCX ou PDF et envoyez le résultat.
    [sheet] Je ne sais pas lire les feuilles de calcul. Envoyez un texte, ou exportez-la en PDF.
    [slides] Je ne sais pas lire les diapositives. Exportez-les en PDF et envoyez le résultat.
    [kindle] Je ne sais pas lire les livres Kindle. Envoyez le livre en EPUB, ou collez un chapitre.
    [archive] Je n’ouvre pas les archives. Décompressez-la et envoyez-moi le fichier lui-même.
    [image] Je ne sais pas lire les images. Envoyez le texte en fichier, ou collez-le.
   *[other] Je ne sais pas lire ce genre de fichier. J’accepte PDF, DOCX, EPUB, HTML, Markdown et texte brut ; ou collez le texte.
}
error-file-too-large = Ce fichier est trop gros : Telegram ne confie aux bots que des fichiers de { $limit_mb } Mo au plus. Envoyez-en une partie, un lien, ou le texte lui-même.
error-unreadable-file = { $reason ->
    [encrypted] Ce fichier est protégé par un mot de passe. Envoyez-le sans protection, ou collez le texte.
    [scanned] Ce fichier ne contient que des images de texte. Envoyez-en un avec du vrai texte, ou collez le texte.
    [empty] Il n’y a pas de texte dans ce fichier. Envoyez-en un autre, ou collez le texte.
    [drm] Ce livre est protégé contre la copie (DRM), je ne peux donc pas l’ouvrir. Envoyez-en un sans protection, ou collez un chapitre.
    [bomb] Une fois décompressé, ce fichier est bien plus gros que ce que je peux contenir. Envoyez la partie qui compte, ou collez le texte.
   *[broken] Ce fichier ne s’ouvre pas ; il est peut-être endommagé. Enregistrez-le à nouveau et renvoyez-le, ou collez le texte.
}
error-no-article = Je n’y ai trouvé aucun article. Ouvrez la page vous-même et collez le texte.
error-fetch-failed = Je n’ai pas pu charger cette page. Réessayez dans quelques minutes, ou collez le texte.
error-address-refused = Je n’ouvre que des adresses du web public, et celle-ci n’en fait pas partie. Collez plutôt le texte.
error-redirect-refused = Ce lien mène à quelque chose qui n’est pas une page web. Ouvrez-le vous-même et envoyez-moi l’adresse où vous arrivez.
error-members-only = Ce lien mène à une discussion privée sur Telegram, que seuls ses membres peuvent ouvrir. Transférez-moi le message lui-même ou collez son texte.
error-page-missing = Le site dit que cette page n’existe pas. Vérifiez le lien, ou collez le texte.
error-page-forbidden = Le site ne me laisse pas lire cette page. Ouvrez-la vous-même et collez le texte.
error-server-busy = { $minutes ->
    [one] Le site est surchargé et demande une pause. Renvoyez le lien dans une minute, ou collez le texte.
   *[other] Le site est surchargé et demande une pause. Renvoyez le lien dans { $minutes } minutes, ou collez le texte.
}
error-server-failed = Le site a lui-même des ennuis en ce moment. Réessayez dans quelques minutes, ou collez le texte.
error-host-unreachable = Je n’arrive pas à joindre ce site. Vérifiez l’adresse, ou réessayez plus tard.
error-certificate-refused = Ce site ne peut pas prouver qu’il est bien lui-même : son certificat n’est pas valable. Ouvrez-le vous-même et collez le texte.
error-secure-connection = Ce site n’offre pas de connexion sûre à laquelle je puisse me fier. Ouvrez-le vous-même et collez le texte.
error-proxy-failed = Mon propre accès au web est bloqué : le proxy par lequel je passe refuse. Collez le texte, et prévenez la personne qui gère ce bot.
error-fetch-timeout = Le site a mis trop de temps à répondre. Réessayez plus tard, ou collez le texte.
error-page-too-large = Cette page est trop grosse pour moi (plus de { $limit_mb } Mo). Collez la partie qui compte.
error-too-many-redirects = Ce lien tourne en rond. Ouvrez-le vous-même et envoyez-moi l’adresse où vous arrivez.
error-not-a-page = Ce lien mène à quelque chose sans texte, comme une image ou une vidéo. Envoyez le lien d’un article.
error-not-archived = Les archives du web n’ont pas non plus de copie de cette page. Si vous pouvez l’ouvrir, collez le texte ou envoyez-la en fichier.
error-work-failed = Je n’en suis pas venu à bout. Réessayez, ou collez la partie qui compte.
error-work-timeout = Cela prenait trop de temps, alors je me suis arrêté. Collez la partie qui compte.
error-work-too-large = C’est plus que ma mémoire ne peut contenir. Collez la partie qui compte.
error-worker-died = Je l’ai perdu en route. Renvoyez-le, s’il vous plaît.
error-work-crashed = Mon lecteur s’interrompt à chaque fois là-dessus, je ne peux donc pas le lire sans risque. Collez la partie qui compte.
error-no-reading = Je n’ai encore rien sur quoi m’appuyer. Envoyez-moi d’abord un lien, un texte ou un fichier.
error-database = { $reason ->
    [newer] La base de données a été écrite par une version plus récente de Nutshell. Mettez Nutshell à jour, ou indiquez une autre base.
    [url] Ce n’est pas l’adresse d’une base de données. Elle commence par sqlite:/// ou postgresql://
    [server] Le serveur de base de données est injoignable ou refuse. Vérifiez qu’il tourne, ainsi que le nom, le mot de passe et la base dans NUTSHELL_DATABASE.
    [filled] La nouvelle base de données contient déjà quelque chose. Indiquez-en une vide.
    [taken] Un autre Nutshell travaille déjà avec cette base de données. Arrêtez-le d’abord, ou indiquez une autre base ; à plusieurs, on en partage une sur PostgreSQL.
   *[file] La base de données ne peut être ni ouverte ni écrite. Vérifiez son dossier, ses droits et la place sur le disque.
}
error-no-feed = Je n’y ai trouvé aucun flux. Envoyez l’adresse d’un flux, ou d’un site qui en propose un.
error-feed-refused = { $reason ->
    [missing] Il n’y a plus rien à cette adresse. Vérifiez le lien, ou envoyez l’adresse du site.
    [forbidden] Le site ne me laisse pas lire cela. S’il propose un autre flux, envoyez son adresse.
    [private] Je n’ouvre que des adresses du web public, et celle-ci n’en fait pas partie.
    [large] C’est trop pour que je le lise comme un flux. Si le site en propose un plus court, envoyez son adresse.
   *[other] Je n’ai pas pu le charger. Vérifiez l’adresse, ou réessayez dans quelques minutes.
}
error-unknown-zone = Je ne connais pas de fuseau horaire « { $zone } ». Indiquez une ville, ou un fuseau comme Europe/Paris.
error-not-a-time = Aucune horloge n’indique « { $time } ». Écrivez les heures et les minutes, comme « /digest 18:00 » ; plusieurs sont possibles.
error-chat-gone = Cette discussion n’accepte plus les messages du bot.
error-topic-closed = Ce sujet est fermé au bot. Rouvrez-le, ou donnez au bot le droit de gérer les sujets.

## Pages qui ne sont pas un article

no-article-bot-check = Le site veut d’abord la preuve que je suis humain, et je ne le suis pas. Ouvrez la page et collez le texte.
no-article-cookie-wall = Je n’ai reçu que l’avis sur les cookies du site. Ouvrez la page, acceptez ou refusez, et collez le texte.
no-article-login = Cette page demande de se connecter. Ouvrez-la vous-même et collez le texte.
no-article-paywall = L’article est réservé aux abonnés ; je n’en ai reçu que les premières lignes. Si vous pouvez l’ouvrir, collez le texte.
no-article-error-page = Le site a répondu par une page d’erreur au lieu d’un article. Vérifiez le lien, ou collez le texte.
no-article-video = C’est une page de vidéo, et je ne lis que du texte. Envoyez le lien d’un article, ou collez une transcription.
no-article-gallery = C’est une page d’images, et je ne lis que du texte. Envoyez le lien d’un article.
no-article-home = C’est la page d’accueil d’un site, avec des liens vers de nombreux articles. Ouvrez-en un et envoyez-moi son lien.
no-article-section = C’est une page de rubrique, avec des liens vers de nombreux articles. Ouvrez-en un et envoyez-moi son lien.
no-article-search = C’est une page de résultats de recherche. Ouvrez-en un et envoyez-moi son lien.
no-article-tag = Cette page liste des articles sur un sujet. Ouvrez-en un et envoyez-moi son lien.
no-article-shop = C’est une page de boutique, pas un article. Envoyez un lien vers quelque chose à lire.
no-article-forum-index = C’est une liste de sujets de forum. Ouvrez-en un et envoyez-moi son lien.
no-article-directory = Cette page est un annuaire de liens. Ouvrez-en un et envoyez-moi son lien.
no-article-script-page = Cette page est vide tant qu’un navigateur ne l’a pas construite, je n’y vois donc aucun texte. Ouvrez-la et collez le texte.
no-article-empty = Il n’y a pas de texte d’article sur cette page. Ouvrez-la vous-même et collez le texte.

### Groupes et canaux

## Dans les groupes

command-tldr = résumer un lien, un message ou le dernier lien d’ici

group-how = Répondez à un message par mon nom ou /tldr, et je résume ce vers quoi il mène. Répondez à l’un de mes résumés par une question, et j’y cherche la réponse.
group-no-link = Je n’ai vu aucun lien ici ces dernières 24 heures. Répondez à un message par /tldr, ou écrivez le lien après la commande.
group-nothing-to-read = Il n’y a rien à lire dans ce message : ni lien ni texte assez long.
admins-only = Seuls les administrateurs de cette discussion peuvent changer cela.

group-settings = Que dois-je faire des liens publiés ici ? Je peux les laisser tranquilles, résumer ceux qui reçoivent la réaction 👀, ou les résumer tous. Et je peux garder ce qui est partagé ici pour la revue.
group-settings-topic = Que dois-je faire des liens publiés dans ce sujet ? Je peux les laisser tranquilles, résumer ceux qui reçoivent la réaction 👀, ou les résumer tous. Et je peux garder ce qui est partagé dans ce groupe pour la revue.
auto-off = Liens : rien
auto-ask = Sur 👀
auto-on = Tous
auto-everywhere = Pareil dans tous les sujets
keep-shared = Garder les partages pour la revue
keep-names = … avec le nom de qui partage
keep-how = Ce qui se dit ici est alors gardé aussi, trois jours et sans noms, pour que /catchup puisse citer ce qui a été le plus discuté.

## Ce qu’un administrateur apprend une fois

group-deaf = Je n’entends que les commandes, les réponses à mes messages et les messages qui me nomment. Pour que je voie ici les liens et les réactions, nommez-moi administrateur.
group-deaf-private = Merci de m’avoir invité dans « { $title } ». Là-bas, je n’entends que les commandes, les réponses à mes messages et les messages qui me nomment : /tldr sous un lien fonctionne. Si je dois aussi voir les liens publiés, pour une revue ou pour les résumer de moi-même, nommez-moi administrateur (aucun droit particulier n’est nécessaire), ou désactivez mon mode de confidentialité auprès de @BotFather et ajoutez-moi à nouveau. /settings dans le groupe montre ce que je sais faire.
group-mute = Je n’ai pas le droit d’écrire dans « { $title } », je ne peux donc pas y répondre. Autorisez-moi à envoyer des messages, et me revoilà.
group-topic-lost = Un sujet de « { $title } » où l’on m’a interrogé est fermé ou supprimé ; j’ai donc répondu dans le sujet principal du groupe. Pour que je puisse écrire dans les sujets fermés, donnez-moi le droit de gérer les sujets.
group-topics-closed = Je n’ai pas pu publier la revue dans « { $title } » : son sujet est fermé, et le sujet principal du groupe aussi. Rouvrez l’un d’eux ou donnez-moi le droit de gérer les sujets.
channel-mute = Je suis administrateur de « { $title } », mais je n’ai pas le droit d’y publier. Donnez-moi le droit de publier des messages, et la revue pourra paraître dans le canal.

## Canaux

command-channels = vos canaux : revue et premiers commentaires
channels = Vos canaux. Choisissez-en un, ou ajoutez-en un autre :
channels-none = Je ne connais encore aucun canal que nous gérions tous les deux. Ajoutez-en un ici, ou nommez-m’y administrateur et transférez-moi une de ses publications.
channels-add = Ajouter un canal
channels-choose = Choisir un canal
channels-below = Choisissez le canal avec le bouton qui remplace votre clavier.
channels-thanks = Merci.
channels-private = Les canaux se règlent en discussion privée avec moi.
channels-not-yours = Seuls les administrateurs de ce canal peuvent le régler.
channels-not-in = Je ne suis pas encore dans ce canal. Nommez-m’y administrateur avec le droit de publier, puis choisissez-le à nouveau.
channel-title = Canal « { $title } »
channel-card = Je peux garder les liens et les longs textes qui y sont publiés pour sa revue. S’il a un groupe de discussion où je suis, je peux écrire le résumé de chaque article lié en premier commentaire. La revue paraît dans le canal, ou là où vous voulez.
channel-comment-deaf = Je ne vois pas encore les publications dans le groupe de discussion : il n’y aura donc pas de commentaire. Nommez-m’y administrateur ; aucun droit particulier n’est nécessaire.
channel-feeds-how = Pour qu’il suive des flux, répondez à ce message par /follow et le lien d’un flux ou d’un site.
channel-keep = Garder les publications pour la revue
channel-comment = Résumé en premier commentaire
channel-digest = Revue du canal

### Revues et flux

## Commandes, telles qu’elles figurent dans le menu

command-digest = régler la revue : quand, où, quelle longueur
command-catchup = ce qui a été partagé récemment, tout de suite (/catchup 12 : heures)
command-compare = ce que disent deux liens, ensemble et chacun de son côté
command-follow = suivre un flux ou un site
command-unfollow = ne plus suivre un flux
command-feeds = ce qui est suivi ici

## La revue et ses réglages

digest-title = Revue · { DATETIME($day, dateStyle: "long") }
digest-again = du nouveau sur une affaire précédente
digest-also = Aussi dans :
digest-shared = { $count ->
    [one] Partagé ici :
   *[other] Partagé ici { $count } fois :
}
digest-left-out = { $count ->
    [one] Il n’y avait plus de place pour un autre sujet.
   *[other] Il n’y avait plus de place pour { $count } autres sujets.
}
digest-heading = Revue
digest-none = Il n’y a pas encore de revue pour « { $name } ».
digest-none-here = Il n’y a pas encore de revue ici.
digest-how = Elle rassemble ce qui est partagé ici et ce qu’apportent les flux suivis avec /follow, raconte chaque sujet une seule fois, avec ses liens, et arrive aux heures que vous choisissez. S’il n’y a rien à raconter, rien n’arrive.
digest-how-channel = Elle rassemble ce qui y est publié et ce qu’apportent les flux du canal, raconte chaque sujet une seule fois, avec ses liens, et arrive aux heures que vous choisissez. S’il n’y a rien à raconter, rien n’arrive.
digest-how-private = Elle rassemble ce qu’apportent les flux suivis avec /follow, raconte chaque sujet une seule fois, avec ses liens, et arrive aux heures que vous choisissez. S’il n’y a rien à raconter, rien n’arrive.
digest-this-chat = cette discussion
digest-on = Activer
digest-off = Désactiver
digest-preview = Aperçu
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = maintenant, aperçu
digest-on-words = oui, activer
digest-off-words = non, désactiver
digest-empty = Il n’y a rien à raconter pour l’instant. Partagez un lien ici, ou suivez un flux avec /follow : d’un flux, je raconte ce qui paraît à partir de là.
digest-empty-private = Il n’y a rien à raconter pour l’instant. Suivez un flux avec /follow : je raconte ce qui paraît à partir de là.
digest-when = Quand : { $days }, { $times } ({ $zone })
digest-daily = tous les jours
digest-weekdays = du lundi au vendredi
digest-where = Où : { $where }
digest-here = ici
digest-to-me = en privé, à moi
digest-length = Longueur : jusqu’à { $count } sujets
digest-sources = Sources : { $sources }
digest-quiet = Silence de { $start } h à { $end } h ; ce qui tombe pendant ce temps vient après
digest-next = Prochaine : { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = Elle est désactivée.
digest-when-how = Choisissez les jours et les heures ; plusieurs de chaque sont possibles.
digest-when-last = Il doit rester au moins un jour et une heure.
digest-zone-how = Les heures sont celles de { $zone }. Pour une autre ville, écrivez « /digest » suivi de son nom, comme « /digest Lyon ».
digest-zone-found = Les heures sont maintenant celles de { $zone }. Quelle ville vouliez-vous dire ?
digest-target-how = Où la revue doit-elle paraître ? En privé, vous ne la recevez que si vous m’y avez déjà écrit. Les canaux figurent ici si nous y sommes tous deux administrateurs.
digest-write-first = Je ne peux pas encore vous écrire en privé. Ouvrez @{ $bot }, appuyez sur « Démarrer », puis choisissez cela à nouveau.
digest-button-when = Quand
digest-button-zone = Fuseau horaire
digest-button-where = Où
digest-button-shared = Partages
digest-button-feeds = Flux
digest-button-quiet = Silence la nuit
digest-button-pin = Épingler
button-back = Retour
day-0 = Lun
day-1 = Mar
day-2 = Mer
day-3 = Jeu
day-4 = Ven
day-5 = Sam
day-6 = Dim
doing-digest = Je prépare la revue …
catchup-nothing = { $hours ->
    [one] À ma connaissance, rien n’a été partagé ni publié ici depuis une heure.
   *[other] À ma connaissance, rien n’a été partagé ni publié ici depuis { $hours } heures.
}
catchup-how = Je connais ce qui est partagé dans les groupes et les canaux dès que /digest y est activé, ainsi que les flux suivis avec /follow.
catchup-usage = Écrivez après la commande combien d’heures remonter, de 1 à { $most } : « /catchup 12 ». Sans nombre, ce sont les { $usual } dernières.
talk-title = Le plus discuté
talk-replies = { $count ->
    [one] une réponse
   *[other] { $count } réponses
}
talk-reactions = { $count ->
    [one] une réaction
   *[other] { $count } réactions
}
compare-usage = Écrivez deux liens après la commande : « /compare https://… https://… ». Je montre ce que les deux disent, et ce que seul l’un ou l’autre dit.
compare-shared = { $count ->
    [2] Tous deux disent :
   *[other] Tous disent :
}
compare-nothing-shared = Je n’ai trouvé aucune affirmation en commun.
compare-other-languages = Ils sont en langues différentes : je ne trouve ce qu’ils ont en commun que dans une même langue.
compare-only = Seul { $number } ({ $site }) dit :
button-compare = Comparer

## Flux

doing-feed = Je cherche le flux …
follow-usage = Écrivez le lien d’un flux ou d’un site après la commande : « /follow https://… ». Ou répondez par /follow à un fichier OPML.
follow-done = Me voici abonné à « { $title } ». Ses nouveautés viendront dans la revue ; /digest dit quand.
follow-done-off = Me voici abonné à « { $title } ». Ses nouveautés viendront dans la revue, qui est désactivée ici ; /digest l’active.
follow-several = { $count ->
    [0] Je n’ai pu en suivre aucun.
    [one] Me voici abonné à un flux :
   *[other] Me voici abonné à { $count } flux :
}
follow-failed = { $count ->
    [one] Je n’ai pas pu en suivre un :
   *[other] Je n’ai pas pu en suivre { $count } :
}
follow-later = { $count ->
    [one] Il en reste un que je n’ai pas encore lu. Renvoyez la même chose et je continue.
   *[other] Il en reste { $count } que je n’ai pas encore lus. Renvoyez la même chose et je continue.
}
unfollow-done = Je ne suis plus abonné à « { $title } ».
unfollow-unknown = Cela n’est pas suivi ici. /feeds montre la liste, avec un numéro pour chaque flux.
feeds-title = Flux
feeds-how = Choisissez un flux par son numéro pour lui fixer des mots et une limite, ou pour l’arrêter.
feeds-none = Rien n’est encore suivi ici. Commencez par /follow et un lien.
feeds-more = { $count ->
    [one] … et encore un
   *[other] … et encore { $count }
}
feeds-file = En fichier (OPML)
feeds-sent = Voilà.
feed-only = Seulement avec : { $words }
feed-without = Jamais avec : { $words }
feed-cap = Combien de ses articles peut-il y avoir dans une revue ?
feed-how = Pour choisir par mots, écrivez « /feeds { $number } +pont -football » : seul vient ce qui contient les mots avec +, et rien de ce qui contient ceux avec -. Sans numéro, les mots valent pour tous les flux d’ici.
feed-words-off = Retirer les mots
feed-drop = Ne plus suivre
feeds-words-set = Ces mots valent maintenant pour tous les flux d’ici.
feed-stopped = Le flux « { $title } » n’existe plus, ou ne peut plus être lu. Je ne l’interroge plus ; /follow avec sa nouvelle adresse le relance.

### Mode en ligne. Les boutons tiennent en 60 caractères.

inline-how = Tapez un lien, ou des mots de vos lectures
inline-nothing = Rien de ce que vous avez lu n’en parle
inline-slow = C’est long : choisissez-le, ou lisez-le avec moi
inline-short = Court : { $title }
inline-medium = Moyen : { $title }
inline-long = Long : { $title }
inline-later = Résumé de { $site }
inline-later-hint = Envoyez-le maintenant ; les phrases suivent dès que j’ai lu la page.
inline-open = Interroger Nutshell

### Fonctionnement : données, accès, rythme, gestion du bot.

## Commandes, telles qu’elles figurent dans le menu

command-export = une copie de tout ce que je garde sur vous
command-language = la langue que je parle ici

## Confidentialité

privacy-how-long = Combien de temps : ce que vous n’avez pas utilisé pendant { $days ->
    [one] un jour
   *[other] { $days } jours
} s’efface de soi-même, et tout ce qui vous concerne si vous n’êtes pas venu ici pendant ce temps.
privacy-who = Qui gère ce bot :
privacy-owner = son propriétaire
privacy-hooks = La personne qui gère ce bot fait envoyer les résumés et les revues à ses propres programmes : { $sites }.
privacy-export = /export vous donne une copie de tout.
export-done = C’est tout ce que je garde sur vous, en fichier pour des programmes (JSON). { $readings ->
    [0] Vous n’avez lu aucun article.
    [one] L’article que vous avez lu s’y trouve.
   *[other] Les { $readings } articles que vous avez lus s’y trouvent.
}
export-private = Demandez-le-moi en privé : la copie de ce que je garde sur vous n’est que pour vous.
export-too-large = Ce que je garde sur vous est trop gros pour Telegram. La personne qui gère ce bot peut vous en donner une copie ; /privacy dit qui c’est.

## Un flux de cette discussion, pour lecteurs de flux

command-rss = un flux privé de cette discussion pour votre lecteur RSS
rss = Ce qui est partagé et lu dans « { $title } », et ses revues, sous forme de flux pour lecteurs RSS :
rss-mine = Ce que vous lisez ici, et vos revues, sous forme de flux pour lecteurs RSS :
rss-secret = Quiconque connaît ces adresses peut lire aussi : gardez-les pour vous. Avec une nouvelle adresse, les anciennes ne mènent plus nulle part.
rss-local = Pour l’instant, seul l’ordinateur qui me fait tourner atteint ces adresses. La personne qui me gère peut les ouvrir aux autres avec NUTSHELL_PUBLIC_URL.
rss-no-server = Il n’y a pas de flux ici, car mon serveur est désactivé, comme toujours dans la discussion d’essai. La personne qui me gère peut l’activer avec NUTSHELL_LISTEN.
rss-off = Le flux est désactivé, et ses adresses ne mènent plus nulle part. /rss en crée de nouvelles.
rss-sent = Les adresses vous attendent en privé.
rss-write-first = Les adresses sont réservées aux administrateurs, je les envoie donc en privé. Écrivez-moi d’abord là-bas, puis redemandez ici.
rss-feed = { $title } : liens et revues
rss-feed-mine = Lu avec Nutshell
button-rss-new = Nouvelle adresse
button-rss-off = Désactiver

## La langue

language-ask = Quelle langue dois-je parler ici ?
language-done = Désormais, je parle français ici.
language-unknown = Je ne parle pas celle-là. Je connais : { $known }

## Rythme et accès

rate-wait = Vous écrivez plus vite que { $rate ->
    [one] { $rate } message
   *[other] { $rate } messages
} par minute. Rien n’est perdu : je reprends dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}.
# May show in a small box; at most 200 characters.
access-denied = Ce bot est privé. La personne qui le gère peut vous laisser entrer ; votre numéro est { $id }.
access-denied-chat = Ce bot est privé : il reste donc muet dans « { $title } ». La personne qui le gère peut y autoriser cette discussion ; son numéro est { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = Ce bot est privé ; votre numéro est { $id }

## Pour les propriétaires

allow-usage = Qui ? Écrivez le numéro d’une personne ou d’une discussion après la commande, ou répondez à l’un de ses messages. Dans un groupe, la commande seule désigne le groupe.
allow-done = { $id } peut m’utiliser maintenant.
allow-already = { $id } pouvait déjà m’utiliser.
deny-done = { $id } ne peut plus m’utiliser. Ce qui a été lu ici reste jusqu’à ce que le temps l’efface, ou `forget { $id }` en ligne de commande.
deny-unknown = { $id } n’avait pas accès.
access-open = C’est noté, mais cela ne change rien pour l’instant : NUTSHELL_ACCESS est sur « open », donc tout le monde peut m’utiliser. Avec « listed », seuls ceux à qui vous donnez accès le peuvent.
stats = Personnes : { $people } (aujourd’hui { $active_day }, sur une semaine { $active_week }, sur un mois { $active_month })
    Groupes et canaux : { $groups }
    Articles lus : { $readings } (sur une semaine { $readings_week }), textes gardés : { $texts }
    Flux : { $feeds }, revues : { $digests }
    Messages en attente : { $waiting }, abandonnés : { $set_aside }
    Base de données : { $megabytes } Mo
broadcast-usage = Écrivez le message après la commande : « /broadcast Dimanche, je m’absente une heure. » Je demande confirmation avant de l’envoyer.
broadcast-private = Faisons cela en privé.
broadcast-too-long = C’est trop long : { $limit } caractères au plus.
broadcast-nobody = À part vous, il n’y a encore personne à qui l’envoyer.
broadcast-ask = { $people ->
    [one] Envoyer ceci à { $people } personne ?
   *[other] Envoyer ceci à { $people } personnes ?
}
button-broadcast = Envoyer
button-broadcast-drop = Ne pas envoyer
button-broadcast-stop = Arrêter
broadcast-dropped = Non envoyé.
broadcast-begun = C’est parti. Je vous préviens quand tout le monde l’a reçu.
broadcast-busy = Un autre message est encore en route. /broadcast montre où il en est.
broadcast-none = Il n’y a rien à arrêter.
broadcast-report = { $state ->
    [running] En route.
    [stopped] Arrêté.
   *[done] Terminé.
} Envoyés : { $sent }. Injoignables (m’ont arrêté, ou ne m’ont jamais écrit) : { $unreachable }. Échecs : { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = Le disque de ma base de données est presque plein : il reste { $megabytes } Mo. Faites de la place, ou déplacez la base (NUTSHELL_DATABASE). Une fois plein, je ne peux plus rien recevoir.
owner-token = Un autre programme utilise aussi mon jeton, et chacun de nous ne reçoit qu’une partie des messages. Arrêtez l’autre, ou demandez un nouveau jeton à @BotFather et réglez NUTSHELL_TOKEN.
owner-webhook = Telegram n’arrive pas à livrer les messages à mon webhook : { $said } (en attente : { $waiting }). Vérifiez que NUTSHELL_WEBHOOK_URL mène à NUTSHELL_LISTEN, et son certificat.
owner-queue = Les messages attendent trop longtemps une réponse. En attente : { $waiting }, le plus ancien depuis { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Mon journal en dit peut-être la raison. S’il y a simplement trop à faire, augmentez NUTSHELL_WORKERS ou prenez un ordinateur plus rapide.
owner-database = Ma base de données est restée injoignable pendant { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Elle est revenue, et je réponds à ce qui est arrivé entre-temps. Le journal du serveur de base de données en dit peut-être la raison.
owner-hook = { $site } n’accepte rien de ce que j’y envoie (NUTSHELL_HOOKS) : { $said }. Je réessaie pendant un jour. Vérifiez l’adresse et le programme derrière.

### Questions that an article suggests. The values are the article's own words, as they stand there.

suggest-said = Qu’a dit { $name } ?
suggest-who = Qui est { $name } ?
suggest-year = Que s’est-il passé en { $year } ?
suggest-date = Que s’est-il passé { $date } ?
suggest-about = Que dit l’article au sujet de { $name } ?
suggest-name = { $name } ?
# A place with the preposition before it.
suggest-place = Que s’est-il passé { $place } ?
# A verb and what is first, only or most of its kind.
suggest-topmost = Qu’est-ce qui { $what } ?
# What is counted, with the rest of its clause.
suggest-count = Combien de { $what } ?
# What somebody did: the article's words behind the name.
suggest-did = Qui { $what } ?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = Que dit l’article sur { $what } ?

### La page de la discussion d’essai

trial-title = Nutshell · discussion d’essai
trial-chat = Discussion avec Nutshell
trial-you = Vous
trial-bot = Nutshell
trial-skip = Aller au champ de message
trial-about-title = Essayez Nutshell ici
trial-about = Nutshell lit des articles pour vous. Envoyez-lui un lien, collez un texte ou déposez un fichier : il répond par les phrases qui comptent, mot pour mot. Ensuite, interrogez-le sur l’article.
trial-about-private = Ceci est une discussion d’essai. Elle tourne sur cet ordinateur, sans Telegram et sans compte. Rien ne quitte l’ordinateur, sauf que Nutshell ouvre les liens que vous envoyez.
trial-commands = Commandes
trial-commands-none = Les commandes apparaîtront ici dès que le bot aura démarré.
trial-example = Un article d’exemple
trial-example-send = Envoyer l’article d’exemple
trial-example-open = Le lire vous-même
trial-example-title = Le phare qui apprit à économiser
trial-example-lead = Comment une ville portuaire a réduit de 92 % l’électricité de son phare.
trial-write = Message
trial-write-hint = Lien, texte ou question
trial-send = Envoyer
trial-attach = Joindre un fichier
trial-menu = Commandes
trial-reply = Répondre
trial-reply-to = Réponse à { $name }
trial-reply-cancel = Ne pas y répondre
trial-language = Votre langue
trial-theme-dark = Couleurs sombres
trial-restart = Redémarrer le bot
trial-restart-hint = Arrête le bot et le relance. La discussion reste.
trial-state-starting = démarrage
trial-state-ready = prêt
trial-state-stopping = redémarrage
trial-state-down = arrêt inattendu, relance en cours
trial-state-offline = pas de connexion au serveur d’essai
trial-typing = écrit
trial-note-died = Le bot s’est arrêté de lui-même (code de sortie { $code }). Il redémarre ; ce que vous envoyez l’attend.
trial-note-killed = Le bot a été tué (signal { $signal }). Il redémarre ; ce que vous envoyez l’attend.
trial-note-ready = Le bot fonctionne à nouveau.
trial-forwarded = Message transféré
trial-quote-open = Tout afficher
trial-quote-close = Afficher moins
trial-deleted = Message supprimé
trial-newest = Aller au message le plus récent
trial-drop = Déposez le fichier pour l’envoyer
trial-edited = modifié
trial-close = Fermer
trial-reacted = Réaction de Nutshell
trial-buttons = Boutons de ce message
trial-download = Télécharger { $name }
trial-open-link = Ouvrir le passage sur { $site }
trial-size-kb = { $size } ko
trial-size-mb = { $size } Mo
trial-message-of = { $name }, { $time }
trial-failed = Cela n’a pas marché : { $reason }
trial-place = Discussion
trial-place-private = Nutshell · discussion privée
trial-place-group = groupe
trial-place-channel = canal
trial-topic-general = Général
trial-topic-closed = { $name } (fermé)
trial-speaker = Qui parle
trial-speaker-admin = { $name } (administrateur)
trial-speaker-anonymous = { $name } (administrateur anonyme)
trial-play = Horloge et droits :
trial-clock = Avancer l’horloge
trial-clock-hour = 1 heure
trial-clock-half-day = 12 heures
trial-clock-day = 1 jour
trial-clock-week = 1 semaine
trial-member = Nutshell dans cette discussion
trial-member-left = absent
trial-member-member = membre
trial-member-administrator = administrateur
trial-member-restricted = ne peut pas écrire
trial-member-hint = Seul un administrateur peut changer cela : choisissez-en un comme interlocuteur.
trial-outside = Nutshell n’est pas dans cette discussion et n’y entend rien. Ajoutez-le comme :
trial-topic = Ce sujet
trial-topic-name = Nom d’un nouveau sujet
trial-topic-open = L’ouvrir
trial-topic-close = Fermer
trial-topic-reopen = Rouvrir
trial-topic-delete = Supprimer
trial-migrate = Ce groupe
trial-migrate-do = En faire un supergroupe
trial-privacy = Mode de confidentialité
trial-privacy-on = activé
trial-privacy-off = désactivé
trial-privacy-hint = Avec lui, Nutshell ne voit que les commandes, les réponses à ses messages et les mentions, sauf s’il est administrateur.
trial-service-came = { $name } a rejoint la discussion
trial-service-left = { $name } est parti
trial-service-topic = Sujet ouvert : { $name }
trial-service-shared = Discussion choisie : { $name }
trial-service-pinned = Un message a été épinglé
trial-service-closed = Le sujet a été fermé
trial-service-reopened = Le sujet est à nouveau ouvert
trial-service-migrated = Le groupe est maintenant un supergroupe
trial-via = { $name } via { $bot }
trial-pinned = Épinglé
trial-more = Réagir ou transférer
trial-forward = Transférer à Nutshell
trial-results = Résultats
trial-keys = Boutons à la place du clavier
trial-choose-chat = Choisir une discussion

### La ligne de commande

cli-trial-ready = La discussion d’essai est ouverte : { $address }
    Arrêtez-la avec Ctrl+C.
cli-trial-port-taken = Le port { $wanted } est pris, c’est donc le { $port }.
cli-bot-ready = @{ $name } fonctionne. Arrêtez-le avec Ctrl+C.
cli-server-ready = L’état, les mesures et l’API sont à l’adresse { $address }
cli-source-failed = { $source } : { $message }
cli-no-such-file = Ce fichier n’existe pas. Vérifiez le nom, ou donnez un lien qui commence par http:// ou https://.
cli-is-a-folder = C’est un dossier. Nommez les fichiers qu’il contient.
cli-file-unreadable = Le fichier ne s’ouvre pas ({ $reason }).
cli-output-failed = La sortie ne peut pas être écrite ({ $reason }). Faites de la place sur le disque, ou écrivez-la ailleurs.
cli-not-in-article = L’article ne le dit pas.
cli-nearest = Les passages les plus proches :
cli-ask-prompt = Question (vide pour finir)
cli-ask-from-pipe = L’entrée standard est ici l’article : écrivez la question après.
cli-reading = Lecture
cli-digest-empty = Il n’y a rien à raconter.
cli-digest-one-form = Choisissez une option parmi --markdown, --html et --json.
cli-settings-refused = Nutshell ne peut pas démarrer avec ces réglages :
cli-setting-refused = { $name } : { $reason }
cli-setting-misspelt = Il n’y a pas de réglage { $name } : il n’a aucun effet. Vouliez-vous dire { $near } ?
cli-setting-unknown = Il n’y a pas de réglage { $name } : il n’a aucun effet.
error-token-refused = Telegram ne connaît pas ce jeton. Copiez-le à nouveau depuis @BotFather dans NUTSHELL_TOKEN.
error-not-loopback = La discussion d’essai n’a pas de connexion par mot de passe ; elle ne peut donc pas être ouverte à d’autres en écoutant sur { $host }. Réglez NUTSHELL_LISTEN sur 127.0.0.1:8090.
error-address-taken = Je ne peux pas écouter sur { $address } : { $reason }. Réglez NUTSHELL_LISTEN sur une autre adresse, ou arrêtez le programme qui occupe celle-ci.

setting-token = un jeton ressemble à 123456:ABC-DEF, tel que @BotFather le donne
setting-api-url = l’adresse d’un serveur Bot API commence par http:// ou https://
setting-database = l’adresse d’une base de données commence par sqlite:/// ou postgresql://
setting-listen = une adresse d’écoute est hôte:port, comme 127.0.0.1:8090
setting-webhook-url = l’adresse d’un webhook ressemble à https://bot.example.org/telegram
setting-webhook-secret = un secret se compose de 1 à 256 lettres A–Z et a–z, chiffres, _ et -
setting-webhook-open = quiconque atteint NUTSHELL_LISTEN pourrait m’envoyer des messages au nom de Telegram ; réglez NUTSHELL_WEBHOOK_SECRET, ou écoutez sur 127.0.0.1
setting-webhook-off = un webhook a besoin du serveur ; réglez NUTSHELL_LISTEN sur hôte:port
setting-api-keys = une clé a au moins 16 caractères : lettres, chiffres et . _ ~ + / -
setting-proxy = un proxy contourne le contrôle des adresses ; réglez NUTSHELL_PROXY_FILTERS=yes s’il refuse lui-même les adresses privées
setting-proxy-scheme = seuls les proxys HTTP conviennent aux pages : l’adresse commence par http:// ou https:// (un proxy SOCKS a besoin d’un proxy HTTP devant lui)
setting-hooks = l’adresse d’un hook ressemble à https://example.org/nutshell
setting-hook-secret = les hooks sont signés ; réglez NUTSHELL_HOOK_SECRET sur au moins 16 caractères
setting-public-url = l’adresse publique du serveur ressemble à https://bot.example.org
setting-locale = le bot ne parle pas cette langue ; ses langues portent les noms des fichiers de prompts/, comme en ou fr
setting-number = c’est un nombre entier de { $least } à { $most }
setting-numbers = ce sont des nombres entiers, séparés par des virgules
setting-choice = c’est l’un de : { $known }
setting-yes-no = c’est yes ou no
setting-networks = les réseaux s’écrivent comme 192.168.0.0/16, séparés par des virgules

## Commandes de gestion

cli-backup-done = { $path } est une copie complète : { $size } Mo, { $people } personnes, { $readings } lectures, tables de la version { $revision }. Pour la restaurer, arrêtez le bot, mettez le fichier à la place de la base de données et supprimez les fichiers -wal et -shm à côté.
cli-backup-no-database = Il n’y a pas de base de données dans { $path }. NUTSHELL_DATABASE dit où elle se trouve.
cli-backup-server = PostgreSQL fait ses copies lui-même, aussi pendant que le bot tourne : pg_dump --format=custom --file={ $path } ADRESSE. pg_restore les restaure.
cli-backup-exists = { $path } existe déjà. Nommez un fichier qui n’existe pas.
cli-backup-not-written = { $path } n’a pas pu être écrit : { $reason }. Nommez un fichier dans un dossier qui existe, où il y a de la place et où vous pouvez écrire.
cli-backup-broken = La copie n’est pas complète, il n’y en a donc pas : { $reason }. Lancez doctor, et restaurez une copie plus ancienne s’il dit que la base est abîmée.
cli-migrate-done = La base de données est à jour : { $people } personnes, { $readings } lectures.
cli-migrate-moved = Tout est maintenant dans la nouvelle base de données : { $people } personnes, { $readings } lectures. Mettez son adresse dans NUTSHELL_DATABASE et démarrez le bot.
cli-migrate-shortened = { $shortened } longues adresses se trouvent désormais sous une forme abrégée ; { $skipped } qui existaient sous les deux formes n’existent plus qu’une fois.
cli-token-needed = Rien n’a été fait : ce que les personnes ont dit dans les groupes est gardé sous une marque que seul le jeton du bot permet d’obtenir. Définissez NUTSHELL_TOKEN comme pour le bot, puis réessayez.
cli-forget-done = Effacé, avec { $count ->
    [one] { $count } lecture
   *[other] { $count } lectures
}.

doctor-token = Telegram connaît le jeton : c’est celui de @{ $name }.
doctor-token-missing = Aucun jeton n’est réglé. Demandez-en un à @BotFather (/newbot) et réglez NUTSHELL_TOKEN.
doctor-token-refused = Telegram ne connaît pas le jeton. Copiez-le à nouveau depuis @BotFather (/mybots, API Token) dans NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } ne répond pas. Vérifiez le réseau et le pare-feu ; là où Telegram est bloqué, réglez NUTSHELL_API_PROXY.
doctor-groups-on = Il peut être ajouté à des groupes.
doctor-groups-off = Il ne peut pas être ajouté à des groupes. Pour changer cela : @BotFather, /setjoingroups.
doctor-hears-on = Dans les groupes, il entend tout.
doctor-hears-off = Dans les groupes, il n’entend que les commandes, les réponses et les mentions. Pour les liens et les réactions, nommez-le administrateur, ou @BotFather, /setprivacy, Disable.
doctor-inline-on = Il peut être interrogé en ligne, dans toute discussion.
doctor-inline-off = Il ne peut pas être interrogé en ligne. Pour changer cela : @BotFather, /setinline.
doctor-polling = Il demande les messages à Telegram ; en attente là-bas : { $waiting }.
doctor-webhook = Telegram livre les messages au webhook ; en attente là-bas : { $waiting }.
doctor-webhook-left = Telegram livre les messages à { $address }, mais aucun webhook n’est réglé ici. Le bot le supprime au démarrage.
doctor-webhook-other = Telegram livre les messages à { $address }, et non à NUTSHELL_WEBHOOK_URL. Le bot règle l’adresse au démarrage ; s’il fonctionne déjà, son journal dit pourquoi il n’y parvient pas, ou un second programme a ce jeton.
doctor-webhook-failing = Telegram n’arrive pas à livrer les messages au webhook : { $said } (en attente : { $waiting }). Vérifiez que l’adresse mène à NUTSHELL_LISTEN, et son certificat.
doctor-database = La base de données est intacte : { $people } personnes, { $readings } lectures.
doctor-database-new = Il n’y a pas encore de base de données ; le premier démarrage crée { $path }.
doctor-database-server = Le serveur de base de données est inutilisable : { $reason }. Vérifiez qu’il tourne, ainsi que le nom, le mot de passe et la base dans NUTSHELL_DATABASE.
doctor-database-refused = La base de données { $path } ne s’ouvre pas : { $reason }. Vérifiez que le fichier et son dossier appartiennent à l’utilisateur qui fait tourner le bot, et qu’aucune version plus récente n’y a travaillé.
doctor-database-broken = La base de données est abîmée : { $reason }. Arrêtez le bot et restaurez la dernière copie (backup FILE).
doctor-disk = Le disque a de la place : { $free } Go.
doctor-disk-full = Le disque est presque plein : il reste { $free } Go. Faites de la place, ou déplacez la base de données (NUTSHELL_DATABASE).
doctor-data = Ce qu’il faut pour lire est installé.
doctor-data-missing = Un texte ne peut pas être lu comme il faut : { $reason }. Réinstallez le programme avec ses dépendances.
doctor-web = Les pages peuvent être chargées.
doctor-web-unreachable = { $page } ne peut pas être chargée ({ $reason }). Vérifiez la résolution de noms, le pare-feu et, s’il y en a un, NUTSHELL_PROXY.
