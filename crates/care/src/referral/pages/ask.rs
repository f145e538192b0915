//! The two public ways in: « Demander à être appelé » and « Signaler une personne ».
//!
//! No account, and nothing shown of whom the site knows: likely duplicates are for the link
//! worker who receives the request.

use askama::Template;
use axum::http::StatusCode;
use kernel::coded::Coded;
use platform::accounts::{Site, sites};
use platform::audit::Who;
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Open, Problems, Query, Ui, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::referral::acts::{self, About, NewReferral};
use crate::referral::form::{Asking, Parsed, ReferralForm};
use crate::referral::model::{Origin, Reason};
use crate::screening;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "referral/pages/ask.html")]
struct AskPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    is_report: bool,
    form: ReferralForm,
    problems: Problems,
    /// Whom to telephone, when too much is sent.
    instead: Option<String>,
}

#[derive(Template)]
#[template(path = "referral/pages/thanks.html")]
struct ThanksPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    /// The team it went to; none for an address typed by hand.
    site: Option<Site>,
    is_report: bool,
}

/// What was sent, and to which team.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::referral) struct Sent {
    equipe: String,
    signalement: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::referral) struct Carried {
    screening: String,
}

pub(in crate::referral) async fn show(_: Open, ui: Ui) -> Answer {
    draw(&ui, false, ReferralForm::default(), Problems::default())
}

/// Arriving from one's own answers, which travel in the form and nowhere else.
pub(in crate::referral) async fn carried(_: Open, ui: Ui, Form(carried): Form<Carried>) -> Answer {
    draw(
        &ui,
        false,
        ReferralForm { screening: carried.screening, ..ReferralForm::default() },
        Problems::default(),
    )
}

pub(in crate::referral) async fn show_report(_: Open, ui: Ui) -> Answer {
    draw(&ui, true, ReferralForm::default(), Problems::default())
}

pub(in crate::referral) async fn send(_: Open, ui: Ui, Form(form): Form<ReferralForm>) -> Answer {
    keep(&ui, false, form).await
}

pub(in crate::referral) async fn report(_: Open, ui: Ui, Form(form): Form<ReferralForm>) -> Answer {
    keep(&ui, true, form).await
}

pub(in crate::referral) async fn thanks(_: Open, ui: Ui, Query(sent): Query<Sent>) -> Answer {
    let site = match sent.equipe.parse() {
        Ok(id) => sites::find(&mut ui.app.db().read().await?, id).await?,
        Err(_) => None,
    };
    page::show(&ThanksPage { ui: &ui, w: words(ui.lang), site, is_report: sent.signalement.is_some() })
}

async fn keep(ui: &Ui, is_report: bool, form: ReferralForm) -> Answer {
    let w = words(ui.lang);
    let carried = screening::carried::parse(&form.screening).map_err(|_| Nope::Unreadable)?;
    let mut problems = Problems::default();
    // Problems are told in the order of the page.
    let (origin, asking) = if is_report {
        let reporter = form.reporter(w, &mut problems);
        (reporter.map(|(name, contact)| Origin::ThirdParty { name, contact }), Asking::ForSomebody)
    } else {
        (Some(Origin::Person), Asking::ForOneself)
    };
    let parsed = form.parse(asking, ui.today(), w, &mut problems);
    let site = match &parsed {
        Some(parsed) => served(ui, parsed, w, &mut problems).await?,
        None => None,
    };
    if form.consent.is_none() {
        problems
            .add("consent", if is_report { w.report_agreement_needed() } else { w.ask_agreement_needed() });
    }
    let (Some(Parsed { mut person, reasons, note }), Some(site), Some(origin), true) =
        (parsed, site, origin, problems.is_empty())
    else {
        return draw(ui, is_report, form, problems);
    };
    person.site_id = site.id;

    let acting = Acting::new(&ui.app, Who::Visitor);
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, None).await? {
        return Ok(earlier);
    }
    if ui.take_visit().is_err() {
        drop(tx);
        return too_many(ui, is_report, form, &site);
    }
    let consent_wording = if is_report { w.report_agreement() } else { w.ask_agreement() };
    let about = About::Somebody(Box::new(person));
    let new = NewReferral { site: site.id, about, origin, reasons, note, consent_wording };
    let (referral, person) = acts::send(&mut tx, &acting, new).await?;
    screening::acts::keep_carried(&mut tx, &acting, site.id, person, referral, &carried).await?;
    let thanks = format!("/merci?equipe={}{}", site.id, if is_report { "&signalement=oui" } else { "" });
    once::commit(tx, &form.once, None, &thanks, acting.now).await
}

/// The site of the person's commune, or what to do where there is none yet.
async fn served(ui: &Ui, parsed: &Parsed, w: &Words, problems: &mut Problems) -> Result<Option<Site>, Nope> {
    let mut tx = ui.app.db().read().await?;
    let site = sites::serving(&mut tx, &parsed.person.commune).await?;
    if site.is_none() {
        problems.add("commune", w.commune_not_served());
    }
    Ok(site)
}

/// The page again with all that was typed, and the number of the team that would have had it.
fn too_many(ui: &Ui, is_report: bool, form: ReferralForm, site: &Site) -> Answer {
    let telephone = ui.frame().visits_telephone(site.name.as_str(), site.phone.spoken());
    let instead = Some(ui.frame().visits_too_many(telephone));
    let page = AskPage { ui, w: words(ui.lang), is_report, form, problems: Problems::default(), instead };
    page::with_status(StatusCode::TOO_MANY_REQUESTS, &page)
}

fn draw(ui: &Ui, is_report: bool, form: ReferralForm, problems: Problems) -> Answer {
    let has_problems = !problems.is_empty();
    let page = AskPage { ui, w: words(ui.lang), is_report, form, problems, instead: None };
    if has_problems { page::with_problems(&page) } else { page::show(&page) }
}
