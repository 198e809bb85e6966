//! Which policy rules a map or an endpoint may break.

use crate::reader::Text;
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::source::Span;
use crate::text::{similar, similar_help};

/// The entries of one `allow`, and whether each was needed.
#[derive(Debug, Default)]
pub(super) struct Allow {
    entries: Vec<(Rule, Span, bool)>,
    /// It is no list, and may have meant any rule.
    is_broken: bool,
}

impl Allow {
    pub(super) fn read(texts: Option<&Vec<Text<'_>>>, report: &mut Report) -> Self {
        let mut allow = Self {
            entries: Vec::new(),
            is_broken: texts.is_none(),
        };
        for text in texts.into_iter().flatten() {
            match named(text.value) {
                Some(rule) if rule.is_policy() => {
                    allow.entries.push((rule, text.span.clone(), false));
                }
                Some(rule) => report.push(
                    Diagnostic::new(
                        Rule::InvalidValue,
                        &text.span,
                        format!("rule `{rule}` cannot be allowed"),
                    )
                    .label("not a policy rule")
                    .note(format!(
                        "the policy rules are {}",
                        listed(policy_rules(), "and")
                    )),
                ),
                None => {
                    // The rule that was meant is not broken as well.
                    let meant = similar(text.value, policy_rules()).and_then(named);
                    allow
                        .entries
                        .extend(meant.map(|rule| (rule, text.span.clone(), true)));
                    report.push(
                        Diagnostic::new(
                            Rule::UnknownName,
                            &text.span,
                            format!("unknown rule {}", quoted(text.value)),
                        )
                        .label("no policy rule has this name")
                        .help(
                            similar_help("a rule", text.value, policy_rules()).unwrap_or_else(
                                || {
                                    format!(
                                        "the policy rules are {}",
                                        listed(policy_rules(), "and")
                                    )
                                },
                            ),
                        ),
                    );
                }
            }
        }
        allow
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

fn policy_rules() -> impl Iterator<Item = &'static str> {
    Rule::ALL
        .iter()
        .filter(|rule| rule.is_policy())
        .map(|rule| rule.as_str())
}
