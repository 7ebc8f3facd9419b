"""Morango between Django instances, for ``tests.bench.beside_others``; runs in an environment that has ``morango``.

A server under waitress and two clients, each a Django of its own on its own SQLite file (WAL, ``DEBUG=False``). The server
owns a root certificate; a client asks for one below it with a name and a password and opens a session, as Morango's
documentation says. That happens once and is not in the times; a push or pull is all its stages, from the application's
tables at one end to those at the other.
Arguments: a folder, records, bytes of text, the server's port, the port that the client dials. Prints one JSON object.
Within itself: ``serve FOLDER PORT`` and ``two FOLDER DIALLED``.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
TEXT = "Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. "
PROFILE = "ocop"


def main() -> None:
    if sys.argv[1] == "serve":
        _serve(Path(sys.argv[2]), int(sys.argv[3]))
        return
    if sys.argv[1] == "two":
        print(json.dumps(_two(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    folder = Path(sys.argv[1])
    records, size, port, dialled = map(int, sys.argv[2:6])
    server = subprocess.Popen([sys.executable, __file__, "serve", str(folder / "server"), str(port)])
    try:
        print(json.dumps(_measure(folder, dialled, server.pid, records, size)))
    finally:
        server.terminate()
        server.wait(20)


def _django(folder: Path) -> None:
    """This process becomes one instance with a database of its own."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db.backends.signals import connection_created

    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "data.sqlite3"
    fresh = not data.exists()
    sys.path.insert(0, str(HERE))
    settings.configure(
        SECRET_KEY="bench",
        DEBUG=False,
        ALLOWED_HOSTS=["127.0.0.1"],
        INSTALLED_APPS=[
            "django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "morango", "morango_commune",
        ],
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        ROOT_URLCONF="morango.urls",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3", "NAME": str(data), "OPTIONS": {"timeout": 60},
            }
        },
        AUTH_USER_MODEL="morango_commune.Officer",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )  # fmt: skip
    connection_created.connect(_write_ahead, weak=False)
    django.setup()
    if fresh:
        call_command("migrate", run_syncdb=True, verbosity=0)


def _write_ahead(connection, **_) -> None:  # type: ignore[no-untyped-def]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")


def _scopes():  # type: ignore[no-untyped-def]
    from morango.models.certificates import ScopeDefinition

    whole = {"profile": PROFILE, "version": 1, "read_filter_template": "", "write_filter_template": ""}
    for name, key in (("root", "commune"), ("pc", "")):
        ScopeDefinition.objects.get_or_create(
            id=name,
            defaults={
                **whole, "primary_scope_param_key": key, "description": name, "read_write_filter_template": "${commune}",
            },
        )  # fmt: skip


def _serve(folder: Path, port: int) -> None:
    _django(folder)
    from django.core.wsgi import get_wsgi_application
    from morango.models.certificates import Certificate
    from morango_commune.models import Officer
    from waitress import serve

    if not Certificate.objects.exists():
        _scopes()
        root = Certificate.generate_root_certificate("root")
        officer = Officer(username="xa")
        officer.set_password("ocop")
        officer.save()
        (folder / "commune").write_text(root.id, encoding="utf-8")
    serve(get_wsgi_application(), host="127.0.0.1", port=port, threads=4)


def _session(commune: str, dialled: int):  # type: ignore[no-untyped-def]
    """A certificate of one's own below the server's, and an open session."""
    from morango.sync.controller import MorangoProfileController

    _scopes()
    connection = MorangoProfileController(PROFILE).create_network_connection(f"http://127.0.0.1:{dialled}/")
    above = connection.get_remote_certificates(commune, "root")[0]
    own = connection.certificate_signing_request(above, "pc", {"commune": commune}, userargs="xa", password="ocop")
    return connection.create_sync_session(own, above)


def _transfer(client, commune: str) -> None:  # type: ignore[no-untyped-def]
    from morango.models.certificates import Filter

    client.initialize(Filter(f"{commune}:product"))
    client.run()
    client.finalize()


def _measure(folder: Path, dialled: int, pid: int, records: int, size: int) -> dict[str, float]:
    from django.db import transaction

    _django(folder / "one")
    from morango_commune.models import Product

    commune = _commune(folder, dialled)
    session = _session(commune, dialled)
    text = TEXT * max(1, size // len(TEXT.encode()))
    with transaction.atomic():
        for number in range(records):
            Product(commune=commune, name=f"Chè số {number}", description=text).save()
    push = _seconds(lambda: _transfer(session.get_push_client(), commune))
    done = subprocess.run(
        [sys.executable, __file__, "two", str(folder), str(dialled)], stdout=subprocess.PIPE, check=True, text=True
    )
    two = json.loads(done.stdout.strip().splitlines()[-1])
    assert two["count"] == records, two
    idle = sorted(_seconds(lambda: _transfer(session.get_push_client(), commune)) for _ in range(5))[2]
    changes = []
    for number, product in enumerate(Product.objects.order_by("id")[:5]):
        product.name = f"Sửa {number}"
        product.save()
        changes.append(_seconds(lambda: _transfer(session.get_push_client(), commune)))
    return {
        "push": push,
        "pull": two["pull"],
        "idle": idle,
        "change": sorted(changes)[2],
        "rss": _peak(pid),
        "stored": sum(path.stat().st_size for path in (folder / "server").rglob("*") if path.is_file()),
    }


def _two(folder: Path, dialled: int) -> dict[str, float]:
    _django(folder / "two")
    from morango_commune.models import Product

    commune = _commune(folder, dialled)
    session = _session(commune, dialled)
    pull = _seconds(lambda: _transfer(session.get_pull_client(), commune))
    return {"pull": pull, "count": Product.objects.count()}


def _commune(folder: Path, dialled: int) -> str:
    """The commune of the server, once it answers."""
    import requests

    for _ in range(300):
        try:
            requests.get(f"http://127.0.0.1:{dialled}/api/morango/v1/morangoinfo/1/", timeout=5).raise_for_status()
            break
        except requests.RequestException:
            time.sleep(0.1)
    return (folder / "server" / "commune").read_text(encoding="utf-8")


def _seconds(action) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def _peak(pid: int) -> int:
    """Bytes of memory a process held at most (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main()
