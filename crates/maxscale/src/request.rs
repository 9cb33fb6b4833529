//! A request to the REST API, and how to say it in a terminal.

/// The verb of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read.
    Get,
    /// Set or clear a state, start, stop.
    Put,
    /// Call a command of a module.
    Post,
    /// Remove.
    Delete,
}

impl Verb {
    /// The verb as HTTP writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// A request: verb, path below `/v1/` with its parts encoded, options in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The verb.
    pub verb: Verb,
    path: String,
    options: Vec<(&'static str, String)>,
    maxctrl: Vec<String>,
}

impl Request {
    /// A request to a path below `/v1/`.
    pub fn new(verb: Verb, path: impl Into<String>) -> Self {
        Self { verb, path: path.into(), options: vec![], maxctrl: vec![] }
    }

    /// Adds a query option; the value may only have characters that need no encoding there.
    pub fn option(mut self, name: &'static str, value: &str) -> Self {
        self.options.push((name, value.to_owned()));
        if (name, value) == ("force", "yes") && !self.maxctrl.is_empty() {
            self.maxctrl.push("--force".to_owned());
        }
        self
    }

    pub(crate) fn maxctrl(mut self, words: &[&str]) -> Self {
        self.maxctrl = words.iter().map(|&word| word.to_owned()).collect();
        self
    }

    /// The URL below `/v1/`.
    pub fn url(&self) -> String {
        let mut url = self.path.clone();
        for (index, (name, value)) in self.options.iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.push_str(value);
        }
        url
    }

    /// The request as a curl command; `api` is the URL of `/v1/` with its last slash. curl asks
    /// for the password, so that it stands in no history.
    pub fn curl(&self, api: &str, user: &str) -> String {
        let url = quote(&format!("{api}{}", self.url()));
        format!("curl -u {} -X {} {url}", quote(user), self.verb.word())
    }

    /// The same for the command line client `maxctrl`, where it has a command for it.
    pub fn as_maxctrl(&self) -> Option<String> {
        if self.maxctrl.is_empty() {
            return None;
        }
        let words = self.maxctrl.iter().map(|word| quote(word));
        Some(std::iter::once("maxctrl".to_owned()).chain(words).collect::<Vec<_>>().join(" "))
    }
}

/// A word as a POSIX shell reads it back unchanged.
fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._/:@%+=,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use crate::action::Action;
    use crate::name::ServerName;

    #[test]
    fn reads_as_one_would_type_it() {
        let server = ServerName::new("it's");
        let requests = Action::Maintain { force: true }.requests(&server, true);
        assert_eq!(
            requests[0].curl("http://127.0.0.1:8989/v1/", "admin"),
            "curl -u admin -X PUT \
             'http://127.0.0.1:8989/v1/servers/it%27s/set?state=maintenance&force=yes'"
        );
        assert_eq!(
            requests[0].as_maxctrl().as_deref(),
            Some(r"maxctrl set server 'it'\''s' maintenance --force")
        );
    }
}
