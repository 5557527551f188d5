"""What the bot says, from prompts/: in the reader's language, or of an article's."""

from bot.messages.catalogue import FALLBACK, Messages
from bot.messages.question_phrases import QuestionPhrase

__all__ = ["FALLBACK", "Messages", "QuestionPhrase"]
