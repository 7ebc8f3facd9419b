"""``python -m ocop_desktop.server``: the server without the window's dependencies."""

import sys

from ocop_desktop.server.commands import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
