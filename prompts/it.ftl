### Quello che dice Nutshell, in italiano.

language-name = Italiano
list-comma = { ", " }

## Saluto e aiuto

start = Ciao! Mandami un link, un testo o un file e ne tiro fuori le frasi che contano, parola per parola. Poi fammi domande: cito il punto che lo dice, o ti dico che non c’è.

    /help mostra che cos’altro so fare.
help = Mandami un link (o più di uno), incolla un testo, inoltra un post o manda un file (PDF, DOCX, EPUB, HTML, Markdown o testo): ricevi le sue frasi principali, ognuna con un link al suo posto. Quello che scrivi dopo è una domanda su quel testo. Rispondi a un riassunto più vecchio per chiedere di quello.
help-more = Puoi scegliere lunghezza e tema di un riassunto: «/summarize 3», «/summarize https://… sui prezzi». Non uso nessun modello linguistico: ogni frase che mostro sta nell’articolo esattamente così.
unknown-command = Non conosco questo comando. /help mostra quelli che conosco.
unknown-command-near = Non conosco questo comando. Intendevi { $near }? /help mostra quelli che conosco.

## Comandi, come stanno nel menu

command-summarize = riassumere un link, un testo o il messaggio a cui rispondi
command-ask = chiedere di quello che hai letto di recente
command-check = questa frase è nell’articolo?
command-keywords = di che cosa parla l’articolo, in poche parole
command-articles = quello che hai letto
command-search = cercare in tutto quello che hai letto
command-settings = lunghezza, aspetto e lingua
command-help = che cosa so fare
command-privacy = che cosa conservo e come cancellarlo
command-forget = cancellare tutto quello che ti riguarda
command-cancel = fermare quello che sto facendo
command-allow = far entrare qualcuno
command-deny = togliergli l’accesso
command-stats = quanto mi usano
command-broadcast = un messaggio a tutti

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = su, sul, sulla, sui, sulle, riguardo a, riguardo al, riguardo alla, riguardo ai, riguardo alle, riguardo
wish-summary-words = riassumi, riassunto, riassumere
wish-shorter-words = più corto, più breve, troppo lungo
wish-longer-words = più lungo, di più, ancora, troppo corto
wish-help-words = aiuto, cosa sai fare, che cosa sai fare, cosa puoi fare

summarize-usage = Dimmi che cosa riassumere: «/summarize https://…», oppure rispondi a un messaggio con /summarize. Puoi aggiungere un numero di frasi o un tema: «/summarize 3 sui prezzi».
ask-usage = Scrivi la domanda dopo il comando, così: «/ask Chi partecipa?»
check-usage = Scrivi la frase dopo il comando: «/check I colloqui dureranno due giorni.»
search-usage = Scrivi che cosa cercare dopo il comando: «/search vertice sul clima».
cancel-done = Fermato.
cancel-nothing = Non c’è niente da fermare: in questo momento non sto facendo nulla per te.

## While it takes a moment: the only texts that end in “…”

doing-thinking = Un momento …
doing-reading = Leggo { $what } …
doing-reading-text = Leggo il testo …
doing-reading-several = { $count ->
    [one] Leggo la pagina …
   *[other] Leggo { $count } pagine …
}
doing-looking = Cerco la risposta …
doing-archive = Guardo nell’archivio web …

