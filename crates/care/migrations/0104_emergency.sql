-- A file opened by a colleague of whoever follows the person, because it could not wait.
CREATE TABLE emergency_access (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_file (id),
    account_id UUID NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX emergency_access_by_case ON emergency_access (case_id, account_id);

-- Without the words left on a file: what a view names, PostgreSQL keeps samples of.
DROP VIEW visible_case;
CREATE VIEW visible_case AS
    SELECT m.account_id AS viewer_id, c.id, c.site_id, c.person_id, c.referral_id, c.link_worker_id, c.state,
           c.paused_until, c.outcome, c.opened_at, c.reached_at, c.call_on, c.closed_at, c.version
    FROM case_file c JOIN membership m ON m.site_id = c.site_id
    WHERE m.role = 'coordinator'
       OR (m.role = 'link_worker'
           AND (c.link_worker_id IS NULL OR c.link_worker_id = m.account_id
                OR EXISTS (SELECT 1 FROM emergency_access e
                           WHERE e.case_id = c.id AND e.account_id = m.account_id AND e.ended_at IS NULL)));
