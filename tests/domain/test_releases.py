"""Who may say what the program is: keys that count, keys that are changed, and what is too old or for somebody else."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ocop_desktop.domain import releases
from ocop_desktop.domain.releases import Head, Release, Root, Signed
from ocop_desktop.errors import Damaged, OcopError, Refused

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PROVINCE = Ed25519PrivateKey.generate()
PROVINCE_KEY = PROVINCE.public_key().public_bytes_raw()
ONE, TWO, THREE = (Ed25519PrivateKey.generate() for _ in range(3))


def public(key: Ed25519PrivateKey) -> str:
    """A public key as roots name it."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def by(*keys: Ed25519PrivateKey) -> list[tuple[str, Callable[[bytes], bytes]]]:
    """Signers."""
    return [(public(key), key.sign) for key in keys]


def root(version: int, *keys: Ed25519PrivateKey, threshold: int = 1, expires: str = "2028-01-01T00:00:00Z") -> Root:
    """A root."""
    names = tuple(public(key) for key in keys)
    return Root(province="08", version=version, keys=names, threshold=threshold, expires=expires)


def first(*keys: Ed25519PrivateKey, threshold: int = 1, **more: str) -> Signed:
    """The first root, signed by the province."""
    return releases.sign_root(root(1, *keys, threshold=threshold, **more), [("", PROVINCE.sign)])


def release(**changes: object) -> Release:
    """A release."""
    values: dict[str, object] = {
        "province": "08",
        "number": 5,
        "version": "0.2.0",
        "system": "linux-x86_64",
        "size": 100,
        "sha256": "0" * 64,
        "created": "2026-11-20T00:00:00Z",
        "expires": "2027-11-20T00:00:00Z",
    }
    return msgspec.convert({**values, **changes}, Release)


def checked(said: Release, *keys: Ed25519PrivateKey, of: Root | None = None, number: int = 0) -> Release:
    """What a PC says to a release signed by these keys."""
    head = Head(roots=(first(ONE),), release=releases.sign_release(said, by(*keys)))
    return releases.check(
        head,
        of or root(1, ONE),
        province="08",
        system="linux-x86_64",
        running="0.1.0",
        number=number,
        now=NOW,
    )


def refused(code: str) -> pytest.RaisesExc[OcopError]:
    """Expect this code."""
    return pytest.raises(OcopError, check=lambda error: error.code == code)


def test_the_first_root_is_the_provinces() -> None:
    found, signed = releases.follow([first(ONE)], None, PROVINCE_KEY, NOW)
    assert (found.version, found.keys) == (1, (public(ONE),)) and signed == first(ONE)
    with refused("update.root"):
        releases.follow([first(ONE)], None, ONE.public_key().public_bytes_raw(), NOW)
    with refused("update.root"):
        releases.follow([releases.sign_root(root(1, ONE), by(ONE))], None, PROVINCE_KEY, NOW)


def test_keys_are_changed_by_enough_of_the_old_and_of_the_new_ones() -> None:
    start = first(ONE, TWO, threshold=2)
    known = start
    for signers, good in (((ONE, TWO, THREE), True), ((ONE, THREE), False), ((ONE, TWO), False), ((THREE,), False)):
        coming = releases.sign_root(root(2, THREE), by(*signers))
        if good:
            found, signed = releases.follow([start, coming], known, PROVINCE_KEY, NOW)
            assert (found.version, found.keys, signed) == (2, (public(THREE),), coming)
        else:
            with refused("update.root"):
                releases.follow([start, coming], known, PROVINCE_KEY, NOW)


def test_a_server_that_was_taken_over_cannot_begin_anew() -> None:
    """The province's key counts for the first root alone: a PC that knows one follows only what that one vouches for."""
    forged = first(THREE)
    found, _ = releases.follow([forged], first(ONE), PROVINCE_KEY, NOW)
    assert found.keys == (public(ONE),), "another first root is passed over"
    second = releases.sign_root(root(2, THREE), [("", PROVINCE.sign), *by(THREE)])
    with refused("update.root"):
        releases.follow([forged, second], first(ONE), PROVINCE_KEY, NOW)


