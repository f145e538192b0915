-- What somebody says is wrong with an entry: said by anybody, answered by whoever verifies.
CREATE TABLE report (
    id UUID PRIMARY KEY,
    resource_id TEXT NOT NULL REFERENCES resource (id),
    wrong TEXT NOT NULL,
    said TEXT NOT NULL,
    -- How to reach who said it, if they wished; forgotten with the answer.
    contact TEXT,
    said_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'seen', 'corrected', 'unfounded')),
    answered_by UUID,
    answered_at BIGINT,
    version BIGINT NOT NULL,
    CHECK ((state = 'new') = (answered_at IS NULL)),
    CHECK (state IN ('new', 'seen') OR contact IS NULL)
);
CREATE INDEX report_by_state ON report (state, said_at);
CREATE INDEX report_by_resource ON report (resource_id);
