"""The command `digest`: sources of every kind into one digest, composed as the bot composes its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.commands.console import Console, progress_line
from bot.commands.digest_formats import DigestFormat, HtmlFormat, MarkdownFormat, TextFormat, format_digest
from bot.commands.digest_sources import DigestSources
from bot.commands.sources import collect
from bot.core.digests.digest import Digest
from bot.logs import configure
from bot.services.json_forms import digest_as_json
from bot.services.on_demand import Extent, SourceContent
from bot.settings import Settings
from bot.wiring.clock import SystemClock
from bot.wiring.reading import on_demand_digests, open_reading_ports

FormatName = Literal["text", "markdown", "html", "json"]
_FORMATS: dict[FormatName, DigestFormat] = {
    "text": TextFormat(),
    "markdown": MarkdownFormat(),
    "html": HtmlFormat(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestOptions:
    """What a person wants of a digest."""

    output_format: FormatName = "text"
    extent: Extent = field(default_factory=Extent)
    base_url: str | None = None


async def write_digest(
    console: Console, settings: Settings, sources: Sequence[str], options: DigestOptions
) -> None:
    """Write one digest of all sources; those that fail are told by themselves."""
    # The console reports what goes wrong with a source; the log is for unexpected faults.
    configure("error", settings.log_format, [])
    async with open_reading_ports(settings) as ports:
        digests = on_demand_digests(ports, SystemClock())
        found = await _read_all(console, DigestSources(digests, options.base_url), sources)
        with progress_line(console, None):  # the pages that feeds announce are read in full
            digest = await digests.compose(found, options.extent)
    _write(console, digest, options.output_format)


async def _read_all(console: Console, reader: DigestSources, sources: Sequence[str]) -> list[SourceContent]:
    contents = await collect(console, sources, reader.read)
    feeds = list(dict.fromkeys(address for content in contents for address in content.addresses))
    return contents + (await collect(console, feeds, reader.digests.read_feed) if feeds else [])


def _write(console: Console, digest: Digest | None, output_format: FormatName) -> None:
    if digest is None:
        console.warn(console.say("cli-digest-empty"))
    elif output_format == "json":
        console.write_json(digest_as_json(digest))
    else:
        console.write(format_digest(_FORMATS[output_format], digest, console.say))
