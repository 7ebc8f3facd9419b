"""The indicators: one function each, from records to a whole number with the records behind it.

Counts are counts, shares and growth are whole hundredths (5.000 is 50 %, 150 is 1,5 times), money is đồng. What is said of a
producer or a product on a visit stands in ``event`` records of the kind ``survey``; the latest by the day counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from ocop_desktop.domain.programme import money
from ocop_desktop.domain.programme.book import Book, Measured
from ocop_desktop.domain.programme.plans import Measure, day, later
from ocop_desktop.domain.records import Record

Indicator = Callable[[Book], Measured]

EVENT_KINDS = (
    "survey",
    "training",
    "support",
    "organisation",
    "sales_point",
    "fair",
    "model",
    "village",
    "meeting",
    "study",
    "promotion",
    "idea",
    "business_plan",
    "advice",
    "connection",
    "ecommerce",
    "check",
    "emulation",
    "producer_report",
)
"""Survey, training, support for a product, support for a producer as an organisation, point of sale, fair, model site, craft
village, meeting, visit elsewhere; then what the five plans also ask for: telling people of the programme (all five), ideas
registered and chosen (Thái Nguyên 5.1, 5.2; Quảng Nam), business plans (Thái Nguyên 5.3; Quảng Nam), advice (Thái Nguyên 5.4.3),
supply and demand brought together (Kon Tum, Quảng Nam, Hà Tĩnh 3), sale on line (Kon Tum), looking after the work (Kon Tum,
Quảng Nam III.1.g, Hà Tĩnh 13), rewards (Kon Tum), and what a producer tells each month (Hà Tĩnh 13)."""
AIMS = ("upgrade", "new")
"""What support is for: something that exists is made better, or something new is made."""
FRESH = (
    "rau-cu-qua-hat-tuoi",
    "thit-trung-sua-tuoi",
    "thit-thuy-san-trung-sua-tuoi",
    "gao-ngu-coc",
    "gao-ngu-coc-hat-so-che",
)
"""Product sets of fresh and hardly worked produce, which Quảng Nam's plan keeps few (794/QĐ-UBND, III.1.c and e)."""


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(each.id for each in records)


def _share(part: Sequence[str], whole: Sequence[str]) -> Measured:
    value = len(part) * 10_000 // len(whole) if whole else 0
    return Measured(value=value, part=tuple(part), of=tuple(whole))


def taking_part(book: Book) -> Measured:
    """Products with a dossier received in the period, or supported in it: each line once."""
    found: dict[str, None] = {}
    for each in book.all("dossier"):
        product = str(each.body.get("product") or "")
        if product and book.within(each.body.get("received_on")) and book.counts(each, product):
            found[book.lines.get(product, product)] = None
    for each in book.events("support"):
        if product := str(each.body.get("product") or ""):
            found[book.lines.get(product, product)] = None
    return Measured(value=len(found), part=tuple(found))


def supported(book: Book, aim: str = "") -> Measured:
    """Products supported in the period, all or for one aim: each line once."""
    events = [each for each in book.events("support", aim=aim) if each.body.get("product")]
    found = dict.fromkeys(book.lines.get(str(each.body["product"]), str(each.body["product"])) for each in events)
    return Measured(value=len(found), part=tuple(found))


def with_stars(book: Book, least: int) -> Measured:
    """Products that hold at least that many stars on the day."""
    found = book.standing_with(least)
    return Measured(value=len(found), part=tuple(found))


def exactly(book: Book, stars: int) -> Measured:
    """Products that hold just that many stars on the day."""
    found = [line for line in book.standing_with(stars) if book.standing[line].stars == stars]
    return Measured(value=len(found), part=tuple(found))


def certified(book: Book, aim: str = "") -> Measured:
    """Products recognised in the period; ``new``: those supported as new ones, ``upgrade``: all others."""
    new = {
        book.lines.get(product, product)
        for each in book.all("event")
        if each.body.get("kind") == "support" and each.body.get("aim") == "new"
        if (product := str(each.body.get("product") or ""))
    }
    found = []
    for line, own in book.recognised.items():
        decided = any(book.within(each.body.get("decided_on")) for each in own)
        if decided and (not aim or (line in new) == (aim == "new")) and book.counts(own[-1], line):
            found.append(line)
    return Measured(value=len(found), part=tuple(found))


def share_certified(book: Book, least: int) -> Measured:
    """Of the products taking part, those recognised in the period with at least that many stars."""
    whole = taking_part(book).part
    good = {
        line
        for line, own in book.recognised.items()
        if any(book.within(each.body.get("decided_on")) and int(each.body.get("stars") or 0) >= least for each in own)
    }
    return _share([line for line in whole if line in good], whole)


def producers(book: Book) -> Measured:
    """Producers that hold a product with three stars or more on the day."""
    found = book.owners(book.standing_with(3))
    return Measured(value=len(found), part=tuple(found))


