//! The drawing itself: limits, names, landmarks, the place, how long a kilometre is, and where north is.
//!
//! In one colour, that of the text around: it comes out of any printer, and is seen in the dark.

use std::fmt::Write;

use super::view::{self, HEIGHT, Spot, View, WIDTH};
use super::{Landmark, Sketch};
use crate::gazetteer::{Commune, Division, Gazetteer, Polygon};
use crate::words::words;

/// Communes whose middle is farther away than one sees, by so much, may still reach into sight.
const LARGEST_COMMUNE_KM: f64 = 12.0;
/// Lengths a scale may have, in kilometres, and what is written on it.
const LENGTHS: [(f64, &str); 6] = [
    (0.2, "200\u{a0}m"),
    (0.5, "500\u{a0}m"),
    (1.0, "1\u{a0}km"),
    (2.0, "2\u{a0}km"),
    (5.0, "5\u{a0}km"),
    (10.0, "10\u{a0}km"),
];

pub(super) fn drawn(sketch: &Sketch, view: &View, letters: f64) -> String {
    let near = near(sketch, view);
    let mut names = Names { letters, taken: Vec::new(), svg: String::new() };
    let place = view.spot(sketch.place);
    names.leave_free(place, 9.0);
    for landmark in &sketch.landmarks {
        names.leave_free(view.spot(landmark.at), 4.0);
    }
    let marks: String =
        sketch.landmarks.iter().map(|landmark| mark(landmark, view, sketch, &mut names)).collect();
    let is_marked =
        |commune: &Commune| sketch.landmarks.iter().any(|landmark| landmark.commune.code == commune.code);
    for commune in near.iter().filter(|commune| !is_marked(commune)) {
        if let Some(spot) = commune.centre.map(|centre| view.spot(centre)).filter(|spot| view.holds(*spot)) {
            names.write(commune.name, spot, 0.0);
        }
    }
    let limits: String = near.iter().map(|commune| limits(commune, view)).collect();
    let (scale, north) = (scale(view, letters), north(sketch, letters));
    let frame = format!(
        r#"<rect x="0.5" y="0.5" width="{}" height="{}" fill="none" stroke="currentColor"/>"#,
        WIDTH - 1,
        HEIGHT - 1
    );
    format!("{limits}{}{marks}{}{scale}{north}{frame}", names.svg, dot(place))
}

/// Whole cities would hide their arrondissements, which have names people use.
fn near(sketch: &Sketch, view: &View) -> Vec<&'static Commune> {
    let within = view.reach_km() + LARGEST_COMMUNE_KM;
    let is_near = |commune: &&Commune| {
        commune.division != Division::City
            && commune.centre.is_some_and(|centre| centre.km_to(sketch.place) < within)
    };
    let mut near: Vec<&Commune> = Gazetteer::load().communes().iter().filter(is_near).collect();
    near.sort_by_key(|commune| std::cmp::Reverse(commune.population));
    near
}

fn limits(commune: &Commune, view: &View) -> String {
    let polygons = Gazetteer::load().contour(&commune.code).unwrap_or_default();
    let ring =
        |polygon: &Polygon| view::clipped(polygon.outer.iter().map(|point| view.spot(*point)).collect());
    let path: String =
        polygons.iter().map(ring).filter(|ring| !ring.is_empty()).map(|ring| path(&ring)).collect();
    if path.is_empty() {
        return path;
    }
    format!(
        r#"<path d="{path}" fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-width="0.8"/>"#
    )
}

pub(super) fn path(ring: &[Spot]) -> String {
    let mut path = String::new();
    for (x, y) in ring {
        let sign = if path.is_empty() { 'M' } else { 'L' };
        // Writing into a text fails never.
        let _ = write!(path, "{sign}{x:.1} {y:.1}");
    }
    path.push('Z');
    path
}

