"""What the bench reads from PostgreSQL's log, and what it makes of it."""

import pathlib
import sqlite3
import tempfile
import unittest

from bench import floor_sqlite
from bench.floor_postgres import literal, script
from bench.statements import (
    Statement,
    captured,
    fresh_values,
    made_at,
    moved_in_time,
    without_empty_transactions,
    without_sequencer,
)

FILE = "01a209d9-756d-76cc-aa0d-76d065568805"
MADE = "01a209dd-ac55-75dc-a1d7-76d065568805"
LOG = f"""@@ 7 LOG:  statement: BEGIN
@@ 7 LOG:  execute sqlx_s_1: UPDATE files SET subject = $1 WHERE id = $2
@@ 7 DETAIL:  parameters: $1 = 'It''s, $9 = ''x'' here', $2 = '{FILE}'
@@ 7 LOG:  execute sqlx_s_2: INSERT INTO movements VALUES ($1, $2, $3)
@@ 7 DETAIL:  parameters: $1 = '{MADE}', $2 = NULL, $3 = '{"a" * 64}'
@@ 7 LOG:  statement: COMMIT
"""


def statements():
    with tempfile.NamedTemporaryFile("r+") as log:
        path = pathlib.Path(log.name)
        return captured(path, lambda: path.write_text(LOG))


class Statements(unittest.TestCase):
    def test_the_log_gives_statements_with_their_values(self):
        begin, update, insert, _ = statements()
        self.assertEqual(begin.sql, "BEGIN")
        self.assertEqual(update.values, ["It's, $9 = 'x' here", FILE])
        self.assertEqual(insert.values, [MADE, None, "a" * 64])

    def test_what_the_request_made_is_made_anew(self):
        self.assertEqual(fresh_values(statements(), made_at(MADE) - 1), {MADE, "a" * 64})

    def test_the_script_takes_another_file_each_time(self):
        text = script(statements(), FILE, "F.8-1/2026-BUD", {MADE, "a" * 64})
        self.assertNotIn(FILE, text)
        self.assertNotIn(MADE, text)
        self.assertIn("SELECT id FROM bench_files", text)
        self.assertIn("BEGIN;", text)

    def test_what_the_sequencer_does_is_no_part_of_the_request(self):
        log = [
            ("BEGIN", "7"),
            ("BEGIN", "8"),
            ("UPDATE x", "7"),
            ("SELECT pg_try_advisory_xact_lock(1)", "8"),
            ('UPDATE "ledger_entries" SET "position" = 4', "8"),
            ("COMMIT", "8"),
            ("INSERT INTO ledger_entries", "7"),
            ("COMMIT", "7"),
            ('SELECT 1 FROM "ledger_checkpoints"', "8"),
            ("SELECT y", "8"),
        ]
        kept = without_sequencer([Statement(sql, [], session) for sql, session in log])
        expected = ["BEGIN", "UPDATE x", "INSERT INTO ledger_entries", "COMMIT", "SELECT y"]
        self.assertEqual([statement.sql for statement in kept], expected)

    def test_a_background_job_leaves_no_empty_transaction(self):
        words = ("BEGIN", "ROLLBACK", "BEGIN", "SELECT 1", "COMMIT")
        kept = without_empty_transactions([Statement(word, []) for word in words])
        self.assertEqual([statement.sql for statement in kept], ["BEGIN", "SELECT 1", "COMMIT"])

    def test_a_job_of_another_session_does_not_take_the_commit_of_the_request(self):
        log = [("BEGIN", "7"), ("UPDATE x", "7"), ("BEGIN", "8"), ("COMMIT", "7"), ("ROLLBACK", "8")]
        kept = without_empty_transactions([Statement(word, [], session) for word, session in log])
        self.assertEqual([statement.sql for statement in kept], ["BEGIN", "UPDATE x", "COMMIT"])

    def test_the_moment_of_the_request_moves_and_other_times_stay(self):
        at = 1_764_100_000.0  # 2025-11-25 19:46:40
        self.assertEqual(moved_in_time("2025-11-25 19:46:40.5+00", at, at + 60), "2025-11-25 19:47:40.500000+00")
        for other in ("2025-12-02 18:59:59+00", "42", None):
            self.assertEqual(moved_in_time(other, at, at + 60), other)

    def test_a_colon_is_no_variable_of_pgbench(self):
        self.assertEqual(literal("12:30"), "E'12\\x3a30'")
        self.assertEqual(literal("it's"), "'it''s'")
        self.assertEqual(literal(None), "NULL")


class OnSqlite(unittest.TestCase):
    def test_values_become_what_the_server_writes(self):
        self.assertEqual(len(floor_sqlite.native(FILE)), 16)
        self.assertEqual(floor_sqlite.native("2026-11-23 19:12:04.5+00"), "2026-11-23T19:12:04.5+00:00")
        self.assertEqual(floor_sqlite.native("42"), 42)

    def test_a_floor_that_changes_nothing_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "office.db"
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE files (id BLOB, subject TEXT)")
            connection.commit()
            connection.close()
            with self.assertRaisesRegex(Exception, "changed nothing"):
                floor_sqlite.writes(path, statements()[:2], (FILE, "F.1"), set(), [(b"x", "F.2")], 1)


if __name__ == "__main__":
    unittest.main()
