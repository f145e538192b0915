//! One thing after the other, each with its name and how long it took.

use std::time::{Duration, Instant};

use crate::{Failure, say};

#[derive(Debug)]
pub(super) struct Phases {
    keep_going: bool,
    began: Instant,
    passed: usize,
    failed: Vec<&'static str>,
}

impl Phases {
    pub(super) fn new(keep_going: bool) -> Phases {
        Phases { keep_going, began: Instant::now(), passed: 0, failed: Vec::new() }
    }

    /// What the phase gave, unless it failed or an earlier failure makes it pointless.
    pub(super) fn run<T>(
        &mut self,
        name: &'static str,
        phase: impl FnOnce() -> Result<T, Failure>,
    ) -> Option<T> {
        if !self.failed.is_empty() && !self.keep_going {
            return None;
        }
        say(&format!("\n== {name}"));
        let began = Instant::now();
        let done = phase();
        let took = words(began.elapsed());
        match done {
            Ok(given) => {
                say(&format!("== {name}: passed in {took}"));
                self.passed += 1;
                Some(given)
            }
            Err(failure) => {
                say(&format!("== {name}: FAILED after {took}: {failure}"));
                self.failed.push(name);
                None
            }
        }
    }

    /// The summary.
    ///
    /// # Errors
    /// When a phase failed.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let took = words(self.began.elapsed());
        if self.failed.is_empty() {
            say(&format!("\nAll {} phases passed in {took}.", self.passed));
            return Ok(());
        }
        Err(format!("failed after {took}: {}", self.failed.join(", ")).into())
    }
}

fn words(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails() -> Result<(), Failure> {
        Err("no".into())
    }

    #[test]
    fn the_first_failure_stops_the_rest() {
        let mut phases = Phases::new(false);
        assert_eq!(phases.run("one", || Ok(1)), Some(1));
        assert_eq!(phases.run("two", fails), None);
        assert_eq!(phases.run("three", || Ok(3)), None);
        assert!(phases.finish().unwrap_err().to_string().ends_with(": two"));
    }

    #[test]
    fn one_may_go_on_and_still_fails_at_the_end() {
        let mut phases = Phases::new(true);
        assert_eq!(phases.run("two", fails), None);
        assert_eq!(phases.run("three", || Ok(3)), Some(3));
        assert!(phases.finish().is_err());
    }

    #[test]
    fn a_duration_is_said_in_words() {
        assert_eq!(words(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(words(Duration::from_secs(61)), "1 min 01 s");
    }
}
