//! How long things take.

use std::time::{Duration, Instant};

/// Durations of the same job, shortest first.
#[derive(Clone, Debug)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Does a job for each question once, after a round that only warms up.
    pub(crate) fn of<Q>(questions: &[Q], mut job: impl FnMut(&Q)) -> Times {
        questions.iter().take(questions.len() / 10 + 1).for_each(&mut job);
        let times = questions.iter().map(|question| {
            let start = Instant::now();
            job(question);
            start.elapsed()
        });
        Times::sorted(times.collect())
    }

    pub(crate) fn sorted(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        Times(times)
    }

    pub(crate) fn median(&self) -> Duration {
        self.at(0.5)
    }

    pub(crate) fn p99(&self) -> Duration {
        self.at(0.99)
    }

    #[expect(clippy::as_conversions, reason = "a place in a list, from a share of its length")]
    fn at(&self, share: f64) -> Duration {
        let place = (self.0.len() as f64 * share) as usize;
        self.0.get(place.min(self.0.len().saturating_sub(1))).copied().unwrap_or_default()
    }
}

/// « 41 µs », « 1.8 ms », « 2.4 s ».
pub(crate) fn said(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        ..10.0 => format!("{micros:.1} µs"),
        ..1_000.0 => format!("{micros:.0} µs"),
        ..10_000.0 => format!("{:.1} ms", micros / 1e3),
        ..1_000_000.0 => format!("{:.0} ms", micros / 1e3),
        _ => format!("{:.1} s", micros / 1e6),
    }
}
