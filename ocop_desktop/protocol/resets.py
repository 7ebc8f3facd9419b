"""A forgotten passphrase, mended over the telephone without a line: what the PC shows, what the province answers.

The PC keeps slots of its database key sealed to the province. For each it made an X25519 key pair, sealed under the secret
shared with the province's key, and threw its private half away: only the province can find that secret again, from the
public half that the PC shows. What is read aloud is long for that reason: 60 letters out, which are no secret and may as well
be sent as a photograph, and 30 letters back, 128 bits that nobody guesses who stole the PC. A short code could not be safe
on a PC without a line, where nothing counts the tries.
"""

import hashlib

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ocop_desktop.domain.text import clean
from ocop_desktop.errors import Refused

HOURS = 24
"""How long an answer opens the PC that asked."""
ANSWER_LETTERS, QUESTION_LETTERS = 30, 60

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_MISREAD = str.maketrans("OIL", "011")
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_ABOUT = b"ocop-desktop/reset/v1\x00"
_TAG, _CHECK = 3, 2


def raw_key(age_key: str) -> bytes:
    """The 32 bytes of an age X25519 recipient or identity (Bech32, whose check the age library made)."""
    data = age_key.lower().rpartition("1")[2][:-6]
    number = 0
    for letter in data:
        number = number << 5 | _BECH32.index(letter)
    return (number >> (len(data) * 5 - 256)).to_bytes(32, "big")


def device_tag(device: str) -> bytes:
    """What a question says of its PC: enough for the province to find it in its list."""
    return hashlib.sha256(_ABOUT + device.encode()).digest()[:_TAG]


def question(device: str, point: bytes) -> str:
    """What the PC shows: its tag and the public half of one slot, twelve groups of five."""
    return _write(device_tag(device) + point, QUESTION_LETTERS)


def read_question(typed: str) -> tuple[bytes, bytes]:
    """Tag and public half. ``Refused``: ``reset.question`` for what was misread."""
    body = _read(typed, QUESTION_LETTERS, _TAG + 32)
    if body is None:
        raise Refused("reset.question")
    return body[:_TAG], body[_TAG:]


def make_slot(device: str, recipient: str) -> tuple[bytes, bytes]:
    """A new slot's public half and the secret it is sealed under, which nobody keeps."""
    private = X25519PrivateKey.generate()
    point = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(raw_key(recipient)))
    return point, _secret(shared, device, point)


def answer(identity: str, device: str, point: bytes) -> str:
    """What the province reads aloud, six groups of five. ``Refused``: ``reset.question`` for a point that is none."""
    try:
        shared = X25519PrivateKey.from_private_bytes(raw_key(identity)).exchange(
            X25519PublicKey.from_public_bytes(point)
        )
    except ValueError as error:  # a point of small order: made up, not made by a PC
        raise Refused("reset.question") from error
    return _write(_secret(shared, device, point), ANSWER_LETTERS)


def read_answer(typed: str) -> bytes:
    """The secret that was read aloud. ``Refused``: ``reset.unreadable``."""
    body = _read(typed, ANSWER_LETTERS, 16)
    if body is None:
        raise Refused("reset.unreadable")
    return body


def _secret(shared: bytes, device: str, point: bytes) -> bytes:
    return HKDF(SHA256(), 16, point, _ABOUT + device.encode()).derive(shared)


def _check(body: bytes) -> bytes:
    return hashlib.sha256(_ABOUT + b"check" + body).digest()[:_CHECK]


def _write(body: bytes, length: int) -> str:
    number = int.from_bytes(body + _check(body), "big")
    letters = "".join(_LETTERS[number >> 5 * at & 31] for at in reversed(range(length)))
    return "-".join(letters[at : at + 5] for at in range(0, length, 5))


def _read(typed: str, length: int, size: int) -> bytes | None:
    letters = [c for c in clean(typed).upper().translate(_MISREAD) if c in _LETTERS]
    if len(letters) != length:
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    if number >> 8 * (size + _CHECK):
        return None
    whole = number.to_bytes(size + _CHECK, "big")
    return whole[:size] if _check(whole[:size]) == whole[size:] else None
