//! A small world, made through the acts of care.

use care::act::Acting;
use care::assessment::{self, Assessment};
use care::caseload::acts::{Attempt, How, Reply};
use care::caseload::{self, Case};
use care::connection::{Agreement, Answer, Connection, Shared, acts as ties};
use care::person::{Civility, Person};
use care::referral::acts::{About, NewReferral};
use care::referral::model::{Origin, Reason};
use care::referral::{self, DeclineReason};
use care::screening::acts::{Consultation, Taking};
use care::screening::{self, Filled, Mode, Moment};
use directory::resource::ResourceId;
use kernel::Lang;
use kernel::commune::CommuneCode;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId};
use kernel::name::PersonName;
use platform::audit::Who;
use platform::db::Tx;
use platform::jobs;
use platform::testing::{Team, TestApp, on_both_engines, printer};

use crate::frozen::FREEZE;

/// One story on SQLite and, when there is one, on PostgreSQL.
pub(crate) async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let modules = vec![platform::module(), directory::module(), care::module(), crate::module()];
    on_both_engines(modules, |app| directory::prepare(app).with_part(printer()), tell).await;
}

/// A case and its connection, as it was last seen.
pub(crate) type Tie = (CaseId, Connection);

/// A team and its days.
pub(crate) struct World<'a> {
    pub(crate) test: &'a TestApp,
    pub(crate) team: &'a Team,
}

