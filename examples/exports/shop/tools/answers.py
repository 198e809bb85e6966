"""Tells which ports of the shop somebody listens on, and fails where nobody does: `python tools/answers.py api web`."""

import os
import socket
import sys

import ports


def answers(endpoint: ports.Endpoint) -> bool:
    """Whether it can be connected to, where the environment says that it is."""
    address = os.environ.get(endpoint.addr_variable, endpoint.authority)
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except OSError:
        return False
    return True


asked = [it for it in ports.ALL if not sys.argv[1:] or it.name in sys.argv[1:]]
silent = [it for it in asked if not answers(it)]
for it in silent:
    print(f"nobody answers at {it.url}: {it.title}")
sys.exit(bool(silent))
