# What the command line says.

cli-trial-ready = The trial chat is open: { $address }
    Stop it with Ctrl+C.
cli-trial-port-taken = Port { $wanted } is taken, so it uses { $port }.
cli-bot-ready = @{ $name } is running. Stop it with Ctrl+C.
cli-server-ready = Health, metrics and the API are at { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = There is no such file. Check the name, or give a link that begins with http:// or https://.
cli-is-a-folder = That is a folder. Name the files in it.
cli-file-unreadable = The file can't be opened ({ $reason }).
cli-not-in-article = The article doesn't say.
cli-nearest = The nearest passages:
cli-ask-prompt = Question (empty to stop)
cli-reading = Reading
cli-digest-empty = There is nothing to tell.
cli-digest-one-form = Choose one of --markdown, --html and --json.
cli-settings-refused = Nutshell can't start with these settings:
cli-setting-refused = { $name }: { $reason }
error-token-refused = Telegram doesn't know this token. Copy it again from @BotFather into NUTSHELL_TOKEN.
error-not-loopback = The trial chat has no log-in, so it can't be opened to others by listening on { $host }. Set NUTSHELL_LISTEN to 127.0.0.1:8090.
error-address-taken = I can’t listen on { $address }: { $reason }. Set NUTSHELL_LISTEN to another address, or end the program that has this one.

setting-token = a token looks like 123456:ABC-DEF, as @BotFather gives it
setting-api-url = the address of a Bot API server begins with http:// or https://
setting-database = a database address begins with sqlite:///
setting-listen = a listening address is host:port, as 127.0.0.1:8090
setting-webhook-url = a webhook's address looks like https://bot.example.org/telegram
setting-webhook-secret = a secret is made of 1 to 256 letters A–Z and a–z, digits, _ and -
setting-webhook-open = whoever reaches NUTSHELL_LISTEN could send me updates in Telegram's name; set NUTSHELL_WEBHOOK_SECRET, or listen on 127.0.0.1
setting-webhook-off = a webhook needs the server; set NUTSHELL_LISTEN to host:port
setting-api-keys = a key has 16 characters at least: letters, digits and . _ ~ + / -
setting-proxy = a proxy goes past the guard on addresses; set NUTSHELL_PROXY_FILTERS=yes if the proxy itself refuses private ones
setting-proxy-scheme = only HTTP proxies work for pages: the address begins with http:// or https:// (a SOCKS proxy needs an HTTP one in front of it)
