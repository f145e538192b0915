//! The flow as lines, for whoever reads numbers better, and for files.

use super::Flow;
use crate::study::labels;
use crate::words::Words;

impl Flow {
    /// Step, group and number of persons, with the names of the columns first.
    pub(in crate::study) fn table(&self, w: &Words) -> Vec<Vec<String>> {
        let mut rows = vec![vec![w.study_flow_step(), w.study_flow_group(), w.study_flow_persons()]];
        rows.extend(
            self.lines(w).into_iter().map(|(step, group, persons)| vec![step, group, persons.to_string()]),
        );
        rows
    }

    /// The same without names.
    pub(in crate::study) fn lines(&self, w: &Words) -> Vec<(String, String, i64)> {
        let all = || w.study_flow_all();
        let mut lines = vec![
            (w.study_flow_assessed(), all(), self.assessed),
            (w.study_flow_excluded(), all(), self.excluded),
        ];
        for reason in &self.reasons {
            let said = if reason.is_inclusion {
                w.study_flow_not_met(reason.text.as_str())
            } else {
                w.study_flow_met(reason.text.as_str())
            };
            lines.push((said, all(), reason.persons));
        }
        lines.push((w.study_flow_declined(), all(), self.declined));
        lines.push((w.study_flow_enrolled(), all(), self.enrolled));
        for branch in &self.branches {
            let group = || branch.arm.clone().unwrap_or_else(all);
            lines.push((w.study_flow_allocated(), group(), branch.allocated));
            for followed in &branch.followed {
                let point = labels::point(&followed.point, w);
                lines.push((w.study_flow_seen(point.as_str()), group(), followed.seen));
                lines.push((w.study_flow_missed(point.as_str()), group(), followed.missed));
                lines.push((w.study_flow_ahead(point.as_str()), group(), followed.ahead));
            }
            lines.push((w.study_flow_lost(), group(), branch.lost));
            lines.push((w.study_flow_withdrawn(), group(), branch.withdrawn));
            lines.push((w.study_flow_analysed(), group(), branch.analysed));
        }
        lines
    }
}
