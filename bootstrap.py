#!/usr/bin/env python3
"""Make Rung's environment from the lock file, then run it, its tests, checks or docs.

    python3 bootstrap.py run plan examples/backend_engineer.pdf --role mlops-engineer …
    python3 bootstrap.py test
    python3 bootstrap.py check
    python3 bootstrap.py docs
    python3 bootstrap.py site

Why: works with nothing but Python (with venv) and git, also where the system's Python is
externally managed. Only the standard library is used here. The first run needs the network
to fetch the locked packages; later ones don't.
"""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
MADE = "<!-- [[[cog"
"""Stands in every page of docs/ of which a part is made from code, or by running commands."""

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def main(arguments: list[str]) -> int:
    """Dispatch to run, test, check, docs or site; anything else prints the help above."""
    if sys.version_info < (3, 11):
        print("Rung needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 2
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        return dispatch(verb, rest)
    except EnvironmentFailure as failure:
        print(f"bootstrap: {failure}", file=sys.stderr)
        return 1


class EnvironmentFailure(Exception):  # noqa: N818 - named for what happened
    """The environment can't be made; says why and what would help."""


def dispatch(verb: str, rest: list[str]) -> int:
    """Run one verb and give back its exit code."""
    if verb == "run":
        return call([environment("run") / "python", "-P", "-m", "rung", *rest])
    if verb == "test":
        rest = rest or ["-n", "auto"]
        return call([environment("dev") / "python", "-m", "pytest", *rest])
    if verb == "docs":
        return made("-r")
    if verb == "site":
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        return call([environment("dev") / "python", "-m", "mkdocs", "build", "--strict", *rest])
    if verb == "check":
        tools = environment("dev")
        return max(*(call([tools / name, *options]) for name, *options in CHECKS), made("--check"))
    print(__doc__)
    return 0 if verb in ("-h", "--help") else 2


def made(how: str) -> int:
    """Write the made parts of docs/ anew (``-r``), or say which are stale (``--check``).

    Why side by side: most of the time goes into commands that pages run.
    """
    python = environment("dev") / "python"
    files = (p for p in sorted((ROOT / "docs").rglob("*")) if p.suffix in (".md", ".svg"))
    pages = [p.relative_to(ROOT) for p in files if MADE in p.read_text("utf-8")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ends = pool.map(lambda p: call([python, "-m", "cogapp", "-I", ".", how, p]), pages)
        return max(ends, default=0)


def environment(kind: str) -> Path:
    """The folder of an up-to-date environment's programs; makes or mends it first."""
    lock = ROOT / LOCKS[kind]
    folder = ROOT / ".venv" / kind
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    stamp = folder / "lock.sha256"
    wanted = f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version.split()[0]}"
    if stamp.is_file() and stamp.read_text() == wanted:
        return programs
    print(f"Making the environment in {folder.relative_to(ROOT)} (once) …", file=sys.stderr)
    try:
        venv.create(folder, with_pip=True, clear=True)
        install(programs / "python", lock)
        link_source(programs / "python")
    except subprocess.CalledProcessError as error:
        what = "installing the packages" if str(lock) in map(str, error.cmd) else "making it"
        raise EnvironmentFailure(
            f"{what} failed (exit code {error.returncode}). It needs the venv module (Debian: "
            f"apt install python3-venv) and, this once, the network. Then run the same again."
        ) from error
    except OSError as error:
        raise EnvironmentFailure(f"{folder} can't be made: {error}.") from error
    stamp.write_text(wanted)
    return programs


def install(python: Path, lock: Path) -> None:
    """Install exactly what the lock file names, checked by hash; uv does it where present."""
    tool = ["uv", "pip", "install", "--python"] if shutil.which("uv") else []
    tool = [*tool, str(python)] if tool else [str(python), "-m", "pip", "install"]
    subprocess.run([*tool, "--quiet", "--require-hashes", "-r", str(lock)], check=True)


def link_source(python: Path) -> None:
    r"""Make ``src`` importable in the environment, its path spelt in ASCII.

    Why code in the line: Python before 3.13 reads a .pth file in the locale's encoding on
    Windows, so a folder such as C:\Users\Zoë could not be read.
    """
    where = "import sysconfig; print(ascii(sysconfig.get_path('purelib')))"
    said = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True)
    site = Path(ast.literal_eval(said.stdout.strip()))
    line = f"import sys; sys.path.append({str(ROOT / 'src')!a})\n"
    (site / "rung-source.pth").write_text(line, "ascii")


def call(command: list[object]) -> int:
    """Run a command in the project's folder and give back its exit code."""
    try:
        return subprocess.run([str(c) for c in command], check=False, cwd=CALLED_FROM).returncode
    except KeyboardInterrupt:
        return 130


CALLED_FROM = ROOT if len(sys.argv) > 1 and sys.argv[1] != "run" else Path.cwd()

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
