# Sourced by tests in sh: how they count, and no proxy of the machine in their way.
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY
passed=0
failed=0

check() { # WHAT COMMAND...
  what=$1
  shift
  if "$@"; then passed=$((passed + 1)); else echo "FAILED: $what"; failed=$((failed + 1)); fi
}

code() { # WANTED COMMAND...: the exit code; output and complaint are kept
  wanted=$1
  shift
  "$@" >out 2>err
  got=$?
  [ "$got" = "$wanted" ] || { echo "exit code $got, wanted $wanted: $*"; cat err; return 1; }
}
