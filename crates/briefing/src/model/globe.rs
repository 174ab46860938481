//! The globe beside the timeline: which half of the Earth it shows, and what is written on it.

/// A place on the Earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// East of Greenwich; negative to the west of it. From −180 to 180.
    pub longitude: f64,
    /// North of the equator; negative to the south of it. From −90 to 90.
    pub latitude: f64,
}

/// The drawing, as the content wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Globe {
    /// What stands in its middle.
    pub centre: Coordinates,
    /// The upper left corner of the readout, somewhere on the sea.
    pub readout: Coordinates,
    /// What the drawing shows and what it does not, and where the data come from.
    pub caption: String,
    /// What is written on it beside the stops.
    pub names: Vec<MapName>,
}

/// The name of a sea or a land on the globe.
#[derive(Clone, Debug, PartialEq)]
pub struct MapName {
    /// The name.
    pub name: String,
    /// The middle of the name.
    pub position: Coordinates,
    /// It names a sea, which is set more quietly than a land.
    pub sea: bool,
}
