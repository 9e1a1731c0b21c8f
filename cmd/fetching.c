#include "fetching.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *first_of(const char *const *names) {
  for (; *names != NULL; names++) {
    const char *value = getenv(*names);
    if (value != NULL && value[0] != '\0') return value;
  }
  return NULL;
}

/* Of the environment, as other programs read it; HTTP_PROXY in capitals is what a web server makes of a header, and is not looked at. */
static void set_proxies(isnad_fetch_options *out, const char *given) {
  static const char *const of_https[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", NULL};
  static const char *const of_http[] = {"http_proxy", "all_proxy", "ALL_PROXY", NULL};
  static const char *const of_none[] = {"no_proxy", "NO_PROXY", NULL};
  const char *plain = first_of(of_http);
  out->proxy = given != NULL ? given : first_of(of_https);
  if (given == NULL) out->http_proxy = plain != NULL ? plain : "";
  out->no_proxy = first_of(of_none);
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

int fetching_start(isnad_fetch_options *out, const fetching_options *o, const char *of) {
  *out = (isnad_fetch_options){.agent = isnad_slice_of(o->agent),
                               .ca_file = o->ca_file,
                               .allow_private = o->allow_private,
                               .ignore_robots = o->ignore_robots,
                               .largest = (size_t)o->largest * 1024 * 1024,
                               .at_once = o->at_once,
                               .tries = o->tries,
                               .patience = o->patience,
                               .transfer_seconds = o->timeout};
  set_proxies(out, o->proxy);
  if (!take_seconds(o->delay, &out->delay, of) || !take_seconds(o->backoff, &out->backoff, of)) return EXIT_USAGE;
  return o->record == NULL || open_record(out, o->record, of) ? EXIT_FOUND : EXIT_STORE;
}

bool fetching_end(isnad_fetch_options *options, const char *of) {
  isnad_err err = {0};
  isnad_status status = isnad_warc_finish(options->record, &err);
  options->record = NULL;
  if (status != ISNAD_OK) fprintf(stderr, "isnad %s: %s: %s\n", of, options->record_file, err.message);
  return status == ISNAD_OK;
}
