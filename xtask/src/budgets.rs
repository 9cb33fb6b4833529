//! The budgets in tests/budgets.json, which may only become tighter.

use serde_json::Value;

use crate::failure::Failure;
use crate::{compress, files, places};

/// One file of a cold start.
pub struct Size {
    /// Its name in `dist/`.
    pub name: String,
    /// Bytes as it is.
    pub plain: usize,
    /// Bytes in gzip.
    pub gzip: usize,
    /// Bytes in Brotli.
    pub brotli: usize,
}

/// The sizes of all files that a cold start of `dist/` loads: the module counts once.
pub fn sizes() -> Result<Vec<Size>, Failure> {
    let names = files::names(&places::dist())?;
    names.into_iter().filter(|name| !name.ends_with(".gz")).map(size).collect()
}

/// Checks the bytes of a cold start against the budget.
pub fn check_bytes() -> Result<(), Failure> {
    let total: usize = sizes()?.iter().map(|size| size.brotli).sum();
    let budget = bytes()?;
    println!("    A cold start is {total} bytes in Brotli; the budget is {budget}.");
    if total > budget {
        return Err(Failure::new(format!("the app is {} bytes over its budget", total - budget)));
    }
    Ok(())
}

/// The most bytes, compressed by Brotli, that a cold start may load.
pub fn bytes() -> Result<usize, Failure> {
    let path = places::root().join("tests/budgets.json");
    let text = files::read_text(&path)?;
    let budgets: Value = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    budgets
        .get("cold_start_brotli_bytes")
        .and_then(Value::as_u64)
        .and_then(|bytes| usize::try_from(bytes).ok())
        .ok_or_else(|| {
            Failure::new(format!("{}: cold_start_brotli_bytes is missing", path.display()))
        })
}

fn size(name: String) -> Result<Size, Failure> {
    let content = files::read(&places::dist().join(&name))?;
    let gzip = compress::gzip(&content)?.len();
    let brotli = compress::brotli(&content)?.len();
    Ok(Size { name, plain: content.len(), gzip, brotli })
}
