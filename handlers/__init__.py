"""Telegram: one file for each way of meeting the bot, and what they share."""

from handlers.application import TokenRefused, build, compose
from handlers.deployment import Deployment
from handlers.serve import serve
from handlers.service import Services
from handlers.webhook import Hook

__all__ = ["Deployment", "Hook", "Services", "TokenRefused", "build", "compose", "serve"]
