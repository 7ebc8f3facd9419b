"""What it costs to read foreign files in a process of their own: python -m tests.bench.foreign_files

A colour scan of A4 at 200 dpi, drawn as wide as a screen (1340 x 1895 dots): by the process kept apart, cold and warm, and by
PDFium in this process, which is what it replaces. Then the page as it is turned and drawn again, and the memory of the process.
"""

import argparse
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

from ocop_desktop.signing import foreign
from ocop_desktop.signing.apart.process import APART

SIZE = (1340, 1895)
AREA = (0, 0, *SIZE)


def scan() -> bytes:
    """Noise softened: as heavy as a scan of print."""
    page = Image.effect_noise((1654, 2339), 90).filter(ImageFilter.GaussianBlur(1)).convert("RGB")
    made = io.BytesIO()
    page.save(made, "PDF", resolution=200, quality=80, save_all=True, append_images=[page.rotate(180)])
    return made.getvalue()


def took(task: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    task()
    return (time.perf_counter() - began) * 1000


def opened(data: bytes) -> None:
    """What the preview asks until its first page is on screen."""
    file = foreign.Foreign("quét.pdf", data)
    foreign.page_sizes(file)
    foreign.draw(file, 0, SIZE, AREA)


def beside(data: bytes) -> None:
    """The same in this process."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    bytes(page.render(scale=SIZE[0] / page.get_width()).buffer)
    document.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    times = parser.parse_args().times
    data = scan()
    APART.close()
    cold = took(lambda: opened(data))
    beside(data)
    warm, here = [], []
    for _ in range(times):
        warm.append(took(lambda: opened(data)))
        here.append(took(lambda: beside(data)))
    file = foreign.Foreign("quét.pdf", data)
    foreign.draw(file, 0, SIZE, AREA)
    again = [took(lambda: foreign.draw(file, 0, SIZE, AREA)) for _ in range(times)]
    print(f"a scan of two pages, {len(data) / 1024:.0f} KiB, opened and its first page drawn {SIZE[0]} x {SIZE[1]}")
    print(f"  kept apart, cold    {cold:7.0f} ms")
    for words, all_ in (("kept apart, warm", warm), ("in this process", here), ("drawn again", again)):
        print(f"  {words:<18} {statistics.median(all_):7.0f} ms, longest {max(all_):.0f}")
    status = Path(f"/proc/{APART.number}/status")
    if status.is_file():
        held = [
            line.split()[1] for line in status.read_text("ascii").splitlines() if line.startswith(("VmRSS", "VmHWM"))
        ]
        print(f"  memory of the process: {' / '.join(f'{int(each) // 1024} MiB' for each in held)} (most / now)")


if __name__ == "__main__":
    main()
