### Дайджесты и ленты, по-русски.

## Команды, как они стоят в меню

command-digest = настроить дайджест: когда, где, какой длины
command-catchup = чем делились недавно, сразу (/catchup 12: часов)
command-compare = что говорят обе ссылки и что только одна
command-follow = подписаться на ленту или сайт
command-unfollow = отписаться от ленты
command-feeds = на что подписан этот чат

## Дайджест и его настройки

digest-title = Дайджест · { DATETIME($day, dateStyle: "long") }
digest-again = новое в прежней истории
digest-also = Также:
digest-shared = { $count ->
    [one] Здесь делились { $count } раз:
    [few] Здесь делились { $count } раза:
   *[many] Здесь делились { $count } раз:
}
digest-left-out = { $count ->
    [one] Ещё для { $count } истории не хватило места.
   *[other] Ещё для { $count } историй не хватило места.
}
digest-heading = Дайджест
digest-none = У чата «{ $name }» ещё нет дайджеста. Он собирает то, чем здесь делятся, и новости лент, на которые вы подписались командой /follow, рассказывает каждую историю один раз, со ссылками, и приходит в выбранное вами время. Если рассказать нечего, он не приходит.
digest-this-chat = этот чат
digest-on = Включить
digest-off = Выключить
digest-preview = Показать сейчас
digest-empty = Сейчас рассказать нечего. Поделитесь здесь ссылкой или подпишитесь на ленту командой /follow.
digest-when = Когда: { $days }, { $times } ({ $zone })
digest-daily = каждый день
digest-weekdays = с понедельника по пятницу
digest-where = Где: { $where }
digest-here = здесь
digest-to-me = мне лично
digest-length = { $count ->
    [one] Длина: до { $count } истории
   *[other] Длина: до { $count } историй
}
digest-sources = Из чего: { $sources }
digest-quiet = Тишина с { $start }:00 до { $end }:00; что выпадает на это время, придёт потом
digest-next = Следующий: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = Он выключен.
digest-when-how = Выберите дни и часы; можно несколько.
digest-zone-how = Время указано для { $zone }. Чтобы выбрать другой город, напишите «/digest» и его название, например «/digest Омск».
digest-zone-found = Сейчас время указано для { $zone }. Какой город вы имели в виду?
digest-target-how = Где публиковать дайджест? Лично вы получите его, только если уже писали мне. Каналы показаны, если мы оба в них администраторы.
digest-button-when = Когда
digest-button-zone = Часовой пояс
digest-button-where = Где
digest-button-shared = Чем делятся
digest-button-feeds = Ленты
digest-button-quiet = Ночью тихо
digest-button-pin = Закреплять
button-back = Назад
day-0 = Пн
day-1 = Вт
day-2 = Ср
day-3 = Чт
day-4 = Пт
day-5 = Сб
day-6 = Вс
doing-digest = Составляю дайджест …
catchup-nothing = { $hours ->
    [one] За последний { $hours } час здесь, насколько я знаю, ничем не делились и ничего не публиковали.
    [few] За последние { $hours } часа здесь, насколько я знаю, ничем не делились и ничего не публиковали.
   *[many] За последние { $hours } часов здесь, насколько я знаю, ничем не делились и ничего не публиковали.
}
compare-usage = Напишите после команды две ссылки: «/compare https://… https://…». Я покажу, что говорят обе и что только одна из них.
compare-shared = Говорят все:
compare-nothing-shared = Общих утверждений я не нашёл.
compare-only = Только { $number } ({ $site }) говорит:

## Ленты

doing-feed = Ищу ленту …
follow-usage = Напишите после команды ссылку на ленту или сайт: «/follow https://…». Или ответьте командой /follow на файл OPML.
follow-done = Подписка на «{ $title }» оформлена. Новое оттуда попадёт в дайджест; когда он выходит, покажет /digest.
follow-several = { $count ->
    [0] Подписаться не удалось ни на одну.
    [one] Оформлена подписка на { $count } ленту:
    [few] Оформлена подписка на { $count } ленты:
   *[many] Оформлена подписка на { $count } лент:
}
follow-failed = { $count ->
    [one] Не удалось подписаться на { $count } ленту:
    [few] Не удалось подписаться на { $count } ленты:
   *[many] Не удалось подписаться на { $count } лент:
}
unfollow-done = Подписка на «{ $title }» отменена.
unfollow-unknown = Такой подписки здесь нет. /feeds покажет список, в нём у каждой ленты есть номер.
feeds-title = Ленты
feeds-none = Здесь ещё нет подписок. Начните с команды /follow и ссылки.
feeds-more = { $count ->
    [one] … и ещё { $count }
   *[other] … и ещё { $count }
}
feeds-file = Файлом (OPML)
feeds-sent = Готово.
feed-stopped = Лента «{ $title }» закрылась или больше не читается, и я её больше не запрашиваю. Команда /follow с новым адресом вернёт подписку.
