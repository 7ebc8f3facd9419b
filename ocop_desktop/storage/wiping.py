"""Everything of an office off a PC: the keys are overwritten first, so that whatever else a disk keeps stays unreadable."""

import os
import secrets
import shutil
from pathlib import Path

from ocop_desktop import paths

from . import backups, resets, vault
from .durable import explain

_PASSES = 2


def wipe(database: Path) -> int:
    """Overwrite and remove the keys here and in the copies beside, then the rest; how many files went. ``Environment``.

    A copy on a second disk is not touched: it opens by its own slots. What a disk spares from overwriting (flash moves
    blocks) is a sealed slot at most, as strong as the passphrase.
    """
    gone = 0
    folder = database.parent
    beside = backups.here(database)
    keys = [vault.vault_file(database), resets.file_of(database), paths.device_profile() / "device.secret"]
    keys += sorted(beside.rglob("*.keys")) if beside.is_dir() else []
    try:
        for key in keys:
            gone += _overwrite(key)
        for file in sorted(folder.glob(f"{database.name}*")):
            if file.is_dir():
                gone += sum(1 for each in file.rglob("*") if each.is_file())
                shutil.rmtree(file)
            else:
                file.unlink()
                gone += 1
        for extra in (paths.user_data() / "opened", paths.rules(), paths.logs()):
            shutil.rmtree(extra, ignore_errors=True)
    except OSError as error:
        raise explain(error) from error
    return gone


def _overwrite(file: Path) -> int:
    if not file.exists():
        return 0
    size = file.stat().st_size
    file.chmod(0o600)
    with file.open("r+b", buffering=0) as target:
        for _ in range(_PASSES):
            target.seek(0)
            target.write(secrets.token_bytes(size))
            os.fsync(target.fileno())
        target.truncate(0)
    file.unlink()
    return 1
