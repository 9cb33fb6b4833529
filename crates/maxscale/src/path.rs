//! Where in a resource a field stands; tests record which ones are read.

#[cfg(test)]
pub(crate) use recorded::{Path, paths_read};
#[cfg(not(test))]
pub(crate) use silent::Path;

/// Nothing is recorded, and nothing is kept for it.
#[cfg(not(test))]
mod silent {
    #[derive(Clone, Copy)]
    pub(crate) struct Path;

    impl Path {
        pub(crate) const UNKNOWN: Self = Self;
        pub(crate) const ROOT: Self = Self;

        pub(crate) fn join(self, _: &str) -> Self {
            self
        }

        pub(crate) fn read(self, _: &str) {}
    }
}

#[cfg(test)]
mod recorded {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        static READ: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    }

    /// Nothing is recorded of what stands at an unknown place.
    #[derive(Clone, Copy)]
    pub(crate) struct Path(Option<&'static str>);

    impl Path {
        pub(crate) const UNKNOWN: Self = Self(None);
        pub(crate) const ROOT: Self = Self(Some(""));

        fn to(self, name: &str) -> Option<String> {
            self.0.map(|path| [path, name].join("/").trim_start_matches('/').to_owned())
        }

        pub(crate) fn join(self, name: &str) -> Self {
            Self(self.to(name).map(|path| &*path.leak()))
        }

        pub(crate) fn read(self, name: &str) {
            READ.with_borrow_mut(|read| read.extend(self.to(name)));
        }
    }

    /// The fields that `read` reads.
    pub(crate) fn paths_read(read: impl FnOnce()) -> BTreeSet<String> {
        READ.take();
        read();
        READ.take()
    }
}
