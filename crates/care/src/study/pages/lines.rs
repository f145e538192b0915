//! A protocol said line by line: to be read, and laid beside another version.

use measure::Instrument;
use platform::web::Ui;

use crate::stale::Line;
use crate::study::labels;
use crate::study::model::{Allocation, Criterion, Design, Point, Protocol};
use crate::words::{Words, words};

impl Protocol {
    pub(super) fn lines(&self, instruments: &[&'static Instrument], ui: &Ui) -> Vec<Line> {
        let w = words(ui.lang);
        let titles: Vec<&str> = instruments.iter().map(|one| one.title.get(ui.lang)).collect();
        let points: Vec<String> = self.points.iter().map(|point| window(point, w)).collect();
        vec![
            Line::new(w.study_name(), self.name.as_str()),
            Line::new(w.study_purpose(), self.purpose.as_str()),
            Line::new(w.study_responsible(), self.responsible.as_str()),
            Line::new(w.study_contact(), self.contact.as_str()),
            Line::new(w.study_reference(), self.reference.clone().unwrap_or_default()),
            Line::new(w.study_information(), self.information.as_str()),
            Line::new(w.study_consent(), self.consent.as_str()),
            Line::new(w.study_arms(), arms(&self.design, w)),
            Line::new(w.study_instruments(), titles.join("\n")),
            Line::new(w.study_points(), points.join("\n")),
            Line::new(w.study_inclusion(), texts(&self.inclusion)),
            Line::new(w.study_exclusion(), texts(&self.exclusion)),
            Line::new(w.study_keep(), w.study_keep_months(self.keep_months)),
        ]
    }
}

fn window(point: &Point, w: &Words) -> String {
    let label = labels::point(point, w);
    let (before, after) = (i64::from(point.before), i64::from(point.after));
    if point.is_baseline() {
        w.study_window_baseline(label, before)
    } else {
        w.study_window(label, before, after)
    }
}

fn arms(design: &Design, w: &Words) -> String {
    match design {
        Design::OneGroup => w.study_one_group(),
        Design::Arms { arms, allocation } => {
            let names = arms.iter().map(|arm| format!("{}. {}", arm.code, arm.name));
            let how = match allocation {
                Allocation::Chosen => w.study_allocation_chosen(),
                Allocation::Random { blocks } => w.study_allocation_blocks(
                    blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
                ),
            };
            names.chain([how]).collect::<Vec<_>>().join("\n")
        }
    }
}

fn texts(criteria: &[Criterion]) -> String {
    criteria.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n")
}
