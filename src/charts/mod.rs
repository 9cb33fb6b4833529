//! Charts: lines over time on a canvas, with a read-out in words; they know nothing of MaxScale.
//!
//! A canvas, because drawing changes nothing in the document, however many lines there are. All
//! that can be read is also there as text: the read-out, and a table that the caller makes.

mod chart;
mod paint;
mod plot;
mod readout;
mod scale;
mod watch;

pub use chart::Chart;
pub use plot::{Band, Line, Plot, Point, Shade};
