//! A thing on the page, found by role and accessible name each time it is used.

use super::node::Node;
use super::page::Page;
use super::until::{Attempt, until};
use serde_json::{Value, json};
use std::fmt;

/// What to look for; nothing is looked up before it is used.
#[derive(Clone)]
pub struct Find {
    page: Page,
    role: &'static str,
    name: Option<String>,
    inside: Option<Box<Find>>,
}

impl fmt::Display for Find {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{} {name:?}", self.role)?,
            None => write!(f, "{}", self.role)?,
        }
        self.inside.as_ref().map_or(Ok(()), |inside| write!(f, " in {inside}"))
    }
}

impl Find {
    /// Looks on `page` for a role and perhaps a name.
    pub fn new(page: Page, role: &'static str, name: Option<String>) -> Self {
        Self { page, role, name, inside: None }
    }

    /// The same, but only inside of another thing.
    #[must_use]
    pub fn inside(mut self, other: &Self) -> Self {
        self.inside = Some(Box::new(other.clone()));
        self
    }

    /// All that is there now.
    pub async fn all(&self) -> Attempt<Vec<Node>> {
        let root = match &self.inside {
            Some(inside) => Box::pin(inside.one()).await?.element,
            None => 0,
        };
        let mut query =
            if root == 0 { self.document().await? } else { json!({ "backendNodeId": root }) };
        query["role"] = json!(self.role);
        if let Some(name) = &self.name {
            query["accessibleName"] = json!(name);
        }
        let found = self.page.try_send("Accessibility.queryAXTree", query).await?;
        let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
        let others = nodes.iter().filter_map(Node::read).filter(|node| node.element != root);
        Ok(others.collect())
    }

    async fn document(&self) -> Attempt<Value> {
        let document = self.page.try_send("DOM.getDocument", json!({ "depth": 0 })).await?;
        Ok(json!({ "backendNodeId": document["root"]["backendNodeId"] }))
    }

    /// The one thing that is there now; several are as wrong as none.
    pub async fn one(&self) -> Attempt<Node> {
        let mut all = self.all().await?;
        match (all.pop(), all.len()) {
            (Some(node), 0) => Ok(node),
            (None, _) => Err(format!("no {self}")),
            (_, more) => Err(format!("{} of {self}", more + 1)),
        }
    }

    /// Waits until it is there.
    pub async fn shown(&self) -> Node {
        until(&self.to_string(), async || self.one().await).await
    }

    /// Waits until it is not there.
    pub async fn gone(&self) {
        until(&format!("{self} to go"), async || match self.all().await?.len() {
            0 => Ok(()),
            there => Err(format!("{there} of it")),
        })
        .await;
    }

    /// Waits until it is there and `what` is so.
    pub async fn is(&self, what: &str, so: impl Fn(&Node) -> bool) -> Node {
        until(&format!("{self} {what}"), async || {
            let node = self.one().await?;
            if so(&node) { Ok(node) } else { Err(format!("{node:?}")) }
        })
        .await
    }

    /// Waits until it is there and can be used.
    pub async fn enabled(&self) -> Node {
        self.is("to be enabled", |node| !node.is_disabled()).await
    }

    /// Waits until it is there and cannot be used.
    pub async fn disabled(&self) -> Node {
        self.is("to be disabled", Node::is_disabled).await
    }

    /// Waits until it has the keyboard focus.
    pub async fn focused(&self) -> Node {
        self.is("to have the focus", Node::is_focused).await
    }

    /// The text that can be read in it.
    pub async fn text(&self) -> String {
        let text = self.call("function() { return this.innerText; }").await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until `part` can be read in it.
    pub async fn reads(&self, part: &str) {
        until(&format!("{part:?} in {self}"), async || {
            self.one().await?;
            let text = self.text().await;
            if text.contains(part) { Ok(()) } else { Err(text) }
        })
        .await;
    }

    /// The text of the table row that it stands in.
    pub async fn row(&self) -> String {
        let row = "function() { const row = this.closest('tr'); return row ? row.innerText : ''; }";
        self.call(row).await.as_str().unwrap_or_default().to_owned()
    }

    /// Calls a JavaScript function with the element as `this`.
    pub async fn call(&self, function: &str) -> Value {
        until(&format!("{self} to answer"), async || {
            let element = self.one().await?.element;
            self.page.call_on(element, function).await
        })
        .await
    }

    /// A click of the mouse in its middle, once it is enabled, at rest and not covered.
    pub async fn click(&self) {
        until(&format!("a click on {self}"), async || {
            let (x, y) = self.place().await?;
            self.page.click_at(x, y).await;
            if self.page.was_hit().await { Ok(()) } else { Err("it moved away".to_owned()) }
        })
        .await;
    }

    /// Moves the mouse to its middle.
    pub async fn hover(&self) {
        let (x, y) = until(&format!("{self} to be in reach"), async || self.place().await).await;
        self.page.script("window.aim = null").await;
        self.page.move_to(x, y).await;
    }

    async fn place(&self) -> Attempt<(f64, f64)> {
        let node = self.one().await?;
        if node.is_disabled() {
            return Err(format!("it is disabled: {}", node.description));
        }
        self.page.place_of(node.element).await
    }

    /// Replaces what is in the field by typing.
    pub async fn fill(&self, text: &str) {
        self.click().await;
        self.focused().await;
        self.call("function() { this.select(); }").await;
        self.page.press("Backspace").await;
        self.page.type_text(text).await;
        self.is(&format!("to hold {} characters", text.chars().count()), |node| {
            node.value.chars().count() == text.chars().count()
        })
        .await;
    }
}
