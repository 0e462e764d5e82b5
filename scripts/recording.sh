# What the recordings of the terminal share; sourced by them.
# Usage: . scripts/recording.sh [path of academy]

program=$(realpath "${1:-.build/release/academy}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
unset ACADEMY_CACHE XDG_CACHE_HOME XDG_CONFIG_HOME GIT_DIR
git config --global user.name "Ada Author"
git config --global user.email "ada@example.org"
git config --global init.defaultBranch main
git config --global advice.detachedHead false
# Each commit a day after the one before, so that ids are the same wherever this runs.
now=1790000000
tick() {
  now=$((now + 86400))
  export GIT_AUTHOR_DATE="$now +0000" GIT_COMMITTER_DATE="$now +0000" SOURCE_DATE_EPOCH=$now
}
tick

academy() { "$program" "$@"; }
say() { printf '\n%s\n' "$*"; }
# Shows a command and all that it says; a failing one is part of the story.
show() {
  printf '\n```console\n$ %s\n' "$*"
  { eval "$*" 2>&1 || true; } | sed "s|$home|~|g"
  printf '```\n'
}
# As `show`, for a command that changes where one is or what is set.
step() {
  printf '\n```console\n$ %s\n' "$*"
  eval "$*" >"$home/said" 2>&1 || true
  sed "s|$home|~|g" "$home/said"
  printf '```\n'
}
commit() { git add -A && git commit -qm "$1" && tick; }
