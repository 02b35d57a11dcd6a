//! The member names of rubric files, object by object.
//!
//! Invariant: reading and the JSON Schema know exactly these names.

macro_rules! members {
    ($($(#[$doc:meta])* $name:ident $def:literal [$($member:literal)+];)+) => {
        $($(#[$doc])* pub const $name: &[&str] = &[$($member),+];)+

        /// Every kind of object by its name in the schema; the file itself first.
        pub const ALL: &[(&str, &[&str])] = &[$(($def, $name)),+];
    };
}

members! {
    /// The file.
    ROOT "" [
        "$schema" "format" "formatVersion" "id" "version" "name" "shortName" "issuer" "years" "legalBasis"
        "status" "fillable" "use" "known" "unknown" "limits" "terms" "sources" "result" "rounding" "pemda"
        "categories" "subtotals" "panels" "modes" "maps" "scales" "dimensions"
    ];
    /// Years it holds for.
    YEARS "years" ["from" "to"];
    /// Column labels.
    TERMS "terms" ["dimension" "indicator" "category" "own" "verified" "official"];
    /// A public source.
    SOURCE "source" ["id" "title" "address" "note"];
    /// The result scale.
    RESULT "result" ["maximum" "basis" "sources"];
    /// How results are rounded.
    ROUNDING "rounding" ["decimals" "rule" "basis" "sources"];
    /// From units to a local government.
    PEMDA "pemda" ["rule" "reason" "basis" "sources"];
    /// The bands.
    CATEGORIES "categories" ["comparison" "basis" "sources" "items"];
    /// One band.
    CATEGORY "category" ["id" "bound" "zone" "names" "meaning" "basis"];
    /// Its names.
    NAMES "names" ["unit" "pemda"];
    /// A figure of its own.
    SUBTOTAL "subtotal" ["id" "name" "dimensions"];
    /// Products or persons.
    PANEL "panel" ["id" "kind" "name" "count" "basis" "sources"];
    /// A way of counting.
    MODE "mode" ["id" "name" "basis" "values" "sources"];
    /// What criteria count.
    VALUES "values" ["yes" "partly" "no"];
    /// Another edition.
    MAP "map" ["rubric" "note" "basis" "sources" "indicators"];
    /// A scale.
    SCALE "scale" ["id" "kind" "levels" "minimum" "maximum" "unit" "basis" "sources"];
    /// A step of a scale.
    SCALE_LEVEL "scaleLevel" ["value" "code" "text" "upTo"];
    /// A weighted part.
    DIMENSION "dimension" ["id" "name" "weight" "indicators"];
    /// A weight.
    WEIGHT "weight" ["value" "basis" "bounds" "sources"];
    /// A question.
    INDICATOR "indicator" [
        "id" "name" "variable" "weight" "scale" "question" "hint" "why" "assessed" "levels" "levelsBasis"
        "evidence" "criteria" "notApplicable" "panel" "assumed" "scored" "level" "appliesTo" "basis" "note"
        "step" "components" "walk" "notAbove"
    ];
    /// What it takes to raise an answer.
    STEP "step" ["kind" "effort" "paperOnly" "gain"];
    /// Parts to be named or found.
    COMPONENTS "components" ["items" "least"];
    /// What seeing it published points to.
    WALK "walk" ["flawed" "one" "both"];
    /// The wording of a level.
    LEVEL "level" ["value" "text"];
    /// A question of a checklist.
    CRITERION "criterion" ["id" "text" "evidence" "basis"];
}
