//! Lighthouse, as on a phone, on the built page.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde::Deserialize;

use super::Bench;
use super::sample::{Row, Sample, Verdict, print};
use crate::error::{Error, Result};
use crate::process;
use crate::project;
use crate::tools;

/// A run takes half a minute, so there are fewer than rounds of the other measurements.
const MOST_RUNS: usize = 5;

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage";

/// What of a report matters here.
#[derive(Deserialize)]
struct Report {
    categories: BTreeMap<String, Category>,
    audits: BTreeMap<String, Audit>,
}

#[derive(Deserialize)]
struct Category {
    score: Option<f64>,
    #[serde(rename = "auditRefs")]
    audits: Vec<Reference>,
}

#[derive(Deserialize)]
struct Reference {
    id: String,
}

#[derive(Deserialize)]
struct Audit {
    title: String,
    score: Option<f64>,
    #[serde(rename = "displayValue", default)]
    value: String,
}

impl Report {
    fn score(&self, category: &str) -> f64 {
        self.categories.get(category).and_then(|category| category.score).map_or(f64::NAN, |score| score * 100.0)
    }

    /// The audits of the four categories that found something, as lines.
    fn findings(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for name in CATEGORIES {
            for reference in self.categories.get(name).iter().flat_map(|category| &category.audits) {
                let Some(audit) = self.audits.get(&reference.id) else { continue };
                if let Some(score) = audit.score.filter(|score| *score < 1.0) {
                    let Audit { title, value, .. } = audit;
                    lines
                        .push(format!("{name}: {} for {title} {value}", (score * 100.0).round()).trim_end().to_owned());
                }
            }
        }
        lines
    }
}

/// Scores the built page several times.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Verdict>> {
    let script = tools::lighthouse()?;
    let mut reports = Vec::new();
    for _ in 0..bench.rounds.min(MOST_RUNS) {
        reports.push(run(bench, &script)?);
    }
    let scores = CATEGORIES.map(|name| reports.iter().map(|report| report.score(name)).collect::<Sample>());
    let rows: Vec<Row<'_>> =
        CATEGORIES.iter().zip(&scores).map(|(name, sample)| Row { name, decimals: 0, samples: vec![sample] }).collect();
    print("Lighthouse, mobile", &["built"], &rows);
    for (place, report) in reports.iter().enumerate() {
        let scores = CATEGORIES.map(|name| format!("{name} {:.0}", report.score(name)));
        println!("run {}: {}", place + 1, scores.join(", "));
        for line in report.findings() {
            println!("  {line}");
        }
    }
    Ok(CATEGORIES.iter().zip(&scores).map(|(name, sample)| Verdict::at_least(name, sample.median(), 100.0)).collect())
}

fn run(bench: &Bench, script: &std::path::Path) -> Result<Report> {
    let path = project::notes().join("lighthouse.json");
    let mut node = Command::new("node");
    node.arg(script)
        .arg(bench.copies.built.url())
        .args(["--output=json", "--quiet", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--output-path={}", path.display()))
        .arg(format!("--chrome-flags={FLAGS}"))
        .env("CHROME_PATH", &bench.browser.program);
    process::quiet(&mut node, "running Lighthouse", "lighthouse")?.map_err(|run| run.into_error("Lighthouse"))?;
    let text = fs::read_to_string(&path).map_err(|error| Error::file("read", &path, &error))?;
    serde_json::from_str(&text).map_err(|error| Error::new(format!("the report of Lighthouse is strange: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_the_audits_below_one() {
        let report = r#"{
            "categories": {
                "performance": { "score": 0.98, "auditRefs": [{ "id": "slow" }, { "id": "fine" }, { "id": "told" }] },
                "seo": { "score": null, "auditRefs": [] }
            },
            "audits": {
                "slow": { "title": "Largest paint", "score": 0.914, "displayValue": "2.1 s" },
                "fine": { "title": "Layout", "score": 1 },
                "told": { "title": "Tasks", "score": null },
                "elsewhere": { "title": "Of no category", "score": 0 }
            }
        }"#;
        let report: Report = serde_json::from_str(report).unwrap();
        assert_eq!(report.score("performance"), 98.0);
        assert!(report.score("seo").is_nan());
        assert_eq!(report.findings(), ["performance: 91 for Largest paint 2.1 s"]);
    }
}
