//! A protocol as typed, and read.

use kernel::text::{TextError, bounded, optional};
use platform::web::form::Problems;
use serde::Deserialize;

use crate::study::model::{
    Allocation, Arm, Asked, Criterion, Design, MOST_ARMS, MOST_POINTS, Point, Protocol, Study,
};
use crate::study::rules::{blocks, pseudonym};
use crate::words::Words;

/// Of a name or an institution, and of a text.
const LONGEST_NAME: usize = 150;
const LONGEST_TEXT: usize = 3000;
/// Ten years: beyond, an archive is elsewhere.
const LONGEST_KEPT: i64 = 120;
const USUALLY_KEPT: i64 = 24;
const FURTHEST_MONTHS: i32 = 60;
const WIDEST_DAYS: i32 = 180;
/// What `allocation` says where chance allocates.
const RANDOM: &str = "random";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ProtocolForm {
    pub(super) once: String,
    /// The version it was filled in from.
    pub(super) version: String,
    pub(super) reason: String,
    pub(super) site: String,
    pub(super) prefix: String,
    pub(super) name: String,
    pub(super) purpose: String,
    pub(super) responsible: String,
    pub(super) contact: String,
    pub(super) reference: String,
    pub(super) information: String,
    pub(super) consent: String,
    /// One a line, as criteria are.
    pub(super) arms: String,
    pub(super) allocation: String,
    pub(super) blocks: String,
    pub(super) instruments: Vec<String>,
    pub(super) months: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) inclusion: String,
    pub(super) exclusion: String,
    pub(super) keep_months: String,
}

/// A row of the table of time points, as typed.
pub(super) struct PointRow<'f> {
    pub(super) place: usize,
    pub(super) months: &'f str,
    pub(super) before: &'f str,
    pub(super) after: &'f str,
}

impl PointRow<'_> {
    /// As people count.
    pub(super) fn number(&self) -> i64 {
        i64::try_from(self.place).unwrap_or_default().saturating_add(1)
    }
}

impl ProtocolForm {
    /// As a new study begins.
    pub(super) fn usual(w: &Words) -> ProtocolForm {
        let form = ProtocolForm {
            consent: w.study_usual_consent(),
            information: w.study_usual_information(),
            allocation: "chosen".to_owned(),
            keep_months: USUALLY_KEPT.to_string(),
            ..ProtocolForm::default()
        };
        form.with_points(&Point::usual())
    }

    pub(super) fn showing(study: &Study) -> ProtocolForm {
        let of = study.protocol.clone();
        let lines =
            |all: &[Criterion]| all.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n");
        let (allocation, blocks) = match &of.design {
            Design::Arms { allocation: Allocation::Random { blocks }, .. } => {
                (RANDOM, blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
            }
            Design::OneGroup | Design::Arms { .. } => ("chosen", String::new()),
        };
        let form = ProtocolForm {
            version: study.version.to_string(),
            prefix: study.prefix.clone(),
            arms: of.arms().iter().map(|arm| arm.name.as_str()).collect::<Vec<_>>().join("\n"),
            allocation: allocation.to_owned(),
            blocks,
            instruments: of.instruments.iter().map(|asked| asked.code.clone()).collect(),
            inclusion: lines(&of.inclusion),
            exclusion: lines(&of.exclusion),
            keep_months: of.keep_months.to_string(),
            reference: of.reference.unwrap_or_default(),
            name: of.name,
            purpose: of.purpose,
            responsible: of.responsible,
            contact: of.contact,
            information: of.information,
            consent: of.consent,
            ..ProtocolForm::default()
        };
        form.with_points(&of.points)
    }

    fn with_points(mut self, points: &[Point]) -> ProtocolForm {
        self.months = points.iter().map(|point| point.months.to_string()).collect();
        self.before = points.iter().map(|point| point.before.to_string()).collect();
        self.after = points.iter().map(|point| point.after.to_string()).collect();
        self
    }

    /// Every row there is room for.
    pub(super) fn rows(&self) -> Vec<PointRow<'_>> {
        (0..MOST_POINTS)
            .map(|place| PointRow {
                place,
                months: typed(&self.months, place),
                before: typed(&self.before, place),
                after: typed(&self.after, place),
            })
            .collect()
    }

    pub(super) fn is_random(&self) -> bool {
        self.allocation == RANDOM
    }

    pub(super) fn version(&self) -> i64 {
        self.version.trim().parse().unwrap_or_default()
    }

