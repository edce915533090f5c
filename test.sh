#!/usr/bin/env bash
# Runs every test: ./test.sh [--full | --part n] [dotnet test options]
#   --full    also the long ones      --part n    also the n-th quarter of the long ones (CI rotates)
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
case "${1:-}" in
  --full) export EVALHARNESS_LONG_TESTS=all; shift ;;
  --part) export EVALHARNESS_LONG_TESTS=$2; shift 2 ;;
esac

# The page is tested in a real browser: Debian's, where it can be had; without one those tests say that they were skipped.
if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [[ $(id -u) -eq 0 ]]; then
  echo "installing chromium for the browser tests …"
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium) >/dev/null 2>&1 \
    || echo "chromium could not be installed: the browser tests will be skipped"
fi

# The vector store is tested in a real PostgreSQL with pgvector, from npm; where it cannot be installed those tests say that they were skipped.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "node or npm is missing: the PostgreSQL tests will be skipped"
elif [[ ! tests/pglite/node_modules/.package-lock.json -nt tests/pglite/package-lock.json ]]; then
  echo "installing PostgreSQL (pglite) for the vector store's tests …"
  npm ci --prefix tests/pglite --loglevel=error >/dev/null || echo "PostgreSQL could not be installed: its tests will be skipped"
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet build EvalHarness.sln --configuration Release --nologo --verbosity quiet -clp:ErrorsOnly || { echo "the build failed"; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test EvalHarness.sln --configuration Release --no-build --nologo --verbosity quiet \
  --logger "trx" --logger "console;verbosity=minimal" --results-directory "$results" "$@"
status=$?

# The entailment verifier stands outside the solution: ONNX Runtime takes 392 MB on disk. Where it cannot be restored its tests are not run, and that is said.
entailment=tests/EvalHarness.Entailment.Tests/EvalHarness.Entailment.Tests.csproj
if dotnet restore "$entailment" --verbosity quiet; then
  dotnet build "$entailment" --configuration Release --no-restore --nologo --verbosity quiet -clp:ErrorsOnly \
    && dotnet test "$entailment" --configuration Release --no-build --nologo --verbosity quiet \
      --logger "trx" --logger "console;verbosity=quiet" --results-directory "$results" "$@" || status=1
else
  echo "SKIPPED: ONNX Runtime could not be restored, and the entailment verifier's tests were not run"
fi

count() { cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total) passed=$(count passed) failed=$(( $(count failed) + $(count error) + $(count timeout) + $(count aborted) ))
skipped=$(( total - passed - failed ))

if (( skipped > 0 )); then
  echo "skipped:"
  cat "$results"/*.trx | tr '\n' ' ' | sed 's/<UnitTestResult /\n&/g' | grep '^<UnitTestResult [^>]*outcome="NotExecuted"' \
    | sed -E 's/.*testName="([^"]*)".*<Message>([^<]*)<.*/  \1: \2/; s/^<UnitTestResult.*testName="([^"]*)".*/  \1/; s/&quot;/"/g'
fi
echo "$passed passed, $failed failed, $skipped skipped"
(( total > 0 )) || { echo "no test ran" >&2; exit 1; }
exit $status
