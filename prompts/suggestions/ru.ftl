### Вопросы, на которые наводит статья. Значения — слова самой статьи в том виде, в каком они там стоят:
### вопрос должен быть верным без их склонения.

suggest-said = Что говорит { $name }?
suggest-who = { $name } — кто это?
suggest-year = Что было в { $year } году?
suggest-date = Что было { $date }?
suggest-count = Сколько { $things }?
suggest-name = { $name }?
