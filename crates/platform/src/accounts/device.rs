//! On what a session was opened, roughly: enough to recognise one's own, too little to know a machine again.

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;

/// In this order: Edge and Opera also say that they are Chrome, and Chrome that it is Safari.
const BROWSERS: [(&str, &str); 6] = [
    ("Firefox/", "Firefox"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// In this order: Android also says Linux, an iPad that it is like a Mac.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// « Firefox, Windows »; none when the browser says nothing we know.
pub(crate) fn told(headers: &HeaderMap) -> Option<String> {
    let said = headers.get(USER_AGENT)?.to_str().ok()?;
    let known = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| said.contains(mark)).map(|(_, name)| *name)
    };
    let parts: Vec<&str> = [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(said: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, said.parse().unwrap());
        told(&headers)
    }

    #[test]
    fn a_browser_and_its_system_are_told_and_nothing_more() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                    Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";
        assert_eq!(of(edge).unwrap(), "Edge, Windows");
        let telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 \
                         (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
        assert_eq!(of(telephone).unwrap(), "Safari, iPhone");
        assert_eq!(
            of("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0").unwrap(),
            "Firefox, Linux"
        );
        assert_eq!(of("curl/8.14"), None);
    }
}
