//! What can be bound to a place in a query, typed also when it is null.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::id::{
    AccountId, CampaignId, CandidateId, CaseId, ConnectionId, CostRateId, DeviationId, DuplicateId, EventId,
    FillingId, GoalId, IncomingId, InstrumentId, MassExportId, MeasurementId, PersonId, ReferralId, ReportId,
    ScreeningId, SessionId, SiteId, StudyExportId, StudyId, TimeSpentId, VerificationId,
    VerificationRequestId,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Int(Option<i64>),
    Text(Option<String>),
    Bool(Option<bool>),
    Uuid(Option<Uuid>),
}

/// `value_from!(T => Variant, |v| expr)` for `T` and `Option<T>`.
macro_rules! value_from {
    ($($type:ty => $variant:ident, |$v:ident| $to:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($v: $type) -> Value {
                Value::$variant(Some($to))
            }
        }

        impl From<Option<$type>> for Value {
            fn from(option: Option<$type>) -> Value {
                Value::$variant(option.map(|$v| $to))
            }
        }
    )*};
}

value_from! {
    i64 => Int, |v| v;
    i32 => Int, |v| i64::from(v);
    i16 => Int, |v| i64::from(v);
    Timestamp => Int, |v| v.as_second();
    bool => Bool, |v| v;
    String => Text, |v| v;
    &str => Text, |v| v.to_owned();
    &String => Text, |v| v.clone();
    Date => Text, |v| v.to_string();
    &CommuneCode => Text, |v| v.as_str().to_owned();
    Uuid => Uuid, |v| v;
    AccountId => Uuid, |v| v.0;
    SiteId => Uuid, |v| v.0;
    StudyId => Uuid, |v| v.0;
    CandidateId => Uuid, |v| v.0;
    DeviationId => Uuid, |v| v.0;
    StudyExportId => Uuid, |v| v.0;
    TimeSpentId => Uuid, |v| v.0;
    CostRateId => Uuid, |v| v.0;
    PersonId => Uuid, |v| v.0;
    ReferralId => Uuid, |v| v.0;
    CaseId => Uuid, |v| v.0;
    ConnectionId => Uuid, |v| v.0;
    ScreeningId => Uuid, |v| v.0;
    FillingId => Uuid, |v| v.0;
    MeasurementId => Uuid, |v| v.0;
    GoalId => Uuid, |v| v.0;
    DuplicateId => Uuid, |v| v.0;
    ReportId => Uuid, |v| v.0;
    VerificationId => Uuid, |v| v.0;
    VerificationRequestId => Uuid, |v| v.0;
    CampaignId => Uuid, |v| v.0;
    IncomingId => Uuid, |v| v.0;
    InstrumentId => Uuid, |v| v.0;
    MassExportId => Uuid, |v| v.0;
    EventId => Uuid, |v| v.0;
    SessionId => Uuid, |v| v.0;
}
