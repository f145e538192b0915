//! Teams at work, invented: three years of referrals, with the shares of those reached, connected and taking
//! part that are published (nine in ten are reached, four in ten take part).

use jiff::civil::{Date, date};
use kernel::clock::start_of;
use kernel::contact::Phone;
use kernel::id::SiteId;
use platform::accounts::{ConsentMode, Site, sites};
use platform::db::{Db, DbError, Tx};
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use super::rows::Rows;
use crate::Failure;

/// Three years, ended the last day of the last quarter that is ripe on [`TODAY`].
pub(super) const FIRST: Date = date(2023, 4, 1);
pub(super) const TODAY: Date = date(2026, 10, 2);
const DAYS: i64 = 1_096;
const DAY: i64 = 86_400;
/// Referrals written together: no statement holds more values than both engines take.
const AT_ONCE: usize = 500;
const COMMUNES: [&str; 4] = ["69029", "69259", "69199", "69123"];
const ORIGINS: [&str; 4] = ["prescriber", "prescriber", "self", "third_party"];

/// So many teams, each with so many referrals.
pub(super) async fn teams(db: &Db, teams: usize, referrals: usize) -> Result<Vec<SiteId>, Failure> {
    let mut chance = SmallRng::seed_from_u64(1);
    let mut ids = Vec::new();
    for number in 0..teams {
        let mut tx = db.begin().await?;
        let id = site(&mut tx, number).await?;
        for part in 0..referrals.div_ceil(AT_ONCE) {
            let mut tables = Tables::new();
            for _ in 0..AT_ONCE.min(referrals - part * AT_ONCE) {
                tables.referral(id, &mut chance);
            }
            tables.write(&mut tx).await?;
        }
        tx.commit().await?;
        ids.push(id);
    }
    Ok(ids)
}

async fn site(tx: &mut Tx, number: usize) -> Result<SiteId, Failure> {
    let id = SiteId::new();
    let site = Site {
        id,
        name: format!("Équipe {number}"),
        address: "1 place de la Liberté".to_owned(),
        phone: Phone::parse("04 65 71 00 01").ok_or("a number")?,
        consent_mode: ConsentMode::Information,
    };
    sites::insert(tx, &site, &[], start_of(FIRST)).await?;
    Ok(id)
}

