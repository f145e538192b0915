//! The gold thread: a person's path as one line, solid where it has happened, dotted where not.

use askama::Template;

const STEP: usize = 40;
const LEFT: usize = 10;
const HIGH: usize = 8;
const LOW: usize = 20;

/// The path of one course of support; its words stand beside the drawing for those who do not see it.
#[derive(Clone, Debug, Template)]
#[template(path = "thread.html")]
pub struct Thread {
    /// What a screen reader says instead of the drawing.
    pub label: String,
    pub knots: Vec<Knot>,
    pub width: usize,
    pub done_path: String,
    pub todo_path: String,
}

#[derive(Clone, Copy, Debug)]
pub struct Knot {
    pub x: usize,
    pub y: usize,
    pub is_done: bool,
}

impl Thread {
    /// A thread of `total` steps of which the first `done` have happened.
    pub fn new(done: usize, total: usize, label: String) -> Thread {
        let knots: Vec<Knot> = (0..total).map(|step| knot(step, done)).collect();
        let path = |keep: fn(&Knot) -> bool| -> String {
            knots
                .windows(2)
                .filter_map(|pair| match pair {
                    [from, to] if keep(to) => Some(curve(*from, *to)),
                    _ => None,
                })
                .collect()
        };
        let done_path = path(|to| to.is_done);
        let todo_path = path(|to| !to.is_done);
        Thread { label, width: LEFT * 2 + STEP * total.saturating_sub(1), done_path, todo_path, knots }
    }
}

fn knot(step: usize, done: usize) -> Knot {
    let y = if step.is_multiple_of(2) { HIGH } else { LOW };
    Knot { x: LEFT + STEP * step, y, is_done: step < done }
}

fn curve(from: Knot, to: Knot) -> String {
    let half = from.x.midpoint(to.x);
    format!("M{} {}C{half} {} {half} {} {} {}", from.x, from.y, from.y, to.y, to.x, to.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_solid_part_ends_at_the_last_thing_that_happened() {
        let thread = Thread::new(2, 4, String::new());
        assert_eq!(thread.done_path.matches('M').count(), 1);
        assert_eq!(thread.todo_path.matches('M').count(), 2);
        assert_eq!(thread.knots.iter().filter(|knot| knot.is_done).count(), 2);
    }
}
