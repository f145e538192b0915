-- Into which other resource somebody merged this one, and under which it is shown for it: as for
-- organizations.
ALTER TABLE resource ADD COLUMN merged_into TEXT REFERENCES resource (id);
ALTER TABLE resource ADD COLUMN shown_under TEXT REFERENCES resource (id);
CREATE INDEX resource_by_merged_into ON resource (merged_into);
CREATE INDEX resource_by_shown_under ON resource (shown_under);

-- The same with the one it is shown under.
DROP VIEW listed_resource;
CREATE VIEW listed_resource AS
SELECT r.id, r.organization_id, r.name, r.ties, r.content, r.changed_version, r.shown_under,
       COALESCE(r.gone_since, o.gone_since) AS gone_since, COALESCE(k.name, o.name) AS organization_name,
       v.corrections
FROM resource r
JOIN organization o ON o.id = r.organization_id
LEFT JOIN organization k ON k.id = o.shown_under
LEFT JOIN verification v ON v.resource_id = r.id;

-- Pairs of either kind. What the two identifiers name follows from the kind, so that no foreign key
-- can be said; entries are never deleted.
DROP VIEW compared_pair;
ALTER TABLE duplicate_pair RENAME TO duplicate_pair_before;
DROP INDEX duplicate_pair_by_state;
CREATE TABLE duplicate_pair (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'resource')),
    -- The lower identifier.
    first_id TEXT NOT NULL,
    second_id TEXT NOT NULL,
    -- Of the first one's commune: who verifies looks at one territory.
    departement TEXT,
    -- 0 to 100, and the clues it is the sum of, as JSON; of a decided pair, as they were decided on.
    score BIGINT NOT NULL,
    reasons TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'same', 'different')),
    kept_id TEXT,
    decided_by UUID,
    decided_at BIGINT,
    version BIGINT NOT NULL,
    UNIQUE (kind, first_id, second_id),
    CHECK ((state = 'same') = (kept_id IS NOT NULL)),
    CHECK ((state = 'proposed') = (decided_at IS NULL))
);
INSERT INTO duplicate_pair (id, kind, first_id, second_id, departement, score, reasons, state, kept_id,
                            decided_by, decided_at, version)
SELECT id, 'organization', first_id, second_id, departement, score, reasons, state, kept_id,
       decided_by, decided_at, version
FROM duplicate_pair_before;
DROP TABLE duplicate_pair_before;
CREATE INDEX duplicate_pair_by_state ON duplicate_pair (kind, state, score);

-- A pair with both of its entries as they are now, and who decided.
CREATE VIEW compared_pair AS
SELECT p.*,
       COALESCE(a.content, c.content) AS first_content,
       cv.corrections AS first_corrections,
       COALESCE(a.fingerprint, c.fingerprint) AS first_fingerprint,
       COALESCE(a.merged_into, c.merged_into) AS first_merged_into,
       COALESCE(a.gone_since, c.gone_since, ca.gone_since) AS first_gone_since,
       ca.name AS first_offered_by,
       COALESCE(b.content, d.content) AS second_content,
       dv.corrections AS second_corrections,
       COALESCE(b.fingerprint, d.fingerprint) AS second_fingerprint,
       COALESCE(b.merged_into, d.merged_into) AS second_merged_into,
       COALESCE(b.gone_since, d.gone_since, db.gone_since) AS second_gone_since,
       db.name AS second_offered_by,
       w.name AS by_name,
       -- A proposal about an entry that is gone or shown under another is not worth anybody's time.
       p.state <> 'proposed'
           OR COALESCE(a.merged_into, b.merged_into, c.merged_into, d.merged_into) IS NULL
              AND COALESCE(a.gone_since, b.gone_since, c.gone_since, d.gone_since,
                           ca.gone_since, db.gone_since) IS NULL AS is_worth_showing
FROM duplicate_pair p
LEFT JOIN organization a ON p.kind = 'organization' AND a.id = p.first_id
LEFT JOIN organization b ON p.kind = 'organization' AND b.id = p.second_id
LEFT JOIN resource c ON p.kind = 'resource' AND c.id = p.first_id
LEFT JOIN organization ca ON ca.id = c.organization_id
LEFT JOIN verification cv ON cv.resource_id = c.id
LEFT JOIN resource d ON p.kind = 'resource' AND d.id = p.second_id
LEFT JOIN organization db ON db.id = d.organization_id
LEFT JOIN verification dv ON dv.resource_id = d.id
LEFT JOIN account w ON w.id = p.decided_by;
