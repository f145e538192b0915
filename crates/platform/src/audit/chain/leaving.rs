//! Where the chain ends, told elsewhere each day: to an address, to a file on another disk. Whoever
//! may change every row of the store, and seals anew, cannot take that back.

use std::path::Path;

use jiff::Timestamp;
use kernel::Lang;

use super::Anchor;
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::elsewhere::{self, Unread};
use crate::outbox::{self, Mail};
use crate::words::words;

/// Whoever keeps it reads French.
const READERS: Lang = Lang::Fr;

/// Tells it wherever the settings say. A file that cannot be written is an error in the log, as the
/// day's other work must not wait for it; a letter leaves with the day's work or not at all.
///
/// # Errors
/// The store's.
pub(crate) async fn leave(app: &App, tx: &mut Tx, anchor: &Anchor) -> Result<(), DbError> {
    let now = app.clock().now();
    tracing::info!(%anchor, "the trail of today");
    if let Some(to) = app.settings().anchor_to.clone() {
        let w = words(READERS);
        let mail = Mail { to, subject: w.anchor_subject(), body: w.anchor_body(anchor.to_string()) };
        outbox::put(tx, &mail, now).await?;
    }
    if let Some(file) = app.settings().anchor_file.clone() {
        let line = line(anchor, now);
        if let Err(error) = elsewhere::aside(move || elsewhere::append(&file, &line)).await {
            tracing::error!(%error, "today's mark of the trail could not be written");
        }
    }
    Ok(())
}

/// « 2026-01-14T02:00:00Z 42:… »: `maillage audit verify` reads the last word of each line.
fn line(anchor: &Anchor, now: Timestamp) -> String {
    format!("{now} {anchor}\n")
}

/// The anchors of such a file.
///
/// # Errors
/// When it cannot be read, or a line of it ends with no anchor: its number, from 1.
pub fn left_in(file: &Path) -> Result<Vec<Anchor>, Unread> {
    elsewhere::read(file)
}

#[cfg(test)]
mod tests {
    use kernel::contact::Email;
    use uuid::Uuid;

    use super::*;
    use crate::app::Settings;
    use crate::audit;
    use crate::testing::{TestApp, on_both_engines};

    fn anchor(number: i64) -> Anchor {
        format!("{number}:4Jc2ZQvGm7iGvUyxMvXu9m1n5cM0O0cI1rYk0f5o6x8").parse().unwrap()
    }

    #[test]
    fn a_file_gives_back_the_anchors_left_in_it_and_says_which_line_is_none() {
        let file = std::env::temp_dir().join(format!("maillage-anchors-{}", Uuid::new_v4()));
        for number in [3, 42] {
            elsewhere::append(&file, &line(&anchor(number), Timestamp::UNIX_EPOCH)).unwrap();
        }
        assert_eq!(left_in(&file).unwrap(), [anchor(3), anchor(42)]);
        elsewhere::append(&file, "\nune note\n").unwrap();
        assert!(matches!(left_in(&file), Err(Unread::Line(_, 4))));
        std::fs::remove_file(&file).unwrap();
        assert!(matches!(left_in(&file), Err(Unread::File(..))));
    }

    #[tokio::test]
    async fn it_is_written_to_whoever_keeps_it_and_a_lost_disk_stops_nothing() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test: TestApp| async move {
                let to = Email::parse("securite@hopital.example").unwrap();
                let settings = Settings {
                    anchor_to: Some(to.clone()),
                    anchor_file: Some("/nowhere/at/all".into()),
                    ..test.app.settings().clone()
                };
                let app = test.app.clone().with_settings(settings);
                let mut tx = test.tx().await;
                audit::leave(&app, &mut tx, &anchor(42)).await.unwrap();
                tx.commit().await.unwrap();
                let letters = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
                assert!(letters[0].body.contains(&anchor(42).to_string()), "{}", letters[0].body);
            },
        )
        .await;
    }
}
