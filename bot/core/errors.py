"""One error tree. An error names its message in prompts/ (`error-<code>`) and keeps the details that fill
it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar


class BotError(Exception):
    """The root of every error that Nutshell raises on purpose.

    `code` is stable and machine-readable; `details` fill the message for people and the fields of the log.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, **details: Any) -> None:
        super().__init__(self.code, details)
        self.details = details

    def __str__(self) -> str:
        # What a developer sees in a notebook: the code, what it means, and the details that are there.
        means = (type(self).__doc__ or "").partition("\n\n")[0].partition(" Details:")[0].rstrip(".")
        told = ", ".join(
            f"{name}={str(value) if isinstance(value, StrEnum) else value!r}"
            for name, value in self.details.items()
            if value is not None and value != ()
        )
        return ": ".join(filter(None, (self.code, means))) + (f" ({told})" if told else "")

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process borders (workers); the default would call __init__ with positional arguments.
        return _rebuild, (type(self), self.details)

    @property
    def message_key(self) -> str:
        """The key of the sentence in prompts/ that tells a person about it."""
        return "error-" + self.code.replace("_", "-")


def _rebuild(cls: type[BotError], details: dict[str, Any]) -> BotError:
    return cls(**details)


class InvalidInputError(BotError):
    """What was handed in cannot be worked with; the sender can mend it."""

    code = "invalid_input"


class WrongTypeError(InvalidInputError, TypeError):
    """The library was handed a value of another type than it takes. Details: name, wanted, given."""

    def __str__(self) -> str:
        return "{name}: {wanted} is expected, not {given}".format(**self.details)


class NotALanguageError(InvalidInputError):
    """A language was named by what is no code of ISO 639. Details: language."""

    code = "not_a_language"


class EmptyTextError(InvalidInputError):
    """There are no letters in the text."""

    code = "empty_text"


class TextTooLongError(InvalidInputError):
    """The text passes the limit. Details: limit (characters)."""

    code = "text_too_long"


class TooComplexError(InvalidInputError):
    """A page or a text is made of more pieces than can be worked through in time. Details: limit."""

    code = "too_complex"


class UnknownMethodError(InvalidInputError):
    """No summary method has that name. Details: method, known."""

    code = "unknown_method"


class NotALinkError(InvalidInputError):
    """It looks like a link, but is none. Details: url."""

    code = "not_a_link"


class UnknownZoneError(InvalidInputError):
    """No time zone has that name. Details: zone."""

    code = "unknown_zone"


class NotATimeError(InvalidInputError):
    """No clock shows that time. Details: time, as it was written."""

    code = "not_a_time"


class UnsupportedFileError(InvalidInputError):
    """A file of a kind that Nutshell does not read. Details: kind ("rtf", "odt", "doc", "image" …)."""

    code = "unsupported_file"


class FileTooLargeError(InvalidInputError):
    """An uploaded file passes the limit of Telegram or of ours. Details: limit_mb."""

    code = "file_too_large"


class UnreadableFileError(InvalidInputError):
    """A file of a known kind that cannot be read. Details: reason.

    One of "broken", "encrypted" (with a password), "drm" (copy-protected), "scanned" (pictures only),
    "empty", "bomb" (unpacks to too much).
    """

    code = "unreadable_file"


class Reason(StrEnum):
    """Why a page is no article. Each has its own sentence: `no-article-<reason>`."""

    BOT_CHECK = "bot_check"
    COOKIE_WALL = "cookie_wall"
    LOGIN = "login"
    PAYWALL = "paywall"
    ERROR_PAGE = "error_page"
    VIDEO = "video"
    GALLERY = "gallery"
    HOME = "home"
    SECTION = "section"
    SEARCH = "search"
    TAG = "tag"
    SHOP = "shop"
    FORUM_INDEX = "forum_index"
    DIRECTORY = "directory"
    SCRIPT_PAGE = "script_page"
    EMPTY = "empty"


class NoArticle(BotError):
    """The page holds no article. Details: reason (a Reason), and url where known."""

    code = "no_article"

    def __init__(self, reason: Reason = Reason.EMPTY, **details: Any) -> None:
        super().__init__(reason=Reason(reason), **details)

    @property
    def reason(self) -> Reason:
        reason: Reason = self.details["reason"]
        return reason

    @property
    def message_key(self) -> str:
        return "no-article-" + self.reason.replace("_", "-")


