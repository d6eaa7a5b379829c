#!/bin/sh
# Fetches what the tests' OpenID Connect provider is made of: install.sh [true to leave it out]
# Nothing is done when it is there already.
set -eu
[ "${1:-false}" = true ] && exit 0
cd "$(dirname "$0")"
[ node_modules/.souffleur -nt package-lock.json ] && exit 0
npm ci --no-progress --no-audit --no-fund --loglevel=error
touch node_modules/.souffleur
