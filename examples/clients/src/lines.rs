//! One function for each client and server, with the line that a user writes. They show the line; what reaches
//! something stands in `reach`.

use clap::Parser;
use deeplens_ports::{ContainerEndpoint, Tcp, ports};
use opentelemetry_otlp::WithExportConfig;
use std::error::Error;
use testcontainers::core::{ContainerPort, IntoContainerPort};
use testcontainers::{ContainerRequest, GenericImage, ImageExt};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

pub fn std_server() -> Result<std::net::TcpListener> {
    Ok(std::net::TcpListener::bind(ports::SEARCH_API.loopback())?)
}

pub fn std_client() -> Result<std::net::TcpStream> {
    Ok(std::net::TcpStream::connect(ports::REDIS.authority())?)
}

pub async fn tokio_server() -> Result<tokio::net::TcpListener> {
    Ok(tokio::net::TcpListener::bind(ports::SEARCH_API.loopback()).await?)
}

pub async fn tokio_client() -> Result<tokio::net::TcpStream> {
    Ok(tokio::net::TcpStream::connect(ports::REDIS.authority()).await?)
}

pub async fn axum_server(app: axum::Router) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(ports::SEARCH_API.loopback()).await?;
    Ok(axum::serve(listener, app).await?)
}

pub async fn tonic_server() -> Result<()> {
    let (_, health) = tonic_health::server::health_reporter();
    let server = tonic::transport::Server::builder().add_service(health);
    Ok(server.serve(ports::QDRANT_GRPC.loopback()).await?)
}

pub fn tonic_channel() -> tonic::transport::Channel {
    tonic::transport::Channel::from_static(ports::QDRANT_GRPC.url()).connect_lazy()
}

pub async fn reqwest() -> Result<reqwest::Response> {
    Ok(reqwest::get(ports::GRAFANA.url()).await?)
}

pub fn http() -> http::Uri {
    http::Uri::from_static(ports::GRAFANA.url())
}

pub fn url() -> Result<url::Url> {
    Ok(url::Url::parse(ports::GRAFANA.url())?)
}

pub fn qdrant() -> Result<qdrant_client::Qdrant> {
    Ok(qdrant_client::Qdrant::from_url(ports::QDRANT_GRPC.url()).build()?)
}

pub fn redis() -> Result<redis::Client> {
    Ok(redis::Client::open(ports::REDIS.url())?)
}

/// From a container to another one.
pub fn redis_inside(inside: ContainerEndpoint<Tcp>) -> Result<redis::Client> {
    Ok(redis::Client::open(inside.url())?)
}

pub fn tokio_postgres() -> tokio_postgres::Config {
    let mut config = tokio_postgres::Config::new();
    config
        .host(ports::POSTGRESQL.host())
        .port(ports::POSTGRESQL.port());
    config
}

pub fn rskafka() -> rskafka::client::ClientBuilder {
    rskafka::client::ClientBuilder::new(vec![ports::KAFKA.authority().into()])
}

pub async fn zookeeper() -> Result<zookeeper_client::Client> {
    Ok(zookeeper_client::Client::connect(ports::ZOOKEEPER.authority()).await?)
}

pub fn s3() -> s3::Region {
    s3::Region::Custom {
        region: "us-east-1".into(),
        endpoint: ports::MINIO_API.url().into(),
    }
}

pub fn otlp_grpc() -> Result<opentelemetry_otlp::SpanExporter> {
    let exporter = opentelemetry_otlp::SpanExporter::builder().with_tonic();
    Ok(exporter
        .with_endpoint(ports::JAEGER_OTLP_GRPC.url())
        .build()?)
}

/// Over HTTP, the exporter takes its URL verbatim, and the path of the signal belongs to it.
pub fn otlp_http()
-> opentelemetry_otlp::SpanExporterBuilder<opentelemetry_otlp::HttpExporterBuilderSet> {
    let exporter = opentelemetry_otlp::SpanExporter::builder().with_http();
    exporter.with_endpoint(ports::JAEGER_OTLP_HTTP.join("/v1/traces"))
}

#[derive(Debug, Parser)]
pub struct Arguments {
    /// The port to listen on.
    #[arg(long, default_value_t = ports::SEARCH_API.port())]
    pub port: u16,
}

/// The port of the map on this machine, the container's own inside.
pub fn testcontainers() -> Option<ContainerRequest<GenericImage>> {
    let inside = ports::POSTGRESQL.container()?;
    let image = GenericImage::new("postgres", "17").with_exposed_port(inside.port().tcp());
    Some(image.with_mapped_port(ports::POSTGRESQL.port(), ContainerPort::Tcp(inside.port())))
}
