use kernel::Lang;
use platform::web::{Nope, Ui};

use crate::finder::{self, Counts, Filters, Listed, Near, Order, Page, Placing, Query};
use crate::gazetteer::{Commune, Gazetteer};
use crate::neighbourhood::Neighbourhood;
use crate::neighbourhood::sql;
use crate::territory::{Counted, Inventory};
use crate::vocabulary::Lever;

/// A neighbourhood with all that lies inside it, the nearest to its middle first.
pub(super) struct Inside {
    pub(super) neighbourhood: Neighbourhood,
    pub(super) commune: &'static Commune,
    pub(super) listed: Vec<Listed>,
}

impl Inside {
    /// # Errors
    /// [`Nope::NotFound`] for a code nobody brought; the store's.
    pub(super) async fn read(ui: &Ui, code: &str) -> Result<Inside, Nope> {
        let found = sql::find(&mut ui.app.db().read().await?, code).await?;
        let neighbourhood = found.ok_or(Nope::NotFound)?;
        let commune = Gazetteer::load().current(&neighbourhood.commune).ok_or(Nope::NotFound)?;
        let view = finder::current(&ui.app).await?;
        let hits = view.find(&query(&neighbourhood, commune)).hits;
        let mut listed = finder::listed(&mut ui.app.db().read().await?, hits).await?;
        listed.retain(|one| {
            one.entry.resource().place.located.trusted().is_some_and(|point| neighbourhood.holds(point))
        });
        Ok(Inside { neighbourhood, commune, listed })
    }

    pub(super) fn inventory(&self, lang: Lang) -> Inventory {
        let counts = Counts::among(self.listed.iter().map(|one| one.entry.resource()));
        Inventory::of(&Counted { all: &counts, near: &counts, lang }, |_, _| None)
    }

    pub(super) fn of_lever(&self, lever: Lever) -> Vec<&Listed> {
        self.listed.iter().filter(|one| one.entry.resource().ties.levers.contains(&lever)).collect()
    }
}

/// All within the circle around it; a commune's centre stands for nothing here.
fn query(neighbourhood: &Neighbourhood, commune: &Commune) -> Query {
    let reach = neighbourhood.reach();
    let near = Near {
        from: reach.map(|(middle, _)| middle),
        radius_km: reach.map_or(0.0, |(_, km)| km),
        placing: Placing::Exact,
        with_reserved: true,
        with_remote: false,
        ..Near::of(commune, 0.0)
    };
    Query {
        near: Some(near),
        filters: Filters::default(),
        order: Order::People,
        page: Page::new(1, Page::LARGEST).unwrap_or_default(),
        ..Query::default()
    }
}
