"""What operators rely on: numbers, lines, health, and a busy database said as such."""

import json
import logging
from pathlib import Path

import httpx

from ocop_desktop.server import Settings, backup, running
from ocop_desktop.server.watching import JsonLines
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id


def test_the_numbers_of_a_working_server(province: Province, pc: Stranger) -> None:
    pc.push(create(new_id()), create(new_id(), unit="02290"))
    body, key = pc.freeze(create(new_id())), new_id()
    pc.send(body, key)
    pc.send(body, key)
    answer = httpx.get(f"{province.address}/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain")
    for line in (
        'ocop_pushes_total{kind="taken"} 2.0',
        'ocop_pushes_total{kind="replayed"} 1.0',
        'ocop_ops_total{status="applied"} 2.0',
        'ocop_ops_total{status="rejected"} 1.0',
        'ocop_requests_total{method="POST",route="/v1/sync/push",status="200"} 3.0',
        "ocop_records 2.0",
        "ocop_conflicts_open 0.0",
        "ocop_units 1.0",
    ):
        assert line in answer.text.splitlines(), line
    assert pc.device not in answer.text


def test_the_numbers_are_for_this_machine_or_a_token(tmp_path: Path) -> None:
    with running(Settings(data=tmp_path / "a")) as address:
        assert httpx.get(f"{address}/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 404
    with running(Settings(data=tmp_path / "b", metrics_token="chi-may-theo-doi")) as address:
        assert httpx.get(f"{address}/metrics").status_code == 404
        sent = {"Authorization": "Bearer chi-may-theo-doi"}
        assert httpx.get(f"{address}/metrics", headers=sent).status_code == 200


def test_a_line_of_the_log_names_no_person() -> None:
    record = logging.LogRecord("ocop", logging.ERROR, "x.py", 1, "%s failed", ("/v1/hello",), None)
    try:
        raise ValueError("Bàn Thị Sen")
    except ValueError as error:
        record.exc_info = (ValueError, error, error.__traceback__)
    line = json.loads(JsonLines().format(record))
    assert (line["level"], line["message"]) == ("error", "/v1/hello failed")
    assert "ValueError" in line["error"] and "Sen" not in json.dumps(line, ensure_ascii=False)


def test_a_lost_postgresql_is_busy_not_broken(province: Province, pc: Stranger) -> None:
    if not province.settings.database:
        return
    import psycopg

    name = province.settings.database.rpartition("/")[2]
    server = f"{province.settings.database.rpartition('/')[0]}/postgres"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        answer = httpx.get(f"{province.address}/health", timeout=30)
        assert (answer.status_code, answer.json()["code"]) == (503, "server.busy")
        assert answer.headers["Retry-After"]
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert httpx.get(f"{province.address}/health", timeout=30).status_code == 200


def test_when_the_last_copy_was_made_can_be_watched(province: Province, tmp_path: Path) -> None:
    def said() -> str:
        return next(
            line
            for line in httpx.get(f"{province.address}/metrics").text.splitlines()
            if line.startswith("ocop_last_copy_seconds ")
        )

    assert said() == "ocop_last_copy_seconds 0.0"
    province.administer(lambda service: backup.back_up(service, tmp_path / "copy.tar"))
    assert float(said().split()[1]) == province.settings.clock().timestamp()
