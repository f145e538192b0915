//! As each role, from link to link.

use std::collections::{BTreeMap, VecDeque};

use platform::testing::{Browser, TestApp};

/// One of each role, and how many different pages they see at least.
const DOERS: [(&str, usize); 4] = [
    ("prescriber@essarts.test", 12),
    ("link_worker@essarts.test", 30),
    ("coordinator@essarts.test", 40),
    ("administrator@essarts.test", 25),
];
/// Pages of one kind: another person's, another day's.
const OF_A_KIND: usize = 3;

pub(crate) async fn through_every_page(test: &TestApp) {
    for (email, least) in DOERS {
        let seen = seen_by(test.signed_in(email).await).await;
        assert!(seen.len() >= least, "{email} sees {} kinds of pages: {:?}", seen.len(), seen.keys());
    }
}

/// How many pages of each kind were seen; none of them failed.
async fn seen_by(mut browser: Browser) -> BTreeMap<String, usize> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut next = VecDeque::from(["/".to_owned()]);
    while let Some(path) = next.pop_front() {
        let times = seen.entry(kind(&path)).or_default();
        if *times == OF_A_KIND {
            continue;
        }
        *times += 1;
        let page = browser.get(&path).await;
        assert!(!page.status.is_server_error(), "{path}: {}\n{}", page.status, page.text());
        next.extend(page.links().into_iter().filter(|link| link.starts_with('/')));
    }
    seen
}

/// An address without what is different from one record to the next.
fn kind(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_one_of_many = |part: &str| part.contains("--") || part.contains(|c: char| c.is_ascii_digit());
    let segments = path.split('/').map(|part| if is_one_of_many(part) { "{}" } else { part });
    segments.collect::<Vec<&str>>().join("/")
}
