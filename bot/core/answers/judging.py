"""Decides whether articles answer a question, as far as its words tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.answers.answer_cues import FLAGS, AnswerCues
from bot.core.answers.answer_weights import judge_weights, threshold
from bot.core.answers.answering import Ranking
from bot.core.answers.article_index import Floats, Integers
from bot.core.answers.evidence import Evidence
from bot.core.answers.judge_features import judge_features
from bot.core.answers.measures import counts_something, is_measured, named, near_own_words
from bot.core.answers.questions import OTHER, Question
from bot.core.lexicon.question_words import UNSPACED, vocabulary

# People ask in one or two meaningful words about the article in front of them, and the threshold refuses 24 %
# of the sets' questions when they are cut down to so few words. With this much less it is 17 %, and of
# foreign ones 91 % are told instead of 95 % (5 folds, before the next rule). The word that tells most must
# be known: "Who is the sponsor of Calder?" is not answered by what Calder did.
_SHORT, _SHORT_BONUS, _KEY_KNOWN = 2, 1.0, 0.4
_LEAST_KNOWN = 0.5  # share of a follow-up's own words that the article must have
# What answers a question that has no words of its own: a sum of money is neither a length nor a day.
_HELD = {"long": ("long_duration", "long_unit"), "when": ("when_year", "when_calendar")}


@dataclass(frozen=True)
class _Best:
    """The best sentence of a ranking, in the article that has it."""

    question: Question
    evidence: Evidence
    scores: Floats
    row: int  # of the sentence, in `scores` and in the features

    @classmethod
    def of(cls, ranking: Ranking) -> _Best | None:
        found = ranking.best()
        if found is None:
            return None
        which, row = found
        return cls(ranking.questions[which], ranking.evidence[which], ranking.scores[which], row)

    def has(self, feature: str) -> bool:
        """Whether the sentence has something of a feature."""
        return float(self.evidence.features[feature][self.row]) > 0

    def holds(self, terms: NDArray[np.bool_] | Integers) -> NDArray[np.bool_]:
        """For each of these terms of the question, whether the sentence has it or one much like it."""
        alike = self.evidence.view.matches.alike
        return np.asarray(alike[terms, self.evidence.sentences[self.row]] > _KEY_KNOWN)


def is_answered(ranking: Ranking) -> bool:
    """Whether the best sentence answers the question.

    A follow-up has few words of its own; what it leans on helps, but makes up for nothing that the articles
    don't know: neither for its own words nor for the number that it asks for. Most of its words must be known
    ("and in Moscow?"), or some where the question before it is about this. One that only points back ("and
    why?", "who told him?") is about what the conversation is about; it is answered where the best sentence
    has a name for "who", a day for "when".
    """
    best = _Best.of(ranking)
    if best is None:
        return False
    if any(rule(best) for rule in (_is_about, *_PLAIN_CASES)):
        return True
    if ranking.joined is None or not _knows_what_is_asked(ranking) or not _tells_what_is_wanted(best):
        return False
    if all(_only_points_back(question) for question in ranking.questions):
        return ranking.context_known >= _LEAST_KNOWN and _holds_what_is_asked_for(best)
    own = [each.facts["known"] for each in ranking.evidence if each.facts["terms"]]
    known = max(own, default=0.0)
    if known >= _LEAST_KNOWN:
        return True
    joined = _Best.of(ranking.joined)
    return known > 0 and joined is not None and _is_about(joined)


def _knows_what_is_asked(ranking: Ranking) -> bool:
    """Whether an article knows the word of the question that tells most; of everyday ones it needs none."""
    return any(not len(each.view.own) or each.facts["key_known"] > _KEY_KNOWN for each in ranking.evidence)


def _measures_the_subject(best: _Best) -> bool:
    """Whether it has no words but those that ask for a sum, a length, an age … ("How heavy is it?"), and the
    sentence has one of those and tells one: it is about what the text is about. A sum without a word for it
    is not what "she earns".
    """
    view = best.evidence.view
    if not view.only_measures or not best.has("wanted"):
        return False
    return not view.content.any() or bool(best.holds(view.content > 0).any())


def _measures_what_is_named(best: _Best) -> bool:
    """Whether it asks for a sum, a length, an age … of something, and the sentence has all words for that and
    tells one ("How much is the ticket?"), or tells one by its name close to them ("It costs 8 euros").
    """
    evidence, view = best.evidence, best.evidence.view
    own = view.own
    if not (is_measured(view) and len(own) and best.has("wanted")) or view.question.leaning:
        return False
    if best.holds(own).all():
        return True
    by_name = bool(named(evidence)[best.row] and near_own_words(evidence)[best.row])
    return by_name and bool((view.known[own] > _KEY_KNOWN).all())


def _lasts(best: _Best) -> bool:
    """Whether it asks how long something takes in everyday words alone ("How long does it take?"), and the
    sentence has those and tells a duration.
    """
    view = best.evidence.view
    if view.question.kind != "long" or len(view.own):
        return False
    rows = np.flatnonzero(view.content)
    held = best.holds(rows if len(rows) else np.asarray(view.question.sequence[-1:]))
    return bool(held.all()) and best.has("long_duration")


def _gives_a_reason(best: _Best) -> bool:
    """Whether it asks why, and the sentence gives a reason and has all words of it but everyday ones."""
    own = best.evidence.view.own
    return bool(len(own) and best.holds(own).all()) and best.has("why_reason")


def _goes_on_from_title(best: _Best) -> bool:
    """Whether the title has the word that the text lacks ("the bridge" where the text says "the crossing"),
    and the sentence all others of the question and what it asks for.
    """
    view = best.evidence.view
    titled = view.content * view.only_in_title > 0
    others = (view.content > 0) & ~titled
    if not titled.any() or not others.any():
        return False
    return bool(best.holds(others).all()) and best.has("answers_kind") and _tells_what_is_wanted(best)


def _tells_what_is_allowed(best: _Best) -> bool:
    """Whether the sentence allows or forbids something and has most words of a question that asks for that
    ("can i freeze it").
    """
    view = best.evidence.view
    most = 2 * best.holds(view.own).sum() > len(view.own) > 0
    return bool(most) and "allowed" in view.wanted and best.has("wanted")


# Questions that are too short for the weights, and plain enough to tell.
_PLAIN_CASES = (
    _measures_the_subject,
    _measures_what_is_named,
    _lasts,
    _gives_a_reason,
    _tells_what_is_allowed,
    _goes_on_from_title,
)


def _tells_what_is_wanted(best: _Best) -> bool:
    """Whether a sum, a length, an age … or a number is told where one is asked for: a sum not just anywhere,
    but near the words of the question ("How much is the cheese?").
    """
    return _tells_near(best.evidence) and _tells_a_number(best)


_NEAR = ("whole_near", "whole_paragraph", "cover_heading")
_WITH_UNIT = {"length", "weight", "speed"}  # of these no number without a unit tells


def _tells_near(evidence: Evidence) -> bool:
    """Some ages and sums are told by a number alone ("The oldest is 22"): beside the words it will do."""
    features = evidence.features
    told = features["wanted_or_none"] > 0
    if is_measured(evidence.view) and not evidence.view.question.leaning:
        told = told & (near_own_words(evidence) > 0)
    if not evidence.facts["known"] or not told.any() or told.all():
        return bool(told.any())
    near = np.maximum.reduce([features[name] for name in _NEAR]) > 0
    alone = (features["has_number"] > 0) & (features["telling"] > 0)
    return bool((near & told).any() or (alone.any() and not evidence.view.wanted <= _WITH_UNIT))


# Of 616 questions for a number that the sets' articles answer, this refuses 5, three answered rightly.
_COUNTING, _SHOWN = {"many", "long"}, 3
_CLOCK = re.compile(r"\d:\d\d")
_TIMES = {"calendar", "unit", "year"}  # one of them tells how long something lasts; metres don't


def _tells_a_number(best: _Best) -> bool:
    """Whether there is a number or numeral where one is asked for: in the best sentence, or, where the
    article knows what is counted, in another one of those that are shown: beside that, where it is counted.
    A date is no count.
    """
    evidence = best.evidence
    view, features = evidence.view, evidence.features
    if view.question.kind not in _COUNTING:
        return True
    counted = view.known[view.question.focus] if view.question.focus >= 0 else 1.0
    shown = np.argsort(-best.scores, kind="stable")[: _SHOWN if counted > _KEY_KNOWN else 1]
    told = features["answers_kind"][shown] > 0
    if view.wanted or view.question.language in UNSPACED:
        return bool(told.any())
    numbers = evidence.sentences[shown].tolist()
    if view.question.kind == "long":
        sentences = view.index.article.sentences
        told &= np.asarray(
            [
                bool(_TIMES & _held_by(view.index.cues(number)) or _CLOCK.search(sentences[number].text))
                for number in numbers
            ]
        )
    else:
        told &= features["counted"][shown] > 0
        best_text = view.index.article.sentences[numbers[0]].text
        told[0] |= counts_something(best_text, view.question.language)
    return bool(told.any())


def _held_by(cues: AnswerCues) -> set[str]:
    """The names of what a sentence holds."""
    held = {name for name, flag in zip(FLAGS, cues.flags, strict=True) if flag}
    return held | {"year"} if cues.years else held


def _holds_what_is_asked_for(best: _Best) -> bool:
    """Whether the sentence has what a question wants that has no words of its own."""
    return any(best.has(name) for name in _HELD.get(best.question.kind, ("answers_kind",)))


def _only_points_back(question: Question) -> bool:
    """Whether a question names nothing new: at most one ordinary word beside its pronouns."""
    content = question.content
    return not content or (
        question.pointing and len(content) == 1 and not content[0].capital and not content[0].term.isdigit()
    )


def _is_about(best: _Best) -> bool:
    """Whether the learned weights say so."""
    if not best.question.content or not _tells_what_is_wanted(best) or not _tells_a_time(best):
        return False
    if not _knows_what_is_to_be_allowed(best) or not _tells_a_name(best):
        return False
    features = judge_features(best.evidence.features, best.evidence.facts, best.row)
    verdict = sum(weight * features[name] for name, weight in judge_weights().items())
    least = threshold(best.question.language)
    if features["terms"] > _SHORT:
        return verdict > least
    if _known_in_short(best.evidence) > _KEY_KNOWN:
        return verdict > least - _SHORT_BONUS
    # Where no blanks are written, terms are pairs of characters, and one of them may hold no word.
    return best.question.language in UNSPACED and verdict > least and _measures_if_asked(best)


def _knows_what_is_to_be_allowed(best: _Best) -> bool:
    """Whether the article knows a word of a short question for what is allowed that is no everyday one: "Can
    I bring my dog?" is not answered by what else one may bring.
    """
    view = best.evidence.view
    if view.wanted != {"allowed"} or not 0 < len(view.own) <= _SHORT or view.question.leaning:
        return True
    return bool((view.known[view.own] > _KEY_KNOWN).any())


def _tells_a_name(best: _Best) -> bool:
    """Whether the sentence has a name, a word for naming or something in quotation marks, where a short
    question asks what somebody or something is called.
    """
    question = best.question
    if not any(map(str.islower, question.text)):  # names look like other words where there are no capitals
        return True
    naming = vocabulary(question.language).classes_in(question.text.lower())
    if "naming" not in naming or question.kind != OTHER or len(question.content) > _SHORT:
        return True
    return any(best.has(f"named_{name}") for name in ("naming", "quoted", "name"))


# What tells when something was beside days, months and years, where no blanks are written.
_TIME = re.compile(
    "[时時後后前早晚夜朝春夏秋冬昔]|今|昨|明日|明天|期间|期間|間に|ころ|頃|さい|際|午|末|初|点|點|刻|戦|战|节|節|祭|"
    "เมื่อ|ขณะ|หลัง|ก่อน|ช่วง|สมัย|ตอน|ยุค|ระหว่าง|ค\\.ศ|พ\\.ศ"
)


def _tells_a_time(best: _Best) -> bool:
    """Where no blanks are written: whether one of the sentences that are shown tells a time, if it is asked
    for. There a sentence is soon like a question, since each sign counts.
    """
    view = best.evidence.view
    if view.question.kind != "when" or view.question.language not in UNSPACED:
        return True
    features = best.evidence.features
    shown = np.argsort(-best.scores, kind="stable")[:_SHOWN]
    if ((features["when_calendar"] + features["when_year"])[shown] > 0).any():
        return True
    sentences = view.index.article.sentences
    return any(_TIME.search(sentences[int(best.evidence.sentences[row])].text) for row in shown.tolist())


def _measures_if_asked(best: _Best) -> bool:
    """Whether the sentence has a number where a question for one says hardly more than what it is about."""
    kind = best.question.kind
    if kind == "when" and (best.has("when_calendar") or best.has("when_year")):
        return True
    if kind not in {*_COUNTING, "when"}:
        return True
    text = best.evidence.view.index.article.sentences[int(best.evidence.sentences[best.row])].text
    return _NUMBER.search(text) is not None


# A numeral alone may be no number ("两侧" are both sides, "一起" is together): beside others, or counting.
_HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆两兩"
_NUMBER = re.compile(
    rf"\d|[{_HAN_NUMERALS}]{{2}}|[{_HAN_NUMERALS}](?:[年月日号號天周週时時点點分秒歳岁歲米尺里公千厘吨噸元円圆块個个人名"
    r"回次本冊册枚杯度倍階层層室台]|つ|メートル|キロ|ヶ|か月)"
)


def _known_in_short(evidence: Evidence) -> float:
    """How well the article knows the word of a short question that tells most. Of one that asks who did
    something, the word that it knows least: "Who trained Calder?" turns on the verb.
    """
    view = evidence.view
    if view.question.kind != "who":
        return evidence.facts["key_known"]
    return float(view.known[view.content > 0].min())
