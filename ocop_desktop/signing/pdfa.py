"""What makes a PDF fit for an archive, PDF/A-2b (ISO 19005-2): a colour profile, and properties in XMP."""

import struct
from datetime import datetime
from functools import lru_cache
from xml.sax.saxutils import escape

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>OCOP Desktop</xmp:CreatorTool>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdf:Producer>OCOP Desktop</pdf:Producer>{keywords}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(title: str, at: datetime, keywords: str = "") -> bytes:
    """The properties of a PDF/A-2b file. ``at`` is an aware instant, and the same as in the file's information."""
    told = f"\n<pdf:Keywords>{escape(keywords)}</pdf:Keywords>" if keywords else ""
    return _XMP.format(title=escape(title), at=at.isoformat(timespec="seconds"), keywords=told).encode()


def pdf_date(at: datetime) -> str:
    """An aware instant as PDF writes it."""
    zone = at.strftime("%z")
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:]}'" if zone.strip("+0") else f"D:{at:%Y%m%d%H%M%S}Z"


def _s15(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_s15, values))


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """The colour profile of sRGB (IEC 61966-2-1), ICC version 2, with primaries adapted to D50."""
    curve = bytearray(b"curv\0\0\0\0" + struct.pack(">I", 1024))
    for step in range(1024):
        part = step / 1023
        light = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        curve += struct.pack(">H", round(light * 65535))
    words = b"sRGB IEC61966-2-1"
    said = b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words + b"\0" + bytes(8) + bytes(3) + bytes(67)
    tags = {
        b"desc": said,
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.4360747, 0.2225045, 0.0139322),
        b"gXYZ": _xyz(0.3850649, 0.7168786, 0.0971045),
        b"bXYZ": _xyz(0.1430804, 0.0606169, 0.7141733),
        b"rTRC": bytes(curve),
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * (len(tags) + 2)
    places: dict[bytes, tuple[int, int]] = {}
    for name, data in tags.items():
        places[name] = (start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    places[b"gTRC"] = places[b"bTRC"] = places[b"rTRC"]
    for name, (at, size) in places.items():
        table += name + struct.pack(">II", at, size)
    whole = 128 + 4 + len(table) + len(body)
    made = struct.pack(">H5H", 2026, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", whole, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ") + made + b"acsp"
    head += bytes(4 + 4 + 4 + 4 + 8 + 4) + b"".join(map(_s15, (0.9642, 1.0, 0.8249)))
    return head.ljust(128, b"\0") + struct.pack(">I", len(places)) + table + body
