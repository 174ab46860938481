//! The table: the same commitments, filters and links as the cards, sorted by any column.

use e2e::{BrowserOptions, Result, Session, browse, parts};

/// The rows, as the addresses of their entries.
async fn rows(session: &Session) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('table.listing tbody tr')]
        .filter((row) => row.getClientRects().length).map((row) => row.querySelector('th a').hash.slice(1))";
    session.ask(script).await
}

/// What each head says of its order.
async fn orders(session: &Session) -> Result<Vec<Option<String>>> {
    session.ask("return [...document.querySelectorAll('table.listing thead th')].map((th) => th.ariaSort)").await
}

#[test]
fn the_table_shows_what_the_cards_show() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        session.click(parts::TABLE).await?;
        let table = session.until_view("the table comes", |view| view.query == "?view=table").await?;
        assert!(table.cards.is_empty(), "cards and table are not shown at once");
        assert_eq!(rows(session).await?, plain.cards, "in the order of the page");
        let values = plain.values("status");
        let narrowed = session.press_choice(values.get(1).map_or("", String::as_str)).await?;
        let shown = rows(session).await?;
        assert!(shown.len() < plain.cards.len() && Some(&shown.len()) == narrowed.status.first(), "{shown:?}");
        session.open_awake(&narrowed.query).await?;
        assert_eq!(rows(session).await?, shown, "the link restores it");
        session.click(".layouts button:first-child").await?;
        let cards = session.until_view("the cards come back", |view| !view.cards.is_empty()).await?;
        assert_eq!(cards.cards, shown);
        Ok(())
    })
}

#[test]
fn every_column_sorts_both_ways_and_says_so() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        session.open_awake("?view=table").await?;
        assert!(orders(session).await?.iter().all(Option::is_none), "nothing is sorted at first");
        let columns = orders(session).await?.len();
        let mut seen = Vec::new();
        for column in 0..columns {
            for order in ["ascending", "descending"] {
                let button = format!("[data-sort='{column}']");
                let view = session.click(&button).await?;
                let said = orders(session).await?;
                let expected: Vec<_> = (0..columns).map(|at| (at == column).then(|| order.to_owned())).collect();
                assert_eq!(said, expected);
                let shown = rows(session).await?;
                let mut sorted = shown.clone();
                sorted.sort();
                let mut all = plain.cards.clone();
                all.sort();
                assert_eq!(sorted, all, "nothing is lost");
                assert!(!seen.contains(&shown), "{column} {order} is an order of its own");
                let focused: bool = session
                    .ask_about("return document.activeElement.matches(arguments[0])", vec![button.into()])
                    .await?;
                assert!(focused, "the focus stays on the head");
                session.open_awake(&view.query).await?;
                assert_eq!(rows(session).await?, shown, "{}: the link restores the order", view.query);
                seen.push(shown);
            }
        }
        Ok(())
    })
}

#[test]
fn a_row_opens_its_entry_and_the_entry_walks_in_the_order_of_the_table() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("?view=table&sort=-title").await?;
        let shown = rows(session).await?;
        session.click("table.listing tbody th a").await?;
        session.until("the entry opens", &format!("return !!document.querySelector('{}')", parts::ENTRY)).await?;
        session.press('\u{e014}').await?;
        let fragment: String = session.ask("return location.hash.slice(1)").await?;
        assert_eq!(Some(&fragment), shown.get(1));
        Ok(())
    })
}
