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

## Команды для владельца

cli-backup-done = { $path } — полная копия: { $size } МБ, людей: { $people }, прочтений: { $readings }, версия таблиц: { $revision }. Чтобы восстановить её, остановите бота, положите файл на место базы данных и удалите рядом файлы -wal и -shm.
cli-backup-no-database = В { $path } нет базы данных. Где она, говорит NUTSHELL_DATABASE.
cli-backup-exists = { $path } уже есть. Назовите файл, которого ещё нет.
cli-backup-not-written = Не удалось записать { $path }: { $reason }
cli-backup-broken = Копия неполная, поэтому её нет: { $reason }. Запустите doctor и, если он скажет, что база повреждена, восстановите прежнюю копию.
cli-migrate-done = База данных обновлена: людей: { $people }, прочтений: { $readings }.
cli-forget-done = Стёрто, вместе с этим { $count ->
    [one] { $count } прочтение
    [few] { $count } прочтения
    [many] { $count } прочтений
   *[other] { $count } прочтения
}.

doctor-token = Telegram знает токен: он принадлежит @{ $name }.
doctor-token-missing = Токен не задан. Получите его у @BotFather (/newbot) и задайте NUTSHELL_TOKEN.
doctor-token-refused = Telegram не знает этого токена. Скопируйте его у @BotFather (/mybots, API Token) в NUTSHELL_TOKEN ещё раз.
doctor-telegram-unreachable = { $address } не отвечает. Проверьте сеть и брандмауэр; там, где Telegram заблокирован, задайте NUTSHELL_API_PROXY.
doctor-groups-on = Его можно добавлять в группы.
doctor-groups-off = Его нельзя добавлять в группы. Изменить: @BotFather, /setjoingroups.
doctor-hears-on = В группах он слышит всё.
doctor-hears-off = В группах он слышит только команды, ответы и упоминания. Чтобы он видел ссылки и реакции, сделайте его администратором группы или: @BotFather, /setprivacy, Disable.
doctor-inline-on = К нему можно обращаться из любого чата (inline).
doctor-inline-off = Обращаться к нему из других чатов (inline) нельзя. Изменить: @BotFather, /setinline.
doctor-polling = Он сам спрашивает Telegram о сообщениях; там ждёт: { $waiting }.
doctor-webhook = Telegram приносит сообщения на вебхук; там ждёт: { $waiting }.
doctor-webhook-left = Telegram приносит сообщения на { $address }, но здесь вебхук не задан. Бот снимет его при запуске.
doctor-webhook-other = Telegram приносит сообщения на { $address }, а не на NUTSHELL_WEBHOOK_URL. Бот задаст адрес при запуске; если он уже работает, причину скажет его журнал, или с этим токеном работает вторая программа.
doctor-webhook-failing = Telegram не может принести сообщения на вебхук: { $said } (ждёт: { $waiting }). Проверьте, ведёт ли адрес к NUTSHELL_LISTEN, и его сертификат.
doctor-database = База данных цела: людей: { $people }, прочтений: { $readings }.
doctor-database-new = Базы данных ещё нет; при первом запуске появится { $path }.
doctor-database-refused = База данных { $path } не открывается: { $reason }. Проверьте, принадлежат ли файл и его папка пользователю, от имени которого работает бот, и не работала ли с ней более новая версия.
doctor-database-broken = База данных повреждена: { $reason }. Остановите бота и восстановите последнюю копию (backup FILE).
doctor-disk = На диске есть место: { $free } ГБ.
doctor-disk-full = Диск почти заполнен: осталось { $free } ГБ. Освободите место или перенесите базу данных (NUTSHELL_DATABASE).
doctor-data = Всё нужное для чтения установлено.
doctor-data-missing = Текст не читается как следует: { $reason }. Установите программу заново вместе с зависимостями.
doctor-web = Страницы загружаются.
doctor-web-unreachable = { $page } не загружается ({ $reason }). Проверьте DNS, брандмауэр и, если он есть, NUTSHELL_PROXY.
