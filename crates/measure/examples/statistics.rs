//! One list of differences a line in (JSON), what the crate says of it a line out: for
//! `tests/formats/statistics.py`, which holds it to SciPy.

use std::io::{self, BufRead, Write};

use measure::{Effect, MeanChange, Method, Share, SignedRank, reliable_difference};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let differences: Vec<i32> = serde_json::from_str(&line?)?;
        writeln!(out, "{}", told(&differences))?;
    }
    Ok(())
}

fn told(differences: &[i32]) -> Value {
    let whole = || differences.iter().map(|difference| i64::from(*difference));
    let real = || differences.iter().map(|difference| f64::from(*difference));
    let rose = whole().filter(|difference| *difference > 0).count();
    json!({
        "share": share(rose, differences.len()).map(|share| [share.value, share.low, share.high]),
        "signed_rank": SignedRank::of(whole()).map(|test| json!({
            "above": test.above,
            "below": test.below,
            "p": test.p,
            "exact": test.method == Method::Exact,
            "rank_biserial": test.rank_biserial(),
        })),
        "mean": MeanChange::of(real()).map(|change| [change.value, change.low, change.high]),
        "effect": Effect::of(real()).map(|effect| effect.0),
        "reliable": reliable_difference(real(), 0.72),
    })
}

fn share(some: usize, among: usize) -> Option<Share> {
    Share::of(u32::try_from(some).ok()?, u32::try_from(among).ok()?)
}