def test_no_root_is_left_out_and_none_comes_back() -> None:
    second = releases.sign_root(root(2, TWO), by(ONE, TWO))
    third = releases.sign_root(root(3, THREE), by(TWO, THREE))
    chain = [first(ONE), second, third]
    assert releases.follow(chain, None, PROVINCE_KEY, NOW)[0].version == 3
    assert releases.follow(chain[:1], third, PROVINCE_KEY, NOW)[0].version == 3, (
        "an old file does not bring old keys back"
    )
    with refused("update.root"):
        releases.follow([first(ONE), third], None, PROVINCE_KEY, NOW)


def test_a_root_has_its_time() -> None:
    with refused("update.root_expired"):
        releases.follow([first(ONE, expires="2026-11-21T00:00:00Z")], None, PROVINCE_KEY, NOW)


def test_one_key_is_counted_once() -> None:
    of = root(1, ONE, TWO, threshold=2)
    assert checked(release(), ONE, TWO, of=of).version == "0.2.0"
    with refused("update.signature"):
        checked(release(), ONE, ONE, of=of)
    with refused("update.signature"):
        checked(release(), ONE, THREE, of=of)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"province": "11"}, "update.other_province"),
        ({"system": "windows-amd64"}, "update.other_system"),
        ({"version": "0.1.0"}, "update.older"),
        ({"version": "0.0.9"}, "update.older"),
        ({"number": 4}, "update.older"),
        ({"expires": "2026-11-21T23:00:00Z"}, "update.expired"),
        ({"expires": "bao giờ cũng được"}, "update.unreadable"),
        ({"size": 2**40}, "update.too_large"),
        ({"size": 0}, "update.too_large"),
        ({"version": "../../x"}, "update.unreadable"),
    ],
)
def test_what_this_pc_does_not_install(changes: dict[str, object], code: str) -> None:
    with refused(code):
        checked(release(**changes), ONE, number=5)


def test_versions_are_compared_as_numbers() -> None:
    assert releases.version_order("0.10.0") > releases.version_order("0.9.9")
    assert releases.version_order("1.0") == releases.version_order("1.0.0")
    assert releases.version_order("0.2.0.dev1") == releases.version_order("0.2")


def test_an_altered_text_is_not_signed() -> None:
    made = releases.sign_release(release(), by(ONE))
    for text in (made.text.replace("0.2.0", "9.9.9"), made.text + " "):
        head = Head(roots=(first(ONE),), release=Signed(text=text, signatures=made.signatures))
        with refused("update.signature"):
            releases.check(head, root(1, ONE), province="08", system="linux-x86_64", running="0.1.0", number=0, now=NOW)


def test_a_signature_of_a_root_is_none_of_a_release() -> None:
    """What was signed for one purpose serves no other."""
    text = releases.sign_release(release(), by(ONE)).text
    signature = base64.b64encode(ONE.sign(b"ocop-desktop/update-root/v1\x00" + text.encode())).decode()
    forged = Signed(text=text, signatures=(releases.Signature(key=public(ONE), signature=signature),))
    with refused("update.signature"):
        releases.check(
            Head(roots=(first(ONE),), release=forged),
            root(1, ONE), province="08", system="linux-x86_64", running="0.1.0", number=0, now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", releases.MARK, releases.MARK + b"\xff\xff\xff\xff{}", releases.MARK + b"\0\0\0\2[]"]
)
def test_what_is_no_update_is_said_so(data: bytes) -> None:
    with pytest.raises(Damaged, match=r"update\.unreadable"):
        releases.read_head(data)


def test_a_head_comes_back_as_it_was() -> None:
    head = Head(roots=(first(ONE),), release=releases.sign_release(release(), by(ONE)))
    data = releases.write_head(head)
    assert releases.read_head(data + b"PK") == (head, len(data))
    with pytest.raises(Refused):
        releases.follow([], None, PROVINCE_KEY, NOW)
