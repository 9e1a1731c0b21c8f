/* What the commands that fetch have in common: the options of the network, and the archive they record into. */
#ifndef ISNAD_CMD_FETCHING_H
#define ISNAD_CMD_FETCHING_H

#include "isnad/isnad.h"
#include "options.h"

typedef struct fetching_options {
  const char *record, *proxy, *agent, *ca_file, *delay, *backoff;
  unsigned largest, at_once, tries, patience, timeout;
  bool allow_private, ignore_robots;
} fetching_options;

/* Rows for a table of options whose struct has a fetching_options called `net`. */
#define FETCHING_OPTION_ROWS(type)                                                                                                                   \
  {"record", OPTION_TEXT, "FILE", "writes every exchange into a web archive (FILE.warc.gz)", offsetof(type, net.record)},                            \
      {"delay", OPTION_TEXT, "SECONDS", "between an answer and the next request to its host (default: 1)", offsetof(type, net.delay)},               \
      {"backoff", OPTION_TEXT, "SECONDS", "to wait after a failure, doubled with each (default: 2)", offsetof(type, net.backoff)},                   \
      {"timeout", OPTION_COUNT, "SECONDS", "for one answer (default: 120)", offsetof(type, net.timeout)},                                            \
      {"tries", OPTION_COUNT, "N", "requests for one page while its server fails (default: 3)", offsetof(type, net.tries)},                          \
      {"patience", OPTION_COUNT, "SECONDS", "to wait for a server that fails or asks for time (default: 60)", offsetof(type, net.patience)},         \
      {"largest", OPTION_COUNT, "MB", "of one page, as sent and as unpacked (default: 16)", offsetof(type, net.largest)},                            \
      {"at-once", OPTION_COUNT, "N", "hosts that are asked at the same time (default: 16)", offsetof(type, net.at_once)},                            \
      {"proxy", OPTION_TEXT, "URL", "http, https or socks5h; empty: none (default: what the environment says)", offsetof(type, net.proxy)},          \
      {"agent", OPTION_TEXT, "TEXT", "the User-Agent; its first word is the name that robots.txt is read for", offsetof(type, net.agent)},           \
      {"ca", OPTION_TEXT, "FILE", "certificates to trust (default: the system's)", offsetof(type, net.ca_file)},                                     \
      {"allow-private", OPTION_FLAG, NULL, "addresses of this machine and of private networks too", offsetof(type, net.allow_private)}, {            \
    "ignore-robots", OPTION_FLAG, NULL, "for your own sites", offsetof(type, net.ignore_robots)                                                      \
  }

/* Fills the options of a fetcher; opens the archive. EXIT_FOUND; after one line on standard error EXIT_USAGE (not what an option takes) or EXIT_STORE
 * (no archive can be had). */
int fetching_start(isnad_fetch_options *out, const fetching_options *options, const char *of);

/* Closes the archive. False after one line on standard error. */
bool fetching_end(isnad_fetch_options *options, const char *of);

#endif
