//! The arguments of a command, which go by their order or by their names (rest-api.md 5.2,
//! recording commands-arguments of 24.08).

use crate::objects::metadata::{Argument, Command};
use crate::world::World;

/// The words for true and false.
const WORDS: [(&str, bool); 8] = [
    ("true", true),
    ("yes", true),
    ("on", true),
    ("1", true),
    ("false", false),
    ("no", false),
    ("off", false),
    ("0", false),
];

/// What a command is given: for each of its arguments a text, or nothing.
pub struct Arguments<'a> {
    command: &'a Command,
    values: Vec<Option<String>>,
}

impl<'a> Arguments<'a> {
    /// Reads what a request gives a command of a module.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(
        world: &World,
        module: &str,
        command: &'a Command,
        given: &[(String, String)],
    ) -> Result<Self, Vec<String>> {
        let check = Check { world, module };
        let values = if command.is_by_name() {
            check.by_name(command, given)?
        } else {
            check.by_order(command, given).map_err(|problem| vec![problem])?
        };
        Ok(Self { command, values })
    }

    /// The argument at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&str> {
        self.values.get(place).and_then(Option::as_deref)
    }

    /// The argument at a place, or the empty text.
    #[must_use]
    pub fn text(&self, place: usize) -> &str {
        self.at(place).unwrap_or_default()
    }

    /// The arguments at these places, as far as they are given.
    #[must_use]
    pub fn between(&self, from: usize, to: usize) -> Vec<String> {
        (from..to).filter_map(|place| self.at(place)).map(str::to_owned).collect()
    }

    /// Whether the argument of that name is given and true.
    #[must_use]
    pub fn is_on(&self, name: &str) -> bool {
        let mut names = self.command.parameters.iter().map(|argument| argument.name.as_deref());
        let place = names.position(|known| known == Some(name));
        place.and_then(|place| self.at(place)).and_then(truth) == Some(true)
    }
}

fn truth(text: &str) -> Option<bool> {
    WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, value)| *value)
}

/// What arguments are held against.
struct Check<'a> {
    world: &'a World,
    module: &'a str,
}

impl Check<'_> {
    fn by_order(
        &self,
        command: &Command,
        given: &[(String, String)],
    ) -> Result<Vec<Option<String>>, String> {
        let texts = given.iter().map(|(key, value)| match value.as_str() {
            "" => key.clone(),
            value => format!("{key}={value}"),
        });
        let keeps_empty = self.world.version.has_empty_arguments();
        let texts: Vec<String> = texts.filter(|text| keeps_empty || !text.is_empty()).collect();
        let (least, most) = (command.arg_min, command.parameters.len());
        if texts.len() < least || texts.len() > most {
            let expected = if least == most {
                format!("Expected {most} arguments")
            } else {
                format!("Expected between {least} and {most} arguments")
            };
            return Err(format!("{expected}, got {}.", texts.len()));
        }
        for ((number, argument), text) in (1..).zip(&command.parameters).zip(&texts) {
            if text.is_empty() && argument.is_required() {
                return Err(format!("Argument {number}, : No argument given"));
            }
            if let Some(problem) = self.problem(argument, text).filter(|_| !text.is_empty()) {
                return Err(format!("Argument {number}, {problem}: {text}"));
            }
        }
        Ok(texts.into_iter().map(|text| Some(text).filter(|text| !text.is_empty())).collect())
    }

    fn by_name(
        &self,
        command: &Command,
        given: &[(String, String)],
    ) -> Result<Vec<Option<String>>, Vec<String>> {
        let problems = malformed(given);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut problems = Vec::new();
        let mut values = Vec::new();
        for argument in &command.parameters {
            let name = argument.name.as_deref().unwrap_or_default();
            let value = given.iter().find(|(key, _)| key == name).map(|(_, value)| value);
            match value {
                Some(value) => problems.extend(
                    self.problem(argument, value)
                        .map(|problem| format!("Argument '{name}' value '{value}': {problem}")),
                ),
                None if argument.is_required() => {
                    problems.push(format!("Mandatory argument '{name}' is not defined."));
                }
                None => {}
            }
            values.push(value.cloned());
        }
        if problems.is_empty() {
            problems.extend(unrecognized(command, given));
        }
        if problems.is_empty() { Ok(values) } else { Err(problems) }
    }

    /// What is wrong with the value of an argument.
    fn problem(&self, argument: &Argument, value: &str) -> Option<String> {
        let kind = argument.kind.trim_matches(['[', ']']).to_lowercase();
        let world = self.world;
        let (owner, word) = match kind.as_str() {
            "monitor" => (world.monitor(value).map(|monitor| monitor.module.name()), "monitor"),
            "server" => (world.server(value).map(|_| self.module), "server"),
            "service" => (world.service(value).map(|service| service.router.module()), "router"),
            "filter" => (world.filters.get(value).map(|one| one.module.as_str()), "filter"),
            "boolean" => {
                return truth(value).is_none().then(|| "not a boolean value".to_owned());
            }
            _ => return None,
        };
        match owner {
            None => Some(format!("{kind} not found")),
            Some(owner) if owner != self.module => {
                Some(format!("{word} and domain names don't match"))
            }
            Some(_) => None,
        }
    }
}

/// What is wrong with pairs of names and values, whatever the command.
fn malformed(given: &[(String, String)]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (name, value) in given {
        if name.is_empty() {
            problems.push("Empty argument name not allowed.".to_owned());
        } else if value.is_empty() {
            problems.push(format!(
                "Argument '{name}' does not have a corresponding value. This command expects \
                 arguments as a list of key=value pairs."
            ));
        } else if seen.contains(&name.as_str()) {
            problems.push(format!("Argument '{name}' is defined multiple times."));
        } else {
            seen.push(name);
        }
    }
    problems
}

fn unrecognized(command: &Command, given: &[(String, String)]) -> Option<String> {
    let is_known = |name: &str| {
        command.parameters.iter().any(|argument| argument.name.as_deref() == Some(name))
    };
    let unknown = given.iter().map(|(name, _)| name.as_str()).filter(|name| !is_known(name));
    let mut unknown: Vec<String> = unknown.map(|name| format!("'{name}'")).collect();
    unknown.sort();
    match unknown.as_slice() {
        [] => None,
        [one] => Some(format!("Argument {one} was unrecognized.")),
        [first @ .., last] => {
            Some(format!("Arguments {} and {last} were unrecognized.", first.join(", ")))
        }
    }
}
