//! Real mouse and key events, and where they go.

use super::node::Node;
use super::page::Page;
use super::until::Attempt;
use serde_json::{Value, json};

/// Where the middle of an element is, when it rests there and nothing covers it. From then on it is
/// what the mouse is meant to hit.
const PLACE: &str = "async function() {
    const box = () => this.getClientRects()[0];
    if (!box()) return 'it has no box';
    this.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const before = box();
    await new Promise(requestAnimationFrame);
    const now = box();
    if (!now || before.x !== now.x || before.y !== now.y) return 'it moves';
    const x = now.x + now.width / 2, y = now.y + now.height / 2;
    const hit = document.elementFromPoint(x, y);
    const own = [this, ...(this.labels || [])];
    if (!hit || !own.some(part => part.contains(hit))) {
        return 'covered by ' + (hit ? hit.outerHTML.slice(0, 200) : 'the edge of the window');
    }
    window.aim = { own, missed: false };
    window.aim.pressed = new Promise(done => { window.aim.end = done; });
    return [x, y];
}";

/// A page may move between the look for an element and the press of the button. A person sees that;
/// for a test, what lands elsewhere than it was meant to is kept from the page.
pub(super) const GUARD: &str = "
    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        window.addEventListener(kind, event => {
            const aim = window.aim;
            if (!aim || !event.isTrusted) return;
            // The click comes right after, before anything else.
            if (event.type === 'pointerup') setTimeout(aim.end);
            if (aim.own.some(part => part.contains(event.target))) return;
            aim.missed = true;
            event.preventDefault();
            event.stopImmediatePropagation();
        }, true);
    }";

/// Whether the mouse hit what it was meant to; then it is free again. A busy page hears of the mouse
/// later than Chromium says that it was told.
const WAS_HIT: &str = "(async () => {
    const aim = window.aim;
    if (!aim) return true;
    const second = new Promise(done => setTimeout(done, 1000));
    await Promise.race([aim.pressed, second]);
    window.aim = null;
    return !aim.missed;
})()";

/// Chromium's name for what a test holds on to while it asks.
const HELD: &str = "held";

impl Page {
    /// Calls a function with an element as `this`; a promise is awaited.
    pub(super) async fn call_on(&self, element: i64, function: &str) -> Attempt<Value> {
        let resolved = self
            .try_send("DOM.resolveNode", json!({ "backendNodeId": element, "objectGroup": HELD }))
            .await?;
        let call = json!({
            "objectId": resolved["object"]["objectId"], "functionDeclaration": function,
            "returnByValue": true, "awaitPromise": true, "userGesture": true,
        });
        let done = self.try_send("Runtime.callFunctionOn", call).await;
        self.let_go().await;
        let done = done?;
        match &done["exceptionDetails"] {
            Value::Null => Ok(done["result"]["value"].clone()),
            wrong => Err(wrong.to_string()),
        }
    }

    /// What is held for the tests' sake would seem to be held by the console.
    async fn let_go(&self) {
        self.send("Runtime.releaseObjectGroup", json!({ "objectGroup": HELD })).await;
    }

    pub(super) async fn place_of(&self, element: i64) -> Attempt<(f64, f64)> {
        let place = self.call_on(element, PLACE).await?;
        match (place[0].as_f64(), place[1].as_f64()) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err(place.to_string()),
        }
    }

    /// Whether the last press of the mouse hit what it was meant to; also where that led elsewhere.
    pub(super) async fn was_hit(&self) -> bool {
        let asked = json!({ "expression": WAS_HIT, "returnByValue": true, "awaitPromise": true });
        let answer = self.try_send("Runtime.evaluate", asked).await;
        answer.map_or(true, |answer| answer["result"]["value"] != json!(false))
    }

    /// Moves the mouse there.
    pub(super) async fn move_to(&self, x: f64, y: f64) {
        let event = json!({ "type": "mouseMoved", "x": x, "y": y, "button": "none" });
        self.send("Input.dispatchMouseEvent", event).await;
    }

    /// Moves the mouse there and clicks.
    pub(super) async fn click_at(&self, x: f64, y: f64) {
        self.move_to(x, y).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.send("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Types text, key by key, into what has the focus.
    pub async fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.key(json!({ "key": letter.to_string(), "text": letter.to_string() })).await;
        }
    }

    /// Presses a key by its name, such as `Tab`, `Shift+Tab`, `Ctrl+k`, `Enter`, `ArrowDown`, `?`.
    pub async fn press(&self, name: &str) {
        const MODIFIERS: [(&str, u8); 4] = [("Alt+", 1), ("Ctrl+", 2), ("Meta+", 4), ("Shift+", 8)];
        let held =
            MODIFIERS.iter().find_map(|(word, number)| Some((number, name.strip_prefix(word)?)));
        let (modifiers, key) = held.map_or((0, name), |(number, key)| (*number, key));
        if key.chars().count() == 1 {
            let text = if modifiers & 7 == 0 { key } else { "" };
            return self.key(json!({ "key": key, "text": text, "modifiers": modifiers })).await;
        }
        let (code, number, text) = match key {
            "Tab" => ("Tab", 9, ""),
            "Enter" => ("Enter", 13, "\r"),
            "Escape" => ("Escape", 27, ""),
            "Space" => ("Space", 32, " "),
            "Backspace" => ("Backspace", 8, ""),
            "PageUp" => ("PageUp", 33, ""),
            "PageDown" => ("PageDown", 34, ""),
            "End" => ("End", 35, ""),
            "Home" => ("Home", 36, ""),
            "ArrowLeft" => ("ArrowLeft", 37, ""),
            "ArrowUp" => ("ArrowUp", 38, ""),
            "ArrowRight" => ("ArrowRight", 39, ""),
            "ArrowDown" => ("ArrowDown", 40, ""),
            other => panic!("the keyboard has no {other} yet"),
        };
        let value = if key == "Space" { " " } else { key };
        self.key(json!({
            "key": value, "code": code, "windowsVirtualKeyCode": number, "text": text, "modifiers": modifiers,
        }))
        .await;
    }

    async fn key(&self, mut event: Value) {
        let down = if event["text"] == "" { "rawKeyDown" } else { "keyDown" };
        event["type"] = json!(down);
        self.send("Input.dispatchKeyEvent", event.clone()).await;
        event["type"] = json!("keyUp");
        event["text"] = json!("");
        self.send("Input.dispatchKeyEvent", event).await;
    }

    /// What has the keyboard focus now.
    pub async fn focus(&self) -> Attempt<Node> {
        let active = self
            .try_send(
                "Runtime.evaluate",
                json!({ "expression": "document.activeElement", "objectGroup": HELD }),
            )
            .await?;
        let object = json!({ "objectId": active["result"]["objectId"], "fetchRelatives": false });
        let tree = self.try_send("Accessibility.getPartialAXTree", object).await;
        self.let_go().await;
        let tree = tree?;
        Node::read(&tree["nodes"][0]).ok_or_else(|| "the focus is on nothing".to_owned())
    }

    /// Presses `key` until the focus is on what has this role and name.
    ///
    /// # Panics
    /// When sixty presses do not lead there.
    pub async fn walk_to(&self, key: &str, role: &str, name: &str) {
        let mut way = Vec::new();
        for _ in 0..60 {
            match self.focus().await {
                Ok(node) if node.role == role && node.name == name => return,
                Ok(node) => way.push(format!("{} {:?}", node.role, node.name)),
                Err(nothing) => way.push(nothing),
            }
            self.press(key).await;
        }
        panic!("{key} does not lead to {role} {name:?}, but to {way:?}");
    }
}
