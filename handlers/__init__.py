"""Telegram: one file for each way of meeting the bot, and what they share."""

from handlers.app.application import TokenRefused, build, compose
from handlers.app.deployment import Deployment
from handlers.app.server import serve
from handlers.app.webhook import WebhookConfig
from handlers.services import Services

__all__ = ["Deployment", "Services", "TokenRefused", "WebhookConfig", "build", "compose", "serve"]
