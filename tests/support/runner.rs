//! Runs one browser test: what it opened is looked at and closed when it ends, well or badly.

use super::browser::{self, Window};
use super::folders;
use super::page::Page;
use futures::FutureExt;
use libtest_mimic::{Failed, Trial};
use std::cell::RefCell;
use std::future::Future;
use std::panic::AssertUnwindSafe;

/// As much text of a page as helps to see where it is, in characters.
const TEXT_LIMIT: usize = 600;

#[derive(Default)]
struct Opened {
    windows: Vec<Window>,
    pages: Vec<Page>,
}

tokio::task_local! {
    static OPENED: RefCell<Opened>;
}

/// A window that is closed when the test ends, with its first page.
pub async fn open_page() -> Page {
    let window = Window::open().await;
    let page = Page::open(&window).await;
    OPENED.with(|opened| {
        let mut opened = opened.borrow_mut();
        opened.pages.push(page.clone());
        opened.windows.push(window);
    });
    page
}

/// Another page in the window that was opened last, as a tab beside: it has the same cookies.
pub async fn open_page_beside() -> Page {
    let window = OPENED.with(|opened| opened.borrow_mut().windows.pop());
    let window = window.expect("a window");
    let page = Page::open(&window).await;
    OPENED.with(|opened| {
        let mut opened = opened.borrow_mut();
        opened.pages.push(page.clone());
        opened.windows.push(window);
    });
    page
}

/// A test by its name; `browser_tests!` writes the calls.
pub fn browser_test<F: Future<Output = ()> + 'static>(name: &str, body: fn() -> F) -> Trial {
    let name = name.to_owned();
    Trial::test(name.clone(), move || browser::runtime().block_on(run(&name, body())))
}

/// Runs what opens pages, and says what went wrong in it or in them.
pub async fn run(name: &str, body: impl Future<Output = ()>) -> Result<(), Failed> {
    OPENED
        .scope(RefCell::default(), async {
            let ended = AssertUnwindSafe(body).catch_unwind().await;
            let mut wrong = ended.err().map(words).into_iter().collect::<Vec<_>>();
            let opened = OPENED.with(RefCell::take);
            for page in &opened.pages {
                page.await_expected_errors().await;
                wrong.extend(page.unexpected_errors().await);
            }
            if !wrong.is_empty() {
                for (number, page) in opened.pages.iter().enumerate() {
                    wrong.push(dump(page, &format!("{name}-{number}")).await);
                }
            }
            for window in opened.windows {
                window.close().await;
            }
            if wrong.is_empty() { Ok(()) } else { Err(failure(name, &wrong.join("\n"))) }
        })
        .await
}

/// What was wrong, which is kept beside the pictures too.
fn failure(name: &str, wrong: &str) -> Failed {
    let path = folders::output("browser-failures").join(format!("{}.txt", file_name(name)));
    let kept = std::fs::write(&path, format!("{name}\n{wrong}\n"));
    kept.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    wrong.into()
}

fn file_name(name: &str) -> String {
    name.replace("::", "-")
}

/// The words of a panic.
fn words(panic: Box<dyn std::any::Any + Send>) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let place = PLACE.take();
    format!("{place}: {}", text.unwrap_or_else(|| "a panic without words".to_owned()))
}

thread_local! {
    static PLACE: RefCell<String> = RefCell::default();
}

/// Keeps silent about panics, which the report tells, and remembers the line of the test.
pub fn remember_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let trace = std::backtrace::Backtrace::force_capture().to_string();
        let of_a_test = trace
            .lines()
            .map(str::trim)
            .find(|line| line.contains("/browser/") && line.starts_with("at "));
        let place = of_a_test.map(|line| line.trim_start_matches("at ").to_owned());
        let place = place.or_else(|| panic.location().map(ToString::to_string));
        PLACE.set(place.unwrap_or_default());
    }));
}

/// Keeps what the page looked like, and says where.
async fn dump(page: &Page, name: &str) -> String {
    let path = folders::output("browser-failures").join(format!("{}.png", file_name(name)));
    let kept = std::fs::write(&path, page.screenshot().await);
    kept.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let text: String = page.text().await.chars().take(TEXT_LIMIT).collect();
    format!("the page at {}, kept as {}, begins with:\n{text}", page.url().await, path.display())
}

/// The tests of a module, each an `async fn` without arguments, named by module and function.
#[macro_export]
macro_rules! browser_tests {
    ($($test:ident),+ $(,)?) => {
        /// The tests of this module.
        pub fn tests() -> Vec<libtest_mimic::Trial> {
            let module = module_path!().trim_start_matches("browser::");
            vec![$($crate::support::runner::browser_test(&format!("{module}::{}", stringify!($test)), $test)),+]
        }
    };
}
