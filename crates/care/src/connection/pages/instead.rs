//! What to try instead of a connection that came to nothing: the best of the list, a click away,
//! and counted as shown ([`fairness`]).

use kernel::Lang;
use platform::app::App;
use platform::db::Tx;
use platform::web::Nope;

use super::super::model::{Connection, State};
use crate::caseload::Case;
use crate::fairness;
use crate::matching::model::Home;
use crate::matching::{self, Line, Match};
use crate::person::Person;

/// Few enough to be talked over.
const OFFERED: usize = 3;
const REASONS_TOLD: usize = 3;

/// A resource to propose next, and why.
#[derive(Clone, Debug)]
pub(super) struct Instead {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) organization: String,
    pub(super) reasons: Vec<Line>,
}

/// Nothing while the connection is under way, and once the case is closed.
pub(super) async fn of(
    tx: &mut Tx,
    app: &App,
    case: &Case,
    connection: &Connection,
    person: &Person,
    lang: Lang,
) -> Result<Vec<Instead>, Nope> {
    let is_lost = matches!(connection.state, State::Declined { .. } | State::Expired | State::Dropped { .. });
    if !is_lost || !case.is_open() {
        return Ok(Vec::new());
    }
    let tried = [connection.offer.resource_id.clone()];
    let best = matching::best_for(tx, app, case, &tried, OFFERED).await?;
    let shown: Vec<_> = best.iter().map(|found| &found.resource).collect();
    fairness::count(tx, case.site_id, &shown, app.clock().today()).await?;
    let home = Home::of(&person.commune);
    Ok(best.into_iter().map(|found| instead(found, &home, lang)).collect())
}

fn instead(found: Match, home: &Home, lang: Lang) -> Instead {
    let reasons = found.lines(home, lang).into_iter().filter(|line| !line.is_against());
    Instead {
        reasons: reasons.take(REASONS_TOLD).collect(),
        id: found.resource.id.to_string(),
        name: found.resource.name,
        organization: found.organization_name,
    }
}
