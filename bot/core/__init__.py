"""Pure decisions on text: no Telegram, network, database, clock or asyncio."""
