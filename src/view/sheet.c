#include "view/sheet.h"

#include "base/clock.h"
#include "view/desk.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LINE_ROOM = 4096, WHEN_WIDTH = 17 };

static const isnad_span nowhere = {0, 0};

/* A view that another one calls finds the desk taken, and works in arenas of its own. */
static bool take_arenas(sheet *s) {
  isnad_view_desk *desk = s->view->desk;
  s->lent = desk != NULL && !desk->lent;
  if (!s->lent) return isnad_arena_new(&s->arena, 0) == ISNAD_OK && isnad_arena_new(&s->scratch, 0) == ISNAD_OK;
  desk->lent = true;
  s->arena = desk->lines;
  s->scratch = desk->scratch;
  isnad_arena_trim(s->arena, DESK_LINES);
  isnad_arena_trim(s->scratch, DESK_LINES);
  return true;
}

static void give_arenas_back(sheet *s) {
  if (s->lent) {
    s->view->desk->lent = false;
    return;
  }
  isnad_arena_free(s->arena);
  isnad_arena_free(s->scratch);
}

isnad_status sheet_open(sheet *out, const isnad_view *view, isnad_err *err) {
  *out = (sheet){.view = view, .err = err};
  if (!take_arenas(out)) return isnad_err_set(err, ISNAD_NO_MEMORY, "view", nowhere, "out of memory");
  out->line = buf_new(out->arena, LINE_ROOM);
  out->json = json_writer_new(&out->line);
  return buf_status(&out->line, "view", err);
}

isnad_status sheet_close(sheet *s, isnad_status status, const char *nothing) {
  give_arenas_back(s);
  if (status == ISNAD_OK && s->lines == 0) return isnad_err_set(s->err, ISNAD_NOT_FOUND, "view", nowhere, "%s", nothing);
  return status;
}

void sheet_style_on(sheet *s, sheet_style style) {
  if (!s->view->color || style == SHEET_PLAIN) return;
  buf_add_text(&s->line, style == SHEET_BOLD ? "\033[1m" : "\033[2m");
  s->styled = true;
}

void sheet_style_off(sheet *s) {
  if (s->styled) buf_add_text(&s->line, "\033[0m");
  s->styled = false;
}

