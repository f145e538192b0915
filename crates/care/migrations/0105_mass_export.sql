-- A copy of everybody a team accompanies, asked for by one person and granted by another.
CREATE TABLE mass_export (
    id UUID PRIMARY KEY,
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
CREATE INDEX mass_export_by_site ON mass_export (site_id, asked_at);
