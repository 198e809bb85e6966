//! The small languages that ports are written in, whatever file they stand in.

pub(crate) mod address;
pub(crate) mod connection;
pub(crate) mod dotenv;
pub(crate) mod image;
pub(crate) mod key;
pub(crate) mod number;
pub(crate) mod port_entry;
pub(crate) mod shown;
pub(crate) mod template;
pub(crate) mod url;
