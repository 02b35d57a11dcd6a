use super::*;

fn sakip() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/rubrics/sakip-2021.json"))
        .unwrap_or_default()
}

fn paths(text: &str) -> Vec<String> {
    decode(text).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn a_change_of_wording_leaves_the_digest_alone_and_a_change_of_weight_does_not() {
    let text = sakip();
    let digest_of = |text: &str| decode(text).map(|rubric| digest(&rubric)).unwrap_or_default();
    let original = digest_of(&text);
    assert_eq!(original.len(), 64);
    let reworded = text.replace("\"Sangat Memuaskan\"", "\"Amat Memuaskan\"").replace("1.0.0", "1.0.1");
    assert_ne!(reworded, text);
    assert_eq!(digest_of(&reworded), original);
    let reweighed = text.replacen("\"bound\": 90", "\"bound\": 91", 1);
    assert_ne!(reweighed, text);
    assert_ne!(digest_of(&reweighed), original);
}

#[test]
fn the_digest_is_made_once() {
    let rubric = decode(&sakip()).unwrap();
    let made = digest(&rubric);
    assert_eq!(**rubric.digest(|_| "made again".into()), *made);
    assert_eq!(digest(&rubric), made);
}

#[test]
fn every_problem_is_named_with_its_path_all_at_once() {
    let text = sakip().replacen("\"maximum\": 100", "\"maximum\": \"100\"", 1).replacen("halfUp", "down", 1);
    assert_eq!(paths(&text), ["result.maximum: wrongType", "rounding.rule: unknownWord"]);
    let text = sakip().replacen("\"value\": 20", "\"value\": 19", 1);
    assert_eq!(paths(&text), ["dimensions[0].indicators: sumNotHundred"]);
}

#[test]
fn what_refers_to_nothing_is_named_beside_what_is_missing() {
    let nameless = sakip().replacen("\"name\"", "\"nama\"", 1);
    assert_eq!(paths(&nameless), ["name: missing"], "what follows from it is not said twice");
    let text = nameless.replacen("\"scale\": \"", "\"scale\": \"bukan-", 1);
    assert_eq!(paths(&text), ["name: missing", "dimensions[0].indicators[0].scale: unknownReference"]);
    let sound = sakip();
    let (before, scales) = sound.split_once("\"scales\"").unwrap();
    let nameless = format!("{before}\"scales\"{}", scales.replacen("\"id\"", "\"kode\"", 1));
    assert_eq!(paths(&nameless), ["scales[0].id: missing"], "every indicator refers to it");
}

#[test]
fn unknown_members_are_listed_by_the_check_only() {
    let text = sakip().replacen("\"years\": {", "\"x\": 1,\n  \"years\": {\n    \"until\": 3,", 1);
    assert_eq!(paths(&text), [""; 0]);
    let found: Vec<_> = check(&text).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["x: unknownMember", "years.until: unknownMember"]);
}

#[test]
fn a_newer_major_or_another_format_is_refused() {
    let text = sakip().replacen("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\"", 1);
    assert_eq!(paths(&text), ["formatVersion: newerFormat"]);
    let text = sakip().replacen("swanilai/rubric", "swanilai/assessment", 1);
    assert_eq!(paths(&text), ["format: wrongFormat"]);
}

#[test]
fn characters_nobody_sees_are_read_as_codes() {
    let text = sakip().replacen("\"Perencanaan Kinerja\"", "\"Peren\u{202e}canaan\"", 1);
    let rubric = decode(&text).unwrap();
    assert_eq!(rubric.dimensions.first().map(|dimension| &*dimension.name), Some("Peren\\u{202e}canaan"));
}
