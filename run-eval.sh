#!/usr/bin/env bash
# Builds the harness, replays an experiment, and decides: ./run-eval.sh [--quick] [experiment.yaml] [options of `evalharness run`]
# --quick leaves out the studies of the decision: how answers hold up when corpus, retrieval, training data or wording change.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
decide=--decide
arguments=()
for argument in "$@"; do
  if [[ $argument == --quick ]]; then decide=; else arguments+=("$argument"); fi
done
if [[ ${#arguments[@]} -eq 0 || ${arguments[0]} == -* ]]; then
  arguments=("$root/datasets/helpdesk/experiment.yaml" ${arguments[@]+"${arguments[@]}"})
fi
echo "building" >&2
dotnet build "$root/src/EvalHarness.Cli" --configuration Release --nologo --verbosity quiet -clp:ErrorsOnly >&2
exec dotnet "$root/src/EvalHarness.Cli/bin/Release/net10.0/EvalHarness.Cli.dll" run "${arguments[@]}" $decide
