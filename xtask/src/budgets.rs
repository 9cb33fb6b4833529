//! The limits in tests/budgets.json. They leave room for what is to come and are not lowered after
//! each gain: a limit that is reached asks for a look at what grew, not for tricks.

use serde_json::Value;

use crate::failure::Failure;
use crate::{compress, files, paths};

/// One file of `dist/`.
pub struct Size {
    /// Its name.
    pub name: String,
    /// Whether it is loaded at the start; other files are parts, which come when they are needed.
    pub at_start: bool,
    /// Bytes as it is.
    pub plain: usize,
    /// Bytes in gzip.
    pub gzip: usize,
    /// Bytes in Brotli.
    pub brotli: usize,
}

/// The sizes of all files of `dist/`: modules count once.
pub fn sizes() -> Result<Vec<Size>, Failure> {
    let page = files::read_text(&paths::dist().join("index.html"))?;
    let names = files::names(&paths::dist())?;
    names.into_iter().filter(|name| !name.ends_with(".gz")).map(|name| size(name, &page)).collect()
}

/// Checks the bytes of a cold start and of each part against their limits.
pub fn check_bytes() -> Result<(), Failure> {
    let (start, parts): (Vec<Size>, Vec<Size>) =
        sizes()?.into_iter().partition(|size| size.at_start);
    check("a cold start", start.iter().map(|size| size.brotli).sum(), "cold_start_brotli_bytes")?;
    let largest = parts.iter().max_by_key(|size| size.brotli);
    largest.map_or(Ok(()), |part| check(&part.name, part.brotli, "part_brotli_bytes"))
}

fn check(what: &str, bytes: usize, limit: &str) -> Result<(), Failure> {
    let most = read(limit)?;
    println!("    {what} is {bytes} bytes in Brotli; the limit is {most}.");
    if bytes > most {
        return Err(Failure::new(format!("{what} is {} bytes over its limit", bytes - most)));
    }
    Ok(())
}

fn read(key: &str) -> Result<usize, Failure> {
    let path = paths::root().join("tests/budgets.json");
    let text = files::read_text(&path)?;
    let budgets: Value = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    let bytes = budgets.get(key).and_then(Value::as_u64);
    bytes
        .and_then(|bytes| usize::try_from(bytes).ok())
        .ok_or_else(|| Failure::new(format!("{}: {key} is missing", path.display())))
}

fn size(name: String, page: &str) -> Result<Size, Failure> {
    let content = files::read(&paths::dist().join(&name))?;
    Ok(Size {
        at_start: name == "index.html" || page.contains(&name),
        plain: content.len(),
        gzip: compress::gzip(&content)?.len(),
        brotli: compress::brotli(&content)?.len(),
        name,
    })
}
