#!/bin/sh
# Builds the widget for Maven: build.sh scripts | pages | browser [skip]
# `scripts` checks, tests and bundles; `pages` photographs the widget's parts in a browser;
# `browser` plays whole conversations against the program itself.
set -eu
cd "$(dirname "$0")/.."

if ! command -v node >/dev/null 2>&1; then
  echo "The web widget is built with Node.js 20.19 or newer, and no 'node' is on the path." >&2
  echo "Install it (https://nodejs.org, or: apt-get install nodejs npm) and run the build again." >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number);
              process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "The web widget is built with Node.js 20.19 or newer; this is $(node --version)." >&2
  exit 1
fi
exec node build/steps.mjs "$@"
