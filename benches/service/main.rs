//! A service as people write it, with the crates that most of them have.

mod port;

use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Json, Router};
use clap::Parser;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::sync::Arc;

/// Finds images.
#[derive(Clone, Debug, Parser)]
struct Arguments {
    /// Where it listens
    #[arg(long, default_value_t = SocketAddr::from(([127, 0, 0, 1], port::PORT)))]
    listen: SocketAddr,

    /// How many answers at most
    #[arg(long, default_value_t = 20)]
    limit: usize,
}

#[derive(Debug, Deserialize)]
struct Search {
    text: String,
    limit: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Found {
    id: u64,
    title: String,
}

async fn search(
    State(arguments): State<Arc<Arguments>>,
    Query(search): Query<Search>,
) -> Json<Vec<Found>> {
    let limit = search.limit.unwrap_or(arguments.limit).min(arguments.limit);
    let found = (0..limit as u64).map(|id| Found {
        id,
        title: format!("{} {id}", search.text),
    });
    Json(found.collect())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let listener = tokio::net::TcpListener::bind(arguments.listen).await?;
    let routes = Router::new()
        .route("/search", get(search))
        .with_state(Arc::new(arguments));
    axum::serve(listener, routes).await
}
