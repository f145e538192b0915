//! Asking places, and what comes of it.

use care::act::Acting;
use care::caseload::acts::open_to_change;
use care::caseload::{self, Case};
use care::connection::acts::{self, Done};
use care::connection::{self, Agreement, Answer, Connection, Going, Meeting, Shared};
use directory::resource::ResourceId;
use kernel::Lang;
use platform::audit::Who;
use platform::db::Tx;

use super::super::script::model::{Reply, What};
use super::stage::{done, known};
use super::{Scene, Told};
use crate::Failure;

pub(super) async fn play(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    let case = known(scene.told.case)?;
    if let What::Answer { answer, by_link: true } = what {
        let acting = scene.stage.acting(Who::LinkHolder);
        let case = known(caseload::find(scene.tx, case).await?)?;
        let connection = asked(scene.tx, &case, scene.told).await?;
        done(acts::answer(scene.tx, &acting, &case, connection, said(answer)).await)?;
        return Ok(());
    }
    let acting = scene.stage.acting(Who::Account(scene.stage.link_worker(scene.life)?));
    let case = open_to_change(scene.tx, &acting, case, None).await?;
    if let What::Ask { place, likes } = what {
        scene.told.connection = Some(ask(scene.tx, &acting, &case, place, likes).await?.id);
        return Ok(());
    }
    let connection = asked(scene.tx, &case, scene.told).await?;
    done(follow_up(scene.tx, &acting, &case, connection, what).await)?;
    Ok(())
}

async fn follow_up(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: Connection,
    what: &What,
) -> Done {
    match what {
        What::Answer { answer, .. } => acts::answer(tx, acting, case, connection, said(answer)).await,
        What::Introduce { on, accompanied } => {
            let meeting = Meeting { on: Some(*on), ..agreed(&connection) };
            let going = if *accompanied { Going::Accompanied } else { Going::Alone };
            acts::introduce(tx, acting, connection, meeting, going).await
        }
        What::Attend { on } => acts::note_attendance(tx, acting, case, connection, *on).await,
        What::Drop { reason } => acts::drop(tx, acting, case, connection, *reason).await,
        _ => acts::settle(tx, acting, connection).await,
    }
}

async fn ask(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    place: &str,
    likes: &str,
) -> Result<Connection, Failure> {
    let unknown = |_| Failure::DemoData(format!("no place {place}"));
    let id = ResourceId::parse(place).map_err(unknown)?;
    let proposed = done(acts::propose(tx, acting, case, &id).await)?;
    let shared = vec![Shared::Name, Shared::AgeBand, Shared::Phone, Shared::Likes];
    let agreement = Agreement { shared, likes: Some(likes.to_owned()), lang: Lang::Fr };
    let to = connection::known_address(tx, place).await?.map(|known| known.email);
    done(acts::ask(tx, acting, case, proposed, agreement, to).await)
}

async fn asked(tx: &mut Tx, case: &Case, told: &Told) -> Result<Connection, Failure> {
    let ties = connection::of_case(tx, case.id).await?;
    known(ties.into_iter().find(|tie| Some(tie.id) == told.connection))
}

/// What the organisation said of the first meeting stays when the link worker arranges it.
fn agreed(tie: &Connection) -> Meeting {
    match &tie.state {
        connection::State::Accepted { meeting } => meeting.clone(),
        _ => Meeting::default(),
    }
}

fn said(reply: &Reply) -> Answer {
    match reply {
        Reply::Yes { meeting, contact } => {
            Answer::Yes(Meeting { on: *meeting, place: None, contact: contact.clone() })
        }
        Reply::Wait { until } => Answer::Wait { until: *until },
        Reply::No { reason, words } => Answer::No { reason: *reason, words: words.clone() },
    }
}
