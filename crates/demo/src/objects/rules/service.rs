//! What the parameters of a router have to fulfil together, and what some imply.

use super::{is_given, is_on, text};
use crate::objects::Parameters;
use serde_json::json;

/// The problems of a router's own parameters.
#[must_use]
pub fn router(module: &str, parameters: &Parameters) -> Vec<String> {
    if module != "mirror" {
        return Vec::new();
    }
    let lacks = |name| !is_given(parameters, name);
    match text(parameters, "exporter") {
        "file" if lacks("file") => {
            vec!["'file' must be defined when exporter=file is used.".to_owned()]
        }
        "kafka" if lacks("kafka_broker") || lacks("kafka_topic") => {
            let text = "Both 'kafka_broker' and 'kafka_topic' must be defined when exporter=kafka \
                        is used.";
            vec![text.to_owned()]
        }
        _ => Vec::new(),
    }
}

/// Sets what other parameters of `readwritesplit` imply.
pub fn implied(module: &str, parameters: &mut Parameters) {
    if module != "readwritesplit" {
        return;
    }
    if !matches!(text(parameters, "causal_reads"), "" | "none") {
        parameters.insert("retry_failed_reads".to_owned(), json!(true));
    }
    if is_on(parameters, "optimistic_trx") {
        parameters.insert("transaction_replay".to_owned(), json!(true));
    }
    let replays = is_on(parameters, "transaction_replay");
    if replays {
        parameters.insert("delayed_retry".to_owned(), json!(true));
        let timeout = millis(parameters, "transaction_replay_timeout");
        if millis(parameters, "delayed_retry_timeout") < timeout {
            parameters.insert("delayed_retry_timeout".to_owned(), json!(format!("{timeout}ms")));
        }
    }
    if replays || is_on(parameters, "lazy_connect") {
        parameters.insert("master_reconnection".to_owned(), json!(true));
        parameters.insert("master_failure_mode".to_owned(), json!("fail_on_write"));
    }
}

fn millis(parameters: &Parameters, name: &str) -> u64 {
    text(parameters, name).trim_end_matches("ms").parse().unwrap_or_default()
}
