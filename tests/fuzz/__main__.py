"""``python -m tests.fuzz [--seconds 60] [NAME ...]``: the long form, led by coverage; one line of counts for each reader."""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def _search(name: str, seconds: int, corpus: str) -> None:
    import atheris

    with atheris.instrument_imports(include=["ocop_desktop", "openpyxl"]):
        from tests.fuzz.targets import targets
    target = targets()[name]
    for number, seed in enumerate(target.seeds):
        (Path(corpus) / f"{number}").write_bytes(seed)

    def once(data: bytes) -> None:
        try:
            target.read(data)
        except target.may_raise:
            return

    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=65536", "-rss_limit_mb=2048", corpus], once)
    atheris.Fuzz()


def main() -> int:
    """Search each reader in a process of its own; 1 when one fell over."""
    parser = argparse.ArgumentParser(prog="tests.fuzz")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--one", default="")
    parser.add_argument("--corpus", default="")
    given = parser.parse_args()
    if given.one:
        _search(given.one, given.seconds, given.corpus)
        return 0
    from tests.fuzz.targets import targets

    worst = 0
    for name in given.names or targets():
        with tempfile.TemporaryDirectory() as corpus:
            command = [sys.executable, "-m", "tests.fuzz", "--one", name, "--seconds", str(given.seconds)]
            done = subprocess.run([*command, "--corpus", corpus], capture_output=True, text=True, errors="replace")
        said = done.stdout + done.stderr
        runs = re.findall(r"Done (\d+) runs", said) or re.findall(r"#(\d+)", said)[-1:] or ["0"]
        sys.stdout.write(f"{'ok    ' if done.returncode == 0 else 'FELL  '} {name:<26} {int(runs[0]):>10} runs\n")
        sys.stdout.flush()
        if done.returncode:
            sys.stdout.write(said[-3000:] + "\n")
            worst = 1
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
