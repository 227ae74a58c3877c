"""The Telegram application: routing, polling or webhook, order of updates, errors."""
