### Questions that an article suggests. The values are the article's own words, as they stand there: write each
### question so that it is right without changing them (no case, gender or number depends on them).

# A person or body whose words the article reports.
suggest-said = What did { $name } say?
# A person whom the article introduces.
suggest-who = Who is { $name }?
# A year.
suggest-year = What happened in { $year }?
# A month, a day or both, with the preposition before it.
suggest-date = What happened { $date }?
# Any name that comes up often.
suggest-about = What does it say about { $name }?
# Used for articles in languages without questions of their own: no words there.
suggest-name = { $name }?
# A place with the preposition before it ("in Helsinki").
suggest-place = What happened { $place }?
# A verb and what is first, only or most of its kind ("is the largest city of the country").
suggest-topmost = What { $what }?
# What is counted ("residents").
suggest-count = How many { $what }?
