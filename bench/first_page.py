"""Start `rung serve` as a newcomer would, and read its first page; loopback is all it needs.

    python bench/first_page.py path/to/rung HOME

Prints the CPU seconds from start to first page. Only the standard library is used, so that it
runs in an environment that holds nothing but Rung.
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import subprocess
import sys
import urllib.request
from pathlib import Path

SIOCSIFFLAGS, UP = 0x8914, 0x1


def main(program: str, home: str) -> int:
    """0 where the first page says what it should."""
    raise_loopback()
    env = {**os.environ, "RUNG_HOME": home}
    command = [program, "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as server:
        assert server.stdout is not None
        entrance = server.stdout.readline().split()[-1]
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(entrance) as answer:
            page = answer.read().decode()
        spent = cpu(server.pid)
        server.terminate()
    assert "Where do you stand" in page, page[:400]
    print(f"first page: {len(page):,} bytes, {spent:.2f} CPU seconds after the start")
    return 0


def raise_loopback() -> None:
    """In a network of one's own the loopback begins as down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh", b"lo", UP)
        try:
            fcntl.ioctl(any_socket, SIOCSIFFLAGS, request)
        except PermissionError:
            return


def cpu(process: int) -> float:
    """CPU seconds of a process and its ended children so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(int(f) for f in fields[11:15]) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
