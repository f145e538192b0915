//! Other machines that data may go through, as the deployer named them.

use platform::app::App;
use platform::oidc::Federation;
use serde::Serialize;

use crate::words::Words;

/// One of them, and what it is there for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Outside {
    pub(crate) host: String,
    pub(crate) what: String,
}

pub(crate) fn configured(app: &App, w: &Words) -> Vec<Outside> {
    let settings = app.settings();
    let mut outside = Vec::new();
    let mut add = |host: Option<&str>, what: String| {
        outside.extend(host.map(|host| Outside { host: host.to_owned(), what }));
    };
    add(settings.servers.store.as_deref(), w.outside_store());
    add(settings.servers.reports.as_deref(), w.outside_reports());
    add(settings.servers.mail.as_deref(), w.outside_mail());
    add(settings.pictures_from.as_deref(), w.outside_pictures());
    for known in Federation::of(app).all() {
        let provider = known.provider();
        add(Some(provider.issuer()), w.outside_provider(provider.name.as_str()));
    }
    outside
}
