# docker build -t evalharness .
# docker build -t evalharness --build-arg CHROMIUM=yes .     with a browser for `report --pdf`
# docker run --rm -v "$PWD:/work" --user "$(id -u):$(id -g)" evalharness run datasets/helpdesk/experiment.yaml

FROM mcr.microsoft.com/dotnet/sdk:10.0-trixie-slim AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig README.md CHANGELOG.md ./
COPY docs/schemas/ docs/schemas/
COPY src/ src/
RUN dotnet publish src/EvalHarness.Cli --configuration Release --output /app -p:RunAnalyzers=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0-trixie-slim
ARG CHROMIUM=no
# A container's user may not make a sandbox of Chromium's own; what is printed is a page of ours that loads nothing.
RUN if [ "$CHROMIUM" = yes ]; then \
        apt-get update \
        && apt-get install --yes --no-install-recommends chromium \
        && rm -rf /var/lib/apt/lists/* \
        && printf '#!/bin/sh\nexec /usr/bin/chromium --no-sandbox "$@"\n' > /usr/local/bin/chromium-unboxed \
        && chmod 755 /usr/local/bin/chromium-unboxed; \
    fi
# Whoever owns the mounted folder runs it, and may have no home.
ENV EVALHARNESS_CHROMIUM=/usr/local/bin/chromium-unboxed HOME=/tmp
COPY --from=build /app /app
WORKDIR /work
USER $APP_UID
ENTRYPOINT ["dotnet", "/app/EvalHarness.Cli.dll"]
