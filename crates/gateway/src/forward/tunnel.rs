//! Joins browser and MaxScale once they speak another protocol than HTTP.

use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::io::copy_bidirectional;

/// Copies both ways until one side ends.
pub(super) fn open(browser: OnUpgrade, maxscale: OnUpgrade) {
    tokio::spawn(async move {
        let (mut browser, mut maxscale) = match tokio::try_join!(browser, maxscale) {
            Ok((browser, maxscale)) => (TokioIo::new(browser), TokioIo::new(maxscale)),
            Err(error) => return tracing::debug!("A WebSocket did not come about: {error}"),
        };
        if let Err(error) = copy_bidirectional(&mut browser, &mut maxscale).await {
            tracing::debug!("A WebSocket broke: {error}");
        }
    });
}
