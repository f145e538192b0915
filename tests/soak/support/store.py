"""What a store holds of the requests of a run: how many of each name, and what hangs on them."""

import json
import sqlite3
import sys

store = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
named = dict(store.execute("SELECT name, COUNT(*) FROM person GROUP BY name"))
one = lambda sql: store.execute(sql).fetchone()[0]
print(
    json.dumps(
        {
            "named": named,
            "without_referral": one(
                "SELECT COUNT(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM referral r WHERE r.person_id = p.id)"
            ),
            "without_consent": one(
                "SELECT COUNT(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id)"
            ),
            "not_once_in_the_trail": one(
                "SELECT COUNT(*) FROM referral r WHERE (SELECT COUNT(*) FROM audit_entry e"
                " WHERE e.subject_id = r.id AND e.action = 'created') <> 1"
            ),
            "integrity": one("PRAGMA integrity_check"),
            "dangling": len(store.execute("PRAGMA foreign_key_check").fetchall()),
        }
    )
)
