#!/bin/sh
# Runs /docker-entrypoint.d/*.sh first, as the official image does.
set -e
for script in /docker-entrypoint.d/*.sh; do [ ! -x "$script" ] || "$script"; done
exec "$@"
