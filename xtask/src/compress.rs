//! Compresses as well as it can be done, for files that are compressed once and sent often.

use std::io::Write;

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::Failure;

/// Brotli at level 11, with the window that browsers allow.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(content).and_then(|()| writer.flush()).map_err(failure)?;
    drop(writer);
    Ok(packed)
}

/// Gzip at level 9, without a time, so that equal content stays equal.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(failure)
}

fn failure(error: std::io::Error) -> Failure {
    Failure::new(format!("compressing failed: {error}"))
}
