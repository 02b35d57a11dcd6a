//! Where one is among the questions: kept, and found again when the page is loaded anew.
//!
//! Invariant: only a page of its own leads there by itself; in another site's page nothing takes the eye.

use super::{Desk, OPEN};
use crate::domain::Text;
use crate::domain::scorecard::item::Item;
use crate::state::{Place, Route, State, Work};

/// Setting that remembers where questions were answered last: an assessment, its dimension, and the indicator, if any.
const PLACE: &str = "place";

impl Desk {
    /// Remembers which dimension is shown; where none is named, leads to the one shown last.
    pub(super) fn led(&self, route: Route, state: &State) -> Route {
        let Route::Pengisian(dimension, indicator) = &route else { return route };
        let open = state.work.as_ref().map(|work| work.assessment.kept_under().to_string());
        let Some(id) = open.or_else(|| self.0.drafts.setting(OPEN)) else { return route };
        let last = self.last(&id);
        if !dimension.is_empty() {
            // An address as it is loaded says less than what was answered since.
            let asked = !indicator.is_empty() && state.work.is_some();
            if asked || last.is_none_or(|(last, _)| last != **dimension) {
                self.0.drafts.set_setting(PLACE, &[&*id, "/", dimension, "/", indicator].concat());
            }
            return route;
        }
        let Some((last, _)) = last else { return route };
        let led = Route::Pengisian(last.into(), Text::default());
        self.0.root.replace_hash(&led.hash());
        led
    }

    /// The dimension of an assessment that was shown last, and the indicator asked for or answered last in it, or nothing.
    fn last(&self, id: &str) -> Option<(String, String)> {
        let place = self.0.drafts.setting(PLACE)?;
        let last = place.strip_prefix(id)?.strip_prefix('/')?;
        let (dimension, indicator) = last.split_once('/').unwrap_or((last, ""));
        Some((dimension.to_owned(), indicator.to_owned()))
    }

    /// Remembers the indicator answered last.
    pub(super) fn note_place(&self, work: &Work) {
        let Some(id) = &work.touched else { return };
        let dimension = work.rubric.indicator(id).and_then(|(place, _)| work.rubric.dimensions.get(place));
        if let Some(dimension) = dimension {
            self.0
                .drafts
                .set_setting(PLACE, &[&*work.assessment.kept_under(), "/", &*dimension.id, "/", id].concat());
        }
    }

    /// The question to come back to in a page of its own: the one answered last in that dimension, else the first
    /// one open behind answered ones.
    pub fn come_back(&self, state: &State, dimension: &str) -> Option<Text> {
        let work = state.work.as_ref().filter(|_| matches!(state.place, Place::Page | Place::File))?;
        let place = work.rubric.dimensions.iter().position(|own| *own.id == *dimension)?;
        let own = &work.rubric.dimensions.get(place)?.indicators;
        if let Some((_, last)) =
            self.last(&work.assessment.kept_under()).filter(|(last, _)| last == dimension)
            && let Some(indicator) = own.iter().find(|own| *own.id == *last)
        {
            return Some(indicator.id.clone());
        }
        let open = own.iter().enumerate().position(|(at, indicator)| {
            let scale = work.rubric.scale_at(place, at).filter(|_| indicator.is_scored());
            scale.is_some_and(|scale| !Item::of(&work.rubric, indicator, scale, &work.assessment).answered)
        });
        open.filter(|at| *at > 0).and_then(|at| own.get(at)).map(|indicator| indicator.id.clone())
    }
}
