### Was Nutshell auf Deutsch sagt.

language-name = Deutsch
list-comma = { ", " }

## Begrüßung und Hilfe

start = Hallo! Schick mir einen Link, einen Text oder eine Datei, und ich suche die Sätze heraus, auf die es ankommt, Wort für Wort. Danach kannst du mich dazu fragen: Ich zitiere die Stelle, an der es steht, oder sage dir, dass es nicht drinsteht.

    /help zeigt, was ich sonst noch kann.
help = Schick mir einen Link (oder mehrere), füge einen Text ein, leite einen Beitrag weiter oder schick eine Datei (PDF, DOCX, EPUB, HTML, Markdown oder Text): Du bekommst die wichtigsten Sätze, jeden mit einem Link zu seiner Stelle. Was du danach schreibst, ist eine Frage dazu. Antworte auf eine ältere Zusammenfassung, um zu dieser etwas zu fragen.
help-more = Länge und Thema kannst du vorgeben: „/summarize 3“, „/summarize https://… über Preise“. Ein Sprachmodell benutze ich nicht: Jeder Satz, den ich zeige, steht genau so im Artikel.
unknown-command = Diesen Befehl kenne ich nicht. /help zeigt die, die ich kenne.
unknown-command-near = Diesen Befehl kenne ich nicht. Meintest du { $near }? /help zeigt die, die ich kenne.

## Befehle, wie sie im Menü stehen

command-summarize = Link, Text oder Nachricht zusammenfassen
command-ask = nach dem fragen, was du zuletzt gelesen hast
command-check = steht dieser Satz im Artikel?
command-keywords = worum es geht, in ein paar Wörtern
command-articles = was du gelesen hast
command-search = alles durchsuchen, was du gelesen hast
command-settings = Länge, Aussehen und Sprache
command-help = was ich kann
command-privacy = was ich speichere und wie du es löschst
command-forget = alles über dich löschen
command-cancel = abbrechen, was ich gerade tue
command-allow = jemanden einlassen
command-deny = jemanden wieder aussperren
command-stats = wie viel ich genutzt werde
command-broadcast = ein Wort an alle

# Wörter, die ein Thema einleiten, wie in „/summarize 3 über Preise“. Mehrere mit Komma.
command-about-words = über, zu, zum Thema, zum, zur
wish-summary-words = zusammenfassen, zusammenfassung, fass zusammen, fasse zusammen, fass das zusammen
wish-shorter-words = kürzer, kürzer bitte, bitte kürzer, zu lang
wish-longer-words = länger, länger bitte, mehr, mehr davon, zu kurz
wish-help-words = hilfe, was kannst du, was kannst du alles, was machst du

summarize-usage = Sag mir, was ich zusammenfassen soll: „/summarize https://…“, oder antworte mit /summarize auf eine Nachricht. Auch die Zahl der Sätze oder ein Thema kannst du nennen: „/summarize 3 über Preise“.
ask-usage = Schreib deine Frage hinter den Befehl, etwa so: „/ask Wer nimmt teil?“
check-usage = Schreib den Satz hinter den Befehl: „/check Die Gespräche dauern zwei Tage.“
search-usage = Schreib hinter den Befehl, was du suchst: „/search Klimagipfel“.
cancel-done = Abgebrochen.
cancel-nothing = Es gibt nichts abzubrechen: Ich arbeite gerade an nichts für dich.

## Solange es dauert: die einzigen Texte, die mit „…“ enden

doing-thinking = Einen Moment …
doing-reading = Ich lese { $what } …
doing-reading-text = Ich lese den Text …
doing-reading-several = { $count ->
    [one] Ich lese die Seite …
   *[other] Ich lese { $count } Seiten …
}
doing-looking = Ich schaue nach …
doing-archive = Ich sehe im Webarchiv nach …

