//! Fresh ids for assessments and samples.
//!
//! Invariant: always 26 characters of a-z and 2-7 (130 bits), and never a failure.

const LENGTH: usize = 26;

/// A new id, random.
#[must_use]
pub fn fresh_id() -> String {
    let mut bytes = [0_u8; LENGTH];
    if !filled(&mut bytes) {
        fill_roughly(&mut bytes);
    }
    bytes.into_iter().map(letter).collect()
}

/// From the browser's cryptographic source; false where there is none.
fn filled(bytes: &mut [u8]) -> bool {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}

/// From `Math.random` and the time: good enough not to meet another id of this office.
fn fill_roughly(bytes: &mut [u8]) {
    let mut time = super::clock::now().millis;
    for byte in bytes {
        *byte = rough() ^ u8::try_from(time % 256).unwrap_or_default();
        time >>= 5;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255 by construction")]
fn rough() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}

const fn letter(byte: u8) -> char {
    let digit = byte % 32;
    (if digit < 26 { b'a' + digit } else { b'2' + (digit - 26) }) as char
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn every_byte_has_a_letter_of_the_alphabet() {
        let all: String = (0..32).map(letter).collect();
        assert_eq!(all, "abcdefghijklmnopqrstuvwxyz234567");
        assert_eq!(letter(255), '7');
    }
}
