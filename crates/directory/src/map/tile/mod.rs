//! The places found, as vector tiles: a map of the country sends what one looks at, and no more.
//!
//! Words: a [`Tile`] is a square of the web's map; a [`Cloud`] is everything that answers one
//! question, in an order in which every square of every size is one range; a *group* is what stands
//! for several places of a small square, or of one and the same spot.
//! Invariants: tiles of one zoom hold every place exactly once, and groups count it; a tile costs
//! with the squares it is cut into, not with the places in it.
//!
//! Source: Mapbox Vector Tile specification 2.1 (<https://github.com/mapbox/vector-tile-spec>).

mod cloud;
mod encode;
mod kept;
mod show;
mod square;
#[cfg(test)]
mod tests;

pub(crate) use kept::{Clouds, bounds};
pub(super) use show::show;
