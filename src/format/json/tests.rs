use super::*;

fn kinds(bytes: &[u8]) -> Vec<(String, Kind)> {
    read(bytes).err().unwrap_or_default().into_iter().map(|p| (p.path, p.kind)).collect()
}

fn whole(kind: Kind) -> Vec<(String, Kind)> {
    vec![(String::new(), kind)]
}

#[test]
fn each_broken_file_has_its_own_problem() {
    let mut large = vec![b' '; MAX_BYTES + 1];
    assert_eq!(kinds(&large), whole(Kind::TooLarge(MAX_BYTES)));
    large.truncate(MAX_BYTES);
    assert_eq!(kinds(&large), whole(Kind::Empty));
    assert_eq!(kinds(b"\xff{}"), whole(Kind::NotUtf8));
    assert_eq!(kinds(b""), whole(Kind::Empty));
    assert_eq!(kinds("\u{feff}\n ".as_bytes()), whole(Kind::Empty));
    assert_eq!(kinds("\u{feff}\u{feff}{}".as_bytes()), whole(Kind::NotJson(1, 1)));
    assert_eq!(kinds(b"{\"a\":\n NaN}"), whole(Kind::NotJson(2, 2)));
    assert_eq!(kinds(b"[Infinity]"), whole(Kind::NotJson(1, 2)));
    assert_eq!(kinds(b"{\"a\":1,}"), whole(Kind::NotJson(1, 8)));
    assert_eq!(kinds("\"é\\ud800\"".as_bytes()), whole(Kind::NotJson(1, 1)));
    assert_eq!(kinds(b"{\"a\": [1, \"\\udc00\"]}"), whole(Kind::NotJson(1, 11)));
    assert_eq!(kinds(b"{} {}"), whole(Kind::TrailingData));
    assert_eq!(kinds(b"01"), whole(Kind::NotJson(1, 2)));
    for (bytes, word) in [
        (b"PK\x03\x04....xl/workbook.xml".as_slice(), "excel"),
        (b"PK\x03\x04\x9f", "zip"),
        (b"\xD0\xCF\x11\xE0", "office"),
        (b"%PDF-1.7", "pdf"),
        (b"\xFF\xD8\xFF\xE0", "picture"),
        (b"\x89PNG\r\n", "picture"),
        (b"<!doctype html>", "page"),
        (b"\xef\xbb\xbf\r\n<html>\x80", "page"),
    ] {
        assert_eq!(kinds(bytes), whole(Kind::OtherFile(word)));
    }
}

#[test]
fn nesting_is_counted_and_never_climbed() {
    let nested = |count: usize| "[".repeat(count) + &"]".repeat(count);
    assert!(read(nested(64).as_bytes()).is_ok());
    assert_eq!(kinds(nested(65).as_bytes()), whole(Kind::TooDeep(64)));
    assert_eq!(kinds(nested(100_000).as_bytes()), whole(Kind::TooDeep(64)));
    let inside = format!("{{\"x\":{}}}", "{\"a\":".repeat(100_000) + "1" + &"}".repeat(100_000));
    assert_eq!(kinds(inside.as_bytes()), whole(Kind::TooDeep(64)));
    assert!(read(format!("[\"{}\"]", "[".repeat(900)).as_bytes()).is_ok());
}

#[test]
fn a_doubled_name_is_found_anywhere_however_it_is_written() {
    let found = kinds(b"{\"a\":1,\"b\":[{\"x\":1,\"\\u0078\":2}],\"a\":2}");
    assert_eq!(
        found,
        [
            ("a".to_owned(), Kind::DuplicateKey("a".to_owned())),
            ("b[0].x".to_owned(), Kind::DuplicateKey("x".to_owned()))
        ]
    );
}

#[test]
fn no_name_is_magic() {
    let text = "{\"$serde_json::private::RawValue\":\"1\",\"$serde_json::private::Number\":\"2\"}";
    assert_eq!(read_text(text).map(|json| json.compact()), Ok(text.to_owned()));
}

#[test]
fn numbers_keep_their_text_and_those_beyond_a_double_are_refused() {
    let text = "[90.0,-0,1e2,0.30000000000000004,9007199254740992,-9007199254740992]";
    assert_eq!(read_text(text).map(|json| json.compact()), Ok(text.to_owned()));
    for text in
        ["1e400", "-1e99999999999999999999", "9007199254740993", "1e17", "1e-400", "9007199254740992.5"]
    {
        let found = kinds(format!("{{\"a\":[{text}]}}").as_bytes());
        assert_eq!(found, [("a[0]".to_owned(), Kind::NumberOutOfRange)], "{text}");
    }
}