fn one_of(all: &[&'static str], chance: &mut SmallRng) -> &'static str {
    all.get(chance.random_range(0..all.len())).copied().unwrap_or_default()
}

/// Rows waiting to be written, each table after those it hangs on.
struct Tables {
    persons: Rows,
    referrals: Rows,
    cases: Rows,
    events: Rows,
    connections: Rows,
    attendances: Rows,
    screenings: Rows,
    measurements: Rows,
}

impl Tables {
    fn new() -> Tables {
        let who = &[
            "id",
            "site_id",
            "civility",
            "name",
            "name_key",
            "birth_year",
            "commune_code",
            "discreet",
            "created_at",
        ];
        let asked = &[
            "id",
            "site_id",
            "person_id",
            "origin",
            "reasons",
            "state",
            "decline_reason",
            "sent_at",
            "decided_at",
        ];
        let course = &[
            "id",
            "site_id",
            "person_id",
            "referral_id",
            "state",
            "outcome",
            "opened_at",
            "reached_at",
            "closed_at",
        ];
        let tie = &[
            "id",
            "case_id",
            "resource_id",
            "resource_name",
            "organization_name",
            "state",
            "proposed_at",
            "asked_at",
            "answered_at",
            "reason",
            "ended_at",
        ];
        let held =
            &["id", "site_id", "person_id", "case_id", "referral_id", "mode", "moment", "held_on", "at"];
        let filled = &["id", "screening_id", "instrument", "version", "answers", "is_complete"];
        Tables {
            persons: Rows::of("person", who),
            referrals: Rows::of("referral", asked),
            cases: Rows::of("case_file", course),
            events: Rows::of("case_event", &["id", "case_id", "at", "kind"]),
            connections: Rows::of("connection", tie),
            attendances: Rows::of("attendance", &["id", "connection_id", "on_day", "noted_at"]),
            screenings: Rows::of("screening", held),
            measurements: Rows::of("measurement", filled),
        }
    }

    async fn write(self, tx: &mut Tx) -> Result<(), DbError> {
        let Tables { persons, referrals, cases, events, connections, attendances, screenings, measurements } =
            self;
        for rows in [persons, referrals, cases, events, connections, attendances, screenings, measurements] {
            rows.write(tx).await?;
        }
        Ok(())
    }

    /// A person, what was asked for them, and in nine cases of ten what followed.
    fn referral(&mut self, site: SiteId, chance: &mut SmallRng) {
        let (person, referral) = (Uuid::now_v7(), Uuid::now_v7());
        let sent = start_of(FIRST).as_second() + chance.random_range(0..DAYS) * DAY + 36_000;
        let civility = if chance.random_bool(0.65) { "mme" } else { "m" };
        let born = i64::from(chance.random_range(1930..2005_u16));
        let commune = one_of(&COMMUNES, chance);
        self.persons.push([
            person.into(),
            site.into(),
            civility.into(),
            "Personne inventée".into(),
            "personne inventee".into(),
            born.into(),
            commune.into(),
            false.into(),
            sent.into(),
        ]);
        let is_accepted = chance.random_bool(0.9);
        let (state, reason) =
            if is_accepted { ("accepted", None) } else { ("declined", Some("not_eligible")) };
        let origin = one_of(&ORIGINS, chance);
        self.referrals.push([
            referral.into(),
            site.into(),
            person.into(),
            origin.into(),
            "feels_alone".into(),
            state.into(),
            reason.into(),
            sent.into(),
            (sent + DAY).into(),
        ]);
        self.screening(site, (person, None, Some(referral)), "first", sent, chance);
        if is_accepted {
            self.course(site, (person, referral), sent, chance);
        }
    }

    fn course(&mut self, site: SiteId, (person, referral): (Uuid, Uuid), sent: i64, chance: &mut SmallRng) {
        let case = Uuid::now_v7();
        let reached = chance.random_bool(0.9).then(|| sent + chance.random_range(1..20_i64) * DAY);
        let is_closed = chance.random_bool(0.7);
        let ended = is_closed.then(|| sent + chance.random_range(60..300_i64) * DAY);
        let state = if is_closed { "closed" } else { "active" };
        let outcome = is_closed.then_some(if chance.random_bool(0.6) { "settled" } else { "stopped" });
        self.cases.push([
            case.into(),
            site.into(),
            person.into(),
            referral.into(),
            state.into(),
            outcome.into(),
            (sent + DAY).into(),
            reached.into(),
            ended.into(),
        ]);
        let Some(reached) = reached else { return };
        // What a thread holds besides what is counted.
        for (kind, days) in [("opened", 0), ("attempted", 1), ("reached", 1), ("assessed", 7), ("planned", 8)]
        {
            self.event(case, kind, reached + days * DAY);
        }
        for _ in 0..chance.random_range(0..3_u8) {
            self.tie(case, reached, chance);
        }
        if chance.random_bool(0.6) {
            self.screening(site, (person, Some(case), None), "review", reached + 90 * DAY, chance);
        }
    }

    fn tie(&mut self, case: Uuid, reached: i64, chance: &mut SmallRng) {
        let (tie, asked) = (Uuid::now_v7(), reached + 10 * DAY);
        let answered = chance.random_bool(0.85).then(|| asked + chance.random_range(0..12_i64) * DAY);
        let is_yes = answered.is_some() && chance.random_bool(0.75);
        let (state, reason) = match (answered, is_yes) {
            (Some(_), true) => ("took_part", None),
            (Some(_), false) => ("declined", Some("full")),
            (None, _) => ("expired", None),
        };
        let ended = (!is_yes).then(|| answered.unwrap_or(asked + 30 * DAY));
        self.connections.push([
            tie.into(),
            case.into(),
            "demo--atelier".into(),
            "Atelier".into(),
            "Association".into(),
            state.into(),
            reached.into(),
            asked.into(),
            answered.into(),
            reason.into(),
            ended.into(),
        ]);
        self.event(case, "asked", asked);
        let Some(answered) = answered.filter(|_| is_yes) else { return };
        self.event(case, "accepted", answered);
        for week in 1..=chance.random_range(0..9_i64) {
            let at = answered + week * 7 * DAY;
            let day = kernel::clock::in_france(jiff::Timestamp::from_second(at).unwrap_or_default()).date();
            self.attendances.push([Uuid::now_v7().into(), tie.into(), day.into(), at.into()]);
            self.event(case, "attended", at);
        }
    }

    fn event(&mut self, case: Uuid, kind: &'static str, at: i64) {
        self.events.push([Uuid::now_v7().into(), case.into(), at.into(), kind.into()]);
    }

    fn screening(
        &mut self,
        site: SiteId,
        (person, case, referral): (Uuid, Option<Uuid>, Option<Uuid>),
        moment: &'static str,
        at: i64,
        chance: &mut SmallRng,
    ) {
        let id = Uuid::now_v7();
        let day = kernel::clock::in_france(jiff::Timestamp::from_second(at).unwrap_or_default()).date();
        self.screenings.push([
            id.into(),
            site.into(),
            person.into(),
            case.into(),
            referral.into(),
            "professional".into(),
            moment.into(),
            day.into(),
            at.into(),
        ]);
        let [a, b, c] = [0; 3].map(|_: u8| chance.random_range(1..=3_u8));
        let answers = format!(r#"{{"ucla3.1":{a},"ucla3.2":{b},"ucla3.3":{c}}}"#);
        self.measurements.push([
            Uuid::now_v7().into(),
            id.into(),
            "ucla3".into(),
            "1".into(),
            answers.into(),
            true.into(),
        ]);
    }
}
