#include "watch_line.h"

#include "progress.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const double MARK_SECONDS = 1;

bool watch_line_fits(void) {
  const char *terminal = getenv("TERM");
  bool dumb = terminal == NULL || terminal[0] == '\0' || strcmp(terminal, "dumb") == 0;
  return !dumb && isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

void watch_line_clear(void) { fputs("\r\033[K", stderr); }

/* --- the words, as many as the terminal is wide: a line that broke into two could not be taken away again --- */

typedef struct words {
  char text[256];
  size_t length, most;
} words;

static size_t width(void) {
  struct winsize size = {0};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79;
}

/* A part that does not fit is left out, and all behind it. */
static void add(words *w, const char *format, ...) {
  char part[128];
  va_list values;
  va_start(values, format);
  int length = vsnprintf(part, sizeof part, format, values);
  va_end(values);
  bool fits = length >= 0 && (size_t)length < sizeof part && w->length + (size_t)length <= w->most && w->length + (size_t)length < sizeof w->text;
  if (!fits) w->most = 0;
  if (!fits) return;
  memcpy(w->text + w->length, part, (size_t)length);
  w->length += (size_t)length;
}

static void add_some(words *w, const char *format, uint64_t number) {
  if (number > 0) add(w, format, (unsigned long long)number);
}

/* The oldest mark that is kept; a new one is set every second. */
static struct watch_mark oldest(watch_line *line, double at, const isnad_watch_counts *c) {
  struct watch_mark mark = {at, c->held, c->net.bytes};
  if (line->count == 0 || at - line->marks[line->count - 1].at >= MARK_SECONDS) {
    if (line->count == WATCH_LINE_MARKS) memmove(line->marks, line->marks + 1, --line->count * sizeof line->marks[0]);
    line->marks[line->count++] = mark;
  }
  return line->marks[0];
}

static void add_rates(words *w, watch_line *line, const isnad_watch_counts *c) {
  double at = progress_now();
  struct watch_mark then = oldest(line, at, c);
  double seconds = at - then.at;
  if (seconds < MARK_SECONDS) return;
  add(w, " | %.1f pages/s, %.0f kB/s", (double)(c->held - then.held) / seconds, (double)(c->net.bytes - then.bytes) / 1e3 / seconds);
}

static void add_next(words *w, const isnad_watch_counts *c) {
  if (c->weaving > 0)
    add(w, " | telling the stories of %llu", (unsigned long long)c->weaving);
  else if (c->waiting == 0 && c->net.active == 0 && c->until_next >= 1)
    add(w, " | next look in %lld s", (long long)c->until_next);
}

/* What matters most stands first. */
void watch_line_show(watch_line *line, const isnad_watch_counts *c) {
  words w = {.most = width()};
  add(&w, "%llu feeds", (unsigned long long)c->feeds);
  add_some(&w, " (%llu failing)", c->failing);
  add(&w, " | %llu wait, %llu under way | %llu held", (unsigned long long)c->waiting, (unsigned long long)c->net.active, (unsigned long long)c->held);
  add_some(&w, ", %llu changed", c->editions);
  add_some(&w, ", %llu not got", c->not_got);
  add_next(&w, c);
  add_rates(&w, line, c);
  add_some(&w, " | failed requests: %llu", c->net.failures);
  watch_line_clear();
  fwrite(w.text, 1, w.length, stderr);
  fflush(stderr);
}
