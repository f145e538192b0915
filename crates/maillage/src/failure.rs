//! Why a command did not do what it was asked, in one line.

mod backup;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use ::backup::BackupError;
use directory::demo::LoadError;
use kernel::Lang;
use platform::app::AppError;
use platform::db::DbError;
use platform::elsewhere::Unread;
use platform::kept::Months;
use platform::oidc::BadProvider;
use platform::web::Nope;

use crate::settings::{BadPublicUrl, WrongProvider, variable};
use crate::words::{Words, words};

/// Every way a command can end other than well.
#[derive(Debug)]
pub enum Failure {
    ConfigUnread {
        path: PathBuf,
        error: io::Error,
    },
    ConfigWrong {
        path: PathBuf,
        line: usize,
        reason: String,
    },
    /// A setting nobody has given, by its name in the file.
    Missing(&'static str),
    PublicUrl(BadPublicUrl),
    MailFrom(String),
    /// A copy for reports that is not PostgreSQL's, or of a store that is not.
    ReportStore,
    /// Not an address.
    AnchorTo(String),
    /// No role of ours.
    SecondStep(String),
    /// Of that setting: so many months are too few or too many.
    Months(&'static str, i32),
    /// A file of anchors that says nothing.
    Anchors(Unread),
    /// A file of persons erased that says nothing.
    Erased(Unread),
    /// No address of map pictures, or nobody to name.
    MapTiles(String),
    /// A provider to sign in with that cannot be used, by its key.
    Provider {
        key: String,
        wrong: WrongProvider,
    },
    Smtp(String),
    /// The address requests were to be waited for at.
    Port {
        listen: SocketAddr,
        error: io::Error,
    },
    /// A demonstration open to others by accident.
    NotLoopback(SocketAddr),
    Folder {
        path: PathBuf,
        error: io::Error,
    },
    /// Another demonstration runs in it.
    FolderInUse(PathBuf),
    /// A folder with a store of other data.
    NotADemonstration(PathBuf),
    /// Its tables are not those of this program.
    DemoOfAnotherVersion(PathBuf),
    /// A demonstration's store, whose pass phrase is known to all.
    OnlyADemonstration,
    /// Demonstration data of ours that cannot be read.
    DemoData(String),
    UnknownCommune {
        typed: String,
        proposed: Vec<String>,
    },
    /// A value that cannot be kept, by the option's name.
    Value {
        option: &'static str,
        typed: String,
    },
    SiteTaken(String),
    UnknownSite {
        asked: Option<String>,
        known: Vec<String>,
    },
    AlreadyMember {
        email: String,
        site: String,
    },
    /// Already in the reader's language.
    Import(String),
    /// A backup's file or a store, and what happened to it.
    Backup {
        of: String,
        error: BackupError,
    },
    /// Somebody asked for it before the end.
    Stopped,
    /// `doctor` has told everything.
    Ill,
    Store(DbError),
    Other(String),
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Failure {
        Failure::Store(error)
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Failure {
        match error {
            AppError::Db(error) => Failure::Store(error),
            AppError::Secret(error) => Failure::Other(error.to_string()),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Failure {
        match error {
            LoadError::Store(error) => Failure::Store(error),
            LoadError::File { .. } => Failure::DemoData(error.to_string()),
        }
    }
}

impl From<Nope> for Failure {
    fn from(nope: Nope) -> Failure {
        match nope {
            Nope::Store(error) => Failure::Store(error),
            other => Failure::Other(other.to_string()),
        }
    }
}

impl Failure {
    /// What happened and the way out, on one line.
    pub fn say(&self, lang: Lang) -> String {
        one_line(&self.text(lang))
    }

    fn text(&self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Failure::ConfigUnread { path, error } => w.failure_config_unread(shown(path), error.to_string()),
            Failure::ConfigWrong { path, line, reason } => {
                w.failure_config_wrong(shown(path), line.to_string(), reason.as_str())
            }
            Failure::Missing(name) => w.failure_missing(*name, name.replace('_', "-"), name.to_uppercase()),
            Failure::PublicUrl(BadPublicUrl::Shape) => w.failure_public_url_shape(),
            Failure::PublicUrl(BadPublicUrl::Path) => w.failure_public_url_path(),
            Failure::PublicUrl(BadPublicUrl::NotSecure) => w.failure_public_url_not_secure(),
            Failure::ReportStore => w.failure_report_store(),
            Failure::SecondStep(typed) => w.failure_second_step(typed.as_str()),
            Failure::Months(name, months) => {
                let (least, most) = (Months::RANGE.start(), Months::RANGE.end());
                w.failure_months(*name, *least, *most, *months)
            }
            Failure::AnchorTo(typed) => w.failure_anchor_to(typed.as_str()),
            Failure::Anchors(Unread::File(path, error)) => {
                w.failure_anchors_unread(shown(path), error.to_string())
            }
            Failure::Anchors(Unread::Line(path, line)) => {
                w.failure_anchors_wrong(shown(path), line.to_string())
            }
            Failure::Erased(Unread::File(path, error)) => {
                w.failure_erased_unread(shown(path), error.to_string())
            }
            Failure::Erased(Unread::Line(path, line)) => {
                w.failure_erased_wrong(shown(path), line.to_string())
            }
            Failure::MailFrom(typed) => w.failure_mail_from(typed.as_str()),
            Failure::MapTiles(typed) => w.failure_map_tiles(typed.as_str()),
            Failure::Provider { key, wrong } => provider(w, key, wrong),
            Failure::Smtp(reason) => w.failure_smtp(reason.as_str()),
            Failure::Port { listen, error } => w.failure_port(listen.to_string(), error.to_string()),
            Failure::NotLoopback(listen) => w.failure_not_loopback(listen.to_string()),
            Failure::Folder { path, error } => w.failure_folder(shown(path), error.to_string()),
            Failure::FolderInUse(path) => w.failure_folder_in_use(shown(path)),
            Failure::NotADemonstration(path) => w.failure_not_a_demonstration(shown(path)),
            Failure::DemoOfAnotherVersion(path) => w.failure_demo_other_version(shown(path)),
            Failure::OnlyADemonstration => w.failure_only_a_demonstration(),
            Failure::DemoData(reason) => w.failure_demo_data(reason.as_str()),
            Failure::UnknownCommune { typed, proposed } if proposed.is_empty() => {
                w.failure_unknown_commune(typed.as_str())
            }
            Failure::UnknownCommune { typed, proposed } => {
                w.failure_ambiguous_commune(typed.as_str(), proposed.join(", "))
            }
            Failure::Value { option, typed } => w.failure_value(*option, typed.as_str()),
            Failure::SiteTaken(name) => w.failure_site_taken(name.as_str()),
            Failure::UnknownSite { known, .. } if known.is_empty() => w.failure_no_site(),
            Failure::UnknownSite { asked: None, known } => w.failure_which_site(known.join(", ")),
            Failure::UnknownSite { asked: Some(asked), known } => {
                w.failure_unknown_site(asked.as_str(), known.join(", "))
            }
            Failure::AlreadyMember { email, site } => w.failure_already_member(email.as_str(), site.as_str()),
            Failure::Import(text) | Failure::Other(text) => text.clone(),
            Failure::Backup { of, error } => backup::said(of, error, w),
            Failure::Stopped => w.failure_stopped(),
            Failure::Ill => w.failure_ill(),
            Failure::Store(DbError::Url) => w.failure_store_url(),
            Failure::Store(error) if error.is_unbelieved() => w.failure_store_unbelieved(error.to_string()),
            Failure::Store(error) => w.failure_store(error.to_string()),
        }
    }
}

fn provider(w: &Words, key: &str, wrong: &WrongProvider) -> String {
    match wrong {
        WrongProvider::Bad(BadProvider::Key) => w.failure_provider_key(key),
        WrongProvider::Bad(BadProvider::Issuer) => w.failure_provider_issuer(key),
        WrongProvider::Bad(BadProvider::Empty) => w.failure_provider_empty(key),
        WrongProvider::Bad(BadProvider::Acr) => w.failure_provider_acr(key),
        WrongProvider::NoSecret => w.failure_provider_secret(key, variable(key)),
        WrongProvider::Twice => w.failure_provider_twice(key),
    }
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

fn one_line(text: &str) -> String {
    text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_one_line_whatever_the_engine_says() {
        let failure = Failure::Smtp("first\n\n  second".to_owned());
        let said = failure.say(Lang::Fr);
        assert!(said.ends_with("first second") || said.contains("first second"), "{said}");
        assert!(!said.contains('\n'));
    }

    #[test]
    fn a_missing_setting_is_named_in_its_three_spellings() {
        let said = Failure::Missing("public_url").say(Lang::En);
        for spelling in ["public_url", "--public-url", "MAILLAGE_PUBLIC_URL"] {
            assert!(said.contains(spelling), "{said}");
        }
    }
}
