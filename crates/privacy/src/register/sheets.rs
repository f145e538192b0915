//! The sheets: what cannot be read from the code is said here, what can is read from it.

use kernel::coded::Coded;
use platform::accounts::{ConsentMode, Site};
use platform::held::{Activity, Holding};
use platform::kept::Months;

use super::making::data;
use super::model::Sheet;
use crate::controller::Controller;
use crate::figures::OF_THE_CODE;
use crate::lines::lines;
use crate::outside::Outside;
use crate::shared;
use crate::spoken::{self, length, months};
use crate::words::Words;

/// What sheets are made from.
pub(super) struct Facts<'a> {
    pub(super) site: &'a Site,
    pub(super) controller: Option<&'a Controller>,
    pub(super) outside: &'a [Outside],
    /// As the settings say.
    pub(super) kept: Months,
    pub(super) held: &'a [Holding],
    pub(super) w: &'a Words,
}

pub(super) fn all(facts: &Facts<'_>) -> Vec<Sheet> {
    vec![support(facts), research(facts), directory(facts), accounts(facts), figures(facts)]
}

fn support(facts: &Facts<'_>) -> Sheet {
    let w = facts.w;
    let mut recipients = lines(&w.support_recipients(shared::all(w)));
    recipients.extend(machines(facts));
    let mut retention = vec![
        w.support_kept(months(OF_THE_CODE.person, w), spoken::days(OF_THE_CODE.patience, w)),
        w.support_kept_link(length(OF_THE_CODE.link, w)),
        w.support_kept_letters(length(OF_THE_CODE.traces, w)),
        w.support_kept_erased(),
    ];
    retention.extend(backups(facts));
    Sheet {
        code: Activity::Support.code(),
        title: w.support_title(),
        purposes: lines(&w.support_purposes()),
        legal_basis: legal_basis(facts),
        persons: lines(&w.support_persons()),
        data: data(facts.held, Activity::Support, w),
        recipients,
        transfers: transfers(facts),
        retention,
    }
}

/// What each study does is said by its own protocol, and by the institution that answers for it.
fn research(facts: &Facts<'_>) -> Sheet {
    let w = facts.w;
    let mut recipients = lines(&w.research_recipients());
    recipients.extend(machines(facts));
    let patience = spoken::days(OF_THE_CODE.patience, w);
    let mut retention = lines(&w.research_kept(patience));
    retention.extend(backups(facts));
    Sheet {
        code: Activity::Research.code(),
        title: w.research_title(),
        purposes: lines(&w.research_purposes()),
        legal_basis: lines(&w.research_basis()),
        persons: lines(&w.research_persons()),
        data: data(facts.held, Activity::Research, w),
        recipients,
        transfers: transfers(facts),
        retention,
    }
}

fn directory(facts: &Facts<'_>) -> Sheet {
    let w = facts.w;
    Sheet {
        code: Activity::Directory.code(),
        title: w.directory_title(),
        purposes: lines(&w.directory_purposes()),
        legal_basis: lines(&w.directory_basis()),
        persons: lines(&w.directory_persons()),
        data: data(facts.held, Activity::Directory, w),
        recipients: lines(&w.directory_recipients()),
        transfers: transfers(facts),
        retention: lines(&w.directory_kept(length(OF_THE_CODE.files, w))),
    }
}

fn accounts(facts: &Facts<'_>) -> Sheet {
    let w = facts.w;
    let mut recipients = lines(&w.accounts_recipients());
    recipients.extend(machines(facts));
    Sheet {
        code: Activity::Accounts.code(),
        title: w.accounts_title(),
        purposes: lines(&w.accounts_purposes()),
        legal_basis: lines(&w.accounts_basis()),
        persons: lines(&w.accounts_persons()),
        data: data(facts.held, Activity::Accounts, w),
        recipients,
        transfers: transfers(facts),
        retention: vec![
            w.accounts_kept(months(facts.kept.closed_accounts, w)),
            w.accounts_kept_trail(months(facts.kept.trail, w)),
            w.accounts_kept_sessions(length(OF_THE_CODE.idle, w), length(OF_THE_CODE.longest, w)),
            w.accounts_kept_invitation(length(OF_THE_CODE.invitation, w)),
            w.accounts_kept_guess(length(OF_THE_CODE.guess, w)),
            w.accounts_kept_sign_ins(length(OF_THE_CODE.sign_ins, w)),
            w.accounts_kept_forms(length(OF_THE_CODE.forms, w)),
        ],
    }
}

/// Counted from the files of the first, and nothing kept of it.
fn figures(facts: &Facts<'_>) -> Sheet {
    let w = facts.w;
    Sheet {
        code: "figures",
        title: w.figures_title(),
        purposes: lines(&w.figures_purposes()),
        legal_basis: legal_basis(facts),
        persons: lines(&w.support_persons()),
        data: Vec::new(),
        recipients: lines(&w.figures_recipients()),
        transfers: transfers(facts),
        retention: lines(&w.figures_kept()),
    }
}

/// As the controller chose it, then on what ground the link worker hears of a person.
pub(crate) fn legal_basis(facts: &Facts<'_>) -> Vec<String> {
    let w = facts.w;
    let chosen = facts.controller.map_or_else(|| w.basis_unsaid(), |controller| controller.basis.label(w));
    let sharing = match facts.site.consent_mode {
        ConsentMode::Information => w.sharing_information(),
        ConsentMode::Prior => w.sharing_prior(),
    };
    vec![chosen, sharing]
}

/// Who has data in their hands for the controller.
fn machines(facts: &Facts<'_>) -> Vec<String> {
    let w = facts.w;
    let host = facts.controller.and_then(|controller| controller.host.as_deref());
    let host = host.map_or_else(|| w.host_unsaid(), |host| w.host_said(host));
    let others = facts.outside.iter().map(|one| w.outside_one(one.what.as_str(), one.host.as_str()));
    std::iter::once(host).chain(others).collect()
}

fn transfers(facts: &Facts<'_>) -> Vec<String> {
    let w = facts.w;
    if facts.outside.is_empty() {
        return vec![w.transfers_none()];
    }
    let hosts: Vec<&str> = facts.outside.iter().map(|one| one.host.as_str()).collect();
    vec![w.transfers_to_check(hosts.join(", "))]
}

fn backups(facts: &Facts<'_>) -> Option<String> {
    let days = facts.controller?.backup_days?;
    Some(facts.w.register_backups(spoken::days(days, facts.w)))
}
