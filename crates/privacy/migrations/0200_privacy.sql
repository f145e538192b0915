-- Who answers for what a site does with data, as its administrator said it (GDPR, articles 24, 30, 37).
CREATE TABLE data_controller (
    site_id UUID PRIMARY KEY REFERENCES site (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    -- The data-protection officer.
    dpo_name TEXT,
    dpo_email TEXT,
    dpo_phone TEXT,
    -- On what ground (article 6).
    basis TEXT NOT NULL CHECK (basis IN ('public_task', 'legitimate_interests', 'consent')),
    -- Who runs the machine, and for how many days backups are kept: the program cannot know.
    host TEXT,
    backup_days BIGINT,
    updated_at BIGINT NOT NULL,
    updated_by UUID NOT NULL REFERENCES account (id),
    version BIGINT NOT NULL DEFAULT 1
);

-- What a site adds to its impact assessment: each version is kept.
CREATE TABLE impact_version (
    site_id UUID NOT NULL REFERENCES site (id),
    version BIGINT NOT NULL,
    -- By part and by scale, as JSON.
    content TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    written_by UUID NOT NULL REFERENCES account (id),
    PRIMARY KEY (site_id, version)
);
