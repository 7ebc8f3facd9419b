"""Every command of the terminal, by whether it reads or writes: what reads is run where sensitive values are looked for."""

# Every command of the terminal: what reads is run, the rest writes and answers with ids and counts.
READS = {
    "law check": "",
    "export": "--out {out}.csv",
    "duplicates": "",
    "unit": "Tân Trào",
    "dossier list": "",
    "dossier show": "{dossier}",
    "dossier history": "{dossier}",
    "dossier score": "{dossier}",
    "conflict list": "",
    "journal check": "",
    "journal export": "--out {out}.jsonl",
    "register": "",
    "calendar": "",
    "numbers": "",
    "days-off": "",
    "product list": "",
    "product claims": "",
    "product show": "{product}",
    "product parts": "{product}",
    "council list": "",
    "plan list": "",
    "report list": "",
    "report monthly": "--month 2026-11",
    "report quarterly": "--quarter 2026-Q4",
    "report half": "--year 2026",
    "report nine": "--year 2026",
    "report yearly": "--year 2026",
    "rules show": "",
    "update show": "",
    "backup list": "",
    "area": "",
    "people list": "",
    "sync": "",
}
_WRITES = """
    demo, import, setup, enrol, conflict decide, issue, follow, regime, code, desk, wipe, server, trust, signed, sign, verify,
    dossier import, dossier receive, dossier seal, dossier hand-over, dossier set, dossier attach, dossier lighten,
    dossier pause, dossier resume, dossier reopen, dossier withdraw, package export, package import, package rescue,
    rules check, rules install, update install, update fetch, backup make, backup check, backup restore, backup salvage, former-units,
    people add, people roles, people disable, people reset, people hand, product confirm, product send-back,
    product join, product separate, product remedied,
    plan import, plan show, plan export, council show
    """
WRITES = frozenset(name.strip() for name in _WRITES.split(","))
"""These answer with ids and counts; the last ones hold figures of a plan or a council and no producer's person."""
BY_LAW = frozenset({"print", "council sheets", "dossier package", "person export"})
"""The papers of the law hold these fields; taking one, and a person's own data, is written to the journal."""
