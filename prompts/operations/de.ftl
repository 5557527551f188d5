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
privacy-export = /export gibt dir eine Kopie von alldem.
export-done = Das ist alles, was ich über dich speichere, als Datei für Programme (JSON). { $readings ->
    [0] Du hast keinen Artikel gelesen.
    [one] Der Artikel, den du gelesen hast, ist dabei.
   *[other] Die { $readings } Artikel, die du gelesen hast, sind dabei.
}
export-private = Frag mich das im privaten Chat: Die Kopie ist nur für dich.
export-too-large = Was ich über dich speichere, ist zu groß für Telegram. Wer diesen Bot betreibt, kann dir eine Kopie geben; /privacy sagt, wer das ist.

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

## Für Betreiber

allow-usage = Wen? Schreib die Nummer einer Person oder eines Chats hinter den Befehl, oder antworte auf eine ihrer Nachrichten. In einer Gruppe meint der Befehl allein die Gruppe.
allow-done = { $id } darf mich jetzt benutzen.
allow-already = { $id } durfte mich schon benutzen.
deny-done = { $id } kann mich nicht mehr benutzen. Was dort gelesen wurde, bleibt, bis es mit der Zeit gelöscht wird oder durch `forget { $id }` auf der Kommandozeile.
deny-unknown = { $id } war nicht hereingelassen.
stats = Menschen: { $people } (heute { $active_day }, in einer Woche { $active_week }, in einem Monat { $active_month })
    Gruppen und Kanäle: { $groups }
    Gelesene Artikel: { $readings } (in einer Woche { $readings_week }), gespeicherte Texte: { $texts }
    Feeds: { $feeds }, Digests: { $digests }
    Wartende Nachrichten: { $waiting }, aufgegeben: { $set_aside }
    Datenbank: { $megabytes } MB
broadcast-usage = Schreib die Nachricht hinter den Befehl: „/broadcast Am Sonntag bin ich eine Stunde weg.“ Bevor ich sie verschicke, frage ich nach.
broadcast-private = Machen wir das im privaten Chat.
broadcast-too-long = Das ist zu lang: höchstens { $limit } Zeichen.
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
