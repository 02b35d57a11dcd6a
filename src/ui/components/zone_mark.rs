//! The shape of a zone: circle, triangle, square.
//!
//! Invariant: a mark never stands without the word beside it.

use yew::prelude::*;

use crate::domain::zone::Zone;
use crate::ui::markup::html;

/// The shape alone; the word stands beside it.
pub fn zone_mark(zone: Zone) -> Html {
    html! {
        <svg class="zone-mark" key={zone.word()} data-zone={zone.word()} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            { shape(zone) }
        </svg>
    }
}

/// The drawing inside a box of 16 by 16.
pub fn shape(zone: Zone) -> Html {
    match zone {
        Zone::Hijau => html! { <circle cx="8" cy="8" r="6.5" /> },
        Zone::Kuning => html! { <path d="M8 1.5 15 14.5H1z" /> },
        Zone::Merah => html! { <path d="M2 2h12v12H2z" /> },
    }
}