class FetchError(BotError):
    """A page could not be had. Details: url, and what each subclass adds."""

    code = "fetch_failed"


class AddressRefusedError(FetchError):
    """The address, or one it leads to, is not part of the public web. Details: url."""

    code = "address_refused"


class RedirectRefusedError(AddressRefusedError):
    """The address leads on to what is no address of a page: another scheme, or a broken one. Details: url."""

    code = "redirect_refused"


class MembersOnlyError(AddressRefusedError):
    """The address leads into a chat on Telegram that only its members can see. Details: url."""

    code = "members_only"


class PageMissingError(FetchError):
    """The server says that there is no such page (404, 410). Details: url, status."""

    code = "page_missing"


class PageForbiddenError(FetchError):
    """The server does not let us read the page (401, 403, 451). Details: url, status."""

    code = "page_forbidden"


class ServerBusyError(FetchError):
    """The server asks for a pause (429, or 503 with Retry-After). Details: url, status, minutes to wait."""

    code = "server_busy"


class ServerFailedError(FetchError):
    """The server answered with an error of its own (5xx or nonsense). Details: url, status where known."""

    code = "server_failed"


class HostUnreachableError(FetchError):
    """No such host, or no connection to it. Details: url."""

    code = "host_unreachable"


class CertificateRefusedError(FetchError):
    """The site cannot prove that it is the site: expired, self-signed or wrong certificate. Details: url."""

    code = "certificate_refused"


class SecureConnectionError(FetchError):
    """The site and we found no way to talk in secret: an outdated or broken TLS. Details: url."""

    code = "secure_connection"


class ProxyFailedError(FetchError):
    """The operator's own proxy does not let us out. Details: url, status where there is one."""

    code = "proxy_failed"


class FetchTimeoutError(FetchError):
    """The page did not arrive in time. Details: url, timeout_s."""

    code = "fetch_timeout"


class PageTooLargeError(FetchError):
    """The page passes the limit, decompressed. Details: url, limit_mb."""

    code = "page_too_large"


class TooManyRedirectsError(FetchError):
    """The redirects lead in a circle or too far. Details: url."""

    code = "too_many_redirects"


class NotArchivedError(FetchError):
    """The web archive has no copy of the page. Details: url."""

    code = "not_archived"


class NotAPageError(FetchError):
    """The link leads to a picture, a video or another thing without text. Details: url, kind."""

    code = "not_a_page"


class NoFeedError(BotError):
    """There is no feed in what was fetched, and none that it names. Details: url where known."""

    code = "no_feed"


class FeedRefusedError(BotError):
    """A feed that somebody wants to follow cannot be had. Details: reason.

    One of "missing", "forbidden", "private" (no public address), "large" (too much, or too slow to read) and
    "failed" (for now).
    """

    code = "feed_refused"


class WorkError(BotError):
    """A worker process could not finish a job."""

    code = "work_failed"


class WorkTimeoutError(WorkError):
    """The job took longer than its limit and was ended. Details: timeout_s."""

    code = "work_timeout"


class WorkTooLargeError(WorkError):
    """The job needed more memory than its limit and was ended. Details: limit_mb."""

    code = "work_too_large"


class WorkerDiedError(WorkError):
    """The worker process died under the job."""

    code = "worker_died"


class WorkCrashedError(WorkerDiedError):
    """The job made its worker process break off, and would again: a file that a library cannot stand."""

    code = "work_crashed"


class NoReadingError(BotError):
    """There is no article that the question or the button could be about."""

    code = "no_reading"


class DatabaseError(BotError):
    """The database cannot be used. Details: reason ("url", "file", "taken", "newer", "read", "write",
    "server" or "filled"), path where there is one.
    """

    code = "database"


class AddressTakenError(BotError):
    """The server cannot listen there. Details: address, reason."""

    code = "address_taken"


class TokenRefusedError(BotError):
    """Telegram does not know the bot's token."""

    code = "token_refused"


class ChatGoneError(BotError):
    """The bot may not write to a chat any more: blocked, thrown out, or deleted. Told to nobody.

    Details: chat.
    """

    code = "chat_gone"


class TopicClosedError(ChatGoneError):
    """The bot may not write in a topic, nor in the group's main one; other topics may be open.

    Details: chat.
    """

    code = "topic_closed"
