//! Texts in Mermaid.

use super::super::entry::Entry;
use super::super::escape;
use unicode_width::UnicodeWidthChar;

/// How many columns of a title are drawn.
const WIDTH: usize = 40;

/// A title, or the name if nobody would see it.
pub(super) fn label(title: &str, name: &str) -> String {
    match escape::line(title) {
        title if title.is_empty() => escaped(name),
        title => escaped(&cut(&title)),
    }
}

/// A port, or the address of what is reached between containers alone, and who reaches it where that differs within a service.
pub(super) fn line(it: &Entry, with_exposure: bool) -> String {
    let line = match it.outside {
        Some(_) => format!("{} {}", it.ports(), it.protocol()),
        None => format!(
            "{} {}",
            escaped(it.inside.unwrap_or_default()),
            it.protocol()
        ),
    };
    if with_exposure {
        format!("{line}, {}", it.exposure)
    } else {
        line
    }
}

/// By number, but for letters, digits and what has no meaning between them.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii()
            && !matches!(letter, ' ' | ',' | '(' | ')')
            && !letter.is_ascii_alphanumeric()
        {
            shown.push_str(&format!("#{};", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    shown
}

fn cut(text: &str) -> String {
    let mut width = 0;
    let end = text.char_indices().find(|(_, letter)| {
        width += letter.width().unwrap_or(0);
        width > WIDTH
    });
    match end {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{label, WIDTH};

    #[test]
    fn nothing_in_a_label_means_anything_to_mermaid() {
        assert_eq!(label("AI & ML (new), v1", "x"), "AI #38; ML (new), v1");
        assert_eq!(label("\"`1. <b> #quot; %%{", "x").matches('#').count(), 10);
        assert_eq!(label(" \n", "web-api"), "web#45;api");
        let long = "日".repeat(1_000_000);
        assert_eq!(label(&long, "x"), format!("{}…", "日".repeat(WIDTH / 2)));
    }
}
