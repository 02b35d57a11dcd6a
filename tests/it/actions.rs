//! What is to be done: kept as typed, in the order of its end, overdue by a day handed in, and never lost.

use swanilai::domain::Text;
use swanilai::domain::action::{FollowUp, FollowUpEdit, Headway, Part, Source, by_due, missing};
use swanilai::domain::assessment::Assessment;
use swanilai::domain::date::Date;
use swanilai::domain::edit::{Edit, carried_over};
use swanilai::domain::number::Decimal;
use swanilai::domain::oversight::{self, Kind, Oversight, OversightEdit};
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::encode;

use crate::documents::{STAMP, again, taken, words};
use crate::shipped::{rubric, text};

fn to_do(due: &str, headway: Headway) -> FollowUp {
    FollowUp { due: due.into(), headway, ..FollowUp::default() }
}

/// An assessment after these edits.
fn after(edits: Vec<Edit>) -> Assessment {
    Edit::Several(edits).apply(&Assessment::default(), &Text::default())
}

#[test]
fn what_is_left_to_do_stands_by_its_end_and_what_is_not_behind_it() {
    let list = [
        to_do("", Headway::None),
        to_do("1 Januari 2026", Headway::Done),
        to_do("31/12/2026", Headway::Underway),
        to_do("besok", Headway::None),
        to_do("2026-11-30", Headway::None),
        to_do("", Headway::Barred),
    ];
    assert_eq!(by_due(&list), [4, 2, 0, 3, 1, 5]);
}

#[test]
fn only_what_is_left_to_do_and_can_be_read_is_late() {
    let today = Date::read("2027-01-02");
    let left = |due, headway| to_do(due, headway).days_left(today);
    assert_eq!(left("31-12-2026", Headway::None), Some(-2));
    assert_eq!(left("2-1-2027", Headway::Underway), Some(0));
    assert_eq!(left("31-12-2026", Headway::Done), None);
    assert_eq!(left("31-12-2026", Headway::Barred), None);
    assert_eq!(left("akhir tahun", Headway::None), None);
    assert_eq!(to_do("31-12-2026", Headway::None).days_left(None), None);
}

#[test]
fn follow_ups_are_added_changed_and_removed_and_none_of_it_enters_the_score() {
    let rubric = rubric("sakip-2021");
    let write =
        |id: &str, part, text: &str| Edit::FollowUp(id.into(), FollowUpEdit::Write(part, text.into()));
    let made = after(vec![
        Edit::AddFollowUps(vec![FollowUp::default(), FollowUp::default()]),
        write("1", Part::Due, "besok saja"),
        write("2", Part::Action, "Menyusun SOP"),
        write("9", Part::Action, "tidak ada"),
        Edit::FollowUp("2".into(), FollowUpEdit::From(Source::Survey)),
        Edit::FollowUp("2".into(), FollowUpEdit::Come(Headway::Done)),
        Edit::AddOversight,
        Edit::Oversight("1".into(), OversightEdit::Write(oversight::Part::Number, "7/LM".into())),
    ]);
    assert_eq!(&*made.actions[0].due, "besok saja");
    let second = FollowUp {
        id: "2".into(),
        source: Source::Survey,
        action: "Menyusun SOP".into(),
        headway: Headway::Done,
        ..FollowUp::default()
    };
    assert_eq!(made.actions[1], second);
    assert_eq!(Scorecard::of(&rubric, &made), Scorecard::of(&rubric, &Assessment::default()));
    let fewer = Edit::FollowUp("1".into(), FollowUpEdit::Remove).apply(&made, &Text::default());
    assert_eq!(fewer.actions, [second]);
    // The number that became free is given again; no two are ever the same.
    let more = Edit::AddFollowUps(vec![FollowUp::default()]).apply(&fewer, &Text::default());
    assert_eq!(&*more.actions[1].id, "1");
}

#[test]
fn a_product_of_oversight_is_open_until_it_is_done() {
    let product = |headway| Oversight { headway, due: "2026-01-01".into(), ..Oversight::default() };
    let list: Vec<Oversight> = Headway::ALL.into_iter().map(product).collect();
    assert_eq!(oversight::open(&list), 3);
    assert_eq!(
        list[3].days_left(Date::read("2026-01-03")),
        Some(-2),
        "that it cannot be done settles nothing"
    );
    assert_eq!(oversight::by_due(&list), [0, 1, 3, 2]);
    let made = after(vec![
        Edit::AddOversight,
        Edit::Oversight("1".into(), OversightEdit::Be(Kind::Advice)),
        Edit::Oversight("1".into(), OversightEdit::Come(Headway::Done)),
    ]);
    assert_eq!((made.oversight[0].kind, oversight::open(&made.oversight)), (Kind::Advice, 0));
    let none = Edit::Oversight("1".into(), OversightEdit::Remove).apply(&made, &Text::default());
    assert_eq!(none.oversight, []);
}

#[test]
fn typing_in_one_field_is_one_undo_and_in_another_a_new_one() {
    let write = |id: &str, part| Edit::FollowUp(id.into(), FollowUpEdit::Write(part, "x".into()));
    assert!(write("1", Part::Due).continues(&write("1", Part::Due)));
    assert!(!write("1", Part::Due).continues(&write("2", Part::Due)));
    assert!(!write("1", Part::Due).continues(&write("1", Part::Action)));
    let note = |id: &str, part| Edit::Oversight(id.into(), OversightEdit::Write(part, "x".into()));
    assert!(note("1", oversight::Part::Note).continues(&note("1", oversight::Part::Note)));
    assert!(!note("1", oversight::Part::Note).continues(&note("1", oversight::Part::Due)));
}

