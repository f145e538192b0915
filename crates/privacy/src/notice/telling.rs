//! What is told, from what there is.

use kernel::Lang;
use platform::accounts::{ConsentMode, Site};
use platform::held::Holding;

use crate::controller::{Basis, Controller};
use crate::figures::Figures;
use crate::lines::lines;
use crate::shared;
use crate::spoken::{self, length, months};
use crate::words::{Words, words};

/// What a notice is made from.
pub(super) struct Facts<'a> {
    pub(super) site: &'a Site,
    pub(super) controller: Option<&'a Controller>,
    pub(super) held: &'a [Holding],
    pub(super) figures: Figures,
    pub(super) lang: Lang,
}

/// The plain one, part by part.
pub(super) struct Notice {
    pub(super) why: Vec<String>,
    pub(super) noted: Vec<String>,
    pub(super) from: Vec<String>,
    pub(super) readers: Vec<String>,
    pub(super) nobody_else: String,
    pub(super) kept: Vec<String>,
}

pub(super) fn plainly(facts: &Facts<'_>) -> Notice {
    let w = words(facts.lang);
    let emergency = length(facts.figures.emergency, w);
    let mut readers = lines(&w.notice_readers(emergency, shared::all(w)));
    let host = facts.controller.and_then(|controller| controller.host.as_deref());
    readers.extend(host.map(|host| w.notice_host(host)));
    let patience = spoken::days(facts.figures.patience, w);
    let mut kept = lines(&w.notice_kept(months(facts.figures.person, w), patience));
    let days = facts.controller.and_then(|controller| controller.backup_days);
    kept.extend(days.map(|days| w.notice_backups(spoken::days(days, w))));
    Notice {
        why: why(facts, w),
        noted: topics(facts.held, |told| &told.plainly),
        from: lines(&w.notice_from()),
        readers,
        nobody_else: w.notice_nobody_else(),
        kept,
    }
}

fn why(facts: &Facts<'_>, w: &Words) -> Vec<String> {
    let mut why = lines(&w.notice_why());
    why.extend(facts.controller.map(|controller| match controller.basis {
        Basis::PublicTask => w.notice_public_task(),
        Basis::LegitimateInterests => w.notice_legitimate_interests(),
        Basis::Consent => w.notice_consent(),
    }));
    why.push(match facts.site.consent_mode {
        ConsentMode::Information => w.notice_sharing_information(),
        ConsentMode::Prior => w.notice_sharing_prior(),
    });
    why
}

/// What is noted, once each: several tables may be one thing to the person.
fn topics(held: &[Holding], how: fn(&platform::held::Told) -> &String) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for told in held.iter().filter_map(|holding| holding.told.as_ref()) {
        if !topics.contains(how(told)) {
            topics.push(how(told).clone());
        }
    }
    topics
}

/// One part of the easy one: a title and short sentences.
pub(super) struct Easy {
    pub(super) title: String,
    pub(super) sentences: Vec<String>,
}

pub(super) fn easily(facts: &Facts<'_>) -> Vec<Easy> {
    let w = words(facts.lang);
    let part = |title: String, sentences: Vec<String>| Easy { title, sentences };
    let agreed = match facts.site.consent_mode {
        ConsentMode::Information => w.easy_agreed_information(),
        ConsentMode::Prior => w.easy_agreed_prior(),
    };
    vec![
        part(w.easy_why(), lines(&w.easy_why_text(facts.site.name.as_str()))),
        part(w.easy_noted(), topics(facts.held, |told| &told.easily)),
        part(w.easy_readers(), lines(&w.easy_readers_text())),
        part(w.easy_agreed(), lines(&agreed)),
        part(w.easy_kept(), lines(&w.easy_kept_text(months(facts.figures.person, w)))),
        part(w.easy_rights(), lines(&w.easy_rights_text())),
    ]
}
