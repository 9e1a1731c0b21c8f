#include "fetching.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Of the environment, as other programs read it. Requests go all one way: what no_proxy says of single hosts is not looked at. */
static const char *proxy_of(const char *given) {
  static const char *const names[] = {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"};
  for (size_t i = 0; given == NULL && i < sizeof names / sizeof names[0]; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && value[0] != '\0') given = value;
  }
  return given;
}

/* Leaves the default when nothing was given. */
static bool take_seconds(const char *text, double *out, const char *of) {
  char *end = NULL;
  if (text == NULL) return true;
  errno = 0;
  *out = strtod(text, &end);
  if (errno == 0 && end != text && *end == '\0' && *out > 0 && *out < 86400) return true;
  fprintf(stderr, "isnad %s: not a number of seconds: %s\n", of, text);
  return false;
}

static bool open_record(isnad_fetch_options *out, const char *path, const char *of) {
  char software[64], date[32];
  time_t now = time(NULL);
  struct tm parts;
  isnad_err err = {0};
  gmtime_r(&now, &parts);
  strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &parts);
  snprintf(software, sizeof software, "isnad/%s", isnad_version());
  out->record_file = path;
  if (isnad_warc_append(&out->record, path, isnad_slice_of(software), isnad_slice_of(date), &err) == ISNAD_OK) return true;
  fprintf(stderr, "isnad %s: %s: %s\n", of, path, err.message);
  return false;
}

bool fetching_start(isnad_fetch_options *out, const fetching_options *o, const char *of) {
  *out = (isnad_fetch_options){.agent = isnad_slice_of(o->agent),
                               .proxy = proxy_of(o->proxy),
                               .ca_file = o->ca_file,
                               .allow_private = o->allow_private,
                               .ignore_robots = o->ignore_robots,
                               .largest = (size_t)o->largest * 1024 * 1024,
                               .at_once = o->at_once,
                               .tries = o->tries,
                               .patience = o->patience,
                               .transfer_seconds = o->timeout};
  if (!take_seconds(o->delay, &out->delay, of) || !take_seconds(o->backoff, &out->backoff, of)) return false;
  return o->record == NULL || open_record(out, o->record, of);
}

bool fetching_end(isnad_fetch_options *options, const char *of) {
  isnad_err err = {0};
  isnad_status status = isnad_warc_finish(options->record, &err);
  options->record = NULL;
  if (status != ISNAD_OK) fprintf(stderr, "isnad %s: %s: %s\n", of, options->record_file, err.message);
  return status == ISNAD_OK;
}
