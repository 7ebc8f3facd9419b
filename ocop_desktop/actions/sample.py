"""The sample dossier: for practice, for the demonstration, for pictures of the screens and for the self-test."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ocop_desktop import legal, paths
from ocop_desktop.actions import documents, dossiers, evidence
from ocop_desktop.actions.office import SetUp
from ocop_desktop.domain.forms import Block, FormSpec, Source, Value, Values
from ocop_desktop.printing import forms
from ocop_desktop.storage.db import Db, run

PASSPHRASE = "tập dùng chương trình"


class _Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    row: str
    name: str
    title: str
    text: str


class _Rows(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    not_applicable: tuple[str, ...]


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A dossier as an officer would enter it, and the office that receives it."""

    unit: str
    officer: str
    signer_name: str
    signer_title: str
    values: dict[str, Value]
    rows: _Rows
    evidence: tuple[_Evidence, ...]

    def set_up(self) -> SetUp:
        """The answers of the first run."""
        return SetUp(
            level="commune",
            unit=self.unit,
            officer=self.officer,
            signer_name=self.signer_name,
            signer_title=self.signer_title,
            passphrase=PASSPHRASE,
        )


def sample(name: str = "che-shan-tuyet") -> Sample:
    """A sample shipped with the program."""
    text = (paths.resources() / "samples" / f"{name}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Sample)


@dataclass(frozen=True)
class Received:
    """The received dossier and what its page says is still missing."""

    dossier: str
    missing: int


def clock_in_force() -> datetime:
    """Now, or, on a PC whose clock is before the regime of the sample, its first Monday at nine."""
    now = datetime.now(UTC)
    first = datetime.fromisoformat(f"{legal.regimes()[-1].valid_from}T02:00:00+00:00")
    return max(now, first)


def receive(db: Db, taken: Sample) -> Received:
    """Receive the sample's dossier: registration only, as it comes over the counter."""
    today = db.clock().astimezone().date()
    registration: Values = {
        key: value
        for key, value in taken.values.items()
        if not key.startswith(("dossier.matter.", "dossier.workers_", "dossier.paper_set", "dossier.electronic_set"))
    }
    registration["dossier.received_on"] = today.isoformat()
    registration["dossier.reception_no"] = f"01-{today.year}/PĐK-08-{taken.unit}-{today.year}"
    created = run(db, lambda db: dossiers.receive(db, registration)).created
    assert created is not None
    return Received(created, len(dossiers.open_dossier(db, created).problems))


def check(db: Db, taken: Sample, dossier: str) -> int:
    """Check the components: attach the papers, decide each row; gives how many files were attached."""
    attached = 0
    for form in ("mau-01", "mau-02"):
        paper = documents.form(db, dossier, form)
        run(db, lambda db, form=form, paper=paper: evidence.attach(db, dossier, form, paper.name, paper.data))  # type: ignore[misc]
        attached += 1
    for one in taken.evidence:
        data = _paper(one)
        run(db, lambda db, one=one, data=data: evidence.attach(db, dossier, one.row, one.name, data))  # type: ignore[misc]
        attached += 1
    decided: Values = {f"dossier.evidence.{row}": "not_applicable" for row in taken.rows.not_applicable}
    decided |= {"dossier.paper_set": True, "dossier.electronic_set": True}
    run(db, lambda db: dossiers.save_draft(db, dossier, decided, {}))
    return attached


def assess(db: Db, taken: Sample, dossier: str) -> None:
    """Write the commune's assessment of the four matters."""
    matters = {
        key: value for key, value in taken.values.items() if key.startswith(("dossier.matter.", "dossier.workers_"))
    }
    run(db, lambda db: dossiers.save_draft(db, dossier, matters, {}))


def _paper(one: _Evidence) -> bytes:
    spec = FormSpec(
        id="sample/evidence",
        version=1,
        title=one.title,
        source=Source(document="Hồ sơ mẫu", article="", day="2026-11-21"),
        paper=(Block(kind="title", text=one.title), Block(kind="paragraph", text=one.text)),
    )
    return forms.render(spec, {}, {})


def fresh(path: Path) -> None:
    """Remove the database of an earlier practice run, with its keys and files."""
    for old in path.parent.glob(f"{path.name}*"):
        if old.is_dir():
            for file in old.iterdir():
                file.unlink()
            old.rmdir()
        else:
            old.unlink()
