# Prints what a data file of the export says. Usage: powershell.ps1 FILE.psd1
$ErrorActionPreference = 'Stop'
$ports = Import-PowerShellDataFile $args[0]
$rows = foreach ($list in 'Endpoints', 'Ranges', 'ContainerEndpoints') {
    foreach ($key in $ports[$list].Keys) {
        $ports[$list][$key] + @{ constant = $key }
    }
}
ConvertTo-Json -Depth 4 -EscapeHandling EscapeNonAscii @($rows)
