//! The route: the globe and the stops on one side, the timeline on the other.

use super::{globe, stops, timeline};
use briefing::layout::timeline::Timeline;
use briefing::model::Briefing;
use leptos::prelude::*;

/// The section. `land` is the picture that the globe is drawn on; without it there is no globe.
pub fn route(briefing: &'static Briefing, land: Option<&str>) -> AnyView {
    let heading = &briefing.site.sections.route;
    let laid_out = Timeline::new(briefing);
    view! {
        <section class="route wide" id="route" aria-labelledby="route-title">
            <div class="lead">
                <h2 id="route-title">{heading.title.as_str()}</h2>
                {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
                <div class="map">{globe::globe(briefing, &laid_out, land, None)} {stops::stops(briefing, &laid_out)}</div>
            </div>
            <span class="line" aria-hidden="true"></span>
            {timeline::timeline(briefing, &laid_out, false)}
        </section>
    }
    .into_any()
}

/// The route where it stands alone, outside of its section: the globe, or the stops
/// where there is none, and the timeline in short.
pub fn alone(briefing: &'static Briefing, land: Option<&str>) -> AnyView {
    let laid_out = Timeline::new(briefing);
    let map = globe::globe(briefing, &laid_out, land, None).unwrap_or_else(|| stops::stops(briefing, &laid_out));
    view! {
        <div class="journey">
            <div class="map">{map}</div>
            {timeline::timeline(briefing, &laid_out, true)}
        </div>
    }
    .into_any()
}
