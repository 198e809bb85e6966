//! The names of images, such as `ghcr.io/shop/web:1.2`.

/// The name without its tag and digest; nothing where it is none, of which nobody knows what it holds.
pub(crate) fn without_tag(image: &str) -> Option<String> {
    let name = match image.split_once('@') {
        None => image,
        Some((name, digest)) if digest.starts_with("sha") => name,
        // What stands before the host of a URL.
        Some(_) => return None,
    };
    let last = name.rfind('/').map_or(0, |slash| slash + 1);
    let end = name[last..].find(':').map_or(name.len(), |tag| last + tag);
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "._-/:".contains(letter);
    let name = name[..end].trim_matches('/');
    let is_name = name.len() <= LONGEST && name.chars().all(is_part);
    (is_name && !name.is_empty()).then(|| name.to_owned())
}

/// That of a name by the rules of registries.
const LONGEST: usize = 255;

#[cfg(test)]
mod tests {
    use super::without_tag;

    #[test]
    fn tags_and_digests_are_no_part_of_a_name() {
        for (image, name) in [
            ("postgres", Some("postgres")),
            ("postgres:17", Some("postgres")),
            ("localhost:5000/shop/web:1", Some("localhost:5000/shop/web")),
            ("web@sha256:00", Some("web")),
            ("password@host:1", None),
            ("/web:", Some("web")),
            (":1", None),
            ("user password", None),
        ] {
            assert_eq!(without_tag(image).as_deref(), name, "{image}");
        }
    }
}
