//! Sends the log over a WebSocket, row by row (rest-api.md 3.10).

use super::frame;
use crate::api::logs::Follow;
use crate::simulation::Simulation;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{sleep, timeout};

/// How long after one look at the log the next one follows.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// A client that takes longer for what it was sent is given up.
const PATIENCE: Duration = Duration::from_secs(30);

/// Streams once the connection has become a WebSocket, until either side ends it.
pub fn open(connection: OnUpgrade, simulation: Simulation, follow: Follow) {
    tokio::spawn(async move {
        if let Ok(connection) = connection.await {
            run(TokioIo::new(connection), simulation, follow).await;
        }
    });
}

async fn run(socket: impl AsyncRead + AsyncWrite, simulation: Simulation, mut follow: Follow) {
    let (mut incoming, mut outgoing) = tokio::io::split(socket);
    let mut word = [0; 1];
    while let Some(batch) = simulation.read_log(&mut follow).await {
        let frames: Vec<u8> = batch.rows.iter().flat_map(|row| frame::text(row)).collect();
        let sent = timeout(PATIENCE, outgoing.write_all(&frames)).await;
        if !matches!(sent, Ok(Ok(()))) {
            return;
        }
        let pause = if batch.more { Duration::ZERO } else { BETWEEN_LOOKS };
        // Whatever the client sends ends the stream, and so does its end.
        tokio::select! {
            _ = incoming.read(&mut word) => break,
            () = sleep(pause) => {}
        }
    }
    let _ = timeout(PATIENCE, outgoing.write_all(&frame::CLOSE)).await;
    let _ = timeout(PATIENCE, outgoing.shutdown()).await;
}
