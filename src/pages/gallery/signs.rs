//! What tells something: badges, notices, and what stands in place of data.

use leptos::prelude::*;

use crate::ui::badge::Badge;
use crate::ui::button::Button;
use crate::ui::copy::CopyText;
use crate::ui::disclosure::Disclosure;
use crate::ui::empty::Empty;
use crate::ui::facts::{Fact, Facts};
use crate::ui::icon::{Icon, IconView};
use crate::ui::lazy::show_when_loaded;
use crate::ui::notice::Notice;
use crate::ui::section::Section;
use crate::ui::skeleton::Skeleton;
use crate::ui::spinner::Spinner;
use crate::ui::tone::Tone;

const TONES: [Tone; 6] =
    [Tone::Good, Tone::Info, Tone::Caution, Tone::Bad, Tone::Muted, Tone::Accent];

#[component]
pub(super) fn Signs() -> impl IntoView {
    let badge = |tone: Tone| {
        view! { <Badge tone=tone icon=tone.icon() text=tone.name() title="MaxScale says: so" /> }
    };
    let notice = |tone: Tone| {
        let actions = || view! { <Button>"Help"</Button> };
        view! {
            <Notice tone=tone title=format!("A notice, {}", tone.name()) actions=actions>
                "More words, which stand below the title and may take more than one line where there \
                 is little room."
            </Notice>
        }
    };
    let icon = |icon: &Icon| view! { <IconView icon=*icon label=format!("{icon:?}") /> };
    view! {
        <Section title="Badges and icons">
            <p class="toolbar">{TONES.map(badge).collect_view()}</p>
            <p class="toolbar">{Icon::ALL.iter().map(icon).collect_view()}</p>
        </Section>
        <Section title="Notices">{TONES.map(notice).collect_view()}</Section>
        <div class="columns">
            <Section title="In place of data">
                <Skeleton label="Loading" />
                <Spinner label="Loading" />
                {show_when_loaded("what never comes", || Box::pin(std::future::pending()))}
            </Section>
            <Section title="Nothing there">
                <Empty
                    icon=Icon::Question
                    title="There is no server of this name"
                    actions=|| view! { <Button>"Go back"</Button> }
                >
                    "It may have been deleted or renamed."
                </Empty>
            </Section>
        </div>
    }
}

#[component]
pub(super) fn Words() -> impl IntoView {
    let long = "10.11.19-MariaDB-with-a-name-that-has-no-place-to-break-and-goes-on";
    view! {
        <Section title="Facts" tools=|| view! { <Button>"Tool"</Button> }>
            <Facts>
                <Fact label="Connections" leads=true>"56"</Fact>
                <Fact label="Address">"10.0.0.1:3306"</Fact>
                <Fact label="Version">{long}</Fact>
                <Fact label="Not known">"–"</Fact>
            </Facts>
            <h3>"Details out of sight"</h3>
            <Disclosure summary="Closed">"Not to be seen at first."</Disclosure>
            <Disclosure summary="Open" open=true>
                <CopyText label="the command" text="maxctrl set server shop-db2 maintenance" />
            </Disclosure>
            <p>
                "Press " <kbd>"Ctrl K"</kbd> ", read " <code>"state"</code> ", follow "
                <a href="#/ui">"a link"</a> "."
            </p>
        </Section>
    }
}
