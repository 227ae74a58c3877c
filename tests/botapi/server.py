"""Serves the Bot API over HTTP on a free port of the loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from tests.botapi import methods
from tests.botapi.api_error import ApiError
from tests.botapi.telegram import Telegram
from tests.botapi.webhook_delivery import deliver_updates
from tests.botapi.world import Call, Fault, World

TOKEN = "123456:TEST-TOKEN"
WORLD = web.AppKey("world", World)


@asynccontextmanager
async def run_server(port: int = 0) -> AsyncIterator[Telegram]:
    world = World()
    app = web.Application()
    app[WORLD] = world
    app.router.add_route("*", "/bot{token}/{method}", call)
    app.router.add_get("/file/bot{token}/{path}", download)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    delivery = asyncio.create_task(deliver_updates(world))
    try:
        yield Telegram(world, f"http://127.0.0.1:{runner.addresses[0][1]}")
    finally:
        delivery.cancel()
        await asyncio.gather(delivery, return_exceptions=True)
        await runner.cleanup()


async def call(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    sent = {**request.query, **await request.post()}
    given = {key: value.file.read() if isinstance(value, web.FileField) else value for key, value in sent.items()}
    made = Call(request.match_info["method"], given)
    fault = world.take_fault(made.method)
    try:
        _pass(request.match_info["token"], fault)
        if fault is None or fault.done:
            made.result = await getattr(methods, made.method.lower())(world, given)
        body = {"ok": True, "result": made.result}
        status = 200
    except ApiError as error:
        made.refused, status = error.description, error.code
        body = {"ok": False, "error_code": status, "description": error.description, "parameters": error.parameters}
    if made.method != "getUpdates" or made.refused:
        world.calls.append(made)
        await world.notify()
    if fault and not fault.error and request.transport:
        request.transport.abort()
    return web.json_response(body, status=status)


def _pass(token: str, fault: Fault | None) -> None:
    if token != TOKEN:
        raise ApiError(401, "Unauthorized")
    if fault and fault.error:
        raise fault.error


async def download(request: web.Request) -> web.Response:
    return web.Response(body=request.app[WORLD].files[request.match_info["path"]])
