//! Changes to a file that leave it nearly what it was.
//!
//! Invariant: the same throws give the same change.

use super::dice::Dice;

/// Values that a mutation puts in.
const PIECES: &[&str] = &[
    "null",
    "true",
    "-1",
    "1e9",
    "0.00001",
    "9007199254740993",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "[[]]",
    "{\"a\":1}",
    "\"\\u0000\"",
    "\"\\ud800\"",
    ",",
    ":",
    "}",
    "]",
    "\"",
    "\\",
    "{\"notApplicable\":true}",
    "{\"level\":99}",
    "\"BB\"",
    "\u{202e}",
    "1e400",
    "\"level\"",
    "\"samples\"",
    "99999",
    "-",
    ".",
];

/// One change: a byte turned, a stretch cut or doubled, or a piece put over a token.
pub fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let place = dice.throw(bytes.len().max(1));
    let end = (place + 1 + dice.throw(40)).min(bytes.len());
    match dice.throw(10) {
        0 => {
            if let Some(byte) = bytes.get_mut(place) {
                *byte = u8::try_from(dice.throw(256)).unwrap_or(0);
            }
        }
        1 => {
            bytes.drain(place.min(end)..end);
        }
        2 => {
            let stretch: Vec<u8> = bytes[place.min(end)..end].to_vec();
            bytes.splice(place.min(end)..place.min(end), stretch);
        }
        3 => {
            let piece = dice.pick(PIECES).bytes();
            bytes.splice(place.min(end)..place.min(end), piece);
        }
        _ => {
            // Over the value after the next colon, so that the file mostly stays JSON.
            let colon = bytes.iter().skip(place).position(|byte| *byte == b':').map(|at| place + at + 1);
            if let Some(from) = colon {
                let length = bytes.iter().skip(from).position(|byte| matches!(byte, b',' | b'\n' | b'}'));
                let piece = dice.pick(PIECES).bytes();
                bytes.splice(from..from + length.unwrap_or(0), piece);
            }
        }
    }
}
