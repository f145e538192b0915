-- A questionnaire that a team brings under a licence of its own, as its file says. Never changed: what was
-- answered is read by the file it was asked from, and another version is another file.
CREATE TABLE brought_instrument (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    code TEXT NOT NULL,
    version TEXT NOT NULL,
    file TEXT NOT NULL,
    brought_by UUID NOT NULL REFERENCES account (id),
    brought_at BIGINT NOT NULL,
    UNIQUE (site_id, code, version)
);

-- Where a team said otherwise than usual.
CREATE TABLE instrument_choice (
    site_id UUID NOT NULL REFERENCES site (id),
    code TEXT NOT NULL,
    is_used BOOLEAN NOT NULL,
    PRIMARY KEY (site_id, code)
);
