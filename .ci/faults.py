"""``python .ci/faults.py``: writes the table of faults into README.md, from tests/faults.toml."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- faults: made by .ci/faults.py -->", "<!-- end of faults -->"


def table() -> str:
    """The table in Markdown."""
    rows = tomllib.loads((ROOT / "tests" / "faults.toml").read_text("utf-8"))["fault"]
    lines = [f"| {row['fault']} | {row['outcome']} | {len(row['tests'])} |" for row in rows]
    return "\n".join(["| fault | what happens | tests |", "|---|---|---|", *lines])


def put(text: str) -> str:
    """A README with the table of now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    readme = ROOT / "README.md"
    readme.write_text(put(readme.read_text("utf-8")), encoding="utf-8")
