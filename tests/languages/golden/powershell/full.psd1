# Made by `deeplens-ports export powershell` from the map Full map. Changes belong into the map.
@{
    Endpoints = @{
        DnsTcp = @{
            Name = 'dns.tcp'
            Title = 'dns tcp'
            Purpose = ''
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'dns'
            Host = 'dev.internal'
            Port = 53
            Authority = 'dev.internal:53'
            Url = 'dns://dev.internal:53'
            AddrVariable = 'FULL_DNS_TCP_ADDR'
            ListenVariable = 'FULL_DNS_TCP_LISTEN'
            ServiceHostVariable = 'FULL_DNS_HOST'
            MapHostVariable = 'FULL_HOST'
        }
        DnsUdp = @{
            Name = 'dns.udp'
            Title = 'dns udp'
            Purpose = ''
            Protocol = 'udp'
            Transport = 'udp'
            Scheme = 'dns'
            Host = 'dev.internal'
            Port = 53
            Authority = 'dev.internal:53'
            Url = 'dns://dev.internal:53'
            AddrVariable = 'FULL_DNS_UDP_ADDR'
            ListenVariable = 'FULL_DNS_UDP_LISTEN'
            ServiceHostVariable = 'FULL_DNS_HOST'
            MapHostVariable = 'FULL_HOST'
        }
        X11 = @{
            Name = 'x11'
            Title = 'x11'
            Purpose = ''
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'dev.internal'
            Port = 6000
            Authority = 'dev.internal:6000'
            Url = 'http://dev.internal:6000'
            AddrVariable = 'FULL_X11_ADDR'
            ListenVariable = 'FULL_X11_LISTEN'
            ServiceHostVariable = 'FULL_X11_HOST'
            MapHostVariable = 'FULL_HOST'
        }
        Proxy = @{
            Name = 'proxy'
            Title = 'proxy'
            Purpose = ''
            Protocol = 'https'
            Transport = 'tcp'
            Scheme = 'https'
            Host = 'localhost'
            Port = 7443
            Authority = 'localhost:7443'
            Url = 'https://localhost:7443'
            AddrVariable = 'FULL_PROXY_ADDR'
            ListenVariable = 'FULL_PROXY_LISTEN'
            ServiceHostVariable = 'FULL_PROXY_HOST'
        }
        ProxyShop = @{
            Name = 'proxy.shop'
            Title = 'proxy shop'
            Purpose = ''
            Protocol = 'https'
            Transport = 'tcp'
            Scheme = 'https'
            Host = 'shop.dev.localhost'
            Port = 7443
            Authority = 'shop.dev.localhost:7443'
            Url = 'https://shop.dev.localhost:7443'
            AddrVariable = 'FULL_PROXY_SHOP_ADDR'
            ListenVariable = 'FULL_PROXY_SHOP_LISTEN'
            ServiceHostVariable = 'FULL_PROXY_HOST'
        }
        Site = @{
            Name = 'site'
            Title = 'site'
            Purpose = ''
            Protocol = 'https'
            Transport = 'tcp'
            Scheme = 'https'
            Host = 'site.localhost'
            Port = 7443
            Authority = 'site.localhost:7443'
            Url = 'https://site.localhost:7443'
            AddrVariable = 'FULL_SITE_ADDR'
            ListenVariable = 'FULL_SITE_LISTEN'
            ServiceHostVariable = 'FULL_SITE_HOST'
        }
        Web = @{
            Name = 'web'
            Title = 'Web'
            Purpose = 'Pages'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = '10.0.0.7'
            Port = 8080
            Authority = '10.0.0.7:8080'
            Url = 'http://10.0.0.7:8080'
            Container = @{
                Host = 'full-web'
                Port = 8080
                Authority = 'full-web:8080'
                Url = 'http://full-web:8080'
            }
            AddrVariable = 'FULL_WEB_ADDR'
            ListenVariable = 'FULL_WEB_LISTEN'
            ServiceHostVariable = 'FULL_WEB_HOST'
        }
        WebOld = @{
            Name = 'web.old'
            Title = 'Web old'
            Purpose = 'the name before'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = '10.0.0.7'
            Port = 8080
            Authority = '10.0.0.7:8080'
            Url = 'http://10.0.0.7:8080'
            Container = @{
                Host = 'full-web'
                Port = 8080
                Authority = 'full-web:8080'
                Url = 'http://full-web:8080'
            }
            AddrVariable = 'FULL_WEB_OLD_ADDR'
            ListenVariable = 'FULL_WEB_OLD_LISTEN'
            ServiceHostVariable = 'FULL_WEB_HOST'
            Deprecated = 'use `WEB`'
        }
        DatabaseAdmin = @{
            Name = 'database.admin'
            Title = 'database admin'
            Purpose = ''
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = '10.0.0.8'
            Port = 8082
            Authority = '10.0.0.8:8082'
            Url = 'http://10.0.0.8:8082'
            Container = @{
                Host = 'full-database'
                Port = 8082
                Authority = 'full-database:8082'
                Url = 'http://full-database:8082'
            }
            AddrVariable = 'FULL_DATABASE_ADMIN_ADDR'
            ListenVariable = 'FULL_DATABASE_ADMIN_LISTEN'
            ServiceHostVariable = 'FULL_DATABASE_HOST'
        }
        Outside = @{
            Name = 'outside'
            Title = 'outside'
            Purpose = 'A second name in another service, reached in the first one''s container'
            Protocol = 'https'
            Transport = 'tcp'
            Scheme = 'https'
            Host = '::1'
            Port = 8443
            Authority = '[::1]:8443'
            Url = 'https://[::1]:8443'
            Container = @{
                Host = 'full-web'
                Port = 443
                Authority = 'full-web:443'
                Url = 'https://full-web:443'
            }
            AddrVariable = 'FULL_OUTSIDE_ADDR'
            ListenVariable = 'FULL_OUTSIDE_LISTEN'
            ServiceHostVariable = 'FULL_OUTSIDE_HOST'
        }
        WebTls = @{
            Name = 'web.tls'
            Title = 'Web (TLS)'
            Purpose = ''
            Protocol = 'https'
            Transport = 'tcp'
            Scheme = 'https'
            Host = '::1'
            Port = 8443
            Authority = '[::1]:8443'
            Url = 'https://[::1]:8443'
            Container = @{
                Host = 'full-web'
                Port = 443
                Authority = 'full-web:443'
                Url = 'https://full-web:443'
            }
            AddrVariable = 'FULL_WEB_TLS_ADDR'
            ListenVariable = 'FULL_WEB_TLS_LISTEN'
            ServiceHostVariable = 'FULL_WEB_HOST'
        }
        WebH3 = @{
            Name = 'web.h3'
            Title = 'Web h3'
            Purpose = ''
            Protocol = 'https'
            Transport = 'udp'
            Scheme = 'https'
            Host = '10.0.0.7'
            Port = 8443
            Authority = '10.0.0.7:8443'
            Url = 'https://10.0.0.7:8443'
            Container = @{
                Host = 'full-web'
                Port = 443
                Authority = 'full-web:443'
                Url = 'https://full-web:443'
            }
            AddrVariable = 'FULL_WEB_H3_ADDR'
            ListenVariable = 'FULL_WEB_H3_LISTEN'
            ServiceHostVariable = 'FULL_WEB_HOST'
        }
        SearchGrpc = @{
            Name = 'search.grpc'
            Title = 'search grpc'
            Purpose = ''
            Protocol = 'grpc'
            Transport = 'tcp'
            Scheme = 'http'
            Host = '10.0.0.7'
            Port = 35000
            Authority = '10.0.0.7:35000'
            Url = 'http://10.0.0.7:35000'
            AddrVariable = 'FULL_SEARCH_GRPC_ADDR'
            ListenVariable = 'FULL_SEARCH_GRPC_LISTEN'
            ServiceHostVariable = 'FULL_SEARCH_HOST'
        }
    }
    Ranges = @{
        TenantHttp = @{
            Name = 'tenant-http'
            Title = 'tenant-http'
            Purpose = 'One per tenant'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'dev.internal'
            First = 6433
            Last = 6533
            Step = 2
        }
        TenantGrpc = @{
            Name = 'tenant-grpc'
            Title = 'tenant-grpc'
            Purpose = ''
            Protocol = 'grpc'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'dev.internal'
            First = 6434
            Last = 6534
            Step = 2
            Deprecated = 'tenants share one port'
        }
        Single = @{
            Name = 'single'
            Title = 'single'
            Purpose = ''
            Protocol = 'udp'
            Transport = 'udp'
            Scheme = 'udp'
            Host = 'dev.internal'
            First = 6600
            Last = 6600
            Step = 1
        }
    }
    ContainerEndpoints = @{
        Database = @{
            Name = 'database'
            Title = 'database'
            Purpose = 'Not published'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'postgresql'
            Container = @{
                Host = 'full-database'
                Port = 5432
                Authority = 'full-database:5432'
                Url = 'postgresql://full-database:5432'
            }
            AddrVariable = 'FULL_DATABASE_ADDR'
        }
        DatabaseReplica = @{
            Name = 'database.replica'
            Title = 'database replica'
            Purpose = ''
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Container = @{
                Host = 'full-database'
                Port = 5433
                Authority = 'full-database:5433'
                Url = 'tcp://full-database:5433'
            }
            AddrVariable = 'FULL_DATABASE_REPLICA_ADDR'
        }
        DatabaseMetrics = @{
            Name = 'database.metrics'
            Title = 'database metrics'
            Purpose = ''
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Container = @{
                Host = 'full-database'
                Port = 9187
                Authority = 'full-database:9187'
                Url = 'http://full-database:9187'
            }
            AddrVariable = 'FULL_DATABASE_METRICS_ADDR'
            Deprecated = 'use `DATABASE`'
        }
        DatabaseScrape = @{
            Name = 'database.scrape'
            Title = 'database scrape'
            Purpose = ''
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Container = @{
                Host = 'full-database'
                Port = 9187
                Authority = 'full-database:9187'
                Url = 'http://full-database:9187'
            }
            AddrVariable = 'FULL_DATABASE_SCRAPE_ADDR'
        }
    }
}
