//! The address of a page, or some lines, to be copied into a message or sent by e-mail.

use platform::web::Ui;
use url::form_urlencoded::byte_serialize;

/// A page to be passed on by its address. Its title is also the subject of an e-mail: it says nothing of
/// what somebody asked.
pub(crate) struct Shared {
    pub(crate) title: String,
    pub(crate) url: String,
}

impl Shared {
    /// At an address of this server.
    pub(crate) fn at(ui: &Ui, title: String, path: &str) -> Shared {
        Shared { title, url: ui.app.settings().address(path) }
    }

    pub(crate) fn mail(&self) -> String {
        mail(&[self.title.clone(), self.url.clone()])
    }
}

/// A new e-mail with those lines, to nobody yet (RFC 6068).
pub(crate) fn mail(lines: &[String]) -> String {
    let subject = lines.first().map(String::as_str).unwrap_or_default();
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(&lines.join("\r\n")))
}

/// Forms write a space as a plus sign, which an e-mail program would show.
fn encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_e_mail_keeps_its_spaces_its_lines_and_its_signs() {
        let lines = ["Jeux & goûter".to_owned(), "1+1".to_owned()];
        assert_eq!(
            mail(&lines),
            "mailto:?subject=Jeux%20%26%20go%C3%BBter&body=Jeux%20%26%20go%C3%BBter%0D%0A1%2B1"
        );
    }
}
