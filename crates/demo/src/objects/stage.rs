//! Checks parameters step by step: each description first by itself, then what it wants together.

use super::Parameters;
use super::validation::{Check, Given, merge};

/// What parameters have to fulfil together.
pub type Rules<'a> = Box<dyn Fn(&Parameters) -> Vec<String> + 'a>;

/// One description with what its parameters have to fulfil together.
pub struct Stage<'a> {
    /// The description.
    pub check: Check<'a>,
    /// The problems of parameters that are right by themselves.
    pub rules: Rules<'a>,
}

impl Stage<'_> {
    /// Brings the parameters that this describes into the form in which they are shown.
    ///
    /// # Errors
    /// The problems of the first kind that there are.
    pub fn run(&self, given: &Given) -> Result<Parameters, Vec<String>> {
        let checked = self.check.validate(given)?;
        let mut effective = self.check.specification.defaults();
        effective.extend(checked.clone());
        let problems = (self.rules)(&effective);
        if problems.is_empty() { Ok(checked) } else { Err(problems) }
    }
}

/// Checks the parameters of something new.
///
/// # Errors
/// The problems of the first stage that has any.
pub fn create(stages: &[Stage], given: &Given) -> Result<Parameters, Vec<String>> {
    let mut all = Parameters::new();
    for stage in stages {
        all.extend(stage.run(given)?);
    }
    Ok(all)
}

/// Checks what shall become of the parameters of something that exists. One that cannot be changed
/// may be given if it is the same.
///
/// # Errors
/// The problems of the first stage that has any.
pub fn alter(
    stages: &[Stage],
    current: &Parameters,
    given: &Given,
) -> Result<Parameters, Vec<String>> {
    let wanted = merge(current, given);
    let all = create(stages, &wanted)?;
    for stage in stages {
        let problems = stage.check.fixed(current, &all);
        if !problems.is_empty() {
            return Err(problems);
        }
    }
    Ok(all)
}
