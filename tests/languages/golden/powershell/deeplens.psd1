# Made by `deeplens-ports export powershell` from the map DeepLens. Changes belong into the map.
@{
    Endpoints = @{
        Zookeeper = @{
            Name = 'zookeeper'
            Title = 'Zookeeper'
            Purpose = 'Kafka coordination'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Host = 'localhost'
            Port = 2181
            Authority = 'localhost:2181'
            Url = 'tcp://localhost:2181'
            Container = @{
                Host = 'deeplens-zookeeper'
                Port = 2181
                Authority = 'deeplens-zookeeper:2181'
                Url = 'tcp://deeplens-zookeeper:2181'
            }
            AddrVariable = 'DEEPLENS_ZOOKEEPER_ADDR'
            ListenVariable = 'DEEPLENS_ZOOKEEPER_LISTEN'
            ServiceHostVariable = 'DEEPLENS_ZOOKEEPER_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        Grafana = @{
            Name = 'grafana'
            Title = 'Grafana'
            Purpose = 'Monitoring dashboards'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 3000
            Authority = 'localhost:3000'
            Url = 'http://localhost:3000'
            Container = @{
                Host = 'deeplens-grafana'
                Port = 3000
                Authority = 'deeplens-grafana:3000'
                Url = 'http://deeplens-grafana:3000'
            }
            AddrVariable = 'DEEPLENS_GRAFANA_ADDR'
            ListenVariable = 'DEEPLENS_GRAFANA_LISTEN'
            ServiceHostVariable = 'DEEPLENS_GRAFANA_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        WhatsappProcessor = @{
            Name = 'whatsapp-processor'
            Title = 'WhatsApp Processor'
            Purpose = 'WhatsApp message processing'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 3005
            Authority = 'localhost:3005'
            Url = 'http://localhost:3005'
            AddrVariable = 'DEEPLENS_WHATSAPP_PROCESSOR_ADDR'
            ListenVariable = 'DEEPLENS_WHATSAPP_PROCESSOR_LISTEN'
            ServiceHostVariable = 'DEEPLENS_WHATSAPP_PROCESSOR_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        Loki = @{
            Name = 'loki'
            Title = 'Loki'
            Purpose = 'Log aggregation'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 3100
            Authority = 'localhost:3100'
            Url = 'http://localhost:3100'
            Container = @{
                Host = 'deeplens-loki'
                Port = 3100
                Authority = 'deeplens-loki:3100'
                Url = 'http://deeplens-loki:3100'
            }
            AddrVariable = 'DEEPLENS_LOKI_ADDR'
            ListenVariable = 'DEEPLENS_LOKI_LISTEN'
            ServiceHostVariable = 'DEEPLENS_LOKI_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        JaegerOtlpGrpc = @{
            Name = 'jaeger.otlp-grpc'
            Title = 'Jaeger (OTLP gRPC)'
            Purpose = 'Trace collection (gRPC)'
            Protocol = 'grpc'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 4317
            Authority = 'localhost:4317'
            Url = 'http://localhost:4317'
            Container = @{
                Host = 'deeplens-jaeger'
                Port = 4317
                Authority = 'deeplens-jaeger:4317'
                Url = 'http://deeplens-jaeger:4317'
            }
            AddrVariable = 'DEEPLENS_JAEGER_OTLP_GRPC_ADDR'
            ListenVariable = 'DEEPLENS_JAEGER_OTLP_GRPC_LISTEN'
            ServiceHostVariable = 'DEEPLENS_JAEGER_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        JaegerOtlpHttp = @{
            Name = 'jaeger.otlp-http'
            Title = 'Jaeger (OTLP HTTP)'
            Purpose = 'Trace collection (HTTP)'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 4318
            Authority = 'localhost:4318'
            Url = 'http://localhost:4318'
            Container = @{
                Host = 'deeplens-jaeger'
                Port = 4318
                Authority = 'deeplens-jaeger:4318'
                Url = 'http://deeplens-jaeger:4318'
            }
            AddrVariable = 'DEEPLENS_JAEGER_OTLP_HTTP_ADDR'
            ListenVariable = 'DEEPLENS_JAEGER_OTLP_HTTP_LISTEN'
            ServiceHostVariable = 'DEEPLENS_JAEGER_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        SearchApi = @{
            Name = 'search-api'
            Title = 'Search API'
            Purpose = 'Image search & ingestion'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 5000
            Authority = 'localhost:5000'
            Url = 'http://localhost:5000'
            AddrVariable = 'DEEPLENS_SEARCH_API_ADDR'
            ListenVariable = 'DEEPLENS_SEARCH_API_LISTEN'
            ServiceHostVariable = 'DEEPLENS_SEARCH_API_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        IdentityApi = @{
            Name = 'identity-api'
            Title = 'Identity API'
            Purpose = 'Authentication & authorization'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 5198
            Authority = 'localhost:5198'
            Url = 'http://localhost:5198'
            AddrVariable = 'DEEPLENS_IDENTITY_API_ADDR'
            ListenVariable = 'DEEPLENS_IDENTITY_API_LISTEN'
            ServiceHostVariable = 'DEEPLENS_IDENTITY_API_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        Postgresql = @{
            Name = 'postgresql'
            Title = 'PostgreSQL'
            Purpose = 'Database (custom port)'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'postgresql'
            Host = 'localhost'
            Port = 5433
            Authority = 'localhost:5433'
            Url = 'postgresql://localhost:5433'
            Container = @{
                Host = 'deeplens-postgres'
                Port = 5432
                Authority = 'deeplens-postgres:5432'
                Url = 'postgresql://deeplens-postgres:5432'
            }
            AddrVariable = 'DEEPLENS_POSTGRESQL_ADDR'
            ListenVariable = 'DEEPLENS_POSTGRESQL_LISTEN'
            ServiceHostVariable = 'DEEPLENS_POSTGRESQL_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        QdrantHttp = @{
            Name = 'qdrant.http'
            Title = 'Qdrant (HTTP)'
            Purpose = 'Vector database API'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 6333
            Authority = 'localhost:6333'
            Url = 'http://localhost:6333'
            Container = @{
                Host = 'deeplens-qdrant'
                Port = 6333
                Authority = 'deeplens-qdrant:6333'
                Url = 'http://deeplens-qdrant:6333'
            }
            AddrVariable = 'DEEPLENS_QDRANT_HTTP_ADDR'
            ListenVariable = 'DEEPLENS_QDRANT_HTTP_LISTEN'
            ServiceHostVariable = 'DEEPLENS_QDRANT_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        QdrantGrpc = @{
            Name = 'qdrant.grpc'
            Title = 'Qdrant (gRPC)'
            Purpose = 'Vector database gRPC'
            Protocol = 'grpc'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 6334
            Authority = 'localhost:6334'
            Url = 'http://localhost:6334'
            Container = @{
                Host = 'deeplens-qdrant'
                Port = 6334
                Authority = 'deeplens-qdrant:6334'
                Url = 'http://deeplens-qdrant:6334'
            }
            AddrVariable = 'DEEPLENS_QDRANT_GRPC_ADDR'
            ListenVariable = 'DEEPLENS_QDRANT_GRPC_LISTEN'
            ServiceHostVariable = 'DEEPLENS_QDRANT_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        Redis = @{
            Name = 'redis'
            Title = 'Redis'
            Purpose = 'Cache & session storage'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'redis'
            Host = 'localhost'
            Port = 6379
            Authority = 'localhost:6379'
            Url = 'redis://localhost:6379'
            Container = @{
                Host = 'deeplens-redis'
                Port = 6379
                Authority = 'deeplens-redis:6379'
                Url = 'redis://deeplens-redis:6379'
            }
            AddrVariable = 'DEEPLENS_REDIS_ADDR'
            ListenVariable = 'DEEPLENS_REDIS_LISTEN'
            ServiceHostVariable = 'DEEPLENS_REDIS_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        FeatureExtraction = @{
            Name = 'feature-extraction'
            Title = 'Feature Extraction'
            Purpose = 'AI/ML feature extraction'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 8001
            Authority = 'localhost:8001'
            Url = 'http://localhost:8001'
            Container = @{
                Host = 'deeplens-feature-extraction'
                Port = 8001
                Authority = 'deeplens-feature-extraction:8001'
                Url = 'http://deeplens-feature-extraction:8001'
            }
            AddrVariable = 'DEEPLENS_FEATURE_EXTRACTION_ADDR'
            ListenVariable = 'DEEPLENS_FEATURE_EXTRACTION_LISTEN'
            ServiceHostVariable = 'DEEPLENS_FEATURE_EXTRACTION_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        OtelCollectorMetrics = @{
            Name = 'otel-collector.metrics'
            Title = 'OTel Collector (metrics)'
            Purpose = 'Collector internal metrics'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 8888
            Authority = 'localhost:8888'
            Url = 'http://localhost:8888'
            Container = @{
                Host = 'deeplens-otel-collector'
                Port = 8888
                Authority = 'deeplens-otel-collector:8888'
                Url = 'http://deeplens-otel-collector:8888'
            }
            AddrVariable = 'DEEPLENS_OTEL_COLLECTOR_METRICS_ADDR'
            ListenVariable = 'DEEPLENS_OTEL_COLLECTOR_METRICS_LISTEN'
            ServiceHostVariable = 'DEEPLENS_OTEL_COLLECTOR_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        OtelCollectorPrometheus = @{
            Name = 'otel-collector.prometheus'
            Title = 'OTel Collector (Prom)'
            Purpose = 'Prometheus exporter'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 8889
            Authority = 'localhost:8889'
            Url = 'http://localhost:8889'
            Container = @{
                Host = 'deeplens-otel-collector'
                Port = 8889
                Authority = 'deeplens-otel-collector:8889'
                Url = 'http://deeplens-otel-collector:8889'
            }
            AddrVariable = 'DEEPLENS_OTEL_COLLECTOR_PROMETHEUS_ADDR'
            ListenVariable = 'DEEPLENS_OTEL_COLLECTOR_PROMETHEUS_LISTEN'
            ServiceHostVariable = 'DEEPLENS_OTEL_COLLECTOR_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        MinioApi = @{
            Name = 'minio.api'
            Title = 'MinIO (API)'
            Purpose = 'Object storage API'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 9000
            Authority = 'localhost:9000'
            Url = 'http://localhost:9000'
            Container = @{
                Host = 'deeplens-minio'
                Port = 9000
                Authority = 'deeplens-minio:9000'
                Url = 'http://deeplens-minio:9000'
            }
            AddrVariable = 'DEEPLENS_MINIO_API_ADDR'
            ListenVariable = 'DEEPLENS_MINIO_API_LISTEN'
            ServiceHostVariable = 'DEEPLENS_MINIO_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        MinioConsole = @{
            Name = 'minio.console'
            Title = 'MinIO (Console)'
            Purpose = 'Object storage web UI'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 9001
            Authority = 'localhost:9001'
            Url = 'http://localhost:9001'
            Container = @{
                Host = 'deeplens-minio'
                Port = 9001
                Authority = 'deeplens-minio:9001'
                Url = 'http://deeplens-minio:9001'
            }
            AddrVariable = 'DEEPLENS_MINIO_CONSOLE_ADDR'
            ListenVariable = 'DEEPLENS_MINIO_CONSOLE_LISTEN'
            ServiceHostVariable = 'DEEPLENS_MINIO_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        Prometheus = @{
            Name = 'prometheus'
            Title = 'Prometheus'
            Purpose = 'Metrics database & query'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 9090
            Authority = 'localhost:9090'
            Url = 'http://localhost:9090'
            Container = @{
                Host = 'deeplens-prometheus'
                Port = 9090
                Authority = 'deeplens-prometheus:9090'
                Url = 'http://deeplens-prometheus:9090'
            }
            AddrVariable = 'DEEPLENS_PROMETHEUS_ADDR'
            ListenVariable = 'DEEPLENS_PROMETHEUS_LISTEN'
            ServiceHostVariable = 'DEEPLENS_PROMETHEUS_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        Kafka = @{
            Name = 'kafka'
            Title = 'Kafka'
            Purpose = 'Message broker'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'kafka'
            Host = 'localhost'
            Port = 9092
            Authority = 'localhost:9092'
            Url = 'kafka://localhost:9092'
            Container = @{
                Host = 'deeplens-kafka'
                Port = 9092
                Authority = 'deeplens-kafka:9092'
                Url = 'kafka://deeplens-kafka:9092'
            }
            AddrVariable = 'DEEPLENS_KAFKA_ADDR'
            ListenVariable = 'DEEPLENS_KAFKA_LISTEN'
            ServiceHostVariable = 'DEEPLENS_KAFKA_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        JaegerCollectorGrpc = @{
            Name = 'jaeger.collector-grpc'
            Title = 'Jaeger (Collector gRPC)'
            Purpose = 'Jaeger native gRPC collector'
            Protocol = 'grpc'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 14250
            Authority = 'localhost:14250'
            Url = 'http://localhost:14250'
            Container = @{
                Host = 'deeplens-jaeger'
                Port = 14250
                Authority = 'deeplens-jaeger:14250'
                Url = 'http://deeplens-jaeger:14250'
            }
            AddrVariable = 'DEEPLENS_JAEGER_COLLECTOR_GRPC_ADDR'
            ListenVariable = 'DEEPLENS_JAEGER_COLLECTOR_GRPC_LISTEN'
            ServiceHostVariable = 'DEEPLENS_JAEGER_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        JaegerCollectorHttp = @{
            Name = 'jaeger.collector-http'
            Title = 'Jaeger (Collector HTTP)'
            Purpose = 'Jaeger native HTTP collector'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 14268
            Authority = 'localhost:14268'
            Url = 'http://localhost:14268'
            Container = @{
                Host = 'deeplens-jaeger'
                Port = 14268
                Authority = 'deeplens-jaeger:14268'
                Url = 'http://deeplens-jaeger:14268'
            }
            AddrVariable = 'DEEPLENS_JAEGER_COLLECTOR_HTTP_ADDR'
            ListenVariable = 'DEEPLENS_JAEGER_COLLECTOR_HTTP_LISTEN'
            ServiceHostVariable = 'DEEPLENS_JAEGER_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
        JaegerUi = @{
            Name = 'jaeger.ui'
            Title = 'Jaeger (UI)'
            Purpose = 'Jaeger web interface'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 16686
            Authority = 'localhost:16686'
            Url = 'http://localhost:16686'
            Container = @{
                Host = 'deeplens-jaeger'
                Port = 16686
                Authority = 'deeplens-jaeger:16686'
                Url = 'http://deeplens-jaeger:16686'
            }
            AddrVariable = 'DEEPLENS_JAEGER_UI_ADDR'
            ListenVariable = 'DEEPLENS_JAEGER_UI_LISTEN'
            ServiceHostVariable = 'DEEPLENS_JAEGER_HOST'
            MapHostVariable = 'DEEPLENS_HOST'
        }
    }
    Ranges = @{
    }
    ContainerEndpoints = @{
    }
}
