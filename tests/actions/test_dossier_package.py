"""The electronic dossier: every file, an index that tells the right page, hashes that hold, and honest words on PDF/A."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pypdf
import pytest

from ocop_desktop.actions import documents, dossier_package, dossiers, evidence, paper_check, register, signed
from ocop_desktop.actions.dossier_package import Package
from ocop_desktop.errors import Refused
from ocop_desktop.signing import archive
from tests.kit import scanner
from tests.kit.builders import Office, a_complete_dossier


def scans(here: Office, dossier: str) -> list[bytes]:
    return [
        scanner.as_jpeg(image, 100) for image in scanner.pages(documents.form(here.db, dossier, "mau-01").data, 100)
    ]


@pytest.fixture
def dossier(here: Office) -> str:
    made = a_complete_dossier(here.db)
    [one, two] = scans(here, made)[:2]
    here.do(evidence.attach, made, "02", "Giấy chứng nhận của bà Sen.jpg", one)
    here.do(evidence.attach, made, "other", "bảng.txt", "một bảng".encode())
    here.do(evidence.attach, made, "03", "x.jpg", two)
    here.do(dossiers.seal, made)
    return made


def package(here: Office, dossier: str) -> Package:
    return dossier_package.build(dossier_package.gather(here.db, dossier))


def test_every_file_is_there_under_a_plain_name_and_its_hash_holds(here: Office, dossier: str, tmp_path: Path) -> None:
    made = package(here, dossier)
    assert made == package(here, dossier), "the same moment gives the same bytes"
    path, pdf = dossier_package.write(made, tmp_path / "ra")
    assert pdf.read_bytes() == made.pdf
    with zipfile.ZipFile(path) as whole:
        assert whole.testzip() is None
        manifest = json.loads(whole.read("manifest.json"))
        contents = {name: whole.read(name) for name in whole.namelist() if name != "manifest.json"}
    assert manifest == made.manifest
    assert {each["name"]: each["sha256"] for each in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in contents.items()
    }
    assert all(name.isascii() and "sen" not in name for name in contents)
    held = {each.sha256 for each in dossiers.open_dossier(here.db, dossier).evidence}
    assert held <= {each["sha256"] for each in manifest["files"]}
    assert manifest["organisation_code"] == "02545"


def test_the_manifest_speaks_the_names_of_the_decree_and_says_what_is_left_open(here: Office, dossier: str) -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục VI: what no record says is not made up."""
    here.do(register.issue, dossier, "45", "2026-11-21")
    manifest = package(here, dossier).manifest
    document, file = manifest["document"], manifest["file"]
    assert isinstance(document, dict) and isinstance(file, dict)
    assert (document["TypeName"], document["CodeNumber"], document["CodeNotation"]) == ("Báo cáo", "45", "BC-UBND")
    assert (document["IssuedDate"], document["PageAmount"], document["DocOrdinal"]) == ("2026-11-21", "2", "1")
    assert document["OrganName"] == "Ủy ban nhân dân xã Tân Trào"
    assert document["To"] == [{"OrganId": None, "OrganName": "Ủy ban nhân dân tỉnh Tuyên Quang"}]
    assert document["SignerInfo"]["Position"] == "Chủ tịch" and document["Language"] == "Tiếng Việt"
    assert file["Title"].startswith("Hồ sơ đăng ký đánh giá") and int(file["PageTotal"]) >= 3
    assert file["DocTotal"] == str(len(manifest["files"]) - 1)  # type: ignore[arg-type]
    left = manifest["left_open"]
    assert isinstance(left, list)
    assert {"document.FileCode.OrganId", "document.To.OrganId", "file.Maintenance", "file.Rights"} <= set(left)
    assert not {"document.Subject", "file.StartDate"} & set(left)


