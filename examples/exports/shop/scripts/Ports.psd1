# Made by `deeplens-ports export powershell` from the map Shop. Changes belong into the map.
@{
    Endpoints = @{
        Web = @{
            Name = 'web'
            Title = 'Web'
            Purpose = 'The pages, as vite serves them'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 5173
            Authority = 'localhost:5173'
            Url = 'http://localhost:5173'
            AddrVariable = 'SHOP_WEB_ADDR'
            ListenVariable = 'SHOP_WEB_LISTEN'
            ServiceHostVariable = 'SHOP_WEB_HOST'
            MapHostVariable = 'SHOP_HOST'
        }
        Database = @{
            Name = 'database'
            Title = 'Database'
            Purpose = 'Orders and customers'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'postgresql'
            Host = 'localhost'
            Port = 5433
            Authority = 'localhost:5433'
            Url = 'postgresql://localhost:5433'
            Container = @{
                Host = 'shop-database'
                Port = 5432
                Authority = 'shop-database:5432'
                Url = 'postgresql://shop-database:5432'
            }
            AddrVariable = 'SHOP_DATABASE_ADDR'
            ListenVariable = 'SHOP_DATABASE_LISTEN'
            ServiceHostVariable = 'SHOP_DATABASE_HOST'
            MapHostVariable = 'SHOP_HOST'
        }
        Api = @{
            Name = 'api'
            Title = 'API'
            Purpose = 'What the pages ask'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 8080
            Authority = 'localhost:8080'
            Url = 'http://localhost:8080'
            Container = @{
                Host = 'shop-api'
                Port = 80
                Authority = 'shop-api:80'
                Url = 'http://shop-api:80'
            }
            AddrVariable = 'SHOP_API_ADDR'
            ListenVariable = 'SHOP_API_LISTEN'
            ServiceHostVariable = 'SHOP_API_HOST'
            MapHostVariable = 'SHOP_HOST'
        }
        Prometheus = @{
            Name = 'prometheus'
            Title = 'Prometheus'
            Purpose = 'Metrics'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 9090
            Authority = 'localhost:9090'
            Url = 'http://localhost:9090'
            Container = @{
                Host = 'shop-prometheus'
                Port = 9090
                Authority = 'shop-prometheus:9090'
                Url = 'http://shop-prometheus:9090'
            }
            AddrVariable = 'SHOP_PROMETHEUS_ADDR'
            ListenVariable = 'SHOP_PROMETHEUS_LISTEN'
            ServiceHostVariable = 'SHOP_PROMETHEUS_HOST'
            MapHostVariable = 'SHOP_HOST'
        }
    }
    Ranges = @{
    }
    ContainerEndpoints = @{
    }
}
