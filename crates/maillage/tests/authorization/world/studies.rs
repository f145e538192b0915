//! Studies, who takes part in them, and what was looked at of a file of consultations.

use kernel::id::SiteId;
use platform::testing::SeenForm;

use super::{Builder, Subject, last, post};

impl Builder<'_> {
    /// Open, of one group, asking UCLA-3.
    pub(super) async fn study(&mut self, prefix: &str) -> String {
        let (new, fields) = ("/etudes/nouvelle", [("prefix", prefix), ("instruments", "ucla3")]);
        let points = ["0", "3", "6", "12"].map(|months| ("months", months));
        let fields = [&fields[..], &[("arms", ""), ("keep_months", "12")], &points].concat();
        let study = last(&post(&mut self.coordinator, new, new, &fields, 'z').await.path);
        let page = format!("/etudes/{study}");
        post(&mut self.coordinator, &page, &format!("{page}/etape"), &[], 'z').await;
        study
    }

    /// Another team is asked to take part in a study, and has not answered.
    pub(super) async fn invited(&mut self, study: &str, site: SiteId) {
        let page = format!("/etudes/{study}");
        let site = site.to_string();
        post(&mut self.coordinator, &page, &format!("{page}/equipes"), &[("site", &site)], 'z').await;
    }

    /// The forms of a file of consultations that was looked at.
    pub(super) async fn looked_at(&mut self) -> Vec<SeenForm> {
        let bring = "/equipe/couts/consultations";
        let pattern = self.coordinator.get(&format!("{bring}/modele.csv")).await;
        let filled = pattern.body.replacen(";;;", ";3;;", 1);
        let page = self.coordinator.get(bring).await;
        let file = [("fichier", "consultations.csv", filled.as_bytes())];
        let page = self.coordinator.upload(&page, bring, &[], &file).await;
        assert!(page.status.is_success(), "{}", page.text());
        page.forms()
    }

    /// Somebody agrees to take part in a study.
    pub(super) async fn enters(&mut self, subject: &Subject, study: &str) {
        let here = format!("/personnes/{}/etudes/{study}", subject.case.as_ref().expect("a file"));
        post(&mut self.nadia, &here, &here, &[("holds", "i1"), ("answer", "agreed")], 'a').await;
    }

    /// Data of a study that wait for a decision.
    pub(super) async fn study_export(&mut self, study: &str) -> String {
        let page = format!("/etudes/{study}/exports");
        post(&mut self.coordinator, &page, &page, &[], 'z').await;
        self.id("SELECT id FROM study_export WHERE decided_at IS NULL LIMIT 1").await
    }
}
