//! What a page complains about: console, exceptions, network, content security policy.

use chromiumoxide::Page as Tab;
use chromiumoxide::cdp::browser_protocol::log::{EventEntryAdded, LogEntryLevel};
use chromiumoxide::cdp::js_protocol::runtime::{
    ConsoleApiCalledType, EventConsoleApiCalled, EventExceptionThrown,
};
use chromiumoxide::listeners::EventStream;
use futures::{FutureExt, StreamExt};

/// The complaints of one tab, heard since it was opened.
pub struct Troubles {
    log: EventStream<EventEntryAdded>,
    console: EventStream<EventConsoleApiCalled>,
    exceptions: EventStream<EventExceptionThrown>,
    heard: Vec<String>,
    expected: Vec<String>,
}

impl Troubles {
    /// Listens to a tab that has loaded nothing yet.
    pub async fn listen(tab: &Tab) -> Self {
        Self {
            log: tab.event_listener().await.expect("the log of the tab"),
            console: tab.event_listener().await.expect("the console of the tab"),
            exceptions: tab.event_listener().await.expect("the exceptions of the tab"),
            heard: Vec::new(),
            expected: Vec::new(),
        }
    }

    /// Says that a trouble with these words belongs to the test.
    pub fn expect(&mut self, part: &str) {
        self.expected.push(part.to_owned());
    }

    /// What came unexpected and what was expected in vain.
    pub fn unexpected(&mut self) -> Vec<String> {
        self.hear();
        let heard = self
            .heard
            .iter()
            .filter(|trouble| !self.expected.iter().any(|part| trouble.contains(part)));
        let missing = self
            .expected
            .iter()
            .filter(|part| !self.heard.iter().any(|trouble| trouble.contains(*part)));
        heard.cloned().chain(missing.map(|part| format!("expected in vain: {part}"))).collect()
    }

    /// Whether a trouble with these words came.
    pub fn has(&mut self, part: &str) -> bool {
        self.hear();
        self.heard.iter().any(|trouble| trouble.contains(part))
    }

    fn hear(&mut self) {
        while let Some(Some(event)) = self.log.next().now_or_never() {
            let entry = &event.entry;
            if matches!(entry.level, LogEntryLevel::Warning | LogEntryLevel::Error) {
                let url = entry.url.as_deref().unwrap_or_default();
                self.heard.push(format!("{}: {} {url}", entry.source.as_ref(), entry.text));
            }
        }
        while let Some(Some(event)) = self.console.next().now_or_never() {
            if is_complaint(&event.r#type) {
                let words = event.args.iter().map(|arg| match (&arg.value, &arg.description) {
                    (Some(value), _) => value.to_string(),
                    (None, Some(description)) => description.clone(),
                    (None, None) => String::new(),
                });
                self.heard.push(format!("console: {}", words.collect::<Vec<_>>().join(" ")));
            }
        }
        while let Some(Some(event)) = self.exceptions.next().now_or_never() {
            let details = &event.exception_details;
            let thrown = details.exception.as_ref().and_then(|thrown| thrown.description.clone());
            self.heard
                .push(format!("exception: {}", thrown.unwrap_or_else(|| details.text.clone())));
        }
    }
}

fn is_complaint(kind: &ConsoleApiCalledType) -> bool {
    use ConsoleApiCalledType::{Assert, Error, Warning};
    matches!(kind, Assert | Error | Warning)
}
