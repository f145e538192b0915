//! What a deployer chooses, and nowhere else: seventeen settings, and providers to sign in with.
//!
//! Each may stand on the command line (`--public-url`), in the environment (`MAILLAGE_PUBLIC_URL`)
//! or in the TOML file named by `--config` (`public_url = "…"`); the first of the three that says
//! something is followed. Providers stand in the file only. Words: [`Options`] is what was typed, [`Settings`] what a server starts
//! with, parsed once; a [`Place`] is where the data of a command is.

mod file;
mod options;
mod parsed;
mod place;
mod provider;
mod public_url;
#[cfg(test)]
mod tests;

pub use options::{LogFormat, Options};
pub use parsed::{Settings, mailer, sender};
pub use place::Place;
pub(crate) use place::without_password;
pub use provider::{ProviderOptions, WrongProvider, providers, variable};
pub use public_url::{BadPublicUrl, PublicUrl};
