//! Sealed to public keys: an age file around a backup.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use age::stream::{StreamReader, StreamWriter};
use age::x25519;
use age::{DecryptError, Decryptor, Encryptor};
use sha2::{Digest, Sha256};

use crate::BackupError;

/// How a sealed file begins.
pub(crate) const SEALED: &[u8] = b"age-encryption.org/";

/// A public key, « age1… ».
#[derive(Clone, Debug)]
pub struct Recipient(x25519::Recipient);

/// # Errors
/// [`BackupError::Recipient`] for a text that is none.
pub fn recipient(typed: &str) -> Result<Recipient, BackupError> {
    typed.trim().parse().map(Recipient).map_err(|_| BackupError::Recipient(typed.to_owned()))
}

/// Private keys, as `age-keygen` writes them to a file.
pub struct Identities(Vec<x25519::Identity>);

impl std::fmt::Debug for Identities {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identities(…)")
    }
}

impl Identities {
    /// Those of a file: one a line, « AGE-SECRET-KEY-1… », among remarks that begin with « # ».
    ///
    /// # Errors
    /// [`BackupError::File`], and [`BackupError::NoIdentity`] when a line is none or there is no line.
    pub fn read(path: &Path) -> Result<Identities, BackupError> {
        let text = std::fs::read_to_string(path).map_err(BackupError::of_file(path))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let all: Result<Vec<x25519::Identity>, _> = lines.map(str::parse).collect();
        match all {
            Ok(all) if !all.is_empty() => Ok(Identities(all)),
            _ => Err(BackupError::NoIdentity(path.to_owned())),
        }
    }
}

/// What is inside a sealed file.
///
/// # Errors
/// [`BackupError::WrongIdentity`], and [`BackupError::Damaged`].
pub(crate) fn opened<R: Read>(from: R, identities: &Identities) -> Result<StreamReader<R>, BackupError> {
    let decryptor = Decryptor::new(from).map_err(of_opening)?;
    decryptor
        .decrypt(identities.0.iter().map(|identity| -> &dyn age::Identity { identity }))
        .map_err(of_opening)
}

fn of_opening(error: DecryptError) -> BackupError {
    match error {
        DecryptError::NoMatchingKeys => BackupError::WrongIdentity,
        DecryptError::Io(error) => BackupError::of_reading(error),
        _ => BackupError::Damaged,
    }
}

/// Where a backup is written to: as it is, or sealed.
pub(crate) enum Envelope {
    Open(Tally),
    Sealed(Box<StreamWriter<Tally>>),
}

impl Envelope {
    /// Open when there is nobody to seal it to.
    pub(crate) fn over(file: File, to: &[Recipient]) -> Result<Envelope, BackupError> {
        let tally = Tally { file: BufWriter::new(file), digest: Sha256::new() };
        if to.is_empty() {
            return Ok(Envelope::Open(tally));
        }
        let recipients = to.iter().map(|recipient| -> &dyn age::Recipient { &recipient.0 });
        let encryptor = Encryptor::with_recipients(recipients);
        let encryptor = encryptor.map_err(|error| BackupError::Recipient(error.to_string()))?;
        let writer = encryptor.wrap_output(tally).map_err(BackupError::Stream)?;
        Ok(Envelope::Sealed(Box::new(writer)))
    }

    /// Everything on the disk; the digest of the file's bytes.
    pub(crate) fn close(self) -> io::Result<[u8; 32]> {
        let Tally { file, digest } = match self {
            Envelope::Open(tally) => tally,
            Envelope::Sealed(writer) => writer.finish()?,
        };
        file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(digest.finalize().into())
    }
}

impl Write for Envelope {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Envelope::Open(tally) => tally.write(bytes),
            Envelope::Sealed(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Envelope::Open(tally) => tally.flush(),
            Envelope::Sealed(writer) => writer.flush(),
        }
    }
}

/// The file, and the digest of what went into it.
pub(crate) struct Tally {
    file: BufWriter<File>,
    digest: Sha256,
}

impl Write for Tally {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.file.write(bytes)?;
        self.digest.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