#[test]
fn numbers_take_the_form_of_ecmascript() {
    for (text, expected) in [
        ("90.0", "90"),
        ("-0", "0"),
        ("-0.0e5", "0"),
        ("9e1", "90"),
        ("0.000001", "0.000001"),
        ("0.0000001", "1e-7"),
        ("12.5e-8", "1.25e-7"),
        ("-18.750", "-18.75"),
        ("1E+2", "100"),
        ("9007199254740992", "9007199254740992"),
        ("0e999999999999999999999", "0"),
    ] {
        assert_eq!(number(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn the_canonical_form_sorts_by_utf16_and_escapes_least() {
    let text = "{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\r\":4,\"1\":[1.50,\"\\u00f6\\u001f\\/\"],\"\\u0080\":null}";
    let canonical = read_text(text).map(|json| canonical(&json));
    let expected = "{\"\\r\":4,\"1\":[1.5,\"ö\\u001f/\"],\"\u{80}\":null,\"€\":3,\"😀\":2,\"\u{fb33}\":1}";
    assert_eq!(canonical.as_deref(), Ok(expected));
}

#[test]
fn layout_is_stable_and_reads_back() {
    let text = "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}";
    let json = read_text(text);
    assert_eq!(json.as_ref().map(Json::pretty), Ok(text.to_owned()));
    assert_eq!(json.as_ref().map(Json::compact), Ok("{\"a\":[1,{}],\"b\":[]}".to_owned()));
}

/// What a general tokenizer says of a text: at which byte it is no longer JSON, whether something follows.
fn general(text: &str) -> (Option<usize>, bool) {
    let mut tokens = serde_json::Deserializer::from_str(text);
    match <&serde_json::value::RawValue as serde::Deserialize>::deserialize(&mut tokens) {
        Ok(_) => (None, tokens.end().is_err()),
        Err(error) => {
            let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
            (Some(lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1)), false)
        }
    }
}

proptest::proptest! {
    #[test]
    fn a_text_is_read_and_refused_as_a_general_tokenizer_reads_and_refuses_it(
        edits in proptest::collection::vec((0_usize..200, 0_usize..3, 0_usize..40), 0..4),
    ) {
        let letters: Vec<char> = "{}[]\":,.+-eE0123456789tfnu\\/ \n\t\u{0}\u{7f}éabr😀".chars().collect();
        let mut text: Vec<char> =
            "{\"a\": [1, -0.5e+3, true, false, null],\n \"b\\u00e9\\n\": {\"\": \"é😀\\\\\\/\\t\"}, \"c\":[[],{}, 10, 0]}\n"
                .chars()
                .collect();
        for (at, how, letter) in edits {
            let at = at % text.len();
            let letter = letters[letter % letters.len()];
            match how {
                0 => drop(text.remove(at)),
                1 => text[at] = letter,
                _ => text.insert(at, letter),
            }
        }
        let text: String = text.into_iter().collect();
        let fault = match Reader::new(&text).whole() {
            Ok(_) | Err(Fault::TooDeep) => (None, false),
            Err(Fault::NotJson(at)) => (Some(at), false),
            Err(Fault::Trailing) => (None, true),
        };
        let expected = general(&text);
        // Within an escape the one names its end, the other its first unsound byte.
        let near = fault.0.zip(expected.0).is_none_or(|(one, other)| one.abs_diff(other) <= 4);
        proptest::prop_assert!(near, "{:?} {:?} {:?}", text, fault, expected);
        proptest::prop_assert_eq!((fault.0.is_some(), fault.1), (expected.0.is_some(), expected.1), "{:?}", text);
    }
}

#[test]
fn what_takes_no_room_or_turns_text_around_is_shown_as_a_code_and_what_scripts_need_is_not() {
    for hidden in [
        '\u{0}',
        '\u{7f}',
        '\u{ad}',
        '\u{61c}',
        '\u{180e}',
        '\u{200b}',
        '\u{200e}',
        '\u{2028}',
        '\u{202e}',
        '\u{2060}',
        '\u{2064}',
        '\u{2066}',
        '\u{feff}',
        '\u{fffb}',
        '\u{e0041}',
    ] {
        assert!(is_hidden(hidden), "{hidden:?}");
        assert!(seen(&format!("a{hidden}b")).is_ascii(), "{hidden:?}");
    }
    // Emoji and some scripts of the archipelago are joined by the last two.
    for plain in ['a', 'é', '\u{a0}', '\u{2013}', '\u{2010}', '\u{a9c0}', '\u{1f600}', '\u{200c}', '\u{200d}']
    {
        assert!(!is_hidden(plain), "{plain:?}");
    }
    assert_eq!(seen("a\tb\nc"), "a\tb\nc");
}