def test_the_index_tells_the_page_where_each_begins(here: Office, dossier: str) -> None:
    made = package(here, dossier)
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    marks = {str(each.title): reader.get_destination_page_number(each) for each in reader.outline}  # type: ignore[union-attr]
    assert list(marks)[:2] == ["Mục lục", "Báo cáo Mẫu số 03"] and marks["Mục lục"] == 0
    index = " ".join(" ".join(page.extract_text() for page in reader.pages[: marks["Báo cáo Mẫu số 03"]]).split())
    report = marks["Báo cáo Mẫu số 03"]
    assert "BÁO CÁO" in reader.pages[report].extract_text()
    assert f"01-mau-03.pdf {report + 1} 2" in index, "as people count, from 1"
    assert "trong tệp ZIP" in index, "what is no page is said to be in the ZIP"
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert not pdf.check_pdf_syntax()


def test_what_keeps_the_rules_claims_to(here: Office, dossier: str) -> None:
    made = package(here, dossier)
    broken_files = {each.row for each in dossiers.open_dossier(here.db, dossier).evidence}
    assert broken_files and made.broken == () and b"pdfaid:part" in made.pdf
    assert made.manifest["pdfa"] == {"claims": "PDF/A-2b", "not_kept": {}}
    clean = documents.report(here.db, dossier).data
    assert set(archive.broken(clean)) == {"output-intent", "metadata"}, "a paper alone claims nothing"


@pytest.mark.parametrize("rule", ["action", "font", "embedded", "encryption", "form"])
def test_each_rule_is_looked_at(here: Office, dossier: str, rule: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(package(here, dossier).pdf))
    if rule == "action":
        script = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/S"): pypdf.generic.NameObject("/JavaScript")}
        )
        writer.root_object[pypdf.generic.NameObject("/OpenAction")] = script
    elif rule == "embedded":
        writer.add_attachment("a.txt", b"a")
    elif rule == "encryption":
        writer.encrypt("x", algorithm="RC4-128")
    elif rule == "font":
        font = pypdf.generic.DictionaryObject()
        for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica")):
            font[pypdf.generic.NameObject(key)] = pypdf.generic.NameObject(value)
        writer.root_object[pypdf.generic.NameObject("/X")] = writer._add_object(font)
    else:
        form = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/NeedAppearances"): pypdf.generic.BooleanObject(True)}
        )
        writer.root_object[pypdf.generic.NameObject("/AcroForm")] = form
    made = io.BytesIO()
    writer.write(made)
    assert rule in archive.broken(made.getvalue())


def test_a_foreign_file_that_breaks_them_takes_the_claim_away(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    foreign = pypdf.PdfWriter()
    page = foreign.add_blank_page(595, 842)
    font = pypdf.generic.DictionaryObject({pypdf.generic.NameObject(k): pypdf.generic.NameObject(v) for k, v in (
        ("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica"))})  # fmt: skip
    fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
    page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
        {pypdf.generic.NameObject("/Font"): fonts}
    )
    made = io.BytesIO()
    foreign.write(made)
    here.do(evidence.attach, dossier, "02", "x.pdf", made.getvalue())
    here.do(dossiers.seal, dossier)
    done = package(here, dossier)
    assert done.broken == ("font",) and b"pdfaid:part" not in done.pdf
    assert "6.2.11.4" in str(done.manifest["pdfa"])


def test_the_signed_copy_takes_the_place_of_the_clean_one(here: Office, dossier: str) -> None:
    scan = scanner.as_pdf(scanner.pages(documents.report(here.db, dossier).data, 200))
    here.do(signed.bind, signed.prepare(here.db, paper_check.read("x.pdf", scan)))
    names = [str(each["name"]) for each in package(here, dossier).manifest["files"]]  # type: ignore[attr-defined]
    assert names[1] == "01-mau-03-da-ky.pdf" and not any("mau-03.pdf" in name for name in names)


def test_only_what_is_sealed_is_packed(here: Office) -> None:
    with pytest.raises(Refused, match=r"paper\.not_sealed"):
        dossier_package.gather(here.db, a_complete_dossier(here.db))
