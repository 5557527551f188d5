"""The parts that `bot.app` and the commands put together, each wired: settings in, what runs out."""
