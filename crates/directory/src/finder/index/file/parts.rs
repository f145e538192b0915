//! Each part of the index, as bytes.

use std::io;

use fst::Map;
use kernel::geo::Spot;

use super::input::{Input, damaged};
use super::{Output, Part};
use crate::finder::facet::{Facet, Family};
use crate::finder::index::Index;
use crate::finder::index::bands::Bands;
use crate::finder::index::bits::Bits;
use crate::finder::index::columns::{Columns, Details, Traits};
use crate::finder::index::facets::Facets;
use crate::finder::index::grouped::Grouped;
use crate::finder::index::hours::OpeningHours;
use crate::finder::index::lists::Lists;
use crate::finder::index::publics::Publics;
use crate::finder::index::strings::Strings;
use crate::finder::index::vocabulary::Vocabulary;
use crate::finder::index::zones::Zones;
use crate::resource::Ages;
use crate::resource::Quality;
use crate::vocabulary::Coded;

impl Part for Index {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.bands.write(output)?;
        self.columns.write(output)?;
        for numbers in [&self.sorted, &self.by_id, &self.named, &self.by_name] {
            numbers.write(output)?;
        }
        self.ids.write(output)?;
        self.names.write(output)?;
        self.facets.write(output)?;
        self.zones.write(output)?;
        self.homes.write(output)?;
        self.hours.write(output)?;
        self.organizations.write(output)?;
        self.communes.write(output)?;
        self.words.write(output)?;
        self.publics.0.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Index> {
        Ok(Index {
            bands: Part::read(input)?,
            columns: Part::read(input)?,
            sorted: Part::read(input)?,
            by_id: Part::read(input)?,
            named: Part::read(input)?,
            by_name: Part::read(input)?,
            ids: Part::read(input)?,
            names: Part::read(input)?,
            facets: Part::read(input)?,
            zones: Part::read(input)?,
            homes: Part::read(input)?,
            hours: Part::read(input)?,
            organizations: Part::read(input)?,
            communes: Part::read(input)?,
            words: Part::read(input)?,
            publics: Publics(Part::read(input)?),
        })
    }
}

impl Part for Vec<u32> {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        output.all(self, u32::to_le_bytes)
    }

    fn read(input: &mut Input) -> io::Result<Vec<u32>> {
        input.all(u32::from_le_bytes)
    }
}

impl Part for Vec<f64> {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        output.all(self, f64::to_le_bytes)
    }

    fn read(input: &mut Input) -> io::Result<Vec<f64>> {
        input.all(f64::from_le_bytes)
    }
}

impl Part for String {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        output.length(self.len())?;
        output.bytes(self.as_bytes())
    }

    fn read(input: &mut Input) -> io::Result<String> {
        let length = input.length()?;
        String::from_utf8(input.bytes(length)?).map_err(|_| damaged("a text"))
    }
}

impl Part for Bits {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        output.all(&self.0, u64::to_le_bytes)
    }

    fn read(input: &mut Input) -> io::Result<Bits> {
        Ok(Bits(input.all(u64::from_le_bytes)?))
    }
}

impl Part for Strings {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.text.write(output)?;
        self.ends.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Strings> {
        Ok(Strings { text: Part::read(input)?, ends: Part::read(input)? })
    }
}

impl Part for Lists {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.numbers.write(output)?;
        self.ends.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Lists> {
        Ok(Lists { numbers: Part::read(input)?, ends: Part::read(input)? })
    }
}

impl Part for Bands {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.starts.write(output)?;
        self.longitudes.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Bands> {
        Ok(Bands { starts: Part::read(input)?, longitudes: Part::read(input)? })
    }
}

impl Part for Zones {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.anybody.write(output)?;
        self.named.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Zones> {
        Ok(Zones { anybody: Part::read(input)?, named: Part::read(input)? })
    }
}

impl Part for OpeningHours {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.texts.write(output)?;
        self.of_entries.write(output)
    }

    fn read(input: &mut Input) -> io::Result<OpeningHours> {
        Ok(OpeningHours::read_back(Part::read(input)?, Part::read(input)?))
    }
}

impl Part for Grouped {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.codes.write(output)?;
        self.entries.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Grouped> {
        Ok(Grouped { codes: Part::read(input)?, entries: Part::read(input)? })
    }
}

