//! What one presses and fills in.

use leptos::prelude::*;

use crate::ui::button::{Button, ButtonKind, IconButton, LinkButton};
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::field::{Checkbox, PasswordField, SearchField, Select, SelectField, TextField};
use crate::ui::icon::Icon;
use crate::ui::section::Section;
use crate::ui::tone::Tone;

const KINDS: [(ButtonKind, &str); 4] = [
    (ButtonKind::Primary, "Primary"),
    (ButtonKind::Secondary, "Secondary"),
    (ButtonKind::Danger, "Danger"),
    (ButtonKind::Quiet, "Quiet"),
];

#[component]
pub(super) fn Buttons() -> impl IntoView {
    let reason = || Some("It is in service.".to_owned());
    let row = move |(kind, words): (ButtonKind, &'static str)| {
        view! {
            <p class="toolbar">
                <Button kind=kind>{words}</Button>
                <Button kind=kind icon=Icon::Pause>
                    {words}
                    ", icon"
                </Button>
                <Button kind=kind disabled=reason()>
                    {words}
                    ", disabled"
                </Button>
                <Button kind=kind busy=true>
                    {words}
                    ", busy"
                </Button>
                <LinkButton kind=kind href="#/ui" icon=Icon::ChevronRight>
                    {words}
                    ", link"
                </LinkButton>
            </p>
        }
    };
    let nothing = Callback::new(|()| ());
    view! {
        <Section title="Buttons">
            {KINDS.map(row).collect_view()}
            <p class="toolbar">
                <IconButton icon=Icon::Refresh label="Icon" on_click=nothing />
                <IconButton icon=Icon::Bolt label="Icon, pressed" on_click=nothing pressed=true />
                <IconButton icon=Icon::Bolt label="Icon, not pressed" on_click=nothing pressed=false />
            </p>
        </Section>
    }
}

#[component]
pub(super) fn Fields() -> impl IntoView {
    let text = |words: &str| RwSignal::new(words.to_owned());
    let wrong = || Some("There is a server of this name already.".to_owned());
    let choices = || {
        let choice = |words: &str| (words.to_lowercase(), words.to_owned());
        ["First", "Second", "Third"].map(choice).to_vec()
    };
    let found = Memo::new(|_| vec![choice("shop-db1", false), choice("shop-db2", true)]);
    view! {
        <Section title="Fields">
            <div class="columns">
                <div class="stack">
                    <TextField label="Text" value=text("") hint="What to type, or why." />
                    <TextField label="Text, filled in" value=text("shop-db2") required=true />
                    <TextField label="Text, wrong" value=text("shop-db2") error=wrong() />
                    <PasswordField label="Password" value=text("secret") />
                    <PasswordField label="Password, wrong" value=text("") error=wrong() />
                </div>
                <div class="stack">
                    <Checkbox label="Box" checked=RwSignal::new(false) hint="What ticking it means." />
                    <Checkbox label="Box, ticked" checked=RwSignal::new(true) />
                    <SearchField label="Filter" value="" on_change=|_| () />
                    <SearchField label="Filter, filled in" value="db" on_change=|_| () />
                    <Select label="Choice" choices=choices() value="second" on_change=|_| () />
                    <SelectField label="Choice with a label" choices=choices() value=text("third") />
                </div>
                <Combobox
                    id="gallery-combobox"
                    label="Combobox"
                    text=text("shop")
                    choices=found
                    on_choose=|_| ()
                />
            </div>
        </Section>
    }
}

fn choice(name: &str, disabled: bool) -> Choice {
    Choice {
        key: name.to_owned(),
        icon: Icon::CheckCircle,
        tone: Tone::Good,
        words: name.to_owned(),
        detail: if disabled { "It cannot be chosen now." } else { "10.0.0.1:3306" }.to_owned(),
        kind: "Server",
        href: Some("#/ui".to_owned()),
        replaces: false,
        disabled,
    }
}