def share_of_kind(book: Book, kinds: tuple[str, ...]) -> Measured:
    """Of those producers, the ones of a kind (``producer.kind``)."""
    whole = book.owners(book.standing_with(3))
    kind = {each.id: each.body.get("kind") for each in book.all("producer")}
    return _share([each for each in whole if kind.get(each) in kinds], whole)


def share_of_sets(book: Book, code: str) -> Measured:
    """Of the products with three stars or more, those of a product set."""
    whole = book.standing_with(3)
    sets = {book.lines[each.id]: each.body.get("set") for each in book.all("product")}
    return _share([each for each in whole if sets.get(each) == code], whole)


def latest_surveys(book: Book, kinds: tuple[str, ...] = ("survey",), saying: str = "") -> Mapping[str, Record]:
    """The last survey of each producer by the day, whatever the period; ``saying``: only those that fill this field."""
    found: dict[str, Record] = {}
    for each in sorted(book.all("event"), key=lambda one: str(one.body.get("day") or "")):
        if saying and each.body.get(saying) is None:
            continue
        if each.body.get("kind") in kinds and book.known(each.body.get("day")):
            product = str(each.body.get("product") or "")
            owner = str(each.body.get("producer") or "") or book.producer_of.get(book.lines.get(product, product), "")
            if owner:
                found[owner] = each
    return found


def share_surveyed(book: Book, tick: str) -> Measured:
    """Of the producers with a recognised product, those whose last survey found something: a tick of its record."""
    whole = book.owners(book.standing_with(3))
    said = latest_surveys(book)
    return _share([each for each in whole if each in said and said[each].body.get(tick) is True], whole)