## Zusammenfassungen

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } Min. Lesezeit
note-partial = Der Rest liegt hinter einer Bezahlschranke; das hier stammt aus dem Teil, den ich lesen konnte.
note-pages-pictured = { $count ->
    [1] Seite { $pages } ist ein Bild von Text, das kann ich nicht lesen.
   *[other] Die Seiten { $pages } sind Bilder von Text, die kann ich nicht lesen.
}
note-pages-beyond = Eine lange Datei: Gelesen habe ich sie bis Seite { $last } von { $all }.
note-archived = Eine Kopie aus dem Webarchiv vom { DATETIME($day, dateStyle: "medium") }.
note-about = Thema: „{ $about }“
note-about-nothing = Um „{ $about }“ geht es hier nicht; das sind die wichtigsten Sätze.
untitled = Text vom { DATETIME($day, dateStyle: "medium") }
untitled-source = Text
text-short = Kürzer geht es kaum. Schick mir einen Link oder einen längeren Text, dann suche ich heraus, worauf es ankommt.
sources-left-out = { $count ->
    [one] Ich lese höchstens { $read } auf einmal. Schick mir das Letzte bitte noch einmal.
   *[other] Ich lese höchstens { $read } auf einmal. Schick mir die letzten { $count } bitte noch einmal.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = Geändert seit { DATETIME($day, dateStyle: "medium") }:
news-rewritten = Dort steht jetzt ein anderer Text; vom alten ist kaum ein Satz übrig.
news-altered = { $count } geändert
news-added = { $count } neu
news-removed = { $count } entfernt
news-was = Vorher:
news-now = Jetzt:
news-new = Neu:
news-gone = Entfernt:
news-more = { $count ->
    [one] … und eine weitere Änderung
   *[other] … und { $count } weitere Änderungen
}
again-same = In „{ $title }“ steht noch Wort für Wort dasselbe.
keywords-title = Schlagwörter
keywords-none = Für Schlagwörter ist dieser Text zu kurz.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Warum diese Sätze
why-line = Satz { $place } von { $total }. Teilt „{ $words }“ mit { $shared ->
    [one] einem anderen
   *[other] { $shared } anderen
}. Dem ganzen Text näher als { $percent } % der anderen.
why-line-alone = Satz { $place } von { $total }. Dem ganzen Text näher als { $percent } % der anderen.

button-shorter = Kürzer
button-longer = Länger
button-again = Neu lesen
button-keywords = Schlagwörter
button-ask = Fragen
button-context = Kontext
button-why = Warum
button-summary = Zurück zur Zusammenfassung
button-archive = Archivkopie
button-archive-of = Archivkopie von { $number }

## Fragen und Antworten

# Steht in einem kleinen Fenster; höchstens 200 Zeichen mit einem Titel von 60.
ask-how = Schreib einfach deine Frage. Ich suche die Antwort in „{ $title }“.
ask-how-group = Antworte mit deiner Frage auf diese Nachricht. Ich suche die Antwort in „{ $title }“.
question-without-article = Noch habe ich nichts, worin ich nachsehen könnte. Schick mir zuerst einen Link, einen Text oder eine Datei und frag dann noch einmal.
# To "thanks!" and "ok", which ask nothing.
remark-taken = Gern geschehen. Frag mich mehr dazu oder schick den nächsten Link.
remark-noted = Frag mich mehr dazu oder schick den nächsten Link.
# To ftp:// and the like.
link-kinds = Ich lese Links, die mit https:// oder http:// beginnen. Schick mir so einen, oder den Text oder die Datei selbst.
answer-not-found = Davon steht nichts im Artikel.
answer-not-found-several = Davon steht nichts in diesen Artikeln.
answer-nearest = { $count ->
    [one] Am nächsten kommt:
   *[other] Am nächsten kommen:
}
answer-language = Sprache des Artikels: { $language }. Frag in dieser Sprache, dann finde ich mehr.
place-page = Seite { $page }
place-paragraph = Absatz { $number } von { $total }
place-text = im Text
button-context-of = Kontext { $number }
button-answer = Zurück zur Antwort
check-exact = Ja, Wort für Wort:
check-near = Nicht ganz. Im Artikel heißt es:
check-absent = Nein, das steht nicht im Artikel:
check-differing = In deinem Zitat, aber nicht dort: { $words }
search-nothing = In dem, was du hier gelesen hast, kommt „{ $words }“ nicht vor. Versuch es mit anderen Wörtern, oder sieh in /articles nach.
search-guessed = Vielleicht meinst du:

## Was gelesen wurde

articles-title = Bisher gelesen
articles-none = Noch nichts. Schick mir einen Link, einen Text oder eine Datei, dann geht es los.
button-newer = Neuere
button-older = Ältere

## Einstellungen

settings-title = Einstellungen
settings = Wie lang soll eine Zusammenfassung zuerst sein, wie soll sie aussehen, und welche Sprache spreche ich? Ein Häkchen zeigt, was gewählt ist.
choice-short = Kurz
choice-medium = Mittel
choice-long = Lang
choice-paragraphs = Absätze
choice-bullets = Stichpunkte
choice-locale-auto = Wie in Telegram

## Datenschutz und Vergessen

privacy = Ich speichere die Artikel, die du hier liest, deine letzten Fragen dazu, deine Einstellungen sowie deine Telegram-ID und -Sprache. All das liegt auf dem Rechner der Person, die diesen Bot betreibt. Ich gebe nichts weiter; nur die Seiten, die du mir schickst, sehen einen Abruf von mir. Es gibt keine Werbung und kein Tracking.

    /forget löscht sofort alles über dich.
forget-ask = Soll ich alles löschen, was ich über dich weiß: was du gelesen hast, deine Fragen und deine Einstellungen? Das lässt sich nicht rückgängig machen.
forget-done = { $count ->
    [0] Erledigt. Ich habe dich vergessen; gelesen hattest du noch nichts.
    [one] Erledigt. Ich habe dich vergessen, und den Artikel, den du gelesen hattest, auch.
   *[other] Erledigt. Ich habe dich vergessen, und die { $count } Artikel, die du gelesen hattest, auch.
}
forget-kept = Es wurde nichts gelöscht.
button-forget = Alles löschen
button-keep = Behalten

## Was geschickt wird, sich aber nicht lesen lässt

cannot-read = { $kind ->
    [photo] Bilder kann ich nicht lesen. Schick mir den Text oder einen Link dazu.
    [voice] Sprachnachrichten kann ich nicht hören. Schreib mir, oder schick einen Link.
    [audio] Ton kann ich nicht hören. Schick mir den Link zu einem Artikel oder einen Text.
    [video] Videos kann ich nicht ansehen. Schick mir den Link zu einem Artikel oder eine Abschrift.
    [video_note] Videonachrichten kann ich nicht ansehen. Schreib mir, oder schick einen Link.
    [animation] Hübsch, aber ich lese nur Texte. Schick mir den Link zu einem Artikel.
    [sticker] Hübsch, aber ich lese nur Texte. Schick mir den Link zu einem Artikel.
    [contact] Das ist ein Kontakt, und ich lese nur Artikel. Schick mir einen Link oder einen Text.
    [location] Das ist ein Ort auf der Karte, und ich lese nur Artikel. Schick mir einen Link oder einen Text.
    [venue] Das ist ein Ort auf der Karte, und ich lese nur Artikel. Schick mir einen Link oder einen Text.
    [poll] Ich stimme nicht ab, ich lese nur. Schick mir den Link zu einem Artikel oder einen Text.
    [dice] Gut gewürfelt! Ich lese aber nur Texte. Schick mir den Link zu einem Artikel.
    [game] Ich spiele nicht, ich lese nur. Schick mir den Link zu einem Artikel.
   *[other] Solche Nachrichten kann ich nicht lesen. Schick mir einen Link, einen Text oder eine Textdatei.
}

## Knöpfe, die nirgendwohin führen (in einem kleinen Fenster; höchstens 200 Zeichen)

button-stale = Wozu dieser Knopf gehört, habe ich nicht mehr. Schick mir den Link oder den Text noch einmal.
button-unknown = Dieser Knopf bewirkt nichts mehr. Schick mir den Link oder den Text noch einmal.
button-foreign = Dieser Knopf ist für die Person, die gefragt hat.

## Wenn es gar keine Antwort geben konnte

gave-up-failed = Bei mir ist etwas kaputtgegangen, und du kannst nichts dafür (Fehler { $id }). Versuch es noch einmal; wenn es wieder passiert, nenn die Nummer der Person, die diesen Bot betreibt.
gave-up-timed-out = Das hat zu lange gedauert, darum habe ich aufgehört. Versuch es später noch einmal, oder füge den Teil ein, auf den es ankommt.
gave-up-cancelled = Abgebrochen, wie gewünscht.

## Fehler: was passiert ist und was nun hilft

error-unexpected = Hier ist etwas kaputtgegangen, und du kannst nichts dafür. Versuch es bitte noch einmal.
error-invalid-input = Damit kann ich nichts anfangen. Schick einen Link, einen Text oder eine Textdatei.
error-empty-text = Darin stehen keine Wörter. Schick einen Link oder eine Textdatei, oder füge einen Text ein.
error-text-too-long = Dieser Text ist länger, als ich auf einmal lesen kann ({ $limit } Zeichen). Schick einen Teil davon.
error-too-complex = Das besteht aus zu vielen kleinen Teilen, als dass ich daraus schlau würde. Füge den Teil ein, auf den es ankommt.
error-unknown-method = Ein Verfahren namens „{ $method }“ gibt es nicht. Zur Wahl stehen: { $known }.
error-not-a-language = „{ $language }“ ist kein Sprachkürzel. Nimm zwei Buchstaben, etwa en oder de.
error-not-a-link = Das sieht nach einem Link aus, ist aber nicht vollständig. Kopiere ihn noch einmal aus der Adresszeile.
error-unsupported-file = { $kind ->
    [rtf] RTF-Dateien kann ich nicht lesen. Öffne sie in einem Textprogramm, speichere sie als PDF oder DOCX und schick mir die.
    [odt] OpenDocument-Dateien kann ich nicht lesen. Speichere sie als PDF oder DOCX und schick mir die.
    [doc] Alte Word-Dateien (.doc) kann ich nicht lesen. Speichere sie als DOCX oder PDF und schick mir die.
    [sheet] Tabellenblätter kann ich nicht lesen. Schick einen Text, oder exportiere sie als PDF.
    [slides] Folien kann ich nicht lesen. Exportiere sie als PDF und schick mir das.
    [kindle] Kindle-Bücher kann ich nicht lesen. Schick das Buch als EPUB, oder füge ein Kapitel ein.
    [archive] Archive öffne ich nicht. Entpacke es und schick mir die Datei selbst.
    [image] Bilder kann ich nicht lesen. Schick den Text als Datei, oder füge ihn ein.
   *[other] Diese Art von Datei kann ich nicht lesen. Ich nehme PDF, DOCX, EPUB, HTML, Markdown und reinen Text; oder füge den Text ein.
}
error-file-too-large = Diese Datei ist zu groß: Telegram gibt Bots nur Dateien bis { $limit_mb } MB. Schick einen Teil davon, einen Link oder den Text selbst.
error-unreadable-file = { $reason ->
    [encrypted] Diese Datei ist mit einem Passwort gesperrt. Schick sie entsperrt, oder füge den Text ein.
    [scanned] Diese Datei enthält nur Bilder von Text. Schick eine mit echtem Text, oder füge den Text ein.
    [empty] In dieser Datei steht kein Text. Schick eine andere, oder füge den Text ein.
    [drm] Dieses Buch hat einen Kopierschutz (DRM), deshalb kann ich es nicht öffnen. Schick eines ohne Schutz, oder füge ein Kapitel ein.
    [bomb] Entpackt ist diese Datei viel größer, als ich fassen kann. Schick den Teil, auf den es ankommt, oder füge den Text ein.
   *[broken] Diese Datei lässt sich nicht öffnen; vielleicht ist sie beschädigt. Speichere sie neu und schick sie noch einmal, oder füge den Text ein.
}
error-no-article = Dort habe ich keinen Artikel gefunden. Öffne die Seite selbst, und füge den Text ein.
error-fetch-failed = Diese Seite konnte ich nicht laden. Versuch es später noch einmal, oder füge den Text ein.
error-address-refused = Ich öffne nur Adressen im öffentlichen Netz, und diese gehört nicht dazu. Füge stattdessen den Text ein.
error-redirect-refused = Dieser Link führt weiter zu etwas, das keine Webseite ist. Öffne ihn selbst, und schick mir die Adresse, bei der du ankommst.
error-members-only = Dieser Link führt in einen privaten Chat auf Telegram, den nur seine Mitglieder öffnen können. Leite mir die Nachricht selbst weiter, oder füge ihren Text ein.
error-page-missing = Diese Seite gibt es laut der Website nicht. Prüfe den Link, oder füge den Text ein.
error-page-forbidden = Die Website lässt mich diese Seite nicht lesen. Öffne sie selbst, und füge den Text ein.
error-server-busy = { $minutes ->
    [one] Die Website ist überlastet und bittet um eine Pause. Schick den Link in einer Minute noch einmal, oder füge den Text ein.
   *[other] Die Website ist überlastet und bittet um eine Pause. Schick den Link in { $minutes } Minuten noch einmal, oder füge den Text ein.
}
error-server-failed = Die Website hat gerade selbst Probleme. Versuch es in ein paar Minuten noch einmal, oder füge den Text ein.
error-host-unreachable = Diese Website kann ich nicht erreichen. Prüfe die Adresse auf Tippfehler, oder versuch es später noch einmal.
error-certificate-refused = Diese Website kann nicht beweisen, dass sie echt ist: Ihr Zertifikat ist ungültig. Öffne sie selbst, und füge den Text ein.
error-secure-connection = Diese Website bietet keine sichere Verbindung an, der ich trauen könnte. Öffne sie selbst, und füge den Text ein.
error-proxy-failed = Mein eigener Weg ins Netz ist versperrt: Der Proxy, über den ich gehe, lehnt ab. Füge den Text ein, und sag der Person Bescheid, die diesen Bot betreibt.
error-fetch-timeout = Die Website hat zu lange nicht geantwortet. Versuch es später noch einmal, oder füge den Text ein.
error-page-too-large = Diese Seite ist mir zu groß (mehr als { $limit_mb } MB). Füge den Teil ein, auf den es ankommt.
error-too-many-redirects = Dieser Link führt im Kreis. Öffne ihn selbst, und schick mir die Adresse, bei der du ankommst.
error-not-a-page = Dieser Link führt zu etwas ohne Text, etwa einem Bild oder Video. Schick den Link zu einem Artikel.
error-not-archived = Auch das Webarchiv hat keine Kopie dieser Seite. Wenn du sie öffnen kannst, füge den Text ein oder schick sie als Datei.
error-work-failed = Daraus bin ich nicht schlau geworden. Versuch es noch einmal, oder füge den Teil ein, auf den es ankommt.
error-work-timeout = Das hat zu lange gedauert, darum habe ich aufgehört. Füge den Teil ein, auf den es ankommt.
error-work-too-large = Das ist mehr, als in meinen Speicher passt. Füge den Teil ein, auf den es ankommt.
error-worker-died = Das ist mir unterwegs verloren gegangen. Schick es bitte noch einmal.
error-work-crashed = Daran bricht mein Leseprogramm jedes Mal ab, ich kann es also nicht sicher lesen. Füge den Teil ein, auf den es ankommt.
error-no-reading = Noch habe ich nichts, worum es gehen könnte. Schick mir zuerst einen Link, einen Text oder eine Datei.
error-database = { $reason ->
    [newer] Die Datenbank stammt von einer neueren Version von Nutshell. Aktualisiere Nutshell, oder nenne eine andere Datenbank.
    [url] Das ist keine Adresse einer Datenbank. Sie beginnt mit sqlite:/// oder postgresql://
    [server] Der Datenbankserver ist nicht erreichbar oder weist ab. Prüfe, ob er läuft, und Namen, Passwort und Datenbank in NUTSHELL_DATABASE.
    [filled] Die neue Datenbank enthält schon etwas. Nenne eine leere.
    [taken] Mit dieser Datenbank arbeitet schon ein anderes Nutshell. Beende es zuerst, oder nenne eine andere Datenbank; mehrere teilen sich eine auf PostgreSQL.
   *[file] Die Datenbank lässt sich nicht öffnen oder schreiben. Prüfe ihren Ordner, ihre Rechte und den Platz auf der Platte.
}
error-no-feed = Dort habe ich keinen Feed gefunden. Schick die Adresse eines Feeds oder einer Website, die einen anbietet.
error-feed-refused = { $reason ->
    [missing] Unter dieser Adresse gibt es nichts mehr. Prüfe den Link, oder schick die Adresse der Website.
    [forbidden] Die Website lässt mich das nicht lesen. Wenn sie einen anderen Feed hat, schick dessen Adresse.
    [private] Ich öffne nur Adressen im öffentlichen Netz, und diese gehört nicht dazu.
    [large] Das ist als Feed zu viel für mich. Wenn die Website einen kürzeren hat, schick dessen Adresse.
   *[other] Das konnte ich gerade nicht laden. Prüfe die Adresse auf Tippfehler, oder versuch es in ein paar Minuten noch einmal.
}
error-unknown-zone = Eine Zeitzone namens „{ $zone }“ kenne ich nicht. Nenn eine Stadt oder eine Zone wie Europe/Berlin.
error-not-a-time = „{ $time }“ zeigt keine Uhr. Schreib Stunden und Minuten, etwa „/digest 18:00“; mehrere sind möglich.
error-chat-gone = Dieser Chat nimmt keine Nachrichten des Bots mehr an.
error-topic-closed = Dieses Thema ist für den Bot geschlossen. Öffne es wieder, oder gib dem Bot das Recht, Themen zu verwalten.

## Seiten, die kein Artikel sind

no-article-bot-check = Die Website will erst einen Beweis, dass ich ein Mensch bin, und das bin ich nicht. Öffne die Seite, und füge den Text ein.
no-article-cookie-wall = Ich habe nur den Cookie-Hinweis der Website bekommen. Öffne die Seite, stimm zu oder lehne ab, und füge den Text ein.
no-article-login = Diese Seite verlangt eine Anmeldung. Öffne sie selbst, und füge den Text ein.
no-article-paywall = Der Artikel liegt hinter einer Bezahlschranke; ich habe nur die ersten Zeilen bekommen. Wenn du ihn öffnen kannst, füge den Text ein.
no-article-error-page = Statt eines Artikels kam eine Fehlerseite. Prüfe den Link, oder füge den Text ein.
no-article-video = Das ist eine Videoseite, und ich lese nur Texte. Schick den Link zu einem Artikel, oder füge eine Abschrift ein.
no-article-gallery = Das ist eine Seite mit Bildern, und ich lese nur Texte. Schick den Link zu einem Artikel.
no-article-home = Das ist die Startseite einer Website, mit Links zu vielen Artikeln. Öffne einen davon, und schick mir seinen Link.
no-article-section = Das ist eine Rubrik mit Links zu vielen Artikeln. Öffne einen davon, und schick mir seinen Link.
no-article-search = Das ist eine Seite mit Suchergebnissen. Öffne eines davon, und schick mir seinen Link.
no-article-tag = Diese Seite listet Artikel zu einem Thema auf. Öffne einen davon, und schick mir seinen Link.
no-article-shop = Das ist eine Seite aus einem Shop und kein Artikel. Schick einen Link zu etwas, das man lesen kann.
no-article-forum-index = Das ist eine Liste von Forenthemen. Öffne eines davon, und schick mir seinen Link.
no-article-directory = Diese Seite ist ein Verzeichnis von Links. Öffne einen davon, und schick mir seine Adresse.
no-article-script-page = Diese Seite ist leer, bis ein Browser sie aufbaut, darum sehe ich keinen Text. Öffne sie, und füge den Text ein.
no-article-empty = Auf dieser Seite steht kein Artikeltext. Öffne sie selbst, und füge den Text ein.

### Gruppen und Kanäle, auf Deutsch.

## In Gruppen

command-tldr = einen Link, eine Nachricht oder den letzten Link hier zusammenfassen

group-how = Antworte mit meinem Namen oder /tldr auf eine Nachricht, dann fasse ich zusammen, wohin sie führt. Antworte mit einer Frage auf eine meiner Zusammenfassungen, dann suche ich dort die Antwort.
group-no-link = In den letzten 24 Stunden habe ich hier keinen Link gesehen. Antworte mit /tldr auf eine Nachricht oder schreib den Link dahinter.
group-nothing-to-read = In dieser Nachricht gibt es nichts zu lesen: keinen Link und keinen längeren Text.
admins-only = Das können nur die Administratoren dieses Chats ändern.

group-settings = Was soll ich mit Links tun, die hier gepostet werden? Ich kann sie in Ruhe lassen, die zusammenfassen, auf die jemand mit 👀 reagiert, oder alle. Und ich kann für die Übersicht aufheben, was hier geteilt wird.
group-settings-topic = Was soll ich mit Links tun, die in diesem Thema gepostet werden? Ich kann sie in Ruhe lassen, die zusammenfassen, auf die jemand mit 👀 reagiert, oder alle. Und ich kann für die Übersicht aufheben, was in dieser Gruppe geteilt wird.
auto-off = Links: nichts
auto-ask = Bei 👀
auto-on = Alle
auto-everywhere = In allen Themen so
keep-shared = Geteiltes für die Übersicht aufheben
keep-names = … mit dem, der es geteilt hat
keep-how = Dann wird auch behalten, was hier gesagt wird, drei Tage lang und ohne Namen, damit /catchup das meistbesprochene zitieren kann.

## Was ein Administrator einmal erfährt

group-deaf = Ich höre nur Befehle, Antworten an mich und Nachrichten, die mich nennen. Damit ich hier auch Links und Reaktionen sehe, mach mich zum Administrator.
group-deaf-private = Danke, dass du mich in „{ $title }“ aufgenommen hast. Dort höre ich nur Befehle, Antworten an mich und Nachrichten, die mich nennen: /tldr unter einem Link geht also. Soll ich auch die Links sehen, die andere posten, für eine Übersicht oder um sie von selbst zusammenzufassen, dann mach mich dort zum Administrator (ein besonderes Recht brauche ich nicht), oder schalte bei @BotFather meinen Privatsphäre-Modus aus und füge mich neu hinzu. /settings in der Gruppe zeigt, was ich kann.
group-mute = In „{ $title }“ darf ich nicht schreiben und kann dort nicht antworten. Erlaube mir, Nachrichten zu senden, dann bin ich wieder da.
group-topic-lost = Ein Thema von „{ $title }“, in dem ich gefragt wurde, ist geschlossen oder gelöscht. Ich habe deshalb im Hauptthema der Gruppe geantwortet. Damit ich in geschlossenen Themen schreiben kann, gib mir das Recht, Themen zu verwalten.
group-topics-closed = Ich konnte die Übersicht in „{ $title }“ nicht posten: Ihr Thema ist geschlossen und das Hauptthema der Gruppe auch. Öffne eines davon wieder oder gib mir das Recht, Themen zu verwalten.
channel-mute = In „{ $title }“ bin ich Administrator, darf dort aber nichts posten. Gib mir das Recht, Beiträge zu verfassen, dann kann die Übersicht im Kanal erscheinen.

## Kanäle

command-channels = deine Kanäle: Übersicht und erste Kommentare
channels = Deine Kanäle. Wähle einen aus oder füge einen hinzu:
channels-none = Ich kenne noch keinen Kanal, den wir beide betreuen. Füge hier einen hinzu, oder mach mich dort zum Administrator und leite mir einen Beitrag weiter.
channels-add = Kanal hinzufügen
channels-choose = Kanal auswählen
channels-below = Wähle den Kanal mit dem Knopf aus, der anstelle deiner Tastatur erscheint.
channels-thanks = Danke.
channels-private = Kanäle richtest du im privaten Chat mit mir ein.
channels-not-yours = Diesen Kanal können nur seine Administratoren einrichten.
channels-not-in = In diesem Kanal bin ich noch nicht. Mach mich dort zum Administrator mit dem Recht, Beiträge zu verfassen, und wähle ihn noch einmal aus.
channel-title = Kanal „{ $title }“
channel-card = Links und lange Texte, die dort erscheinen, kann ich für die Übersicht aufheben. Hat der Kanal eine Diskussionsgruppe, in der ich bin, kann ich zu jedem verlinkten Artikel eine Zusammenfassung als ersten Kommentar schreiben. Die Übersicht erscheint im Kanal oder wo du möchtest.
channel-comment-deaf = In der Diskussionsgruppe sehe ich die Beiträge noch nicht, also kommt kein Kommentar. Mach mich dort zum Administrator; ein besonderes Recht brauche ich nicht.
channel-feeds-how = Damit er Feeds folgt, antworte auf diese Nachricht mit /follow und dem Link eines Feeds oder einer Website.
channel-keep = Beiträge für die Übersicht aufheben
channel-comment = Zusammenfassung als erster Kommentar
channel-digest = Übersicht des Kanals

### Übersichten und Feeds, auf Deutsch.

## Befehle, wie sie im Menü stehen

command-digest = die Übersicht einrichten: wann, wo, wie lang
command-catchup = was zuletzt geteilt wurde, sofort (/catchup 12: Stunden)
command-compare = was zwei Links beide sagen und was nur einer
command-follow = einem Feed oder einer Website folgen
command-unfollow = einem Feed nicht mehr folgen
command-feeds = welchen Feeds hier gefolgt wird

## Die Übersicht und ihre Einstellungen

digest-title = Übersicht · { DATETIME($day, dateStyle: "long") }
digest-again = Neues zu einer früheren Geschichte
digest-also = Auch bei:
digest-shared = { $count ->
    [one] Hier geteilt:
   *[other] Hier geteilt, { $count }-mal:
}
digest-left-out = { $count ->
    [one] Für eine weitere Geschichte war kein Platz.
   *[other] Für { $count } weitere Geschichten war kein Platz.
}
digest-heading = Übersicht
digest-none = Für „{ $name }“ gibt es noch keine Übersicht.
digest-none-here = Hier gibt es noch keine Übersicht.
digest-how = Sie sammelt, was hier geteilt wird und was die Feeds bringen, denen du mit /follow folgst, erzählt jede Geschichte einmal, mit ihren Links, und kommt zu den Zeiten, die du wählst. Gibt es nichts zu erzählen, kommt nichts.
digest-how-channel = Sie sammelt, was dort gepostet wird und was die Feeds des Kanals bringen, erzählt jede Geschichte einmal, mit ihren Links, und kommt zu den Zeiten, die du wählst. Gibt es nichts zu erzählen, kommt nichts.
digest-how-private = Sie sammelt, was die Feeds bringen, denen du mit /follow folgst, erzählt jede Geschichte einmal, mit ihren Links, und kommt zu den Zeiten, die du wählst. Gibt es nichts zu erzählen, kommt nichts.
digest-this-chat = diesen Chat
digest-on = Einschalten
digest-off = Ausschalten
digest-preview = Jetzt ansehen
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = jetzt, vorschau
digest-on-words = an, ein
digest-off-words = aus, stopp
digest-empty = Gerade gibt es nichts zu erzählen. Teile hier einen Link, oder folge mit /follow einem Feed: Erzählt wird daraus, was von da an erscheint.
digest-empty-private = Gerade gibt es nichts zu erzählen. Folge mit /follow einem Feed: Erzählt wird, was von da an erscheint.
digest-when = Wann: { $days }, { $times } ({ $zone })
digest-daily = jeden Tag
digest-weekdays = Montag bis Freitag
digest-where = Wo: { $where }
digest-here = hier
digest-to-me = privat an mich
digest-length = Länge: bis zu { $count } Geschichten
digest-sources = Aus: { $sources }
digest-quiet = Ruhe von { $start } bis { $end } Uhr; was dann fällig ist, kommt danach
digest-next = Als Nächstes: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = Sie ist ausgeschaltet.
digest-when-how = Wähle die Tage und die Stunden, jeweils auch mehrere.
digest-when-last = Ein Tag und eine Stunde müssen mindestens bleiben.
digest-zone-how = Die Zeiten gelten für { $zone }. Für eine andere Stadt schreib „/digest“ mit ihrem Namen, etwa „/digest Wien“.
digest-zone-found = Die Zeiten gelten jetzt für { $zone }. Welche Stadt meinst du?
digest-target-how = Wo soll die Übersicht erscheinen? Privat bekommst du sie nur, wenn du mir dort schon geschrieben hast. Kanäle stehen hier, wenn wir beide dort Administratoren sind.
digest-write-first = Ich kann dir noch nicht privat schreiben. Öffne @{ $bot }, drück auf „Starten“ und wähle das dann noch einmal.
digest-button-when = Wann
digest-button-zone = Zeitzone
digest-button-where = Wo
digest-button-shared = Geteiltes
digest-button-feeds = Feeds
digest-button-quiet = Nachts Ruhe
digest-button-pin = Anheften
button-back = Zurück
day-0 = Mo
day-1 = Di
day-2 = Mi
day-3 = Do
day-4 = Fr
day-5 = Sa
day-6 = So
doing-digest = Die Übersicht wird zusammengestellt …
catchup-nothing = { $hours ->
    [one] In der letzten Stunde wurde hier, soweit ich weiß, nichts geteilt oder veröffentlicht.
   *[other] In den letzten { $hours } Stunden wurde hier, soweit ich weiß, nichts geteilt oder veröffentlicht.
}
catchup-how = Ich weiß von dem, was in Gruppen und Kanälen geteilt wird, sobald dort /digest eingeschaltet ist, und von Feeds, denen mit /follow gefolgt wird.
catchup-usage = Schreib hinter den Befehl, wie viele Stunden ich zurückschauen soll, von 1 bis { $most }: „/catchup 12“. Ohne Zahl sind es die letzten { $usual }.
talk-title = Am meisten besprochen
talk-replies = { $count ->
    [one] eine Antwort
   *[other] { $count } Antworten
}
talk-reactions = { $count ->
    [one] eine Reaktion
   *[other] { $count } Reaktionen
}
compare-usage = Schreib zwei Links hinter den Befehl: „/compare https://… https://…“. Ich zeige, was beide sagen und was nur der eine oder der andere sagt.
compare-shared = { $count ->
    [2] Beide sagen:
   *[other] Alle sagen:
}
compare-nothing-shared = Ich habe keine Aussage gefunden, die sie teilen.
compare-other-languages = Sie sind in verschiedenen Sprachen: Gemeinsames finde ich nur in Texten einer Sprache.
compare-only = Nur { $number } ({ $site }) sagt:
button-compare = Vergleichen

## Feeds

doing-feed = Der Feed wird gesucht …
follow-usage = Schreib den Link eines Feeds oder einer Website hinter den Befehl: „/follow https://…“. Oder antworte mit /follow auf eine OPML-Datei.
follow-done = Ich folge jetzt „{ $title }“. Neues von dort kommt in die Übersicht; /digest sagt, wann.
follow-done-off = Ich folge jetzt „{ $title }“. Neues von dort kommt in die Übersicht; die ist hier noch aus, /digest schaltet sie ein.
follow-several = { $count ->
    [0] Keinem davon konnte ich folgen.
    [one] Ich folge jetzt einem Feed:
   *[other] Ich folge jetzt { $count } Feeds:
}
follow-failed = { $count ->
    [one] Einem konnte ich nicht folgen:
   *[other] { $count } konnte ich nicht folgen:
}
follow-later = { $count ->
    [one] Zu einem bin ich noch nicht gekommen. Schick dasselbe noch einmal, dann mache ich damit weiter.
   *[other] Zu { $count } bin ich noch nicht gekommen. Schick dasselbe noch einmal, dann mache ich damit weiter.
}
unfollow-done = Ich folge „{ $title }“ nicht mehr.
unfollow-unknown = Dem wird hier nicht gefolgt. /feeds zeigt die Liste mit einer Nummer für jeden Feed.
feeds-title = Feeds
feeds-how = Wähle einen Feed mit seiner Nummer, um Wörter und eine Grenze für ihn festzulegen oder ihn zu beenden.
feeds-none = Noch wird hier keinem Feed gefolgt. Fang mit /follow und einem Link an.
feeds-more = { $count ->
    [one] … und noch einer
   *[other] … und noch { $count }
}
feeds-file = Als Datei (OPML)
feeds-sent = Bitte sehr.
feed-only = Nur mit: { $words }
feed-without = Nie mit: { $words }
feed-cap = Wie viele seiner Beiträge dürfen in einer Übersicht stehen?
feed-how = Um nach Wörtern auszuwählen, schreib „/feeds { $number } +Brücke -Fußball“: Es kommt nur, was die Wörter mit + enthält, und nichts, was die mit - enthält. Ohne Nummer gelten die Wörter für alle Feeds hier.
feed-words-off = Wörter entfernen
feed-drop = Nicht mehr folgen
feeds-words-set = Diese Wörter gelten jetzt für alle Feeds hier.
feed-stopped = Den Feed „{ $title }“ gibt es nicht mehr, oder er lässt sich nicht mehr lesen. Ich frage ihn nicht mehr ab; mit /follow und seiner neuen Adresse geht es weiter.

### Der Inline-Modus, auf Deutsch. Auf die Knöpfe passen höchstens 60 Zeichen.

inline-how = Tippe einen Link oder Wörter aus Gelesenem
inline-nothing = Davon steht in nichts, was du gelesen hast
inline-slow = Es dauert noch: Wähle es aus oder lies es mit mir
inline-short = Kurz: { $title }
inline-medium = Mittel: { $title }
inline-long = Lang: { $title }
inline-later = Zusammenfassung von { $site }
inline-later-hint = Schick sie gleich ab; die Sätze kommen, sobald ich die Seite gelesen habe.
inline-open = Nutshell dazu fragen

### Was den Betrieb des Bots angeht: Datenschutz, Zugang, Tempo, Betreiber. Auf Deutsch.

## Befehle, wie sie im Menü stehen

command-export = eine Kopie von allem, was ich über dich speichere
command-language = in welcher Sprache ich hier spreche

## Datenschutz

privacy-how-long = Wie lange: Was du { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} lang nicht benutzt hast, wird von selbst gelöscht, und alles über dich, wenn du so lange nicht hier warst.
privacy-who = Wer diesen Bot betreibt:
privacy-owner = sein Betreiber
privacy-hooks = Wer diesen Bot betreibt, lässt sich Zusammenfassungen und Übersichten an eigene Programme schicken: { $sites }.
privacy-export = /export gibt dir eine Kopie von alldem.
export-done = Das ist alles, was ich über dich speichere, als Datei für Programme (JSON). { $readings ->
    [0] Du hast keinen Artikel gelesen.
    [one] Der Artikel, den du gelesen hast, ist dabei.
   *[other] Die { $readings } Artikel, die du gelesen hast, sind dabei.
}
export-private = Frag mich das im privaten Chat: Die Kopie ist nur für dich.
export-too-large = Was ich über dich speichere, ist zu groß für Telegram. Wer diesen Bot betreibt, kann dir eine Kopie geben; /privacy sagt, wer das ist.

## Ein Feed dieses Chats für Feedreader

command-rss = ein privater Feed dieses Chats für deinen Feedreader
rss = Was in „{ $title }“ geteilt und gelesen wird, und die Übersichten, als Feed für Feedreader:
rss-mine = Was du hier liest, und deine Übersichten, als Feed für Feedreader:
rss-secret = Wer diese Adressen kennt, liest mit; behalte sie also für dich. Mit einer neuen Adresse führen die alten ins Leere.
rss-local = Noch erreicht nur der Rechner, auf dem ich laufe, diese Adressen. Wer mich betreibt, kann sie mit NUTSHELL_PUBLIC_URL für andere öffnen.
rss-no-server = Hier gibt es keine Feeds, weil mein Server ausgeschaltet ist, wie immer im Probechat. Wer mich betreibt, kann ihn mit NUTSHELL_LISTEN einschalten.
rss-off = Der Feed ist ausgeschaltet, seine Adressen führen ins Leere. /rss macht neue.
rss-sent = Die Adressen hast du im privaten Chat.
rss-write-first = Die Adressen sind nur für Administratoren, darum schicke ich sie im privaten Chat. Schreib mir zuerst dort, und frag dann hier noch einmal.
rss-feed = { $title }: Links und Übersichten
rss-feed-mine = Mit Nutshell gelesen
button-rss-new = Neue Adresse
button-rss-off = Ausschalten

## Die Sprache

language-ask = Welche Sprache soll ich hier sprechen?
language-done = Ab jetzt spreche ich hier Deutsch.
language-unknown = Diese Sprache kann ich nicht. Ich kann: { $known }

## Tempo und Zugang

rate-wait = Du schreibst schneller als { $rate ->
    [one] eine Nachricht
   *[other] { $rate } Nachrichten
} pro Minute. Nichts geht verloren: In { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
} mache ich weiter.
# May show in a small box; at most 200 characters.
access-denied = Dieser Bot ist privat. Wer ihn betreibt, kann dich hereinlassen; deine Nummer ist { $id }.
access-denied-chat = Dieser Bot ist privat und bleibt deshalb in „{ $title }“ still. Wer ihn betreibt, kann den Chat hereinlassen; dessen Nummer ist { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = Dieser Bot ist privat; deine Nummer ist { $id }

## Für Betreiber

allow-usage = Wen? Schreib die Nummer einer Person oder eines Chats hinter den Befehl, oder antworte auf eine ihrer Nachrichten. In einer Gruppe meint der Befehl allein die Gruppe.
allow-done = { $id } darf mich jetzt benutzen.
allow-already = { $id } durfte mich schon benutzen.
deny-done = { $id } kann mich nicht mehr benutzen. Was dort gelesen wurde, bleibt, bis es mit der Zeit gelöscht wird oder durch `forget { $id }` auf der Kommandozeile.
deny-unknown = { $id } war nicht hereingelassen.
access-open = Notiert, aber es ändert noch nichts: NUTSHELL_ACCESS steht auf „open“, also dürfen mich alle benutzen. Mit „listed“ dürfen es nur die, die du hereinlässt.
stats = Menschen: { $people } (heute { $active_day }, in einer Woche { $active_week }, in einem Monat { $active_month })
    Gruppen und Kanäle: { $groups }
    Gelesene Artikel: { $readings } (in einer Woche { $readings_week }), gespeicherte Texte: { $texts }
    Feeds: { $feeds }, Digests: { $digests }
    Wartende Nachrichten: { $waiting }, aufgegeben: { $set_aside }
    Datenbank: { $megabytes } MB
broadcast-usage = Schreib die Nachricht hinter den Befehl: „/broadcast Am Sonntag bin ich eine Stunde weg.“ Bevor ich sie verschicke, frage ich nach.
broadcast-private = Machen wir das im privaten Chat.
broadcast-too-long = Das ist zu lang: höchstens { $limit } Zeichen.
broadcast-nobody = Außer dir ist noch niemand da, dem ich es schicken könnte.
broadcast-ask = { $people ->
    [one] Das an eine Person schicken?
   *[other] Das an { $people } Personen schicken?
}
button-broadcast = Verschicken
button-broadcast-drop = Nicht verschicken
button-broadcast-stop = Anhalten
broadcast-dropped = Nicht verschickt.
broadcast-begun = Sie ist unterwegs. Ich melde mich, wenn alle sie haben.
broadcast-busy = Es ist noch eine andere Nachricht unterwegs. /broadcast zeigt, wie weit sie ist.
broadcast-none = Es gibt nichts anzuhalten.
broadcast-report = { $state ->
    [running] Unterwegs.
    [stopped] Angehalten.
   *[done] Fertig.
} Verschickt: { $sent }. Nicht erreichbar (haben mich angehalten oder mir nie geschrieben): { $unreachable }. Fehlgeschlagen: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = Die Festplatte mit meiner Datenbank ist fast voll: Es sind noch { $megabytes } MB frei. Schaff Platz, oder zieh mit der Datenbank um (NUTSHELL_DATABASE). Ist sie voll, kann ich nichts mehr annehmen.
owner-token = Ein anderes Programm benutzt mein Token auch, darum bekommt jeder von uns nur einen Teil der Nachrichten. Beende das andere, oder hol dir bei @BotFather ein neues und setze NUTSHELL_TOKEN.
owner-webhook = Telegram kann meinem Webhook keine Nachrichten bringen: { $said } (es warten: { $waiting }). Prüfe, ob NUTSHELL_WEBHOOK_URL zu NUTSHELL_LISTEN führt, und das Zertifikat.
owner-queue = Nachrichten warten zu lange auf Antwort: Es warten { $waiting }, die älteste seit { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
}. Warum, steht vielleicht in meinem Log. Wenn es einfach zu viel ist, helfen mehr NUTSHELL_WORKERS oder ein schnellerer Rechner.
owner-database = Meine Datenbank war { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
} lang nicht zu erreichen. Jetzt ist sie wieder da, und ich beantworte, was inzwischen gekommen ist. Warum sie weg war, steht vielleicht im Log des Datenbankservers.
owner-hook = { $site } nimmt nichts von dem an, was ich dorthin schicke (NUTSHELL_HOOKS): { $said }. Ich versuche es noch einen Tag lang. Prüfe die Adresse und das Programm dahinter.

### Fragen, die ein Artikel nahelegt. Die Werte sind Wörter des Artikels, wie sie dort stehen: Jede Frage muss
### stimmen, ohne dass sie gebeugt werden.

suggest-said = Was sagte { $name }?
suggest-who = Wer ist { $name }?
suggest-year = Was geschah { $year }?
suggest-date = Was geschah { $date }?
suggest-about = Was steht hier über { $name }?
suggest-name = { $name }?
# A place with the preposition before it.
suggest-place = Was ist { $place } passiert?
# A verb and what is first, only or most of its kind.
suggest-topmost = Was { $what }?
# What is counted, with the rest of its clause.
suggest-count = Wie viele { $what }?
# What somebody did: the article's words behind the name.
suggest-did = Wer { $what }?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = Was steht hier über { $what }?

### Die Worte der Probechat-Seite, auf Deutsch.

trial-title = Nutshell · Probechat
trial-chat = Chat mit Nutshell
trial-you = Du
trial-bot = Nutshell
trial-skip = Zum Nachrichtenfeld springen
trial-about-title = Nutshell ausprobieren
trial-about = Nutshell liest Artikel für dich. Schick einen Link, füge einen Text ein oder zieh eine Datei hierher: Die Antwort sind die Sätze, auf die es ankommt, Wort für Wort. Danach kannst du Fragen zum Artikel stellen.
trial-about-private = Das ist ein Probechat. Er läuft auf diesem Rechner, ohne Telegram und ohne Konto. Nichts verlässt den Rechner; nur die Links, die du schickst, ruft Nutshell ab.
trial-commands = Befehle
trial-commands-none = Die Befehle erscheinen hier, sobald der Bot gestartet ist.
trial-example = Ein Beispielartikel
trial-example-send = Beispielartikel senden
trial-example-open = Selbst lesen
trial-example-title = Der Leuchtturm, der sparen lernte
trial-example-lead = Wie eine Hafenstadt den Strombedarf ihres Leuchtturms um 92 Prozent senkte.
trial-write = Nachricht
trial-write-hint = Link, Text oder Frage
trial-send = Senden
trial-attach = Datei anhängen
trial-menu = Befehle
trial-reply = Antworten
trial-reply-to = Antwort an { $name }
trial-reply-cancel = Nicht darauf antworten
trial-language = Deine Sprache
trial-theme-dark = Dunkle Farben
trial-restart = Bot neu starten
trial-restart-hint = Beendet den Bot und startet ihn neu. Der Chat bleibt.
trial-state-starting = startet
trial-state-ready = bereit
trial-state-stopping = startet neu
trial-state-down = unerwartet beendet, startet wieder
trial-state-offline = keine Verbindung zum Probeserver
trial-typing = schreibt
trial-note-died = Der Bot hat sich beendet (Exit-Code { $code }). Er wird neu gestartet; was du schickst, wartet auf ihn.
trial-note-killed = Der Bot wurde abgebrochen (Signal { $signal }). Er wird neu gestartet; was du schickst, wartet auf ihn.
trial-note-ready = Der Bot läuft wieder.
trial-forwarded = Weitergeleitete Nachricht
trial-quote-open = Alles zeigen
trial-quote-close = Weniger zeigen
trial-deleted = Gelöschte Nachricht
trial-newest = Zur neuesten Nachricht
trial-drop = Datei loslassen, um sie zu senden
trial-edited = bearbeitet
trial-close = Schließen
trial-reacted = Reaktion von Nutshell
trial-buttons = Schaltflächen dieser Nachricht
trial-download = { $name } herunterladen
trial-open-link = Die Stelle auf { $site } öffnen
trial-size-kb = { $size } kB
trial-size-mb = { $size } MB
trial-message-of = { $name }, { $time }
trial-failed = Das hat nicht geklappt: { $reason }
trial-place = Chat
trial-place-private = Nutshell · privater Chat
trial-place-group = Gruppe
trial-place-channel = Kanal
trial-topic-general = Allgemein
trial-topic-closed = { $name } (geschlossen)
trial-speaker = Wer spricht
trial-speaker-admin = { $name } (Administrator)
trial-speaker-anonymous = { $name } (anonymer Administrator)
trial-play = Uhr und Rechte:
trial-clock = Die Uhr vorstellen
trial-clock-hour = 1 Stunde
trial-clock-half-day = 12 Stunden
trial-clock-day = 1 Tag
trial-clock-week = 1 Woche
trial-member = Nutshell in diesem Chat
trial-member-left = nicht dabei
trial-member-member = Mitglied
trial-member-administrator = Administrator
trial-member-restricted = darf nicht schreiben
trial-member-hint = Das kann nur ein Administrator ändern: Wähle einen als Sprecher.
trial-outside = Nutshell ist nicht in diesem Chat und hört hier nichts. Lass es herein als:
trial-topic = Dieses Thema
trial-topic-name = Name eines neuen Themas
trial-topic-open = Eröffnen
trial-topic-close = Schließen
trial-topic-reopen = Wieder öffnen
trial-topic-delete = Löschen
trial-migrate = Diese Gruppe
trial-migrate-do = Zur Supergruppe machen
trial-privacy = Privatsphäre-Modus
trial-privacy-on = an
trial-privacy-off = aus
trial-privacy-hint = Damit sieht Nutshell nur Befehle, Antworten an sich und Erwähnungen, außer als Administrator.
trial-service-came = { $name } ist dabei
trial-service-left = { $name } ist nicht mehr dabei
trial-service-topic = Thema eröffnet: { $name }
trial-service-shared = Chat gewählt: { $name }
trial-service-pinned = Eine Nachricht wurde angeheftet
trial-service-closed = Das Thema wurde geschlossen
trial-service-reopened = Das Thema ist wieder offen
trial-service-migrated = Die Gruppe ist jetzt eine Supergruppe
trial-via = { $name } über { $bot }
trial-pinned = Angeheftet
trial-more = Reagieren oder weiterleiten
trial-forward = An Nutshell weiterleiten
trial-results = Ergebnisse
trial-keys = Knöpfe anstelle der Tastatur
trial-choose-chat = Wähle einen Chat

# Was die Kommandozeile sagt.

cli-trial-ready = Der Probechat ist offen: { $address }
    Beenden mit Strg+C.
cli-trial-port-taken = Port { $wanted } ist belegt, darum ist es { $port }.
cli-bot-ready = @{ $name } läuft. Beenden mit Strg+C.
cli-server-ready = Zustand, Messwerte und die API gibt es unter { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = Diese Datei gibt es nicht. Prüfe den Namen, oder gib einen Link an, der mit http:// oder https:// beginnt.
cli-is-a-folder = Das ist ein Ordner. Nenne die Dateien darin.
cli-file-unreadable = Die Datei lässt sich nicht öffnen ({ $reason }).
cli-output-failed = Die Ausgabe lässt sich nicht schreiben ({ $reason }). Mach Platz auf dem Datenträger, oder schreib sie woandershin.
cli-not-in-article = Davon steht nichts im Artikel.
cli-nearest = Am nächsten kommen:
cli-ask-prompt = Frage (leer beendet)
cli-ask-from-pipe = Die Standardeingabe ist hier der Artikel, schreib die Frage also dahinter.
cli-reading = Lese
cli-digest-empty = Es gibt nichts zu erzählen.
cli-digest-one-form = Wähle eines von --markdown, --html und --json.
cli-settings-refused = Mit diesen Einstellungen kann Nutshell nicht starten:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = Eine Einstellung { $name } gibt es nicht, sie bewirkt nichts. Meintest du { $near }?
cli-setting-unknown = Eine Einstellung { $name } gibt es nicht, sie bewirkt nichts.
error-token-refused = Telegram kennt dieses Token nicht. Kopiere es noch einmal von @BotFather nach NUTSHELL_TOKEN.
error-not-loopback = Der Probechat hat keine Anmeldung und darf darum nicht auf { $host } für andere offen sein. Setze NUTSHELL_LISTEN auf 127.0.0.1:8090.
error-address-taken = Auf { $address } kann ich nicht lauschen: { $reason }. Setze NUTSHELL_LISTEN auf eine andere Adresse oder beende das Programm, das diese belegt.

setting-token = ein Token sieht aus wie 123456:ABC-DEF, so gibt es @BotFather
setting-api-url = die Adresse eines Bot-API-Servers beginnt mit http:// oder https://
setting-database = eine Datenbankadresse beginnt mit sqlite:/// oder postgresql://
setting-listen = eine Adresse zum Lauschen ist host:port, wie 127.0.0.1:8090
setting-webhook-url = die Adresse eines Webhooks sieht aus wie https://bot.example.org/telegram
setting-webhook-secret = ein Geheimnis besteht aus 1 bis 256 Buchstaben A–Z und a–z, Ziffern, _ und -
setting-webhook-open = wer NUTSHELL_LISTEN erreicht, könnte mir in Telegrams Namen Nachrichten schicken; setze NUTSHELL_WEBHOOK_SECRET oder lausche auf 127.0.0.1
setting-webhook-off = ein Webhook braucht den Server; setze NUTSHELL_LISTEN auf host:port
setting-api-keys = ein Schlüssel hat mindestens 16 Zeichen: Buchstaben, Ziffern und . _ ~ + / -
setting-proxy = ein Proxy umgeht die Adressprüfung; setze NUTSHELL_PROXY_FILTERS=yes, wenn er private Adressen selbst ablehnt
setting-proxy-scheme = für Seiten gehen nur HTTP-Proxys: Die Adresse beginnt mit http:// oder https:// (vor einen SOCKS-Proxy gehört ein HTTP-Proxy)
setting-hooks = die Adresse eines Hooks sieht aus wie https://example.org/nutshell
setting-hook-secret = Hooks werden signiert; setze NUTSHELL_HOOK_SECRET auf mindestens 16 Zeichen
setting-public-url = die öffentliche Adresse des Servers sieht aus wie https://bot.example.org
setting-locale = diese Sprache spricht der Bot nicht; seine Sprachen heißen wie die Dateien in prompts/, etwa en oder de
setting-number = das ist eine ganze Zahl von { $least } bis { $most }
setting-numbers = das sind ganze Zahlen, mit Kommas dazwischen
setting-choice = das ist eins von: { $known }
setting-yes-no = das ist yes oder no
setting-networks = Netze sehen aus wie 192.168.0.0/16, mit Kommas dazwischen

## Befehle für Betreiber

cli-backup-done = { $path } ist eine vollständige Kopie: { $size } MB, { $people } Personen, { $readings } Lesevorgänge, Tabellen der Version { $revision }. Zum Wiederherstellen: den Bot beenden, die Datei an die Stelle der Datenbank legen und die Dateien -wal und -shm daneben entfernen.
cli-backup-no-database = Unter { $path } gibt es keine Datenbank. NUTSHELL_DATABASE sagt, wo sie liegt.
cli-backup-server = PostgreSQL macht seine Kopien selbst, auch während der Bot läuft: pg_dump --format=custom --file={ $path } ADRESSE. pg_restore spielt eine zurück.
cli-backup-exists = { $path } gibt es schon. Nenne eine Datei, die es noch nicht gibt.
cli-backup-not-written = { $path } ließ sich nicht schreiben: { $reason }. Nenne eine Datei in einem Ordner, den es gibt, in dem Platz ist und in den du schreiben darfst.
cli-backup-broken = Die Kopie ist nicht vollständig, also gibt es keine: { $reason }. Rufe doctor auf und stelle eine ältere Kopie wieder her, wenn er die Datenbank für beschädigt hält.
cli-migrate-done = Die Datenbank ist auf dem neuesten Stand: { $people } Personen, { $readings } Lesevorgänge.
cli-migrate-moved = Alles ist jetzt in der neuen Datenbank: { $people } Personen, { $readings } Lesevorgänge. Setze NUTSHELL_DATABASE auf ihre Adresse und starte den Bot.
cli-migrate-shortened = { $shortened } lange Adressen werden jetzt unter einer Kurzform gefunden; { $skipped }, die es in beiden Formen gab, gibt es noch einmal.
cli-token-needed = Es ist nichts geschehen: Was Personen in Gruppen gesagt haben, steht unter einem Zeichen, das nur mit dem Token des Bots zu bilden ist. Setze NUTSHELL_TOKEN wie für den Bot und versuche es noch einmal.
cli-forget-done = Gelöscht, mit { $count ->
    [one] einem Lesevorgang
   *[other] { $count } Lesevorgängen
}.

doctor-token = Telegram kennt das Token: Es gehört @{ $name }.
doctor-token-missing = Es ist kein Token gesetzt. Hol eines von @BotFather (/newbot) und setze NUTSHELL_TOKEN.
doctor-token-refused = Telegram kennt dieses Token nicht. Kopiere es noch einmal von @BotFather (/mybots, API Token) nach NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } antwortet nicht. Prüfe Netz und Firewall; wo Telegram gesperrt ist, setze NUTSHELL_API_PROXY.
doctor-groups-on = Er kann in Gruppen aufgenommen werden.
doctor-groups-off = Er kann nicht in Gruppen aufgenommen werden. Ändern: @BotFather, /setjoingroups.
doctor-hears-on = In Gruppen hört er alles.
doctor-hears-off = In Gruppen hört er nur Befehle, Antworten und Erwähnungen. Für Links und Reaktionen mach ihn dort zum Administrator, oder: @BotFather, /setprivacy, Disable.
doctor-inline-on = Er lässt sich in jedem Chat inline fragen.
doctor-inline-off = Er lässt sich nicht inline fragen. Ändern: @BotFather, /setinline.
doctor-polling = Er fragt Telegram nach Nachrichten; dort warten: { $waiting }.
doctor-webhook = Telegram bringt Nachrichten zum Webhook; dort warten: { $waiting }.
doctor-webhook-left = Telegram bringt Nachrichten nach { $address }, hier ist aber kein Webhook gesetzt. Der Bot entfernt ihn beim Start.
doctor-webhook-other = Telegram bringt Nachrichten nach { $address } und nicht zu NUTSHELL_WEBHOOK_URL. Der Bot setzt die Adresse beim Start; läuft er schon, sagt sein Protokoll, warum es nicht geht, oder ein zweites Programm hat dieses Token.
doctor-webhook-failing = Telegram kann keine Nachrichten zum Webhook bringen: { $said } (es warten: { $waiting }). Prüfe, ob die Adresse zu NUTSHELL_LISTEN führt, und ihr Zertifikat.
doctor-database = Die Datenbank ist in Ordnung: { $people } Personen, { $readings } Lesevorgänge.
doctor-database-new = Es gibt noch keine Datenbank; der erste Start legt { $path } an.
doctor-database-server = Der Datenbankserver ist nicht benutzbar: { $reason }. Prüfe, ob er läuft, und Namen, Passwort und Datenbank in NUTSHELL_DATABASE.
doctor-database-refused = Die Datenbank { $path } lässt sich nicht öffnen: { $reason }. Prüfe, ob Datei und Ordner dem Benutzer gehören, unter dem der Bot läuft, und ob keine neuere Version mit ihr gearbeitet hat.
doctor-database-broken = Die Datenbank ist beschädigt: { $reason }. Beende den Bot und stelle die letzte Kopie wieder her (backup FILE).
doctor-disk = Auf der Platte ist Platz: { $free } GB.
doctor-disk-full = Die Platte ist fast voll: noch { $free } GB. Schaffe Platz oder verlege die Datenbank (NUTSHELL_DATABASE).
doctor-data = Was zum Lesen nötig ist, ist installiert.
doctor-data-missing = Ein Text lässt sich nicht lesen, wie er soll: { $reason }. Installiere das Programm mit seinen Abhängigkeiten neu.
doctor-web = Seiten lassen sich abrufen.
doctor-web-unreachable = { $page } lässt sich nicht abrufen ({ $reason }). Prüfe Namensauflösung, Firewall und, wenn es einen gibt, NUTSHELL_PROXY.
