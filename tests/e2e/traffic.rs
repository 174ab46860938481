//! What a browser asks for, and what hosts answer.

use serde_json::Value;
use std::collections::BTreeMap;

/// A request or an answer.
#[derive(Clone, Debug)]
pub enum Traffic {
    /// The browser asks for an address.
    Request(String),
    /// A host answers.
    Response(Response),
}

/// What a host answers, without the content.
#[derive(Clone, Debug)]
pub struct Response {
    /// The address.
    pub url: String,
    /// The status.
    pub status: u64,
    /// The headers; names in small letters.
    pub headers: BTreeMap<String, String>,
}

impl Traffic {
    /// Reads an entry of Chromium's record; most of them tell of other things.
    pub(crate) fn read(entry: &str) -> Option<Self> {
        let entry: Value = serde_json::from_str(entry).ok()?;
        let message = entry.get("message")?;
        let parameters = message.get("params")?;
        match message.get("method")?.as_str()? {
            "Network.requestWillBeSent" => {
                let url = parameters.get("request")?.get("url")?.as_str()?;
                Some(Self::Request(url.to_owned()))
            }
            "Network.responseReceived" => {
                let response = parameters.get("response")?;
                let headers = response.get("headers")?.as_object()?.iter();
                let headers =
                    headers.map(|(name, value)| (name.to_lowercase(), value.as_str().unwrap_or_default().to_owned()));
                Some(Self::Response(Response {
                    url: response.get("url")?.as_str()?.to_owned(),
                    status: response.get("status")?.as_u64()?,
                    headers: headers.collect(),
                }))
            }
            _ => None,
        }
    }
}

impl Response {
    /// A header, or nothing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The ending of the file that was asked for; a folder stands for its page.
    #[must_use]
    pub fn ending(&self) -> &str {
        let path = self.url.split(['?', '#']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("html", |(_, ending)| ending)
    }
}
