//! The three tables of an export.

use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::id::SiteId;
use platform::db::{DbError, Tx};

use super::known;
use crate::screening::{Filled, Measure};
use crate::study::codebook::{self, Column};
use crate::study::flow::Flow;
use crate::study::following::Participant;
use crate::study::model::Study;
use crate::study::rules::calendar::days_between;
use crate::study::rules::counting::Visit;
use crate::study::sql::teams::Team;
use crate::words::words;
use measure::anonymity::{K, QUASI, Release, Step, release};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::study) enum Cell {
    Text(String),
    /// As it is written, with a point.
    Number(String),
}

/// One row is one line, its first the names of columns.
#[derive(Clone, Debug)]
pub(in crate::study) struct Files {
    pub(in crate::study) data: Vec<Vec<Cell>>,
    pub(in crate::study) dictionary: Vec<Vec<Cell>>,
    pub(in crate::study) flow: Vec<Vec<Cell>>,
}

impl Files {
    /// None under eleven persons.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(in crate::study) async fn of(
        tx: &mut Tx,
        (study, teams): (&Study, &[Team]),
        leaving: &[&Participant],
        flow: &Flow,
        today: Date,
    ) -> Result<Option<Files>, DbError> {
        let codes = codebook::sites(teams).into_iter().map(|(code, _)| code);
        let sites: Vec<(SiteId, String)> = teams.iter().map(|team| team.site).zip(codes).collect();
        let mut leaving = leaving.to_vec();
        leaving.sort_by(|one, other| one.code.cmp(&other.code));
        let mut known = Vec::new();
        for participant in &leaving {
            known.push(known::of(tx, participant, &sites).await?);
        }
        let Some(release) = release(&known, K) else { return Ok(None) };
        let columns = codebook::columns(&codebook::instruments(tx, study).await?);
        let mut data = vec![columns.iter().map(|column| Cell::Text(column.name())).collect()];
        for (participant, told) in leaving.iter().zip(&release.rows) {
            let row = |visit| Row { participant, told, visit, today }.cells(&columns);
            data.extend(participant.visits.iter().map(row));
        }
        let dictionary = dictionary(&columns, study, teams, &release);
        Ok(Some(Files { data, dictionary, flow: texts(flow.table(words(Lang::Fr))) }))
    }
}

fn dictionary(columns: &[Column], study: &Study, teams: &[Team], release: &Release) -> Vec<Vec<Cell>> {
    let sites = codebook::sites(teams);
    let said = columns.iter().map(|column| codebook::of_column(*column, &study.protocol, &sites));
    let mut rows = vec![codebook::titles()];
    rows.extend(said.map(|variable| codebook::row_of(&variable)));
    rows.extend(coarser(release));
    texts(rows)
}

/// What was told coarser, and of how many persons nothing: below the variables.
fn coarser(release: &Release) -> Vec<Vec<String>> {
    let (fr, en) = (words(Lang::Fr), words(Lang::En));
    let say = |step: Step| match step {
        Step::NoSite => (fr.study_step_no_site(), en.study_step_no_site()),
        Step::WiderAges => (fr.study_step_wider_ages(), en.study_step_wider_ages()),
        Step::NoDepartment => (fr.study_step_no_department(), en.study_step_no_department()),
        Step::NoCivility => (fr.study_step_no_civility(), en.study_step_no_civility()),
    };
    let masked = i64::try_from(release.masked).unwrap_or(i64::MAX);
    let line = |code: &str, (fr, en): (String, String)| vec![code.to_owned(), fr, en];
    let steps = release.steps.iter().map(|step| line(step.code(), say(*step)));
    let k = i64::try_from(K).unwrap_or_default();
    let rule = line("k_anonymity", (fr.study_k(k), en.study_k(k)));
    let end = line("masked", (fr.study_masked(masked), en.study_masked(masked)));
    std::iter::once(rule).chain(steps).chain([end]).collect()
}

fn texts(rows: Vec<Vec<String>>) -> Vec<Vec<Cell>> {
    rows.into_iter().map(|row| row.into_iter().map(Cell::Text).collect()).collect()
}

/// One person at one time point.
struct Row<'r> {
    participant: &'r Participant,
    told: &'r [String; QUASI.len()],
    visit: &'r Visit,
    today: Date,
}

impl Row<'_> {
    fn cells(&self, columns: &[Column]) -> Vec<Cell> {
        columns.iter().map(|column| self.cell(*column)).collect()
    }

    fn cell(&self, column: Column) -> Cell {
        let text = |text: &str| Cell::Text(text.to_owned());
        match column {
            Column::Person => text(self.participant.code.as_deref().unwrap_or_default()),
            Column::Quasi(place) => text(self.told.get(place).map_or("", String::as_str)),
            Column::Point => Cell::Text(self.visit.point.code()),
            Column::Standing => text(self.participant.standing(self.visit, self.today).code()),
            Column::Days => self.days().map_or_else(|| text("NV"), |days| Cell::Number(days.to_string())),
            Column::Version(_) | Column::Answer(..) | Column::Score(..) => match self.filled(column) {
                None => text("NV"),
                Some((measure, filled)) => answer(column, measure, filled),
            },
        }
    }

    /// Of the answers nearest to the day due.
    fn days(&self) -> Option<i32> {
        let days = self.participant.counted(self.visit).flatten().map(|measure| measure.held_on);
        let nearest = days.min_by_key(|day| (self.visit.window.distance(*day), *day))?;
        Some(days_between(self.participant.enrolled_on, nearest))
    }

    fn filled(&self, column: Column) -> Option<(&Measure, &Filled)> {
        let asked = column.instrument()?;
        let of = |measure: &&Measure| measure.instrument == asked.code;
        let measure = self.participant.counted(self.visit).flatten().find(of)?;
        Some((measure, measure.filled.as_ref()?))
    }
}

fn answer(column: Column, measure: &Measure, filled: &Filled) -> Cell {
    let number = match column {
        Column::Version(_) => return Cell::Text(measure.version.clone()),
        Column::Answer(_, item) => filled.answers.get(&item.code).map(|value| value.to_string()),
        Column::Score(_, scale) => filled.score().and_then(|score| {
            let value = score.reading(&scale.code)?.value;
            Some(codebook::decimal(value, scale.decimals))
        }),
        _ => None,
    };
    number.map_or_else(|| Cell::Text("NA".to_owned()), Cell::Number)
}
