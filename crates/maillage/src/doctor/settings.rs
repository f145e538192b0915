//! The settings of an installation.

use std::time::Duration;

use kernel::Clock;
use platform::oidc::{self, Federation};
use platform::outbox::Mailer;
use tokio::time::timeout;

use super::finding::Report;
use crate::Failure;
use crate::settings::{Options, PublicUrl, mailer, providers, sender};

const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn examine(options: &Options, report: &mut Report) {
    let typed = options.public_url.as_deref().unwrap_or_default();
    match PublicUrl::parse(typed) {
        Ok(url) => {
            report.well(report.w.doctor_url(url.as_str()));
            if sender(options, url.host()).is_err() {
                let typed = options.mail_from.clone().unwrap_or_default();
                report.ill(report.w.doctor_from(typed), report.w.doctor_from_do());
            }
        }
        Err(bad) => {
            let why = Failure::PublicUrl(bad);
            report.ill(report.w.doctor_url_bad(typed), report.say(&why));
        }
    }
    examine_mail(options, report).await;
    examine_providers(options, report).await;
}

/// Greets the mail server, with the password if there is one, and sends nothing.
async fn examine_mail(options: &Options, report: &mut Report) {
    let w = report.w;
    match mailer(options) {
        Err(failure) => {
            let said = report.say(&failure);
            report.ill(w.doctor_mail_unreadable(), said);
        }
        Ok(Mailer::OnPage) => report.ill(w.doctor_mail_none(), w.doctor_mail_none_do()),
        Ok(Mailer::Smtp(server)) => match timeout(PATIENCE, server.test_connection()).await {
            Ok(Ok(true)) => report.well(w.doctor_mail()),
            Ok(Err(error)) => report.ill(w.doctor_mail_silent(error.to_string()), w.doctor_mail_silent_do()),
            Ok(Ok(false)) | Err(_) => report.ill(w.doctor_mail_silent("…"), w.doctor_mail_silent_do()),
        },
    }
}

/// Asks each provider what it says of itself, and for its keys; nobody is sent there.
async fn examine_providers(options: &Options, report: &mut Report) {
    let w = report.w;
    let providers = match providers(options) {
        Ok(providers) if providers.is_empty() => return,
        Ok(providers) => providers,
        Err(failure) => {
            let said = report.say(&failure);
            return report.ill(w.doctor_provider_unreadable(), said);
        }
    };
    let names = providers.iter().map(|provider| provider.name.as_str()).collect::<Vec<_>>().join(", ");
    let silent = oidc::silent(&Federation::new(providers), Clock::System.now()).await;
    if silent.is_empty() {
        return report.well(w.doctor_providers(names));
    }
    for (name, refusal) in silent {
        report.ill(w.doctor_provider_silent(name, refusal.to_string()), w.doctor_provider_silent_do());
    }
}
