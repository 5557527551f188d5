# Что говорит командная строка.

cli-trial-ready = Пробный чат открыт: { $address }
    Остановить: Ctrl+C.
cli-trial-port-taken = Порт { $wanted } занят, поэтому взят { $port }.
cli-bot-ready = @{ $name } работает. Остановить: Ctrl+C.
cli-server-ready = Состояние, метрики и API доступны по адресу { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = Такого файла нет. Проверьте имя или укажите ссылку, которая начинается с http:// или https://.
cli-is-a-folder = Это папка. Укажите файлы в ней.
cli-file-unreadable = Файл не открывается ({ $reason }).
cli-not-in-article = В статье об этом не сказано.
cli-nearest = Ближе всего к вопросу:
cli-ask-prompt = Вопрос (пустая строка — выход)
cli-reading = Чтение
cli-digest-empty = Рассказывать нечего.
cli-digest-one-form = Выберите что-то одно: --markdown, --html или --json.
cli-settings-refused = С такими настройками Nutshell не может запуститься:
cli-setting-refused = { $name }: { $reason }
error-token-refused = Telegram не знает этого токена. Скопируйте его у @BotFather в NUTSHELL_TOKEN ещё раз.
error-not-loopback = В пробном чате нет входа по паролю, поэтому открывать его для других на { $host } нельзя. Задайте NUTSHELL_LISTEN=127.0.0.1:8090.
error-address-taken = Не могу слушать на { $address }: { $reason }. Задайте в NUTSHELL_LISTEN другой адрес или завершите программу, которая занимает этот.

setting-token = токен выглядит как 123456:ABC-DEF, его даёт @BotFather
setting-api-url = адрес сервера Bot API начинается с http:// или https://
setting-database = адрес базы данных начинается с sqlite:///
setting-listen = адрес для приёма соединений — host:port, например 127.0.0.1:8090
setting-webhook-url = адрес вебхука выглядит как https://bot.example.org/telegram
setting-webhook-secret = секрет состоит из 1–256 латинских букв, цифр, _ и -
setting-webhook-open = любой, кому доступен NUTSHELL_LISTEN, мог бы слать мне сообщения от имени Telegram; задайте NUTSHELL_WEBHOOK_SECRET или слушайте на 127.0.0.1
setting-webhook-off = вебхуку нужен сервер; задайте NUTSHELL_LISTEN как host:port
setting-api-keys = ключ — не меньше 16 знаков: латинские буквы, цифры и . _ ~ + / -
setting-proxy = прокси обходит проверку адресов; задайте NUTSHELL_PROXY_FILTERS=yes, если он сам отказывает частным адресам
setting-proxy-scheme = для страниц годится только HTTP-прокси: адрес начинается с http:// или https:// (перед SOCKS-прокси поставьте HTTP-прокси)
