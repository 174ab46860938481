//! The table: the same commitments, filters and links as the cards, sorted by any column.

use journeys::{Outcome, Reader, Wish, journey, parts};

/// The rows, as the addresses of their entries.
async fn rows(reader: &Reader) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('table.listing tbody tr')]
        .filter((row) => row.getClientRects().length).map((row) => row.querySelector('th a').hash.slice(1))";
    reader.ask(script).await
}

/// What each head says of its order.
async fn orders(reader: &Reader) -> Outcome<Vec<Option<String>>> {
    reader.ask("return [...document.querySelectorAll('table.listing thead th')].map((th) => th.ariaSort)").await
}

#[test]
fn the_table_shows_what_the_cards_show() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let plain = reader.open_awake("").await?;
        reader.click(parts::TABLE).await?;
        let table = reader.until_view("the table comes", |view| view.query == "?view=table").await?;
        assert!(table.cards.is_empty(), "cards and table are not shown at once");
        assert_eq!(rows(reader).await?, plain.cards, "in the order of the page");
        let values = plain.values("status");
        let narrowed = reader.press_choice(values.get(1).map_or("", String::as_str)).await?;
        let shown = rows(reader).await?;
        assert!(shown.len() < plain.cards.len() && Some(&shown.len()) == narrowed.status.first(), "{shown:?}");
        reader.open_awake(&narrowed.query).await?;
        assert_eq!(rows(reader).await?, shown, "the link restores it");
        reader.click(".layouts button:first-child").await?;
        let cards = reader.until_view("the cards come back", |view| !view.cards.is_empty()).await?;
        assert_eq!(cards.cards, shown);
        Ok(())
    })
}

#[test]
fn every_column_sorts_both_ways_and_says_so() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let plain = reader.open_awake("").await?;
        reader.open_awake("?view=table").await?;
        assert!(orders(reader).await?.iter().all(Option::is_none), "nothing is sorted at first");
        let columns = orders(reader).await?.len();
        let mut seen = Vec::new();
        for column in 0..columns {
            for order in ["ascending", "descending"] {
                let button = format!("[data-sort='{column}']");
                let view = reader.click(&button).await?;
                let said = orders(reader).await?;
                let expected: Vec<_> = (0..columns).map(|at| (at == column).then(|| order.to_owned())).collect();
                assert_eq!(said, expected);
                let shown = rows(reader).await?;
                let mut sorted = shown.clone();
                sorted.sort();
                let mut all = plain.cards.clone();
                all.sort();
                assert_eq!(sorted, all, "nothing is lost");
                assert!(!seen.contains(&shown), "{column} {order} is an order of its own");
                let focused: bool = reader
                    .ask_about("return document.activeElement.matches(arguments[0])", vec![button.into()])
                    .await?;
                assert!(focused, "the focus stays on the head");
                reader.open_awake(&view.query).await?;
                assert_eq!(rows(reader).await?, shown, "{}: the link restores the order", view.query);
                seen.push(shown);
            }
        }
        Ok(())
    })
}

#[test]
fn a_row_opens_its_entry_and_the_entry_walks_in_the_order_of_the_table() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("?view=table&sort=-title").await?;
        let shown = rows(reader).await?;
        reader.click("table.listing tbody th a").await?;
        reader.until("the entry opens", &format!("return !!document.querySelector('{}')", parts::ENTRY)).await?;
        reader.press('\u{e014}').await?;
        let fragment: String = reader.ask("return location.hash.slice(1)").await?;
        assert_eq!(Some(&fragment), shown.get(1));
        Ok(())
    })
}