impl Part for Map<Vec<u8>> {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        let bytes = self.as_fst().as_bytes();
        output.length(bytes.len())?;
        output.bytes(bytes)
    }

    fn read(input: &mut Input) -> io::Result<Map<Vec<u8>>> {
        let length = input.length()?;
        Map::new(input.bytes(length)?).map_err(|_| damaged("a vocabulary"))
    }
}

impl Part for Vocabulary {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        self.words.write(output)?;
        self.postings.write(output)?;
        self.stems.write(output)?;
        self.stem_words.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Vocabulary> {
        Ok(Vocabulary {
            words: Part::read(input)?,
            postings: Part::read(input)?,
            stems: Part::read(input)?,
            stem_words: Part::read(input)?,
        })
    }
}

impl Part for Facets {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        output.length(self.all.len())?;
        for (facet, bits) in self.all.iter().zip(&self.bits) {
            facet.family.code().to_owned().write(output)?;
            facet.code.write(output)?;
            bits.write(output)?;
        }
        self.of_entries.write(output)
    }

    fn read(input: &mut Input) -> io::Result<Facets> {
        let count = input.length()?;
        let (mut all, mut bits) = (Vec::new(), Vec::new());
        for _ in 0..count {
            let family = Family::from_code(&String::read(input)?).ok_or_else(|| damaged("a list"))?;
            all.push(Facet::new(family, String::read(input)?));
            bits.push(Part::read(input)?);
        }
        Ok(Facets::of(all, bits, Part::read(input)?))
    }
}

impl Part for Columns {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        output.all(&self.traits, |traits| {
            let Traits { is_approximate, is_remote, is_on_site, is_counter } = traits;
            [is_approximate, is_remote, is_on_site, is_counter].map(u8::from)
        })?;
        // No place is the centre of the Earth.
        let xyz = |spot: Option<Spot>| spot.map_or([0.0; 3], |spot| [spot.x, spot.y, spot.z]);
        let coordinates: Vec<f64> = self.spots.iter().flat_map(|spot| xyz(*spot)).collect();
        coordinates.write(output)?;
        output.all(&self.details, details_as_bytes)
    }

    fn read(input: &mut Input) -> io::Result<Columns> {
        let traits = input.all(|bytes: [u8; 4]| {
            let [is_approximate, is_remote, is_on_site, is_counter] = bytes.map(|byte| byte == 1);
            Traits { is_approximate, is_remote, is_on_site, is_counter }
        })?;
        let coordinates: Vec<f64> = Part::read(input)?;
        let (spots, _) = coordinates.as_chunks::<3>();
        let spot = |[x, y, z]: &[f64; 3]| {
            (*x != 0.0 || *y != 0.0 || *z != 0.0).then_some(Spot { x: *x, y: *y, z: *z })
        };
        Ok(Columns {
            traits,
            spots: spots.iter().map(spot).collect(),
            details: input.all(details_from_bytes)?,
        })
    }
}

/// Ages from and to, 255 for none; until when it is full or pauses; quality's sum, criteria and day.
fn details_as_bytes(details: Details) -> [u8; 16] {
    let Details { ages, closed_until, quality } = details;
    let [f0, f1, f2, f3] = closed_until.unwrap_or(i32::MIN).to_le_bytes();
    let [s0, s1] = quality.sum.to_le_bytes();
    let [c0, c1] = quality.count.to_le_bytes();
    let [u0, u1, u2, u3] = quality.updated.unwrap_or(i32::MIN).to_le_bytes();
    let from = ages.from.unwrap_or(u8::MAX);
    let to = ages.to.unwrap_or(u8::MAX);
    [from, to, f0, f1, f2, f3, s0, s1, c0, c1, u0, u1, u2, u3, 0, 0]
}

fn details_from_bytes(bytes: [u8; 16]) -> Details {
    let [from, to, f0, f1, f2, f3, s0, s1, c0, c1, u0, u1, u2, u3, _, _] = bytes;
    let age = |byte: u8| (byte < u8::MAX).then_some(byte);
    let day = |bytes: [u8; 4]| Some(i32::from_le_bytes(bytes)).filter(|day| *day > i32::MIN);
    Details {
        ages: Ages { from: age(from), to: age(to) },
        closed_until: day([f0, f1, f2, f3]),
        quality: Quality {
            sum: u16::from_le_bytes([s0, s1]),
            count: u16::from_le_bytes([c0, c1]),
            updated: day([u0, u1, u2, u3]),
        },
    }
}
