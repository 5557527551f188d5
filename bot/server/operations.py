"""The operations of the HTTP API in one table: what is routed, checked, done and described goes by it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from bot.server.actions import ApiActions, Json, OnStage
from bot.server.requests import AnswerRequest, ArticleRequest, DigestRequest, SummaryRequest
from bot.server.responses import AnswersAnswer, ArticleAnswer, DigestAnswer, SummaryAnswer

Action: TypeAlias = Callable[[ApiActions, Any, OnStage], Awaitable[Json]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A POST request under /v1."""

    name: str  # of its path and its route, as "summaries"
    operation_id: str  # in the OpenAPI document: what generated clients call it
    summary: str
    takes: type[BaseModel]
    gives: type[BaseModel]
    action: Action

    @property
    def path(self) -> str:
        """Where it is asked for."""
        return f"/v1/{self.name}"


OPERATIONS = (
    Operation(
        name="articles",
        operation_id="read",
        summary="Read an article",
        takes=ArticleRequest,
        gives=ArticleAnswer,
        action=ApiActions.article,
    ),
    Operation(
        name="summaries",
        operation_id="summarize",
        summary="Summarise",
        takes=SummaryRequest,
        gives=SummaryAnswer,
        action=ApiActions.summary,
    ),
    Operation(
        name="answers",
        operation_id="answer",
        summary="Answer questions",
        takes=AnswerRequest,
        gives=AnswersAnswer,
        action=ApiActions.answers,
    ),
    Operation(
        name="digests",
        operation_id="digest",
        summary="Make a digest",
        takes=DigestRequest,
        gives=DigestAnswer,
        action=ApiActions.digest,
    ),
)
