-- Under which other organization this one is shown, since somebody said that they are one; an
-- import never touches it.
ALTER TABLE organization ADD COLUMN merged_into TEXT REFERENCES organization (id);
CREATE INDEX organization_by_merged_into ON organization (merged_into);

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
