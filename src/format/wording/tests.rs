use super::*;

#[test]
fn a_newer_format_is_refused_in_these_words() {
    let problem = Problem::new("formatVersion", Kind::NewerFormat("2.0".to_owned()));
    assert_eq!(
        sentence(&problem),
        "Berkas ini dibuat dengan format 2.0; aplikasi ini membaca sampai 1.x. Minta pengirim menyimpan ulang, \
         atau perbarui aplikasi."
    );
}

#[test]
fn every_kind_has_a_sentence_of_its_own() {
    let s = || "X".to_owned();
    let kinds = [
        Kind::TooLarge(1024 * 1024),
        Kind::Unreadable(s()),
        Kind::NotUtf8,
        Kind::Empty,
        Kind::NotJson(1, 2),
        Kind::TrailingData,
        Kind::TooDeep(64),
        Kind::DuplicateKey(s()),
        Kind::WrongType("text"),
        Kind::Missing("id"),
        Kind::NumberOutOfRange,
        Kind::NumberTooPrecise(4),
        Kind::WrongFormat(s()),
        Kind::NewerFormat(s()),
        Kind::UnknownRubric(s()),
        Kind::ShippedRubric(s()),
        Kind::NotFillable(s()),
        Kind::OutsideScale(s()),
        Kind::UnknownWord(s()),
        Kind::TooLong(500),
        Kind::TooMany(50),
        Kind::UnknownIndicator(s()),
        Kind::UnknownSample(s()),
        Kind::UnknownCriterion(s()),
        Kind::UnknownMember(s()),
        Kind::NotApplicableRefused,
        Kind::SeveralFiles,
        Kind::Share(s()),
        Kind::OtherAssessment(s()),
        Kind::OtherRubric(s()),
        Kind::ResultDiffers(s(), s()),
        Kind::WrongDigest,
        Kind::OwnRubric,
        Kind::OwnWeights,
        Kind::OtherRubricVersion(s(), s()),
        Kind::OtherRubricDigest,
        Kind::HiddenCharacters,
        Kind::NewerMinor(s()),
        Kind::SumNotHundred(s()),
        Kind::BoundsCannotHold,
        Kind::WeightNotPositive,
        Kind::UnknownReference(s()),
        Kind::DuplicateId(s()),
        Kind::BadId(s()),
        Kind::CategoriesOverlap,
        Kind::CategoriesGap,
        Kind::ZonesFall,
        Kind::ZonesIncomplete,
        Kind::LevelsDoNotRise,
        Kind::LevelsMismatch,
        Kind::MaximumNotPositive,
        Kind::NothingToFill,
    ];
    let mut seen = std::collections::BTreeSet::new();
    for kind in kinds {
        let code = kind.code();
        let sentence = sentence(&Problem::new("a.b", kind));
        assert!(!sentence.starts_with("Ada yang perlu diperiksa"), "{code}");
        assert!(sentence.ends_with('.') && sentence.len() > 30, "{sentence}");
        for word in ["error", "invalid", "submit", "Kosong", "  "] {
            assert!(!sentence.contains(word), "{sentence}");
        }
        assert!(seen.insert(sentence), "{code}");
    }
}
