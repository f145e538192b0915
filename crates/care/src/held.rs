//! What a table holds of persons: said by the capability that owns it, read by [`rights`](crate::rights).
//! A test compares it with the store's own tables, so that whoever adds a column says what it is.

/// A table with rows about persons.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeldTable {
    pub(crate) table: &'static str,
    /// Which of its rows are about the person `$1`.
    pub(crate) rows: &'static str,
    /// Every column.
    pub(crate) columns: &'static [(&'static str, Says)],
}

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// Something of the person.
    Told,
    /// A moment, in Unix seconds.
    Moment,
    /// Who did it, by the account's id.
    Account,
    /// Only where the row stands: its id, its version, the row it hangs on.
    Nothing,
    /// Something of somebody else, whom a copy must not betray (GDPR, article 15, paragraph 4).
    OfAnother,
}

/// Rows that hang on a course of support.
macro_rules! of_case {
    ($column:literal) => {
        concat!($column, " IN (SELECT id FROM case_file WHERE person_id = $1)")
    };
}
pub(crate) use of_case;
