//! Lists that are too long to be counted: newer and older, by the number of the page.

/// Where the pages before and after one are.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    pub newer: Option<String>,
    pub older: Option<String>,
}

/// How many are left out and how many asked for: one more than is shown, to know whether there is an older
/// page.
pub fn span(page: u16, per_page: usize) -> (i64, i64) {
    let per_page = i64::try_from(per_page).unwrap_or(i64::MAX);
    (i64::from(page.saturating_sub(1)).saturating_mul(per_page), per_page.saturating_add(1))
}

/// What is shown of what was asked for with [`span`], and where to go from there.
pub fn shown<T>(page: u16, per_page: usize, mut all: Vec<T>, at: impl Fn(u16) -> String) -> (Vec<T>, Pager) {
    let has_older = all.len() > per_page;
    all.truncate(per_page);
    let newer = (page > 1).then(|| at(page.saturating_sub(1)));
    let older = has_older.then(|| at(page.saturating_add(1)));
    (all, Pager { newer, older })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(page: u16) -> String {
        format!("?page={page}")
    }

    #[test]
    fn the_first_page_has_nothing_newer_and_the_last_nothing_older() {
        assert_eq!(span(1, 50), (0, 51));
        assert_eq!(span(3, 50), (100, 51));
        let (rows, pager) = shown(1, 2, vec![1, 2, 3], at);
        assert_eq!((rows, pager.newer, pager.older), (vec![1, 2], None, Some("?page=2".to_owned())));
        let (rows, pager) = shown(2, 2, vec![3, 4], at);
        assert_eq!((rows, pager.newer, pager.older), (vec![3, 4], Some("?page=1".to_owned()), None));
    }
}
