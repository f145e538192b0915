-- An answer that must not be passed over, and what somebody did about it.
CREATE TABLE safety_check (
    screening_id UUID PRIMARY KEY REFERENCES screening (id),
    opened_at BIGINT NOT NULL,
    done TEXT,
    note TEXT,
    done_by UUID REFERENCES account (id),
    done_at BIGINT
);
CREATE INDEX safety_check_open ON safety_check (opened_at) WHERE done_at IS NULL;
