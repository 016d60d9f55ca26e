//! What is wrong, and where: one line that a user can act on.

use core::fmt;

/// Why a scenario cannot be played, a chain not be read or a file not be written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    place: String,
    what: String,
}

impl Problem {
    /// `place` is a file with its line, a field with its owner, or an endpoint.
    pub fn new(place: impl Into<String>, what: impl fmt::Display) -> Self {
        // Messages of libraries may have several lines.
        let text = what.to_string();
        let lines: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        Self {
            place: place.into(),
            what: lines.join("; "),
        }
    }

    /// The same within something larger.
    pub fn within(self, outer: &str) -> Self {
        Self {
            place: format!("{outer}: {}", self.place),
            what: self.what,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.what)
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_one_line() {
        let problem = Problem::new("field", "one\n  two\n\n").within("file");
        assert_eq!(problem.to_string(), "file: field: one; two");
    }
}
