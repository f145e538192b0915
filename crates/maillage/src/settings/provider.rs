//! Providers people may sign in with (OpenID Connect), in the file only: `[[provider]]`, one each.

use std::path::PathBuf;

use platform::oidc::{BadProvider, Provider, Secret, Userinfo};
use serde::Deserialize;

use super::Options;
use crate::Failure;

/// A provider as it is typed.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProviderOptions {
    key: String,
    name: String,
    issuer: String,
    client_id: String,
    client_secret: Option<String>,
    /// A file that holds it and nothing else.
    client_secret_file: Option<PathBuf>,
    scopes: Vec<String>,
    acr: Vec<String>,
    userinfo: UserinfoShape,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum UserinfoShape {
    Signed,
    #[default]
    Json,
}

/// Its secret stays out of logs.
impl std::fmt::Debug for ProviderOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProviderOptions").field("key", &self.key).finish_non_exhaustive()
    }
}

/// What is wrong with one.
#[derive(Debug)]
pub enum WrongProvider {
    Bad(BadProvider),
    /// In none of the three places, or in a file that cannot be read.
    NoSecret,
    /// Two of the same key or the same issuer.
    Twice,
}

/// # Errors
/// [`Failure::Provider`] of the first that cannot be used.
pub fn providers(options: &Options) -> Result<Vec<Provider>, Failure> {
    let mut parsed: Vec<Provider> = Vec::new();
    for typed in &options.provider {
        let wrong = |wrong| Failure::Provider { key: typed.key.clone(), wrong };
        let provider = typed.parse().map_err(wrong)?;
        if parsed.iter().any(|other| other.key == provider.key || other.issuer() == provider.issuer()) {
            return Err(wrong(WrongProvider::Twice));
        }
        parsed.push(provider);
    }
    Ok(parsed)
}

/// `MAILLAGE_CLIENT_SECRET_PRO_SANTE_CONNECT`, for `pro-sante-connect`.
pub fn variable(key: &str) -> String {
    format!("MAILLAGE_CLIENT_SECRET_{}", key.replace('-', "_").to_uppercase())
}

impl ProviderOptions {
    fn parse(&self) -> Result<Provider, WrongProvider> {
        let client = (self.client_id.as_str(), self.secret()?);
        let names = (self.key.as_str(), self.name.as_str());
        let parsed = Provider::parse(names, &self.issuer, client, self.acr.clone());
        let mut provider = parsed.map_err(WrongProvider::Bad)?;
        provider.scopes = self.scopes.clone();
        provider.userinfo = match self.userinfo {
            UserinfoShape::Signed => Userinfo::Signed,
            UserinfoShape::Json => Userinfo::Json,
        };
        Ok(provider)
    }

    /// From the environment, else the file, else a file of its own.
    fn secret(&self) -> Result<Secret, WrongProvider> {
        let given = std::env::var(variable(&self.key)).ok().or_else(|| self.client_secret.clone());
        let read = || std::fs::read_to_string(self.client_secret_file.as_ref()?).ok();
        let secret = given.or_else(read).ok_or(WrongProvider::NoSecret)?;
        Ok(Secret::new(secret.trim().to_owned()))
    }
}
