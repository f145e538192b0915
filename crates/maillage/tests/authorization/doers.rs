//! Everybody who may knock at a door, and what they are to the person.

use kernel::id::{AccountId, SiteId};
use kernel::role::Role;
use platform::testing::{self, Browser, TestApp};

/// One column of the matrix.
#[derive(Clone, Debug)]
pub(crate) struct Doer {
    pub(crate) key: char,
    pub(crate) browser: Browser,
}

/// Columns and their legend. Accounts are those of the two teams, but for four of their own.
pub(crate) const LEGEND: [(char, &str, &str); 13] = [
    ('V', "", "a visitor"),
    ('P', "prescriber@essarts.test", "the prescriber who referred the person"),
    ('p', "colleague.prescriber@essarts.test", "another prescriber of the site"),
    ('L', "link_worker@essarts.test", "the link worker who follows the person"),
    ('l', "colleague.link_worker@essarts.test", "another link worker of the site"),
    ('C', "coordinator@essarts.test", "the coordinator of the site"),
    ('A', "administrator@essarts.test", "the administrator of the site"),
    ('q', "prescriber@minguettes.test", "a prescriber of another site"),
    ('m', "link_worker@minguettes.test", "a link worker of another site"),
    ('c', "coordinator@minguettes.test", "the coordinator of another site"),
    ('a', "administrator@minguettes.test", "the administrator of another site"),
    ('F', "former@essarts.test", "who followed the person, and left for another site"),
    ('X', "closed@essarts.test", "a link worker of the site whose account was closed since"),
];

/// Somebody more, at one or two sites.
pub(crate) async fn member(test: &TestApp, email: &str, role: Role, sites: &[SiteId]) -> AccountId {
    let name = email.split(['@', '.']).next().unwrap();
    testing::member(test, (email, name), role, sites).await
}

/// Everybody, signed in.
pub(crate) async fn everybody(test: &TestApp) -> Vec<Doer> {
    let mut doers = Vec::new();
    for (key, email, _) in LEGEND {
        let mut browser = test.browser();
        if !email.is_empty() {
            browser.sign_in(email).await;
        }
        doers.push(Doer { key, browser });
    }
    doers
}
