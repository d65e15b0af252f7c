#!/bin/sh
# What the official image's documentation promises: WordPress is copied into an empty /var/www/html, with a configuration
# that reads WORDPRESS_* when it runs.
set -eu
case ${1-} in apache2*) ;; *) exec "$@" ;; esac
cd /var/www/html
if [ ! -e index.php ] && [ ! -e wp-includes/version.php ]; then
  [ "$(stat -c %u:%g .)" != 0:0 ] || chown www-data:www-data .
  echo "WordPress not found in $PWD - copying now..." >&2
  # Nothing that lies in wp-content already is overwritten.
  tar -C /usr/src/wordpress -cf - . | tar -xkf - 2> /dev/null || true
  chown -R www-data:www-data .
  echo "Complete! WordPress has been successfully copied to $PWD" >&2
fi
if [ ! -s wp-config.php ] && env | grep -q '^WORDPRESS_'; then
  echo "No 'wp-config.php' found in $PWD, but 'WORDPRESS_...' variables supplied; copying 'wp-config-docker.php'" >&2
  awk -v seed="$(head -c 48 /dev/urandom | base64 | tr -d '\n')" '/put your unique phrase here/ {
    gsub(/put your unique phrase here/, seed NR) } { print }' /usr/src/wordpress/wp-config-docker.php > wp-config.php
  chown www-data:www-data wp-config.php; chmod 640 wp-config.php
fi
exec "$@"
