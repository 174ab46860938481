//! Dates and stops to places on a scale; no pixels from the browser.

pub mod agenda;
pub mod axis;
pub mod deadlines;
pub mod diagram;
pub mod globe;
pub mod labels;
pub mod placing;
pub mod sphere;
pub mod timeline;
