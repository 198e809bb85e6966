//! Maps that nobody would think of: valid ones as models, which know their own values, and as TOML.

mod model;
mod strategy;
mod toml;

pub use model::{Conflict, Endpoint, Model, Service};
pub use strategy::{model, text};
pub use toml::{Arrangement, arrangement, write};
