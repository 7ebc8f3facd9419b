"""One act of a Morango client, for ``tests.bench.kills``; runs in an environment that has ``morango``.

Arguments: ``meet|work|rest|dump``, a folder, the client, the server's address; for ``work`` the round and how many
records are made before they are sent; ``rest`` does it twice. A client gets its certificate once; each sync is a session of its own: ``one`` pushes, ``two`` pulls.
"""

import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import peer_morango as peer


def main() -> None:
    act, folder, name, address = sys.argv[1:5]
    peer._django(Path(folder) / name)
    from django.db import transaction
    from morango.models.certificates import Certificate
    from morango.sync.controller import MorangoProfileController
    from morango_commune.models import Product

    port = urlsplit(address).port or 0
    if act == "meet":
        peer._session(peer._commune(Path(folder), port), port)
        return
    commune = (Path(folder) / "server" / "commune").read_text(encoding="utf-8")
    if act == "dump":
        print(json.dumps([[row.id, row.name, row.description] for row in Product.objects.all()]))
        return
    if act == "work":
        number, count = map(int, sys.argv[5:7])
        with transaction.atomic():
            for at in range(count):
                Product(commune=commune, name=f"{number}-{at}", description=peer.TEXT * 9).save()
    own = next(each for each in Certificate.objects.exclude(parent=None) if each.has_private_key())
    print("go", flush=True)
    for _ in range(2 if act == "rest" else 1):
        connection = MorangoProfileController(peer.PROFILE).create_network_connection(address.rstrip("/") + "/")
        session = connection.create_sync_session(own, own.parent)
        peer._transfer(session.get_push_client() if name == "one" else session.get_pull_client(), commune)
        session.close_sync_session()


main()
