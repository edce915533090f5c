#!/usr/bin/env bash
# Builds the harness, then replays an experiment: ./run-eval.sh [experiment.yaml] [options of `evalharness run`]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ $# -eq 0 || $1 == -* ]]; then
  set -- "$root/datasets/helpdesk/experiment.yaml" "$@"
fi
echo "building" >&2
dotnet build "$root/src/EvalHarness.Cli" --configuration Release --nologo --verbosity quiet -clp:ErrorsOnly >&2
exec dotnet "$root/src/EvalHarness.Cli/bin/Release/net10.0/EvalHarness.Cli.dll" run "$@"
