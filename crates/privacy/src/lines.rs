//! A message of several lines: one sentence each.

pub(crate) fn lines(message: &str) -> Vec<String> {
    message.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
