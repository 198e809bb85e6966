//! Real traffic over endpoints, wherever the environment says that they are.

use deeplens_ports::{Address, ports};
use std::error::Error;
use std::future::Future;
use std::time::Duration;
use tokio::net::TcpListener;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const PATIENCE: Duration = Duration::from_secs(10);

/// What `call` answers, or that it did not in time.
pub async fn in_time<T>(call: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::time::timeout(PATIENCE, call).await?
}

/// Redis answers a PING.
pub async fn redis() -> Result<Address> {
    let address = ports::REDIS.resolve()?;
    let client = redis::Client::open(address.url())?;
    let answer = tokio::task::spawn_blocking(move || {
        let mut connection = client.get_connection_with_timeout(PATIENCE)?;
        redis::cmd("PING").query::<String>(&mut connection)
    });
    expect("PONG", &answer.await??)?;
    Ok(address.erase())
}

/// PostgreSQL answers a query.
pub async fn postgresql() -> Result<Address> {
    let address = ports::POSTGRESQL.resolve()?;
    let mut config = tokio_postgres::Config::new();
    config
        .host(address.host())
        .port(address.port())
        .user("postgres");
    let (client, connection) = config.connect(tokio_postgres::NoTls).await?;
    let connection = tokio::spawn(connection);
    let row = client
        .query_one("select current_setting('server_version')", &[])
        .await?;
    let version: String = row.get(0);
    drop(client);
    connection.await??;
    if version.is_empty() {
        return Err("an empty version".into());
    }
    Ok(address.erase())
}

/// nginx answers a GET in place of Grafana.
pub async fn nginx() -> Result<Address> {
    let address = ports::GRAFANA.resolve()?;
    let response = reqwest::get(address.url()).await?.error_for_status()?;
    let server = response
        .headers()
        .get("server")
        .ok_or("no `server` header")?;
    expect(
        "nginx",
        server.to_str()?.split('/').next().unwrap_or_default(),
    )?;
    Ok(address.erase())
}

/// A server of axum on the Search API's port answers a GET.
pub async fn axum() -> Result<Address> {
    let address = ports::SEARCH_API.resolve()?;
    let listener = TcpListener::bind(ports::SEARCH_API.listen()?).await?;
    let app = axum::Router::new().route("/health", axum::routing::get(|| async { "well" }));
    let server = tokio::spawn(async { axum::serve(listener, app).await });
    let answer = async { Ok(reqwest::get(address.join("/health")).await?.text().await?) };
    let answer: Result<String> = answer.await;
    server.abort();
    expect("well", &answer?)?;
    Ok(address.erase())
}

/// A server of tonic on Qdrant's gRPC port answers a health check.
pub async fn tonic() -> Result<Address> {
    let address = ports::QDRANT_GRPC.resolve()?;
    let (reporter, health) = tonic_health::server::health_reporter();
    reporter
        .set_service_status("", tonic_health::ServingStatus::Serving)
        .await;
    let incoming = tonic::transport::server::TcpIncoming::bind(ports::QDRANT_GRPC.listen()?)?;
    let server = tonic::transport::Server::builder()
        .add_service(health)
        .serve_with_incoming(incoming);
    let server = tokio::spawn(server);
    let answer = async {
        let channel = tonic::transport::Channel::from_shared(address.url().to_owned())?
            .connect()
            .await?;
        let request = HealthCheckRequest {
            service: String::new(),
        };
        Ok(HealthClient::new(channel)
            .check(request)
            .await?
            .into_inner()
            .status)
    };
    let answer: Result<i32> = answer.await;
    server.abort();
    // 1 is SERVING: https://github.com/grpc/grpc/blob/master/doc/health-checking.md
    expect("1", &answer?.to_string())?;
    Ok(address.erase())
}

fn expect(expected: &str, found: &str) -> Result<()> {
    if expected == found {
        Ok(())
    } else {
        Err(format!("expected {expected:?}, found {found:?}").into())
    }
}
