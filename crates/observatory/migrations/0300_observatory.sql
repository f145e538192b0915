-- Figures of a quarter, counted once and kept: exact, for the team; what of them is shown to others is
-- worked out each time. Moments are Unix seconds.
CREATE TABLE quarter (
    -- A site's id, or `ensemble`.
    scope TEXT NOT NULL,
    -- `2025-T4`.
    quarter TEXT NOT NULL,
    -- JSON, by the codes of closed lists.
    figures TEXT NOT NULL,
    counted_at BIGINT NOT NULL,
    -- The program's version.
    program TEXT NOT NULL,
    released_at BIGINT,
    released_by UUID REFERENCES account (id),
    PRIMARY KEY (scope, quarter)
);

-- The team's own words in a report; only ever added to.
CREATE TABLE report_words (
    scope TEXT NOT NULL,
    quarter TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- JSON: a text for each place of the report that has one.
    words TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    written_by UUID NOT NULL REFERENCES account (id),
    PRIMARY KEY (scope, quarter, version)
);
