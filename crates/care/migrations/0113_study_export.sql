-- Data of a study under pseudonyms, asked for by one person and granted by another.
CREATE TABLE study_export (
    id UUID PRIMARY KEY,
    study_id UUID NOT NULL REFERENCES study (id),
    -- The team of whoever asked.
    site_id UUID NOT NULL REFERENCES site (id),
    asked_by UUID NOT NULL REFERENCES account (id),
    asked_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    decided_by UUID REFERENCES account (id),
    decided_at BIGINT,
    is_granted BOOLEAN,
    -- The last time, and how many persons there were.
    taken_at BIGINT,
    persons BIGINT
);
CREATE INDEX study_export_by_study ON study_export (study_id, asked_at);
