# Made by `deeplens-ports export powershell` from the map Empty. Changes belong into the map.
@{
    Endpoints = @{
    }
    Ranges = @{
    }
    ContainerEndpoints = @{
    }
}