void sheet_printf(sheet *s, const char *format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  if (length > 0) buf_add(&s->line, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

void sheet_counted(sheet *s, uint64_t count, const char *noun) {
  sheet_printf(s, "%llu %s%s", (unsigned long long)count, noun, count == 1 ? "" : "s");
}

/* --- words from outside --- */

/* The length of the well-formed UTF-8 character at the start of `at`; 0 when there is none. */
static size_t character(const unsigned char *at, size_t left) {
  size_t length = at[0] < 0x80 ? 1 : at[0] >= 0xC2 && at[0] < 0xE0 ? 2 : at[0] >= 0xE0 && at[0] < 0xF0 ? 3 : at[0] >= 0xF0 && at[0] < 0xF5 ? 4 : 0;
  if (length == 0 || length > left) return 0;
  for (size_t i = 1; i < length; i++)
    if ((at[i] & 0xC0) != 0x80) return 0;
  return length;
}

/* C1 controls, and what turns the direction of text: U+061C, U+200E-200F, U+2028-202E, U+2066-2069; and the byte order mark. */
static bool steers(const unsigned char *c, size_t length) {
  if (length == 2) return (c[0] == 0xC2 && c[1] < 0xA0) || (c[0] == 0xD8 && c[1] == 0x9C);
  if (length != 3) return false;
  if (c[0] == 0xE2 && c[1] == 0x80) return c[2] == 0x8E || c[2] == 0x8F || (c[2] >= 0xA8 && c[2] <= 0xAE);
  if (c[0] == 0xE2 && c[1] == 0x81) return c[2] >= 0xA6 && c[2] <= 0xA9;
  return c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF;
}

/* Adds cleaned text to `count` characters of it; returns how many there are. `space`: white space waits for the next character. */
static size_t add_piece(buf *out, isnad_slice words, size_t count, bool *waits) {
  const unsigned char *at = (const unsigned char *)words.bytes;
  bool space = *waits;
  for (size_t i = 0; i < words.length;) {
    size_t length = character(at + i, words.length - i);
    size_t step = length > 0 ? length : 1;
    bool blank = length == 1 && (at[i] <= 0x20 || at[i] == 0x7F);
    bool gone = length > 1 && steers(at + i, length);
    if (!blank && !gone) {
      if (space && count > 0) buf_add_char(out, ' ');
      count += (space && count > 0) + 1u;
      buf_add(out, length > 0 ? words.bytes + i : "?", step);
    }
    space = blank || (space && gone);
    i += step;
  }
  *waits = space;
  return count;
}

/* Adds cleaned text; returns how many characters it has. */
static size_t add_clean(buf *out, isnad_slice words) {
  bool space = false;
  return add_piece(out, words, 0, &space);
}

static size_t add_isolated(sheet *s, isnad_slice words) {
  if (s->view->isolate) buf_add_text(&s->line, "\xE2\x81\xA8");
  size_t count = add_clean(&s->line, words);
  if (s->view->isolate) buf_add_text(&s->line, "\xE2\x81\xA9");
  return count;
}

void sheet_latin(sheet *s, isnad_slice word) { add_clean(&s->line, word); }

void sheet_words(sheet *s, isnad_slice words) { add_isolated(s, words); }

void sheet_excerpt(sheet *s, isnad_slice words, size_t most) {
  size_t length = words.length < most ? words.length : most;
  while (length < words.length && length > 0 && ((unsigned char)words.bytes[length] & 0xC0) == 0x80) length--;
  add_isolated(s, (isnad_slice){words.bytes, length});
  if (length < words.length) buf_add_text(&s->line, "...");
}

/* A style, or brackets where there are none; the space that waits goes before it. */
static void mark_begin(sheet *s, size_t count, bool *space) {
  if (*space && count > 0) buf_add_char(&s->line, ' ');
  *space = false;
  buf_add_text(&s->line, s->view->color ? "\033[1m" : "[");
}

void sheet_marked(sheet *s, isnad_slice words, uint32_t begin, const isnad_span *marks, size_t mark_count) {
  size_t count = 0, at = 0;
  bool space = false;
  if (s->view->isolate) buf_add_text(&s->line, "\xE2\x81\xA8");
  for (size_t i = 0; i < mark_count; i++) {
    size_t first = marks[i].begin - begin, last = marks[i].end - begin;
    if (first < at || last > words.length) continue;
    count = add_piece(&s->line, (isnad_slice){words.bytes + at, first - at}, count, &space);
    mark_begin(s, count, &space);
    count = add_piece(&s->line, (isnad_slice){words.bytes + first, last - first}, count, &space);
    buf_add_text(&s->line, s->view->color ? "\033[22m" : "]");
    at = last;
  }
  add_piece(&s->line, (isnad_slice){words.bytes + at, words.length - at}, count, &space);
  if (s->view->isolate) buf_add_text(&s->line, "\xE2\x81\xA9");
}

void sheet_cell(sheet *s, isnad_slice words, size_t width) {
  size_t count = add_isolated(s, words);
  for (; count < width; count++) buf_add_char(&s->line, ' ');
  buf_add_text(&s->line, "  ");
}

void sheet_label(sheet *s, const char *word) {
  enum { WIDTH = 10 };
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%-*s", WIDTH, word);
  sheet_style_off(s);
  sheet_printf(s, "  ");
}

/* --- dates --- */

/* The last day of an interval, without the year and month that it shares with the first: "..14", "..10-02". */
static void until_text(char *out, size_t room, int64_t first, int64_t last) {
  int64_t year = 0, last_year = 0;
  unsigned month = 0, last_month = 0, day = 0;
  clock_date(first, &year, &month, &day);
  clock_date(last, &last_year, &last_month, &day);
  if (year != last_year)
    snprintf(out, room, "..%04lld-%02u-%02u", (long long)last_year, last_month, day);
  else if (month != last_month)
    snprintf(out, room, "..%02u-%02u", last_month, day);
  else
    snprintf(out, room, "..%02u", day);
}

/* A day, a minute of a day (in UTC, which its Z says), or the first and the last day of an interval. */
static void when_text(char *out, size_t room, isnad_interval when) {
  int64_t first = clock_day_of(when.from), last = clock_day_of(when.to - 1), year = 0, second = when.from - first * DAY_SECONDS;
  unsigned month = 0, day = 0;
  clock_date(first, &year, &month, &day);
  int length = snprintf(out, room, "%04lld-%02u-%02u", (long long)year, month, day);
  size_t at = length > 0 && (size_t)length < room ? (size_t)length : 0;
  if (last > first)
    until_text(out + at, room - at, first, last);
  else if (when.to - when.from < DAY_SECONDS)
    snprintf(out + at, room - at, " %02d:%02dZ", (int)(second / 3600), (int)(second / 60 % 60));
}

void sheet_when(sheet *s, isnad_interval when) {
  char text[96] = "no date";
  if (when.from < when.to) when_text(text, sizeof text, when);
  sheet_printf(s, "%-*s  ", WHEN_WIDTH, text);
}

void sheet_when_or(sheet *s, isnad_interval when, isnad_slice nothing) {
  if (when.from < when.to)
    sheet_when(s, when);
  else
    sheet_cell(s, nothing, WHEN_WIDTH);
}

void sheet_json_when(sheet *s, const char *key, isnad_interval when, isnad_slice basis) {
  char iso[CLOCK_ISO_ROOM];
  if (when.from >= when.to) return;
  json_key(&s->json, key);
  json_open_object(&s->json);
  json_key_string(&s->json, "from", (isnad_slice){iso, clock_iso(iso, when.from)});
  json_key_string(&s->json, "to", (isnad_slice){iso, clock_iso(iso, when.to)});
  json_key_string(&s->json, "basis", basis);
  json_close_object(&s->json);
}

isnad_status sheet_end(sheet *s) {
  sheet_style_off(s);
  while (!s->view->json && s->line.length > 0 && s->line.bytes[s->line.length - 1] == ' ') s->line.length--;
  isnad_status status = buf_status(&s->line, "view", s->err);
  if (status == ISNAD_OK && !s->view->line(s->view->context, buf_slice(&s->line))) status = ISNAD_CANCELLED;
  s->line.length = 0;
  s->json = json_writer_new(&s->line);
  s->lines++;
  return status;
}
