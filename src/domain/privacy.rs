//! Spotting numbers that point to a person in free text.
//!
//! Invariant: only looks; what was typed is never changed or refused for it.

/// Whether a text holds what looks like a NIK (16 digits) or an Indonesian telephone number.
#[must_use]
pub fn points_to_a_person(text: &str) -> bool {
    let mut run = String::new();
    let mut found = false;
    for letter in text.chars().chain(std::iter::once('\n')) {
        match letter {
            digit if digit.is_ascii_digit() => run.push(digit),
            '+' if run.is_empty() => {}
            ' ' | '-' | '.' | '(' | ')' if !run.is_empty() => {}
            _ => {
                found |= is_personal(&run);
                run.clear();
            }
        }
    }
    found
}

/// A whole run of digits, separators left out.
fn is_personal(run: &str) -> bool {
    let mobile = |rest: &str| rest.starts_with('8') && (9..=12).contains(&rest.len());
    run.len() == 16 || run.strip_prefix("62").or_else(|| run.strip_prefix('0')).is_some_and(mobile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_numbers_are_seen_and_plain_figures_are_not() {
        for text in
            ["NIK 3175091234567890", "hubungi 0812-3456-7890", "+62 812 3456 789", "wa 6281234567890."]
        {
            assert!(points_to_a_person(text), "{text}");
        }
        for text in ["SK 800/123/2026", "2024, 2025, 2026", "lemari 3 rak 12", "98,59 dari 100", "12.345.678"]
        {
            assert!(!points_to_a_person(text), "{text}");
        }
    }
}
