-- Figures read what became of the referrals of thirty days as one sheet, made out of the tables below.
-- What is derived is in no backup and in no copy: it is made again from the rest.
CREATE TABLE derived_month (
    site_id UUID NOT NULL,
    -- Referrals sent from so many times thirty days after 1970 on.
    month BIGINT NOT NULL,
    -- A sheet of another program is not read.
    program TEXT NOT NULL,
    sheet BYTEA NOT NULL,
    PRIMARY KEY (site_id, month)
);

-- Months in which something changed since their sheet was made. Each transaction leaves word of its own: on
-- PostgreSQL another one's word may be taken away while this one is not seen yet.
CREATE TABLE derived_change (
    site_id UUID NOT NULL,
    month BIGINT NOT NULL,
    by_transaction BIGINT NOT NULL,
    PRIMARY KEY (site_id, month, by_transaction)
);
INSERT INTO derived_change (site_id, month, by_transaction)
    SELECT DISTINCT site_id, sent_at / 2592000, 0 FROM referral;

-- Found by their days, or counted without opening the rows.
CREATE INDEX screening_held ON screening (site_id, held_on, mode) WHERE moment = 'first' AND case_id IS NULL;
CREATE INDEX referral_sent ON referral (site_id, sent_at);
CREATE INDEX case_carried ON case_file (site_id, state, link_worker_id, reached_at);

-- Whatever writes to these tables, the database itself notes it: no act can forget.
-- engine: postgres
CREATE FUNCTION note_referral() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM (VALUES (OLD.site_id, OLD.sent_at), (NEW.site_id, NEW.sent_at)) r (site_id, sent_at)
    WHERE r.site_id IS NOT NULL ON CONFLICT DO NOTHING;
    -- What is erased or frozen is in no sheet from then on.
    IF TG_OP = 'DELETE' THEN
        DELETE FROM derived_month WHERE site_id = OLD.site_id AND month = OLD.sent_at / 2592000;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER note_referral AFTER INSERT OR UPDATE OR DELETE ON referral FOR EACH ROW EXECUTE FUNCTION note_referral();

