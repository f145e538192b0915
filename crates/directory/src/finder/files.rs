//! How much of what was found a file holds, and what the page says where that is not all.

use crate::words::Words;

/// Beyond, one asks the whole directory's export.
pub(crate) const MOST: u32 = 5_000;
/// Beyond, a calendar shows nothing but itself, and weighs megabytes.
pub(crate) const MOST_IN_CALENDAR: u32 = 500;

/// What files of so many resources leave out; `None` where each holds them all.
pub(super) fn left_out(total: usize, w: &Words) -> Option<String> {
    let beyond = |most: u32| usize::try_from(most).is_ok_and(|most| total > most);
    if beyond(MOST) {
        Some(w.finder_take_first(MOST, MOST_IN_CALENDAR))
    } else {
        beyond(MOST_IN_CALENDAR).then(|| w.finder_take_first_in_calendar(MOST_IN_CALENDAR))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;
    use crate::words::words;

    #[test]
    fn what_a_file_leaves_out_is_said_from_the_first_resource_it_cannot_hold() {
        let said =
            |total| left_out(total, words(Lang::Fr)).map(|text| text.replace(['\u{a0}', '\u{202f}'], " "));
        assert_eq!((said(0), said(500)), (None, None));
        let calendar = said(501).unwrap();
        assert!(calendar.contains("agenda") && calendar.contains("500 premières"), "{calendar}");
        assert_eq!(said(5_000), Some(calendar));
        assert!(said(5_001).unwrap().contains("5000 premières"), "{:?}", said(5_001));
    }
}
