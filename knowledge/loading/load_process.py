"""Loads in a process of its own, so that nobody waits: `python -m knowledge.loading.load_process CACHE FOLDER...`.

That process reads and checks the files and keeps what it read in the cache; what is wrong it prints as JSON and ends
with 1. Afterwards `load(*folders, cache=cache)` is quick in the program that asked. How the process is started is that
program's business:

    child = await create_subprocess_exec(*load_command(cache, folders), env=load_environment(), stdout=PIPE)
    output, _ = await child.communicate()
    if found := parse_problems(output):
        raise KnowledgeError(found)
    library = await to_thread(load_without_collector, *folders, cache=cache)
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from knowledge.files.folder import packaged_folder
from knowledge.library import Library
from knowledge.loading.loader import load
from knowledge.problem import KnowledgeError, Problem


def load_command(cache: Path, folders: Iterable[Path]) -> list[str]:
    """Returns the command line that starts the process."""
    return [sys.executable, "-m", "knowledge.loading.load_process", str(cache), *map(str, folders)]


def load_environment() -> Mapping[str, str]:
    """Returns this program's environment, with the folder of this package to import it from."""
    paths = [str(packaged_folder().parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def parse_problems(said: bytes) -> tuple[Problem, ...]:
    """Returns the problems that the process printed; none if all is well or the process was ended."""
    try:
        return tuple(Problem(file, line, place, message) for file, line, place, message in json.loads(said or b"[]"))
    except (ValueError, TypeError):
        return ()


def load_without_collector(*folders: Path, cache: Path | None = None) -> Library:
    """Loads in a thread beside others that must not wait: the garbage collector makes no rounds meanwhile.

    The names are made ready too, which would else hold up the first text that is read.
    """
    gc.collect()  # what is settled already is passed over, so this takes a few milliseconds
    gc.disable()
    try:
        library = load(*folders, cache=cache)
        library.names("")
        library.measure_mentions("")
        gc.freeze()
    finally:
        gc.enable()
    return library


def freeze_garbage() -> None:
    """Takes all that is loaded by now out of the garbage collector's rounds; for a program that goes on, after a load.

    A full round over 19,500 figures takes about 60 ms, and came just when a text with thousands of numbers was read.
    What an earlier call froze is looked through once more, so that a library no longer in use is freed.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def main(arguments: list[str]) -> int:
    """Reads, checks and caches; returns 0 if it is in the cache, 1 if problems have been printed."""
    cache, *folders = map(Path, arguments)
    try:
        load(*folders, cache=cache)
    except KnowledgeError as error:
        found = [(one.file, one.line, one.place, one.message) for one in error.problems]
        json.dump(found, sys.stdout)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
