//! JSON: the data with names that stay, for programs. Its schema is `docs/take/briefing.schema.json`.

use super::pieces::{PAGE, VIEW};
use super::{Format, Pieces, iso, parties, plain, precision, steps};
use crate::model::{Basis, Briefing, Citation, Commitment, Dated, Due, EraKind, Role, Source, Status, Tier};

pub(super) const FORMAT: Format =
    Format { id: "json", media: "application/json", label: |strings| strings.take_json(), cut };

/// Goes up when a program that reads the form would have to change.
const FORM: &str = "1";

fn cut(briefing: &Briefing, _: bool) -> Pieces {
    let catalogue = &briefing.catalogue;
    let site = &briefing.site;
    let sources = list(catalogue.sources.iter().map(source));
    let head = [
        ("form", FORM.to_owned()),
        ("title", text(&site.title)),
        ("language", text(&catalogue.language)),
        ("as_of", text(&site.as_of.iso())),
        ("link", format!("\"{VIEW}\"")),
        ("sources", sources),
    ];
    let head: Vec<String> = head.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    let commitments = catalogue.commitments.iter().enumerate();
    Pieces {
        head: format!("{{\n{},\n\"commitments\": [\n", head.join(",\n")),
        between: ",\n".to_owned(),
        tail: "\n]\n}\n".to_owned(),
        pieces: commitments.map(|(place, commitment)| piece(place, commitment, briefing)).collect(),
        ..Pieces::default()
    }
}

fn piece(place: usize, commitment: &Commitment, briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let pillar = catalogue.pillars.get(usize::from(commitment.pillar));
    let kind = catalogue.kinds.get(usize::from(commitment.kind));
    let related = commitment.related.iter().filter_map(|place| {
        let related = catalogue.commitments.get(usize::try_from(*place).ok()?)?;
        Some(text(related.id.as_str()))
    });
    let steps = steps(place, briefing).map(|event| {
        let due = event.due.map(|due| match due {
            Due::By => "by",
            Due::Within => "within",
        });
        let era = match event.era {
            EraKind::Past => "past",
            EraKind::Trip => "trip",
            EraKind::Future => "future",
            EraKind::Open => "open",
        };
        object(&[
            ("id", text(event.id.as_str())),
            ("title", text(&event.title)),
            ("era", text(era)),
            ("date", date(event.dated.as_ref())),
            ("due", maybe(due)),
        ])
    });
    object(&[
        ("id", text(commitment.id.as_str())),
        ("title", text(&commitment.title)),
        ("text", text(&commitment.text)),
        ("note", maybe(commitment.note.as_deref())),
        ("pillar", pillar.map_or_else(null, |pillar| named(pillar.id.as_str(), &pillar.title))),
        ("status", status(commitment.status, briefing)),
        ("kind", kind.map_or_else(null, |kind| named(kind.id.as_str(), &kind.label))),
        ("parties", list(parties(commitment, briefing).map(|(_, party)| named(party.id.as_str(), &party.label)))),
        ("date", date(commitment.dated.as_ref())),
        ("citations", list(commitment.cites.iter().map(|cite| citation(cite, &catalogue.sources)))),
        ("related", list(related)),
        ("steps", list(steps)),
        ("link", format!("\"{PAGE}{}\"", commitment.id)),
    ])
}

fn source(source: &Source) -> String {
    let tier = match source.tier {
        Tier::Primary => "primary",
        Tier::Press => "press",
    };
    object(&[
        ("code", text(&source.code)),
        ("title", text(&source.title)),
        ("tier", text(tier)),
        ("date", date(source.dated.as_ref())),
    ])
}

fn status(status: Status, briefing: &Briefing) -> String {
    let word = briefing.catalogue.statuses.get(status.place());
    object(&[
        ("id", text(status.id())),
        ("label", text(word.map_or("", |word| &word.label))),
        ("meaning", text(word.map_or("", |word| &word.meaning))),
    ])
}

fn citation(cite: &Citation, sources: &[Source]) -> String {
    let role = cite.role.map(|role| match role {
        Role::Status => "status",
        Role::Content => "content",
        Role::Weaker => "weaker",
        Role::Stronger => "stronger",
        Role::Press => "press",
        Role::Names => "names",
    });
    object(&[
        ("source", text(sources.get(usize::from(cite.source)).map_or("", |source| &source.code))),
        ("paragraph", cite.paragraph.to_string()),
        ("verb", maybe(cite.verb.as_deref())),
        ("role", maybe(role)),
    ])
}

fn date(dated: Option<&Dated>) -> String {
    let Some(dated) = dated else { return null() };
    let basis = match dated.basis {
        Basis::Stated => "stated",
        Basis::Derived => "derived",
    };
    object(&[
        ("value", text(&iso(dated.when))),
        ("precision", text(precision(dated.when))),
        ("basis", text(basis)),
        ("reasoning", maybe(dated.reasoning.as_deref())),
        ("note", maybe(dated.note.as_deref())),
    ])
}

fn named(id: &str, label: &str) -> String {
    object(&[("id", text(id)), ("label", text(label))])
}

fn null() -> String {
    "null".to_owned()
}

fn maybe(value: Option<&str>) -> String {
    value.map_or_else(null, text)
}

pub(super) fn text(value: &str) -> String {
    let mut out = String::new();
    quote(&plain(value), &mut out);
    out
}

pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

pub(super) fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{{}}}", members.join(", "))
}

/// A text as JSON holds it.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn what_json_cannot_hold_is_written_otherwise() {
        let mut out = String::new();
        quote("a \"b\" \\ c\n\u{1} é", &mut out);
        assert_eq!(out, r#""a \"b\" \\ c\u000a\u0001 é""#);
    }
}
