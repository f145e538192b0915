-- A research study: who leads it, and how far it has come.
CREATE TABLE study (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    -- What the codes of its participants begin with.
    prefix TEXT NOT NULL,
    created_by UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    opened_at BIGINT,
    closed_at BIGINT,
    ended_at BIGINT,
    -- On how many days it was seen to be kept too long, and the last of them.
    outlived_days BIGINT NOT NULL DEFAULT 0,
    outlived_on TEXT
);

-- What it does, as it was written that day: each change is a version, with its reason once somebody takes part.
CREATE TABLE study_protocol (
    study_id UUID NOT NULL REFERENCES study (id),
    number BIGINT NOT NULL,
    content TEXT NOT NULL,
    reason TEXT,
    written_by UUID NOT NULL REFERENCES account (id),
    written_at BIGINT NOT NULL,
    PRIMARY KEY (study_id, number)
);

-- The teams that take part, or were asked to.
CREATE TABLE study_site (
    study_id UUID NOT NULL REFERENCES study (id),
    site_id UUID NOT NULL REFERENCES site (id),
    invited_by UUID NOT NULL REFERENCES account (id),
    invited_at BIGINT NOT NULL,
    is_taking_part BOOLEAN,
    answered_by UUID REFERENCES account (id),
    answered_at BIGINT,
    -- What its blocks are drawn from, and how many places of them were given.
    seed BIGINT NOT NULL,
    places BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (study_id, site_id)
);
CREATE INDEX study_by_site ON study_site (site_id);

-- Arms as they will be given at a team, block after block: shown to nobody before.
CREATE TABLE study_block (
    study_id UUID NOT NULL REFERENCES study (id),
    site_id UUID NOT NULL REFERENCES site (id),
    number BIGINT NOT NULL,
    arms TEXT NOT NULL,
    PRIMARY KEY (study_id, site_id, number)
);

-- Somebody who was looked at for a study, and what came of it.
CREATE TABLE study_person (
    id UUID PRIMARY KEY,
    study_id UUID NOT NULL REFERENCES study (id),
    site_id UUID NOT NULL REFERENCES site (id),
    person_id UUID NOT NULL REFERENCES person (id),
    case_id UUID NOT NULL REFERENCES case_file (id),
    -- The version of the protocol they were looked at by.
    protocol BIGINT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('not_eligible', 'declined', 'enrolled', 'withdrawn')),
    failed TEXT NOT NULL,
    assessed_on TEXT NOT NULL,
    assessed_by UUID NOT NULL REFERENCES account (id),
    assessed_at BIGINT NOT NULL,
    -- The day they agreed to take part, and which arm they were given.
    enrolled_on TEXT,
    arm TEXT,
    withdrawn_on TEXT,
    may_keep BOOLEAN,
    UNIQUE (study_id, person_id)
);
CREATE INDEX study_person_by_person ON study_person (person_id);
CREATE INDEX study_person_by_case ON study_person (case_id);

-- The one place where a code leads to a person.
CREATE TABLE study_pseudonym (
    study_person_id UUID PRIMARY KEY REFERENCES study_person (id),
    study_id UUID NOT NULL REFERENCES study (id),
    code TEXT NOT NULL,
    UNIQUE (study_id, code)
);

-- Of those who were erased: how many had come how far, and nothing else.
CREATE TABLE study_gone (
    study_id UUID NOT NULL REFERENCES study (id),
    step TEXT NOT NULL CHECK (step IN ('not_eligible', 'declined', 'enrolled')),
    detail TEXT NOT NULL,
    persons BIGINT NOT NULL,
    PRIMARY KEY (study_id, step, detail)
);
