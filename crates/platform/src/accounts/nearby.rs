//! Words that anybody near would try first: the product's, the person's, their team's (OWASP ASVS 5.0, 6.2.11).

use kernel::text::fold;

use super::model::Account;
use super::password::{PassPhrase, Weak};

const PRODUCT: &str = "maillage";
/// Shorter words are part of too many others.
const SHORTEST_WORD: usize = 4;
/// So many letters must be left beside such words.
const LEAST_LEFT: usize = 8;

/// A phrase that an account chooses.
///
/// # Errors
/// [`Weak`], with what to tell the person.
pub(super) fn chosen_by(account: &Account, typed: &str) -> Result<PassPhrase, Weak> {
    let phrase = PassPhrase::choose(typed)?;
    if left(account, typed) < LEAST_LEFT { Err(Weak::Nearby) } else { Ok(phrase) }
}

/// How many letters are not of such words.
fn left(account: &Account, typed: &str) -> usize {
    let teams = account.memberships.iter().map(|membership| membership.site_name.as_str());
    let around = [PRODUCT, &account.name, account.email.as_str()].into_iter().chain(teams).map(fold);
    let mut words: Vec<String> =
        around.flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    words.retain(|word| word.chars().count() >= SHORTEST_WORD);
    // A word within another goes after it.
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let apart = words.iter().fold(fold(typed), |left, word| left.replace(word.as_str(), " "));
    apart.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use kernel::contact::Email;
    use kernel::id::{AccountId, SiteId};
    use kernel::role::Role;

    use super::*;
    use crate::accounts::Membership;

    fn nadia() -> Account {
        let site_name = "Maison de santé des Sorbiers".to_owned();
        Account {
            id: AccountId::new(),
            name: "Nadia Belhassine".to_owned(),
            email: Email::parse("n.belhassine@sorbiers.example").unwrap(),
            lang: None,
            memberships: vec![Membership { site_id: SiteId::new(), site_name, role: Role::LinkWorker }],
        }
    }

    fn refused(typed: &str) -> Option<Weak> {
        chosen_by(&nadia(), typed).err()
    }

    #[test]
    fn words_of_the_place_and_the_person_do_not_make_a_phrase() {
        for near in [
            "Nadia Belhassine 1962",
            "maison de santé des sorbiers",
            "MAISON-DE-SANTE-SORBIERS!",
            "maillage maillage 69",
            "n.belhassine@sorbiers",
            "belhassinenadia2026",
        ] {
            assert_eq!(refused(near), Some(Weak::Nearby), "{near}");
        }
    }

    #[test]
    fn a_phrase_that_also_has_such_a_word_is_taken() {
        for own in
            ["les sorbiers du quai en hiver", "un fil relie les voisins", "nadia court après le tramway"]
        {
            assert_eq!(refused(own), None, "{own}");
        }
    }

    #[test]
    fn what_is_weak_anyhow_says_why() {
        assert_eq!(refused("maillage"), Some(Weak::TooShort));
    }
}
