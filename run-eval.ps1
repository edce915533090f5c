#!/usr/bin/env pwsh
# Builds the harness, then replays an experiment: ./run-eval.ps1 [experiment.yaml] [options of `evalharness run`]
$ErrorActionPreference = 'Stop'
# PowerShell reads rag,hybrid as a list: it is one argument here.
$options = @(foreach ($argument in $args) { $argument -join ',' })
if ($options.Count -eq 0 -or "$($options[0])".StartsWith('-')) {
    $options = @(Join-Path $PSScriptRoot 'datasets/helpdesk/experiment.yaml') + $options
}
Write-Host 'building'
dotnet build (Join-Path $PSScriptRoot 'src/EvalHarness.Cli') --configuration Release --nologo --verbosity quiet -clp:ErrorsOnly
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet (Join-Path $PSScriptRoot 'src/EvalHarness.Cli/bin/Release/net10.0/EvalHarness.Cli.dll') run @options
exit $LASTEXITCODE
