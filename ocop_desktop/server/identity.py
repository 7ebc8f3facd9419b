"""Who the server is and who speaks to it: epoch, signing key, challenges, tokens. Any worker can check all of it."""

import base64
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import uuid4

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection, delete, select, update

from ocop_desktop.protocol import token_bytes
from ocop_desktop.protocol.packages import recipient_bytes
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.settings import Settings
from ocop_desktop.server.store import add, rows
from ocop_desktop.server.tables import digests, meta

CHALLENGE_SECONDS = 120


@dataclass(frozen=True)
class Identity:
    """What was made with the database and stays with it."""

    epoch: str
    secret: bytes
    key: Ed25519PrivateKey
    age: str
    province: str
    province_name: str

    @classmethod
    def load(cls, connection: Connection, settings: Settings) -> Self:
        """Read the identity; what is missing is made now, and the province is set when the settings name one."""
        found = {row["name"]: row["value"] for row in rows(connection, select(meta))}
        made = {
            "epoch": str(uuid4()),
            "secret": secrets.token_hex(32),
            "key": base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode(),
            "age": str(pyrage.x25519.Identity.generate()),
        }
        new = {name: value for name, value in made.items() if name not in found}
        for name, value in (("province", settings.province), ("province_name", settings.province_name)):
            if value and found.get(name) != value:
                connection.execute(meta.delete().where(meta.c.name == name))
                new[name] = value
        add(connection, meta, [{"name": name, "value": value} for name, value in new.items()])
        known = found | new
        return cls(
            known["epoch"],
            bytes.fromhex(known["secret"]),
            Ed25519PrivateKey.from_private_bytes(base64.b64decode(known["key"])),
            known["age"],
            known.get("province", ""),
            known.get("province_name", ""),
        )

    @staticmethod
    def renew_epoch(connection: Connection) -> str:
        """A new epoch, for a database that was restored from a copy: every client compares its records again."""
        epoch = str(uuid4())
        connection.execute(update(meta).where(meta.c.name == "epoch").values(value=epoch))
        connection.execute(delete(digests))  # made anew from what is really here
        return epoch

    @property
    def public_key(self) -> str:
        """The key that checks receipts, base64."""
        return base64.b64encode(self.key.public_key().public_bytes_raw()).decode()

    @property
    def age_recipient(self) -> str:
        """The key that packages to this province are sealed with."""
        return str(pyrage.x25519.Identity.from_str(self.age).to_public())

    @property
    def age_proof(self) -> str:
        """The server's signature of that key, base64."""
        return self.sign(recipient_bytes(self.age_recipient))

    def sign(self, content: bytes) -> str:
        """A signature of the server, base64."""
        return base64.b64encode(self.key.sign(content)).decode()

    def keyed_hash(self, purpose: str, value: str) -> str:
        """A hash that nobody without the database can make: codes and addresses are stored as this."""
        return hmac.digest(self.secret, f"{purpose}\x00{value}".encode(), "sha256").hex()

    def seal(self, purpose: str, device: str, expires: int) -> str:
        """A text that says "this device, until then", and that only this server can have made."""
        content = f"{device}.{expires}.{secrets.token_urlsafe(12)}"
        return f"{content}.{self.keyed_hash(purpose, content)}"

    def unseal(self, purpose: str, sealed: str, now: datetime) -> str:
        """The device of a sealed text. Raises ``auth.invalid`` or ``auth.expired``."""
        content, _, mac = sealed.rpartition(".")
        parts = content.split(".")
        if len(parts) != 3 or not hmac.compare_digest(mac.encode(), self.keyed_hash(purpose, content).encode()):
            raise refuse("auth.invalid")
        if int(parts[1]) < now.timestamp():
            raise refuse("auth.expired")
        return parts[0]


def read_public_key(text: str) -> Ed25519PublicKey:
    """An Ed25519 public key from base64. Raises ``enrol.wrong_key``."""
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except ValueError as error:
        raise refuse("enrol.wrong_key") from error


def signed_by(public_key: str, challenge: str, signature: str) -> bool:
    """Whether the device's key signed this challenge."""
    try:
        read_public_key(public_key).verify(base64.b64decode(signature, validate=True), token_bytes(challenge))
    except (InvalidSignature, ValueError):
        return False
    return True