fn mark(landmark: &Landmark, view: &View, sketch: &Sketch, names: &mut Names) -> String {
    let (x, y) = view.spot(landmark.at);
    names.write(&landmark.mark(words(sketch.lang)), (x, y), 7.0);
    format!(r#"<rect x="{:.1}" y="{:.1}" width="6" height="6" fill="currentColor"/>"#, x - 3.0, y - 3.0)
}

/// The place, with a ring that tells it from any other dot.
fn dot((x, y): Spot) -> String {
    format!(
        r#"<circle cx="{x:.1}" cy="{y:.1}" r="4.5" fill="currentColor"/><circle cx="{x:.1}" cy="{y:.1}" r="8.5" fill="none" stroke="currentColor" stroke-width="1.6"/>"#
    )
}

/// The longest that takes no more than a third of the width.
fn scale(view: &View, letters: f64) -> String {
    let fitting = LENGTHS.iter().rev().find(|(km, _)| km * view.scale < f64::from(WIDTH) / 3.0);
    let Some((km, said)) = fitting else { return String::new() };
    let (right, y) = (8.0 + km * view.scale, f64::from(HEIGHT) - 8.0);
    format!(
        r#"<path d="M8 {:.1}V{y:.1}H{right:.1}V{:.1}" fill="none" stroke="currentColor" stroke-width="1.2"/>{}"#,
        y - 4.0,
        y - 4.0,
        text(said, (12.0, y - 5.0), letters, "start")
    )
}

fn north(sketch: &Sketch, letters: f64) -> String {
    let x = f64::from(WIDTH) - 14.0;
    let arrow = format!(r#"<path d="M{x:.1} 8l-4 10h3v9h2v-9h3z" fill="currentColor"/>"#);
    format!(
        "{arrow}{}",
        text(&words(sketch.lang).sketch_north_mark(), (x, 28.0 + letters), letters, "middle")
    )
}

/// With a margin of paper, so that no line crosses it.
pub(super) fn text(said: &str, (x, y): Spot, letters: f64, anchor: &str) -> String {
    format!(
        r#"<text x="{x:.1}" y="{y:.1}" font-family="Atkinson Hyperlegible Next" font-size="{letters}" text-anchor="{anchor}" fill="currentColor" stroke="white" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{said}</text>"#
    )
}

/// Names that hide neither one another nor what is marked.
struct Names {
    letters: f64,
    /// Left, top, right, bottom.
    taken: Vec<[f64; 4]>,
    svg: String,
}

impl Names {
    fn leave_free(&mut self, (x, y): Spot, room: f64) {
        self.taken.push([x - room, y - room, x + room, y + room]);
    }

    /// Beside a spot, to the right or else to the left, if there is room; in its middle without an offset.
    fn write(&mut self, name: &str, (x, y): Spot, offset: f64) {
        let wide = f64::from(u32::try_from(name.chars().count()).unwrap_or_default()) * self.letters * 0.56;
        let places = if offset > 0.0 {
            vec![(x + offset, "start", x + offset), (x - offset, "end", x - offset - wide)]
        } else {
            vec![(x, "middle", x - wide / 2.0)]
        };
        let base = y + self.letters * 0.35;
        for (at, anchor, left) in places {
            let room = [left, base - self.letters, left + wide, base + self.letters * 0.3];
            if self.is_free(&room) {
                self.taken.push(room);
                self.svg.push_str(&text(name, (at, base), self.letters, anchor));
                return;
            }
        }
    }

    fn is_free(&self, [left, top, right, bottom]: &[f64; 4]) -> bool {
        let (width, height) = (f64::from(WIDTH), f64::from(HEIGHT));
        // The corners of the scale and of the north are taken.
        let is_inside =
            *left > 2.0 && *right < width - 26.0 && *top > 2.0 && *bottom < height - self.letters - 12.0;
        is_inside && self.taken.iter().all(|[l, t, r, b]| right < l || left > r || bottom < t || top > b)
    }
}
