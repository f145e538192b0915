//! Rows as bytes: for each value 0 when there is none, else 1 and the value (whole numbers of eight
//! bytes, the highest first; texts after their length in four).

use platform::db::Value;
use platform::db::whole::Kind;
use uuid::Uuid;

use crate::BackupError;

const NONE: u8 = 0;
const SOME: u8 = 1;

/// # Errors
/// [`BackupError::Unequal`] for a text of four gigabytes, which no engine gives.
pub(crate) fn write(row: &[Value], to: &mut Vec<u8>) -> Result<(), BackupError> {
    for value in row {
        match value {
            Value::Int(Some(v)) => some(to, &v.to_be_bytes()),
            Value::Bool(Some(v)) => some(to, &[u8::from(*v)]),
            Value::Uuid(Some(v)) => some(to, v.as_bytes()),
            Value::Text(Some(v)) => {
                let length = u32::try_from(v.len()).map_err(|_| BackupError::Unequal)?;
                some(to, &length.to_be_bytes());
                to.extend_from_slice(v.as_bytes());
            }
            Value::Int(None) | Value::Bool(None) | Value::Uuid(None) | Value::Text(None) => to.push(NONE),
        }
    }
    Ok(())
}

fn some(to: &mut Vec<u8>, bytes: &[u8]) {
    to.push(SOME);
    to.extend_from_slice(bytes);
}

/// A row of columns of these kinds, and what follows it.
///
/// # Errors
/// [`BackupError::Damaged`] for bytes that are none.
pub(crate) fn read<'b>(kinds: &[Kind], bytes: &'b [u8]) -> Result<(Vec<Value>, &'b [u8]), BackupError> {
    let mut rest = bytes;
    let row = kinds.iter().map(|kind| value(*kind, &mut rest)).collect::<Option<_>>();
    row.map(|row| (row, rest)).ok_or(BackupError::Damaged)
}

fn value(kind: Kind, rest: &mut &[u8]) -> Option<Value> {
    let [is_some] = array::<1>(rest)?;
    let is_some = match is_some {
        NONE => false,
        SOME => true,
        _ => return None,
    };
    Some(match (kind, is_some) {
        (Kind::Int, false) => Value::Int(None),
        (Kind::Text, false) => Value::Text(None),
        (Kind::Bool, false) => Value::Bool(None),
        (Kind::Uuid, false) => Value::Uuid(None),
        (Kind::Int, true) => Value::Int(Some(i64::from_be_bytes(array(rest)?))),
        (Kind::Uuid, true) => Value::Uuid(Some(Uuid::from_bytes(array(rest)?))),
        (Kind::Bool, true) => match array::<1>(rest)? {
            [0] => Value::Bool(Some(false)),
            [1] => Value::Bool(Some(true)),
            _ => return None,
        },
        (Kind::Text, true) => {
            let length = usize::try_from(u32::from_be_bytes(array(rest)?)).ok()?;
            let (text, after) = rest.split_at_checked(length)?;
            *rest = after;
            Value::Text(Some(String::from_utf8(text.to_vec()).ok()?))
        }
    })
}

fn array<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, after) = rest.split_first_chunk::<N>()?;
    *rest = after;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 4] = [Kind::Int, Kind::Text, Kind::Bool, Kind::Uuid];

    fn extremes() -> Vec<Vec<Value>> {
        let row = |int: i64, text: &str, bool: bool, uuid: u128| {
            vec![int.into(), text.into(), bool.into(), Uuid::from_u128(uuid).into()]
        };
        let none: Vec<Value> =
            vec![Value::Int(None), Value::Text(None), Value::Bool(None), Value::Uuid(None)];
        vec![
            row(i64::MIN, "", false, 0),
            row(i64::MAX, "\0\n\r\t'\"\\", true, u128::MAX),
            row(-1, "é 👩‍🦰 \u{feff}\u{10ffff}", false, 1),
            none,
        ]
    }

    #[test]
    fn values_at_their_limits_are_read_as_they_were_written() {
        let mut bytes = Vec::new();
        extremes().iter().for_each(|row| write(row, &mut bytes).unwrap());
        let mut rest = &bytes[..];
        for expected in extremes() {
            let (row, after) = read(&KINDS, rest).unwrap();
            assert_eq!(row, expected);
            rest = after;
        }
        assert!(rest.is_empty());
    }

    #[test]
    fn bytes_that_are_no_row_are_no_row() {
        let mut whole = Vec::new();
        write(&extremes()[1], &mut whole).unwrap();
        for length in 0..whole.len() {
            assert!(matches!(read(&KINDS, &whole[..length]), Err(BackupError::Damaged)), "{length}");
        }
        for (kind, bytes) in
            [(Kind::Bool, &[1, 2][..]), (Kind::Int, &[2][..]), (Kind::Text, &[1, 0, 0, 0, 1, 0xff])]
        {
            assert!(read(&[kind], bytes).is_err(), "{bytes:?}");
        }
    }
}
