-- A questionnaire under way: begun, left, taken up again, or with the person.
CREATE TABLE filling (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    started_by UUID NOT NULL REFERENCES account (id),
    way TEXT NOT NULL,
    moment TEXT NOT NULL,
    -- Printed on the sheet.
    code TEXT NOT NULL UNIQUE,
    started_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- Lengthened by each answer.
    version BIGINT NOT NULL DEFAULT 1,
    finished_at BIGINT,
    dropped_at BIGINT
);
CREATE INDEX filling_by_case ON filling (case_id, started_at);

-- One questionnaire of it, with what was answered so far; nothing any more once it is finished.
CREATE TABLE filling_part (
    filling_id UUID NOT NULL REFERENCES filling (id),
    place BIGINT NOT NULL,
    instrument TEXT NOT NULL,
    version TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (filling_id, place)
);
