//! A world with one record of every kind, made through the pages by those whose work it is.

mod studies;

use std::io::Cursor;

use directory::exchange::data_inclusion::{self, Source};
use kernel::id::{AccountId, CaseId, ConnectionId, ReferralId, SiteId};
use kernel::role::Role;
use platform::testing::{Browser, PASS_PHRASE, Page, SeenForm, Team, TestApp};
use serde_json::json;
use uuid::Uuid;

use crate::doers::{Doer, everybody, member};
use crate::forms::{file, filled, token};
use crate::quarters;

const TODAY: &str = "2026-01-13";

/// A person, as far as they have come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subject {
    pub(crate) what: &'static str,
    pub(crate) person: String,
    pub(crate) referral: String,
    pub(crate) case: Option<String>,
    pub(crate) tie: Option<String>,
    /// The organisation's link to the tie.
    pub(crate) token: Option<String>,
    pub(crate) screening: Option<String>,
    pub(crate) asked: Option<Asked>,
}

/// Questionnaires under way: one on a sheet with what they want, one by a link.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) filling: String,
    pub(crate) code: String,
    /// The person's link.
    pub(crate) token: String,
    /// The question that is looked at, or the end.
    pub(crate) place: &'static str,
}

/// What belongs to nobody accompanied.
#[derive(Clone, Debug)]
pub(crate) struct Others {
    pub(crate) account: AccountId,
    pub(crate) site: String,
    pub(crate) resource: String,
    pub(crate) organization: String,
    pub(crate) campaign: String,
    pub(crate) incoming: String,
    pub(crate) report: String,
    pub(crate) duplicate: String,
    pub(crate) verification: String,
    pub(crate) invitation: String,
    pub(crate) mass_export: String,
    /// One that asks at the team, and its data asked for.
    pub(crate) study: String,
    pub(crate) study_export: String,
    /// A consultation with an answer not to be passed over.
    pub(crate) ringing: String,
    /// Of which the team has a report.
    pub(crate) quarter: &'static str,
}

#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) doers: Vec<Doer>,
    pub(crate) subjects: Vec<Subject>,
    /// What belongs to nobody; the second are the same, further on.
    pub(crate) others: [Others; 2],
    /// That no page of a matrix shows: those one is led to on the way in.
    pub(crate) forms: Vec<SeenForm>,
}

struct Builder<'a> {
    test: &'a TestApp,
    prescriber: Browser,
    nadia: Browser,
    coordinator: Browser,
    administrator: Browser,
    former: Browser,
    colleague: Browser,
    visitor: Browser,
}

pub(crate) async fn build(test: &TestApp) -> World {
    directory::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
    let (bron, venissieux) = (Team::at_bron(test).await, Team::at_venissieux(test).await);
    quarters::frozen(test, bron.site).await;
    member(test, "colleague.prescriber@essarts.test", Role::Prescriber, &[bron.site]).await;
    member(test, "colleague.link_worker@essarts.test", Role::LinkWorker, &[bron.site]).await;
    let both = [bron.site, venissieux.site];
    let former = member(test, "former@essarts.test", Role::LinkWorker, &both).await;
    let closed = member(test, "closed@essarts.test", Role::LinkWorker, &[bron.site]).await;
    let mut builder = Builder {
        test,
        prescriber: test.signed_in("prescriber@essarts.test").await,
        nadia: test.signed_in("link_worker@essarts.test").await,
        coordinator: test.signed_in("coordinator@essarts.test").await,
        administrator: test.signed_in("administrator@essarts.test").await,
        former: test.signed_in("former@essarts.test").await,
        colleague: test.signed_in("colleague.link_worker@essarts.test").await,
        visitor: test.browser(),
    };
    let mut subjects = vec![
        builder.somebody_who_goes(bron.link_worker).await,
        builder.somebody_who_has_ended().await,
        builder.somebody_reported().await,
        builder.somebody_who_would_rather_not().await,
        builder.somebody_who_agrees_no_more().await,
        builder.somebody_whose_place_is_asked_for().await,
        builder.somebody_who_was_proposed_a_place().await,
        builder.somebody_reported_again().await,
        builder.somebody_whose_data_are_frozen().await,
        builder.somebody_a_colleague_opened().await,
    ];
    for subject in &mut subjects {
        subject.person = builder.person_of(subject).await;
    }
    let others = builder.others(&bron, venissieux.site).await;
    builder.enters(subjects.first().expect("who goes"), &others[0].study).await;
    let looked_at = builder.looked_at().await;
    let doers = everybody(test).await;
    for account in [former, closed] {
        let site = bron.site.to_string();
        let act = format!("/comptes/{account}/fermer");
        post(&mut builder.administrator, "/comptes", &act, &[("site", &site)], 'z').await;
    }
    let forms = [second_step(test).await, sent_by_programs(), looked_at].concat();
    an_identity(test).await;
    a_passkey(test).await;
    a_second_step(test, others[0].account).await;
    World { doers, subjects, others, forms }
}

