//! Damages to a content tree, the same for the same seed.

use briefing::load::tree::{RawFile, Tree};

/// What stands where a value stood: numbers at the edges of types, dates at the edges of calendars.
const VALUES: [&str; 43] = [
    "-1",
    "0",
    "1",
    "99",
    "100",
    "65535",
    "65536",
    "99999999999999999999999",
    "0xffff",
    "0b1",
    "1_000",
    "-0.0",
    "1e-320",
    "1e400",
    "nan",
    "inf",
    "-180",
    "180",
    "90.0000001",
    "true",
    "false",
    "[]",
    "{}",
    "[[]]",
    "\"\"",
    "2031-05-03",
    "2031-05-03T00:00:00Z",
    "\"0000-01-01\"",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "\"9999\"",
    "\"0001/9999\"",
    "\"0001-01-01/9999-12-31\"",
    "\"9999-12-30/9999-12-31\"",
    "\"2031-02-29\"",
    "\"2032-02-29\"",
    "\"2031-05-03/2031-05-03\"",
    "\"AA:0\"",
    "\"AA:65535\"",
    "\"AA:65536\"",
    "[\"AA:1\", \"AA:1\"]",
    "\"bridge-plan\"",
    "\"stated\"",
];

/// What stands where a text stood: much that is something else to whoever writes it down carelessly.
const TEXTS: [&str; 6] = [
    "'''=1+1 </script> ]]> & \" ' ` ${x} {count} \\'''",
    "\"\\u202E\\u0000\"",
    "\"a\u{301}\u{300}\u{302}\u{303}\"",
    "\"שלום \u{202b}العربية\u{202c}\"",
    "\"👩‍👩‍👧𠮷日本語のとても長い題名です\"",
    "\"\u{2028}\u{ad}\u{200b}\u{feff}x\"",
];

/// What is put between two bytes.
const BYTES: [&[u8]; 10] =
    [b"\0", b"\xff", b"\xed\xa0\x80", b"\r", b"\n", b"\"", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"]", b"'''"];

/// Names that files get.
const NAMES: [&str; 8] = [
    "events/a.toml",
    "terms/Signing.toml",
    "locales/fr.toml",
    "commitments/.toml",
    "fingerprints.toml",
    "x/y.toml",
    "events/2031/x.toml",
    "sources/é 日本.toml",
];

/// Pseudo-random numbers (SplitMix64, Steele and others 2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if there is none.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.below(from.len())]
    }
}

/// Damages a tree in one place or two.
pub(crate) fn damage(tree: &mut Tree, random: &mut Random) {
    for _ in 0..=random.below(2) {
        one(tree, random);
    }
    tree.files.sort_by(|a, b| a.path.cmp(&b.path));
    // No folder has two files of one name.
    tree.files.dedup_by(|a, b| a.path == b.path);
}

fn one(tree: &mut Tree, random: &mut Random) {
    if tree.files.is_empty() {
        return;
    }
    let at = random.below(tree.files.len());
    let other = random.below(tree.files.len());
    let kind = random.below(20);
    match kind {
        0 => drop(tree.files.remove(at)),
        1 => tree.files[at].path = random.pick(&NAMES).to_owned(),
        2 => {
            let copy = RawFile { path: random.pick(&NAMES).to_owned(), ..tree.files[at].clone() };
            tree.files.push(copy);
        }
        3 => tree.files[at].bytes = tree.files[other].bytes.clone(),
        4 => {
            let path = tree.files[at].path.clone();
            tree.files[at].path = path.replace(".toml", "-2.toml");
        }
        _ => {
            let theirs = lines(&tree.files[other].bytes);
            within(&mut tree.files[at].bytes, kind, &theirs, random);
        }
    }
}

/// Damages what a file holds. `theirs` are the lines of another one.
fn within(bytes: &mut Vec<u8>, kind: usize, theirs: &[Vec<u8>], random: &mut Random) {
    let place = random.below(bytes.len());
    match kind {
        5 if !bytes.is_empty() => bytes[place] ^= 1 << random.below(8),
        6 => bytes.truncate(place),
        7 => drop(bytes.splice(place..place, random.pick(&BYTES).iter().copied())),
        _ => {
            let mut lines = lines(bytes);
            let (line, second) = (random.below(lines.len()), random.below(lines.len()));
            if lines.is_empty() {
                return;
            }
            match kind {
                8 => drop(lines.remove(line)),
                9 => lines.insert(second, lines[line].clone()),
                10 => lines.swap(line, second),
                11 if !theirs.is_empty() => lines.insert(line, theirs[random.below(theirs.len())].clone()),
                12 => {
                    let mut joined = value(&lines[second]).to_vec();
                    joined.push(b'\n');
                    put(&mut lines[line], &joined);
                }
                13 => {
                    // Long enough for pictures and slides to cut it, short enough to be a line.
                    let words = format!("\"{}\"\n", random.pick(&["long words ", "長い", "longword"]).repeat(300));
                    put(&mut lines[line], words.as_bytes());
                }
                14 | 15 => put(&mut lines[line], format!("{}\n", random.pick(&VALUES)).as_bytes()),
                _ => {
                    let texts = lines.iter_mut().filter(|line| line.windows(6).any(|part| part == b".en = "));
                    let mut texts: Vec<_> = texts.collect();
                    let at = random.below(texts.len());
                    if let Some(line) = texts.get_mut(at) {
                        put(line, format!("{}\n", random.pick(&TEXTS)).as_bytes());
                    }
                }
            }
            *bytes = lines.concat();
        }
    }
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

/// What stands behind the sign of equality.
fn value(line: &[u8]) -> &[u8] {
    let at = line.iter().position(|byte| *byte == b'=').map_or(0, |at| at + 1);
    line[at..].trim_ascii()
}

fn put(line: &mut Vec<u8>, value: &[u8]) {
    if let Some(at) = line.iter().position(|byte| *byte == b'=') {
        line.truncate(at + 1);
        line.extend_from_slice(value);
    }
}
