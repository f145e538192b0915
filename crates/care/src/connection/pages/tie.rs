//! One connection: its thread, the one next thing to do, and what was agreed.

use askama::Template;
use axum::http::StatusCode;
use jiff::Timestamp;
use kernel::clock::in_france;
use kernel::coded::Coded;
use kernel::contact::Phone;
use kernel::id::{CaseId, ConnectionId};
use platform::db::Tx;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer as Shown};
use platform::web::thread::Thread;
use platform::web::{Nope, Path, Problems, Ui, dates};

use directory::resource::{self, ResourceId};

use super::super::model::{Connection, EXPIRY, REMINDER, State};
use super::super::parts::{Going, Request};
use super::super::{mails, rules, sql, telling, wording};
use super::fields::{Typed, arranged, reasons_of_organizations};
use super::instead::{self, Instead};
use super::story::{self, Moment};
use crate::act::Acting;
use crate::caseload::{self, Case};
use crate::consent::{self, Purpose};
use crate::heading::Heading;
use crate::person::{self, Civility, Person};
use crate::referral::model::DeclineReason;
use crate::words::{Words, words};

/// What stands above a page shown again.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    pub(super) title: String,
    pub(super) text: String,
    /// What was typed and has no field on the page any more.
    pub(super) kept: Vec<String>,
}

/// A form that could not be followed, to be shown again as it was typed.
#[derive(Default)]
pub(super) struct Again {
    pub(super) typed: Typed,
    pub(super) problems: Problems,
    pub(super) notice: Option<Notice>,
}

#[derive(Template)]
#[template(path = "connection/pages/tie.html")]
struct TiePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    person: Person,
    connection: Connection,
    agreements: Vec<Agreement>,
    has_agreed: bool,
    facts: Vec<wording::Fact>,
    phone: Option<String>,
    is_gone: bool,
    caller: String,
    story: Vec<Moment>,
    instead: Vec<Instead>,
    typed: Typed,
    problems: Problems,
    notice: Option<Notice>,
}

/// A consent for this organisation, in words.
struct Agreement {
    wording: String,
    given_on: String,
    withdrawn_on: Option<String>,
}

pub(super) async fn show(may: May<RunCaseload>, Path(ids): Path<(CaseId, ConnectionId)>) -> Shown {
    show_again(&may, ids, StatusCode::OK, Again::default()).await
}

/// The page as it stands now, around a form that could not be followed.
pub(super) async fn show_again(
    may: &May<RunCaseload>,
    (case_id, id): (CaseId, ConnectionId),
    status: StatusCode,
    again: Again,
) -> Shown {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let case = caseload::acts::open_to_read(&mut tx, &acting, case_id).await?;
    let connection = sql::find(&mut tx, case.id, id).await?.ok_or(Nope::NotFound)?;
    let shown = TiePage::of(&mut tx, may, &acting, &case, connection, again).await?;
    tx.commit().await?;
    page::with_status(status, &shown)
}

