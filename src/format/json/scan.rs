//! Where things stand in a text, and how deep it nests.
//!
//! Invariant: one pass over the bytes and no recursion, whatever the text holds.

/// The byte that an error of the whole text points at.
pub fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1)
}

/// Line and column of a byte, both from 1, columns in characters.
pub fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.char_indices().take_while(|(at, _)| *at < offset);
    before.fold(
        (1, 1),
        |(line, column), (_, letter)| {
            if letter == '\n' { (line + 1, 1) } else { (line, column + 1) }
        },
    )
}

/// How deep the brackets of sound JSON nest.
pub fn depth(text: &str) -> usize {
    let (mut now, mut most, mut inside, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'[' | b'{' if !inside => {
                now += 1;
                most = most.max(now);
            }
            b']' | b'}' if !inside => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}
