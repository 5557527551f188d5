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

## Was ein Administrator einmal erfährt

group-deaf = Ich höre nur Befehle, Antworten an mich und Nachrichten, die mich nennen. Damit ich hier auch Links und Reaktionen sehe, mach mich zum Administrator.
group-deaf-private = Danke, dass du mich in „{ $title }“ aufgenommen hast. Dort höre ich nur Befehle, Antworten an mich und Nachrichten, die mich nennen: /tldr unter einem Link geht also. Soll ich auch die Links sehen, die andere posten, für eine Übersicht oder um sie von selbst zusammenzufassen, dann mach mich dort zum Administrator (ein besonderes Recht brauche ich nicht), oder schalte bei @BotFather meinen Privatsphäre-Modus aus und füge mich neu hinzu. /settings in der Gruppe zeigt, was ich kann.
group-mute = In „{ $title }“ darf ich nicht schreiben und kann dort nicht antworten. Erlaube mir, Nachrichten zu senden, dann bin ich wieder da.
group-topic-lost = Ein Thema von „{ $title }“, in dem ich gefragt wurde, ist geschlossen oder gelöscht. Ich habe deshalb im Hauptthema der Gruppe geantwortet. Damit ich in geschlossenen Themen schreiben kann, gib mir das Recht, Themen zu verwalten.
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
channel-keep = Beiträge für die Übersicht aufheben
channel-comment = Zusammenfassung als erster Kommentar
channel-digest = Übersicht des Kanals
