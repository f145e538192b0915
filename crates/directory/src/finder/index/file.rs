//! The index in a file, so that a server of a whole country's directory starts at once.
//!
//! A file is read whole and believed only if its sum is right, its format is this program's, and its
//! mark is known to the store: anything else is no index, and one is made again from the store.

mod input;
mod output;
mod parts;

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter};
use std::path::Path;

use input::Input;
use output::Output;

use super::Index;

/// First bytes of every such file, and the format: to be changed with anything that is written.
const MAGIC: &[u8; 8] = b"MAILIX07";

/// An index, with the mark and the version of the directory it was made at.
#[derive(Debug)]
pub(in crate::finder) struct Saved {
    pub(in crate::finder) mark: String,
    pub(in crate::finder) version: i64,
    pub(in crate::finder) index: Index,
}

/// A part of the index that can be written and read back.
trait Part: Sized {
    fn write(&self, output: &mut Output) -> io::Result<()>;

    /// # Errors
    /// Of kind [`io::ErrorKind::InvalidData`] for what no index writes.
    fn read(input: &mut Input) -> io::Result<Self>;
}

/// Writes beside the file, then puts it in its place: a reader never sees half of one.
///
/// # Errors
/// When the folder cannot be written, or is full.
pub(in crate::finder) fn save(path: &Path, mark: &str, version: i64, index: &Index) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut output = Output::new(BufWriter::new(File::create(&beside)?));
    output.bytes(MAGIC)?;
    mark.to_owned().write(&mut output)?;
    output.bytes(&version.to_le_bytes())?;
    index.write(&mut output)?;
    output.finish()?;
    fs::rename(beside, path)
}

/// # Errors
/// When there is none, or it is damaged or of another program's version.
pub(in crate::finder) fn load(path: &Path) -> io::Result<Saved> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut input = Input::new(BufReader::with_capacity(1 << 20, file), size);
    if input.array::<8>()? != *MAGIC {
        return Err(input::damaged("another format"));
    }
    let mark = String::read(&mut input)?;
    let version = i64::from_le_bytes(input.array()?);
    let index = Index::read(&mut input)?;
    input.finish()?;
    Ok(Saved { mark, version, index })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::finder::index::Builder;
    use crate::finder::tests::properties::any_directory;

    fn written(entries: &[crate::finder::Entry], folder: &Path) -> Vec<u8> {
        let path = folder.join("index");
        let mut builder = Builder::default();
        entries.iter().for_each(|entry| builder.add(entry));
        save(&path, "a mark", 42, &builder.finish().unwrap()).unwrap();
        fs::read(path).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(30))]

        #[test]
        fn an_index_reads_back_as_it_was(entries in any_directory(40)) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("index");
            let bytes = written(&entries, folder.path());
            let saved = load(&path).unwrap();
            prop_assert_eq!((saved.mark.as_str(), saved.version), ("a mark", 42));
            save(&path, &saved.mark, saved.version, &saved.index).unwrap();
            prop_assert_eq!(fs::read(&path).unwrap(), bytes);
        }

        #[test]
        fn a_damaged_file_is_no_index(
            entries in any_directory(20), at in any::<prop::sample::Index>(), bit in 0_u8..8, cut in any::<bool>(),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let mut bytes = written(&entries, folder.path());
            let place = at.index(bytes.len());
            if cut { bytes.truncate(place) } else { bytes[place] ^= 1 << bit }
            let path = folder.path().join("index");
            fs::write(&path, bytes).unwrap();
            prop_assert!(load(&path).is_err());
        }
    }

    #[test]
    fn a_file_that_announces_more_than_it_holds_takes_no_memory() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("index");
        fs::write(&path, [&MAGIC[..], &u64::MAX.to_le_bytes()].concat()).unwrap();
        assert!(load(&path).is_err());
    }
}
