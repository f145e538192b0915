-- What did not go as the protocol says. A correction is a row of its own, naming the one it corrects.
CREATE TABLE study_deviation (
    id UUID PRIMARY KEY,
    study_person_id UUID NOT NULL REFERENCES study_person (id),
    kind TEXT NOT NULL,
    point TEXT,
    on_day TEXT NOT NULL,
    words TEXT NOT NULL,
    -- Nobody when the program found it.
    noted_by UUID REFERENCES account (id),
    noted_at BIGINT NOT NULL,
    corrects UUID
);
CREATE INDEX study_deviation_by_person ON study_deviation (study_person_id, noted_at);
CREATE UNIQUE INDEX study_deviation_found ON study_deviation (study_person_id, kind, point) WHERE noted_by IS NULL;

-- Which windows somebody was written to about.
CREATE TABLE study_letter (
    study_person_id UUID NOT NULL REFERENCES study_person (id),
    point TEXT NOT NULL,
    occasion TEXT NOT NULL CHECK (occasion IN ('opens', 'closes')),
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (study_person_id, point, occasion)
);
