//! What is to be reached: it travels with the document, and what of it cannot be read is never lost.

use swanilai::domain::Text;
use swanilai::domain::action::FollowUp;
use swanilai::domain::assessment::Assessment;
use swanilai::domain::edit::Edit;
use swanilai::domain::number::Decimal;
use swanilai::domain::oversight::Oversight;
use swanilai::domain::plan::{Aim, By, Goal, Plan, Why};
use swanilai::domain::rubric::{Rubric, StepKind};
use swanilai::domain::wanted::{Wanted, WantedEdit};
use swanilai::format::document::encode;

use crate::documents::{STAMP, again, taken, words};
use crate::shipped::{rubric, text};

/// The smallest file, with this plan.
fn with(plan: &str) -> String {
    let smallest = text("tests/fixtures/minimal-1.0.json");
    let open = smallest.trim_end().strip_suffix('}').unwrap().trim_end();
    format!("{open}, \"plan\": {plan}}}")
}

fn edited(before: &Assessment, edit: WantedEdit) -> Assessment {
    Edit::Wanted(edit).apply(before, &Text::from("2026-11-22T10:00:00+07:00"))
}

#[test]
fn every_edit_of_the_goal_is_in_the_file_and_comes_back() {
    let (rubric, decoded) = taken(&text("tests/fixtures/minimal-1.0.json"));
    assert_eq!(decoded.assessment.wanted, None);
    let edits = [
        WantedEdit::Target("B".into()),
        WantedEdit::Aim(Aim::Low),
        WantedEdit::By(By::Effort),
        WantedEdit::Each(true),
        WantedEdit::Kinds(vec![StepKind::Administrative, StepKind::Decree]),
        WantedEdit::Lock("1a".into(), true),
        WantedEdit::Lock("1b".into(), true),
        WantedEdit::Lock("1b".into(), false),
        WantedEdit::Ceiling("1c".into(), Some(Decimal::whole(80))),
        WantedEdit::Ceiling("2a".into(), Some(Decimal::whole(80))),
        WantedEdit::Ceiling("2a".into(), None),
        WantedEdit::Effort("2b".into(), "5".into()),
        WantedEdit::Effort("2c".into(), "lima".into()),
        WantedEdit::Visit("besok lusa".into()),
    ];
    let held = edits.into_iter().fold(decoded.assessment, |held, edit| edited(&held, edit));
    let written = encode(&held, &rubric, &STAMP);
    let (_, read) = taken(&written);
    assert_eq!(read.assessment, held);
    assert_eq!(words(&read.problems), [""; 0]);
    assert!(written.contains("\"locked\": [\n      \"1a\"\n    ]"), "{written}");
    let goal = held.wanted.map(|wanted| wanted.goal(&rubric)).unwrap();
    assert_eq!(goal.target, Some(1));
    assert_eq!((goal.efforts.get("2b"), goal.efforts.get("2c")), (Some(&5), None));
    assert_eq!((goal.ceilings.len(), goal.locked), (1, vec!["1a".into()]));
}

#[test]
fn typing_goes_on_as_one_change_and_choosing_does_not() {
    let typed = |text: &str| Edit::Wanted(WantedEdit::Visit(text.into()));
    assert!(typed("15 D").continues(&typed("15 ")));
    let effort = |id: &str| Edit::Wanted(WantedEdit::Effort(id.into(), "1".into()));
    assert!(effort("1a").continues(&effort("1a")));
    assert!(!effort("1a").continues(&effort("1b")));
    assert!(!effort("1a").continues(&typed("1")));
    let target = Edit::Wanted(WantedEdit::Target("A".into()));
    assert!(!target.continues(&target));
}

#[test]
fn what_is_no_goal_is_kept_in_its_place_and_beside_a_goal_as_unread() {
    for plan in ["7", "[1]", "{\"each\": \"ya\"}", "{\"kinds\": [\"gotong-royong\"]}", "{\"locked\": \"1a\"}"]
    {
        let file = with(plan);
        let (rubric, decoded) = taken(&file);
        assert_eq!(decoded.assessment.wanted, None, "{plan}");
        assert!(words(&decoded.problems).iter().any(|word| word.starts_with("plan")), "{plan}");
        let written = again(&file);
        assert_eq!(again(&written), written);
        let chosen = edited(&decoded.assessment, WantedEdit::By(By::Effort));
        let (_, read) = taken(&encode(&chosen, &rubric, &STAMP));
        let wanted = read.assessment.wanted.unwrap();
        assert_eq!(wanted.by, By::Effort);
        assert_eq!(wanted.kept.len(), 1, "{plan}");
        assert_eq!(&*wanted.kept[0].0, "unread");
    }
}

#[test]
fn words_of_later_versions_are_kept_until_something_else_is_chosen() {
    let file = with("{\"aim\": \"middle\", \"baru\": 1}");
    let (rubric, decoded) = taken(&file);
    assert_eq!(decoded.assessment.wanted.as_ref().map(|wanted| wanted.aim), Some(Aim::Point));
    assert!(again(&file).contains("\"aim\": \"middle\""));
    let chosen = encode(&edited(&decoded.assessment, WantedEdit::Aim(Aim::Low)), &rubric, &STAMP);
    assert!(chosen.contains("\"aim\": \"low\"") && chosen.contains("\"baru\": 1"), "{chosen}");
}

#[test]
fn a_list_longer_than_any_instrument_is_kept_unread() {
    let many: Vec<String> = (0..2_001).map(|at| format!("\"i{at}\": 1")).collect();
    for name in ["ceilings", "efforts"] {
        let (_, decoded) = taken(&with(&format!("{{\"{name}\": {{{}}}}}", many.join(", "))));
        assert_eq!(decoded.assessment.wanted, None);
        assert_eq!(words(&decoded.problems), [format!("plan.{name}: tooMany")]);
    }
}