impl<'a> TiePage<'a> {
    async fn of(
        tx: &mut Tx,
        may: &'a May<RunCaseload>,
        acting: &Acting<'_>,
        case: &Case,
        connection: Connection,
        again: Again,
    ) -> Result<TiePage<'a>, Nope> {
        let (lang, w) = (may.lang, words(may.lang));
        let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
        let events = caseload::event::of_case(tx, case.id).await?;
        let (phone, is_gone) = listed(tx, &connection).await?;
        let request = connection.request.as_ref();
        let told = request.map(|request| request.shared.clone()).unwrap_or_default();
        let likes = request.and_then(|request| request.likes.clone());
        let mut facts = wording::facts(w, &person, likes.as_deref(), may.today());
        facts.retain(|fact| told.contains(&fact.shared));
        Ok(TiePage {
            agreements: agreements(tx, case, &connection, may).await?,
            has_agreed: telling::consent_stands(tx, case, &connection).await?,
            caller: mails::Sender::of(tx, case).await?.who,
            instead: instead::of(tx, may.app(), case, &connection, &person, lang).await?,
            story: story::of(&connection, &events, acting.now, lang),
            heading: Heading::of(tx, case).await?,
            ui: &may.ui,
            typed: again.typed,
            problems: again.problems,
            notice: again.notice,
            w,
            person,
            connection,
            facts,
            phone,
            is_gone,
        })
    }

    /// Whoever reads notes what the organisation answered.
    fn buttons(&self) -> (String, String, String) {
        let w = self.w;
        (w.connection_yes_send(), w.connection_wait_send(), w.connection_no_send())
    }

    fn path(&self) -> String {
        format!("/personnes/{}/liens/{}", self.connection.case_id, self.connection.id)
    }

    fn state(&self) -> &'static str {
        self.connection.state.code()
    }

    fn thread(&self) -> Result<String, askama::Error> {
        let knots = rules::knots_tied(&self.connection);
        let label = self.w.connection_thread_label(i32::try_from(knots).unwrap_or_default());
        Thread::new(knots, rules::KNOTS, label).render()
    }

    fn times(&self) -> String {
        self.w.connection_times(i32::try_from(self.connection.attendances.len()).unwrap_or_default())
    }

    /// The one next thing to do, in a sentence.
    fn next(&self) -> String {
        let (w, day) = (self.w, |at: Timestamp| self.day(at));
        match &self.connection.state {
            State::Proposed => w.connection_next_proposed(),
            State::Asked => self.connection.request.as_ref().map_or_else(String::new, |r| self.next_asked(r)),
            State::Waitlisted { until } if *until > self.ui.today() => {
                w.connection_next_waitlisted(dates::plain(*until, self.ui.lang))
            }
            State::Waitlisted { until } => w.connection_next_waited(dates::plain(*until, self.ui.lang)),
            State::Accepted { .. } => w.connection_next_accepted(),
            State::Declined { reason, .. } => w.connection_next_declined(reason.label(w)),
            State::Expired => {
                w.connection_next_expired(self.connection.ended_at.map(day).unwrap_or_default())
            }
            State::Introduced { meeting, .. } => match meeting.on {
                Some(on) => w.connection_next_introduced(dates::long(on, self.ui.lang)),
                None => w.connection_next_introduced_some_day(),
            },
            State::TookPart => w.connection_next_took_part(),
            State::Settled => w.connection_next_settled(),
            State::Dropped { reason } => w.connection_next_dropped(reason.label(w)),
        }
    }

    fn next_asked(&self, request: &Request) -> String {
        let (on, end) = (self.day(request.at), self.day(request.at + EXPIRY));
        match (&request.email, request.reminded_at) {
            (None, _) => self.w.connection_next_call(end),
            (Some(_), Some(reminded)) => self.w.connection_next_reminded(on, self.day(reminded), end),
            (Some(_), None) => self.w.connection_next_asked(on, self.day(request.at + REMINDER), end),
        }
    }

    fn day(&self, at: Timestamp) -> String {
        dates::plain(in_france(at).date(), self.ui.lang)
    }

    /// Whether the organisation is to be called rather than written to.
    fn is_by_telephone(&self) -> bool {
        self.connection.request.is_some() && !self.connection.is_asked_by_letter()
    }

    fn may_introduce(&self) -> bool {
        matches!(self.connection.state, State::Accepted { .. } | State::Introduced { .. })
    }

    fn may_attend(&self) -> bool {
        matches!(self.connection.state, State::Introduced { .. } | State::TookPart | State::Settled)
    }

    /// Whether it came to nothing, and something else is to be looked for.
    fn is_lost(&self) -> bool {
        matches!(self.connection.state, State::Declined { .. } | State::Expired | State::Dropped { .. })
    }

    fn organization_words(&self) -> Option<String> {
        match &self.connection.state {
            State::Declined { words, .. } => words.clone(),
            _ => None,
        }
    }

    fn arranged(&self) -> Vec<(String, String)> {
        arranged(self.w, self.ui.lang, &self.connection.state)
    }

    fn came_today(&self) -> String {
        match self.person.civility {
            Some(Civility::Madame) => self.w.connection_came_today_mme(),
            Some(Civility::Monsieur) => self.w.connection_came_today_m(),
            None => self.w.connection_came_today(),
        }
    }

    fn goings(&self) -> Vec<(Going, String)> {
        Going::all().map(|going| (going, going.label(self.w))).collect()
    }

    fn reasons(&self) -> Vec<(DeclineReason, String)> {
        DeclineReason::all().map(|reason| (reason, reason.label(self.w))).collect()
    }

    fn reasons_of_organizations(&self) -> Vec<(DeclineReason, String)> {
        reasons_of_organizations(self.w)
    }

    /// What the organisation said of the first meeting, or what was typed instead.
    fn meeting(&self) -> Typed {
        match &self.connection.state {
            State::Accepted { meeting } | State::Introduced { meeting, .. } if self.problems.is_empty() => {
                Typed {
                    meeting_on: meeting.on.map(|day| day.to_string()).unwrap_or_default(),
                    meeting_place: meeting.place.clone().unwrap_or_default(),
                    meeting_contact: meeting.contact.clone().unwrap_or_default(),
                    going: match &self.connection.state {
                        State::Introduced { going, .. } => going.code().to_owned(),
                        _ => String::new(),
                    },
                    ..Typed::default()
                }
            }
            _ => self.typed.clone(),
        }
    }
}

/// The resource's telephone as the directory has it today, and whether it left the directory.
async fn listed(tx: &mut Tx, connection: &Connection) -> Result<(Option<String>, bool), Nope> {
    let Ok(id) = ResourceId::parse(&connection.offer.resource_id) else { return Ok((None, true)) };
    let Some((resource, gone_since)) = resource::find(tx, &id).await? else { return Ok((None, true)) };
    Ok((resource.contact.phone, gone_since.is_some()))
}

async fn agreements(
    tx: &mut Tx,
    case: &Case,
    connection: &Connection,
    may: &May<RunCaseload>,
) -> Result<Vec<Agreement>, Nope> {
    let recipient = telling::recipient(connection).code();
    let given = consent::of_person(tx, case.person_id).await?.into_iter();
    let own =
        given.filter(|given| given.purpose == Purpose::Introduction.code() && given.recipient == recipient);
    Ok(own
        .map(|given| Agreement {
            given_on: dates::day_of(given.given_at, may.lang),
            withdrawn_on: given.withdrawn_at.map(|at| dates::day_of(at, may.lang)),
            wording: given.wording,
        })
        .collect())
}

/// `tel:` address of a number as the directory wrote it, when it can be dialled.
fn dialled(written: &str) -> Option<String> {
    Phone::parse(written).map(|phone| format!("tel:{}", phone.e164()))
}
