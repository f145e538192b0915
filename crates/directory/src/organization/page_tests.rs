//! The page of one organization, through HTTP, on both engines, over the demo territory.

use axum::http::StatusCode;

use super::{Organization, OrganizationId};
use crate::address;
use crate::stored::Change;
use crate::testing::{in_the_demo, json_ld};

#[tokio::test]
async fn programs_read_an_organization_with_what_it_offers_until_it_is_gone() {
    const HOSTILE: &str = "Voix</script><script>alert(1)</script>";
    in_the_demo(|test| async move {
        let id = OrganizationId::parse("demo--voix-voisines").unwrap();
        let (organization, _) = super::find(&mut test.tx().await, &id).await.unwrap().unwrap();
        let mut tx = test.tx().await;
        let hostile = Organization { name: HOSTILE.to_owned(), ..organization };
        super::put(&mut tx, &hostile, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = test.browser();
        let address = address::organization(&id);
        let page = browser.get(&address).await;
        let said = json_ld(&page);
        assert_eq!((said["@type"].as_str(), said["name"].as_str()), (Some("Organization"), Some(HOSTILE)));
        assert_eq!(said["url"], format!("http://maillage.test{address}"));
        assert_eq!(said["location"]["address"]["addressCountry"], "FR");
        let offers = said["makesOffer"].as_array().unwrap();
        assert!(!offers.is_empty());
        for offer in offers {
            let service = &offer["itemOffered"];
            page.says(&service["name"].as_str().unwrap().replace('\u{a0}', " "));
            assert!(service["url"].as_str().unwrap().starts_with("http://maillage.test/ressources/"));
        }
        assert_eq!(page.body.matches("<script").count(), 2, "ours and the frame's");
        let mut tx = test.tx().await;
        let change = Change::begin(&mut tx, test.app.clock().now()).await.unwrap();
        super::mark_gone(&mut tx, id.as_str(), change).await.unwrap();
        tx.commit().await.unwrap();
        let gone = browser.get(&address).await;
        assert!(!gone.is(StatusCode::GONE).body.contains("ld+json"));
    })
    .await;
}
