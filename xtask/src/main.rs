//! The project's own commands: `cargo xtask demo | test | dist | bench`.

fn main() {}
