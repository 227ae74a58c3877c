"""The terminal: chat, tables, JSON lines, text input."""
