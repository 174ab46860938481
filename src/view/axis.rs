//! The time axis of the next steps: its lines, its names, the marks on it, and what they mean. All
//! of it is decoration, since the words beside it say the same.

use super::day::{NOW, percent};
use briefing::layout::agenda::{Agenda, Span};
use briefing::layout::axis::{Axis, Tick};
use briefing::layout::labels;
use briefing::model::{Briefing, Due, Event, Strings, fill};
use leptos::prelude::*;

/// The lines behind the marks, once for all rows, and the signs that marks are put together from.
pub fn grid(axis: &Axis) -> AnyView {
    let lines = axis.ticks().into_iter().map(|tick| {
        let x = percent(tick.place);
        view! { <line class="agenda-tick" x1=x.clone() x2=x y2="100%" /> }
    });
    let wave = axis.break_place().map(|place| {
        view! {
            <svg overflow="visible" x=percent(place)>
                <rect x="-7" width="14" height="100%" fill="url(#agenda-wave)" />
            </svg>
        }
    });
    view! {
        <svg class="grid" aria-hidden="true">
            <pattern id="agenda-wave" x="-7" width="14" height="24" patternUnits="userSpaceOnUse">
                <path d="M3.5 0c4 4 4 8 0 12s-4 8 0 12M10.5 0c4 4 4 8 0 12s-4 8 0 12" />
            </pattern>
            <linearGradient id="agenda-fading">
                <stop offset=".25" stop-color="#fff" />
                <stop offset=".7" />
            </linearGradient>
            <mask id="agenda-fade" maskContentUnits="objectBoundingBox">
                <rect width="1" height="1" fill="url(#agenda-fading)" />
            </mask>
            <defs>
            <path id="agenda-flag" class="agenda-flag" d="M-3-11h3v22h-3zM-15-11h12v9h-12z" />
            <path id="agenda-arrow" class="agenda-arrow" d="M-8-5l6 5-6 5" />
            </defs>
            <g id="agenda-grid">
                {lines.collect_view()} {wave} <svg id=NOW class="agenda-now" overflow="visible" x="-9999">
                    <line y2="100%" />
                </svg>
            </g>
        </svg>
    }
    .into_any()
}

/// The names of months and years. In little room the stylesheet shows each third month.
pub fn scale(axis: &Axis, strings: &'static Strings) -> AnyView {
    let mut year = None;
    let mut texts = Vec::new();
    for Tick { place, middle, year: of, month } in axis.ticks() {
        if year.replace(of) != Some(of) {
            texts.push(view! { <text class="year" x=percent(place)>{of}</text> }.into_any());
        }
        let month = month.and_then(|month| Some((month, strings.months_short.get(usize::from(month) - 1)?)));
        if let Some((month, name)) = month {
            texts.push(
                view! {
                    <text class:minor=month % 3 != 0 x=percent(middle) y="20">
                        {name.as_str()}
                    </text>
                }
                .into_any(),
            );
        }
    }
    view! {
        <svg class="scale" aria-hidden="true">
            <svg y="14">{texts}</svg>
        </svg>
    }
    .into_any()
}

/// The mark of a step: a dotted line without a date, else a bar, with a flag at a latest date.
pub fn drawn(event: &Event, span: Option<Span>, agenda: &Agenda) -> AnyView {
    let origin = percent(agenda.origin_place);
    let Some(Span { from, to }) = span else {
        return view! {
            <line class="dots" x1=origin.clone() x2="99%" />
            <use href="#agenda-arrow" x="100%" />
            <circle cx=origin r="4" />
        }
        .into_any();
    };
    let (x, end, width) = (percent(from), percent(to), percent(to.saturating_sub(from)));
    let bar = match event.due {
        Some(Due::Within) => {
            let sooner = event.sooner.as_ref().map(|_| {
                view! { <rect class="sooner" x=x.clone() y="-5" width=width.clone() height="10" mask="url(#agenda-fade)" /> }
            });
            view! {
                {sooner}
                <rect class="span" x=x y="-4" width=width height="8" />
            }
            .into_any()
        }
        Some(Due::By) | None => view! { <line class="bar" x1=x x2=end.clone() /> }.into_any(),
    };
    let flag = event.due.map(|_| view! { <use href="#agenda-flag" x=end /> });
    let dot = (from == agenda.origin_place).then(|| view! { <circle cx=origin r="4" /> });
    view! {
        {bar}
        {flag}
        {dot}
    }
    .into_any()
}

/// What the marks mean, each beside its name.
pub fn key(agenda: &Agenda, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let origin = fill(strings.key_origin(), &[("date", &labels::day(agenda.origin, strings))]);
    let items = [
        (view! { <circle cx="14" r="4" /> }.into_any(), origin),
        (view! { <line class="bar" x1="0" x2="28" /> }.into_any(), strings.key_bar().to_owned()),
        (
            view! { <rect class="span" x="1" y="-4" width="26" height="8" /> }.into_any(),
            strings.key_within().to_owned(),
        ),
        (
            view! { <rect class="sooner" y="-5" width="28" height="10" mask="url(#agenda-fade)" /> }.into_any(),
            strings.key_sooner().to_owned(),
        ),
        (view! { <use href="#agenda-flag" x="20" /> }.into_any(), strings.key_flag().to_owned()),
        (
            view! {
                <line class="dots" x1="0" x2="26" />
                <use href="#agenda-arrow" x="28" />
            }
            .into_any(),
            strings.key_open().to_owned(),
        ),
        (view! { <path class="agenda-now" d="M14-11v22" /> }.into_any(), strings.key_today().to_owned()),
    ];
    let items = items.map(|(sign, name)| {
        view! {
            <li>
                <svg viewBox="0 -11 28 22" aria-hidden="true">
                    {sign}
                </svg>
                {name}
            </li>
        }
    });
    view! { <ul class="key">{items.into_iter().collect_view()}</ul> }.into_any()
}
