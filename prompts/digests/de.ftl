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
digest-none = Für „{ $name }“ gibt es noch keine Übersicht. Sie sammelt, was hier geteilt wird und was die Feeds bringen, denen du mit /follow folgst, erzählt jede Geschichte einmal, mit ihren Links, und kommt zu den Zeiten, die du wählst. Gibt es nichts zu erzählen, kommt nichts.
digest-this-chat = diesen Chat
digest-on = Einschalten
digest-off = Ausschalten
digest-preview = Jetzt ansehen
digest-empty = Gerade gibt es nichts zu erzählen. Teile hier einen Link, oder folge mit /follow einem Feed.
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
digest-zone-how = Die Zeiten gelten für { $zone }. Für eine andere Stadt schreib „/digest“ mit ihrem Namen, etwa „/digest Wien“.
digest-zone-found = Die Zeiten gelten jetzt für { $zone }. Welche Stadt meinst du?
digest-target-how = Wo soll die Übersicht erscheinen? Privat bekommst du sie nur, wenn du mir dort schon geschrieben hast. Kanäle stehen hier, wenn wir beide dort Administratoren sind.
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
compare-usage = Schreib zwei Links hinter den Befehl: „/compare https://… https://…“. Ich zeige, was beide sagen und was nur der eine oder der andere sagt.
compare-shared = Alle sagen:
compare-nothing-shared = Ich habe keine Aussage gefunden, die sie teilen.
compare-only = Nur { $number } ({ $site }) sagt:

## Feeds

doing-feed = Der Feed wird gesucht …
follow-usage = Schreib den Link eines Feeds oder einer Website hinter den Befehl: „/follow https://…“. Oder antworte mit /follow auf eine OPML-Datei.
follow-done = Ich folge jetzt „{ $title }“. Neues von dort kommt in die Übersicht; /digest sagt, wann.
follow-several = { $count ->
    [0] Keinem davon konnte ich folgen.
    [one] Ich folge jetzt einem Feed:
   *[other] Ich folge jetzt { $count } Feeds:
}
follow-failed = { $count ->
    [one] Einem konnte ich nicht folgen:
   *[other] { $count } konnte ich nicht folgen:
}
unfollow-done = Ich folge „{ $title }“ nicht mehr.
unfollow-unknown = Dem wird hier nicht gefolgt. /feeds zeigt die Liste mit einer Nummer für jeden Feed.
feeds-title = Feeds
feeds-none = Noch wird hier keinem Feed gefolgt. Fang mit /follow und einem Link an.
feeds-more = { $count ->
    [one] … und noch einer
   *[other] … und noch { $count }
}
feeds-file = Als Datei (OPML)
feeds-sent = Bitte sehr.
feed-stopped = Den Feed „{ $title }“ gibt es nicht mehr, oder er lässt sich nicht mehr lesen. Ich frage ihn nicht mehr ab; mit /follow und seiner neuen Adresse geht es weiter.
