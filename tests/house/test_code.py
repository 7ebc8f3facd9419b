"""Rules of the code that its syntax shows."""

import ast

from tests.house.source import PACKAGE, called, calls, modules, name, tree

# Where an error of any kind may be caught, because nothing above it could say it to a person.
LAST_PLACES = {"ui/jobs.py", "server/app.py", "log.py", "signing/apart/child.py"}

QT_LOWER_CASE = {"count", "data", "event", "flags", "index", "paint", "parent"}


def _broad(handler: ast.ExceptHandler, kind: str) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(getattr(each, "id", kind if each is None else "") == kind for each in caught)


def _handlers() -> list[tuple[str, ast.ExceptHandler]]:
    return [
        (path.relative_to(PACKAGE).as_posix(), node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
    ]


def test_any_error_is_caught_only_in_the_last_places() -> None:
    wrong = [
        f"{file}:{handler.lineno}"
        for file, handler in _handlers()
        if _broad(handler, "Exception") and file not in LAST_PLACES and not file.startswith("cli/")
    ]
    assert not wrong


def test_what_cleans_up_raises_again() -> None:
    wrong = [
        f"{file}:{handler.lineno}"
        for file, handler in _handlers()
        if _broad(handler, "BaseException") and not any(isinstance(node, ast.Raise) for node in ast.walk(handler))
    ]
    assert not wrong


def test_only_the_terminal_prints() -> None:
    wrong = [
        f"{name(path)}:{call.lineno}"
        for path in modules()
        if path.parent.name != "cli" and path.name != "__main__.py"
        for call in calls(path)
        if isinstance(call.func, ast.Name) and called(call) == "print"
    ]
    assert not wrong


def test_a_translated_text_is_whole() -> None:
    """lupdate writes ``tr(f"...")`` down as it stands, and it is never found again."""
    wrong = [
        f"{name(path)}:{call.lineno}"
        for path in modules(PACKAGE / "ui")
        for call in calls(path)
        if called(call) in {"tr", "translate"} and any(isinstance(part, ast.JoinedStr) for part in call.args)
    ]
    assert not wrong


def test_what_others_use_says_what_it_does() -> None:
    """A method that its base class explains, or that Qt calls by name, is explained there; a route by its summary."""
    classes = {node.name: node for path in modules() for node in tree(path).body if isinstance(node, ast.ClassDef)}
    silent = []
    for path in modules():
        if ast.get_docstring(tree(path)) is None and path.read_text("utf-8").strip():
            silent.append(name(path))
        for node in tree(path).body:
            if isinstance(node, Definition) and not _explained(node):
                silent.append(f"{name(path)}:{node.lineno} {node.name}")
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                silent += [
                    f"{name(path)}:{method.lineno} {node.name}.{method.name}"
                    for method in node.body
                    if isinstance(method, ast.FunctionDef)
                    and not _explained(method)
                    and not _explained_above(node, method.name, classes)
                ]
    assert not silent


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _explained(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    summary = any("summary=" in ast.unparse(decorator) for decorator in node.decorator_list)
    return node.name.startswith("_") or summary or ast.get_docstring(node) is not None


def _explained_above(owner: ast.ClassDef, method: str, classes: dict[str, ast.ClassDef]) -> bool:
    if method != method.lower() or method in QT_LOWER_CASE:
        return True
    for base in owner.bases:
        word = ast.unparse(base).partition("[")[0].rpartition(".")[2]
        if word == "Protocol":
            return True
        above = classes.get(word)
        if above is not None:
            named = [node for node in above.body if isinstance(node, ast.FunctionDef) and node.name == method]
            if any(map(_explained, named)) or _explained_above(above, method, classes):
                return True
    return False
