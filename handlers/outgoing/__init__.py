"""What the bot sends: texts, pages and Telegram's HTML, within Telegram's limits, retried where that is safe."""
