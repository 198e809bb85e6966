//! Which policy rules a map or an endpoint may break.

use crate::reader::{List, Maybe, Text};
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::source::Span;
use crate::text::similar;

/// The entries of one `allow`, and whether each was needed.
#[derive(Debug, Default)]
pub(super) struct Allow {
    entries: Vec<(Rule, Span, bool)>,
    /// It is no list of texts, and may have meant any rule.
    is_broken: bool,
}

impl Allow {
    pub(super) fn read(texts: &Maybe<List<Text<'_>>>, report: &mut Report) -> Self {
        let mut allow = Self::default();
        match texts {
            Some(Ok(texts)) => {
                for text in texts {
                    match text {
                        Ok(text) => allow.add(text, report),
                        Err(_) => allow.is_broken = true,
                    }
                }
            }
            Some(Err(_)) => allow.is_broken = true,
            None => {}
        }
        allow
    }

    fn add(&mut self, text: &Text<'_>, report: &mut Report) {
        let known = policy_rules();
        let rules = || listed(&known, "and");
        let rule = named(text.value);
        if let Some(rule) = rule.filter(|rule| rule.is_policy()) {
            self.entries.push((rule, text.span.clone(), false));
            return;
        }
        if let Some(rule) = rule {
            let title = format!("rule `{rule}` cannot be allowed");
            report.push(
                Diagnostic::new(Rule::InvalidValue, &text.span, title)
                    .label("not a policy rule")
                    .note(format!("the policy rules are {}", rules())),
            );
            return;
        }
        let meant = similar(text.value, &known);
        // The rule that was meant is not broken as well.
        if let Some(rule) = meant.and_then(named) {
            self.entries.push((rule, text.span.clone(), true));
        }
        let title = format!("unknown rule {}", quoted(text.value));
        report.push(
            Diagnostic::new(Rule::UnknownName, &text.span, title)
                .label("no policy rule has this name")
                .help(match meant {
                    Some(meant) => format!("a rule with a similar name exists: `{meant}`"),
                    None => format!("the policy rules are {}", rules()),
                }),
        );
    }

    pub(super) fn has(&self, rule: Rule) -> bool {
        self.is_broken || self.entries.iter().any(|(allowed, ..)| *allowed == rule)
    }

    /// Whether the rule may be broken; the entry that says so was needed.
    pub(super) fn uses(&mut self, rule: Rule) -> bool {
        match self
            .entries
            .iter_mut()
            .find(|(allowed, ..)| *allowed == rule)
        {
            Some((_, _, used)) => {
                *used = true;
                true
            }
            None => self.is_broken,
        }
    }

    pub(super) fn report_unneeded(&self, report: &mut Report) {
        for (rule, span, _) in self.entries.iter().filter(|(_, _, used)| !used) {
            report.push(
                Diagnostic::new(
                    Rule::UnneededAllow,
                    span,
                    format!("unneeded allow of `{rule}`"),
                )
                .label("allows nothing")
                .note("the rule is not broken, or allowed already")
                .help("remove it from `allow`"),
            );
        }
    }
}

fn named(name: &str) -> Option<Rule> {
    Rule::ALL.iter().copied().find(|rule| rule.as_str() == name)
}

fn policy_rules() -> Vec<&'static str> {
    let mut rules = Vec::new();
    for rule in Rule::ALL {
        if rule.is_policy() {
            rules.push(rule.as_str());
        }
    }
    rules
}
