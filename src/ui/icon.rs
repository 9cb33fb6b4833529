//! The icons: one stroke drawing each, on a grid of 24, in the colour of the text around it.

use leptos::prelude::*;

/// A drawing with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is what the drawing shows")]
pub enum Icon {
    ArrowDownToLine,
    Auto,
    Bell,
    Bolt,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Clock,
    Close,
    Contrast,
    Copy,
    Dashboard,
    Drain,
    Error,
    Eye,
    EyeOff,
    Flask,
    Gear,
    Globe,
    Info,
    Keyboard,
    Link,
    Lock,
    Moon,
    More,
    Pause,
    Play,
    Question,
    Refresh,
    Search,
    SignOut,
    SortDown,
    SortUp,
    Sun,
    Trash,
    User,
    Warning,
    Wrench,
}

#[cfg(feature = "gallery")]
impl Icon {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::ArrowDownToLine,
        Self::Auto,
        Self::Bell,
        Self::Bolt,
        Self::Check,
        Self::CheckCircle,
        Self::ChevronDown,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::Clock,
        Self::Close,
        Self::Contrast,
        Self::Copy,
        Self::Dashboard,
        Self::Drain,
        Self::Error,
        Self::Eye,
        Self::EyeOff,
        Self::Flask,
        Self::Gear,
        Self::Globe,
        Self::Info,
        Self::Keyboard,
        Self::Link,
        Self::Lock,
        Self::Moon,
        Self::More,
        Self::Pause,
        Self::Play,
        Self::Question,
        Self::Refresh,
        Self::Search,
        Self::SignOut,
        Self::SortDown,
        Self::SortUp,
        Self::Sun,
        Self::Trash,
        Self::User,
        Self::Warning,
        Self::Wrench,
    ];
}

impl Icon {
    /// The drawing as SVG path data.
    const fn path(self) -> &'static str {
        match self {
            Self::ArrowDownToLine => "M12 3v12m-5-5 5 5 5-5M5 20h14",
            Self::Auto => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18v18m0-15h3.4M12 9h5.4M12 12h6.2M12 15h5.4M12 18h3.4"
            }
            Self::Bell => "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4M12 5V3",
            Self::Bolt => "M13 3 5 14h6l-1 7 8-11h-6z",
            Self::Check => "m5 12.5 4.5 4.5L19 7",
            Self::CheckCircle => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.3l2.8 2.7L16 9.5",
            Self::ChevronDown => "m6 9 6 6 6-6",
            Self::ChevronLeft => "m15 6-6 6 6 6",
            Self::ChevronRight => "m9 6 6 6-6 6",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Contrast => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 6.5v11M12 7.5a4.5 4.5 0 0 1 0 9M12 10h3M12 12.5h4.2M12 15h3"
            }
            Self::Copy => "M9 8h11v13H9zM5 16H4V3h11v1",
            Self::Dashboard => "M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z",
            Self::Drain => "M4 4h16l-6.5 8v5M10.5 17v-5L4 4M12 20v1.5",
            Self::Error => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6"
            }
            Self::EyeOff => {
                "M6.5 7C4 8.8 2.5 12 2.5 12S6 18.5 12 18.5c1.6 0 3-.4 4.2-1M9.7 5.8c.7-.2 1.5-.3 2.3-.3 6 0 9.5 6.5 9.5 6.5s-.9 1.7-2.6 3.3M4 4l16 16M10 10a3 3 0 0 0 4 4"
            }
            Self::Flask => "M9 3h6M10 3v6l-5 9a2 2 0 0 0 1.8 3h10.4a2 2 0 0 0 1.8-3l-5-9V3",
            Self::Gear => {
                "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10.3 3h3.4l.5 2.6 1.9 1.1 2.5-.9 1.7 3-2 1.7v2.2l2 1.7-1.7 3-2.5-.9-1.9 1.1-.5 2.6h-3.4l-.5-2.6-1.9-1.1-2.5.9-1.7-3 2-1.7v-2.2l-2-1.7 1.7-3 2.5.9 1.9-1.1z"
            }
            Self::Globe => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3a14 14 0 0 1 0 18M12 3a14 14 0 0 0 0 18"
            }
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v6M12 7.2v.3",
            Self::Keyboard => "M3 6h18v12H3zM7 10h.5M11 10h.5M15 10h.5M7 14h10M17.5 10h.5",
            Self::Link => {
                "M10 14a4 4 0 0 0 5.7 0l4-4A4 4 0 0 0 14 4.3l-1.5 1.5M14 10a4 4 0 0 0-5.7 0l-4 4A4 4 0 0 0 10 19.7l1.5-1.5"
            }
            Self::Lock => "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2",
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5",
            Self::More => {
                "M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2"
            }
            Self::Pause => "M6.5 5h3.5v14H6.5zM14 5h3.5v14H14z",
            Self::Play => "M7 4.5v15L19.5 12z",
            Self::Question => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.3 9.5a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2.1M12 16.8v.3"
            }
            Self::Refresh => {
                "M20 4v5h-5M4 20v-5h5M19.5 9A8 8 0 0 0 5.4 7.6M4.5 15a8 8 0 0 0 14.1 1.4"
            }
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l4.5 4.5",
            Self::SignOut => "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
            Self::SortDown => "M12 5v14m-5-5 5 5 5-5",
            Self::SortUp => "M12 19V5m-5 5 5-5 5 5",
            Self::Sun => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"
            }
            Self::Trash => "M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 21h10l1-14.5M10 10.5v6.5M14 10.5v6.5",
            Self::User => {
                "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5"
            }
            Self::Warning => "M12 3.5 2.5 20h19zM12 10v5M12 17.2v.3",
            Self::Wrench => {
                "M14.5 9.5 20 4M20.5 8.5a5 5 0 0 1-6.7 4.7L7.5 19.5a2.1 2.1 0 0 1-3-3l6.3-6.3A5 5 0 0 1 15.5 3.5L13 7l.5 3.5L17 11z"
            }
        }
    }
}

/// Draws an icon. Hidden from assistive technology unless it has a `label`.
#[component]
pub fn IconView(
    /// The drawing.
    #[prop(into)]
    icon: Signal<Icon>,
    /// What it says where no words stand beside it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let role = label.as_ref().map(|_| "img");
    let hidden = label.is_none().then_some("true");
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            focusable="false"
            role=role
            aria-hidden=hidden
            aria-label=label
        >
            <path d=move || icon.get().path()></path>
        </svg>
    }
}
