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
