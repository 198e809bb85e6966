//! What differs between the languages of scripts.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Batch,
    Make,
    PowerShell,
    Shell,
}

impl Language {
    /// Whether names of variables are the same in capitals.
    pub(crate) const fn folds(self) -> bool {
        matches!(self, Self::Batch | Self::PowerShell)
    }
}