impl World<'_> {
    fn by(&self, account: AccountId) -> Acting<'_> {
        Acting::new(&self.test.app, Who::Account(account))
    }

    /// So many referrals, each for another person.
    pub(crate) async fn referrals(&self, count: usize) -> Vec<ReferralId> {
        let mut sent = Vec::new();
        for _ in 0..count {
            let origin = Origin::Prescriber(self.team.prescriber);
            sent.push(self.referral(origin).await);
        }
        sent
    }

    pub(crate) async fn referral(&self, origin: Origin) -> ReferralId {
        let person = Person {
            id: PersonId::new(),
            site_id: self.team.site,
            civility: Some(Civility::Madame),
            name: PersonName::parse("Jeanne Martin").unwrap(),
            birth_year: None,
            commune: CommuneCode::parse("69029").unwrap(),
            address: None,
            phone: None,
            discreet: false,
            call_when: None,
        };
        let new = NewReferral {
            site: self.team.site,
            about: About::Somebody(Box::new(person)),
            origin,
            reasons: vec![Reason::FeelsAlone],
            note: None,
            consent_wording: "La personne est d’accord.".to_owned(),
        };
        let mut tx = self.test.tx().await;
        let (id, _) = referral::acts::send(&mut tx, &self.by(self.team.prescriber), new).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn accept(&self, id: ReferralId) -> CaseId {
        let mut tx = self.test.tx().await;
        let referral = referral::acts::find(&mut tx, &[self.team.site], id).await.unwrap();
        let acting = self.by(self.team.link_worker);
        let case = referral::acts::accept(&mut tx, &acting, referral, Some(self.team.link_worker))
            .await
            .unwrap()
            .unwrap();
        tx.commit().await.unwrap();
        case
    }

    pub(crate) async fn decline(&self, id: ReferralId, reason: DeclineReason) {
        let mut tx = self.test.tx().await;
        let referral = referral::acts::find(&mut tx, &[self.team.site], id).await.unwrap();
        let acting = self.by(self.team.link_worker);
        referral::acts::decline(&mut tx, &acting, referral, reason).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn withdraw(&self, id: ReferralId) {
        let mut tx = self.test.tx().await;
        let referral = referral::acts::find(&mut tx, &[self.team.site], id).await.unwrap();
        let acting = self.by(self.team.link_worker);
        referral::acts::withdraw(&mut tx, &acting, referral).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn reach(&self, id: CaseId) {
        let (mut tx, case) = self.open(id).await;
        let attempt = Attempt { how: How::Call, reply: Reply::Reached, note: None };
        let acting = self.by(self.team.link_worker);
        caseload::acts::note_attempt(&mut tx, &acting, case, &attempt).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn assess(&self, id: CaseId) {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        caseload::acts::mark_assessed(&mut tx, &acting, case).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn take_stock(&self, id: CaseId, assessment: &Assessment) {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        assert!(assessment::acts::save(&mut tx, &acting, case, assessment, 0).await.unwrap().is_ok());
        tx.commit().await.unwrap();
    }

    /// A place is asked for by telephone.
    pub(crate) async fn ask(&self, id: CaseId) -> Tie {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        let resource = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let proposed = ties::propose(&mut tx, &acting, &case, &resource).await.unwrap().unwrap();
        let agreement = Agreement { shared: vec![Shared::Name], likes: None, lang: Lang::Fr };
        let asked = ties::ask(&mut tx, &acting, &case, proposed, agreement, None).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        (id, asked)
    }

    pub(crate) async fn answer(&self, (id, tie): Tie, answer: Answer) -> Tie {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        let answered = ties::answer(&mut tx, &acting, &case, tie, answer).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        (id, answered)
    }

    /// The person came today.
    pub(crate) async fn came(&self, (id, tie): Tie) -> Tie {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        let today = self.test.app.clock().today();
        let came = ties::note_attendance(&mut tx, &acting, &case, tie, today).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        (id, came)
    }

    pub(crate) async fn settle(&self, (id, tie): Tie) {
        let (mut tx, _) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        ties::settle(&mut tx, &acting, tie).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn drop(&self, (id, tie): Tie, reason: DeclineReason) {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        ties::drop(&mut tx, &acting, &case, tie, reason).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// A consultation about nobody yet, held today.
    pub(crate) async fn consult(&self) {
        let mut tx = self.test.tx().await;
        let (site, mode) = (self.team.site, Mode::Professional);
        let consultation = Consultation { site, mode, held_on: self.test.app.clock().today() };
        let acting = self.by(self.team.prescriber);
        let filled = [loneliness([2, 2, 2])];
        screening::acts::consult(&mut tx, &acting, consultation, &filled).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// The three questions about loneliness, put today.
    pub(crate) async fn measure(&self, id: CaseId, moment: Moment, answers: [i64; 3]) {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        let held_on = self.test.app.clock().today();
        let taking = Taking { mode: Mode::Professional, moment, held_on };
        let filled = [loneliness(answers)];
        screening::acts::keep(&mut tx, &acting, &case, taking, &filled).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// Fourteen referrals: eleven accepted, one declined, one withdrawn, one waiting. Three persons are
    /// reached after a day, seven after four, one after nine; five courses of support are assessed.
    pub(crate) async fn a_winter(&self) {
        let mut sent = self.referrals(12).await;
        sent.push(self.referral(Origin::Person).await);
        let teller = Origin::ThirdParty { name: "Voisine".to_owned(), contact: "04 65 71 00 09".to_owned() };
        sent.push(self.referral(teller).await);
        let mut cases = Vec::new();
        for id in &sent[3..] {
            cases.push(self.accept(*id).await);
        }
        self.decline(sent[0], DeclineReason::NotEligible).await;
        self.withdraw(sent[1]).await;
        for (day, reached) in [(1, 0..3), (3, 3..10), (5, 10..11)] {
            self.test.days_pass(day).await;
            for case in &cases[reached] {
                self.reach(*case).await;
            }
        }
        for case in &cases[..5] {
            self.assess(*case).await;
        }
    }

    async fn open(&self, id: CaseId) -> (Tx, Case) {
        let mut tx = self.test.tx().await;
        let acting = self.by(self.team.link_worker);
        let case = caseload::acts::open_to_change(&mut tx, &acting, id, None).await.unwrap();
        (tx, case)
    }
}

fn loneliness(answers: [i64; 3]) -> Filled {
    let items = ["ucla3.1", "ucla3.2", "ucla3.3"];
    Filled::new(measure::ucla3(), items.into_iter().zip(answers).collect())
}

/// The day comes, at six in the morning; what is ripe is frozen.
pub(crate) async fn freezes_on(test: &TestApp, day: jiff::civil::Date) {
    let morning = kernel::clock::start_of(day) + jiff::SignedDuration::from_hours(6);
    test.app.clock().set(morning);
    let mut tx = test.tx().await;
    jobs::schedule(&mut tx, FREEZE, "", morning).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(jobs::run_due(&test.app).await.unwrap().missed, 0);
}
