//! What the prescriber hears, and when. The e-mail names nobody: it says that something happened
//! and where to read it, signed in.

use kernel::Lang;
use kernel::contact::Email;
use kernel::id::ReferralId;
use platform::db::{DbError, Tx};
use platform::outbox::{self, Mail};

use crate::act::Acting;
use crate::words::words;

/// A moment the prescriber is told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Accepted,
    FirstContact,
    /// At the first, third and sixth time.
    TookPart,
    /// An organisation said no, or nothing: the link worker looks for another.
    LooksElsewhere,
    Closed,
    Declined,
}

/// Puts a message for the prescriber of a referral into the outbox; nothing when nobody prescribed
/// it, or when the person has withdrawn what they agreed to.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn tell(tx: &mut Tx, acting: &Acting<'_>, referral: ReferralId, news: News) -> Result<(), DbError> {
    let Some((to, lang)) = reader(tx, referral).await? else { return Ok(()) };
    let w = words(lang);
    let link = acting.app.settings().address(format_args!("/mes-patients/{referral}"));
    let what = match news {
        News::Accepted => w.news_accepted(),
        News::FirstContact => w.news_first_contact(),
        News::TookPart => w.news_took_part(),
        News::LooksElsewhere => w.news_looks_elsewhere(),
        News::Closed => w.news_closed(),
        News::Declined => w.news_declined(),
    };
    let mail = Mail { to, subject: w.news_subject(), body: w.news_body(&what, &link) };
    outbox::put(tx, &mail, acting.now).await
}

/// The prescriber's address and language.
async fn reader(tx: &mut Tx, referral: ReferralId) -> Result<Option<(Email, Lang)>, DbError> {
    let row: Option<(String, Option<String>)> = tx
        .maybe(
            "SELECT a.email, a.lang FROM referral r JOIN account a ON a.id = r.prescriber_id AND a.closed_at IS NULL
             WHERE r.id = $1 AND r.origin = 'prescriber' AND r.state <> 'withdrawn'
               AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.person_id AND c.purpose = 'support'
                           AND c.withdrawn_at IS NULL)",
            &[referral.into()],
        )
        .await?;
    Ok(row.and_then(|(email, lang)| {
        Some((Email::parse(&email)?, lang.as_deref().and_then(Lang::from_code).unwrap_or_default()))
    }))
}
