//! Where the page stands, and what it is used for.
//!
//! Invariant: a page inside another site is for practice unless that site says otherwise.

/// Where the page stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// By itself.
    #[default]
    Page,
    /// In a frame of another site.
    Frame,
    /// As an element of a site that keeps the files itself.
    Element,
    /// One file, opened from the device.
    File,
}

/// What the page is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// An office's own assessment.
    #[default]
    Office,
    /// Trying it out: no office is named, and no result sheet is made.
    Practice,
}

impl Place {
    /// The place with this name; a page of its own where there is none such.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "frame" => Self::Frame,
            "element" => Self::Element,
            "file" => Self::File,
            _ => Self::Page,
        }
    }

    /// The use with this name; where there is none such, what this place is for.
    #[must_use]
    pub fn mode(self, name: &str) -> Mode {
        match (name, self) {
            ("latihan", _) => Mode::Practice,
            ("kantor", _) | (_, Self::Page | Self::File) => Mode::Office,
            (_, Self::Frame | Self::Element) => Mode::Practice,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_other_sites_it_is_practice_unless_the_site_says_otherwise() {
        for (place, own) in [
            ("", Mode::Office),
            ("file", Mode::Office),
            ("frame", Mode::Practice),
            ("element", Mode::Practice),
        ] {
            let place = Place::named(place);
            assert_eq!(place.mode(""), own, "{place:?}");
            assert_eq!(place.mode("KANTOR"), own, "{place:?}");
            assert_eq!(place.mode("latihan"), Mode::Practice, "{place:?}");
            assert_eq!(place.mode("kantor"), Mode::Office, "{place:?}");
        }
    }
}
