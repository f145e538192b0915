//! Reading them back, never more than the file holds.

use std::fs::File;
use std::io::{self, BufReader, Read};

use crc32fast::Hasher;

pub(super) struct Input {
    file: BufReader<File>,
    /// Bytes before the sum.
    left: u64,
    sum: Hasher,
}

pub(super) fn damaged(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

impl Input {
    pub(super) fn new(file: BufReader<File>, size: u64) -> Input {
        Input { file, left: size.saturating_sub(4), sum: Hasher::new() }
    }

    pub(super) fn bytes(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let count_in_file = u64::try_from(count).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(count_in_file).ok_or_else(|| damaged("cut short"))?;
        let mut bytes = vec![0; count];
        self.file.read_exact(&mut bytes)?;
        self.sum.update(&bytes);
        Ok(bytes)
    }

    pub(super) fn array<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        self.bytes(N)?.try_into().map_err(|_| damaged("cut short"))
    }

    pub(super) fn length(&mut self) -> io::Result<usize> {
        usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| damaged("a length"))
    }

    /// Items written by [`Output::all`](super::Output::all).
    pub(super) fn all<T, const N: usize>(&mut self, item: impl Fn([u8; N]) -> T) -> io::Result<Vec<T>> {
        let count = self.length()?;
        let bytes = self.bytes(count.checked_mul(N).ok_or_else(|| damaged("a length"))?)?;
        let (items, _) = bytes.as_chunks::<N>();
        Ok(items.iter().map(|bytes| item(*bytes)).collect())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        let mut sum = [0; 4];
        self.file.read_exact(&mut sum)?;
        let is_whole = self.left == 0 && u32::from_le_bytes(sum) == self.sum.finalize();
        if is_whole { Ok(()) } else { Err(damaged("its sum is wrong")) }
    }
}
