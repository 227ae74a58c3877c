"""What `addsup check` costs as a process: time from start to end, and the most memory it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.sample import Row, best_of, milliseconds

_CLAIM = "Alibaba will create 1 million US jobs"
_PEAK = """
import resource, runpy, sys
sys.argv[0], code = "addsup", 0
try:
    runpy.run_module("bot", run_name="__main__")
except SystemExit as end:
    code = end.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


def measured() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for line, aim in ((["check", _CLAIM], "1,500 ms"), (["read", _CLAIM], ""), (["--help"], "")):
            seconds = best_of(5, partial(_run, ["-m", "bot", *line], folder))
            yield Row(f"addsup {line[0]}", milliseconds(seconds), aim, "a process, best of 5")
        yield Row("addsup check, memory", f"{_peak(folder):.0f} MiB", "200 MiB", "most resident at once")


def _run(line: list[str], folder: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.run(
        [sys.executable, *line], cwd=folder, env=environment, check=True, capture_output=True, text=True, timeout=60
    )


def _peak(folder: str) -> float:
    kilobytes = _run(["-c", _PEAK, "check", _CLAIM], folder).stderr.split()[-1]
    return int(kilobytes) / 1024
