//! A small map for paper: where a place lies from what people know, in lines and in words.
//!
//! It is made of what the gazetteer holds, limits of communes and town halls, and of no street: it says so.
//! Words: a *landmark* is the town hall of a commune, or the middle of its outline where none is known.

mod areas;
mod draw;
mod view;

use kernel::Lang;
use kernel::geo::Point;

pub use self::areas::Area;
use self::view::View;
use crate::gazetteer::{Commune, Gazetteer};
use crate::resource::said;
use crate::words::{Words, words};

/// A home farther away than that would leave nothing to see around the place.
const FARTHEST_KM: f64 = 15.0;
/// Nearer than that, no direction is told.
const BESIDE_KM: f64 = 0.1;
/// Of the compass, in degrees.
const EIGHTH: f64 = 45.0;

/// One place, and what lies around it.
#[derive(Clone, Debug)]
pub struct Sketch {
    place: Point,
    landmarks: Vec<Landmark>,
    lang: Lang,
}

#[derive(Clone, Debug)]
struct Landmark {
    at: Point,
    is_town_hall: bool,
    commune: &'static Commune,
}

impl Sketch {
    /// Seen from the commune it lies in, and from home.
    pub fn of(
        place: Point,
        commune: Option<&'static Commune>,
        home: Option<&'static Commune>,
        lang: Lang,
    ) -> Sketch {
        let home = home.filter(|home| commune.is_none_or(|commune| commune.code != home.code));
        let known = commune.into_iter().chain(home).filter_map(Landmark::of);
        let landmarks = known.filter(|landmark| landmark.at.km_to(place) < FARTHEST_KM).collect();
        Sketch { place, landmarks, lang }
    }

    /// « À 1,1 km de la mairie (Bron), vers le nord-est », for each landmark.
    pub fn in_words(&self) -> Vec<String> {
        let w = words(self.lang);
        let line = |landmark: &Landmark| {
            let (from, km) = (landmark.name(w), landmark.at.km_to(self.place));
            if km < BESIDE_KM {
                return w.sketch_beside(from);
            }
            w.sketch_distance(said::distance(km, self.lang), from, way(landmark.at, self.place, w))
        };
        self.landmarks.iter().map(line).collect()
    }

    /// For whoever does not see it.
    pub fn alt(&self) -> String {
        words(self.lang).sketch_alt(self.in_words().join(" · "))
    }

    /// What the signs of every sketch stand for, and what it leaves out.
    pub fn legend(lang: Lang) -> String {
        words(lang).sketch_legend()
    }

    /// The sides of what [`Sketch::drawing`] fills.
    pub const fn sides() -> (u32, u32) {
        (view::WIDTH, view::HEIGHT)
    }

    /// SVG without its root, in the colour of the text around; letters of that height.
    pub fn drawing(&self, letters: u32) -> String {
        draw::drawn(self, &self.view(), f64::from(letters))
    }

    /// The same as a file.
    pub fn svg(&self, letters: u32) -> String {
        let ((width, height), drawing) = (Sketch::sides(), self.drawing(letters));
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{drawing}</svg>"#)
    }

    fn view(&self) -> View {
        View::around(self.landmarks.iter().map(|landmark| landmark.at).chain([self.place]))
    }
}

impl Landmark {
    fn of(commune: &'static Commune) -> Option<Landmark> {
        let town_hall = Gazetteer::load().town_hall(&commune.code).and_then(|hall| hall.place);
        let at = town_hall.or(commune.centre)?;
        Some(Landmark { at, is_town_hall: town_hall.is_some(), commune })
    }

    fn name(&self, w: &Words) -> String {
        let name = self.commune.name;
        if self.is_town_hall { w.sketch_town_hall(name) } else { w.sketch_centre(name) }
    }

    /// As it stands on the drawing.
    fn mark(&self, w: &Words) -> String {
        let name = self.commune.name;
        if self.is_town_hall { w.sketch_town_hall_mark(name) } else { name.to_owned() }
    }
}

/// « le nord-est », as one goes from a point to another.
fn way(from: Point, to: Point, w: &Words) -> String {
    let east = (to.lon - from.lon) * from.lat.to_radians().cos();
    let degrees = east.atan2(to.lat - from.lat).to_degrees() + EIGHTH / 2.0;
    let ways = [
        Words::sketch_north,
        Words::sketch_north_east,
        Words::sketch_east,
        Words::sketch_south_east,
        Words::sketch_south,
        Words::sketch_south_west,
        Words::sketch_west,
        Words::sketch_north_west,
    ];
    let mut ends = ways.iter().zip(1_u32..).map(|(way, end)| (way, f64::from(end) * EIGHTH));
    let found = ends.find(|(_, end)| degrees.rem_euclid(8.0 * EIGHTH) < *end);
    found.map_or_else(|| w.sketch_north(), |(way, _)| way(w))
}

#[cfg(test)]
mod tests {
    use kernel::commune::CommuneCode;

    use super::*;

    fn commune(code: &str) -> &'static Commune {
        Gazetteer::load().get(&CommuneCode::parse(code).unwrap()).unwrap()
    }

    /// A choir at Bron, not far from its town hall.
    fn choir() -> Point {
        Point::new(45.7392, 4.9201).unwrap()
    }

    fn plain(lines: &[String]) -> Vec<String> {
        lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn it_says_how_far_and_which_way_from_the_town_halls_people_know() {
        let sketch = Sketch::of(choir(), Some(commune("69029")), Some(commune("69259")), Lang::Fr);
        let said = plain(&sketch.in_words());
        assert_eq!(said.len(), 2);
        assert!(said[0].ends_with("de la mairie (Bron), vers le nord-est"), "{said:?}");
        assert!(said[1].ends_with("de la mairie (Vénissieux), vers le nord-est"), "{said:?}");
        let at_home = Sketch::of(choir(), Some(commune("69029")), Some(commune("69029")), Lang::En);
        assert_eq!(at_home.in_words().len(), 1);
        assert!(at_home.in_words()[0].ends_with("from the town hall (Bron), to the north-east"));
        let hall = Landmark::of(commune("69029")).unwrap().at;
        let beside = Sketch::of(hall, Some(commune("69029")), None, Lang::Fr);
        assert_eq!(beside.in_words(), ["Tout près de la mairie (Bron)"]);
    }

    #[test]
    fn a_home_far_away_is_no_landmark() {
        let sketch = Sketch::of(choir(), Some(commune("69029")), Some(commune("13055")), Lang::Fr);
        assert_eq!(sketch.in_words().len(), 1);
    }

    #[test]
    fn ways_are_those_of_the_compass() {
        let w = words(Lang::Fr);
        let from = choir();
        let to = |north: f64, east: f64| way(from, Point::new(from.lat + north, from.lon + east).unwrap(), w);
        assert_eq!(to(0.01, 0.0), "le nord");
        assert_eq!(to(-0.01, 0.0), "le sud");
        assert_eq!(to(0.0, 0.01), "l’est");
        assert_eq!(to(0.0001, -0.01), "l’ouest");
        assert_eq!(to(0.01, -0.0001), "le nord");
        assert_eq!(to(-0.01, -0.0143), "le sud-ouest");
    }
}
