//! « Prescrire »: the prescriber's minute; and the same form typed from paper by a link worker.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use kernel::clock::in_france;
use kernel::coded::Coded;
use kernel::id::{PersonId, ScreeningId, SiteId};
use platform::accounts::{ConsentMode, Site, sites};
use platform::db::Tx;
use platform::web::may::{Asks, May, ReceiveReferrals, Refer};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Query, Ui, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::person::Person;
use crate::person::rules::Likeness;
use crate::referral::acts::{self, About, NewReferral};
use crate::referral::form::{Asking, Parsed, ReferralForm};
use crate::referral::model::{Origin, Reason};
use crate::screening::acts::Consultation;
use crate::screening::questions::{self, Part, Skipping};
use crate::screening::{self, Filled, Mode};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "referral/pages/prescribe.html")]
struct PrescribePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    /// Teams it could be for instead, by name.
    others: BTreeMap<SiteId, String>,
    action: &'static str,
    is_paper: bool,
    form: ReferralForm,
    problems: Problems,
    alike: Vec<(Likeness, Person)>,
    /// Asked here, unless a consultation has asked them already.
    loneliness: Option<Part>,
}

impl PrescribePage<'_> {
    fn consent_wording(&self) -> String {
        consent_wording(&self.site, self.w)
    }

    fn known(&self, likeness: &Likeness, person: &Person) -> String {
        let year = person.birth_year.map(|year| year.get().to_string()).unwrap_or_default();
        let why = match likeness {
            Likeness::SamePhone => self.w.alike_phone(),
            Likeness::SameNameAndYear => self.w.alike_name_and_year(),
            Likeness::SameName => self.w.alike_name(),
            Likeness::NearNameAndYear => self.w.alike_near_name(),
        };
        // Enough for whoever knows them, and nothing for whoever tries telephone numbers.
        self.w.alike_line(person.addressed_shortly(), &year, &why)
    }
}

/// The sentence read to the person, by the ground the site works on (CSP L1110-4, CASF L121-6-2).
pub(super) fn consent_wording(site: &Site, w: &Words) -> String {
    match site.consent_mode {
        ConsentMode::Information => w.consent_information(&site.name),
        ConsentMode::Prior => w.consent_prior(&site.name),
    }
}

/// What a link to the form knows already.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::referral) struct Arrival {
    consultation: String,
    /// The team, by its id.
    equipe: String,
}

pub(in crate::referral) async fn show(may: May<Refer>, Query(arrival): Query<Arrival>) -> Answer {
    let form = arrival.form();
    draw(&may, &Way::Prescriber, form, Problems::default(), Vec::new()).await
}

pub(in crate::referral) async fn send(may: May<Refer>, Form(form): Form<ReferralForm>) -> Answer {
    keep(&may, &Way::Prescriber, form).await
}

pub(in crate::referral) async fn show_paper(
    may: May<ReceiveReferrals>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    draw(&may, &Way::Paper, arrival.form(), Problems::default(), Vec::new()).await
}

pub(in crate::referral) async fn send_paper(
    may: May<ReceiveReferrals>,
    Form(form): Form<ReferralForm>,
) -> Answer {
    keep(&may, &Way::Paper, form).await
}

impl Arrival {
    fn form(self) -> ReferralForm {
        ReferralForm { consultation: self.consultation, site: self.equipe, ..ReferralForm::default() }
    }
}

/// Who types the form.
enum Way {
    Prescriber,
    Paper,
}

