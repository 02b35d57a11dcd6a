//! The published JSON Schemas: true to what is read and written.

use serde_json::Value;
use swanilai::format::document::{self, encode};
use swanilai::format::recap::units;
use swanilai::format::rubric;

use crate::anything::assessment;
use crate::dice::Dice;
use crate::documents::STAMP;
use crate::shipped::{IDS, rubrics, text};

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn schema(name: &str) -> Value {
    value(&text(&format!("rubrics/schema/{name}-1.json")))
}

/// What a schema has against a text.
fn complaints(validator: &jsonschema::Validator, text: &str) -> Vec<String> {
    validator.iter_errors(&value(text)).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schemas_are_sound_and_named_by_their_major_version() {
    for (name, id) in [("rubric", rubric::SCHEMA), ("assessment", document::SCHEMA), ("units", units::SCHEMA)]
    {
        let schema = schema(name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$id"], id);
        assert_eq!(id.rsplit(':').next(), Some("1"));
    }
}

#[test]
fn every_shipped_instrument_validates() {
    let validator = jsonschema::validator_for(&schema("rubric")).unwrap();
    for id in IDS {
        assert_eq!(complaints(&validator, &text(&format!("rubrics/{id}.json"))), [""; 0], "{id}");
    }
}

#[test]
fn everything_written_validates_and_so_do_examples_and_newer_files() {
    let validator = jsonschema::validator_for(&schema("assessment")).unwrap();
    let rubrics = rubrics();
    let mut dice = Dice::new(3);
    for round in 0..100 {
        let rubric = &rubrics[round % rubrics.len()];
        let written = encode(&assessment(rubric, &mut dice), rubric, &STAMP);
        assert_eq!(complaints(&validator, &written), [""; 0], "{written}");
    }
    for name in ["rubrics/examples/sakip-2021", "tests/fixtures/minor-1.7", "tests/fixtures/minimal-1.0"] {
        assert_eq!(complaints(&validator, &text(&format!("{name}.json"))), [""; 0], "{name}");
    }
    assert_ne!(complaints(&validator, &text("tests/fixtures/major-2.0.json")), [""; 0]);
}

#[test]
fn unit_lists_that_are_written_validate_and_those_that_are_refused_do_not() {
    let validator = jsonschema::validator_for(&schema("units")).unwrap();
    let written = units::encode(&crate::recap::listed());
    assert_eq!(complaints(&validator, &written), [""; 0], "{written}");
    for (from, to) in [("swanilai/units", "lain"), ("71.25", "\"banyak\""), ("\"id\": \"2\"", "\"id\": \"\"")]
    {
        let wrong = written.replace(from, to);
        assert_ne!(complaints(&validator, &wrong), [""; 0], "{to}");
        assert!(units::decode(wrong.as_bytes()).is_err(), "{to}");
    }
}

#[test]
fn schemas_and_program_know_the_same_members() {
    for (name, known) in
        [("rubric", rubric::members::ALL), ("assessment", document::members::ALL), ("units", units::ALL)]
    {
        let schema = schema(name);
        let mut objects = 0;
        for (def, members) in known {
            let object = if def.is_empty() { &schema } else { &schema["$defs"][def] };
            let listed = object["properties"].as_object();
            let listed: Option<Vec<&str>> = listed.map(|listed| listed.keys().map(String::as_str).collect());
            let mut members = members.to_vec();
            members.sort_unstable();
            assert_eq!(
                listed.map(|mut listed| {
                    listed.sort_unstable();
                    listed
                }),
                Some(members),
                "{name} {def}"
            );
            objects += 1;
        }
        let described = schema["$defs"]
            .as_object()
            .map_or(0, |defs| defs.values().filter(|def| def.get("properties").is_some()).count());
        assert_eq!(objects, described + 1, "{name}");
    }
}

#[test]
fn no_object_is_closed_to_newer_members() {
    fn closed(value: &Value) -> bool {
        match value {
            Value::Object(members) => {
                members.get("additionalProperties") == Some(&Value::Bool(false))
                    || members.values().any(closed)
            }
            Value::Array(items) => items.iter().any(closed),
            _ => false,
        }
    }
    assert!(["rubric", "assessment", "units"].iter().all(|name| !closed(&schema(name))));
}
