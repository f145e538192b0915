//! What one knock at one door is answered, in one character.

use platform::testing::Page;

pub(crate) const KEY: &str = "\
r  read                          w  done, and led on
j  judged: the form reached its rule (400, 409, 413, 422)
·  as if it did not exist        s  led to where one signs in
g  a link that serves no more";

pub(crate) const ABSENT: char = '·';
pub(crate) const SIGN_IN: char = 's';
pub(crate) const READ: char = 'r';
pub(crate) const DONE: char = 'w';

pub(crate) fn cell(page: &Page) -> char {
    match page.status.as_u16() {
        200 => READ,
        303 if leads_to_sign_in(page) => SIGN_IN,
        303 => DONE,
        400 | 409 | 413 | 422 => 'j',
        404 => ABSENT,
        410 => 'g',
        status => panic!("{} answers {status}:\n{}", page.path, page.text()),
    }
}

fn leads_to_sign_in(page: &Page) -> bool {
    let location = page.headers.get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
    location.starts_with("/connexion?suite=")
}
