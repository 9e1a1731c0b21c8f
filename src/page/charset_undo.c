/* Mojibake: UTF-8 that was read as an encoding of Windows and written as UTF-8 once more, so that each byte of it became a character. */
#include "page/charset.h"

#include "page/repair.h"

#include <string.h>

enum {
  BACK = 0x2200, /* above all code points of the encodings that are tried */
  WINDOWS = 32,  /* places of the text that are looked at first */
  WINDOW = 256,  /* bytes at each */
  FEW = 8,
  SCRATCH = 32 * 1024 * 1024,
  SAMPLE = 16 * 1024,
  ENOUGH_WORDS = 2
};

/* The place of the first byte at or behind `at` that is no ASCII. */
static size_t next_high(isnad_slice text, size_t at) {
  uint64_t eight;
  while (text.length - at >= sizeof eight) {
    memcpy(&eight, text.bytes + at, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) break;
    at += sizeof eight;
  }
  while (at < text.length && (uint8_t)text.bytes[at] < 0x80) at++;
  return at;
}

/* U+00D8-00DB and U+0637-063A: what the lead bytes of Arabic letters, D8 to DB, become in windows-1252 and windows-1256. */
static bool is_mark(isnad_slice text, size_t at) {
  uint8_t lead = (uint8_t)text.bytes[at], next = at + 1 < text.length ? (uint8_t)text.bytes[at + 1] : 0;
  return (lead == 0xC3 && next >= 0x98 && next <= 0x9B) || (lead == 0xD8 && next >= 0xB7 && next <= 0xBA);
}

/* A cheap look: in mojibake every other character is such a mark, in Arabic one in eighty. */
static bool is_suspect(isnad_slice text) {
  size_t marks = 0, others = 0, step = text.length / WINDOWS + 1, at = 0;
  for (size_t begin = 0; begin < text.length; begin += step) {
    at = next_high(text, at > begin ? at : begin);
    size_t end = text.length - at < WINDOW ? text.length : at + WINDOW;
    for (; at < end; at++) {
      if ((uint8_t)text.bytes[at] < 0xC2) continue;
      bool mark = is_mark(text, at++); /* the byte behind a lead byte is none */
      marks += mark;
      others += !mark;
    }
  }
  return marks >= FEW && marks * 2 >= others;
}

/* From code points back to bytes; 0 for none. Where the page of Windows has no character a C1 control stands for the byte, as in latin1. */
static bool make_back(uint8_t back[BACK], uint16_t row) {
  uint16_t points[128];
  if (!charset_points(points, row)) return false;
  memset(back, 0, BACK);
  for (unsigned i = 0x80; i < 0xA0; i++) back[i] = (uint8_t)i;
  for (unsigned i = 0; i < 128; i++)
    if (points[i] != 0 && points[i] < BACK) back[points[i]] = (uint8_t)(0x80 + i);
  return true;
}

