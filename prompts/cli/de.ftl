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
