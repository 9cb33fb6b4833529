//! The program `maxconsole`.

fn main() {}