def trained_workers(book: Book) -> Measured:
    """Of all workers of those producers, the share with a certificate, by the last surveys and the producers' own reports."""
    said = latest_surveys(book, ("survey", "producer_report"), "workers_trained")
    known = [said[each] for each in book.owners(book.standing_with(3)) if each in said]
    known = [each for each in known if isinstance(each.body.get("workers_total"), int)]
    whole = sum(int(each.body.get("workers_total") or 0) for each in known)
    trained = sum(int(each.body.get("workers_trained") or 0) for each in known)
    return Measured(value=trained * 10_000 // whole if whole else 0, part=_ids(known), of=_ids(known))


def happened(book: Book, kind: str, aim: str = "") -> Measured:
    """Events of a kind in the period."""
    found = _ids(book.events(kind, aim=aim))
    return Measured(value=len(found), part=found)


def participants(book: Book, kind: str) -> Measured:
    """People who took part in events of a kind in the period."""
    found = book.events(kind)
    return Measured(value=sum(int(each.body.get("participants") or 0) for each in found), part=_ids(found))


def summed(book: Book, kind: str, field: str) -> Measured:
    """What events of a kind in the period come to in one of their numbers."""
    found = [each for each in book.events(kind) if isinstance(each.body.get(field), int)]
    return Measured(value=sum(int(each.body[field] or 0) for each in found), part=_ids(found))


def products_with(book: Book, kind: str) -> Measured:
    """Products with an event of a kind in the period: each line once."""
    events = [each for each in book.events(kind) if each.body.get("product")]
    found = dict.fromkeys(book.lines.get(str(each.body["product"]), str(each.body["product"])) for each in events)
    return Measured(value=len(found), part=tuple(found))


def organisations(book: Book, aim: str = "") -> Measured:
    """Organisations strengthened (``upgrade``) or founded (``new``) in the period, each producer once."""
    events = book.events("organisation", aim=aim)
    found = {str(each.body.get("producer") or each.id): each.id for each in events}
    return Measured(value=len(found), part=tuple(found))


def areas_with(book: Book, kind: str, tick: str = "") -> Measured:
    """Districts or communes that have at least one event of a kind by the day, whatever its year; ``tick`` also set."""
    found: dict[str, str] = {}
    for each in book.all("event"):
        right = each.body.get("kind") == kind and (not tick or each.body.get(tick) is True)
        area = str(each.body.get("area") or each.unit)
        if right and book.known(each.body.get("day")) and book.counts(each):
            found.setdefault(area.casefold(), each.id)
    return Measured(value=len(found), part=tuple(found.values()))


def craft_villages(book: Book) -> Measured:
    """Of the traditional craft villages written down, those with a product of three stars or more on the day."""
    whole = [each for each in book.all("event") if each.body.get("kind") == "village" and book.counts(each)]
    good = set(book.standing_with(3))
    part = [each for each in whole if book.lines.get(str(each.body.get("product") or ""), "") in good]
    return _share(_ids(part), _ids(whole))


def rounds(book: Book) -> Measured:
    """Rounds of assessment in the period: months in which a council sat."""
    found: dict[str, str] = {}
    for each in book.all("council_session"):
        if book.within(each.body.get("held_on")):
            found.setdefault(str(each.body["held_on"])[:7], each.id)
    return Measured(value=len(found), part=tuple(found.values()))


def revenue_growth(book: Book) -> Measured:
    """Revenue a year or more after recognition against the last before it, over the products with both surveys (hundredths)."""
    before = after = 0
    part: list[str] = []
    for line, own in book.recognised.items():
        decided = day(own[0].body.get("decided_on"))
        if decided is None or not book.counts(own[-1], line):
            continue
        earlier, since = _revenues(book, line, decided.isoformat(), later(decided, 1).isoformat())
        if earlier is not None and since is not None:
            before, after = before + earlier, after + since
            part.append(line)
    return Measured(value=after * 100 // before if before else 0, part=tuple(part))


def _revenues(book: Book, line: str, decided: str, year_after: str) -> tuple[int | None, int | None]:
    """The yearly revenue last said by a day, and the first said from another day on."""
    earlier = since = None
    for each in sorted(book.all("event"), key=lambda one: str(one.body.get("day") or "")):
        product = str(each.body.get("product") or "")
        amount = each.body.get("revenue")
        if book.lines.get(product, product) != line or not isinstance(amount, int) or not book.known(each.body["day"]):
            continue
        if str(each.body["day"]) <= decided:
            earlier = amount
        elif str(each.body["day"]) >= year_after and since is None:
            since = amount
    return earlier, since


def spent(book: Book) -> Measured:
    """What was spent of the plan's money, in đồng."""
    own = [each for each in book.all("budget") if not book.plan or each.body.get("plan") == book.plan]
    lines = [money.line_of(each) for each in own]
    return Measured(value=money.spent(lines), part=tuple(line.id for line in lines if line.spent))


INDICATORS: Mapping[str, tuple[Measure, Indicator]] = {
    "products.taking_part": ("count", taking_part),
    "products.supported": ("count", supported),
    "products.supported.upgrade": ("count", partial(supported, aim="upgrade")),
    "products.supported.new": ("count", partial(supported, aim="new")),
    "products.3plus": ("count", partial(with_stars, least=3)),
    "products.4plus": ("count", partial(with_stars, least=4)),
    "products.3": ("count", partial(exactly, stars=3)),
    "products.4": ("count", partial(exactly, stars=4)),
    "products.5": ("count", partial(exactly, stars=5)),
    "products.certified": ("count", certified),
    "products.certified.upgrade": ("count", partial(certified, aim="upgrade")),
    "products.certified.new": ("count", partial(certified, aim="new")),
    "products.certified.share": ("percent", partial(share_certified, least=3)),
    "producers": ("count", producers),
    "producers.cooperatives.share": ("percent", partial(share_of_kind, kinds=("hop-tac-xa",))),
    "producers.firms.share": ("percent", partial(share_of_kind, kinds=("doanh-nghiep",))),
    "producers.closed_chain.share": ("percent", partial(share_surveyed, tick="closed_chain")),
    "producers.modern_channel.share": ("percent", partial(share_surveyed, tick="modern_channel")),
    "workers.trained.share": ("percent", trained_workers),
    "organisations": ("count", organisations),
    "organisations.upgrade": ("count", partial(organisations, aim="upgrade")),
    "organisations.new": ("count", partial(organisations, aim="new")),
    "surveys": ("count", partial(happened, kind="survey")),
    "trainings": ("count", partial(happened, kind="training")),
    "trainings.people": ("count", partial(participants, kind="training")),
    "fairs": ("count", partial(happened, kind="fair")),
    "models": ("count", partial(happened, kind="model")),
    "meetings": ("count", partial(happened, kind="meeting")),
    "promotions": ("count", partial(happened, kind="promotion")),
    "ideas.registered": ("count", partial(summed, kind="idea", field="registered")),
    "ideas.chosen": ("count", partial(summed, kind="idea", field="chosen")),
    "business_plans.registered": ("count", partial(summed, kind="business_plan", field="registered")),
    "business_plans.chosen": ("count", partial(summed, kind="business_plan", field="chosen")),
    "advice": ("count", partial(happened, kind="advice")),
    "connections": ("count", partial(happened, kind="connection")),
    "products.ecommerce": ("count", partial(products_with, kind="ecommerce")),
    "checks": ("count", partial(happened, kind="check")),
    "emulations": ("count", partial(happened, kind="emulation")),
    "producers.reports": ("count", partial(happened, kind="producer_report")),
    "sales_points": ("count", partial(happened, kind="sales_point")),
    "areas.sales_point": ("count", partial(areas_with, kind="sales_point")),
    "areas.flagship": ("count", partial(areas_with, kind="support", tick="flagship")),
    "villages.share": ("percent", craft_villages),
    "rounds": ("count", rounds),
    "revenue.growth": ("times", revenue_growth),
    "money.spent": ("money", spent),
}
"""Every indicator a target may name, with the measure of its value."""


def measure(book: Book, indicator: str) -> Measured | None:
    """The actual value of an indicator; None where the name is not known."""
    found = INDICATORS.get(indicator)
    return found[1](book) if found is not None else None
