//! The modules of all maps, public and private, where no lint may be relaxed.

#![no_std]
#![forbid(unsafe_code, missing_docs, dead_code, deprecated)]
#![deny(warnings, clippy::all, clippy::pedantic, clippy::nursery, rustdoc::all)]

/// The map of DeepLens.
pub mod ports {
    deeplens_ports::include_ports!();
}

/// A map with nothing in it.
pub mod empty {
    deeplens_ports::include_ports!("empty");
}

/// A map with everything in it.
pub mod full {
    deeplens_ports::include_ports!("full");
}

/// A map that means harm.
pub mod hostile {
    deeplens_ports::include_ports!("hostile");
}

mod unused_ports {
    deeplens_ports::include_ports!();
}

mod unused_empty {
    deeplens_ports::include_ports!("empty");
}

mod unused_full {
    deeplens_ports::include_ports!("full");
}

mod unused_hostile {
    deeplens_ports::include_ports!("hostile");
}
