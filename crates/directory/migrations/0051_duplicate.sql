-- Into which other organization somebody merged this one; an import never touches it.
ALTER TABLE organization ADD COLUMN merged_into TEXT REFERENCES organization (id);
-- Under which one it is shown for it: the farthest it was merged into that is still listed. Follows
-- from the decisions and from what is gone, and is put right whenever either changes.
ALTER TABLE organization ADD COLUMN shown_under TEXT REFERENCES organization (id);
CREATE INDEX organization_by_merged_into ON organization (merged_into);
CREATE INDEX organization_by_shown_under ON organization (shown_under);

-- The same with the name of the organization it is shown under.
DROP VIEW listed_resource;
CREATE VIEW listed_resource AS
SELECT r.id, r.organization_id, r.name, r.ties, r.content, r.changed_version,
       COALESCE(r.gone_since, o.gone_since) AS gone_since, COALESCE(k.name, o.name) AS organization_name
FROM resource r
JOIN organization o ON o.id = r.organization_id
LEFT JOIN organization k ON k.id = o.shown_under;

-- Two entries that may be one: found by a command, decided by a person.
CREATE TABLE duplicate_pair (
    id UUID PRIMARY KEY,
    -- The lower identifier.
    first_id TEXT NOT NULL REFERENCES organization (id),
    second_id TEXT NOT NULL REFERENCES organization (id),
    -- Of the first one's commune: who verifies looks at one territory.
    departement TEXT,
    -- 0 to 100, and the clues it is the sum of, as JSON; of a decided pair, as they were decided on.
    score BIGINT NOT NULL,
    reasons TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'same', 'different')),
    kept_id TEXT REFERENCES organization (id),
    decided_by UUID,
    decided_at BIGINT,
    version BIGINT NOT NULL,
    UNIQUE (first_id, second_id),
    CHECK ((state = 'same') = (kept_id IS NOT NULL)),
    CHECK ((state = 'proposed') = (decided_at IS NULL))
);
CREATE INDEX duplicate_pair_by_state ON duplicate_pair (state, score);

-- A pair with both of its entries as they are now, and who decided.
CREATE VIEW compared_pair AS
SELECT p.*,
       a.content AS first_content, a.fingerprint AS first_fingerprint,
       a.merged_into AS first_merged_into, a.gone_since AS first_gone_since,
       b.content AS second_content, b.fingerprint AS second_fingerprint,
       b.merged_into AS second_merged_into, b.gone_since AS second_gone_since,
       w.name AS by_name,
       -- A proposal about an entry that is gone or shown under another is not worth anybody's time.
       p.state <> 'proposed'
           OR COALESCE(a.merged_into, b.merged_into) IS NULL
              AND COALESCE(a.gone_since, b.gone_since) IS NULL AS is_worth_showing
FROM duplicate_pair p
JOIN organization a ON a.id = p.first_id
JOIN organization b ON b.id = p.second_id
LEFT JOIN account w ON w.id = p.decided_by;
