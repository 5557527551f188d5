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
cli-not-in-article = Davon steht nichts im Artikel.
cli-nearest = Am nächsten kommen:
cli-ask-prompt = Frage (leer beendet)
cli-reading = Lese
cli-digest-empty = Es gibt nichts zu erzählen.
cli-digest-one-form = Wähle eines von --markdown, --html und --json.
cli-settings-refused = Mit diesen Einstellungen kann Nutshell nicht starten:
cli-setting-refused = { $name }: { $reason }
error-token-refused = Telegram kennt dieses Token nicht. Kopiere es noch einmal von @BotFather nach NUTSHELL_TOKEN.
error-not-loopback = Der Probechat hat keine Anmeldung und darf darum nicht auf { $host } für andere offen sein. Setze NUTSHELL_LISTEN auf 127.0.0.1:8090.
error-address-taken = Auf { $address } kann ich nicht lauschen: { $reason }. Setze NUTSHELL_LISTEN auf eine andere Adresse oder beende das Programm, das diese belegt.

setting-token = ein Token sieht aus wie 123456:ABC-DEF, so gibt es @BotFather
setting-api-url = die Adresse eines Bot-API-Servers beginnt mit http:// oder https://
setting-database = eine Datenbankadresse beginnt mit sqlite:///
setting-listen = eine Adresse zum Lauschen ist host:port, wie 127.0.0.1:8090
setting-webhook-url = die Adresse eines Webhooks sieht aus wie https://bot.example.org/telegram
setting-webhook-secret = ein Geheimnis besteht aus 1 bis 256 Buchstaben A–Z und a–z, Ziffern, _ und -
setting-webhook-open = wer NUTSHELL_LISTEN erreicht, könnte mir in Telegrams Namen Nachrichten schicken; setze NUTSHELL_WEBHOOK_SECRET oder lausche auf 127.0.0.1
setting-webhook-off = ein Webhook braucht den Server; setze NUTSHELL_LISTEN auf host:port
setting-api-keys = ein Schlüssel hat mindestens 16 Zeichen: Buchstaben, Ziffern und . _ ~ + / -
setting-proxy = ein Proxy umgeht die Adressprüfung; setze NUTSHELL_PROXY_FILTERS=yes, wenn er private Adressen selbst ablehnt
setting-proxy-scheme = für Seiten gehen nur HTTP-Proxys: Die Adresse beginnt mit http:// oder https:// (vor einen SOCKS-Proxy gehört ein HTTP-Proxy)

## Befehle für Betreiber

cli-backup-done = { $path } ist eine vollständige Kopie: { $size } MB, { $people } Personen, { $readings } Lesevorgänge, Tabellen der Version { $revision }. Zum Wiederherstellen: den Bot beenden, die Datei an die Stelle der Datenbank legen und die Dateien -wal und -shm daneben entfernen.
cli-backup-no-database = Unter { $path } gibt es keine Datenbank. NUTSHELL_DATABASE sagt, wo sie liegt.
cli-backup-exists = { $path } gibt es schon. Nenne eine Datei, die es noch nicht gibt.
cli-backup-not-written = { $path } ließ sich nicht schreiben: { $reason }
cli-backup-broken = Die Kopie ist nicht vollständig, also gibt es keine: { $reason }. Rufe doctor auf und stelle eine ältere Kopie wieder her, wenn er die Datenbank für beschädigt hält.
cli-migrate-done = Die Datenbank ist auf dem neuesten Stand: { $people } Personen, { $readings } Lesevorgänge.
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
doctor-database-refused = Die Datenbank { $path } lässt sich nicht öffnen: { $reason }. Prüfe, ob Datei und Ordner dem Benutzer gehören, unter dem der Bot läuft, und ob keine neuere Version mit ihr gearbeitet hat.
doctor-database-broken = Die Datenbank ist beschädigt: { $reason }. Beende den Bot und stelle die letzte Kopie wieder her (backup FILE).
doctor-disk = Auf der Platte ist Platz: { $free } GB.
doctor-disk-full = Die Platte ist fast voll: noch { $free } GB. Schaffe Platz oder verlege die Datenbank (NUTSHELL_DATABASE).
doctor-data = Was zum Lesen nötig ist, ist installiert.
doctor-data-missing = Ein Text lässt sich nicht lesen, wie er soll: { $reason }. Installiere das Programm mit seinen Abhängigkeiten neu.
doctor-web = Seiten lassen sich abrufen.
doctor-web-unreachable = { $page } lässt sich nicht abrufen ({ $reason }). Prüfe Namensauflösung, Firewall und, wenn es einen gibt, NUTSHELL_PROXY.
