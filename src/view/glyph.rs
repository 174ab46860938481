//! Small signs: pillar shapes, status squares, the signs of buttons.

use briefing::model::{Pillar, Status};
use leptos::prelude::*;

/// The shape of a pillar; a bar for what spans all of them.
///
/// It is decoration: the name always stands beside it.
pub fn pillar(pillar: &'static Pillar) -> impl IntoView + use<> {
    let shape = pillar.shape.as_deref().unwrap_or("M1 8h22v8H1z");
    let cut = pillar.cut.as_deref().unwrap_or_default();
    view! {
        <svg class="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path class="body" d=shape />
            <path class="cut" d=cut />
        </svg>
    }
}

/// The square of a status, filled from the bottom by how firm it is; the word stands beside it.
pub fn status(status: Status) -> impl IntoView + use<> {
    let fill = status.fill();
    let dashed = status == Status::Discussed;
    let tick = (status == Status::InForce).then_some("M25 52l19 19 34-39");
    view! {
        <svg class="square" class:dashed=dashed viewBox="0 0 100 100" aria-hidden="true">
            <rect class="edge" x="6" y="6" width="88" height="88" />
            <rect y=100 - fill width="100" height=fill />
            <path class="tick" d=tick />
        </svg>
    }
}

/// A sign made of one stroked path on a 16 × 16 grid.
pub fn sign(path: &'static str) -> impl IntoView + use<> {
    view! {
        <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
}

/// Two links of a chain.
pub const LINK: &str = "M6.5 9.5l3-3M7 4.5l1.6-1.6a2.6 2.6 0 0 1 3.7 3.7L10.700 8.200M9 11.500l-1.600 1.600a2.600 2.600 0 0 1-3.700-3.700L5.300 7.800";
/// A cross.
pub const CROSS: &str = "M3.5 3.5l9 9M12.500 3.500l-9 9";
/// A magnifying glass.
pub const GLASS: &str =
    "M10.500 10.500L14 14M11.500 7a4.500 4.500 0 1 1-9 0 4.500 4.500 0 0 1 9 0z";
/// Lines that get shorter.
pub const FUNNEL: &str = "M2 4h12M4 8h8M6 12h4";
