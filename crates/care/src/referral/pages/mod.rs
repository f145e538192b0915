//! The screens of a referral, by who looks at them.

pub(super) mod ask;
pub(super) mod followed;
pub(super) mod inbox;
pub(super) mod prescribe;
pub(super) mod sheet;
