# What the packaging scripts share; sourced by them from the project's folder.
# Usage: . scripts/packaging.sh

program=${ACADEMY:-.build/release/academy}
packages=.build/packages
umask 022
export LC_ALL=C TZ=UTC

[ -x "$program" ] || {
  echo "there is no program at $program: run \`make build\` first" >&2
  exit 2
}
version=$("$program" --version)
version=${version##* }
# What has a date has that of the last commit.
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}"
export SOURCE_DATE_EPOCH

# need COMMAND PACKAGE: ends where a command is missing.
need() {
  command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || {
    echo "$1 is missing: apt-get install $2" >&2
    exit 2
  }
}

