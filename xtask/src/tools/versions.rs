//! The version of every tool that the commands fetch. This is the only place that names them.

/// Builds the engine: runs Cargo, wasm-bindgen and wasm-opt, and hashes the file names.
pub(crate) const TRUNK: &str = "0.21.14";

/// Must be the version of the `wasm-bindgen` library in Cargo.lock; [`super::check_pin`] compares.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// The npm package that carries `wasm-opt`.
pub(crate) const BINARYEN: &str = "132.0.0";

/// What Trunk calls the `wasm-opt` of [`BINARYEN`].
pub(crate) const WASM_OPT: &str = "version_132";

/// The npm package that shortens the engine's script, which wasm-bindgen writes for people to read.
pub(crate) const ESBUILD: &str = "0.28.2";

/// The npm package with the font of the page.
pub(crate) const SOURCE_SERIF: &str = "5.3.1";

/// The npm package with the other font of still pictures.
pub(crate) const SOURCE_SANS: &str = "5.3.1";

/// The npm packages with the fonts of still pictures in Japanese.
pub(crate) const NOTO_JP: &str = "5.3.0";

/// The npm package with which the browser tests look for accessibility faults.
pub(crate) const AXE: &str = "4.14.1";

/// The npm package that scores the built page; the newest that runs on Node 20.
pub(crate) const LIGHTHOUSE: &str = "12.8.2";

/// The npm package with which a browser makes PowerPoint files.
pub(crate) const PPTXGENJS: &str = "4.0.1";

/// The npm package with the land of the globe (Natural Earth, 1:50 million).
pub(crate) const WORLD_ATLAS: &str = "2.0.2";

/// Checks the licences and origins of the dependencies.
pub(crate) const CARGO_DENY: &str = "0.20.2";

/// Through which the browser tests talk to Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";

/// The npm packages with the fonts that browsers see in tests.
pub(crate) const ARIMO: &str = "0.4.3";
pub(crate) const TINOS: &str = "0.4.2";
pub(crate) const DEJAVU: &str = "2.37.3";
pub(crate) const NOTO_JP_TTF: &str = "0.4.3";
