-- One text for both engines. Moments are Unix seconds, days ISO text, lists of codes separated by spaces.

CREATE TABLE person (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    civility TEXT CHECK (civility IN ('mme', 'm')),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    birth_year BIGINT,
    commune_code TEXT NOT NULL,
    address TEXT,
    phone TEXT,
    discreet BOOLEAN NOT NULL,
    call_when TEXT,
    created_at BIGINT NOT NULL,
    merged_into UUID REFERENCES person (id),
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX person_by_name ON person (site_id, name_key);
CREATE INDEX person_by_phone ON person (site_id, phone);
CREATE INDEX person_by_year ON person (site_id, birth_year);

CREATE TABLE consent (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL,
    -- Who receives: the site's team, or a resource's organisation.
    recipient TEXT NOT NULL,
    -- The sentence the person heard, as it was worded that day.
    wording TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    recorded_by UUID REFERENCES account (id),
    withdrawn_at BIGINT
);
CREATE INDEX consent_by_person ON consent (person_id);

CREATE TABLE referral (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    person_id UUID NOT NULL REFERENCES person (id),
    origin TEXT NOT NULL CHECK (origin IN ('prescriber', 'self', 'third_party', 'paper')),
    prescriber_id UUID REFERENCES account (id),
    reporter_name TEXT,
    reporter_contact TEXT,
    reasons TEXT NOT NULL,
    note TEXT,
    state TEXT NOT NULL CHECK (state IN ('sent', 'received', 'accepted', 'closed', 'declined', 'withdrawn')),
    decline_reason TEXT,
    sent_at BIGINT NOT NULL,
    decided_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX referral_by_site ON referral (site_id, state, sent_at);
CREATE INDEX referral_by_prescriber ON referral (prescriber_id, sent_at);
CREATE INDEX referral_by_person ON referral (person_id);

CREATE TABLE case_file (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    person_id UUID NOT NULL REFERENCES person (id),
    referral_id UUID NOT NULL UNIQUE REFERENCES referral (id),
    link_worker_id UUID REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('awaiting_contact', 'in_assessment', 'active', 'paused', 'closed')),
    paused_until TEXT,
    outcome TEXT,
    outcome_note TEXT,
    opened_at BIGINT NOT NULL,
    reached_at BIGINT,
    call_on TEXT,
    closed_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX case_by_site ON case_file (site_id, state);
CREATE INDEX case_by_worker ON case_file (link_worker_id, state);
CREATE INDEX case_by_person ON case_file (person_id);

-- Nobody has two courses of support at one site.
CREATE UNIQUE INDEX case_open_by_person ON case_file (person_id, site_id) WHERE state <> 'closed';

-- Who may open which file: a coordinator every one of the site, a link worker their own and
-- those nobody has yet. A test compares it with the same rule in Rust.
CREATE VIEW visible_case AS
    SELECT m.account_id AS viewer_id, c.*
    FROM case_file c JOIN membership m ON m.site_id = c.site_id
    WHERE m.role = 'coordinator'
       OR (m.role = 'link_worker' AND (c.link_worker_id IS NULL OR c.link_worker_id = m.account_id));

-- What happened in a course of support, in order: its thread, and what figures are counted from.
CREATE TABLE case_event (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    account_id UUID REFERENCES account (id),
    connection_id UUID,
    detail TEXT
);
CREATE INDEX case_event_by_case ON case_event (case_id, at);
CREATE INDEX case_event_by_kind ON case_event (kind, at);

CREATE TABLE contact_attempt (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    account_id UUID NOT NULL REFERENCES account (id),
    at BIGINT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('call', 'visit', 'letter', 'message')),
    result TEXT NOT NULL CHECK (result IN ('reached', 'no_answer', 'call_back', 'wrong_number', 'sent')),
    note TEXT
);
CREATE INDEX contact_attempt_by_case ON contact_attempt (case_id, at);

CREATE TABLE screening (
    id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    person_id UUID REFERENCES person (id),
    case_id UUID REFERENCES case_file (id),
    referral_id UUID REFERENCES referral (id),
    account_id UUID REFERENCES account (id),
    mode TEXT NOT NULL CHECK (mode IN ('professional', 'self', 'paper')),
    moment TEXT NOT NULL CHECK (moment IN ('first', 'review')),
    -- The day the questions were answered; on paper, earlier than the day they were typed.
    held_on TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX screening_by_site ON screening (site_id, held_on);
CREATE INDEX screening_by_person ON screening (person_id);
CREATE INDEX screening_by_case ON screening (case_id);
CREATE INDEX screening_by_referral ON screening (referral_id);
CREATE INDEX screening_by_author ON screening (account_id, at);

CREATE TABLE measurement (
    id UUID PRIMARY KEY,
    screening_id UUID NOT NULL REFERENCES screening (id),
    instrument TEXT NOT NULL,
    version TEXT NOT NULL,
    answers TEXT NOT NULL,
    is_complete BOOLEAN NOT NULL,
    UNIQUE (screening_id, instrument)
);

CREATE TABLE assessment (
    case_id UUID PRIMARY KEY REFERENCES case_file (id),
    matters TEXT,
    strengths TEXT,
    obstacles TEXT,
    needs TEXT NOT NULL,
    levers TEXT NOT NULL,
    topics TEXT NOT NULL,
    -- What a place must offer: codes such as wheelchair, hearing, free, small_group, accompanied.
    constraints TEXT NOT NULL,
    languages TEXT NOT NULL,
    times TEXT NOT NULL,
    -- How far the person can go, in kilometres, and by what means.
    reach_km BIGINT,
    reach_by TEXT,
    updated_at BIGINT NOT NULL,
    updated_by UUID NOT NULL REFERENCES account (id),
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE goal (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    position BIGINT NOT NULL,
    words TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    dropped_at BIGINT
);
CREATE INDEX goal_by_case ON goal (case_id, position);

CREATE TABLE plan (
    case_id UUID PRIMARY KEY REFERENCES case_file (id),
    words TEXT,
    steps TEXT NOT NULL,
    agreed_on TEXT,
    review_on TEXT,
    updated_at BIGINT NOT NULL,
    updated_by UUID NOT NULL REFERENCES account (id),
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE connection (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    resource_id TEXT NOT NULL,
    resource_name TEXT NOT NULL,
    organization_name TEXT NOT NULL,
    referral_email TEXT,
    state TEXT NOT NULL CHECK (state IN
        ('proposed', 'asked', 'accepted', 'declined', 'waitlisted', 'expired', 'introduced', 'took_part', 'settled', 'dropped')),
    proposed_at BIGINT NOT NULL,
    asked_at BIGINT,
    answered_at BIGINT,
    reminded_at BIGINT,
    -- What the person agreed to tell this organisation: codes, and what they like in their words.
    shared TEXT,
    likes TEXT,
    waiting_until TEXT,
    -- A code; the organisation's own words stand beside it and are never shown to the person.
    reason TEXT,
    organization_words TEXT,
    first_meeting_on TEXT,
    meeting_place TEXT,
    meeting_contact TEXT,
    going TEXT CHECK (going IN ('alone', 'accompanied', 'transport')),
    ended_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX connection_by_case ON connection (case_id);
CREATE INDEX connection_by_state ON connection (state, asked_at);
CREATE INDEX connection_by_resource ON connection (resource_id, state);

-- How often what was shown in lists of matching, as sums by month: no person, case or resource.
CREATE TABLE showing (
    month TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('commune', 'size', 'public')),
    code TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (month, kind, code)
);

CREATE TABLE attendance (
    id UUID PRIMARY KEY,
    connection_id UUID NOT NULL REFERENCES connection (id),
    on_day TEXT NOT NULL,
    noted_by UUID REFERENCES account (id),
    noted_at BIGINT NOT NULL,
    UNIQUE (connection_id, on_day)
);
