# Sourced by ./demo and ./check: makes sure that what a fresh Debian 12 lacks is installed, and builds.
# Needs only sh and apt. Asks first on a terminal; goes ahead when there is none.

need_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0 # not Debian: meson tells what is missing
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  echo "isnad needs these packages:$missing" >&2
  if [ -t 0 ] && [ -t 2 ]; then
    printf 'Install them with apt-get? [Y/n] ' >&2
    read -r answer
    case "$answer" in n* | N*) echo "Nothing was installed." >&2; exit 2 ;; esac
  fi
  as_root=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Please run as root: apt-get install$missing" >&2; exit 2; }
    as_root=sudo
  fi
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >/dev/null ||
    { echo "apt-get could not install$missing" >&2; exit 4; }
}

build_packages="gcc libc6-dev meson ninja-build pkg-config libsqlite3-dev zlib1g-dev libzstd-dev libxxhash-dev libssl-dev libcurl4-openssl-dev libutf8proc-dev libuchardet-dev libdeflate-dev libbrotli-dev libexpat1-dev libmicrohttpd-dev"

# configure FOLDER OPTION...: a build folder, made or kept. One that cannot be kept (of another meson, or half made) is made anew.
configure() {
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ] && meson configure "$folder" "$@" >/dev/null 2>&1; then return 0; fi
  rm -rf "$folder"
  meson setup "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log" >&2; rm -f "$folder.log"; return 1; }
  rm -f "$folder.log"
}
