//! How texts are written down.

/// The modules of texts.
macro_rules! areas {
    ($( $(#[$doc:meta])* $area:ident, )+) => {
        $( $(#[$doc])* pub mod $area; )+

        /// The modules of texts, in the order of the tables of a translation.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        pub(crate) enum Area { $($area),+ }

        /// The tables of German.
        pub(crate) static GERMAN: &[$crate::language::Table] = &[$($area::GERMAN),+];

        /// All texts: where one is in the source, as `area::name`, and its forms in English and in
        /// German.
        pub fn all() -> impl Iterator<Item = (String, [&'static [&'static str]; 2])> {
            let areas = [$((stringify!($area), $area::NAMES, $area::ENGLISH, $area::GERMAN)),+];
            areas.into_iter().flat_map(|(area, names, english, german)| {
                names.iter().zip(english).zip(german).map(move |((name, english), german)| {
                    (format!("{area}::{name}"), [*english, *german])
                })
            })
        }
    };
}

/// The texts of an area, each with its English and its German:
///
/// ```text
/// texts! { in dialog;
///     cancel: "Cancel", "Abbrechen";
///     from_to(first, last): "{first} to {last}", "{first} bis {last}";
///     servers(count): ["{count} server", "{count} servers"], ["{count} Server", "{count} Server"];
/// }
/// ```
///
/// A text in brackets has a form for one and another for all other counts; the first of what it takes
/// is the count, which is written as the language writes numbers.
macro_rules! texts {
    (in $area:ident; $( $name:ident $(( $($argument:ident),+ ))? : $english:tt, $german:tt; )+) => {
        #[allow(non_camel_case_types)]
        enum Id { $($name),+ }

        const fn key(area: $crate::Area, id: Id) -> $crate::language::Key {
            $crate::language::Key::of(area, id as u16)
        }

        pub(crate) static GERMAN: $crate::language::Table = &[$( texts!(@forms $german) ),+];
        pub(crate) static ENGLISH: $crate::language::Table = &[$( texts!(@forms $english) ),+];
        pub(crate) static NAMES: &[&str] = &[$( stringify!($name) ),+];

        $( texts!(@text $area $name ($($($argument),+)?) $english); )+
    };

    (@forms $text:literal) => { &[$text] };
    (@forms [$($form:literal),+]) => { &[$($form),+] };

    (@text $area:ident $name:ident () $english:literal) => {
        #[doc = $english]
        pub fn $name() -> &'static str {
            static ENGLISH: &str = $english;
            $crate::language::find(key($crate::Area::$area, Id::$name), &ENGLISH)
        }
    };
    (@text $area:ident $name:ident ($($argument:ident),+) $english:literal) => {
        #[doc = $english]
        pub fn $name($($argument: impl ::core::fmt::Display),+) -> String {
            static ENGLISH: &str = $english;
            let text = $crate::language::find(key($crate::Area::$area, Id::$name), &ENGLISH);
            $crate::fill::fill(text, &[$(stringify!($argument)),+], &[$(&$argument),+])
        }
    };
    (@text $area:ident $name:ident ($count:ident $(, $argument:ident)*) [$one:literal, $other:literal]) => {
        #[doc = $other]
        pub fn $name($count: u64 $(, $argument: impl ::core::fmt::Display)*) -> String {
            static ENGLISH: [&str; 2] = [$one, $other];
            let key = key($crate::Area::$area, Id::$name);
            let text = $crate::language::find_counted(key, $count, &ENGLISH);
            $crate::fill::fill(
                text,
                &[stringify!($count) $(, stringify!($argument))*],
                &[&$crate::number($count) $(, &$argument)*],
            )
        }
    };
}
