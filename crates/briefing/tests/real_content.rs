//! The real content compiles, and says what the page promises.

use briefing::load::compile_dir;
use std::path::Path;

#[test]
fn the_real_content_has_no_errors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    match compile_dir(&folder) {
        Ok(briefings) => assert_eq!(briefings.first().map(|b| b.catalogue.language.as_str()), Some("en")),
        Err(report) => panic!("{}", report.render(false)),
    }
}
