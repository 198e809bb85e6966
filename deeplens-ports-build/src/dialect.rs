//! Which TOML a map is written in.

use crate::parse;
use crate::report::Report;
use crate::source::Source;

/// Reads a map as readers of TOML 1.0 do, which refuse what is new in 1.1: inline tables in several lines or with a
/// comma at the end, the escape sequences `\e` and `\xHH`, times without seconds.
///
/// # Errors
///
/// All that TOML 1.0 refuses. What the map says is not looked at; [`read`](crate::read) does.
///
/// ```
/// use deeplens_ports_build::{read, require_toml_1_0};
///
/// let text = "[map]\nname = 'demo'\n[services]\nweb = { port = 8080, protocol = 'http', }\n";
/// assert!(read("ports.toml", text).is_ok());
/// let report = require_toml_1_0("ports.toml", text).unwrap_err();
/// assert_eq!(report.diagnostics()[0].title(), "trailing comma in an inline table");
/// ```
pub fn require_toml_1_0(name: &str, text: &str) -> Result<(), Report> {
    let source = Source::new(name, text);
    let mut report = Report::new(source.clone(), &[]);
    parse::parse(&source, &mut report);
    report.barrier()?;
    parse::require_toml_1_0(&source, &mut report);
    report.barrier()
}
