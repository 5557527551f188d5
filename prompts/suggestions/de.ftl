### Fragen, die ein Artikel nahelegt. Die Werte sind Wörter des Artikels, wie sie dort stehen: Jede Frage muss
### stimmen, ohne dass sie gebeugt werden.

suggest-said = Was sagte { $name }?
suggest-who = Wer ist { $name }?
suggest-year = Was geschah { $year }?
suggest-date = Was geschah { $date }?
suggest-about = Was steht hier über { $name }?
suggest-name = { $name }?
# A place with the preposition before it.
suggest-place = Was ist { $place } passiert?
# A verb and what is first, only or most of its kind.
suggest-topmost = Was { $what }?
# What is counted.
suggest-count = Wie viele { $what }?
