### Was Nutshell auf Deutsch sagt.

language-name = Deutsch

## Begrüßung und Hilfe

start = Hallo! Schick mir einen Link, einen Text oder eine Datei, und ich suche die Sätze heraus, auf die es ankommt, Wort für Wort. Danach kannst du mich dazu fragen: Ich zitiere die Stelle, an der es steht, oder sage dir, dass es nicht drinsteht.

    /help zeigt, was ich sonst noch kann.
help = Schick mir einen Link (oder mehrere), füge einen Text ein, leite einen Beitrag weiter oder schick eine Datei (PDF, DOCX, EPUB, HTML, Markdown oder Text): Du bekommst die wichtigsten Sätze, jeden mit einem Link zu seiner Stelle. Was du danach schreibst, ist eine Frage dazu. Antworte auf eine ältere Zusammenfassung, um zu dieser etwas zu fragen.
help-more = Länge und Thema kannst du vorgeben: „/summarize 3“, „/summarize https://… über Preise“. Ein Sprachmodell benutze ich nicht: Jeder Satz, den ich zeige, steht genau so im Artikel.
unknown-command = Diesen Befehl kenne ich nicht. /help zeigt die, die ich kenne.

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

# Wörter, die ein Thema einleiten, wie in „/summarize 3 über Preise“. Mehrere mit Komma.
command-about-words = über, zu, zum, zur

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
note-archived = Eine Kopie aus dem Webarchiv vom { DATETIME($day, dateStyle: "medium") }.
note-about = Thema: { $about }
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

button-shorter = Kürzer
button-longer = Länger
button-again = Neu lesen
button-keywords = Schlagwörter
button-ask = Fragen
button-context = Kontext
button-summary = Zurück zur Zusammenfassung
button-archive = Archivkopie
button-archive-of = Archivkopie von { $number }

## Fragen und Antworten

# Steht in einem kleinen Fenster; höchstens 200 Zeichen mit einem Titel von 60.
ask-how = Schreib einfach deine Frage. Ich suche die Antwort in „{ $title }“.
ask-how-group = Antworte mit deiner Frage auf diese Nachricht. Ich suche die Antwort in „{ $title }“.
question-without-article = Noch habe ich nichts, worin ich nachsehen könnte. Schick mir zuerst einen Link, einen Text oder eine Datei und frag dann noch einmal.
answer-not-found = Davon steht nichts im Artikel.
answer-not-found-several = Davon steht nichts in diesen Artikeln.
answer-nearest = { $count ->
    [one] Am nächsten kommt:
   *[other] Am nächsten kommen:
}
place-page = Seite { $page }
place-paragraph = Absatz { $number } von { $total }
button-context-of = Kontext { $number }
button-answer = Zurück zur Antwort
check-exact = Ja, Wort für Wort:
check-near = Nicht ganz. Im Artikel heißt es:
check-absent = Nein, das steht nicht im Artikel:
check-differing = In deinem Zitat, aber nicht dort: { $words }
search-nothing = In dem, was du hier gelesen hast, kommt „{ $words }“ nicht vor. Versuch es mit anderen Wörtern, oder sieh in /articles nach.

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
    [pages] Diese Datei hat mehr Seiten, als ich lesen kann. Schick den Teil, auf den es ankommt, oder füge den Text ein.
    [bomb] Entpackt ist diese Datei viel größer, als ich fassen kann. Schick den Teil, auf den es ankommt, oder füge den Text ein.
   *[broken] Diese Datei lässt sich nicht öffnen; vielleicht ist sie beschädigt. Speichere sie neu und schick sie noch einmal, oder füge den Text ein.
}
error-no-article = Dort habe ich keinen Artikel gefunden. Öffne die Seite selbst, und füge den Text ein.
error-fetch-failed = Diese Seite konnte ich nicht laden. Versuch es später noch einmal, oder füge den Text ein.
error-address-refused = Ich öffne nur Adressen im öffentlichen Netz, und diese gehört nicht dazu. Füge stattdessen den Text ein.
error-redirect-refused = Dieser Link führt weiter zu etwas, das keine Webseite ist. Öffne ihn selbst, und schick mir die Adresse, bei der du ankommst.
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
    [url] Das ist keine Adresse einer Datenbank. Sie beginnt mit sqlite:///
   *[file] Die Datenbank lässt sich nicht öffnen oder schreiben. Prüfe ihren Ordner, ihre Rechte und den Platz auf der Platte.
}
error-no-feed = Dort habe ich keinen Feed gefunden. Schick die Adresse eines Feeds oder einer Website, die einen anbietet.
error-unknown-zone = Eine Zeitzone namens „{ $zone }“ kenne ich nicht. Nenn eine Stadt oder eine Zone wie Europe/Berlin.
error-chat-gone = Dieser Chat nimmt keine Nachrichten des Bots mehr an.

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
