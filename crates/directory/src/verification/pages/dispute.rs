//! One field that was corrected here and of which the source has said something else since, both
//! versions side by side.

use platform::web::Ui;

use crate::verification::field::Field;
use crate::verification::saying;
use crate::vocabulary::Coded;
use crate::words::words;

pub(super) struct Dispute {
    pub(super) code: &'static str,
    pub(super) field: String,
    pub(super) here: String,
    pub(super) source: String,
    /// Whether following the source was ticked.
    pub(super) is_followed: bool,
}

/// `value` says a field of either version; `ticked` are codes.
pub(super) fn disputes<T>(
    ui: &Ui,
    fields: Vec<Field>,
    (here, source): (&T, &T),
    value: impl Fn(Field, &T) -> Option<String>,
    ticked: &[String],
) -> Vec<Dispute> {
    let w = words(ui.lang);
    let said = |field, of| value(field, of).unwrap_or_else(|| w.verification_unsaid());
    let dispute = |field: Field| Dispute {
        code: field.code(),
        field: saying::label(field, w),
        here: said(field, here),
        source: said(field, source),
        is_followed: ticked.iter().any(|code| code == field.code()),
    };
    fields.into_iter().map(dispute).collect()
}
