"""What is sent to the operator's own programs (NUTSHELL_HOOKS), as pydantic models that describe it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from bot.server.responses import Metadata, Section, Sentence


class ShownSummary(Metadata):
    """A summary as a chat was shown it."""

    about: str | None
    sentences: list[Sentence]


class _Hooked(BaseModel):
    at: str = Field(description="ISO 8601")
    chat: int | None = Field(
        default=None, description="The group or channel; of a private chat nothing is told"
    )


class HookedSummary(_Hooked):
    """What is sent of a new summary."""

    event: Literal["summary"]
    summary: ShownSummary


class PostedDigest(BaseModel):
    """A digest that was posted."""

    until: str = Field(description="ISO 8601")
    sections: list[Section]
    left_out: int


class HookedDigest(_Hooked):
    """What is sent of a digest."""

    event: Literal["digest"]
    digest: PostedDigest
