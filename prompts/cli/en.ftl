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

## Operator's commands

cli-backup-done = { $path } is a whole copy: { $size } MB, { $people } people, { $readings } readings, tables of version { $revision }. To restore it, end the bot, put the file in the database's place and remove the -wal and -shm files beside it.
cli-backup-no-database = There is no database at { $path }. NUTSHELL_DATABASE tells where it is.
cli-backup-exists = { $path } is there already. Name a file that isn't.
cli-backup-not-written = { $path } could not be written: { $reason }
cli-backup-broken = The copy is not whole, so there is none: { $reason }. Run doctor, and restore an older copy if it says that the database is broken.
cli-migrate-done = The database is up to date: { $people } people, { $readings } readings.
cli-forget-done = Erased, with { $count ->
    [one] one reading
   *[other] { $count } readings
}.

doctor-token = Telegram knows the token: it is @{ $name }'s.
doctor-token-missing = No token is set. Get one from @BotFather (/newbot) and set NUTSHELL_TOKEN.
doctor-token-refused = Telegram doesn't know the token. Copy it again from @BotFather (/mybots, API Token) into NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } does not answer. Check the network and the firewall; where Telegram is blocked, set NUTSHELL_API_PROXY.
doctor-groups-on = It can be taken into groups.
doctor-groups-off = It can't be taken into groups. To change that: @BotFather, /setjoingroups.
doctor-hears-on = In groups it hears everything.
doctor-hears-off = In groups it hears commands, replies and mentions only. For links and reactions make it an administrator there, or @BotFather, /setprivacy, Disable.
doctor-inline-on = It can be asked inline, in any chat.
doctor-inline-off = It can't be asked inline. To change that: @BotFather, /setinline.
doctor-polling = It asks Telegram for messages; waiting there: { $waiting }.
doctor-webhook = Telegram brings messages to the webhook; waiting there: { $waiting }.
doctor-webhook-left = Telegram brings messages to { $address }, but no webhook is set here. The bot removes it when it starts.
doctor-webhook-other = Telegram brings messages to { $address }, not to NUTSHELL_WEBHOOK_URL. The bot sets it when it starts; if it runs, its log says why it can't, or a second program has this token.
doctor-webhook-failing = Telegram can't bring messages to the webhook: { $said } (waiting: { $waiting }). Check that the address leads to NUTSHELL_LISTEN, and its certificate.
doctor-database = The database is whole: { $people } people, { $readings } readings.
doctor-database-new = There is no database yet; the first start makes { $path }.
doctor-database-refused = The database { $path } can't be opened: { $reason }. Check that the file and its folder belong to the user that runs the bot, and that no newer version has been at work on it.
doctor-database-broken = The database is broken: { $reason }. End the bot and restore the last copy (backup FILE).
doctor-disk = The disk has room: { $free } GB.
doctor-disk-full = The disk is nearly full: { $free } GB left. Make room, or move the database (NUTSHELL_DATABASE).
doctor-data = What reading needs is installed.
doctor-data-missing = A text can't be read as it should be: { $reason }. Install the program again with its requirements.
doctor-web = Pages can be fetched.
doctor-web-unreachable = { $page } can't be fetched ({ $reason }). Check name service, firewall and, where there is one, NUTSHELL_PROXY.
