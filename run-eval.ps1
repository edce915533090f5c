#!/usr/bin/env pwsh
# Builds the harness, replays an experiment, and decides: ./run-eval.ps1 [--quick] [experiment.yaml] [options of `evalharness run`]
# --quick leaves out the studies of the decision: how answers hold up when corpus, retrieval, training data or wording change.
$ErrorActionPreference = 'Stop'
# PowerShell reads rag,hybrid as a list: it is one argument here.
$options = @(foreach ($argument in $args) { if ("$argument" -ne '--quick') { $argument -join ',' } })
$decide = @(if ($args -notcontains '--quick') { '--decide' })
if ($options.Count -eq 0 -or "$($options[0])".StartsWith('-')) {
    $options = @(Join-Path $PSScriptRoot 'datasets/helpdesk/experiment.yaml') + $options
}
Write-Host 'building'
dotnet build (Join-Path $PSScriptRoot 'src/EvalHarness.Cli') --configuration Release --nologo --verbosity quiet -clp:ErrorsOnly
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet (Join-Path $PSScriptRoot 'src/EvalHarness.Cli/bin/Release/net10.0/EvalHarness.Cli.dll') run @options @decide
exit $LASTEXITCODE
