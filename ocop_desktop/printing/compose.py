"""A covering paper from its template: words with their values, tables with their rows, in the office's name."""

from collections.abc import Mapping, Sequence
from datetime import date

from ocop_desktop.domain.covering import NUMBER, Entry, LetterBlock, LetterSpec, Lists
from ocop_desktop.domain.forms import Field, Value, Values
from ocop_desktop.domain.text import clean, one_line, show_long_date
from ocop_desktop.printing.letter import Appendix, Grid, Letter, Para, Part, Role, Signed
from ocop_desktop.printing.office import Office
from ocop_desktop.printing.template import Filled, tokens
from ocop_desktop.printing.typeset import Blank, Inline, Run

BODY = 14.0
EMPTY_DAY = "ngày ........ tháng ........ năm ............"
"""A day that is written by hand."""
_STYLED: dict[str, str] = {
    "basis": "italic",
    "heading": "bold",
    "subheading": "bold",
    "article": "regular",
    "centred": "bold",
    "note": "italic",
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def compose(
    spec: LetterSpec,
    values: Values,
    office: Values,
    *,
    lists: Lists | None = None,
    fields: Sequence[Field] = (),
    number: str = "",
    day: date | None = None,
) -> Letter:
    """The paper of a template. ``fields`` say how values are shown; ``lists`` are the rows it asks for; without a
    ``number`` or a ``day`` there is room to write them."""
    at = Office(office)
    known: dict[str, Value] = {
        **values,
        **office,
        "office.of_unit": at.unit,
        "office.of_province": at.province,
        "office.of_kind": at.kind,
        "office.seat": at.place,
        "office.letter_symbol": at.letter_symbol,
    }
    made = _Composing(spec, known, {field.key: field for field in fields}, lists or {}, at)
    parts, appendices = made.parts(number, day)
    return Letter(
        title=spec.title,
        agency=made.line(spec.agency).upper().replace(" / ", "\n") if spec.agency else at.agency,
        parent=made.line(spec.parent).upper(),
        number=tuple(at.number(number, made.symbol)) if spec.numbered else (),
        place=tuple(at.dated(day)) if spec.dated else (),
        name=spec.name,
        subject=made.line(spec.subject),
        authority=made.line(spec.authority).upper(),
        to=tuple(filter(None, map(made.line, spec.to))),
        parts=parts,
        signed=None if spec.unsigned else made.signed(),
        appendices=appendices,
        day=day,
        wide=spec.wide,
        source=f"{spec.source.document}, {spec.source.article}",
    )


class _Composing:
    """Turns the blocks of a template into parts."""

    def __init__(
        self, spec: LetterSpec, values: Mapping[str, Value], fields: Mapping[str, Field], lists: Lists, office: Office
    ) -> None:
        self.spec = spec
        self.values = {**values, **_days(spec, values)}
        self.fields = fields
        self.lists = lists
        self.office = office
        self.filled = Filled(self.values, fields)

    @property
    def symbol(self) -> str:
        """What follows the number: of the office, where the template leaves it to the office."""
        return self.line(self.spec.symbol) or "UBND"

    def line(self, text: str) -> str:
        """A text on one line, without blanks."""
        return one_line(_plain(self.filled, text))

    def parts(self, number: str, day: date | None) -> tuple[tuple[Part, ...], tuple[Appendix, ...]]:
        """The body, and the appendices with what stands in each."""
        body: list[Part] = []
        appendices: list[tuple[str, list[Part]]] = []
        for block in self.spec.blocks:
            if not self.filled.wanted(block.when):
                continue
            if block.kind == "appendix":
                appendices.append((self.line(block.text), []))
            else:
                (appendices[-1][1] if appendices else body).extend(self._block(block))
        several = len(appendices) > 1
        made = [
            Appendix(
                label=f"Phụ lục {_ROMAN[place]}" if several else "Phụ lục",
                title=title,
                reference=self._reference(number, day),
                parts=tuple(parts),
            )
            for place, (title, parts) in enumerate(appendices)
        ]
        return tuple(body), tuple(made)

    def _reference(self, number: str, day: date | None) -> tuple[Inline, ...]:
        """``(Kèm theo Quyết định số …/QĐ-UBND ngày … của …)`` (Phụ lục I, III.1.c)."""
        kind = (self.spec.name or "Công văn").capitalize()
        issuer = self.line(self.spec.authority) or f"Ủy ban nhân dân {self.office.unit}"
        said = f"{one_line(number).zfill(2)}/{self.symbol}" if number and "/" not in number else one_line(number)
        runs: list[Inline] = [Run(f"(Kèm theo {kind} số ", "italic", BODY)]
        runs += (
            [Run(said, "italic", BODY)] if said else [Blank(26, dotted=False), Run(f"/{self.symbol}", "italic", BODY)]
        )
        if day:
            runs.append(Run(f" {show_long_date(day)}", "italic", BODY))
        else:
            for word in (" ngày", " tháng", " năm"):
                runs += [Run(word, "italic", BODY), Blank(26, dotted=False)]
        return (*runs, Run(f" của {issuer})", "italic", BODY))

    def _block(self, block: LetterBlock) -> list[Part]:
        if block.kind == "table":
            return [self._table(block)]
        if block.rows:
            made: list[Part] = []
            for row in self.lists.get(block.rows, []):
                made += self._paragraphs(block, Filled({**self.values, **_as_values(row)}, self.fields))
            return made
        return self._paragraphs(block, self.filled)

    def _paragraphs(self, block: LetterBlock, filled: Filled) -> list[Part]:
        style = _STYLED.get(block.kind, "regular")
        size = 11.0 if block.kind == "note" else BODY
        role: Role = block.kind  # type: ignore[assignment]
        found = filled.paragraphs(block.text, size, style, blanks="last")  # type: ignore[arg-type]
        shown = any(filled.shown(key) for key in _keys(block.text) if not key.startswith("office."))
        dots = block.dots if block.dots and not shown else 0
        if dots:
            found = [[item for item in items if not isinstance(item, Blank)] for items in found]
        last = len(found) - 1
        return [Para(tuple(items), role, dots if place == last else 0) for place, items in enumerate(found)]

    def _table(self, block: LetterBlock) -> Grid:
        rows = self.lists.get(block.rows, [])
        strong = frozenset(place for place, row in enumerate(rows) if row.get("strong"))
        count = 0
        made: list[tuple[Entry, ...]] = []
        for row in rows:
            count += 0 if row.get("strong") else 1
            made.append(tuple(self._entry(row, column.key, count) for column in block.columns))
        if not made:
            made = [("",) * len(block.columns) for _ in range(block.fill)]
        columns = block.columns
        return Grid(columns, tuple(made), block.size, strong)

    @staticmethod
    def _entry(row: Mapping[str, Entry], key: str, count: int) -> Entry:
        if key == NUMBER:
            return None if row.get("strong") else count
        value = row.get(key)
        return clean(value).strip() if isinstance(value, str) else value

    def signed(self) -> Signed:
        """The foot: the office's own, or the template's signers."""
        own = [f"- {self.line(name)}" for name in self.spec.recipients if self.line(name)]
        first = ["- Như trên"] if self.spec.to else []
        others = [] if own else [line.rstrip(".;") for line in self.office.recipients]
        listed = [*first, *own, *(name for name in others if name != "- Như trên")]
        if not any(name.startswith("- Lưu") for name in listed):
            listed.append(f"- {self.line(self.spec.archive)}")
        recipients = tuple(f"{name}{'.' if place == len(listed) - 1 else ';'}" for place, name in enumerate(listed))
        signs = self.spec.signed
        if signs is None:
            return Signed(titles=self.office.titles, name=self.office.signer, recipients=recipients)
        return Signed(
            titles=tuple(filter(None, (line.strip() for text in signs.titles for line in _lines(self.filled, text)))),
            name=self.line(signs.name),
            post=self.line(signs.post),
            note=signs.note,
            left=signs.left,
            left_name=self.line(signs.left_name),
            left_note=signs.left_note,
            recipients=recipients if self.spec.numbered else (),
        )


def _days(spec: LetterSpec, values: Mapping[str, Value]) -> dict[str, Value]:
    """The days a template names (keys that end in ``.day``) in words, with room to write those that are not known."""
    texts = [spec.subject, *(block.text for block in spec.blocks)]
    made: dict[str, Value] = {}
    for key in {key for text in texts for key in _keys(text) if key.endswith(".day")}:
        value = values.get(key)
        if not value and any(key in block.when for block in spec.blocks):
            continue
        made[key] = show_long_date(date.fromisoformat(value)) if isinstance(value, str) and value else EMPTY_DAY
    return made


def _keys(text: str) -> list[str]:
    return [token.key for token in tokens(text) if token.kind == "value" and token.key != "."]


def _plain(filled: Filled, text: str) -> str:
    return " ".join(
        "".join(item.text for item in items if isinstance(item, Run)) for items in filled.paragraphs(text, BODY)
    )


def _lines(filled: Filled, text: str) -> list[str]:
    """The lines of a title: a value may have several, and its placeholder words for when it has none."""
    pieces = tokens(text)
    if len(pieces) == 1 and pieces[0].kind == "value":
        value = filled.values.get(pieces[0].key)
        return clean(str(value) if value else pieces[0].words).split("\n")
    return [_plain(filled, text)]


def _as_values(row: Mapping[str, Entry]) -> dict[str, Value]:
    return {f"row.{key}": value.isoformat() if isinstance(value, date) else value for key, value in row.items()}