/// The administrator of another site signs in with two steps.
async fn second_step(test: &TestApp) -> Vec<SeenForm> {
    let email = "administrator@minguettes.test";
    let mut tx = test.tx().await;
    tx.run(
        "INSERT INTO second_factor (account_id, secret, since, last_step)
         SELECT id, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 0, 0 FROM account WHERE email = $1",
        &[email.into()],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let mut browser = test.browser();
    let page = browser.get("/connexion").await;
    browser.send(&page, "/connexion", &[("email", email), ("password", PASS_PHRASE)]).await.forms()
}

/// Nadia has linked one.
async fn an_identity(test: &TestApp) {
    let mut tx = test.tx().await;
    tx.run(
        "INSERT INTO identity (issuer, subject, id, account_id, linked_at)
         SELECT $1, 'hers', id, id, 0 FROM account WHERE email = 'link_worker@essarts.test'",
        &[crate::ISSUER.into()],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// Nadia has one, of a key nobody holds.
async fn a_passkey(test: &TestApp) {
    let mut tx = test.tx().await;
    tx.run(
        "INSERT INTO passkey (id, account_id, credential_id, public_key, counter, is_shared, name, added_at)
         SELECT id, id, 'AAAA', 'AAAA', 0, FALSE, 'Téléphone', 0 FROM account
         WHERE email = 'link_worker@essarts.test'",
        &[],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// Of somebody whom an administrator may help.
async fn a_second_step(test: &TestApp, account: AccountId) {
    let sql =
        "INSERT INTO second_factor (account_id, secret, since, last_step) VALUES ($1, 'GEZDGNBV', 0, 0)";
    let mut tx = test.tx().await;
    tx.run(sql, &[account.into()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Asked by our own script, or by a provider's server: no page has a form for it.
fn sent_by_programs() -> Vec<SeenForm> {
    let addresses = [
        "/connexion/cle/debut",
        "/compte/cles/debut",
        "/compte/cles/confirmer/debut",
        "/connexion/fournisseur/proconnect/deconnexion",
    ];
    let form = |address: &str| SeenForm { is_post: true, action: address.to_owned(), controls: Vec::new() };
    addresses.into_iter().map(form).collect()
}

impl Builder<'_> {
    async fn somebody_who_goes(&mut self, nadia: AccountId) -> Subject {
        let answers = [("ucla3.1", "3"), ("ucla3.2", "3"), ("ucla3.3", "2"), ("held_on", TODAY)];
        let page = "/consultation?instrument=ucla3";
        let page = post(&mut self.prescriber, page, "/consultation", &answers, 'a').await;
        let screening = last(&page.path);
        let from = format!("/prescrire?consultation={screening}");
        let referral = self.referred(&from, 'a').await;
        let case = accepted(&mut self.former, &referral).await;
        reached(&mut self.former, &case, 'a').await;
        let file = format!("/personnes/{case}");
        let to = nadia.to_string();
        post(&mut self.coordinator, &file, &format!("{file}/confier"), &[("to", &to)], 'a').await;
        let tie = self.learnt_and_asked(&case, 'a').await;
        let token = self.link("/reponse/").await;
        let reply = format!("/reponse/{token}");
        post(&mut self.visitor, &reply, &format!("{reply}/oui"), &[], 'a').await;
        let path = format!("{file}/liens/{tie}");
        let meeting = [("meeting_on", TODAY), ("going", "alone")];
        post(&mut self.nadia, &path, &format!("{path}/rencontre"), &meeting, 'a').await;
        post(&mut self.nadia, &path, &format!("{path}/venue"), &[("day", TODAY)], 'a').await;
        let asked = self.asked(&case, "1").await;
        let time = format!("{file}/temps");
        post(&mut self.nadia, &time, &time, &[("other_minutes", ""), ("day", TODAY)], 'a').await;
        Subject {
            what: "open, taking part",
            referral,
            case: Some(case),
            tie: Some(tie),
            token: Some(token),
            screening: Some(screening),
            asked: Some(asked),
            ..Subject::default()
        }
    }

    /// Two questionnaires begun; at the end of each when a place beyond the last is looked at.
    async fn asked(&mut self, case: &str, place: &'static str) -> Asked {
        let measures = format!("/personnes/{case}/mesures");
        let begin = format!("{measures}/en-cours");
        let sheet = [("instrument", "own_goals"), ("way", "paper")];
        let page = post(&mut self.nadia, &measures, &begin, &sheet, 'a').await;
        let sheet = page.path.trim_end_matches("/feuille").to_owned();
        let alone = [("instrument", "insee_loneliness"), ("way", "link")];
        let page = post(&mut self.nadia, &measures, &begin, &alone, 'a').await;
        let token =
            last(&page.links().into_iter().find(|link| link.contains("/questions/")).expect("a link"));
        if place != "1" {
            let ways = [format!("{sheet}/question/1"), format!("/questions/{token}/question/1")];
            for way in ways {
                post(&mut self.nadia, &way, &way, &[], 'a').await;
            }
        }
        let filling = last(&sheet);
        let code = self.text("SELECT code FROM filling WHERE way = 'paper' ORDER BY id DESC LIMIT 1").await;
        Asked { filling, code, token, place }
    }

    async fn somebody_who_has_ended(&mut self) -> Subject {
        let (referral, case) = self.followed('b').await;
        let tie = self.learnt_and_asked(&case, 'b').await;
        let token = self.link("/reponse/").await;
        let reply = format!("/reponse/{token}");
        post(&mut self.visitor, &reply, &format!("{reply}/oui"), &[], 'b').await;
        let close = format!("/personnes/{case}/cloture");
        post(&mut self.nadia, &close, &close, &[("outcome", "goals_reached")], 'b').await;
        let (case, tie, token) = (Some(case), Some(tie), Some(token));
        Subject { what: "course of support ended", referral, case, tie, token, ..Subject::default() }
    }

    async fn somebody_reported(&mut self) -> Subject {
        let fields = [("consent", "yes"), ("reasons", "feels_alone")];
        post(&mut self.visitor, "/signaler", "/signaler", &fields, 'c').await;
        let what = "reported by a neighbour, not yet accepted";
        Subject { what, referral: self.opened().await, ..Subject::default() }
    }

    async fn somebody_who_would_rather_not(&mut self) -> Subject {
        let fields = [("consent", "yes"), ("reasons", "feels_alone")];
        post(&mut self.visitor, "/demander", "/demander", &fields, 'd').await;
        let referral = self.newest_referral().await;
        let act = format!("/demandes/{referral}/retirer");
        post(&mut self.nadia, &format!("/demandes/{referral}"), &act, &[], 'd').await;
        Subject { what: "asked, then would rather not", referral, ..Subject::default() }
    }

    async fn somebody_who_agrees_no_more(&mut self) -> Subject {
        let (referral, case) = self.followed('e').await;
        let tie = self.learnt_and_asked(&case, 'e').await;
        let token = self.link("/reponse/").await;
        let path = format!("/personnes/{case}/liens/{tie}");
        post(&mut self.nadia, &path, &format!("{path}/retrait"), &[], 'e').await;
        let (case, tie, token) = (Some(case), Some(tie), Some(token));
        let what = "open, agreement for the place withdrawn";
        Subject { what, referral, case, tie, token, ..Subject::default() }
    }

    async fn somebody_whose_place_is_asked_for(&mut self) -> Subject {
        let (referral, case) = self.followed('f').await;
        let tie = self.learnt_and_asked(&case, 'f').await;
        let token = self.link("/reponse/").await;
        let asked = Some(self.asked(&case, "9").await);
        let (case, tie, token) = (Some(case), Some(tie), Some(token));
        Subject { what: "open, a place asked for", referral, case, tie, token, asked, ..Subject::default() }
    }

    async fn somebody_who_was_proposed_a_place(&mut self) -> Subject {
        let (referral, case) = self.followed('g').await;
        let tie = self.learnt_and_proposed(&case, 'g').await;
        let (case, tie) = (Some(case), Some(tie));
        Subject { what: "open, a place proposed", referral, case, tie, ..Subject::default() }
    }

    /// Under the name of the first, by somebody who does not know.
    async fn somebody_reported_again(&mut self) -> Subject {
        let reporter = token("reportername", 'h');
        let fields = [("consent", "yes"), ("reasons", "feels_alone"), ("reporter_name", &reporter)];
        post(&mut self.visitor, "/signaler", "/signaler", &fields, 'a').await;
        let what = "a second request for somebody who goes";
        Subject { what, referral: self.opened().await, ..Subject::default() }
    }

    async fn somebody_whose_data_are_frozen(&mut self) -> Subject {
        let (referral, case) = self.followed('i').await;
        let tie = self.learnt_and_asked(&case, 'i').await;
        let token = self.link("/reponse/").await;
        let (case, tie, token) = (Some(case), Some(tie), Some(token));
        let what = "open, data frozen at their wish";
        let mut subject = Subject { what, referral, case, tie, token, ..Subject::default() };
        subject.person = self.person_of(&subject).await;
        let freeze = format!("/droits/{}/geler", subject.person);
        post(&mut self.coordinator, &freeze, &freeze, &[], 'i').await;
        subject
    }

    async fn somebody_a_colleague_opened(&mut self) -> Subject {
        let (referral, case) = self.followed('j').await;
        let tie = self.learnt_and_asked(&case, 'j').await;
        let token = self.link("/reponse/").await;
        post(&mut self.colleague, "/urgence", "/urgence", &[], 'j').await;
        let (case, tie, token) = (Some(case), Some(tie), Some(token));
        let what = "open, a colleague opened it in an emergency";
        Subject { what, referral, case, tie, token, ..Subject::default() }
    }

    /// Whose request it is; known already where no table tells it any more.
    async fn person_of(&self, subject: &Subject) -> String {
        let referral: ReferralId = subject.referral.parse().unwrap();
        let sql = "SELECT person_id FROM referral WHERE id = $1";
        let found: Option<(Uuid,)> = self.test.tx().await.maybe(sql, &[referral.into()]).await.unwrap();
        found.map_or_else(|| subject.person.clone(), |(person,)| person.to_string())
    }

    async fn others(&mut self, team: &Team, elsewhere: SiteId) -> [Others; 2] {
        let controller = "/donnees/responsable";
        let basis = [("basis", "public_task")];
        post(&mut self.administrator, controller, controller, &basis, 'z').await;
        let impact = "/donnees/analyse/texte";
        post(&mut self.coordinator, impact, impact, &[], 'z').await;
        let resource = self.text("SELECT id FROM resource ORDER BY id LIMIT 1").await;
        let organization = self.text("SELECT id FROM organization ORDER BY id LIMIT 1").await;
        let wrong = format!("/ressources/{resource}/erreur");
        post(&mut self.visitor, &wrong, &wrong, &[], 'z').await;
        let letter = format!("/annuaire/organisations/{organization}/ecrire");
        self.coordinator.hand_in(&letter, &[], &[]).await;
        let verification = self.link("/verification/").await;
        let rounds = "/annuaire/campagnes?territoire=69259&mois=1";
        post(&mut self.coordinator, rounds, "/annuaire/campagnes/lancer", &[], 'z').await;
        let invited = [("name", "Quelqu’un"), ("email", "quelquun@essarts.test"), ("role", "prescriber")];
        post(&mut self.administrator, "/comptes", "/comptes", &invited, 'z').await;
        let invitation = self.link("/invitation/").await;
        let incoming = [self.brought("structures").await, self.brought("table").await];
        self.twice().await;
        let decided = self.id("SELECT id FROM duplicate_pair ORDER BY id LIMIT 1").await;
        let pair = format!("/annuaire/doublons/{decided}");
        post(&mut self.coordinator, &pair, &format!("{pair}/deux"), &[], 'z').await;
        let granted = self.mass_export().await;
        let act = format!("/donnees/emporter/{granted}/accorder");
        post(&mut self.administrator, &act, &act, &[], 'z').await;
        let further = self.study("sec").await;
        self.invited(&further, elsewhere).await;
        let granted_data = self.study_export(&further).await;
        let act = format!("/etudes/{further}/exports/{granted_data}/accorder");
        post(&mut self.administrator, &act, &act, &[], 'z').await;
        let study = self.study("pri").await;
        let first = Others {
            account: team.coordinator,
            site: team.site.to_string(),
            resource,
            organization,
            campaign: self.id("SELECT id FROM campaign LIMIT 1").await,
            incoming: incoming[0].clone(),
            report: self.id("SELECT id FROM report LIMIT 1").await,
            duplicate: self.id("SELECT id FROM duplicate_pair WHERE state = 'proposed' LIMIT 1").await,
            verification,
            invitation,
            mass_export: self.mass_export().await,
            study_export: self.study_export(&study).await,
            study,
            ringing: self.ringing().await,
            quarter: quarters::KEPT,
        };
        let [_, incoming] = incoming;
        let said = self.ringing().await;
        let check = format!("/securite/{said}");
        post(&mut self.prescriber, &check, &check, &[("done", "assessed")], 'z').await;
        let (mass_export, ringing, quarter, study_export) = (granted, said, quarters::RELEASED, granted_data);
        let second = Others {
            incoming,
            duplicate: decided,
            mass_export,
            ringing,
            quarter,
            study: further,
            study_export,
            ..first.clone()
        };
        [first, second]
    }

    /// PHQ-9 with a ninth answer above zero, which nobody has said anything of.
    async fn ringing(&mut self) -> String {
        let list = "/equipe/questionnaires";
        let choose = [("code", "phq9"), ("used", "oui")];
        post(&mut self.coordinator, list, &format!("{list}/choisir"), &choose, 'z').await;
        let page = "/consultation?instrument=phq9";
        let answers = [("phq9.9", "1"), ("held_on", TODAY)];
        last(&post(&mut self.prescriber, page, "/consultation", &answers, 'z').await.path)
    }

    /// One that waits for a decision.
    async fn mass_export(&mut self) -> String {
        let page = "/donnees/emporter";
        post(&mut self.coordinator, page, page, &[], 'z').await;
        self.id("SELECT id FROM mass_export WHERE decided_at IS NULL LIMIT 1").await
    }

    /// A file somebody has yet to decide about, or to match the columns of.
    async fn brought(&mut self, field: &str) -> String {
        let page = self.coordinator.get("/annuaire/import").await;
        let (name, content) = file(field);
        let fields = [("lignes", "activites"), ("source", "Essai")];
        let files = [(field, name, content)];
        let page = self.coordinator.upload(&page, "/annuaire/import", &fields, &files).await;
        assert!(page.status.is_success(), "{}", page.text());
        self.id("SELECT id FROM incoming ORDER BY id DESC LIMIT 1").await
    }

    /// Two organizations, each as two sources say it.
    async fn twice(&self) {
        let row = |source: &str, name: &str, nth: u8| {
            json!({
                "id": format!("{source}--{nth}"), "source": source, "nom": name, "date_maj": "2026-01-10",
                "code_postal": "69500", "commune": "Bron", "code_insee": "69029",
                "telephone": format!("04 65 71 00 9{nth}"),
            })
        };
        let two = |source| [row(source, "Les Deux Rives", 1), row(source, "Couture et compagnie", 2)];
        let lines: Vec<String> =
            ["un", "deux"].into_iter().flat_map(two).map(|row| row.to_string()).collect();
        let rows = |text: String| Source::new(Cursor::new(text.into_bytes()), 0).unwrap();
        let (db, now) = (self.test.app.db(), self.test.app.clock().now());
        let files = (rows(lines.join("\n")), rows(String::new()));
        data_inclusion::import(db, now, files, &mut |_| ()).await.unwrap();
        directory::duplicate::search(db).await.unwrap();
    }

    async fn referred(&mut self, from: &str, letter: char) -> String {
        let fields = [("consent", "yes"), ("reasons", "feels_alone")];
        post(&mut self.prescriber, from, "/prescrire", &fields, letter).await;
        self.newest_referral().await
    }

    /// Referred, accepted and called by Nadia.
    async fn followed(&mut self, letter: char) -> (String, String) {
        let referral = self.referred("/prescrire", letter).await;
        let case = accepted(&mut self.nadia, &referral).await;
        reached(&mut self.nadia, &case, letter).await;
        (referral, case)
    }

    /// What matters, a plan, a measure, and a place proposed; gives the tie.
    async fn learnt_and_proposed(&mut self, case: &str, letter: char) -> String {
        let file = format!("/personnes/{case}");
        let point = format!("{file}/point");
        post(&mut self.nadia, &point, &point, &[("needs", "ties")], letter).await;
        let plan = format!("{file}/plan");
        post(&mut self.nadia, &plan, &plan, &[("agreed_on", TODAY)], letter).await;
        let measures = format!("{file}/mesures/nouvelle?instrument=own_goals");
        post(&mut self.nadia, &measures, &format!("{file}/mesures"), &[("held_on", TODAY)], letter).await;
        let ties = format!("{file}/liens");
        let found = format!("{file}/trouver");
        let page = post(&mut self.nadia, &found, &ties, &[], letter).await;
        assert!(page.status.is_success(), "{}", page.text());
        self.id("SELECT id FROM connection ORDER BY id DESC LIMIT 1").await
    }

    /// The same, and the place asked for.
    async fn learnt_and_asked(&mut self, case: &str, letter: char) -> String {
        let tie = self.learnt_and_proposed(case, letter).await;
        let ask = format!("/personnes/{case}/liens/{tie}/demander");
        let given =
            [("agreed", "yes"), ("shared", "name"), ("shared", "phone"), ("shared", "likes"), ("by", "mail")];
        post(
            &mut self.nadia,
            &ask,
            &ask,
            &[&given[..], &[("email", "accueil@lieu.example")]].concat(),
            letter,
        )
        .await;
        tie
    }

    /// The last request, which a link worker has read.
    async fn opened(&mut self) -> String {
        let referral = self.newest_referral().await;
        self.nadia.get(&format!("/demandes/{referral}")).await;
        referral
    }

    async fn newest_referral(&self) -> String {
        self.id("SELECT id FROM referral ORDER BY sent_at DESC, id DESC LIMIT 1").await
    }

    async fn id(&self, sql: &'static str) -> String {
        let found: Option<(Uuid,)> = self.test.tx().await.maybe(sql, &[]).await.unwrap();
        found.unwrap_or_else(|| panic!("nothing for {sql}")).0.to_string()
    }

    async fn text(&self, sql: &'static str) -> String {
        let (found,): (String,) = self.test.tx().await.one(sql, &[]).await.unwrap();
        found
    }

    /// The end of the last letter's link that begins like this.
    async fn link(&self, beginning: &str) -> String {
        let bodies: Vec<(String,)> =
            self.test.tx().await.all("SELECT body FROM outbox ORDER BY id DESC", &[]).await.unwrap();
        let found = bodies.iter().find_map(|(body,)| body.split_once(beginning)).expect("a letter");
        found.1.split_whitespace().next().unwrap().to_owned()
    }
}

async fn accepted(browser: &mut Browser, referral: &str) -> String {
    let page = format!("/demandes/{referral}");
    last(&post(browser, &page, &format!("{page}/accepter"), &[], 'z').await.path)
}

async fn reached(browser: &mut Browser, case: &str, letter: char) {
    let file = format!("/personnes/{case}");
    post(browser, &file, &format!("{file}/essais"), &[("result", "reached")], letter).await;
}

/// Fills in and sends a page's form; it is taken.
async fn post(browser: &mut Browser, page: &str, action: &str, given: &[(&str, &str)], letter: char) -> Page {
    let seen = browser.get(page).await;
    let form = seen.forms().into_iter().find(|form| form.is_post && form.action == action);
    let form = form.unwrap_or_else(|| panic!("no {action} on {page} ({}):\n{}", seen.status, seen.text()));
    let answer = browser.post(action, &filled(&form, given, letter)).await;
    assert!(answer.status.is_success(), "{action} ({}):\n{}", answer.status, answer.text());
    answer
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

/// Ids that name nothing.
pub(crate) fn absent(subject: &Subject) -> Subject {
    Subject {
        person: Uuid::nil().to_string(),
        referral: Uuid::nil().to_string(),
        case: subject.case.as_ref().map(|_| CaseId(Uuid::nil()).to_string()),
        tie: subject.tie.as_ref().map(|_| ConnectionId(Uuid::nil()).to_string()),
        screening: subject.screening.as_ref().map(|_| Uuid::nil().to_string()),
        asked: subject.asked.clone().map(|asked| Asked {
            filling: Uuid::nil().to_string(),
            code: "00000000".to_owned(),
            ..asked
        }),
        ..subject.clone()
    }
}
