#include "page/origins.h"

#include <iconv.h>

enum { LONGEST_CHARACTER = 8 };

void origin_add(origin_list *list, size_t text, size_t raw, origin_how how) {
  if (list->failed) return;
  const origin_run *last = list->count > 0 ? &list->runs[list->count - 1] : NULL;
  if (last != NULL && how == ORIGIN_COPY && last->how == ORIGIN_COPY && text - last->text == raw - last->raw) return;
  if (list->count == list->room) {
    size_t room = list->room > 0 ? list->room * 2 : 64;
    origin_run *runs = isnad_arena_grow(list->arena, list->runs, list->room, room, sizeof *runs);
    if (runs == NULL) {
      list->failed = true;
      return;
    }
    list->runs = runs;
    list->room = room;
  }
  list->runs[list->count++] = (origin_run){(uint32_t)text, (uint32_t)raw, (uint8_t)how};
}

/* How many characters begin in `bytes`, and how many of them lie beyond the basic plane. */
static uint32_t characters(const char *bytes, uint32_t length, uint32_t *beyond) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < length; i++) {
    count += ((uint8_t)bytes[i] & 0xC0) != 0x80;
    *beyond += (uint8_t)bytes[i] >= 0xF0;
  }
  return count;
}

/* The raw place `steps` characters of UTF-8 behind `raw`. */
static uint32_t behind(const page_origins *o, uint32_t raw, uint32_t steps) {
  uint32_t at = raw;
  while (at < o->raw.length && steps > 0) {
    at++;
    while (at < o->raw.length && ((uint8_t)o->raw.bytes[at] & 0xC0) == 0x80) at++;
    steps--;
  }
  return at;
}

/* One character of the raw bytes at `from`: how many bytes it takes, and how many of UTF-8 it gives. */
static size_t one_character(iconv_t by, const char *from, size_t left, size_t *gives) {
  for (size_t length = 1; length <= left && length <= LONGEST_CHARACTER; length++) {
    char *in = (char *)from, out[16], *to = out;
    size_t in_left = length, out_left = sizeof out;
    iconv(by, &in, &in_left, &to, &out_left);
    *gives = sizeof out - out_left;
    if (in_left<length && * gives> 0) return length - in_left;
  }
  *gives = 3; /* U+FFFD */
  return 1;
}

static uint32_t multi(const page_origins *o, const origin_run *run, uint32_t distance) {
  iconv_t by = iconv_open("UTF-8", o->iconv);
  if (by == (iconv_t)-1) return run->raw;
  uint32_t raw = run->raw;
  while (distance > 0 && raw < o->raw.length) {
    size_t gives = 0, takes = one_character(by, o->raw.bytes + raw, o->raw.length - raw, &gives);
    if (gives > distance) break;
    distance -= (uint32_t)gives;
    raw += (uint32_t)takes;
  }
  iconv_close(by);
  return raw;
}

static uint32_t in_run(const page_origins *o, const origin_run *run, uint32_t offset) {
  uint32_t distance = offset - run->text, beyond = 0, count;
  switch (run->how) {
  case ORIGIN_COPY:
    return run->raw + distance;
  case ORIGIN_POINT:
    return run->raw;
  case ORIGIN_UNDONE:
    return behind(o, run->raw, distance);
  case ORIGIN_MULTI:
    return multi(o, run, distance);
  default:
    break;
  }
  count = characters(o->text.bytes + run->text, distance, &beyond);
  /* inside a character: its begin */
  if (offset < o->text.length && ((uint8_t)o->text.bytes[offset] & 0xC0) == 0x80) {
    count--;
    beyond -= offset > run->text && beyond > 0 && (uint8_t)o->text.bytes[offset - 1] >= 0xF0;
  }
  return run->how == ORIGIN_SINGLE ? run->raw + count : run->raw + 2 * (count + beyond);
}

/* The run that holds a place of the text. */
static size_t run_at(const page_origins *o, uint32_t offset) {
  size_t low = 0, high = o->count;
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (o->runs[middle].text <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

uint32_t page_origin(const page_origins *o, uint32_t offset) {
  uint32_t raw = offset;
  if (offset >= o->text.length) {
    raw = (uint32_t)o->raw.length;
  } else if (o->count > 0) {
    size_t run = run_at(o, offset);
    uint32_t most = run + 1 < o->count ? o->runs[run + 1].raw : (uint32_t)o->raw.length;
    raw = in_run(o, &o->runs[run], offset);
    if (raw > most) raw = most; /* encodings with shifts are read from the begin of a run */
  }
  return o->inner != NULL ? page_origin(o->inner, raw) : raw;
}
