//! A plan and its goals.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::GoalId;
use serde::{Deserialize, Serialize};

/// How many goals a person has at most: more are not followed.
pub const MOST_GOALS: usize = 3;
/// How many steps fit on a sheet of paper.
pub const MOST_STEPS: usize = 8;
/// The longest goal, and the longest step, in characters.
pub const LONGEST_GOAL: usize = 200;
/// The longest name of who does a step, in characters.
pub const LONGEST_WHO: usize = 80;
/// The longest free text, in characters.
pub const LONGEST_WORDS: usize = 2_000;

/// One thing the person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub id: GoalId,
    /// 1 to [`MOST_GOALS`], the same for as long as the goal lives: measures name it.
    pub place: i64,
    /// As they say it.
    pub words: String,
    pub since: Timestamp,
}

/// What was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Whatever the goals and steps do not say.
    pub words: Option<String>,
    pub steps: Vec<Step>,
    pub agreed_on: Option<Date>,
    pub review_on: Option<Date>,
}

/// One thing somebody will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub what: String,
    pub who: Option<String>,
    pub by: Option<Date>,
}

/// What a person wants at a place of their plan, as a form says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// None leaves the place empty.
    pub words: Option<String>,
    /// Not the goal that stood there in other words, but another.
    pub is_another: bool,
}

/// Goals and plan as they were written together; the first wish is for place 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub wishes: [Wish; MOST_GOALS],
    pub plan: Plan,
}

/// What a wish does to the goal at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalChange {
    Reword { id: GoalId, words: String },
    Drop { id: GoalId },
    Write { place: i64, words: String },
}
