-- Files somebody brings to the directory, between their coming and their import; forgotten after a day.
CREATE TABLE incoming (
    id UUID PRIMARY KEY,
    brought_by UUID NOT NULL,
    brought_at BIGINT NOT NULL,
    -- Who publishes them, and what the rows of a table are about; both empty for files that say so.
    source TEXT NOT NULL,
    reads TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'checked', 'imported')),
    -- What checking or importing found, as JSON.
    findings TEXT,
    version BIGINT NOT NULL,
    CHECK ((state = 'waiting') = (findings IS NULL))
);
CREATE INDEX incoming_by_day ON incoming (brought_at);

-- Their bytes, gzip in base64, in parts that any engine takes as a text.
CREATE TABLE incoming_part (
    incoming_id UUID NOT NULL REFERENCES incoming (id),
    file TEXT NOT NULL CHECK (file IN ('structures', 'services', 'table')),
    number BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (incoming_id, file, number)
);

-- How a source's table is read: which column is which field.
CREATE TABLE source_mapping (
    source TEXT NOT NULL,
    reads TEXT NOT NULL,
    mapping TEXT NOT NULL,
    changed_by UUID NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (source, reads)
);