async fn keep<P: Asks>(may: &May<P>, way: &Way, form: ReferralForm) -> Answer {
    let w = words(may.lang);
    let acting = Acting::by(may);
    let mut problems = Problems::default();
    let parsed = form.parse(Asking::ForSomebody, may.today(), w, &mut problems);
    let filled = questions::read_all(&[measure::ucla3()], &form.loneliness(), may.lang, &mut problems);
    if form.consent.is_none() {
        problems.add("consent", w.consent_needed());
    }
    let Some(parsed) = parsed.filter(|_| problems.is_empty()) else {
        return draw(may, way, form, problems, Vec::new()).await;
    };
    let site = site_of(may, &form.site).await?;
    let Parsed { mut person, reasons, note } = parsed;
    person.site_id = site.id;

    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let alike = acts::look_alikes(&mut tx, &acting, &person).await?;
    let Some(about) = chosen(&form, &alike, person) else {
        // Only the trail of who was shown.
        tx.commit().await?;
        return draw(may, way, form, problems, alike).await;
    };
    let origin = match way {
        Way::Prescriber => Origin::Prescriber(may.id()),
        Way::Paper => Origin::Paper(may.id()),
    };
    let consent_wording = consent_wording(&site, w);
    let new = NewReferral { site: site.id, about, origin, reasons, note, consent_wording };
    let (id, person) = acts::send(&mut tx, &acting, new).await?;
    if let Some(consultation) = consultation(&mut tx, &acting, &form, site.id, &filled).await? {
        // One that was attached meanwhile, to a form sent twice from two windows, stays where it is.
        screening::acts::attach(&mut tx, &acting, consultation, person, id).await?;
    }
    let location = match way {
        Way::Prescriber => format!("/mes-patients/{id}?envoyee=oui"),
        Way::Paper => format!("/demandes/{id}"),
    };
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

/// The consultation the request comes from, or the one held with the form itself.
async fn consultation(
    tx: &mut Tx,
    acting: &Acting<'_>,
    form: &ReferralForm,
    site: SiteId,
    filled: &[Filled],
) -> Result<Option<ScreeningId>, Nope> {
    if let Ok(held_before) = form.consultation.parse() {
        return Ok(Some(held_before));
    }
    if filled.iter().all(Filled::is_empty) {
        return Ok(None);
    }
    let held_on = in_france(acting.now).date();
    let consultation = Consultation { site, mode: Mode::Professional, held_on };
    let held = screening::acts::consult(tx, acting, consultation, filled).await?;
    held.map(Some).map_err(|refused| Nope::Broken(refused.to_string()))
}

/// Whom the request is about: nobody known is alike, or the reader has chosen.
fn chosen(form: &ReferralForm, alike: &[(Likeness, Person)], person: Person) -> Option<About> {
    if alike.is_empty() || form.same_person == "new" {
        return Some(About::Somebody(Box::new(person)));
    }
    let known = form.same_person.parse::<PersonId>().ok()?;
    alike.iter().any(|(_, person)| person.id == known).then_some(About::Known(known))
}

async fn draw<P: Asks>(
    may: &May<P>,
    way: &Way,
    form: ReferralForm,
    problems: Problems,
    alike: Vec<(Likeness, Person)>,
) -> Result<Response, Nope> {
    let (action, is_paper) = match way {
        Way::Prescriber => ("/prescrire", false),
        Way::Paper => ("/demandes/papier", true),
    };
    let has_problems = !problems.is_empty() || !alike.is_empty();
    let site = site_of(may, &form.site).await?;
    let others = may.memberships().filter(|one| one.site_id != site.id);
    let others = others.map(|one| (one.site_id, one.site_name.clone())).collect();
    let (ui, w) = (&may.ui, words(may.lang));
    let loneliness = form
        .consultation
        .is_empty()
        .then(|| Part::of(measure::ucla3(), &form.loneliness(), may.lang, Skipping::Offered));
    let page = PrescribePage { ui, w, site, others, action, is_paper, form, problems, alike, loneliness };
    if has_problems { page::with_problems(&page) } else { page::show(&page) }
}

/// The team that is asked for, which must be one of theirs, or their first.
async fn site_of<P: Asks>(may: &May<P>, asked: &str) -> Result<Site, Nope> {
    let id = if asked.is_empty() {
        may.site()?
    } else {
        let asked = asked.parse::<SiteId>().map_err(|_| Nope::NotFound)?;
        may.sites().find(|site| *site == asked).ok_or(Nope::NotFound)?
    };
    let mut tx = may.app().db().read().await?;
    sites::find(&mut tx, id).await?.ok_or(Nope::NotFound)
}
