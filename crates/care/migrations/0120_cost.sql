-- What a course of support costs: minutes spent on it, what an hour costs its team from a day on, and how
-- often the person saw a general practitioner before and after. Money is in cents, days are ISO text.
CREATE TABLE time_spent (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    account_id UUID NOT NULL REFERENCES account (id),
    day TEXT NOT NULL,
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    spent_on TEXT NOT NULL,
    noted_at BIGINT NOT NULL
);
CREATE INDEX time_spent_by_case ON time_spent (case_id, day);

-- Rows are only added: of two that begin on one day, the later corrects the earlier, which stays.
CREATE TABLE cost_rate (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    valid_from TEXT NOT NULL,
    hour_cents BIGINT NOT NULL CHECK (hour_cents > 0),
    -- Beside time, for one course of support.
    other_cents BIGINT NOT NULL CHECK (other_cents >= 0),
    origin TEXT NOT NULL,
    said_by UUID NOT NULL REFERENCES account (id),
    said_at BIGINT NOT NULL
);
CREATE INDEX cost_rate_by_site ON cost_rate (site_id, valid_from);

-- In the six months before the referral and in the six after, each where it is known.
CREATE TABLE gp_visits (
    case_id UUID PRIMARY KEY REFERENCES case_file (id),
    before_count BIGINT CHECK (before_count >= 0),
    before_told_by TEXT,
    after_count BIGINT CHECK (after_count >= 0),
    after_told_by TEXT,
    account_id UUID NOT NULL REFERENCES account (id),
    noted_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CHECK ((before_count IS NULL) = (before_told_by IS NULL)),
    CHECK ((after_count IS NULL) = (after_told_by IS NULL))
);