static uint32_t point_at(isnad_slice text, size_t at, size_t *length) {
  const uint8_t *b = (const uint8_t *)text.bytes + at;
  if (b[0] < 0x80) return *length = 1, b[0];
  if (b[0] < 0xE0) return *length = 2, (uint32_t)(b[0] & 0x1F) << 6 | (uint32_t)(b[1] & 0x3F);
  if (b[0] < 0xF0) return *length = 3, (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (uint32_t)(b[2] & 0x3F);
  return *length = 4, UINT32_MAX;
}

/* The character whose bytes the characters at `at` stand for, as UTF-8 in `to`; its length, 0 when they stand for none. */
static size_t turned_back(const uint8_t back[BACK], isnad_slice text, size_t at, char to[4], size_t *passed) {
  size_t need = 1, have = 0, length;
  *passed = 0;
  while (have < need && at < text.length) {
    uint32_t c = point_at(text, at, &length);
    uint8_t byte = c < BACK ? back[c] : 0;
    if (byte == 0) return 0;
    if (have == 0) need = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
    to[have++] = (char)byte;
    at += length;
    *passed += length;
  }
  return need > 1 && have == need && page_valid_length((isnad_slice){to, have}) == have ? have : 0;
}

typedef struct undoing {
  char *to;
  size_t length;
  size_t turned, marks_left; /* characters that were turned back; marks that were not */
  origin_list *origins;
} undoing;

static void undo(undoing *u, const uint8_t back[BACK], isnad_slice text) {
  size_t next = 0;
  bool undone_run = false;
  for (size_t at = 0; at < text.length;) {
    size_t passed = 0, high = next_high(text, at);
    if (high > at) {
      if (u->origins != NULL) origin_add(u->origins, u->length, at, ORIGIN_COPY);
      memcpy(u->to + u->length, text.bytes + at, high - at);
      u->length += high - at;
      at = high;
      undone_run = false;
      continue;
    }
    size_t length = turned_back(back, text, at, u->to + u->length, &passed);
    bool turned = length > 0;
    if (turned) {
      if (u->origins != NULL && (!undone_run || u->length >= next)) {
        origin_add(u->origins, u->length, at, ORIGIN_UNDONE);
        next = u->length + ORIGIN_STEP;
      }
      u->turned++;
    } else {
      point_at(text, at, &passed);
      if (u->origins != NULL) origin_add(u->origins, u->length, at, ORIGIN_COPY);
      u->marks_left += is_mark(text, at);
      memcpy(u->to + u->length, text.bytes + at, length = passed);
    }
    undone_run = turned;
    u->length += length;
    at += passed;
  }
}

/* The first lines that are no ASCII. */
static isnad_slice part_of(isnad_slice text) {
  size_t begin = next_high(text, 0), end = text.length - begin < SAMPLE ? text.length : begin + SAMPLE;
  while (end < text.length && end > begin && ((uint8_t)text.bytes[end] & 0xC0) == 0x80) end--;
  return (isnad_slice){text.bytes + begin, end - begin};
}

static bool reads_as_arabic(isnad_arena *scratch, isnad_slice text) {
  charset_reading r = charset_read_arabic(scratch, text);
  return r.known >= ENOUGH_WORDS && r.known * 2 >= r.words;
}

/* Whether turning back by `row` is certain to be right, tried on a part. */
static bool is_certain(isnad_arena *scratch, const uint8_t back[BACK], isnad_slice part) {
  undoing u = {.to = isnad_arena_alloc(scratch, part.length + 4)};
  if (u.to == NULL) return false;
  undo(&u, back, part);
  return u.turned >= FEW / 2 && u.marks_left * 5 <= u.turned && reads_as_arabic(scratch, (isnad_slice){u.to, u.length});
}

static isnad_status undo_all(page_decoded *out, isnad_arena *arena, const uint8_t back[BACK], isnad_err *err) {
  origin_list list = {.arena = arena};
  undoing u = {.to = isnad_arena_alloc(arena, out->text.length + 4), .origins = &list};
  page_origins *inner = isnad_arena_alloc(arena, sizeof *inner);
  if (u.to == NULL || inner == NULL) return isnad_arena_fail(err, arena, "page");
  undo(&u, back, out->text);
  if (list.failed) return isnad_arena_fail(err, arena, "page");
  *inner = out->origins;
  out->origins = (page_origins){.text = {u.to, u.length}, .raw = out->text, .runs = list.runs, .count = list.count, .inner = inner};
  out->text = out->origins.text;
  return ISNAD_OK;
}

isnad_status charset_undo(page_decoded *out, isnad_arena *arena, isnad_err *err) {
  static const char *const names[] = {"windows-1252", "windows-1256"};
  uint8_t back[BACK];
  isnad_arena *scratch = NULL;
  isnad_status status = ISNAD_OK;
  if (!is_suspect(out->text) || isnad_arena_new(&scratch, SCRATCH) != ISNAD_OK) return ISNAD_OK;
  isnad_slice part = part_of(out->text);
  bool arabic = reads_as_arabic(scratch, part);
  for (size_t i = 0; !arabic && i < sizeof names / sizeof *names; i++) {
    if (!make_back(back, charset_named(names[i])) || !is_certain(scratch, back, part)) continue;
    status = undo_all(out, arena, back, err);
    out->charset = isnad_slice_of(names[i]);
    out->basis = isnad_slice_of("undone");
    break;
  }
  isnad_arena_free(scratch);
  return status;
}
