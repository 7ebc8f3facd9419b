"""What the manifest tells a document system, under the names of Nghị định 30/2020/NĐ-CP, Phụ lục VI.

Of that appendix only the names and lengths of the fields are known here; what no record says is None and is listed as left
open, for the office or its document system to fill in. Nothing is made up: no identification code, no period of keeping.
"""

from collections.abc import Mapping
from datetime import date

from ocop_desktop.domain.dossiers import Dossier, SealedReport
from ocop_desktop.printing.office import Office

LANGUAGE = "Tiếng Việt"
LENGTHS: Mapping[str, int] = {
    "OrganId": 13, "FileCatalog": 4, "FileNotation": 20, "DocOrdinal": 3, "TypeName": 100, "CodeNumber": 11,
    "CodeNotation": 30, "IssuedDate": 10, "OrganName": 200, "Subject": 500, "Language": 50, "PageAmount": 3,
    "Description": 500, "Position": 100, "FullName": 50, "Priority": 1, "IssuedAmount": 3, "DueDate": 10, "Title": 500,
    "Maintenance": 30, "Rights": 30, "Creator": 30, "StartDate": 10, "EndDate": 10, "DocTotal": 4, "PageTotal": 4,
}  # fmt: skip
"""Most letters of each field; the language of a document has 30, of a file 50."""


def document(whole: Dossier, sealed: SealedReport, title: str) -> dict[str, object]:
    """The report as an outgoing document; the pages are filled in when they are counted."""
    office = Office({key: value for key, value in sealed.values.items() if key.startswith("office.")})
    return _fitted(
        {
            "FileCode": _code(whole, sealed),
            "DocOrdinal": "1",
            "TypeName": "Báo cáo",
            "CodeNumber": sealed.number or None,
            "CodeNotation": office.text("symbol") or None,
            "IssuedDate": sealed.issued_on or None,
            "OrganName": f"Ủy ban nhân dân {office.unit}",
            "Subject": title,
            "Language": LANGUAGE,
            "PageAmount": None,
            "Description": None,
            "SignerInfo": {"Position": office.titles[-1].capitalize(), "FullName": office.signer or None},
            "To": [{"OrganId": None, "OrganName": f"Ủy ban nhân dân {office.province}"}],
            "Priority": None,
            "IssuedAmount": None,
            "DueDate": None,
        }
    )


def file(whole: Dossier, sealed: SealedReport, product: str, papers: int) -> dict[str, object]:
    """The dossier as a file of documents, from its reception to its seal."""
    start: date | None = whole.received_on
    return _fitted(
        {
            "FileCode": _code(whole, sealed),
            "Title": f"Hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP: {product}",
            "Maintenance": None,
            "Rights": None,
            "Creator": None,
            "Language": LANGUAGE,
            "StartDate": start.isoformat() if start else None,
            "EndDate": sealed.sealed_at[:10],
            "DocTotal": str(papers),
            "PageTotal": None,
            "Description": None,
        }
    )


def left_open(told: Mapping[str, object], before: str = "") -> list[str]:
    """The fields that no record says, by name."""
    found: list[str] = []
    for key, value in told.items():
        if isinstance(value, Mapping):
            found += left_open(value, f"{before}{key}.")
        elif isinstance(value, list):
            for each in value:
                found += left_open(each, f"{before}{key}.")
        elif value is None:
            found.append(f"{before}{key}")
    return found


def _code(whole: Dossier, sealed: SealedReport) -> dict[str, object]:
    """Who keeps the file, the year of its catalogue, its notation: only the year is known."""
    year = str(whole.values.get("dossier.year") or sealed.sealed_at[:4])
    return {"OrganId": None, "FileCatalog": year, "FileNotation": None}


def _fitted(told: Mapping[str, object]) -> dict[str, object]:
    return {key: _fit(key, value) for key, value in told.items()}


def _fit(key: str, value: object) -> object:
    if isinstance(value, Mapping):
        return _fitted(value)
    if isinstance(value, list):
        return [_fitted(each) for each in value]
    return value[: LENGTHS[key]] if isinstance(value, str) else value
