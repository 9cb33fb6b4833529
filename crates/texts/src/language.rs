//! Which language is spoken, and where its texts are.

use std::cell::Cell;

use crate::Area;

/// The texts of an area, in the order in which they stand there: each with its forms.
pub(crate) type Table = &'static [&'static [&'static str]];

/// A language of the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The one that needs no translation.
    English,
    /// The proof that there can be others.
    German,
    /// English in letters that nobody writes, for tests.
    #[cfg(feature = "pseudo")]
    Pseudo,
}

impl Language {
    /// Those that people choose from.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// As browsers name it (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            #[cfg(feature = "pseudo")]
            Self::Pseudo => "en-XA",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            #[cfg(feature = "pseudo")]
            Self::Pseudo => "Pseudo",
        }
    }

    /// The one of a tag such as `de` or `de-AT`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        #[cfg(feature = "pseudo")]
        if tag == Self::Pseudo.tag() {
            return Some(Self::Pseudo);
        }
        let language = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|known| known.tag().eq_ignore_ascii_case(language))
    }
}

/// The texts of a language other than English.
#[derive(Clone, Copy)]
pub struct Translation {
    language: Language,
    tables: &'static [Table],
}

thread_local! {
    static SPOKEN: Cell<Option<Translation>> = const { Cell::new(None) };
}

/// German. Whoever calls this has all its texts in the part of the app that it stands in.
pub fn german() -> Translation {
    Translation { language: Language::German, tables: crate::GERMAN }
}

/// From now on all texts are of this translation; of English where there is none.
pub fn speak(translation: Option<Translation>) {
    SPOKEN.set(translation);
}

/// The language that is spoken.
pub fn spoken() -> Language {
    SPOKEN.get().map_or(Language::English, |translation| translation.language)
}

/// What `compute` makes of texts in English, whatever is spoken: for who looks for English words,
/// and for programs. It must keep none of them.
pub fn in_english<R>(compute: impl FnOnce() -> R) -> R {
    let spoken = SPOKEN.replace(None);
    let computed = compute();
    SPOKEN.set(spoken);
    computed
}

/// Where a text is in the tables of a translation: the area in the upper half, its place there in
/// the lower one. A word is less code than two, at each text.
#[derive(Clone, Copy)]
pub(crate) struct Key(u32);

impl Key {
    pub(crate) const fn of(area: Area, place: u16) -> Self {
        Self((area as u32) << 16 | place as u32)
    }

    fn forms(self, translation: Translation) -> Option<&'static [&'static str]> {
        let table = translation.tables.get((self.0 >> 16) as usize)?;
        table.get((self.0 & 0xffff) as usize).copied()
    }
}

/// A text in the language that is spoken.
pub(crate) fn find(key: Key, english: &'static &'static str) -> &'static str {
    find_form(key, 0, english)
}

/// The form of a text for this count, in the language that is spoken.
pub(crate) fn find_counted(
    key: Key,
    count: u64,
    english: &'static [&'static str; 2],
) -> &'static str {
    let [one, other] = english;
    if count == 1 { find_form(key, 0, one) } else { find_form(key, 1, other) }
}

// References to texts are words too.
#[inline(never)]
fn find_form(key: Key, form: usize, english: &'static &'static str) -> &'static &'static str {
    let Some(translation) = SPOKEN.get() else { return english };
    #[cfg(feature = "pseudo")]
    if translation.language == Language::Pseudo {
        return crate::pseudo::of(english);
    }
    key.forms(translation).and_then(|forms| forms.get(form)).unwrap_or(english)
}

/// A language that no one speaks.
#[cfg(feature = "pseudo")]
pub fn pseudo() -> Translation {
    Translation { language: Language::Pseudo, tables: &[] }
}
