//! Which language the console speaks: the page says it before the app starts, and a change reloads
//! the page.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use texts::{Language, Translation};

use super::preferences::Preference;
use crate::ui::locale::write_numbers_as_here;

// Parts of languages are loaded for those who speak them only: see assets/parts.js.
#[wasm_split(language_german, wasm_split_path = ::leptos::wasm_split, fallible)]
fn german() -> Result<Translation, SplitLoaderError> {
    Ok(texts::german())
}

/// Loads the texts of the page's language. Where they cannot be had the console speaks English.
pub async fn speak_language_of_page() {
    texts::speak(match language_of_page() {
        Some(Language::German) => german().await.ok(),
        #[cfg(feature = "gallery")]
        Some(Language::Pseudo) => Some(texts::pseudo()),
        Some(Language::English) | None => None,
    });
    write_numbers_as_here();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", texts::spoken().tag());
    }
}

#[cfg(not(feature = "gallery"))]
fn language_of_page() -> Option<Language> {
    Language::of_tag(&document().document_element()?.get_attribute("lang")?)
}

/// For tests also one that the start script does not know.
#[cfg(feature = "gallery")]
fn language_of_page() -> Option<Language> {
    let on_page = document().document_element().and_then(|root| root.get_attribute("lang"));
    Language::of_tag(&Preference::Language.read().or(on_page)?)
}

/// Remembers a language and begins again in it.
pub fn choose_language(language: Language) {
    Preference::Language.write(Some(language.tag()));
    let _ = window().location().reload();
}
