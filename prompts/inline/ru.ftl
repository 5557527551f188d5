### Режим inline, по-русски. На кнопке помещается не больше 60 знаков.

inline-how = Введите ссылку или слова из прочитанного
inline-nothing = В прочитанном об этом ничего нет
inline-slow = Нужно время: выберите результат или напишите мне
inline-short = Кратко: { $title }
inline-medium = Средне: { $title }
inline-long = Подробно: { $title }
inline-later = Пересказ страницы { $site }
inline-later-hint = Отправьте сейчас, а предложения появятся, когда я прочитаю страницу.
inline-open = Спросить Nutshell
