//! A small world, made through the acts of care.

use care::act::Acting;
use care::caseload::acts::{Attempt, How, Reply};
use care::caseload::{self, Case};
use care::person::{Civility, Person};
use care::referral::acts::{About, NewReferral};
use care::referral::model::{Origin, Reason};
use care::referral::{self, DeclineReason};
use kernel::commune::CommuneCode;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId};
use kernel::name::PersonName;
use platform::audit::Who;
use platform::db::Tx;
use platform::testing::{Team, TestApp, on_both_engines};

/// One story on SQLite and, when there is one, on PostgreSQL.
pub(super) async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let modules = vec![platform::module(), directory::module(), care::module(), crate::module()];
    on_both_engines(modules, directory::prepare, tell).await;
}

/// A team and its days.
pub(super) struct World<'a> {
    pub(super) test: &'a TestApp,
    pub(super) team: &'a Team,
}

impl World<'_> {
    fn by(&self, account: AccountId) -> Acting<'_> {
        Acting::new(&self.test.app, Who::Account(account))
    }

    /// So many referrals, each for another person.
    pub(super) async fn referrals(&self, count: usize) -> Vec<ReferralId> {
        let mut sent = Vec::new();
        for number in 0..count {
            let origin = Origin::Prescriber(self.team.prescriber);
            sent.push(self.referral(origin, number).await);
        }
        sent
    }

    pub(super) async fn referral(&self, origin: Origin, number: usize) -> ReferralId {
        let person = Person {
            id: PersonId::new(),
            site_id: self.team.site,
            civility: Some(Civility::Madame),
            name: PersonName::parse(&format!("Personne {}", LETTERS[number])).unwrap(),
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

    pub(super) async fn accept(&self, id: ReferralId) -> CaseId {
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

    pub(super) async fn decline(&self, id: ReferralId, reason: DeclineReason) {
        let mut tx = self.test.tx().await;
        let referral = referral::acts::find(&mut tx, &[self.team.site], id).await.unwrap();
        let acting = self.by(self.team.link_worker);
        referral::acts::decline(&mut tx, &acting, referral, reason).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(super) async fn withdraw(&self, id: ReferralId) {
        let mut tx = self.test.tx().await;
        let referral = referral::acts::find(&mut tx, &[self.team.site], id).await.unwrap();
        let acting = self.by(self.team.link_worker);
        referral::acts::withdraw(&mut tx, &acting, referral).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(super) async fn reach(&self, id: CaseId) {
        let (mut tx, case) = self.open(id).await;
        let attempt = Attempt { how: How::Call, reply: Reply::Reached, note: None };
        let acting = self.by(self.team.link_worker);
        caseload::acts::note_attempt(&mut tx, &acting, case, &attempt).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub(super) async fn assess(&self, id: CaseId) {
        let (mut tx, case) = self.open(id).await;
        let acting = self.by(self.team.link_worker);
        caseload::acts::mark_assessed(&mut tx, &acting, case).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    async fn open(&self, id: CaseId) -> (Tx, Case) {
        let mut tx = self.test.tx().await;
        let acting = self.by(self.team.link_worker);
        let case = caseload::acts::open_to_change(&mut tx, &acting, id, None).await.unwrap();
        (tx, case)
    }
}

/// Names of invented persons, as a name holds no digit.
const LETTERS: [&str; 16] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P"];
