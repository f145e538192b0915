//! Writing numbers in one byte order, and their sum at the end.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use crc32fast::Hasher;

pub(super) struct Output {
    file: BufWriter<File>,
    sum: Hasher,
}

impl Output {
    pub(super) fn new(file: BufWriter<File>) -> Output {
        Output { file, sum: Hasher::new() }
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.update(bytes);
        self.file.write_all(bytes)
    }

    pub(super) fn length(&mut self, length: usize) -> io::Result<()> {
        self.bytes(&u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes())
    }

    /// Each item in the same number of bytes.
    pub(super) fn all<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        bytes: impl Fn(T) -> [u8; N],
    ) -> io::Result<()> {
        self.length(items.len())?;
        for chunk in items.chunks(4096) {
            let written: Vec<u8> = chunk.iter().flat_map(|item| bytes(*item)).collect();
            self.bytes(&written)?;
        }
        Ok(())
    }

    /// Its sum, and to the disk.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let sum = self.sum.finalize();
        self.file.write_all(&sum.to_le_bytes())?;
        self.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}