## Riassunti

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } min di lettura
note-partial = Il resto è solo per abbonati; questo viene dalla parte che ho potuto leggere.
note-pages-pictured = { $count ->
    [1] La pagina { $pages } è un’immagine di testo, che non posso leggere.
   *[other] Le pagine { $pages } sono immagini di testo, che non posso leggere.
}
note-pages-beyond = Un file lungo: l’ho letto fino a pagina { $last } di { $all }.
note-archived = Una copia dall’archivio web, fatta il { DATETIME($day, dateStyle: "medium") }.
note-about = Tema: { $about }
note-about-nothing = Qui non c’è niente su «{ $about }»; queste sono le frasi principali.
untitled = Testo del { DATETIME($day, dateStyle: "medium") }
untitled-source = Testo
text-short = Più breve di così non si può. Mandami un link o un testo più lungo e ne tiro fuori quello che conta.
sources-left-out = { $count ->
    [one] Ne leggo { $read } per volta. Rimandami l’ultimo, per favore.
   *[other] Ne leggo { $read } per volta. Rimandami gli ultimi { $count }, per favore.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = Cambiamenti dal { DATETIME($day, dateStyle: "medium") }:
news-rewritten = Ora è un altro testo; del vecchio non resta quasi nessuna frase.
news-altered = { $count ->
    [one] { $count } frase cambiata
   *[other] { $count } frasi cambiate
}
news-added = { $count ->
    [one] { $count } nuova
   *[other] { $count } nuove
}
news-removed = { $count ->
    [one] { $count } tolta
   *[other] { $count } tolte
}
news-was = Prima:
news-now = Ora:
news-new = Nuovo:
news-gone = Tolto:
news-more = { $count ->
    [one] … e un altro cambiamento
   *[other] … e altri { $count } cambiamenti
}
again-same = «{ $title }» dice ancora lo stesso, parola per parola.
keywords-title = Parole chiave
keywords-none = Questo testo è troppo breve per averne.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Perché queste frasi
why-line = Frase { $place } di { $total }. Condivide «{ $words }» con { $shared ->
    [one] un’altra
   *[other] altre { $shared }
}. Per vicinanza all’insieme supera { $percent } % delle altre.
why-line-alone = Frase { $place } di { $total }. Per vicinanza all’insieme supera { $percent } % delle altre.

button-shorter = Più breve
button-longer = Più lungo
button-again = Rileggi
button-keywords = Parole chiave
button-ask = Domanda
button-context = Contesto
button-why = Perché
button-summary = Torna al riassunto
button-archive = Copia archiviata
button-archive-of = Copia archiviata di { $number }

## Domande e risposte

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = Scrivi semplicemente la tua domanda. Cerco la risposta in «{ $title }».
ask-how-group = Rispondi a questo messaggio con la tua domanda. Cerco la risposta in «{ $title }».
question-without-article = Non ho ancora niente in cui cercare. Mandami prima un link, un testo o un file, poi chiedi di nuovo.
# To "thanks!" and "ok", which ask nothing.
remark-taken = Prego. Chiedimi altro, oppure mandami il prossimo link.
remark-noted = Chiedimi altro, oppure mandami il prossimo link.
# To ftp:// and the like.
link-kinds = Leggo i link che cominciano con https:// o http://. Mandamene uno, oppure il testo o il file stesso.
answer-not-found = L’articolo non lo dice.
answer-not-found-several = Questi articoli non lo dicono.
answer-nearest = { $count ->
    [one] Il passaggio più vicino:
   *[other] I passaggi più vicini:
}
answer-language = Lingua dell’articolo: { $language }. Se chiedi in quella lingua, trovo di più.
place-page = pagina { $page }
place-paragraph = paragrafo { $number } di { $total }
place-text = nel testo
button-context-of = Contesto { $number }
button-answer = Torna alla risposta
check-exact = Sì, parola per parola:
check-near = Non proprio. L’articolo dice:
check-absent = No, questo nell’articolo non c’è:
check-differing = C’è nella tua citazione, ma non lì: { $words }
search-nothing = Niente di quello che hai letto qui nomina «{ $words }». Prova altre parole o guarda /articles.
search-guessed = Forse intendi:

## Le letture

articles-title = Letto finora
articles-none = Ancora niente. Mandami un link, un testo o un file per cominciare.
button-newer = Più recenti
button-older = Più vecchi

## Impostazioni

settings-title = Impostazioni
settings = Quanto dev’essere lungo un riassunto all’inizio, che aspetto deve avere, e quale lingua parlo? Un segno di spunta indica che cosa è scelto.
choice-short = Breve
choice-medium = Medio
choice-long = Lungo
choice-paragraphs = Paragrafi
choice-bullets = Elenco
choice-locale-auto = Come Telegram

## Privacy e oblio

privacy = Conservo gli articoli che leggi qui, le tue ultime domande su di essi, le tue impostazioni, e il tuo ID e la tua lingua di Telegram. Tutto sta sul computer di chi gestisce questo bot. Non passo nulla a nessuno; solo i siti che mi linki vedono una mia richiesta. Niente pubblicità, niente tracciamento.

    /forget cancella subito tutto quello che ti riguarda.
forget-ask = Cancello tutto quello che so di te: le letture, le domande e le impostazioni? Non si può annullare.
forget-done = { $count ->
    [0] Fatto. Ti ho dimenticato; non avevi letto nulla.
    [one] Fatto. Ti ho dimenticato, insieme all’articolo che avevi letto.
   *[other] Fatto. Ti ho dimenticato, insieme ai { $count } articoli che avevi letto.
}
forget-kept = Non è stato cancellato nulla.
button-forget = Cancella tutto
button-keep = Conserva

## Quello che si manda ma non si può leggere

cannot-read = { $kind ->
    [photo] Non so leggere le immagini. Mandami il testo o un link.
    [voice] Non posso ascoltare i messaggi vocali. Scrivimi, o manda un link.
    [audio] Non posso ascoltare l’audio. Mandami il link di un articolo o un testo.
    [video] Non posso guardare i video. Mandami il link di un articolo o una trascrizione.
    [video_note] Non posso guardare i videomessaggi. Scrivimi, o manda un link.
    [animation] Carino, ma leggo solo testi. Mandami il link di un articolo.
    [sticker] Carino, ma leggo solo testi. Mandami il link di un articolo.
    [contact] Questo è un contatto, e io leggo solo articoli. Mandami un link o un testo.
    [location] Questo è un luogo sulla mappa, e io leggo solo articoli. Mandami un link o un testo.
    [venue] Questo è un luogo sulla mappa, e io leggo solo articoli. Mandami un link o un testo.
    [poll] Io non voto, leggo soltanto. Mandami il link di un articolo o un testo.
    [dice] Bel tiro! Però leggo solo testi. Mandami il link di un articolo.
    [game] Io non gioco, leggo soltanto. Mandami il link di un articolo.
   *[other] Non so leggere messaggi di questo tipo. Mandami un link, un testo o un file di testo.
}

## Pulsanti che non portano da nessuna parte (in una finestrella; al massimo 200 caratteri)

button-stale = Non ho più ciò a cui appartiene questo pulsante. Mandami di nuovo il link o il testo.
button-unknown = Questo pulsante non fa più niente. Mandami di nuovo il link o il testo.
button-foreign = Questo pulsante è per chi ha chiesto.

## Quando una risposta non è stata possibile

gave-up-failed = Si è rotto qualcosa in me, e non è colpa tua (errore { $id }). Riprova; se succede ancora, dai questo numero a chi gestisce questo bot.
gave-up-timed-out = Ci voleva troppo tempo, quindi mi sono fermato. Riprova più tardi, o incolla la parte che conta.
gave-up-cancelled = Fermato, come hai chiesto.

## Errori: che cosa è successo, e che cosa fare

error-unexpected = Qui si è rotto qualcosa, e non è colpa tua. Riprova, per favore.
error-invalid-input = Con questo non posso fare niente. Manda un link, un testo o un file di testo.
error-empty-text = Qui dentro non ci sono parole. Manda un link, incolla un testo o manda un file di testo.
error-text-too-long = Questo testo è più lungo di quanto io possa leggere in una volta ({ $limit } caratteri). Mandane una parte.
error-too-complex = È fatto di troppi pezzettini perché io ci capisca qualcosa. Incolla la parte che conta.
error-unknown-method = Non esiste un metodo chiamato «{ $method }». Scegline uno fra: { $known }.
error-not-a-language = «{ $language }» non è il codice di una lingua. Scrivi due lettere, come en o it.
error-not-a-link = Sembra un link, ma non è completo. Copialo di nuovo dalla barra degli indirizzi.
error-unsupported-file = { $kind ->
    [rtf] Non so leggere i file RTF. Aprilo in un programma di scrittura, salvalo come PDF o DOCX e manda quello.
    [odt] Non so leggere i file OpenDocument. Salvalo come PDF o DOCX e manda quello.
    [doc] Non so leggere i vecchi file di Word (.doc). Salvalo come DOCX o PDF e manda quello.
    [sheet] Non so leggere i fogli di calcolo. Manda un testo, o esportalo come PDF.
    [slides] Non so leggere le presentazioni. Esportale come PDF e manda quello.
    [kindle] Non so leggere i libri Kindle. Manda il libro come EPUB, o incolla un capitolo.
    [archive] Non apro gli archivi compressi. Estrailo e mandami il file vero e proprio.
    [image] Non so leggere le immagini. Manda il testo come file, o incollalo.
   *[other] Non so leggere file di questo tipo. Accetto PDF, DOCX, EPUB, HTML, Markdown e testo semplice; oppure incolla il testo.
}
error-file-too-large = Questo file è troppo grande: Telegram dà ai bot solo file fino a { $limit_mb } MB. Mandane una parte, un link o il testo stesso.
error-unreadable-file = { $reason ->
    [encrypted] Questo file è protetto da una password. Mandalo senza, o incolla il testo.
    [scanned] Questo file contiene solo immagini di testo. Mandane uno con testo vero, o incolla il testo.
    [empty] In questo file non c’è testo. Mandane un altro, o incolla il testo.
    [drm] Questo libro è protetto dalla copia (DRM), quindi non posso aprirlo. Mandane uno senza protezione, o incolla un capitolo.
    [bomb] Una volta decompresso, questo file è molto più grande di quanto io possa contenere. Manda la parte che conta, o incolla il testo.
   *[broken] Questo file non si apre; forse è danneggiato. Salvalo di nuovo e rimandalo, o incolla il testo.
}
error-no-article = Lì non ho trovato nessun articolo. Apri tu la pagina e incolla il testo.
error-fetch-failed = Non sono riuscito a caricare questa pagina. Riprova fra qualche minuto, o incolla il testo.
error-address-refused = Apro solo indirizzi del web pubblico, e questo non lo è. Incolla invece il testo.
error-redirect-refused = Questo link porta a qualcosa che non è una pagina web. Aprilo tu e mandami l’indirizzo a cui arrivi.
error-members-only = Questo link porta in una chat privata di Telegram, che solo i suoi membri possono aprire. Inoltrami il messaggio o incolla il suo testo.
error-page-missing = Il sito dice che questa pagina non esiste. Controlla il link, o incolla il testo.
error-page-forbidden = Il sito non mi lascia leggere questa pagina. Aprila tu e incolla il testo.
error-server-busy = { $minutes ->
    [one] Il sito è sovraccarico e chiede una pausa. Rimanda il link fra un minuto, o incolla il testo.
   *[other] Il sito è sovraccarico e chiede una pausa. Rimanda il link fra { $minutes } minuti, o incolla il testo.
}
error-server-failed = Il sito ha problemi suoi in questo momento. Riprova fra qualche minuto, o incolla il testo.
error-host-unreachable = Non riesco a raggiungere questo sito. Controlla se c’è un errore nell’indirizzo, o riprova più tardi.
error-certificate-refused = Questo sito non può dimostrare di essere quello che dice: il suo certificato non è valido. Aprilo tu e incolla il testo.
error-secure-connection = Questo sito non offre una connessione sicura di cui possa fidarmi. Aprilo tu e incolla il testo.
error-proxy-failed = La mia strada verso il web è chiusa: il proxy da cui passo rifiuta. Incolla il testo, e avvisa chi gestisce questo bot.
error-fetch-timeout = Il sito ha impiegato troppo a rispondere. Riprova più tardi, o incolla il testo.
error-page-too-large = Questa pagina è troppo grande per me (più di { $limit_mb } MB). Incolla la parte che conta.
error-too-many-redirects = Questo link gira in tondo. Aprilo tu e mandami l’indirizzo a cui arrivi.
error-not-a-page = Questo link porta a qualcosa senza testo, come un’immagine o un video. Manda il link di un articolo.
error-not-archived = Nemmeno l’archivio web ha una copia di questa pagina. Se riesci ad aprirla, incolla il testo o mandala come file.
error-work-failed = Non ne sono venuto a capo. Riprova, o incolla la parte che conta.
error-work-timeout = Ci voleva troppo tempo, quindi mi sono fermato. Incolla la parte che conta.
error-work-too-large = È più di quanto stia nella mia memoria. Incolla la parte che conta.
error-worker-died = L’ho perso a metà strada. Rimandalo, per favore.
error-work-crashed = Il mio lettore si interrompe ogni volta su questo, quindi non posso leggerlo in sicurezza. Incolla la parte che conta.
error-no-reading = Non ho ancora niente su cui basarmi. Mandami prima un link, un testo o un file.
error-database = { $reason ->
    [newer] Il database è stato scritto da una versione più nuova di Nutshell. Aggiorna Nutshell, o indica un altro database.
    [url] Questo non è l’indirizzo di un database. Comincia con sqlite:/// o postgresql://
    [server] Il server del database non è raggiungibile o rifiuta. Controlla che sia in funzione, e nome, password e database in NUTSHELL_DATABASE.
    [filled] Il nuovo database contiene già qualcosa. Indicane uno vuoto.
    [taken] Un altro Nutshell sta già lavorando con questo database. Fermalo prima, o indicane un altro; più istanze possono condividerne uno su PostgreSQL.
   *[file] Il database non si può aprire o scrivere. Controlla la cartella, i permessi e lo spazio sul disco.
}
error-no-feed = Lì non ho trovato nessun feed. Manda l’indirizzo di un feed, o di un sito che ne indica uno.
error-feed-refused = { $reason ->
    [missing] A questo indirizzo non c’è più niente. Controlla il link, o manda l’indirizzo del sito.
    [forbidden] Il sito non mi lascia leggerlo. Se ha un altro feed, mandane l’indirizzo.
    [private] Apro solo indirizzi del web pubblico, e questo non lo è.
    [large] È troppo perché io lo legga come feed. Se il sito ne ha uno più breve, mandane l’indirizzo.
   *[other] Ora non sono riuscito a caricarlo. Controlla se c’è un errore nell’indirizzo, o riprova tra qualche minuto.
}
error-unknown-zone = Non conosco nessun fuso orario chiamato «{ $zone }». Di’ una città, o un fuso come Europe/Rome.
error-not-a-time = Nessun orologio segna «{ $time }». Scrivi ore e minuti, come «/digest 18:00»; possono essere più di uno.
error-chat-gone = Questa chat non accetta più messaggi dal bot.
error-topic-closed = Quell’argomento è chiuso per il bot. Riaprilo, o dai al bot il permesso di gestire gli argomenti.

## Pagine che non sono un articolo

no-article-bot-check = Il sito vuole prima una prova che io sia umano, e non lo sono. Apri la pagina e incolla il testo.
no-article-cookie-wall = Ho ricevuto solo l’avviso sui cookie del sito. Apri la pagina, accetta o rifiuta, e incolla il testo.
no-article-login = Questa pagina chiede di accedere. Aprila tu e incolla il testo.
no-article-paywall = L’articolo è solo per abbonati; ho ricevuto soltanto le prime righe. Se riesci ad aprirlo, incolla il testo.
no-article-error-page = Il sito ha risposto con una pagina di errore invece di un articolo. Controlla il link, o incolla il testo.
no-article-video = Questa è la pagina di un video, e io leggo solo testi. Manda il link di un articolo, o incolla una trascrizione.
no-article-gallery = Questa è una pagina di immagini, e io leggo solo testi. Manda il link di un articolo.
no-article-home = Questa è la prima pagina di un sito, con link a molti articoli. Aprine uno e mandami il suo link.
no-article-section = Questa è la pagina di una sezione, con link a molti articoli. Aprine uno e mandami il suo link.
no-article-search = Questa è una pagina di risultati di ricerca. Aprine uno e mandami il suo link.
no-article-tag = Questa pagina elenca articoli su un tema. Aprine uno e mandami il suo link.
no-article-shop = Questa è la pagina di un negozio, non un articolo. Manda un link a qualcosa da leggere.
no-article-forum-index = Questo è un elenco di discussioni di un forum. Aprine una e mandami il suo link.
no-article-directory = Questa pagina è un elenco di link. Aprine uno e mandami il suo indirizzo.
no-article-script-page = Questa pagina è vuota finché un browser non la costruisce, quindi non vedo testo. Aprila e incolla il testo.
no-article-empty = In questa pagina non c’è il testo di un articolo. Aprila tu e incolla il testo.

### Gruppi e canali

## Nei gruppi

command-tldr = riassumere un link, un messaggio o l’ultimo link di qui

group-how = Rispondi a un messaggio con il mio nome o con /tldr e riassumo ciò a cui rimanda. Rispondi a un mio riassunto con una domanda e cerco lì la risposta.
group-no-link = Nelle ultime 24 ore qui non ho visto nessun link. Rispondi a un messaggio con /tldr, o scrivi il link dopo il comando.
group-nothing-to-read = In questo messaggio non c’è niente da leggere: né un link né un testo lungo.
admins-only = Solo gli amministratori di questa chat possono cambiarlo.

group-settings = Che cosa faccio con i link pubblicati qui? Posso lasciarli stare, riassumere quelli a cui qualcuno reagisce con 👀, o riassumerli tutti. E posso tenere da parte per la rassegna quello che si condivide qui.
group-settings-topic = Che cosa faccio con i link pubblicati in questo argomento? Posso lasciarli stare, riassumere quelli a cui qualcuno reagisce con 👀, o riassumerli tutti. E posso tenere da parte per la rassegna quello che si condivide in questo gruppo.
auto-off = Link: niente
auto-ask = Con 👀
auto-on = Tutti
auto-everywhere = Così in tutti gli argomenti
keep-shared = Tieni le condivisioni per la rassegna
keep-names = … con chi ha condiviso
keep-how = Allora si conserva anche ciò che si dice qui, per tre giorni e senza nomi, così /catchup può citare i più discussi.

## Quello che si dice una volta a un amministratore

group-deaf = Sento solo i comandi, le risposte ai miei messaggi e i messaggi che mi nominano. Perché io veda qui anche i link e le reazioni, fammi amministratore.
group-deaf-private = Grazie di avermi portato in «{ $title }». Lì sento solo i comandi, le risposte ai miei messaggi e i messaggi che mi nominano: /tldr sotto un link funziona. Se devo vedere anche i link che si pubblicano, per una rassegna o per riassumerli da solo, fammi amministratore (non serve nessun permesso particolare), o disattiva la mia modalità privacy con @BotFather e aggiungimi di nuovo. /settings nel gruppo mostra che cosa so fare.
group-mute = In «{ $title }» non posso scrivere, quindi lì non posso rispondere. Permettimi di inviare messaggi e torno.
group-topic-lost = Un argomento di «{ $title }» in cui mi è stato chiesto qualcosa è chiuso o non c’è più, quindi ho risposto nell’argomento generale del gruppo. Perché io possa scrivere negli argomenti chiusi, dammi il permesso di gestire gli argomenti.
group-topics-closed = Non ho potuto pubblicare la rassegna in «{ $title }»: il suo argomento è chiuso, e anche l’argomento generale del gruppo. Riaprine uno o dammi il permesso di gestire gli argomenti.
channel-mute = Sono amministratore di «{ $title }», ma lì non posso pubblicare. Dammi il permesso di pubblicare messaggi e la rassegna potrà uscire nel canale.

## Canali

command-channels = i tuoi canali: rassegna e primi commenti
channels = I tuoi canali. Scegline uno, o aggiungine un altro:
channels-none = Non conosco ancora nessun canale che gestiamo tutti e due. Aggiungine uno qui, o fammi amministratore e inoltrami uno dei suoi post.
channels-add = Aggiungi un canale
channels-choose = Scegli un canale
channels-below = Scegli il canale con il pulsante al posto della tastiera.
channels-thanks = Grazie.
channels-private = I canali si impostano in una chat privata con me.
channels-not-yours = Solo gli amministratori di questo canale possono impostarlo.
channels-not-in = Non sono ancora in questo canale. Fammi amministratore con il permesso di pubblicare, poi sceglilo di nuovo.
channel-title = Canale «{ $title }»
channel-card = Posso tenere da parte per la sua rassegna i link e i testi lunghi che vi si pubblicano. Se ha un gruppo di discussione in cui sono anch’io, posso scrivere come primo commento un riassunto di ogni articolo linkato. La rassegna esce nel canale, o dove preferisci.
channel-comment-deaf = Nel gruppo di discussione non vedo ancora i post, quindi non arriva nessun commento. Nominami amministratore lì; non serve nessun permesso particolare.
channel-feeds-how = Per fargli seguire dei feed, rispondi a questo messaggio con /follow e il link di un feed o di un sito.
channel-keep = Tieni i post per la rassegna
channel-comment = Riassunto come primo commento
channel-digest = Rassegna del canale

### Rassegne e feed

## Comandi, come stanno nel menu

command-digest = impostare la rassegna: quando, dove, quanto lunga
command-catchup = le condivisioni recenti, subito (/catchup 12: ore)
command-compare = che cosa dicono due link insieme, e che cosa solo ciascuno
command-follow = seguire un feed o un sito
command-unfollow = non seguire più un feed
command-feeds = che cosa si segue qui

## La rassegna e le sue impostazioni

digest-title = Rassegna · { DATETIME($day, dateStyle: "long") }
digest-again = novità su una storia precedente
digest-also = Anche in:
digest-shared = { $count ->
    [one] Condiviso qui:
   *[other] Condiviso qui { $count } volte:
}
digest-left-out = { $count ->
    [one] Non c’era posto per un’altra storia.
   *[other] Non c’era posto per altre { $count } storie.
}
digest-heading = Rassegna
digest-none = Per «{ $name }» non c’è ancora una rassegna.
digest-none-here = Qui non c’è ancora una rassegna.
digest-how = Raccoglie quello che si condivide qui e quello che portano i feed che segui con /follow, racconta ogni storia una volta sola, con i suoi link, e arriva agli orari che scegli. Se non c’è niente da raccontare, non arriva niente.
digest-how-channel = Raccoglie quello che vi si pubblica e quello che portano i feed del canale, racconta ogni storia una volta sola, con i suoi link, e arriva agli orari che scegli. Se non c’è niente da raccontare, non arriva niente.
digest-how-private = Raccoglie quello che portano i feed che segui con /follow, racconta ogni storia una volta sola, con i suoi link, e arriva agli orari che scegli. Se non c’è niente da raccontare, non arriva niente.
digest-this-chat = questa chat
digest-on = Attiva
digest-off = Disattiva
digest-preview = Anteprima
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = adesso, ora, anteprima
digest-on-words = sì, attiva
digest-off-words = no, disattiva
digest-empty = Al momento non c’è niente da raccontare. Condividi qui un link, o segui un feed con /follow: di un feed racconto quello che esce da quel momento.
digest-empty-private = Al momento non c’è niente da raccontare. Segui un feed con /follow: racconto quello che esce da quel momento.
digest-when = Quando: { $days }, { $times } ({ $zone })
digest-daily = ogni giorno
digest-weekdays = dal lunedì al venerdì
digest-where = Dove: { $where }
digest-here = qui
digest-to-me = a me, in privato
digest-length = Lunghezza: { $count ->
    [one] fino a { $count } storia
   *[other] fino a { $count } storie
}
digest-sources = Fonti: { $sources }
digest-quiet = Silenzio dalle { $start }:00 alle { $end }:00; quello che cade in quelle ore arriva dopo
digest-next = Prossima: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = È disattivata.
digest-when-how = Scegli i giorni e le ore; possono essere più di uno.
digest-when-last = Deve restare almeno un giorno e un’ora.
digest-zone-how = Gli orari sono quelli di { $zone }. Per un’altra città, scrivi «/digest» con il suo nome, come «/digest Roma».
digest-zone-found = Ora gli orari sono quelli di { $zone }. Quale città intendevi?
digest-target-how = Dove deve uscire la rassegna? In privato la ricevi solo se mi hai già scritto lì. I canali compaiono se ne siamo tutti e due amministratori.
digest-write-first = Non posso ancora scriverti in privato. Apri @{ $bot }, premi «Avvia» e scegli di nuovo questa voce.
digest-button-when = Quando
digest-button-zone = Fuso orario
digest-button-where = Dove
digest-button-shared = Condivisioni
digest-button-feeds = Feed
digest-button-quiet = Silenzio di notte
digest-button-pin = Fissa in alto
button-back = Indietro
day-0 = Lun
day-1 = Mar
day-2 = Mer
day-3 = Gio
day-4 = Ven
day-5 = Sab
day-6 = Dom
doing-digest = Preparo la rassegna …
catchup-nothing = { $hours ->
    [one] Che io sappia, nell’ultima ora qui non è stato condiviso né pubblicato niente.
   *[other] Che io sappia, nelle ultime { $hours } ore qui non è stato condiviso né pubblicato niente.
}
catchup-how = So di ciò che viene condiviso nei gruppi e nei canali da quando lì è attivo /digest, e dei feed che si seguono con /follow.
catchup-usage = Scrivi dopo il comando quante ore devo guardare indietro, da 1 a { $most }: «/catchup 12». Senza numero sono le ultime { $usual }.
talk-title = I più discussi
talk-replies = { $count ->
    [one] una risposta
   *[other] { $count } risposte
}
talk-reactions = { $count ->
    [one] una reazione
   *[other] { $count } reazioni
}
compare-usage = Scrivi due link dopo il comando: «/compare https://… https://…». Mostro che cosa dicono tutti e due, e che cosa solo l’uno o l’altro.
compare-shared = { $count ->
    [2] Entrambi dicono:
   *[other] Tutti dicono:
}
compare-nothing-shared = Non ho trovato nessuna affermazione in comune.
compare-other-languages = Sono in lingue diverse: trovo ciò che hanno in comune solo tra testi nella stessa lingua.
compare-only = Solo { $number } ({ $site }) dice:
button-compare = Confronta

## Feed

doing-feed = Cerco il feed …
follow-usage = Scrivi il link di un feed o di un sito dopo il comando: «/follow https://…». Oppure rispondi con /follow a un file OPML.
follow-done = Ora seguo «{ $title }». Le novità arrivano nella rassegna; /digest dice quando.
follow-done-off = Ora seguo «{ $title }». Le novità arrivano nella rassegna, che qui è disattivata; /digest la attiva.
follow-several = { $count ->
    [0] Non ho potuto seguirne nessuno.
    [one] Ora seguo un feed:
   *[other] Ora seguo { $count } feed:
}
follow-failed = { $count ->
    [one] Uno non ho potuto seguirlo:
   *[other] { $count } non ho potuto seguirli:
}
follow-later = { $count ->
    [one] A uno non sono ancora arrivato. Invia di nuovo la stessa cosa e continuo.
   *[other] A { $count } non sono ancora arrivato. Invia di nuovo la stessa cosa e continuo.
}
unfollow-done = Non seguo più «{ $title }».
unfollow-unknown = Questo qui non si segue. /feeds mostra l’elenco, con un numero per ogni feed.
feeds-title = Feed
feeds-how = Scegli un feed con il suo numero per impostare parole e un limite, o per smettere di seguirlo.
feeds-none = Qui non si segue ancora niente. Comincia con /follow e un link.
feeds-more = { $count ->
    [one] … e un altro
   *[other] … e altri { $count }
}
feeds-file = Come file (OPML)
feeds-sent = Ecco qui.
feed-only = Solo con: { $words }
feed-without = Mai con: { $words }
feed-cap = Quante delle sue voci possono stare in un riepilogo?
feed-how = Per scegliere con le parole, scrivi «/feeds { $number } +ponte -calcio»: arriva solo ciò che contiene le parole con +, e nulla di ciò che contiene quelle con -. Senza numero, le parole valgono per tutti i feed di qui.
feed-words-off = Togli le parole
feed-drop = Non seguire più
feeds-words-set = Queste parole valgono ora per tutti i feed di qui.
feed-stopped = Il feed «{ $title }» non c’è più, o non si riesce più a leggerlo. Non lo interrogo più; /follow con il nuovo indirizzo lo riprende.

### Modalità inline. Sui pulsanti stanno 60 caratteri.

inline-how = Scrivi un link o parole di ciò che hai letto
inline-nothing = Niente di quello che hai letto ne parla
inline-slow = Ci vuole ancora: scegli o leggi con me
inline-short = Breve: { $title }
inline-medium = Medio: { $title }
inline-long = Lungo: { $title }
inline-later = Riassunto da { $site }
inline-later-hint = Invialo subito; le frasi arrivano quando ho letto la pagina.
inline-open = Chiedi a Nutshell

### Gestione del bot: privacy, accesso, ritmo, proprietari.

## Comandi, come stanno nel menu

command-export = una copia di tutto quello che conservo su di te
command-language = quale lingua parlo qui

## Privacy

privacy-how-long = Per quanto tempo: quello che non usi per { $days ->
    [one] un giorno
   *[other] { $days } giorni
} si cancella da sé, e tutto di te se non vieni qui per quel tempo.
privacy-who = Chi gestisce questo bot:
privacy-owner = il suo proprietario
privacy-hooks = Chi gestisce questo bot fa mandare riassunti e rassegne anche ai propri programmi: { $sites }.
privacy-export = /export ti dà una copia di tutto.
export-done = Questo è tutto quello che conservo su di te, come file per programmi (JSON). { $readings ->
    [0] Non hai letto nessun articolo.
    [one] C’è l’articolo che hai letto.
   *[other] Ci sono i { $readings } articoli che hai letto.
}
export-private = Chiedimelo in privato: la copia di quello che conservo su di te è solo per te.
export-too-large = Quello che conservo su di te è troppo grande per Telegram. Chi gestisce questo bot può dartene una copia; /privacy dice chi è.

## Un feed di questa chat, per lettori di feed

command-rss = un feed privato di questa chat per il tuo lettore RSS
rss = Quello che si condivide e si legge in «{ $title }», e le sue rassegne, come feed per lettori RSS:
rss-mine = Quello che leggi qui, e le tue rassegne, come feed per lettori RSS:
rss-secret = Chi conosce questi indirizzi può leggere anche lui, quindi tienili per te. Con un nuovo indirizzo, i vecchi non portano più da nessuna parte.
rss-local = Per ora solo il computer su cui giro raggiunge questi indirizzi. Chi mi gestisce può aprirli ad altri con NUTSHELL_PUBLIC_URL.
rss-no-server = Qui non ci sono feed, perché il mio server è spento, come sempre nella chat di prova. Chi mi gestisce può accenderlo con NUTSHELL_LISTEN.
rss-off = Il feed è disattivato, e i suoi indirizzi non portano da nessuna parte. /rss ne crea di nuovi.
rss-sent = Gli indirizzi li hai in privato.
rss-write-first = Gli indirizzi sono solo per gli amministratori, quindi li mando in privato. Scrivimi prima lì, poi chiedi qui di nuovo.
rss-feed = { $title }: link e rassegne
rss-feed-mine = Letto con Nutshell
button-rss-new = Nuovo indirizzo
button-rss-off = Disattiva

## La lingua

language-ask = Quale lingua parlo qui?
language-done = Da ora qui parlo italiano.
language-unknown = Questa non la parlo. Conosco: { $known }

## Ritmo e accesso

rate-wait = Scrivi più in fretta di { $rate ->
    [one] un messaggio
   *[other] { $rate } messaggi
} al minuto. Non si perde niente: continuo fra { $seconds ->
    [one] un secondo
   *[other] { $seconds } secondi
}.
# May show in a small box; at most 200 characters.
access-denied = Questo bot è privato. Chi lo gestisce può farti entrare; il tuo numero è { $id }.
access-denied-chat = Questo bot è privato e perciò in «{ $title }» tace. Chi lo gestisce può far entrare quella chat; il suo numero è { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = Questo bot è privato; il tuo numero è { $id }

## Per i proprietari

allow-usage = Chi? Scrivi il numero di una persona o di una chat dopo il comando, o rispondi a uno dei suoi messaggi. In un gruppo, il comando da solo vale per il gruppo.
allow-done = { $id } ora può usarmi.
allow-already = { $id } poteva già usarmi.
deny-done = { $id } non può più usarmi. Quello che si è letto qui resta finché non lo cancella il tempo, o `forget { $id }` sulla riga di comando.
deny-unknown = { $id } non aveva accesso.
access-open = Annotato, ma per ora non cambia nulla: NUTSHELL_ACCESS è su «open», quindi tutti possono usarmi. Con «listed» può solo chi fai entrare.
stats = Persone: { $people } (oggi { $active_day }, in una settimana { $active_week }, in un mese { $active_month })
    Gruppi e canali: { $groups }
    Articoli letti: { $readings } (in una settimana { $readings_week }), testi conservati: { $texts }
    Feed: { $feeds }, rassegne: { $digests }
    Messaggi in attesa: { $waiting }, abbandonati: { $set_aside }
    Database: { $megabytes } MB
broadcast-usage = Scrivi il messaggio dopo il comando: «/broadcast Domenica manco per un’ora.» Chiedo conferma prima di mandarlo.
broadcast-private = Facciamolo in privato.
broadcast-too-long = È troppo lungo: al massimo { $limit } caratteri.
broadcast-nobody = Oltre a te non c’è ancora nessuno a cui mandarlo.
broadcast-ask = { $people ->
    [one] Mandarlo a una persona?
   *[other] Mandarlo a { $people } persone?
}
button-broadcast = Manda
button-broadcast-drop = Non mandare
button-broadcast-stop = Ferma
broadcast-dropped = Non mandato.
broadcast-begun = È in viaggio. Ti avviso quando è arrivato a tutti.
broadcast-busy = Un altro messaggio è ancora in viaggio. /broadcast mostra a che punto è.
broadcast-none = Non c’è niente da fermare.
broadcast-report = { $state ->
    [running] In viaggio.
    [stopped] Fermato.
   *[done] Finito.
} Mandati: { $sent }. Irraggiungibili (mi hanno fermato, o non mi hanno mai scritto): { $unreachable }. Falliti: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = Il disco con il mio database è quasi pieno: restano { $megabytes } MB. Fai posto, o sposta il database (NUTSHELL_DATABASE). Una volta pieno, non posso più ricevere niente.
owner-token = Un altro programma usa il mio stesso token, quindi a ciascuno di noi arriva solo una parte dei messaggi. Ferma l’altro, o chiedi un nuovo token a @BotFather e imposta NUTSHELL_TOKEN.
owner-webhook = Telegram non riesce a portare messaggi al mio webhook: { $said } (in attesa: { $waiting }). Controlla che NUTSHELL_WEBHOOK_URL porti a NUTSHELL_LISTEN, e il suo certificato.
owner-queue = I messaggi aspettano troppo una risposta. In attesa: { $waiting }, il più vecchio da { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
}. Il motivo è forse nel mio log. Se è semplicemente troppo, aiutano più NUTSHELL_WORKERS o un computer più veloce.
owner-database = Il mio database non è stato raggiungibile per { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
}. Ora è tornato, e rispondo a ciò che è arrivato nel frattempo. Il motivo è forse nel log del server del database.
owner-hook = { $site } non accetta niente di quello che mando lì (NUTSHELL_HOOKS): { $said }. Riprovo per un giorno. Controlla l’indirizzo e il programma che c’è dietro.

### Questions that an article suggests. The values are the article's own words, as they stand there.

suggest-said = Che cosa ha detto { $name }?
suggest-who = Chi è { $name }?
suggest-year = Che cosa è successo nel { $year }?
suggest-date = Che cosa è successo { $date }?
suggest-about = Che cosa dice di { $name }?
suggest-name = { $name }?
# A place with the preposition before it.
suggest-place = Che cosa è successo { $place }?
# A verb and what is first, only or most of its kind.
suggest-topmost = Che cosa { $what }?
# What is counted, with the rest of its clause.
suggest-count = Qual è il numero di { $what }?
# What somebody did: the article's words behind the name.
suggest-did = Chi { $what }?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = Che cosa dice l’articolo che riguarda { $what }?

### La pagina della chat di prova

trial-title = Nutshell · chat di prova
trial-chat = Chat con Nutshell
trial-you = Tu
trial-bot = Nutshell
trial-skip = Vai al campo del messaggio
trial-about-title = Prova Nutshell qui
trial-about = Nutshell legge articoli per te. Mandagli un link, incolla un testo o trascina un file: risponde con le frasi che contano, parola per parola. Poi chiedigli qualcosa sull’articolo.
trial-about-private = Questa è una chat di prova. Gira su questo computer, senza Telegram e senza account. Niente lascia il computer, salvo che Nutshell apre i link che mandi.
trial-commands = Comandi
trial-commands-none = I comandi compaiono qui quando il bot è partito.
trial-example = Un articolo di esempio
trial-example-send = Manda l’articolo di esempio
trial-example-open = Leggilo tu
trial-example-title = Il faro che imparò a risparmiare
trial-example-lead = Come una città portuale ha ridotto del 92 per cento l’elettricità del suo faro.
trial-write = Messaggio
trial-write-hint = Link, testo o domanda
trial-send = Invia
trial-attach = Allega un file
trial-menu = Comandi
trial-reply = Rispondi
trial-reply-to = Risposta a { $name }
trial-reply-cancel = Non rispondere a questo
trial-language = La tua lingua
trial-theme-dark = Colori scuri
trial-restart = Riavvia il bot
trial-restart-hint = Termina il processo del bot e lo riavvia. La chat resta.
trial-state-starting = si avvia
trial-state-ready = pronto
trial-state-stopping = si riavvia
trial-state-down = fermato all’improvviso, riparte
trial-state-offline = nessuna connessione con il server di prova
trial-typing = scrive
trial-note-died = Il bot è terminato da solo (codice di uscita { $code }). Viene riavviato; quello che mandi lo aspetta.
trial-note-killed = Il bot è stato terminato (segnale { $signal }). Viene riavviato; quello che mandi lo aspetta.
trial-note-ready = Il bot funziona di nuovo.
trial-forwarded = Messaggio inoltrato
trial-quote-open = Mostra tutto
trial-quote-close = Mostra meno
trial-deleted = Messaggio eliminato
trial-newest = Vai al messaggio più recente
trial-drop = Lascia il file per mandarlo
trial-edited = modificato
trial-close = Chiudi
trial-reacted = Reazione di Nutshell
trial-buttons = Pulsanti di questo messaggio
trial-download = Scarica { $name }
trial-open-link = Apri il punto su { $site }
trial-size-kb = { $size } kB
trial-size-mb = { $size } MB
trial-message-of = { $name }, { $time }
trial-failed = Non ha funzionato: { $reason }
trial-place = Chat
trial-place-private = Nutshell · chat privata
trial-place-group = gruppo
trial-place-channel = canale
trial-topic-general = Generale
trial-topic-closed = { $name } (chiuso)
trial-speaker = Chi parla
trial-speaker-admin = { $name } (amministratore)
trial-speaker-anonymous = { $name } (amministratore anonimo)
trial-play = Orologio e permessi:
trial-clock = Porta avanti l’orologio
trial-clock-hour = 1 ora
trial-clock-half-day = 12 ore
trial-clock-day = 1 giorno
trial-clock-week = 1 settimana
trial-member = Nutshell in questa chat
trial-member-left = non c’è
trial-member-member = membro
trial-member-administrator = amministratore
trial-member-restricted = non può scrivere
trial-member-hint = Solo un amministratore può cambiarlo: scegline uno come chi parla.
trial-outside = Nutshell non è in questa chat e qui non sente niente. Aggiungilo come:
trial-topic = Questo argomento
trial-topic-name = Nome di un nuovo argomento
trial-topic-open = Aprilo
trial-topic-close = Chiudi
trial-topic-reopen = Riapri
trial-topic-delete = Elimina
trial-migrate = Questo gruppo
trial-migrate-do = Rendilo un supergruppo
trial-privacy = Modalità privacy
trial-privacy-on = attiva
trial-privacy-off = disattivata
trial-privacy-hint = Con questa, Nutshell vede solo comandi, risposte ai suoi messaggi e menzioni, a meno che non sia amministratore.
trial-service-came = { $name } è entrato
trial-service-left = { $name } è uscito
trial-service-topic = Argomento aperto: { $name }
trial-service-shared = Chat scelta: { $name }
trial-service-pinned = È stato fissato un messaggio
trial-service-closed = L’argomento è stato chiuso
trial-service-reopened = L’argomento è di nuovo aperto
trial-service-migrated = Il gruppo è ora un supergruppo
trial-via = { $name } tramite { $bot }
trial-pinned = Fissato
trial-more = Reagisci o inoltra
trial-forward = Inoltra a Nutshell
trial-results = Risultati
trial-keys = Pulsanti al posto della tastiera
trial-choose-chat = Scegli una chat

### La riga di comando

cli-trial-ready = La chat di prova è aperta: { $address }
    Fermala con Ctrl+C.
cli-trial-port-taken = La porta { $wanted } è occupata, quindi usa la { $port }.
cli-bot-ready = @{ $name } è in funzione. Fermalo con Ctrl+C.
cli-server-ready = Stato, misure e API sono all’indirizzo { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = Questo file non esiste. Controlla il nome, o dai un link che comincia con http:// o https://.
cli-is-a-folder = Questa è una cartella. Nomina i file che contiene.
cli-file-unreadable = Il file non si può aprire ({ $reason }).
cli-output-failed = L’output non si può scrivere ({ $reason }). Fai spazio sul disco o scrivilo altrove.
cli-not-in-article = L’articolo non lo dice.
cli-nearest = I passi più vicini:
cli-ask-prompt = Domanda (vuota per finire)
cli-ask-from-pipe = Qui lo standard input è l’articolo, quindi scrivi la domanda dopo.
cli-reading = Lettura
cli-digest-empty = Non c’è niente da raccontare.
cli-digest-one-form = Scegli uno fra --markdown, --html e --json.
cli-settings-refused = Nutshell non può partire con queste impostazioni:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = Non c’è un’impostazione { $name }, quindi non fa niente. Intendevi { $near }?
cli-setting-unknown = Non c’è un’impostazione { $name }, quindi non fa niente.
error-token-refused = Telegram non conosce questo token. Copialo di nuovo da @BotFather in NUTSHELL_TOKEN.
error-not-loopback = La chat di prova non chiede l’accesso, quindi non si può aprire ad altri ascoltando su { $host }. Imposta NUTSHELL_LISTEN su 127.0.0.1:8090.
error-address-taken = Non posso ascoltare su { $address }: { $reason }. Imposta NUTSHELL_LISTEN su un altro indirizzo, o ferma il programma che occupa questo.

setting-token = un token è fatto come 123456:ABC-DEF, così come lo dà @BotFather
setting-api-url = l’indirizzo di un server Bot API comincia con http:// o https://
setting-database = l’indirizzo di un database comincia con sqlite:/// o postgresql://
setting-listen = un indirizzo di ascolto è host:porta, come 127.0.0.1:8090
setting-webhook-url = l’indirizzo di un webhook è fatto come https://bot.example.org/telegram
setting-webhook-secret = un segreto è fatto di 1–256 lettere A–Z e a–z, cifre, _ e -
setting-webhook-open = chi raggiunge NUTSHELL_LISTEN potrebbe mandarmi messaggi a nome di Telegram; imposta NUTSHELL_WEBHOOK_SECRET, o ascolta su 127.0.0.1
setting-webhook-off = un webhook ha bisogno del server; imposta NUTSHELL_LISTEN su host:porta
setting-api-keys = una chiave ha almeno 16 caratteri: lettere, cifre e . _ ~ + / -
setting-proxy = un proxy aggira il controllo degli indirizzi; imposta NUTSHELL_PROXY_FILTERS=yes se è il proxy stesso a rifiutare quelli privati
setting-proxy-scheme = per le pagine vanno solo i proxy HTTP: l’indirizzo comincia con http:// o https:// (davanti a un proxy SOCKS ne serve uno HTTP)
setting-hooks = l’indirizzo di un hook è fatto come https://example.org/nutshell
setting-hook-secret = gli hook sono firmati; imposta NUTSHELL_HOOK_SECRET con almeno 16 caratteri
setting-public-url = l’indirizzo pubblico del server è fatto come https://bot.example.org
setting-locale = il bot non parla questa lingua; le sue lingue si chiamano come i file in prompts/, per esempio en o it
setting-number = è un numero intero da { $least } a { $most }
setting-numbers = sono numeri interi, separati da virgole
setting-choice = è uno fra: { $known }
setting-yes-no = è yes oppure no
setting-networks = le reti si scrivono come 192.168.0.0/16, separate da virgole

## Comandi per chi gestisce il bot

cli-backup-done = { $path } è una copia completa: { $size } MB, { $people } persone, { $readings } letture, tabelle della versione { $revision }. Per ripristinarla, ferma il bot, metti il file al posto del database e togli i file -wal e -shm accanto.
cli-backup-no-database = In { $path } non c’è nessun database. NUTSHELL_DATABASE dice dove si trova.
cli-backup-server = PostgreSQL fa le copie da sé, anche con il bot in funzione: pg_dump --format=custom --file={ $path } INDIRIZZO. pg_restore le ripristina.
cli-backup-exists = { $path } esiste già. Nomina un file che non c’è.
cli-backup-not-written = Non è stato possibile scrivere { $path }: { $reason }. Indica un file in una cartella che esiste, con spazio, e in cui puoi scrivere.
cli-backup-broken = La copia non è completa, quindi non ce n’è nessuna: { $reason }. Esegui doctor, e ripristina una copia più vecchia se dice che il database è danneggiato.
cli-migrate-done = Il database è aggiornato: { $people } persone, { $readings } letture.
cli-migrate-moved = Ora è tutto nel nuovo database: { $people } persone, { $readings } letture. Metti il suo indirizzo in NUTSHELL_DATABASE e avvia il bot.
cli-migrate-shortened = { $shortened } indirizzi lunghi si trovano ora in forma abbreviata; { $skipped } che c’erano in entrambe le forme ci sono una volta sola.
cli-token-needed = Non è stato fatto nulla: ciò che è stato detto nei gruppi è conservato sotto un contrassegno che solo il token del bot può dare. Imposta NUTSHELL_TOKEN come per il bot e riprova.
cli-forget-done = Cancellato, con { $count ->
    [one] una lettura
   *[other] { $count } letture
}.

doctor-token = Telegram conosce il token: è quello di @{ $name }.
doctor-token-missing = Non è impostato nessun token. Chiedine uno a @BotFather (/newbot) e imposta NUTSHELL_TOKEN.
doctor-token-refused = Telegram non conosce il token. Copialo di nuovo da @BotFather (/mybots, API Token) in NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } non risponde. Controlla la rete e il firewall; dove Telegram è bloccato, imposta NUTSHELL_API_PROXY.
doctor-groups-on = Si può aggiungere ai gruppi.
doctor-groups-off = Non si può aggiungere ai gruppi. Per cambiarlo: @BotFather, /setjoingroups.
doctor-hears-on = Nei gruppi sente tutto.
doctor-hears-off = Nei gruppi sente solo comandi, risposte e menzioni. Per link e reazioni fallo amministratore lì, oppure @BotFather, /setprivacy, Disable.
doctor-inline-on = Gli si può chiedere inline, in ogni chat.
doctor-inline-off = Non gli si può chiedere inline. Per cambiarlo: @BotFather, /setinline.
doctor-polling = Chiede i messaggi a Telegram; in attesa là: { $waiting }.
doctor-webhook = Telegram porta i messaggi al webhook; in attesa là: { $waiting }.
doctor-webhook-left = Telegram porta i messaggi a { $address }, ma qui non è impostato nessun webhook. Il bot lo toglie all’avvio.
doctor-webhook-other = Telegram porta i messaggi a { $address }, non a NUTSHELL_WEBHOOK_URL. Il bot lo imposta all’avvio; se è in funzione, il suo log dice perché non ci riesce, o un secondo programma ha questo token.
doctor-webhook-failing = Telegram non riesce a portare messaggi al webhook: { $said } (in attesa: { $waiting }). Controlla che l’indirizzo porti a NUTSHELL_LISTEN, e il suo certificato.
doctor-database = Il database è integro: { $people } persone, { $readings } letture.
doctor-database-new = Non c’è ancora un database; il primo avvio crea { $path }.
doctor-database-server = Il server del database non è utilizzabile: { $reason }. Controlla che sia in funzione, e nome, password e database in NUTSHELL_DATABASE.
doctor-database-refused = Il database { $path } non si può aprire: { $reason }. Controlla che il file e la sua cartella appartengano all’utente che esegue il bot, e che nessuna versione più nuova ci abbia lavorato.
doctor-database-broken = Il database è danneggiato: { $reason }. Ferma il bot e ripristina l’ultima copia (backup FILE).
doctor-disk = Sul disco c’è spazio: { $free } GB.
doctor-disk-full = Il disco è quasi pieno: restano { $free } GB. Fai posto, o sposta il database (NUTSHELL_DATABASE).
doctor-data = Quello che serve per leggere è installato.
doctor-data-missing = Un testo non si può leggere come si deve: { $reason }. Installa di nuovo il programma con le sue dipendenze.
doctor-web = Le pagine si possono scaricare.
doctor-web-unreachable = { $page } non si può scaricare ({ $reason }). Controlla la risoluzione dei nomi, il firewall e, se c’è, NUTSHELL_PROXY.