#[test]
fn a_locked_indicator_is_in_no_plan_and_a_category_of_another_instrument_means_the_next() {
    let rubric = rubric("sakip-2021");
    let (_, decoded) = taken(&text("tests/fixtures/binjai.json"));
    let assessment = decoded.assessment;
    let free = Plan::of(&rubric, &assessment, &Goal::default());
    let (dimension, indicator) = free.changes[0].place;
    let id = rubric.dimensions[dimension].indicators[indicator].id.clone();
    let wanted = Wanted { target: "tinggi".into(), locked: vec![id], ..Wanted::default() };
    let plan = Plan::of(&rubric, &assessment, &wanted.goal(&rubric));
    assert_eq!(plan.target, free.target);
    assert!(plan.changes.iter().all(|change| change.place != free.changes[0].place));
}

#[test]
fn an_effort_is_a_whole_number_however_it_is_written_and_any_other_number_is_named() {
    let file = with("{\"efforts\": {\"1a\": 5.0, \"1b\": 3e0, \"1c\": 0.5e1, \"2a\": \"7\"}}");
    let (rubric, decoded) = taken(&file);
    assert_eq!(words(&decoded.problems), [""; 0]);
    let goal = decoded.assessment.wanted.map(|wanted| wanted.goal(&rubric)).unwrap();
    assert_eq!(
        ["1a", "1b", "1c", "2a"].map(|id| goal.efforts.get(id).copied()),
        [Some(5), Some(3), Some(5), Some(7)]
    );
    assert!(again(&file).contains("\"1b\": 3,"), "{}", again(&file));
    for number in ["0", "-1", "1001", "2.5", "1e9", "0.00001"] {
        let file = with(&format!("{{\"efforts\": {{\"1a\": {number}}}}}"));
        let (rubric, decoded) = taken(&file);
        assert_eq!(words(&decoded.problems), ["plan.efforts.1a: numberOutOfRange"], "{number}");
        let wanted = decoded.assessment.wanted.unwrap();
        assert_eq!(wanted.goal(&rubric).efforts.len(), 0);
        assert!(again(&file).contains(&format!("\"1a\": \"{number}\"")), "kept as typed: {number}");
    }
}

#[test]
fn what_nests_as_deep_as_a_file_may_can_be_saved_beside_a_goal_and_beside_actions() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let within = |depth: usize| format!("{{\"x\": {}}}", deep(depth - 1));
    for depth in [61, 62, 63] {
        let file = with(&deep(depth));
        let (rubric, decoded) = taken(&file);
        let chosen = edited(&decoded.assessment, WantedEdit::By(By::Effort));
        let written = encode(&chosen, &rubric, &STAMP);
        assert_eq!(again(&written), written, "{depth}");
        assert!(written.replace([' ', '\n'], "").contains(&deep(depth)), "nothing of it is lost: {depth}");
        for name in ["actions", "oversight"] {
            let file = file.replacen("\"plan\"", &format!("\"{name}\""), 1).replacen(
                &deep(depth),
                &within(depth),
                1,
            );
            let (rubric, decoded) = taken(&file);
            let mut begun = decoded.assessment;
            begun.actions.push(FollowUp::default());
            begun.oversight.push(Oversight::default());
            let written = encode(&begun, &rubric, &STAMP);
            assert_eq!(again(&written), written, "{name} {depth}");
        }
    }
}

#[test]
fn this_week_takes_only_what_the_instrument_calls_office_work_and_what_is_light() {
    let week = Goal { kinds: vec![StepKind::Administrative, StepKind::Physical], ..Goal::default() };
    let proposed = |made: &Rubric, goal: &Goal| {
        let blank = Assessment::default();
        let plan = Plan::of(made, &blank, &Goal { target: Some(0), ..goal.clone() });
        let waits = |id: &str| {
            plan.blocks.iter().any(|block| {
                made.dimensions[block.place.0].indicators[block.place.1].id.as_ref() == id
                    && block.why == Why::Kind
            })
        };
        made.indicators().map(|(_, own)| own.id.clone()).filter(|id| waits(id)).collect::<Vec<_>>()
    };
    for (name, wait, fit) in [
        (
            "ombudsman-kepatuhan-2023",
            &["PG05", "PG06", "IN07", "PR06", "IN13"][..],
            &["IN01", "PR01", "PR08"][..],
        ),
        ("sakip-2021", &["1c", "2c", "3c", "4c", "4b"], &[]),
        ("pekppp-2023-luring", &["A24", "A27", "A16"], &["A03", "A07"]),
    ] {
        let waiting = proposed(&rubric(name), &week);
        for id in wait {
            assert!(waiting.iter().any(|own| **own == **id), "{name} {id} waits");
        }
        for id in fit {
            assert!(!waiting.iter().any(|own| **own == **id), "{name} {id} fits");
        }
        let mut heavier = week.clone();
        for id in fit {
            heavier.efforts.insert(Text::from(*id), 3);
        }
        let waiting = proposed(&rubric(name), &heavier);
        assert!(
            fit.iter().all(|id| waiting.iter().any(|own| **own == **id)),
            "{name}: what the office calls heavier waits"
        );
    }
    let sakip = rubric("sakip-2021");
    for id in ["1c", "2c", "3c"] {
        assert_eq!(sakip.indicator(id).and_then(|(_, own)| own.step.kind), Some(StepKind::Budget), "{id}");
    }
}
