//! What went wrong in a page: console, exceptions, network, content security policy.

use chromiumoxide::Page as Tab;
use chromiumoxide::cdp::browser_protocol::log::{EventEntryAdded, LogEntryLevel};
use chromiumoxide::cdp::js_protocol::runtime::{
    ConsoleApiCalledType, EventConsoleApiCalled, EventExceptionThrown,
};
use chromiumoxide::listeners::EventStream;
use futures::{FutureExt, StreamExt};

/// The errors of one tab since it was opened.
pub struct PageErrors {
    log: EventStream<EventEntryAdded>,
    console: EventStream<EventConsoleApiCalled>,
    exceptions: EventStream<EventExceptionThrown>,
    seen: Vec<String>,
    expected: Vec<String>,
}

impl PageErrors {
    /// Listens to a tab that has loaded nothing yet.
    pub async fn listen(tab: &Tab) -> Self {
        Self {
            log: tab.event_listener().await.expect("the log of the tab"),
            console: tab.event_listener().await.expect("the console of the tab"),
            exceptions: tab.event_listener().await.expect("the exceptions of the tab"),
            seen: Vec::new(),
            expected: Vec::new(),
        }
    }

    /// Says that an error with these words belongs to the test.
    pub fn expect(&mut self, part: &str) {
        self.expected.push(part.to_owned());
    }

    /// Those that were not expected, and what was expected and did not come.
    pub fn unexpected_errors(&mut self) -> Vec<String> {
        self.collect_events();
        let seen =
            self.seen.iter().filter(|error| !self.expected.iter().any(|part| error.contains(part)));
        let missing = self.missing().map(|part| format!("expected in vain: {part}"));
        seen.cloned().chain(missing).collect()
    }

    /// Whether something that is expected has not come yet.
    pub fn is_missing(&mut self) -> bool {
        self.collect_events();
        self.missing().next().is_some()
    }

    fn missing(&self) -> impl Iterator<Item = &String> {
        let came = |part: &str| self.seen.iter().any(|error| error.contains(part));
        self.expected.iter().filter(move |part| !came(part))
    }

    /// Whether an error with these words came.
    pub fn has(&mut self, part: &str) -> bool {
        self.collect_events();
        self.seen.iter().any(|error| error.contains(part))
    }

    fn collect_events(&mut self) {
        while let Some(Some(event)) = self.log.next().now_or_never() {
            let entry = &event.entry;
            if matches!(entry.level, LogEntryLevel::Warning | LogEntryLevel::Error) {
                let url = entry.url.as_deref().unwrap_or_default();
                self.seen.push(format!("{}: {} {url}", entry.source.as_ref(), entry.text));
            }
        }
        while let Some(Some(event)) = self.console.next().now_or_never() {
            if is_error(&event.r#type) {
                let words = event.args.iter().map(|arg| match (&arg.value, &arg.description) {
                    (Some(value), _) => value.to_string(),
                    (None, Some(description)) => description.clone(),
                    (None, None) => String::new(),
                });
                self.seen.push(format!("console: {}", words.collect::<Vec<_>>().join(" ")));
            }
        }
        while let Some(Some(event)) = self.exceptions.next().now_or_never() {
            let details = &event.exception_details;
            let thrown = details.exception.as_ref().and_then(|thrown| thrown.description.clone());
            self.seen
                .push(format!("exception: {}", thrown.unwrap_or_else(|| details.text.clone())));
        }
    }
}

fn is_error(kind: &ConsoleApiCalledType) -> bool {
    use ConsoleApiCalledType::{Assert, Error, Warning};
    matches!(kind, Assert | Error | Warning)
}
