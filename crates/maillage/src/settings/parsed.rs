//! The settings a server starts with.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use directory::Backdrop;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::role::Role;
use platform::app::{Servers, USUAL_VISITOR_FORMS};
use platform::db;
use platform::kept::Months;
use platform::oidc::Provider;
use platform::outbox::Mailer;

use super::{LogFormat, Options, PublicUrl, providers};
use crate::Failure;

const USUAL_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

/// Everything `serve` needs, parsed.
#[derive(Clone, Debug)]
pub struct Settings {
    pub store: db::Url,
    /// A copy of it that reports are read from.
    pub report_store: Option<db::Url>,
    pub listen: SocketAddr,
    pub public_url: PublicUrl,
    /// Nothing leaves without a mail server: messages wait in the outbox.
    pub mailer: Mailer,
    pub mail_from: String,
    /// Where the finder's index is kept between two runs; nowhere, it is made at each start.
    pub index: Option<PathBuf>,
    /// Who keeps the trail's marks.
    pub anchor_to: Option<Email>,
    pub anchor_file: Option<PathBuf>,
    /// Who was erased, for the day an older backup is brought back.
    pub erased_file: Option<PathBuf>,
    /// Roles that sign in by two steps.
    pub second_step: Vec<Role>,
    /// Forms of visitors taken in an hour.
    pub visitor_forms: u32,
    /// What time takes away.
    pub kept: Months,
    /// Machines elsewhere that data go through.
    pub servers: Servers,
    /// Another ground map than our own.
    pub backdrop: Option<Backdrop>,
    /// Those people may sign in with.
    pub providers: Vec<Provider>,
    pub log: LogFormat,
}

impl Settings {
    /// # Errors
    /// [`Failure::Missing`] or the first setting that cannot be understood.
    pub fn parse(options: &Options) -> Result<Settings, Failure> {
        let store = options.store.as_deref().ok_or(Failure::Missing("store"))?;
        let url = options.public_url.as_deref().ok_or(Failure::Missing("public_url"))?;
        let public_url = PublicUrl::parse(url).map_err(Failure::PublicUrl)?;
        Ok(Settings {
            store: db::Url::parse(store)?,
            report_store: report_store(options, store)?,
            listen: options.listen.unwrap_or(USUAL_LISTEN),
            mailer: mailer(options)?,
            mail_from: sender(options, public_url.host())?,
            index: options.index.clone().or_else(|| beside(store)),
            anchor_to: anchor_to(options)?,
            anchor_file: options.anchor_file.clone(),
            erased_file: options.erased_file.clone(),
            servers: Servers::of(options.smtp.as_deref(), store, options.report_store.as_deref()),
            second_step: second_step(options)?,
            visitor_forms: options.visitor_forms.unwrap_or(USUAL_VISITOR_FORMS),
            kept: kept(options)?,
            backdrop: backdrop(options)?,
            providers: providers(options)?,
            log: options.log.unwrap_or_default(),
            public_url,
        })
    }

    /// For the application itself.
    pub fn of_app(&self) -> platform::app::Settings {
        platform::app::Settings {
            public_url: self.public_url.as_str().to_owned(),
            mail_from: self.mail_from.clone(),
            pictures_from: self.backdrop.as_ref().map(|backdrop| backdrop.origin().to_owned()),
            anchor_to: self.anchor_to.clone(),
            anchor_file: self.anchor_file.clone(),
            erased_file: self.erased_file.clone(),
            second_step: self.second_step.clone(),
            visitor_forms: self.visitor_forms,
            kept: self.kept,
            servers: self.servers.clone(),
            demo: false,
        }
    }
}

/// `store.index` beside `store.db`.
fn beside(store: &str) -> Option<PathBuf> {
    Some(Path::new(store.strip_prefix("sqlite://")?).with_extension("index"))
}

/// Of PostgreSQL both, or none.
fn report_store(options: &Options, store: &str) -> Result<Option<db::Url>, Failure> {
    let Some(typed) = &options.report_store else { return Ok(None) };
    let [copy, of] = [typed.as_str(), store].map(db::Url::parse);
    match (copy, of) {
        (Ok(copy), Ok(of)) if copy.is_postgres() && of.is_postgres() => Ok(Some(copy)),
        _ => Err(Failure::ReportStore),
    }
}

/// Who keeps the trail's marks, if somebody does.
fn anchor_to(options: &Options) -> Result<Option<Email>, Failure> {
    let Some(typed) = &options.anchor_to else { return Ok(None) };
    Email::parse(typed).map(Some).ok_or_else(|| Failure::AnchorTo(typed.clone()))
}

/// None unless some are named: whoever has a phrase and no telephone must be able to come in first.
fn second_step(options: &Options) -> Result<Vec<Role>, Failure> {
    let named = options.second_step.iter().flatten();
    named
        .map(|typed| {
            let role = Role::from_code(&typed.trim().replace('-', "_"));
            role.ok_or_else(|| Failure::SecondStep(typed.clone()))
        })
        .collect()
}

/// The longest there may be, unless something shorter is chosen.
fn kept(options: &Options) -> Result<Months, Failure> {
    let usual = Months::default();
    let chosen = |name, typed: Option<i32>, usual| match typed {
        Some(months) if !Months::RANGE.contains(&months) => Err(Failure::Months(name, months)),
        typed => Ok(typed.unwrap_or(usual)),
    };
    Ok(Months {
        trail: chosen("keep_trail_months", options.keep_trail_months, usual.trail)?,
        closed_accounts: chosen(
            "keep_closed_accounts_months",
            options.keep_closed_accounts_months,
            usual.closed_accounts,
        )?,
    })
}

/// Both settings of the ground map, or neither.
fn backdrop(options: &Options) -> Result<Option<Backdrop>, Failure> {
    let (tiles, credit) = (options.map_tiles.as_deref(), options.map_credit.as_deref());
    if (tiles, credit) == (None, None) {
        return Ok(None);
    }
    let (tiles, credit) = (tiles.unwrap_or_default(), credit.unwrap_or_default());
    let chosen = Backdrop::parse(tiles, credit).ok_or_else(|| Failure::MapTiles(tiles.to_owned()))?;
    Ok(Some(chosen))
}

/// Where messages go; without a mail server they stay in the outbox.
///
/// # Errors
/// [`Failure::Smtp`].
pub fn mailer(options: &Options) -> Result<Mailer, Failure> {
    match &options.smtp {
        Some(url) => Mailer::smtp(url).map_err(|error| Failure::Smtp(error.to_string())),
        None => Ok(Mailer::OnPage),
    }
}

/// « Maillage <maillage@host> », or what was chosen.
///
/// # Errors
/// [`Failure::MailFrom`] when there is no address in it.
pub fn sender(options: &Options, host: &str) -> Result<String, Failure> {
    let Some(chosen) = &options.mail_from else {
        return Ok(format!("Maillage <maillage@{host}>"));
    };
    let bare = chosen.split_once('<').map_or(chosen.as_str(), |(_, rest)| rest.trim_end_matches('>'));
    match Email::parse(bare) {
        Some(_) => Ok(chosen.clone()),
        None => Err(Failure::MailFrom(chosen.clone())),
    }
}