#[test]
fn a_step_is_taken_over_once_while_it_is_open_and_once_done_only_for_a_higher_level() {
    let about = |indicator: &str, headway, level: Option<i32>| FollowUp {
        indicator: indicator.into(),
        headway,
        level: level.map(Decimal::whole),
        output: level.map_or("tulisan sendiri".to_owned(), |level| format!("tingkat {level}")).into(),
        ..FollowUp::default()
    };
    let mut before = about("PR05", Headway::Done, None);
    before.output = "tingkat 3".into();
    let list = [
        about("PR01", Headway::Underway, Some(2)),
        about("PR02", Headway::Done, Some(3)),
        about("PR03", Headway::Done, Some(2)),
        about("PR04", Headway::Barred, Some(3)),
        before,
        about("PR06", Headway::Done, None),
    ];
    let ids = ["PR01", "PR02", "PR03", "PR04", "PR05", "PR06", "PR07"];
    let new = ids.map(|indicator| about(indicator, Headway::None, Some(3)));
    let left: Vec<Text> = missing(&list, new.into()).into_iter().map(|step| step.indicator).collect();
    assert_eq!(left, ["PR03".into(), "PR04".into(), "PR06".into(), "PR07".into()]);
    let later = missing(&list, vec![about("PR02", Headway::None, Some(4))]);
    assert_eq!(later.len(), 1, "a level above the one reached is another step");
}

#[test]
fn a_follow_up_told_to_be_about_another_indicator_leads_to_no_level_of_the_one_before() {
    let taken = FollowUp { indicator: "PR01".into(), level: Some(Decimal::whole(3)), ..FollowUp::default() };
    let about = |id: &str| Edit::FollowUp("1".into(), FollowUpEdit::Write(Part::Indicator, id.into()));
    let made = after(vec![Edit::AddFollowUps(vec![taken])]);
    assert_eq!(made.actions[0].level, Some(Decimal::whole(3)));
    assert_eq!(about("PR02").apply(&made, &Text::default()).actions[0].level, None);
}

#[test]
fn a_new_year_takes_along_what_is_still_to_be_done() {
    let mut old = Assessment {
        actions: Headway::ALL.map(|headway| to_do("", headway)).into(),
        ..Assessment::default()
    };
    old.oversight = Headway::ALL.map(|headway| Oversight { headway, ..Oversight::default() }).into();
    let new =
        carried_over(&rubric("sakip-2021"), &old, "baru".into(), None, &Text::default(), &|_| String::new());
    let left: Vec<Headway> = new.actions.iter().map(|one| one.headway).collect();
    assert_eq!(left, [Headway::None, Headway::Underway]);
    assert_eq!(new.oversight.len(), 3);
}

/// The smallest file with these members.
fn with(members: &str) -> String {
    let smallest = text("tests/fixtures/minimal-1.0.json");
    let open = smallest.trim_end().strip_suffix('}').unwrap().trim_end();
    format!("{open}, {members}}}")
}

#[test]
fn items_that_are_nothing_to_be_done_are_named_and_kept_behind_those_that_are() {
    let file = with(
        r#""actions": [{"action": "tanpa id"}, {"id": "a", "status": "menunggu", "source": "bpk", "baru": 1},
            {"id": "a", "action": "dua kali"}, {"id": "b", "due": 7}, 3],
            "oversight": [{"id": "a", "kind": "putusan"}, {"id": "a"}]"#,
    );
    let (rubric, decoded) = taken(&file);
    assert_eq!((decoded.assessment.actions.len(), decoded.assessment.oversight.len()), (1, 1));
    let found = words(&decoded.problems);
    for problem in [
        "actions[0].id: missing",
        "actions[1].status: unknownWord",
        "actions[1].source: unknownWord",
        "actions[1].baru: unknownMember",
        "actions[2].id: duplicateId",
        "actions[3].due: wrongType",
        "actions[4]: wrongType",
        "oversight[0].kind: unknownWord",
        "oversight[1].id: duplicateId",
    ] {
        assert!(found.contains(&problem.to_owned()), "{problem} in {found:?}");
    }
    let written = again(&file);
    assert_eq!(again(&written), written);
    for word in ["menunggu", "bpk", "tanpa id", "dua kali", "putusan", "\"due\": 7"] {
        assert!(written.contains(word), "{word} in {written}");
    }
    // What is added stands beside what could not be read.
    let more = Edit::AddFollowUps(vec![FollowUp::default()]).apply(&decoded.assessment, &Text::default());
    let (_, back) = taken(&encode(&more, &rubric, &STAMP));
    assert_eq!(back.assessment.actions, more.actions);
}

#[test]
fn more_than_are_read_are_named_and_kept() {
    let one = |at: usize| format!(r#"{{"id": "t{at}", "action": "a"}}"#);
    let many: Vec<String> = (0..502).map(one).collect();
    let file = with(&format!(r#""actions": [{}]"#, many.join(",")));
    let (_, decoded) = taken(&file);
    assert_eq!(decoded.assessment.actions.len(), 500);
    assert_eq!(words(&decoded.problems), ["actions: tooMany"]);
    assert_eq!(again(&file).matches("\"action\"").count(), 502);
}

#[test]
fn a_level_that_is_none_is_kept_in_its_place_and_takes_no_follow_up_away() {
    let file = with(
        r#""actions": [{"id": "1", "level": "tinggi", "indicator": "PR01"}, {"id": "2", "level": 3.00001}]"#,
    );
    let (_, decoded) = taken(&file);
    assert_eq!(decoded.assessment.actions.len(), 2);
    assert!(words(&decoded.problems).contains(&"actions[0].level: wrongType".to_owned()));
    let written = again(&file);
    assert!(written.contains(r#""level": "tinggi""#) && written.contains("3.00001"), "{written}");
    assert_eq!(again(&written), written);
}
