//! The parameters of a service, as far as routing goes by them.

use crate::world::resources::Service;

impl Service {
    /// Whether a parameter is true.
    #[must_use]
    pub fn is_on(&self, parameter: &str) -> bool {
        self.parameters.get(parameter).and_then(|value| value.as_bool()).unwrap_or(false)
    }

    /// A number among the parameters.
    #[must_use]
    pub fn number(&self, parameter: &str) -> u64 {
        self.parameters.get(parameter).and_then(|value| value.as_u64()).unwrap_or_default()
    }

    /// A text among the parameters.
    #[must_use]
    pub fn text(&self, parameter: &str) -> &str {
        self.parameters.get(parameter).and_then(|value| value.as_str()).unwrap_or_default()
    }

    /// A duration among the parameters, in whole seconds.
    #[must_use]
    pub fn seconds(&self, parameter: &str) -> u64 {
        let text = self.text(parameter);
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let number: u64 = digits.parse().unwrap_or_default();
        match text.get(digits.len()..).unwrap_or_default() {
            "ms" => number / 1000,
            "m" | "min" => number * 60,
            "h" => number * 3600,
            _ => number,
        }
    }
}
