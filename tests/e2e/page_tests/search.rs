//! Search: words in any order and any spelling, highlighted, with ways out of an empty answer.

use crate::texts::texts;
use e2e::{BrowserOptions, Error, Result, Session, browse};
use std::collections::HashMap;

/// A word that no text contains.
const NONSENSE: &str = "qxzzqx";

/// Two long words of the title of one card, and the card's id.
async fn two_words(session: &Session) -> Result<(String, String, String)> {
    let found: Option<(String, String, String)> = session
        .ask(
            "for (const card of document.querySelectorAll('article[data-commitment]')) {
                const words = card.querySelector('h4').textContent.match(/\\b[A-Za-z]{5,}\\b/g) ?? [];
                const [one, other] = words.filter((word) => /[aeiou]/.test(word));
                if (other && one.toLowerCase() !== other.toLowerCase()) return [card.id, one, other];
            }
            return null",
        )
        .await?;
    found.ok_or_else(|| Error::new("no title has two words to search for"))
}

#[test]
fn words_are_found_in_any_order() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let (card, one, other) = two_words(session).await?;
        let with_one = session.search_anew(&one).await?;
        let with_other = session.search_anew(&other).await?;
        let both = session.search_anew(&format!("{one} {other}")).await?;
        let turned = session.search_anew(&format!("  {other}   {one} ")).await?;
        assert!(both.cards.contains(&card));
        assert_eq!(both.cards, turned.cards);
        let common: Vec<String> = with_one.cards.iter().filter(|id| with_other.cards.contains(id)).cloned().collect();
        assert_eq!(both.cards, common, "{one} and {other}");
        assert_eq!(both.status, [both.cards.len(), plain.cards.len()]);
        let back = session.search_anew("").await?;
        assert_eq!(back.cards, plain.cards);
        assert!(back.marked.is_empty());
        Ok(())
    })
}

#[test]
fn case_and_accents_do_not_matter_and_matches_are_marked() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let (card, word, _) = two_words(session).await?;
        let word = word.to_lowercase();
        let found = session.search_anew(&word).await?;
        assert!(found.cards.contains(&card));
        assert!(!found.marked.is_empty());
        for mark in &found.marked {
            assert_eq!(mark.to_lowercase(), word, "only what was found is marked");
        }
        let accented: String = word
            .chars()
            .map(|letter| match letter {
                'a' => 'à',
                'e' => 'É',
                'i' => 'ï',
                'o' => 'Ö',
                'u' => 'ú',
                other => other,
            })
            .collect();
        for spelling in [word.to_uppercase(), accented] {
            let view = session.search_anew(&spelling).await?;
            assert_eq!(view.search, spelling, "the box shows what was typed");
            assert_eq!(view.cards, found.cards, "{spelling}");
            assert_eq!(view.marked, found.marked, "{spelling}");
        }
        Ok(())
    })
}

#[test]
fn highlighting_changes_no_word() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let words: HashMap<String, String> = texts(session).await?.cards.into_iter().collect();
        // Names and signs that stand in the page's source, where no reader sees them.
        for search in ["a", "b", "class", "mark", "href", "amp", "&", "\"", "<", "data-cite", "mark a m k"] {
            let view = session.search_anew(search).await?;
            for (id, text) in texts(session).await?.cards {
                assert_eq!(Some(&text), words.get(&id), "{search}: {id}");
            }
            for mark in &view.marked {
                // A straight quote finds a curled one.
                let mark = mark.to_lowercase().replace(['“', '”'], "\"");
                let part = |word: &str| mark.contains(word);
                assert!(search.split(' ').any(part), "{search}: {mark} is marked");
            }
        }
        session.search_anew("").await?;
        let after: HashMap<String, String> = texts(session).await?.cards.into_iter().collect();
        assert_eq!(after, words);
        Ok(())
    })
}

#[test]
fn an_empty_answer_has_ways_out_that_keep_their_promise() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let Some(pillar) = plain.values("pillar").pop() else {
            return Err(Error::new("the page has no pillar"));
        };
        let (_, word, _) = two_words(session).await?;
        let statuses: Vec<String> = plain.values("status");
        let empty_status = statuses.iter().min_by_key(|status| plain.count(status));
        let status = empty_status.cloned().unwrap_or_default();
        for query in [
            format!("?q={NONSENSE}"),
            format!("?{pillar}&q={NONSENSE}"),
            format!("?{pillar}&{status}&q={word}%20{NONSENSE}"),
        ] {
            let empty = session.open_awake(&query).await?;
            assert!(empty.cards.is_empty());
            assert_eq!(empty.status, [0, plain.cards.len()]);
            assert!(!empty.ways.is_empty(), "{query}");
            for (place, way) in empty.ways.iter().enumerate() {
                session.open_awake(&query).await?;
                let promised: Option<usize> = last_number(way);
                session
                    .ask_about::<()>(
                        "[...document.querySelectorAll('.empty button')][arguments[0]].click()",
                        vec![place.into()],
                    )
                    .await?;
                let view = session.settled().await?;
                assert_eq!(Some(view.cards.len()), promised, "{query}: {way}");
                assert_ne!(view.essence(), empty.essence(), "{query}: {way} does something");
            }
        }
        Ok(())
    })
}

fn last_number(text: &str) -> Option<usize> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers.rfind(|number| !number.is_empty())?.parse().ok()
}
