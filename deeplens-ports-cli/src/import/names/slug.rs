//! A name of a map out of any text.

/// Lower-case letters and digits with single hyphens, a letter first: `Shop.SearchApi` is `shop-search-api`.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut before = None;
    for letter in text.chars() {
        let is_hump = letter.is_ascii_uppercase()
            && before.is_some_and(|before: char| before.is_ascii_lowercase());
        let is_part = letter.is_ascii_alphanumeric();
        if (is_hump || !is_part) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if is_part {
            slug.push(letter.to_ascii_lowercase());
        }
        before = Some(letter);
    }
    let slug = slug.trim_end_matches('-');
    let slug = slug.get(..LONGEST).unwrap_or(slug).trim_end_matches('-');
    match slug.chars().next() {
        None => "service".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("service-{slug}"),
        Some(_) => slug.to_owned(),
    }
}

/// Nobody types a longer constant.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn any_text_becomes_a_name() {
        for (text, name) in [
            ("web", "web"),
            ("web_app.v2", "web-app-v2"),
            ("Shop.SearchApi", "shop-search-api"),
            ("HTTPServer", "httpserver"),
            ("-a--b-", "a-b"),
            ("2nd", "service-2nd"),
            ("日本", "service"),
            ("café", "caf"),
            ("self", "self"),
            ("", "service"),
        ] {
            assert_eq!(slug(text), name, "{text}");
        }
        assert!(slug(&"a-".repeat(100)).len() <= 60);
    }
}
