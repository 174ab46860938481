//! What lies on the globe, as written: positions, and the `[globe]` table of `briefing.toml`.

use super::compile::Compiler;
use super::reader::{Context, Fields, Readable, Record, Shape, Spot};
use super::records::records;
use super::values::Text;
use crate::model::{Coordinates, Globe, MapName};
use toml::Spanned;
use toml::de::DeValue;

records! {
    /// A city or other place of a stop.
    PlaceFile {
        /// Its name.
        name: Spot<Text> = |f| f.required("name", "the name of the place");
        /// Where it is.
        position: Option<Spot<Coordinates>> = |f| Some(f.optional("position", "where it is: [139.69, 35.69]; without it the place is not on the globe"));
    }

    /// A name on the globe.
    MapNameFile {
        /// The name.
        name: Spot<Text> = |f| f.required("name", "the name, of which nobody disputes that it is one");
        /// Its middle.
        position: Spot<Coordinates> = |f| f.required("position", "the middle of the name");
        /// What it names.
        sea: bool = |f| Some(f.optional("sea", "true for the name of a sea").is_some_and(|sea| sea.value));
    }

    /// `globe` in `briefing.toml`.
    GlobeFile {
        /// The middle.
        centre: Spot<Coordinates> = |f| f.required("centre", "what stands in its middle: [longitude, latitude]");
        /// Where the readout stands.
        readout: Spot<Coordinates> = |f| f.required("readout", "the upper left corner of the readout, on the sea");
        /// Below it.
        caption: Spot<Text> = |f| f.required("caption", "what it shows and does not show, and where the data come from");
        /// Names.
        names: Vec<Spot<MapNameFile>> = |f| Some(f.list("names", "what is written on it: [{ name.en = \"…\", position = [0, 0], sea = true }]"));
    }
}

const HINT: &str = "write longitude and latitude in degrees, as in [139.69, 35.69]; west and south are negative";

impl Readable for Coordinates {
    fn shape() -> Shape {
        Shape::Coordinates
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let numbers: Option<Vec<f64>> = match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|number| degrees(number.get_ref())).collect(),
            _ => None,
        };
        let Some(&[longitude, latitude]) = numbers.as_deref() else {
            context.report(value.span(), "expected a list of two numbers", HINT);
            return None;
        };
        for (name, degrees, limit) in [("longitude", longitude, 180.0), ("latitude", latitude, 90.0)] {
            // Written so that what is not a number is refused too.
            if !(-limit..=limit).contains(&degrees) {
                context.report(value.span(), format!("no {name} is {degrees}: it goes from -{limit} to {limit}"), HINT);
                return None;
            }
        }
        Some(Self { longitude, latitude })
    }
}

fn degrees(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => i32::from_str_radix(number.as_str(), number.radix()).ok().map(f64::from),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

impl Compiler<'_> {
    pub(super) fn globe(&self, globe: &GlobeFile) -> Option<Globe> {
        let name = |name: &Spot<MapNameFile>| {
            let MapNameFile { name, position, sea } = &name.value;
            Some(MapName { name: self.text(name)?, position: position.value, sea: *sea })
        };
        Some(Globe {
            centre: globe.centre.value,
            readout: globe.readout.value,
            caption: self.text(&globe.caption)?,
            names: globe.names.iter().map(name).collect::<Option<_>>()?,
        })
    }
}
