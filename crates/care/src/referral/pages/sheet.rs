//! `/mes-patients/{id}/feuille`: what the prescriber hands to the person, on the page and as a file.

use askama::Template;
use kernel::id::ReferralId;
use platform::accounts::Site;
use platform::audit::Action;
use platform::paper::{Filled, Kind, Picture, Wanted};
use platform::web::may::{FollowOwnReferrals, May};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui, dates, qr};
use serde_json::{Value as Json, json};

use super::followed::{self, Found};
use crate::person::Person;
use crate::words::{Words, words};

const PAPER: Kind = Kind { template: include_str!("sheet.typ"), file: "feuille-a-remettre.pdf" };

#[derive(Template)]
#[template(path = "referral/pages/sheet.html")]
struct SheetPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    referral: ReferralId,
    person: Person,
    site: Site,
    link_worker: Option<String>,
    sent_on: String,
}

pub(in crate::referral) async fn show(may: May<FollowOwnReferrals>, Path(id): Path<ReferralId>) -> Answer {
    let found = followed::open(&may, id, Action::Printed).await?;
    page::show(&SheetPage::of(found, &may.ui))
}

pub(in crate::referral) async fn paper(
    may: May<FollowOwnReferrals>,
    wanted: Wanted,
    Path(id): Path<ReferralId>,
) -> Answer {
    let found = followed::open(&may, id, Action::Printed).await?;
    let sheet = SheetPage::of(found, &may.ui);
    let filled = Filled {
        title: sheet.w.sheet_title(),
        data: sheet.data(),
        pictures: Picture::square(&sheet.notice()).into_iter().collect(),
    };
    wanted.handed(&PAPER, filled, &may.ui).await
}

impl SheetPage<'_> {
    fn of(found: Found, ui: &Ui) -> SheetPage<'_> {
        let Found { referral, person, site, link_worker, .. } = found;
        let sent_on = dates::day_of(referral.sent_at.as_second(), ui.lang);
        SheetPage { ui, w: words(ui.lang), referral: referral.id, person, site, link_worker, sent_on }
    }

    fn who(&self) -> String {
        match &self.link_worker {
            Some(name) => self.w.sheet_who_named(name, &self.site.name),
            None => self.w.sheet_who_team(&self.site.name),
        }
    }

    fn steps(&self) -> [String; 3] {
        [self.w.sheet_next_call(), self.w.sheet_next_talk(), self.w.sheet_next_go()]
    }

    /// What the team does with what it knows, which anybody may read.
    fn notice(&self) -> String {
        self.ui.app.settings().address(format_args!("/vos-donnees/{}", self.site.id))
    }

    fn square(&self) -> Option<qr::Picture> {
        qr::of(&self.notice())
    }

    fn data(&self) -> Json {
        let (w, notice) = (self.w, self.notice());
        json!({
            "title": w.sheet_title(),
            "hello": w.sheet_hello(self.person.greeted(w)),
            "who": { "title": w.sheet_who(), "text": self.who() },
            "call": {
                "title": w.sheet_phone(),
                "who": self.site.name,
                "phone": self.site.phone.spoken(),
                "address": self.site.address,
            },
            "next": { "title": w.sheet_next(), "steps": self.steps() },
            "rights": { "title": w.sheet_rights(), "text": w.sheet_rights_text() },
            "square": self.square().map(|_| json!({
                "alt": w.sheet_square_alt(),
                "text": w.sheet_square(),
                "address": notice,
            })),
            "sent_on": self.sent_on,
        })
    }
}
