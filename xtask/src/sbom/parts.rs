//! One part of the program, as CycloneDX names it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use spdx::Expression;

use crate::Failure;
use crate::packages::{Crate, Npm};

/// Ours are on no registry, where somebody else's may bear their name: they have no `purl`.
pub(super) fn by_us(part: &Crate, kind: &str) -> Result<Value, Failure> {
    Ok(json!({
        "type": kind,
        "bom-ref": reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": licences(part.license.as_deref())?,
    }))
}

pub(super) fn of_registry(part: &Crate, checksum: &str) -> Result<Value, Failure> {
    let reference = reference(part);
    Ok(json!({
        "type": "library",
        "bom-ref": reference,
        "name": part.name,
        "version": part.version,
        "licenses": licences(part.license.as_deref())?,
        "hashes": [{ "alg": "SHA-256", "content": checksum }],
        "purl": reference,
    }))
}

pub(super) fn npm_package(package: &Npm) -> Result<Value, Failure> {
    let reference = npm_reference(package);
    let missing = || format!("{} {}: no sha512", package.name, package.version);
    let told =
        package.integrity.as_deref().and_then(|told| told.strip_prefix("sha512-")).ok_or_else(missing)?;
    let bytes = STANDARD.decode(told)?;
    let hexadecimal: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(json!({
        "type": "library",
        "bom-ref": reference,
        "name": package.name,
        "version": package.version,
        "licenses": licences(package.license.as_deref())?,
        "hashes": [{ "alg": "SHA-512", "content": hexadecimal }],
        "purl": reference,
    }))
}

pub(super) fn reference(part: &Crate) -> String {
    let kind = if part.source.is_some() { "pkg:cargo/" } else { "maillage:" };
    format!("{kind}{}@{}", part.name, part.version.replace('+', "%2B"))
}

pub(super) fn npm_reference(package: &Npm) -> String {
    format!("pkg:npm/{}@{}", package.name.replace('@', "%40"), package.version)
}

/// As SPDX writes them: some manifests still have `/` for `OR`.
fn licences(told: Option<&str>) -> Result<Value, Failure> {
    let told = told.ok_or("a part without a licence")?;
    let written = Expression::canonicalize(told)?.unwrap_or_else(|| told.to_owned());
    Ok(json!([{ "expression": written }]))
}
