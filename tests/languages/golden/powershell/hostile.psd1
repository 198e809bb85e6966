# Made by `deeplens-ports export powershell` from the map hostile. Changes belong into the map.
@{
    Endpoints = @{
        Self = @{
            Name = 'self'
            Title = '`code`, ``more`` and a lone ` tick'
            Purpose = 'see https://example.com/a_b?c=d, www.example.com, <https://example.com> and me@example.com'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 4000
            Authority = 'localhost:4000'
            Url = 'http://localhost:4000'
            AddrVariable = 'H_SELF_ADDR'
            ListenVariable = 'H_SELF_LISTEN'
            ServiceHostVariable = 'H_SELF_HOST'
            MapHostVariable = 'H_HOST'
        }
        Crate = @{
            Name = 'crate'
            Title = 'PascalCaseWord snake_case_word'
            Purpose = "cargo::error=not an instruction`ncargo::rerun-if-changed=/"
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'a+b-c.d'
            Host = 'localhost'
            Port = 4001
            Authority = 'localhost:4001'
            Url = 'a+b-c.d://localhost:4001'
            AddrVariable = 'H_CRATE_ADDR'
            ListenVariable = 'H_CRATE_LISTEN'
            ServiceHostVariable = 'H_CRATE_HOST'
            MapHostVariable = 'H_HOST'
        }
        Type = @{
            Name = 'type'
            Title = 'type'
            Purpose = ''
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 4002
            Authority = 'localhost:4002'
            Url = 'http://localhost:4002'
            AddrVariable = 'H_TYPE_ADDR'
            ListenVariable = 'H_TYPE_LISTEN'
            ServiceHostVariable = 'H_TYPE_HOST'
            MapHostVariable = 'H_HOST'
            Deprecated = "use ``[crate]`` <instead> `"now`"`nor later"
        }
        SuperGen = @{
            Name = 'super.gen'
            Title = 'super gen'
            Purpose = ''
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 4003
            Authority = 'localhost:4003'
            Url = 'http://localhost:4003'
            AddrVariable = 'H_SUPER_GEN_ADDR'
            ListenVariable = 'H_SUPER_GEN_LISTEN'
            ServiceHostVariable = 'H_SUPER_HOST'
            MapHostVariable = 'H_HOST'
        }
        None = @{
            Name = 'none'
            Title = 'a title of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobody can change it'
            Purpose = 'a text of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobody can change it'
            Protocol = 'http'
            Transport = 'tcp'
            Scheme = 'http'
            Host = 'localhost'
            Port = 4004
            Authority = 'localhost:4004'
            Url = 'http://localhost:4004'
            AddrVariable = 'H_NONE_ADDR'
            ListenVariable = 'H_NONE_LISTEN'
            ServiceHostVariable = 'H_NONE_HOST'
            MapHostVariable = 'H_HOST'
        }
        Option = @{
            Name = 'option'
            Title = 'option'
            Purpose = ''
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Host = 'localhost'
            Port = 4005
            Authority = 'localhost:4005'
            Url = 'tcp://localhost:4005'
            AddrVariable = 'H_OPTION_ADDR'
            ListenVariable = 'H_OPTION_LISTEN'
            ServiceHostVariable = 'H_OPTION_HOST'
            MapHostVariable = 'H_HOST'
        }
        Map = @{
            Name = 'map'
            Title = 'map'
            Purpose = ''
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Host = 'localhost'
            Port = 4006
            Authority = 'localhost:4006'
            Url = 'tcp://localhost:4006'
            AddrVariable = 'H_MAP_ADDR'
            ListenVariable = 'H_MAP_LISTEN'
            ServiceHostVariable = 'H_MAP_HOST'
            MapHostVariable = 'H_HOST'
        }
        DeeplensPortsCore = @{
            Name = 'deeplens-ports.core'
            Title = 'deeplens-ports core'
            Purpose = ''
            Protocol = 'udp'
            Transport = 'udp'
            Scheme = 'udp'
            Host = 'localhost'
            Port = 4007
            Authority = 'localhost:4007'
            Url = 'udp://localhost:4007'
            AddrVariable = 'H_DEEPLENS_PORTS_CORE_ADDR'
            ListenVariable = 'H_DEEPLENS_PORTS_CORE_LISTEN'
            ServiceHostVariable = 'H_DEEPLENS_PORTS_HOST'
            MapHostVariable = 'H_HOST'
        }
        Blank = @{
            Name = 'blank'
            Title = ' '
            Purpose = ''
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Host = 'localhost'
            Port = 4008
            Authority = 'localhost:4008'
            Url = 'tcp://localhost:4008'
            AddrVariable = 'H_BLANK_ADDR'
            ListenVariable = 'H_BLANK_LISTEN'
            ServiceHostVariable = 'H_BLANK_HOST'
            MapHostVariable = 'H_HOST'
            Deprecated = '[x] and [`y`](z), but `[code]`'
        }
        Bars = @{
            Name = 'bars'
            Title = 'Core | services'
            Purpose = ''
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Host = 'a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more'
            Port = 4009
            Authority = 'a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more:4009'
            Url = 'tcp://a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more:4009'
            AddrVariable = 'H_BARS_ADDR'
            ListenVariable = 'H_BARS_LISTEN'
            ServiceHostVariable = 'H_BARS_HOST'
        }
        Hidden = @{
            Name = 'hidden'
            Title = 'zero​width'
            Purpose = 'a﻿mark, soft­hyphen and word⁠joiner, but 👩‍🚒 and ❤️'
            Protocol = 'tcp'
            Transport = 'tcp'
            Scheme = 'tcp'
            Host = 'localhost'
            Port = 4010
            Authority = 'localhost:4010'
            Url = 'tcp://localhost:4010'
            AddrVariable = 'H_HIDDEN_ADDR'
            ListenVariable = 'H_HIDDEN_LISTEN'
            ServiceHostVariable = 'H_HIDDEN_HOST'
            MapHostVariable = 'H_HOST'
            Deprecated = 'with​all of them'
        }
    }
    Ranges = @{
    }
    ContainerEndpoints = @{
    }
}