    /// What was typed, when all of it can be kept; `offered` are the questionnaires the teams have.
    pub(super) fn read(
        &self,
        offered: &[Asked],
        w: &Words,
        problems: &mut Problems,
    ) -> Option<(String, Protocol)> {
        let mut text = |field, typed: &str, most| {
            problems.keep(field, bounded(typed, most), |error| match error {
                TextError::Empty => w.study_needed(),
                TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
            })
        };
        let name = text("name", &self.name, LONGEST_NAME);
        let purpose = text("purpose", &self.purpose, LONGEST_TEXT);
        let responsible = text("responsible", &self.responsible, LONGEST_NAME);
        let contact = text("contact", &self.contact, LONGEST_NAME);
        let information = text("information", &self.information, LONGEST_TEXT);
        let consent = text("consent", &self.consent, LONGEST_TEXT);
        let too_long = i64::try_from(LONGEST_NAME).unwrap_or_default();
        let reference = problems
            .keep("reference", optional(&self.reference, LONGEST_NAME), |_| w.text_too_long(too_long));
        let prefix =
            problems.keep("prefix", pseudonym::prefix(&self.prefix).ok_or(()), |()| w.study_prefix_bad());
        let design = self.design(w, problems);
        let points = problems.keep("months", self.points().ok_or(()), |()| w.study_points_bad());
        let instruments: Vec<Asked> =
            offered.iter().filter(|asked| self.instruments.contains(&asked.code)).cloned().collect();
        if instruments.is_empty() {
            problems.add("instruments", w.study_instruments_needed());
        }
        let kept = self.keep_months.trim().parse().ok().filter(|months| (0..=LONGEST_KEPT).contains(months));
        let keep_months = problems.keep("keep_months", kept.ok_or(()), |()| w.study_keep_bad(LONGEST_KEPT));
        let inclusion = criteria("inclusion", &self.inclusion, w, problems);
        let exclusion = criteria("exclusion", &self.exclusion, w, problems);
        if !problems.is_empty() {
            return None;
        }
        let protocol = Protocol {
            name: name?,
            purpose: purpose?,
            responsible: responsible?,
            contact: contact?,
            reference: reference?,
            information: information?,
            consent: consent?,
            design: design?,
            instruments,
            points: points?,
            inclusion: inclusion?,
            exclusion: exclusion?,
            keep_months: keep_months?,
        };
        Some((prefix?, protocol))
    }

    fn design(&self, w: &Words, problems: &mut Problems) -> Option<Design> {
        let names: Vec<&str> = self.arms.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            return Some(Design::OneGroup);
        }
        let fits =
            (2..=MOST_ARMS).contains(&names.len()) && names.iter().all(|name| name.chars().count() <= 60);
        problems.keep("arms", if fits { Ok(()) } else { Err(()) }, |()| w.study_arms_bad())?;
        let allocation = if self.is_random() {
            let sizes = blocks::sizes(&self.blocks, names.len()).ok_or(());
            Allocation::Random { blocks: problems.keep("blocks", sizes, |()| w.study_blocks_bad())? }
        } else {
            Allocation::Chosen
        };
        let arm = |(code, name): (char, &&str)| Arm { code: code.to_string(), name: (*name).to_owned() };
        Some(Design::Arms { arms: ('A'..).zip(&names).map(arm).collect(), allocation })
    }

    /// In order, the baseline first; rows left empty are none.
    fn points(&self) -> Option<Vec<Point>> {
        let rows = self.rows();
        let filled = rows.iter().filter(|row| !row.months.trim().is_empty());
        let mut points: Vec<Point> = filled.map(point).collect::<Option<_>>()?;
        points.sort_by_key(|point| point.months);
        let are_apart = points.windows(2).all(|pair| matches!(pair, [one, next] if one.months < next.months));
        (are_apart && points.first().is_some_and(Point::is_baseline)).then_some(points)
    }
}

fn criteria(field: &'static str, typed: &str, w: &Words, problems: &mut Problems) -> Option<Vec<Criterion>> {
    let too_long = i64::try_from(LONGEST_TEXT).unwrap_or_default();
    let text = problems.keep(field, optional(typed, LONGEST_TEXT), |_| w.text_too_long(too_long))?;
    let letter = field.get(..1).unwrap_or_default();
    let text = text.unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let criterion = |(number, line): (usize, &str)| Criterion {
        code: format!("{letter}{number}"),
        text: line.to_owned(),
    };
    Some((1..).zip(lines).map(criterion).collect())
}

fn typed(all: &[String], place: usize) -> &str {
    all.get(place).map_or("", String::as_str)
}

fn point(row: &PointRow<'_>) -> Option<Point> {
    let number = |text: &str, most: i32| {
        let text = text.trim();
        let number = if text.is_empty() { 0 } else { text.parse().ok()? };
        (0..=most).contains(&number).then_some(number)
    };
    Some(Point {
        months: number(row.months, FURTHEST_MONTHS)?,
        before: number(row.before, WIDEST_DAYS)?,
        after: number(row.after, WIDEST_DAYS)?,
    })
}
