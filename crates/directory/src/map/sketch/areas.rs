//! Communes shaded by how much is told of them: a picture beside a table that says the same.

use kernel::geo::Point;

use super::draw::{path, text};
use super::view::{self, View};
use crate::gazetteer::{Commune, Gazetteer, Polygon};

/// A commune, and what is told of it.
#[derive(Clone, Debug)]
pub struct Area {
    pub commune: &'static Commune,
    /// Written under its name; none where there is nothing to tell.
    pub said: Option<String>,
    /// From 0, white, to 1, the darkest.
    pub shade: f64,
}

/// Of full darkness, names would not be read any more.
const DARKEST: f64 = 0.45;
const LETTERS: f64 = 9.0;

impl Area {
    /// SVG without its root, of the [sides](super::Sketch::sides) of every sketch, in the colour of the text
    /// around; nothing where no outline is known.
    pub fn drawing(areas: &[Area]) -> String {
        let outlines: Vec<(&Area, Vec<Polygon>)> = areas
            .iter()
            .filter_map(|area| Some((area, Gazetteer::load().contour(&area.commune.code)?)))
            .collect();
        let points = outlines.iter().flat_map(|(_, polygons)| polygons).flat_map(|polygon| &polygon.outer);
        if points.clone().next().is_none() {
            return String::new();
        }
        let view = View::around(points.copied());
        let shapes: String = outlines.iter().map(|(area, polygons)| area.shape(polygons, &view)).collect();
        let names: String = outlines.iter().filter_map(|(area, _)| area.name(&view)).collect();
        shapes + &names
    }

    fn shape(&self, polygons: &[Polygon], view: &View) -> String {
        let ring = |polygon: &Polygon| {
            path(&view::clipped(polygon.outer.iter().map(|point: &Point| view.spot(*point)).collect()))
        };
        let path: String = polygons.iter().map(ring).collect();
        let shade = self.shade.clamp(0.0, 1.0) * DARKEST;
        format!(
            r#"<path d="{path}" fill="currentColor" fill-opacity="{shade:.2}" stroke="currentColor" stroke-width="0.8"/>"#
        )
    }

    fn name(&self, view: &View) -> Option<String> {
        let (x, y) = view.spot(self.commune.centre?);
        let said = self.said.as_deref()?;
        let name = text(self.commune.name, (x, y), LETTERS, "middle");
        Some(name + &text(said, (x, y + LETTERS * 1.35), LETTERS, "middle"))
    }
}

#[cfg(test)]
mod tests {
    use kernel::commune::CommuneCode;

    use super::*;

    fn area(code: &str, said: Option<&str>, shade: f64) -> Area {
        let commune = Gazetteer::load().get(&CommuneCode::parse(code).unwrap()).unwrap();
        Area { commune, said: said.map(str::to_owned), shade }
    }

    #[test]
    fn each_commune_is_drawn_and_only_what_is_told_is_named() {
        let drawing = Area::drawing(&[area("69029", Some("27"), 1.0), area("69259", None, 0.0)]);
        assert_eq!(drawing.matches("<path").count(), 2);
        assert!(drawing.contains(">Bron<") && drawing.contains(">27<") && !drawing.contains("Vénissieux"));
        assert!(drawing.contains(r#"fill-opacity="0.45""#) && drawing.contains(r#"fill-opacity="0.00""#));
    }

    #[test]
    fn of_nothing_nothing_is_drawn() {
        assert_eq!(Area::drawing(&[]), "");
    }
}
