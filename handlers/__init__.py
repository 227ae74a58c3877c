"""The Telegram bot: a file for each way of meeting it, and what these share."""

from handlers.app.application import TokenRefusedError, build_application, register_handlers
from handlers.app.deployment import Deployment
from handlers.app.server import serve
from handlers.app.webhook import WebhookConfig
from handlers.services import Services

__all__ = [
    "Deployment",
    "Services",
    "TokenRefusedError",
    "WebhookConfig",
    "build_application",
    "register_handlers",
    "serve",
]
