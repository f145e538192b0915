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
