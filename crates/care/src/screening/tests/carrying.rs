//! From a visitor's page, or a consultation, into somebody's file.

use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, ScreeningId};
use kernel::role::{Permission, Role};
use platform::audit::Who;
use platform::testing::{Team, TestApp};

use super::{UCLA3, kept};
use crate::act::Acting;
use crate::caseload::{self as cases, Case};
use crate::screening::model::{Mode, Moment};
use crate::screening::{acts, carried, sql};
use crate::testing::{a_case, story};

const CARRIED: &str = r#"{"ucla3":{"ucla3.1":2,"ucla3.2":2,"ucla3.3":2}}"#;

async fn found(test: &TestApp, case: CaseId) -> Case {
    cases::find(&mut test.tx().await, case).await.unwrap().unwrap()
}

async fn a_consultation(test: &TestApp) -> ScreeningId {
    let mut doctor = test.signed_in("prescriber@essarts.test").await;
    let page = doctor.get("/consultation?instrument=ucla3").await;
    let page = doctor.send(&page, "/consultation", &UCLA3).await;
    page.path.strip_prefix("/consultation/").unwrap().parse().unwrap()
}

async fn attached_by(test: &TestApp, account: AccountId, id: ScreeningId, case: &Case) -> bool {
    let acting = Acting::new(&test.app, Who::Account(account));
    let mut tx = test.tx().await;
    let is_attached = acts::attach(&mut tx, &acting, id, case.person_id, case.referral_id).await.unwrap();
    tx.commit().await.unwrap();
    is_attached
}

#[tokio::test]
async fn what_a_visitor_carries_is_found_in_their_case() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case_id = a_case(&test, &team).await;
        let case = found(&test, case_id).await;
        let acting = Acting::new(&test.app, Who::Visitor);
        let (person, referral) = (case.person_id, case.referral_id);
        let mut tx = test.tx().await;
        let nothing = carried::parse("").unwrap();
        assert!(
            acts::keep_carried(&mut tx, &acting, team.site, person, referral, &nothing)
                .await
                .unwrap()
                .is_none()
        );
        let carried = carried::parse(CARRIED).unwrap();
        let id = acts::keep_carried(&mut tx, &acting, team.site, person, referral, &carried)
            .await
            .unwrap()
            .unwrap();
        tx.commit().await.unwrap();

        let mut tx = test.tx().await;
        let measures = sql::measures_of_case(&mut tx, case_id).await.unwrap();
        let [measure] = &measures[..] else { panic!("one measure, not {}", measures.len()) };
        assert_eq!((measure.screening_id, measure.mode, measure.moment), (id, Mode::Alone, Moment::First));
        assert_eq!(measure.held_on.to_string(), "2026-01-13");
    })
    .await;
}

#[tokio::test]
async fn a_consultation_is_attached_once_by_its_author_or_a_colleague() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let case_id = a_case(&test, &team).await;
        let case = found(&test, case_id).await;
        let (own, colleague_s) = (a_consultation(&test).await, a_consultation(&test).await);

        assert!(!attached_by(&test, elsewhere.prescriber, own, &case).await);
        assert!(!attached_by(&test, team.administrator, own, &case).await);
        assert!(!attached_by(&test, team.prescriber, ScreeningId::new(), &case).await);
        assert!(attached_by(&test, team.prescriber, own, &case).await);
        assert!(attached_by(&test, team.coordinator, colleague_s, &case).await);
        assert!(!attached_by(&test, team.prescriber, own, &case).await, "it is about somebody already");

        let mut tx = test.tx().await;
        assert_eq!(sql::measures_of_case(&mut tx, case_id).await.unwrap().len(), 2);
        drop(tx);
        let mut doctor = test.signed_in("prescriber@essarts.test").await;
        let page = doctor.get(&format!("/consultation/{own}")).await;
        page.says("reliée à une demande").does_not_say("Prescrire du lien");
        doctor.get("/consultation").await.does_not_say("Consultations sans suite");
        let mut colleague = test.signed_in("coordinator@essarts.test").await;
        colleague.get(&format!("/consultation/{own}")).await.says("n’existe pas, ou n’est pas pour vous");
        assert_eq!(kept(&test).await.0, 2);
    })
    .await;
}

#[tokio::test]
async fn whoever_may_hold_a_consultation_may_open_one_of_their_site() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_consultation(&test).await;
        let accounts = [team.prescriber, team.link_worker, team.coordinator, team.administrator];
        let mut tx = test.tx().await;
        for (role, account) in Role::all().zip(accounts) {
            let acting = Acting::new(&test.app, Who::Account(account));
            let may_open = acts::visible(&mut tx, &acting, id).await.is_ok();
            assert_eq!(may_open, role.may(Permission::Screen), "{role:?}");
        }
    })
    .await;
}
