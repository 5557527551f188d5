### Вопросы, на которые наводит статья. Значения — слова самой статьи в том виде, в каком они там стоят:
### вопрос должен быть верным без их склонения.

suggest-said = Что говорит { $name }?
suggest-who = { $name } — кто это?
suggest-year = Что было в { $year } году?
suggest-date = Что было { $date }?
suggest-about = { $name } — что об этом сказано?
suggest-name = { $name }?
# A place with the preposition before it.
suggest-place = Что произошло { $place }?
# Not made in Russian: the words would have to change.
suggest-topmost = Что { $what }?
# What is counted.
suggest-count = Сколько { $what }?
