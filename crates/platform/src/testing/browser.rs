//! A browser without scripts: cookies, pages, forms.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{
    ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, HeaderName, IF_NONE_MATCH, LOCATION, SET_COOKIE, USER_AGENT,
};
use axum::http::request::Builder;
use axum::http::{Method, Request, Response};
use tower::ServiceExt;

use super::{PASS_PHRASE, Page, TestApp};

const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// Fields as [`Browser::post`] takes them.
pub fn pairs(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

const URL_ENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data; boundary=between-two-parts";

#[derive(Clone, Debug)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    lang: &'static str,
    /// The address it asks from, and what it says it is.
    from: Option<(IpAddr, &'static str)>,
}

impl Browser {
    pub(crate) fn new(router: Router) -> Browser {
        Browser { router, cookies: BTreeMap::new(), lang: "fr", from: None }
    }

    /// A browser that asks for English.
    #[must_use]
    pub fn in_english(mut self) -> Browser {
        self.lang = "en";
        self
    }

    /// A browser at that address that says what it is.
    #[must_use]
    pub fn at(mut self, address: &str, agent: &'static str) -> Browser {
        self.from = Some((address.parse().expect("an address"), agent));
        self
    }

    /// The same browser, with its cookies, before another copy of the application.
    #[must_use]
    pub fn before(&self, test: &TestApp) -> Browser {
        Browser { router: test.app.router(), ..self.clone() }
    }

    /// Signs in with the phrase every story's account has.
    pub async fn sign_in(&mut self, email: &str) -> Page {
        let page = self.get("/connexion").await;
        let page = self.send(&page, "/connexion", &[("email", email), ("password", PASS_PHRASE)]).await;
        // Whatever page it leads to: the contexts of one crate's stories may not have a home page.
        assert!(
            page.actions().contains(&"/deconnexion".to_owned()),
            "signing in as {email}: {}",
            page.text()
        );
        page
    }

    /// Follows redirects to the page they lead to.
    pub async fn get(&mut self, path: &str) -> Page {
        let response = self.request(Method::GET, path, None).await;
        self.follow(path, response).await
    }

    /// One question and its answer, as it is: a redirect is not followed.
    pub async fn ask(&mut self, path: &str) -> Page {
        let response = self.request(Method::GET, path, None).await;
        read(path, response).await
    }

    /// Posts a form without looking at a page, and follows no redirect. With files when there are.
    pub async fn hand_in(
        &mut self,
        path: &str,
        fields: &[(String, String)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        let body = if files.is_empty() {
            (URL_ENCODED, serde_urlencoded::to_string(fields).expect("a form").into_bytes())
        } else {
            (MULTIPART, multipart(fields, files))
        };
        let response = self.request(Method::POST, path, Some(body)).await;
        read(path, response).await
    }

    /// The same, having kept the answer of that mark.
    pub async fn get_knowing(&mut self, path: &str, mark: &str) -> Page {
        self.get_with(path, IF_NONE_MATCH, mark).await
    }

    /// The same, with one more header.
    pub async fn get_with(&mut self, path: &str, name: HeaderName, value: &str) -> Page {
        let request = self.request_of(Method::GET, path).header(name, value);
        let response = self.answered(request.body(Body::empty()).expect("a request")).await;
        self.follow(path, response).await
    }

    /// Fills in and sends the form of a page whose action is `action`; fields not named keep what
    /// the page holds. Panics when the page has no such form or the form no such field.
    pub async fn send(&mut self, page: &Page, action: &str, fields: &[(&str, &str)]) -> Page {
        let body = page.filled_form(action, fields);
        self.post(action, &body).await
    }

    /// Posts pairs as they are, without looking at a page.
    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        let body = Some((URL_ENCODED, body.into_bytes()));
        let response = self.request(Method::POST, path, body).await;
        self.follow(path, response).await
    }

    /// Sends the form of a page whose action is `action` with files, as `multipart/form-data`: each
    /// file is the field's name, its own name and what it holds. Panics as [`Browser::send`] does.
    pub async fn upload(
        &mut self,
        page: &Page,
        action: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        let body = multipart(&page.filled_form(action, fields), files);
        let response = self.request(Method::POST, action, Some((MULTIPART, body))).await;
        self.follow(action, response).await
    }

    async fn follow(&mut self, path: &str, mut response: Response<Body>) -> Page {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let Some(location) = response.headers().get(LOCATION) else { break };
            path = location.to_str().expect("an address").to_owned();
            response = self.request(Method::GET, &path, None).await;
        }
        read(&path, response).await
    }

    async fn request(&mut self, method: Method, path: &str, form: Option<(&str, Vec<u8>)>) -> Response<Body> {
        let mut request = self.request_of(method, path);
        if let Some((kind, _)) = &form {
            request = request.header(CONTENT_TYPE, *kind);
        }
        let body = form.map_or_else(Body::empty, |(_, bytes)| Body::from(bytes));
        self.answered(request.body(body).expect("a request")).await
    }

    fn request_of(&self, method: Method, path: &str) -> Builder {
        let path = path.strip_prefix("http://maillage.test").unwrap_or(path);
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder();
        if let Some((address, agent)) = self.from {
            request = request.extension(ConnectInfo(SocketAddr::new(address, 1))).header(USER_AGENT, agent);
        }
        request
            .method(method)
            .uri(path)
            .header(HOST, "maillage.test")
            .header("origin", "http://maillage.test")
            .header(ACCEPT_LANGUAGE, self.lang)
            .header(COOKIE, cookies.join("; "))
    }

    async fn answered(&mut self, request: Request<Body>) -> Response<Body> {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        for value in response.headers().get_all(SET_COOKIE) {
            let cookie = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = cookie.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        response
    }
}

async fn read(path: &str, response: Response<Body>) -> Page {
    let status = response.status();
    let headers = response.headers().clone();
    let bytes = to_bytes(response.into_body(), LARGEST_PAGE).await.expect("a page");
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Page { path: path.to_owned(), status, headers, body, bytes: bytes.into() }
}

/// A form with files, as browsers write it. Source: RFC 7578.
fn multipart(fields: &[(String, String)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |disposition: String, content: &[u8]| {
        let head = "--between-two-parts\r\nContent-Disposition: form-data; ";
        body.extend_from_slice(format!("{head}{disposition}\r\n\r\n").as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in fields.iter().filter(|(name, _)| files.iter().all(|(file, ..)| file != name)) {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (name, file, content) in files {
        part(format!("name=\"{name}\"; filename=\"{file}\""), content);
    }
    body.extend_from_slice(b"--between-two-parts--\r\n");
    body
}
