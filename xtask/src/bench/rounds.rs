//! The order of measuring: side by side, never one after the other.

use crate::error::Result;

/// Measures every side once in each round. The order moves on with the rounds, so that no side is
/// always the first or the last, and what slows the machine for a while slows all sides alike. A visit
/// that the browser loses says nothing of the page, so it is made once more.
pub(super) fn interleave<S, T, const N: usize>(
    rounds: usize,
    sides: &[S; N],
    mut measure: impl FnMut(&S) -> Result<T>,
) -> Result<[Vec<T>; N]> {
    let mut taken: [Vec<T>; N] = std::array::from_fn(|_| Vec::with_capacity(rounds));
    for round in 0..rounds {
        let mut order: Vec<(&S, &mut Vec<T>)> = sides.iter().zip(&mut taken).collect();
        order.rotate_left(round % N.max(1));
        for (side, values) in order {
            let value = measure(side).or_else(|failure| {
                eprintln!("once more, for {failure}");
                measure(side)
            });
            values.push(value?);
        }
    }
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_take_turns_and_keep_their_values() {
        let mut order = String::new();
        let taken = interleave(4, &['a', 'b', 'c'], |side| {
            order.push(*side);
            Ok(*side)
        });
        assert_eq!(order, "abcbcacababc");
        assert_eq!(taken.unwrap(), [vec!['a'; 4], vec!['b'; 4], vec!['c'; 4]]);
    }
}