CREATE FUNCTION note_person() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM referral r WHERE r.person_id IN (OLD.id, NEW.id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_person AFTER INSERT OR UPDATE OR DELETE ON person FOR EACH ROW EXECUTE FUNCTION note_person();

CREATE FUNCTION note_case_file() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM referral r WHERE r.id IN (OLD.referral_id, NEW.referral_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_case_file AFTER INSERT OR UPDATE OR DELETE ON case_file FOR EACH ROW EXECUTE FUNCTION note_case_file();

CREATE FUNCTION note_assessment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id IN (OLD.case_id, NEW.case_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_assessment AFTER INSERT OR UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION note_assessment();

CREATE FUNCTION note_case_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id IN (OLD.case_id, NEW.case_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_case_event AFTER INSERT OR UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION note_case_event();

CREATE FUNCTION note_connection() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id IN (OLD.case_id, NEW.case_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_connection AFTER INSERT OR UPDATE OR DELETE ON connection FOR EACH ROW EXECUTE FUNCTION note_connection();

CREATE FUNCTION note_attendance() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM connection n JOIN case_file c ON c.id = n.case_id JOIN referral r ON r.id = c.referral_id
    WHERE n.id IN (OLD.connection_id, NEW.connection_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_attendance AFTER INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION note_attendance();

CREATE FUNCTION note_screening() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM referral r WHERE r.id IN
        (OLD.referral_id, NEW.referral_id, (SELECT c.referral_id FROM case_file c WHERE c.id = OLD.case_id),
         (SELECT c.referral_id FROM case_file c WHERE c.id = NEW.case_id))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_screening AFTER INSERT OR UPDATE OR DELETE ON screening FOR EACH ROW EXECUTE FUNCTION note_screening();

CREATE FUNCTION note_measurement() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, txid_current()
    FROM screening s LEFT JOIN case_file c ON c.id = s.case_id
    JOIN referral r ON r.id IN (s.referral_id, c.referral_id) WHERE s.id IN (OLD.screening_id, NEW.screening_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_measurement AFTER INSERT OR UPDATE OR DELETE ON measurement FOR EACH ROW EXECUTE FUNCTION note_measurement();

-- engine: sqlite
CREATE TRIGGER note_referral_insert AFTER INSERT ON referral BEGIN
    INSERT INTO derived_change VALUES (NEW.site_id, NEW.sent_at / 2592000, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_referral_update AFTER UPDATE ON referral BEGIN
    INSERT INTO derived_change VALUES (OLD.site_id, OLD.sent_at / 2592000, 0) ON CONFLICT DO NOTHING;
    INSERT INTO derived_change VALUES (NEW.site_id, NEW.sent_at / 2592000, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_referral_delete AFTER DELETE ON referral BEGIN
    INSERT INTO derived_change VALUES (OLD.site_id, OLD.sent_at / 2592000, 0) ON CONFLICT DO NOTHING;
    DELETE FROM derived_month WHERE site_id = OLD.site_id AND month = OLD.sent_at / 2592000;
END;
CREATE TRIGGER note_person_insert AFTER INSERT ON person BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.person_id = NEW.id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_person_update AFTER UPDATE ON person BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.person_id = OLD.id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.person_id = NEW.id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_person_delete AFTER DELETE ON person BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.person_id = OLD.id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_case_file_insert AFTER INSERT ON case_file BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id = NEW.referral_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_case_file_update AFTER UPDATE ON case_file BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id = OLD.referral_id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id = NEW.referral_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_case_file_delete AFTER DELETE ON case_file BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id = OLD.referral_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_assessment_insert AFTER INSERT ON assessment BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = NEW.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_assessment_update AFTER UPDATE ON assessment BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = OLD.case_id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = NEW.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_assessment_delete AFTER DELETE ON assessment BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = OLD.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_case_event_insert AFTER INSERT ON case_event BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = NEW.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_case_event_update AFTER UPDATE ON case_event BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = OLD.case_id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = NEW.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_case_event_delete AFTER DELETE ON case_event BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = OLD.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_connection_insert AFTER INSERT ON connection BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = NEW.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_connection_update AFTER UPDATE ON connection BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = OLD.case_id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = NEW.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_connection_delete AFTER DELETE ON connection BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM case_file c JOIN referral r ON r.id = c.referral_id WHERE c.id = OLD.case_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_attendance_insert AFTER INSERT ON attendance BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM connection n JOIN case_file c ON c.id = n.case_id JOIN referral r ON r.id = c.referral_id
    WHERE n.id = NEW.connection_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_attendance_update AFTER UPDATE ON attendance BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM connection n JOIN case_file c ON c.id = n.case_id JOIN referral r ON r.id = c.referral_id
    WHERE n.id = OLD.connection_id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM connection n JOIN case_file c ON c.id = n.case_id JOIN referral r ON r.id = c.referral_id
    WHERE n.id = NEW.connection_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_attendance_delete AFTER DELETE ON attendance BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM connection n JOIN case_file c ON c.id = n.case_id JOIN referral r ON r.id = c.referral_id
    WHERE n.id = OLD.connection_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_screening_insert AFTER INSERT ON screening BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id IN
        (NEW.referral_id, (SELECT c.referral_id FROM case_file c WHERE c.id = NEW.case_id))
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_screening_update AFTER UPDATE ON screening BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id IN
        (OLD.referral_id, (SELECT c.referral_id FROM case_file c WHERE c.id = OLD.case_id))
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id IN
        (NEW.referral_id, (SELECT c.referral_id FROM case_file c WHERE c.id = NEW.case_id))
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_screening_delete AFTER DELETE ON screening BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM referral r WHERE r.id IN
        (OLD.referral_id, (SELECT c.referral_id FROM case_file c WHERE c.id = OLD.case_id))
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_measurement_insert AFTER INSERT ON measurement BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM screening s LEFT JOIN case_file c ON c.id = s.case_id
    JOIN referral r ON r.id IN (s.referral_id, c.referral_id) WHERE s.id = NEW.screening_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_measurement_update AFTER UPDATE ON measurement BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM screening s LEFT JOIN case_file c ON c.id = s.case_id
    JOIN referral r ON r.id IN (s.referral_id, c.referral_id) WHERE s.id = OLD.screening_id
    ON CONFLICT DO NOTHING;
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM screening s LEFT JOIN case_file c ON c.id = s.case_id
    JOIN referral r ON r.id IN (s.referral_id, c.referral_id) WHERE s.id = NEW.screening_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_measurement_delete AFTER DELETE ON measurement BEGIN
    INSERT INTO derived_change SELECT r.site_id, r.sent_at / 2592000, 0
    FROM screening s LEFT JOIN case_file c ON c.id = s.case_id
    JOIN referral r ON r.id IN (s.referral_id, c.referral_id) WHERE s.id = OLD.screening_id
    ON CONFLICT DO NOTHING;
END;
