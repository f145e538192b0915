//! Bytes that depend on nothing but the data: gzip without a date, and contours as small numbers.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use flate2::{Compression, GzBuilder};

use super::shape::Spot;
use super::topology::Topology;
use crate::Failure;

/// Start of a contour file; the last byte is the version of the format.
const SIGNATURE: &[u8] = b"MLGC\x01";

/// Compresses, writes, and says how large it came out.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let mut packed = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packed.write_all(content)?;
    let packed = packed.finish()?;
    File::create(path)?.write_all(&packed)?;
    report(path, packed.len());
    Ok(())
}

/// Arcs, then shapes, each number a LEB128 varint, signed ones folded by zigzag, each spot the
/// difference from the one before.
pub(crate) fn contours(topology: &Topology) -> Vec<u8> {
    let mut out = Bytes(SIGNATURE.to_vec());
    out.count(topology.arcs.len());
    let mut here = (0, 0);
    for arc in &topology.arcs {
        out.count(arc.len());
        for &spot in arc {
            out.spot(here, spot);
            here = spot;
        }
    }
    out.count(topology.shapes.len());
    for (code, polygons) in &topology.shapes {
        out.count(code.len());
        out.0.extend_from_slice(code.as_bytes());
        out.polygons(polygons);
    }
    out.0
}

#[expect(clippy::print_stdout, reason = "a command line tool tells what it wrote")]
fn report(path: &Path, size: usize) {
    println!("{} {} kB", path.file_name().unwrap_or_default().display(), size / 1000);
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn polygons(&mut self, polygons: &[Vec<super::topology::Path>]) {
        self.count(polygons.len());
        let mut before = 0;
        for rings in polygons {
            self.count(rings.len());
            for ring in rings {
                self.count(ring.len());
                for step in ring {
                    let number =
                        i64::try_from(step.arc * 2 + usize::from(step.backwards)).unwrap_or(i64::MAX);
                    self.signed(number - before);
                    before = number;
                }
            }
        }
    }

    fn spot(&mut self, before: Spot, spot: Spot) {
        self.signed(i64::from(spot.0) - i64::from(before.0));
        self.signed(i64::from(spot.1) - i64::from(before.1));
    }

    fn count(&mut self, number: usize) {
        self.varint(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn signed(&mut self, number: i64) {
        self.varint((number << 1 ^ number >> 63).cast_unsigned());
    }

    fn varint(&mut self, mut number: u64) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                self.0.push(low & 0x7f);
                return;
            }
            self.0.push(low | 0x80);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_bytes_they_need() {
        let mut out = Bytes(Vec::new());
        out.signed(0);
        out.signed(-1);
        out.signed(1);
        out.varint(300);
        assert_eq!(out.0, [0, 1, 2, 0b1010_1100, 0b0000_0010]);
    }
}
