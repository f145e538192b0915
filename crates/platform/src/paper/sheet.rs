//! What is to be set, before it is.

use jiff::civil::Date;
use kernel::Lang;
use serde_json::{Value as Json, json};

use crate::web::{dates, qr};
use crate::words::words;

/// The most a sheet may hold, in bytes: some thousand pages.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;

/// How large letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    #[default]
    Normal,
    /// For tired eyes: half as large again, nothing in narrow columns.
    Large,
}

/// A drawing a template asks for by its name, as `/name.svg`.
#[derive(Clone, Debug)]
pub struct Picture {
    pub name: String,
    pub svg: String,
}

impl Picture {
    /// A text as a square to photograph, under the name that `square()` of the shared parts asks for; none
    /// for a text longer than one holds.
    pub fn square(text: &str) -> Option<Picture> {
        Some(Picture { name: "square".to_owned(), svg: qr::of(text)?.svg() })
    }
}

/// A template, and what it is filled with.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub template: &'static str,
    /// Also of the file: what a reader's window and a screen reader say first.
    pub title: String,
    pub lang: Lang,
    pub letters: Letters,
    /// On which it is made.
    pub day: Date,
    /// What the template reads as `/data.json`: text as people typed it.
    pub data: Json,
    pub pictures: Vec<Picture>,
}

impl Letters {
    /// As addresses say it: `taille=grande`.
    pub fn of_address(size: &str) -> Letters {
        if size == "grande" { Letters::Large } else { Letters::Normal }
    }
}

impl Sheet {
    /// What the look reads as `/frame.json`.
    pub fn frame(&self) -> Json {
        let w = words(self.lang);
        json!({
            "title": self.title,
            "lang": self.lang.code(),
            "large": self.letters == Letters::Large,
            "year": self.day.year(),
            "month": self.day.month(),
            "day": self.day.day(),
            "made": w.paper_made(dates::plain(self.day, self.lang)),
            // Filled in by the press, which alone knows them.
            "page": w.paper_page("{n}", "{of}"),
            // Said under the last page where it happened.
            "signs": w.paper_signs(),
        })
    }
}
