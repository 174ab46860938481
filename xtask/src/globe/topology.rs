//! TopoJSON to rings of positions: as much of the format as a land mass needs.
//!
//! Arcs are lists of differences between whole numbers, which a scale turns into degrees; a ring
//! names its arcs, and `-1 - n` means arc `n` backwards.

use briefing::model::Coordinates;
use serde_json::Value;

/// A closed line around land, or around a hole in it.
pub(super) type Ring = Vec<Coordinates>;

/// The rings of the object called `land`.
///
/// # Errors
/// A sentence on what is not as the format has it.
pub(super) fn rings(text: &str) -> Result<Vec<Ring>, String> {
    let file: Value = serde_json::from_str(text).map_err(|error| format!("the land is not JSON: {error}"))?;
    let odd = || "the land is not the TopoJSON that this command knows".to_owned();
    let pair = |name: &str| numbers(file.pointer(name)?);
    let scale = pair("/transform/scale").ok_or_else(odd)?;
    let translate = pair("/transform/translate").ok_or_else(odd)?;
    let arcs = file.get("arcs").and_then(Value::as_array).ok_or_else(odd)?;
    let arcs: Vec<Ring> =
        arcs.iter().map(|arc| positions(arc, scale, translate)).collect::<Option<_>>().ok_or_else(odd)?;
    let mut rings = Vec::new();
    collect(file.pointer("/objects/land").ok_or_else(odd)?, &arcs, &mut rings).ok_or_else(odd)?;
    if rings.is_empty() { Err(odd()) } else { Ok(rings) }
}

fn numbers(value: &Value) -> Option<(f64, f64)> {
    match value.as_array()?.as_slice() {
        [x, y] => Some((x.as_f64()?, y.as_f64()?)),
        _ => None,
    }
}

fn positions(arc: &Value, scale: (f64, f64), translate: (f64, f64)) -> Option<Ring> {
    let (mut x, mut y) = (0.0, 0.0);
    let position = |step: &Value| {
        let (dx, dy) = numbers(step)?;
        x += dx;
        y += dy;
        Some(Coordinates { longitude: x * scale.0 + translate.0, latitude: y * scale.1 + translate.1 })
    };
    arc.as_array()?.iter().map(position).collect()
}

/// Walks down to the rings, whatever the geometry is.
fn collect(geometry: &Value, arcs: &[Ring], rings: &mut Vec<Ring>) -> Option<()> {
    if let Some(parts) = geometry.get("geometries") {
        return parts.as_array()?.iter().try_for_each(|part| collect(part, arcs, rings));
    }
    let parts = geometry.get("arcs")?;
    let polygons = match geometry.get("type")?.as_str()? {
        "Polygon" => vec![parts],
        "MultiPolygon" => parts.as_array()?.iter().collect(),
        _ => return None,
    };
    for polygon in polygons {
        for part in polygon.as_array()? {
            rings.push(ring(part, arcs)?);
        }
    }
    Some(())
}

fn ring(part: &Value, arcs: &[Ring]) -> Option<Ring> {
    let mut ring = Ring::new();
    for number in part.as_array()? {
        let number = number.as_i64()?;
        let forwards = number >= 0;
        let arc = arcs.get(usize::try_from(if forwards { number } else { !number }).ok()?)?;
        // The first position of an arc is the last one of the arc before.
        ring.pop();
        if forwards { ring.extend(arc) } else { ring.extend(arc.iter().rev()) }
    }
    Some(ring)
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn arcs_are_put_together_forwards_and_backwards() {
        let text = r#"{"transform": {"scale": [0.5, 2], "translate": [10, -10]},
            "arcs": [[[0, 0], [2, 0], [0, 1]], [[0, 0], [0, 1], [2, 0]]],
            "objects": {"land": {"type": "GeometryCollection", "geometries": [
                {"type": "MultiPolygon", "arcs": [[[0, -2]]]}]}}}"#;
        let found = rings(text).unwrap();
        let corners: Vec<_> = found[0].iter().map(|p| (p.longitude, p.latitude)).collect();
        assert_eq!(corners, [(10.0, -10.0), (11.0, -10.0), (11.0, -8.0), (10.0, -8.0), (10.0, -10.0)]);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "{}", r#"{"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [], "objects": {}}"#] {
            assert!(rings(text).is_err(), "{text}");
        }
    }
}
