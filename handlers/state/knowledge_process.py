"""Runs a program of the knowledge package in a process of its own: what takes long there keeps no chat waiting."""

from __future__ import annotations

import asyncio

import structlog

from knowledge.loading import load_process

log = structlog.get_logger(__name__)

_TIMEOUT = 120  # seconds; it takes one or two


class LoadTimeoutError(Exception):
    """The process did not come to an end, and nothing has changed."""


async def run_knowledge_process(command: list[str], stdin: bytes = b"") -> bytes:
    """Returns what the command writes to its standard output. Raises LoadTimeoutError; what it complains of is logged.

    `command` is a Python module's command line, such as [sys.executable, "-m", "knowledge.editing.edit_process"].
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=load_process.load_environment(),
    )
    try:
        stdout, stderr = await asyncio.wait_for(process.communicate(stdin), _TIMEOUT)
    except TimeoutError:
        raise LoadTimeoutError from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if stderr:
        last = stderr.decode(errors="replace").strip().splitlines()[-1:]
        log.error("a process for the knowledge failed", process=command[2], reason="".join(last)[:300])
    return stdout
