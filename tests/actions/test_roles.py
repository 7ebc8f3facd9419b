"""Every action that changes something asks for a role, or is named here with the reason why it need not."""

import importlib
import inspect
import pkgutil

from ocop_desktop import actions

OPEN = {
    "documents.note_printed": "who may read may print",
    "care.note_drill": "opening a copy as a drill changes nothing",
    "products.area.keep_view": "a list as one likes to see it",
    "products.area.forget_view": "the same",
    "rules.note_seen": "to have read what is new",
    "evidence.attach": "asks by itself: evidence, or the report as it was signed",
    "dossier_package.note": "who may read may take a package; it is written down",
    "lists.reading.remember": "what the columns of a table are",
    "people.hand_work": "asks by itself: one's own dossiers, or the administrator",
    "people.change_passphrase": "everybody's own",
    "people.entered": "written by the lock screen",
    "personal.look": "who may read may look; it is written down",
    "office.save_office": "asks by itself: one's own name and window are everybody's",
}


def test_no_action_is_forgotten() -> None:
    found = set()
    for module in pkgutil.walk_packages(actions.__path__, f"{actions.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, function in vars(loaded).items():
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.name:
                continue
            parameters = list(inspect.signature(function).parameters)
            answer = inspect.signature(function).return_annotation
            changes = parameters[:1] == ["db"] and getattr(answer, "__name__", str(answer)) == "Changes"
            if changes and not hasattr(function, "__wrapped__"):
                found.add(f"{module.name.removeprefix('ocop_desktop.actions.')}.{name}")
    assert found - set(OPEN) == set(), "each needs @only(act) of domain/roles.py"
