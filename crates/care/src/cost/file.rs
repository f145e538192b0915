//! A file of consultations, line by line (pure): read, held beside what is known, and refused as a whole
//! where one line cannot be.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use jiff::civil::Date;
use kernel::id::CaseId;
use kernel::text::fold;

use super::model::{Count, Noted, Standing, ToldBy};
use super::{rules, typed};

/// More are brought in two files.
pub(super) const MOST_LINES: usize = 2_000;

/// As its first line names them; whatever else stands there is left aside.
pub(super) const COLUMNS: [&str; 3] = ["accompagnement", "avant", "apres"];
const IN_ENGLISH: [&str; 3] = ["case", "before", "after"];

/// Why nothing of a file can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotRead {
    /// Not in UTF-8.
    NoText,
    /// One of its columns is not there, by its name.
    NoColumn(&'static str),
    TooMany,
    Empty,
}

/// What is wrong with one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// No course of support of this team, or of nobody.
    Unknown(String),
    /// No number of consultations in this column.
    Number(&'static str, String),
    Twice,
    /// What comes after is counted until that day.
    TooEarly(Date),
}

/// The line's number, from 1 as spreadsheets count.
pub(super) type BadLine = (usize, Wrong);

/// One line that says something: what a file gives, and the version it was held beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) case: CaseId,
    pub(super) version: i64,
    pub(super) before: Option<i64>,
    pub(super) after: Option<i64>,
}

/// A course of support as it would be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) given: Given,
    pub(super) was: Noted,
    pub(super) will_be: Noted,
}

/// A whole file held beside what is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Looked {
    pub(super) changes: Vec<Change>,
    pub(super) bad: Vec<BadLine>,
    /// Lines that say nothing, or nothing new.
    pub(super) nothing_new: usize,
}

impl Looked {
    /// # Errors
    /// [`NotRead`].
    pub(super) fn at(file: &[u8], known: &[Standing], today: Date) -> Result<Looked, NotRead> {
        let text = str::from_utf8(file).map_err(|_| NotRead::NoText)?.trim_start_matches('\u{feff}');
        let mut lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let (head, _) = lines.next().ok_or(NotRead::Empty)?;
        let separator = [';', '\t'].into_iter().find(|sign| head.contains(*sign)).unwrap_or(',');
        let places = places(&cells(head, separator))?;
        let known: BTreeMap<CaseId, &Standing> = known.iter().map(|one| (one.case, one)).collect();
        let (mut looked, mut seen) = (Looked::default(), BTreeSet::new());
        for (line, number) in lines {
            if number > MOST_LINES.saturating_add(1) {
                return Err(NotRead::TooMany);
            }
            let cells = cells(line, separator);
            let [case, before, after] = places.map(|place| cells.get(place).map_or("", |cell| cell.trim()));
            looked.note(number, change([case, before, after], &known, &mut seen, today));
        }
        Ok(looked)
    }

    fn note(&mut self, number: usize, said: Result<Option<Change>, Wrong>) {
        match said {
            Ok(Some(change)) => self.changes.push(change),
            Ok(None) => self.nothing_new = self.nothing_new.saturating_add(1),
            Err(wrong) => self.bad.push((number, wrong)),
        }
    }
}

impl Given {
    /// What a course of support is noted as, once this is kept. A number that is known already keeps its word.
    ///
    /// # Errors
    /// [`Wrong::TooEarly`].
    pub(super) fn over(&self, standing: &Standing, today: Date) -> Result<Noted, Wrong> {
        if self.after.is_some()
            && let Err(rules::TooEarly(last)) = rules::is_over(standing.referred_on, today)
        {
            return Err(Wrong::TooEarly(last));
        }
        let side = |known: Option<Count>, given: Option<i64>| match given {
            Some(count) if known.is_none_or(|known| known.count != count) => {
                Some(Count { count, told_by: ToldBy::File })
            }
            _ => known,
        };
        Ok(Noted {
            before: side(standing.noted.before, self.before),
            after: side(standing.noted.after, self.after),
        })
    }

    /// As the page that shows it hands it to the one that keeps it.
    pub(super) fn written(&self) -> String {
        let side = |count: Option<i64>| count.map_or_else(|| "-".to_owned(), |count| count.to_string());
        format!("{} {} {} {}", self.case, self.version, side(self.before), side(self.after))
    }

    /// None for what no page of ours wrote.
    pub(super) fn read(line: &str) -> Option<Given> {
        let mut parts = line.split(' ');
        let mut next = || parts.next();
        let side = |text: &str| if text == "-" { Some(None) } else { typed::visits(text).map(Some) };
        let (case, version) = (next()?.parse().ok()?, next()?.parse().ok()?);
        Some(Given { case, version, before: side(next()?)?, after: side(next()?)? })
    }
}

