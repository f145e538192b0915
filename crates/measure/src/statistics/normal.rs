//! The normal distribution.

/// Its 97.5th percentile: 95 % lie within so many standard deviations of the mean.
pub(super) const SURE: f64 = 1.959_963_984_540_054;

/// The share that lies above.
pub(super) fn above(z: f64) -> f64 {
    libm::erfc(z / std::f64::consts::SQRT_2) / 2.0
}

/// The share that lies below.
pub(super) fn below(z: f64) -> f64 {
    above(-z)
}

/// The value that a share lies below, by halving: some sixty steps, exact to the last digits that matter.
pub(super) fn value_below(share: f64) -> f64 {
    // Beyond, a share is not told from none or all.
    let (mut low, mut high) = (-9.0_f64, 9.0_f64);
    for _ in 0..64 {
        let middle = f64::midpoint(low, high);
        if below(middle) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_tables_one() {
        assert!((above(SURE) - 0.025).abs() < 1e-15);
        assert!((above(1.0) - 0.158_655_253_931_457).abs() < 1e-15);
        assert!((value_below(0.975) - SURE).abs() < 1e-12);
        assert!((value_below(0.1) + 1.281_551_565_544_600_4).abs() < 1e-12);
    }
}
