//! The flow drawn: boxes down the page, one column for each arm, those who do not go on at the side.

use super::{Branch, Flow};
use crate::study::labels;
use crate::words::Words;

/// Of a column, in units of the drawing.
const WIDE: i64 = 172;
const GAP: i64 = 12;
const LINE: i64 = 17;
const PAD: i64 = 9;
/// Between boxes: room for an arrow.
const DOWN: i64 = 22;

/// Drawn by `flow.html`.
#[derive(Clone, Debug, Default)]
pub(in crate::study) struct Drawing {
    pub(in crate::study) width: i64,
    pub(in crate::study) height: i64,
    pub(in crate::study) boxes: Vec<Shape>,
    pub(in crate::study) arrows: Vec<Arrow>,
    /// Without a head.
    pub(in crate::study) joins: Vec<Arrow>,
}

#[derive(Clone, Debug)]
pub(in crate::study) struct Shape {
    pub(in crate::study) x: i64,
    pub(in crate::study) y: i64,
    pub(in crate::study) height: i64,
    /// Each with where it stands.
    pub(in crate::study) texts: Vec<(i64, String)>,
}

/// From one point to another.
#[derive(Clone, Copy, Debug)]
pub(in crate::study) struct Arrow {
    pub(in crate::study) from: (i64, i64),
    pub(in crate::study) to: (i64, i64),
}

impl Drawing {
    pub(in crate::study) fn of(flow: &Flow, w: &Words) -> Drawing {
        let columns = i64::try_from(flow.branches.len()).unwrap_or(1).max(2);
        let mut drawing = Drawing { width: columns * WIDE + (columns - 1) * GAP, ..Drawing::default() };
        let assessed = drawing.shape(0, 0, vec![w.study_box_assessed(flow.assessed)]);
        let aside = vec![w.study_box_excluded(flow.excluded), w.study_box_declined(flow.declined)];
        let aside = drawing.shape(column(1), assessed + DOWN, aside);
        let middle = assessed + (aside - assessed) / 2 + DOWN / 2;
        drawing.arrow((WIDE / 2, middle), (column(1), middle));
        let enrolled = drawing.shape(0, aside + DOWN, vec![w.study_box_enrolled(flow.enrolled)]);
        drawing.arrow((WIDE / 2, assessed), (WIDE / 2, aside + DOWN));
        for (place, branch) in (0_i64..).zip(&flow.branches) {
            drawing.branch(column(place), enrolled, branch, w);
        }
        drawing
    }

    /// An arm from its allocation down to its analysis.
    fn branch(&mut self, x: i64, from: i64, branch: &Branch, w: &Words) {
        let mut bottom = from;
        let middle = x + WIDE / 2;
        if x > 0 {
            // From the side of the box above, then down.
            self.joins.push(Arrow { from: (WIDE / 2, from + DOWN / 3), to: (middle, from + DOWN / 3) });
        }
        for texts in steps(branch, w) {
            let start = if bottom == from && x > 0 { from + DOWN / 3 } else { bottom };
            self.arrow((middle, start), (middle, bottom + DOWN));
            bottom = self.shape(x, bottom + DOWN, texts);
        }
    }

    /// Where it ends.
    fn shape(&mut self, x: i64, y: i64, texts: Vec<String>) -> i64 {
        let count = i64::try_from(texts.len()).unwrap_or(1);
        let height = count * LINE + 2 * PAD;
        let texts = (1_i64..).zip(texts).map(|(line, text)| (y + PAD + line * LINE - 4, text)).collect();
        self.boxes.push(Shape { x, y, height, texts });
        self.height = self.height.max(y + height + 2);
        y + height
    }

    fn arrow(&mut self, from: (i64, i64), to: (i64, i64)) {
        self.arrows.push(Arrow { from, to });
    }
}

/// What stands in each box of an arm.
fn steps(branch: &Branch, w: &Words) -> Vec<Vec<String>> {
    let mut steps = Vec::new();
    if let Some(arm) = &branch.arm {
        steps.push(vec![shortened(arm), w.study_box_allocated(branch.allocated)]);
    }
    for followed in &branch.followed {
        // The same lines in each arm, so that its boxes stand beside the other's.
        let texts = vec![
            labels::point(&followed.point, w),
            w.study_box_seen(followed.seen),
            w.study_box_missed(followed.missed),
            w.study_box_ahead(followed.ahead),
        ];
        steps.push(texts);
    }
    steps.push(vec![w.study_box_lost(branch.lost), w.study_box_withdrawn(branch.withdrawn)]);
    steps.push(vec![w.study_box_analysed(branch.analysed)]);
    steps
}

/// What fits into a box; the table has all of it.
fn shortened(text: &str) -> String {
    const FITS: usize = 22;
    if text.chars().count() <= FITS {
        return text.to_owned();
    }
    text.chars().take(FITS - 1).chain(['…']).collect()
}

fn column(place: i64) -> i64 {
    place * (WIDE + GAP)
}
