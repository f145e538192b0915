use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file being written beside its name, which it takes when it is whole.
#[derive(Debug)]
pub(super) struct Whole {
    out: BufWriter<File>,
    written: PathBuf,
    wanted: PathBuf,
    /// How many things were written.
    count: u64,
}

impl Whole {
    pub(super) fn create(folder: &Path, name: &str) -> io::Result<Whole> {
        let written = folder.join(format!("{name}.part"));
        let out = BufWriter::new(File::create(&written)?);
        Ok(Whole { out, written, wanted: folder.join(name), count: 0 })
    }

    /// Text that counts for nothing: a head, a foot.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// One thing, with its end.
    pub(super) fn one(&mut self, text: &str) -> io::Result<()> {
        self.count += 1;
        self.text(text)
    }

    /// One of a JSON list, after a comma unless it is the first.
    pub(super) fn item(&mut self, json: &str) -> io::Result<()> {
        let before = if self.count == 0 { "\n" } else { ",\n" };
        self.text(before)?;
        self.one(json)
    }

    /// Gives it its name; how many things are in it.
    pub(super) fn finish(mut self) -> io::Result<u64> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        fs::rename(&self.written, &self.wanted)?;
        Ok(self.count)
    }
}
