//! Rule: a style sheet belongs to the module of the same name, and to nothing else.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

/// Style that belongs to the page as a whole.
const SHARED: [&str; 4] = ["tokens", "base", "layout", "main"];
/// Where the modules with a style of their own live.
const FOLDERS: [&str; 5] = ["ui", "commands", "components", "charts", "pages"];

#[test]
fn every_style_has_its_module() {
    let all = files();
    let orphans = all.iter().filter(|file| is_orphan(file, &all));
    let findings =
        orphans.map(|file| Finding::file(&file.path, "no module of this name")).collect();
    assert_kept(
        "style/NAME.css belongs to the module NAME of ui, commands, components, charts or pages:",
        findings,
    );
}

fn is_orphan(file: &File, all: &[File]) -> bool {
    let Some(path) = file.path.strip_prefix("style/").and_then(|path| path.strip_suffix(".css"))
    else {
        return false;
    };
    let name = path.rsplit('/').next().unwrap_or(path).replace('-', "_");
    let (module, folder) = (format!("/{name}.rs"), format!("/{name}/"));
    let belongs = |other: &File| {
        let inside = FOLDERS.iter().any(|folder| other.path.starts_with(&format!("src/{folder}/")));
        inside && (other.path.ends_with(&module) || other.path.contains(&folder))
    };
    !SHARED.contains(&name.as_str()) && !all.iter().any(belongs)
}

#[test]
fn a_style_without_its_module_is_found() {
    let all =
        ["src/ui/dialog.rs", "src/components/charts/mod.rs"].map(|path| File::sample(path, ""));
    let orphan = |path: &str| is_orphan(&File::sample(path, ""), &all);
    assert!(orphan("style/gauge.css"));
    assert!(!orphan("style/dialog.css") && !orphan("style/ui/dialog.css"));
    assert!(!orphan("style/charts.css") && !orphan("style/tokens.css"));
    assert!(!orphan("style/components.css") && orphan("style/src.css"));
}