/// None where a line says nothing, or nothing new.
fn change(
    [case, before, after]: [&str; 3],
    known: &BTreeMap<CaseId, &Standing>,
    seen: &mut BTreeSet<CaseId>,
    today: Date,
) -> Result<Option<Change>, Wrong> {
    let standing = id(case).and_then(|id| known.get(&id)).ok_or_else(|| Wrong::Unknown(case.to_owned()))?;
    if !seen.insert(standing.case) {
        return Err(Wrong::Twice);
    }
    let number = |column, cell: &str| match cell {
        "" => Ok(None),
        cell => typed::visits(cell).map(Some).ok_or_else(|| Wrong::Number(column, cell.to_owned())),
    };
    let [_, before_column, after_column] = COLUMNS;
    let (before, after) = (number(before_column, before)?, number(after_column, after)?);
    let given = Given { case: standing.case, version: standing.version, before, after };
    let will_be = given.over(standing, today)?;
    Ok((will_be != standing.noted).then_some(Change { given, was: standing.noted, will_be }))
}

/// By its id, or by the address of its file.
fn id(cell: &str) -> Option<CaseId> {
    cell.split('/').rev().find_map(|part| CaseId::from_str(part).ok())
}

fn places(head: &[String]) -> Result<[usize; 3], NotRead> {
    let head: Vec<String> = head.iter().map(|cell| fold(cell)).collect();
    let place = |(name, english): (&'static str, &str)| {
        head.iter().position(|cell| cell == name || cell == english).ok_or(NotRead::NoColumn(name))
    };
    let [case, before, after] = COLUMNS;
    let [case_english, before_english, after_english] = IN_ENGLISH;
    Ok([place((case, case_english))?, place((before, before_english))?, place((after, after_english))?])
}

/// Cells of a line; a separator between quotes separates nothing.
fn cells(line: &str, separator: char) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    for sign in line.chars() {
        match sign {
            '"' => is_quoted = !is_quoted,
            sign if sign == separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    cells.push(cell);
    cells
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::clock::start_of;
    use kernel::id::SiteId;

    use super::*;

    const TODAY: Date = date(2026, 9, 1);

    fn standing(referred_on: Date, noted: Noted) -> Standing {
        let (case, site, opened_at) = (CaseId::new(), SiteId::new(), start_of(referred_on));
        Standing { case, site, referred_on, noted, version: 3, opened_at, closed_at: None }
    }

    fn told(count: i64, told_by: ToldBy) -> Option<Count> {
        Some(Count { count, told_by })
    }

    #[test]
    fn a_line_gives_numbers_and_says_nothing_of_what_it_leaves_empty() {
        let known = [
            standing(date(2026, 1, 13), Noted { before: told(4, ToldBy::Person), after: None }),
            standing(date(2026, 1, 14), Noted::default()),
        ];
        let [one, other] = [known[0].case, known[1].case];
        let file = format!(
            "\u{feff}Accompagnement;Équipe;Avant;Après\r\n{one};\"a;b\";4;2\r\n\r\nhttps://m.fr/personnes/{other};x;;\r\n"
        );
        let looked = Looked::at(file.as_bytes(), &known, TODAY).unwrap();
        assert!(looked.bad.is_empty(), "{looked:?}");
        assert_eq!((looked.changes.len(), looked.nothing_new), (1, 1));
        let change = looked.changes[0];
        assert_eq!(change.was, known[0].noted);
        let will_be = Noted { before: told(4, ToldBy::Person), after: told(2, ToldBy::File) };
        assert_eq!((change.will_be, change.given.version), (will_be, 3));
        assert_eq!(Given::read(&change.given.written()), Some(change.given));
    }

    #[test]
    fn each_bad_line_is_told_by_its_number() {
        let known =
            [standing(date(2026, 1, 13), Noted::default()), standing(date(2026, 8, 1), Noted::default())];
        let [one, recent] = [known[0].case, known[1].case];
        let file = format!("case,before,after\n{one},x,1\nAline,1,1\n{one},1,1\n{recent},1,0\n{recent},2,\n");
        let looked = Looked::at(file.as_bytes(), &known, TODAY).unwrap();
        let bad = [
            (2, Wrong::Number("avant", "x".to_owned())),
            (3, Wrong::Unknown("Aline".to_owned())),
            (4, Wrong::Twice),
            (5, Wrong::TooEarly(date(2027, 2, 1))),
            (6, Wrong::Twice),
        ];
        assert_eq!(looked.bad, bad);
    }

    #[test]
    fn a_file_that_is_none_is_refused_whole() {
        let at = |file: &[u8]| Looked::at(file, &[], TODAY).unwrap_err();
        assert_eq!(at(b""), NotRead::Empty);
        assert_eq!(at(b"\xff\xfe"), NotRead::NoText);
        assert_eq!(at(b"accompagnement;avant\n"), NotRead::NoColumn("apres"));
        let long = format!("case;before;after\n{}", "x;1;1\n".repeat(MOST_LINES + 1));
        assert_eq!(at(long.as_bytes()), NotRead::TooMany);
    }

    #[test]
    fn what_no_page_wrote_is_not_read() {
        let id = CaseId::new();
        for odd in ["", "x 0 1 1", &format!("{id} 0 1"), &format!("{id} 0 -1 1"), &format!("{id} 0 999 -")] {
            assert_eq!(Given::read(odd), None, "{odd}");
        }
    }
}
