"""How long a report takes to print: python -m tests.bench.printing

One Mẫu số 03 with full texts, first and after the first; 500 in a batch; then one table with the same Mẫu số 03, as the same
HTML, by WeasyPrint (any Python of this machine that has it: --weasyprint PYTHON) and by LibreOffice without its start
(--libreoffice soffice); and a covering letter beside the same letter as a Word file through LibreOffice.
"""

import argparse
import html
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from ocop_desktop.printing import docx, fonts, forms, letter
from ocop_desktop.printing.pages import Volume
from tests.printing import letters, reading, samples

_PEER = """
import statistics, sys, time
from pathlib import Path
import weasyprint
text = Path(sys.argv[1]).read_text(encoding="utf-8")
times = []
for _ in range(6):
    begun = time.perf_counter()
    weasyprint.HTML(string=text).write_pdf()
    times.append(time.perf_counter() - begun)
print(statistics.median(times[1:]))
"""


def _page(pdf: bytes) -> str:
    """The same texts at the same places, as the simplest HTML."""
    faces = "".join(
        f"@font-face {{ font-family: P; font-weight: {weight}; font-style: {slant}; src: url(file://{file}) }}"
        for (weight, slant), file in zip(
            ((400, "normal"), (700, "normal"), (400, "italic"), (700, "italic")),
            (face.face.filename for face in fonts.shipped().faces),
            strict=True,
        )
    )
    lines = "".join(
        f"<p style='font-size:{t.size}pt;font-weight:{700 if 'bold' in t.style else 400};margin:0'>{html.escape(t.text)}</p>"
        for t in reading.texts(pdf)
    )
    return f"<style>{faces} @page {{ size: A4; margin: 20mm 15mm 20mm 30mm }} body {{ font-family: P }}</style>{lines}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weasyprint", default="", help="a Python that has WeasyPrint")
    parser.add_argument("--libreoffice", default="", help="the soffice program")
    chosen = parser.parse_args()
    form, values, office = samples.form("mau-03"), samples.values(), samples.office()

    begun = time.perf_counter()
    pdf = forms.render(form, values, office)
    first = time.perf_counter() - begun
    times = []
    for number in range(60):
        begun = time.perf_counter()
        forms.render(form, {**values, "product.name": f"Chè số {number}"}, office)
        times.append(time.perf_counter() - begun)
    median = statistics.median(times)
    begun = time.perf_counter()
    for number in range(500):
        forms.render(form, {**values, "product.name": f"Chè số {number}"}, office)
    batch = time.perf_counter() - begun
    begun = time.perf_counter()
    volume = Volume()
    for number in range(500):
        forms.render(form, {**values, "product.name": f"Chè số {number}"}, office, volume=volume)
    whole = volume.bytes()
    heap = time.perf_counter() - begun
    print(f"one Mẫu số 03 ({reading.page_count(pdf)} pages, {len(pdf) // 1024} KB), font {fonts.shipped().name}")
    print(f"  first               {first * 1000:8.1f} ms")
    print(f"  after the first     {median * 1000:8.1f} ms   (target 60; worst of 60: {max(times) * 1000:.1f})")
    print(f"  500 in a batch      {batch:8.1f} s    (target 30)")
    print(f"  500 in one file     {heap:8.1f} s    (target 30; {len(whole) // 1024} KB)")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(_page(pdf), encoding="utf-8")
        peers = {"ours": median}
        if chosen.weasyprint:
            peers["WeasyPrint"] = _weasyprint(chosen.weasyprint, page)
        if chosen.libreoffice:
            many, one = (_libreoffice(chosen.libreoffice, page.read_bytes(), copies, "html") for copies in (11, 1))
            peers["LibreOffice"] = (many - one) / 10
        print("the same Mẫu số 03          ms   times ours")
        for name, seconds in peers.items():
            print(f"  {name:<20} {seconds * 1000:8.1f}   {seconds / median:8.1f}")
    if chosen.libreoffice:
        made = letters.a_letter("cong-van-de-nghi", many="true")
        begun = time.process_time()
        for _ in range(20):
            letter.render(made, office)
        own = (time.process_time() - begun) / 20
        many, one = (_libreoffice(chosen.libreoffice, docx.word(made), copies, "docx") for copies in (11, 1))
        peer = (many - one) / 10
        print(f"  a letter {own * 1000:.1f} ms; by LibreOffice {peer * 1000:.0f} ms   ratio {peer / own:.1f}")


def _weasyprint(python: str, page: Path) -> float:
    """Seconds of one paper, once WeasyPrint is warm."""
    answer = subprocess.run(
        [python, "-c", _PEER, str(page)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return float(answer.stdout)


def _libreoffice(program: str, contents: bytes, copies: int, kind: str) -> float:
    """Seconds of one run of LibreOffice that turns so many files into PDF."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.{kind}" for number in range(copies)]
        for file in files:
            file.write_bytes(contents)
        begun = time.perf_counter()
        subprocess.run(
            [
                program,
                "--headless",
                "--convert-to",
                "pdf:writer_web_pdf_Export" if kind == "html" else "pdf",
                "--outdir",
                folder,
                *map(str, files),
            ],
            check=True,
            capture_output=True,
        )
        took = time.perf_counter() - begun
        if len(list(Path(folder).glob("*.pdf"))) != copies:
            raise SystemExit("LibreOffice made no PDF")
        return took


if __name__ == "__main__":
    main()
