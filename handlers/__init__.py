"""Telegram: one file for each way of meeting the bot, and what they share."""

from handlers.application import TokenRefused, build, compose
from handlers.serve import Deployment, serve
from handlers.service import Services
from handlers.webhook import Hook

__all__ = ["Deployment", "Hook", "Services", "TokenRefused", "build", "compose", "serve"]
