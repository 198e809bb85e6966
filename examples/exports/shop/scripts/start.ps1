# Starts the database without Compose.
$ErrorActionPreference = 'Stop'
$ports = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'Ports.psd1')
$database = $ports.Endpoints.Database
docker run --detach --name $database.Container.Host --publish "127.0.0.1:$($database.Port):$($database.Container.Port)" postgres:17
Write-Output "$($database.Title) at $($database.Url)"
