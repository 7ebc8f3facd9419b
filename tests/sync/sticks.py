"""What an officer and the province's IT staff do with sticks."""

from collections.abc import Callable
from pathlib import Path

from ocop_desktop.actions import office, stick
from ocop_desktop.server import accounts
from ocop_desktop.server.packages import Packages, Taken
from ocop_desktop.server.service import Service
from ocop_desktop.storage import settings
from tests.sync.conftest import Commune, TheProvince

Make = Callable[..., Commune]


def export(pc: Commune, path: Path) -> stick.Exported:
    """Press Chép ra USB."""
    pc.at_home()
    return stick.export(office.runner(pc.db), path)


def take(pc: Commune, path: Path) -> stick.Imported:
    """Press Nhận từ USB."""
    pc.at_home()
    return stick.take_answer(office.runner(pc.db), path)


def at_province(province: TheProvince, out: Path, *packages: Path) -> list[Taken]:
    """What the province's IT staff do with sticks, beside the running server."""
    service = Service(province.settings)
    try:
        door = Packages(service)
        taken = [each for path in packages for each in door.take_file(path)]
        with out.open("wb") as file:
            for each in taken:
                if each.answer is not None:
                    door.write_answer(file, each.answer)
        return taken
    finally:
        service.close()


def revoke(province: TheProvince, pc: Commune) -> None:
    """Withdraw a PC."""
    device = str(settings.read(pc.db, "sync.device"))
    service = Service(province.settings)
    service.store.write(lambda connection: accounts.revoke(connection, service.settings, device))
    service.close()


def equal(pc: Commune) -> bool:
    """Ask the province over the network whether both sides are the same."""
    done = pc.sync()
    return done.digest_equal and (done.sent, done.received, done.files, done.conflicts) == (0, 0, 0, 0)


def alter(path: Path, where: float) -> None:
    """Change one bit; ``where``: 0 the first byte, 1 the last."""
    data = bytearray(path.read_bytes())
    data[int(where * (len(data) - 1))] ^= 1
    path.write_bytes(data)
