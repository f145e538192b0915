//! A tile's bytes. Only points with a few properties are ever written: a library for all of the
//! format would be larger than this.

use super::square::Tile;

/// Name of the one layer.
const LAYER: &str = "points";
const KEYS: [&str; 2] = ["ids", "count"];

/// A mark with its properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Feature {
    pub(super) at: (u32, u32),
    /// On lines, as no identifier has two; none for a group that a closer look parts.
    pub(super) ids: Option<String>,
    pub(super) count: u64,
}

/// An empty tile has no bytes.
pub(super) fn tile(features: &[Feature]) -> Vec<u8> {
    if features.is_empty() {
        return Vec::new();
    }
    let mut layer = Message::default();
    layer.number(15, 2);
    layer.bytes(1, LAYER.as_bytes());
    layer.number(5, u64::from(Tile::UNITS));
    KEYS.iter().for_each(|key| layer.bytes(3, key.as_bytes()));
    let mut values = 0;
    for feature in features {
        let mut tags = Vec::new();
        let mut tag = |layer: &mut Message, key: u64, value: &Message| {
            layer.bytes(4, &value.0);
            tags.extend([key, values]);
            values += 1;
        };
        if let Some(ids) = &feature.ids {
            let mut text = Message::default();
            text.bytes(1, ids.as_bytes());
            tag(&mut layer, 0, &text);
        }
        let mut count = Message::default();
        count.number(5, feature.count);
        tag(&mut layer, 1, &count);
        layer.bytes(2, &point(feature.at, &tags).0);
    }
    let mut tile = Message::default();
    tile.bytes(3, &layer.0);
    tile.0
}

/// A feature: its tags, that it is a point, and « move there once ».
fn point((x, y): (u32, u32), tags: &[u64]) -> Message {
    const MOVE_ONCE: u64 = 1 << 3 | 1;
    let mut feature = Message::default();
    feature.packed(2, tags);
    feature.number(3, 1);
    // Both are positive, whose zigzag is the double.
    feature.packed(4, &[MOVE_ONCE, u64::from(x) * 2, u64::from(y) * 2]);
    feature
}

/// A message of protocol buffers.
/// Source: <https://protobuf.dev/programming-guides/encoding/>.
#[derive(Debug, Default)]
struct Message(Vec<u8>);

impl Message {
    fn number(&mut self, field: u64, value: u64) {
        self.varint(field << 3);
        self.varint(value);
    }

    fn bytes(&mut self, field: u64, bytes: &[u8]) {
        self.varint(field << 3 | 2);
        self.varint(u64::try_from(bytes.len()).unwrap_or_default());
        self.0.extend(bytes);
    }

    fn packed(&mut self, field: u64, numbers: &[u64]) {
        let mut packed = Message::default();
        numbers.iter().for_each(|number| packed.varint(*number));
        self.bytes(field, &packed.0);
    }

    fn varint(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.0.push(u8::try_from(number).unwrap_or_default());
    }
}
