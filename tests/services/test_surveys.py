"""What a reply to an article needs, as a worker finds it out."""

from dataclasses import replace

from bot.core.article import Article
from bot.messages import QuestionPhrase
from bot.services import article_tasks
from bot.services.article_tasks import survey

TEXT = (
    "Mayor Ada Quill opened the Elde bridge on 4 May 2024. Repairs had cost 2.4 million euros. Ada Quill "
    "thanked the welders of Elde. The bridge carries two lanes and a path. A tram will cross it from June."
)


def test_suggestions_are_worked_out_once_for_all_lengths_of_an_articles_summary(monkeypatch):
    asked = []

    def suggest(article, **given):
        asked.append(article.title)
        return original(article, **given)

    original = article_tasks.suggest
    monkeypatch.setattr(article_tasks, "suggest", suggest)
    first = Article.from_text(TEXT, title="The bridge once more")
    surveys = [survey(replace(first), wanted, None, 3400, QuestionPhrase("en")) for wanted in (1, 3)]
    other = Article.from_text(TEXT, title="Another title")
    survey(other, 1, None, 3400, QuestionPhrase("en"))
    assert asked == ["The bridge once more", "Another title"]
    assert [len(found.sentences) for found in surveys] == [1, 3]
    assert surveys[0].suggestions == surveys[1].suggestions != ()
