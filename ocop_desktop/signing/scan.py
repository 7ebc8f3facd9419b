"""Pictures of a signed paper into one colour PDF: each page at the size of its paper (100 %), fit for an archive.

A JPEG goes in as the scanner wrote it; anything else is written as JPEG without visible loss.
"""

import zlib
from collections.abc import Sequence
from datetime import datetime

from ocop_desktop.signing import pdfa
from ocop_desktop.signing.seen import Picture


def written(pictures: Sequence[Picture], title: str, at: datetime) -> bytes:
    """The PDF of these pages."""
    stamp = pdfa.pdf_date(at)
    profile = zlib.compress(pdfa.srgb())
    told = pdfa.xmp(title, at)
    words = "FEFF" + title.encode("utf-16-be").hex().upper()
    kids = " ".join(f"{7 + 3 * number} 0 R" for number in range(len(pictures)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/OutputIntents[4 0 R]/Lang(vi-VN)>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pictures)}>>".encode(),
        _stream(f"/Type/Metadata/Subtype/XML/Length {len(told)}", told),
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2-1)/DestOutputProfile 5 0 R>>",
        _stream(f"/N 3/Filter/FlateDecode/Length {len(profile)}", profile),
        f"<</Title<{words}>/Creator(OCOP Desktop)/Producer(OCOP Desktop)/CreationDate({stamp})/ModDate({stamp})>>".encode(),
    ]
    for number, picture in enumerate(pictures):
        first = 7 + 3 * number
        wide, high = picture.width * 72 / picture.dpi, picture.height * 72 / picture.dpi
        drawn = f"q {wide:.3f} 0 0 {high:.3f} 0 0 cm /P Do Q".encode()
        space = "/DeviceGray" if picture.grey else "/DeviceRGB"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide:.3f} {high:.3f}]/Rotate {picture.turn}/Contents {first + 1} 0 R"
            f"/Resources<</XObject<</P {first + 2} 0 R>>>>>>".encode(),
            _stream(f"/Length {len(drawn)}", drawn),
            _stream(
                f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/ColorSpace{space}"
                f"/BitsPerComponent 8/Filter/DCTDecode/Length {len(picture.data)}",
                picture.data,
            ),
        ]
    return assembled(objects, info=6)


def _stream(entries: str, data: bytes) -> bytes:
    return f"<<{entries}>>\nstream\n".encode() + data + b"\nendstream"


def assembled(objects: Sequence[bytes], info: int) -> bytes:
    """A PDF 1.7 of these objects, numbered from 1; the first is the catalogue. Its id follows from its content."""
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    name = f"{zlib.crc32(made):08X}{zlib.adler32(made):08X}" * 2
    table = len(made)
    made += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    made += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    made += f"trailer\n<</Size {len(places) + 1}/Root 1 0 R/Info {info} 0 R/ID[<{name}><{name}>]>>\n".encode()
    made += f"startxref\n{table}\n%%EOF\n".encode()
    return bytes(made)
