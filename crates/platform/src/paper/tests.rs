//! Turns and bounds, whatever the press.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kernel::Lang;
use serde_json::json;

use super::{Letters, MOST_BYTES, NotPrinted, Press, Printer, Sheet};

/// Tells how many were being set while it was.
struct Counting(AtomicUsize);

impl Press for Counting {
    fn kind(&self) -> &'static str {
        "text/plain"
    }

    fn print(&self, _: &Sheet) -> Result<Vec<u8>, NotPrinted> {
        let others = self.0.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(20));
        self.0.fetch_sub(1, Ordering::SeqCst);
        Ok(others.to_string().into_bytes())
    }
}

fn sheet(text: &str, lang: Lang) -> Sheet {
    Sheet {
        template: "",
        title: "Vos données".to_owned(),
        lang,
        letters: Letters::Normal,
        day: jiff::civil::date(2026, 3, 31),
        data: json!({ "text": text }),
        pictures: Vec::new(),
    }
}

#[tokio::test]
async fn one_sheet_is_set_at_a_time() {
    let printer = Printer::new(Counting(AtomicUsize::new(0)));
    let all = (0..4).map(|_| printer.print(sheet("", Lang::Fr)));
    for others in futures_util::future::join_all(all).await {
        assert_eq!(others.unwrap(), b"0");
    }
}

#[tokio::test]
async fn what_is_too_long_is_refused_before_it_is_begun() {
    let printer = Printer::new(Counting(AtomicUsize::new(0)));
    let refused = printer.print(sheet(&"a".repeat(MOST_BYTES), Lang::Fr)).await;
    assert!(matches!(refused, Err(NotPrinted::TooLong)), "{refused:?}");
    assert!(printer.print(sheet(&"a".repeat(MOST_BYTES / 2), Lang::Fr)).await.is_ok());
}

#[test]
fn the_foot_is_in_the_language_of_the_sheet() {
    let foot = |lang| {
        let frame = sheet("", lang).frame();
        [&frame["made"], &frame["page"]].map(|word| word.as_str().unwrap().to_owned())
    };
    assert_eq!(foot(Lang::Fr), ["Fait le 31\u{a0}mars\u{a0}2026", "Page\u{a0}{n} sur\u{a0}{of}"]);
    assert_eq!(foot(Lang::En), ["Made on 31\u{a0}March\u{a0}2026", "Page\u{a0}{n} of\u{a0}{of}"]);
}
