#!/bin/sh
# What the official image's documentation promises: a data folder that is made once, from the variables MARIADB_*.
set -eu
data=/var/lib/mysql
note() { echo "$(date '+%F %T') [Note] [Entrypoint]: $*"; }
stop() { echo "$(date '+%F %T') [ERROR] [Entrypoint]: $*" >&2; exit 1; }
# of NAME: the value of NAME, or what the file in NAME_FILE holds
of() {
  eval "value=\${$1-} file=\${$1_FILE-}"
  [ -z "$value" ] || [ -z "$file" ] || stop "Both $1 and $1_FILE are set (but are exclusive)"
  if [ -n "$file" ]; then cat "$file"; else printf %s "$value"; fi
}
quoted() { printf "'%s'" "$(printf %s "$1" | sed -e 's/\\/\\\\/g' -e "s/'/''/g")"; }

case ${1-} in -*) set -- mariadbd "$@" ;; esac
[ "${1-}" = mariadbd ] || exec "$@"
mkdir -p /run/mysqld; chown mysql:mysql /run/mysqld "$data"
if [ ! -d "$data/mysql" ]; then
  root=$(of MARIADB_ROOT_PASSWORD)
  [ -z "${MARIADB_RANDOM_ROOT_PASSWORD-}" ] || root=$(head -c 24 /dev/urandom | base64)
  [ -n "$root" ] || [ -n "${MARIADB_ALLOW_EMPTY_ROOT_PASSWORD-}" ] || stop "Database is uninitialized and password option is not specified
	You need to specify one of MARIADB_ROOT_PASSWORD, MARIADB_ROOT_PASSWORD_HASH, MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and MARIADB_RANDOM_ROOT_PASSWORD"
  database=$(of MARIADB_DATABASE) user=$(of MARIADB_USER) password=$(of MARIADB_PASSWORD)
  health=$(head -c 24 /dev/urandom | base64)
  note "Initializing database files"
  mariadb-install-db --user=mysql --datadir="$data" --skip-test-db --skip-name-resolve --auth-root-authentication-method=normal > /tmp/init.log 2>&1 ||
    { cat /tmp/init.log >&2; stop "mariadb-install-db failed"; }
  [ -z "${MARIADB_RANDOM_ROOT_PASSWORD-}" ] || note "GENERATED ROOT PASSWORD: $root"
  { # a statement a line: --bootstrap takes no more
    echo 'FLUSH PRIVILEGES;'
    echo "ALTER USER root@localhost IDENTIFIED BY $(quoted "$root");"
    echo "CREATE USER root@'%' IDENTIFIED BY $(quoted "$root");"
    echo "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;"
    echo "CREATE USER healthcheck@127.0.0.1 IDENTIFIED BY $(quoted "$health");"
    [ -z "$database" ] || echo "CREATE DATABASE \`$database\`;"
    if [ -n "$user" ] && [ -n "$password" ]; then
      echo "CREATE USER $(quoted "$user")@'%' IDENTIFIED BY $(quoted "$password");"
      [ -z "$database" ] || echo "GRANT ALL ON \`$database\`.* TO $(quoted "$user")@'%';"
    fi
  } | mariadbd --bootstrap > /tmp/init.log 2>&1 || { cat /tmp/init.log >&2; stop "the users could not be made"; }
  (umask 077; printf '[client]\nuser = healthcheck\npassword = %s\nhost = 127.0.0.1\n' "$health" > "$data/.my-healthcheck.cnf")
  chown mysql:mysql "$data/.my-healthcheck.cnf"
  note "MariaDB init process done. Ready for start up."
fi
exec "$@"
