#include "html/references.h"

#include "base/utf8.h"
#include "html/tables.h"

#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD";

html_pieces html_pieces_of(const char *input, uint32_t begin, uint32_t end, uint8_t rules) {
  return (html_pieces){.input = input, .at = begin, .end = end, .rules = rules};
}

static bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static int digit_value(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  if (hex && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (hex && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/* What windows-1252 has at 0x80-0x9F: pages mean that when they number a control character. */
static uint32_t meant_point(uint32_t c) {
  static const uint16_t windows[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return 0xFFFD;
  return c >= 0x80 && c < 0xA0 ? windows[c - 0x80] : c;
}

/* "&#" stands at p->at. Returns the raw length of the reference, 0 when it is none. */
static uint32_t numeric(html_pieces *p, isnad_slice *text) {
  uint32_t at = p->at + 2;
  bool hex = at < p->end && (p->input[at] == 'x' || p->input[at] == 'X');
  at += hex;
  uint32_t from = at, point = 0;
  for (int digit; at < p->end && (digit = digit_value(p->input[at], hex)) >= 0; at++)
    if (point <= 0x10FFFF) point = point * (hex ? 16 : 10) + (uint32_t)digit;
  if (at == from) return 0;
  if (at < p->end && p->input[at] == ';') at++;
  *text = (isnad_slice){p->held, utf8_put(p->held, meant_point(point))};
  return at - p->at;
}

/* The first row in [low, high) whose byte at `place` is not below `byte`; shorter names come first. */
static uint32_t narrow(uint32_t low, uint32_t high, size_t place, unsigned byte) {
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    const html_reference *r = &html_references[middle];
    if (r->length <= place || (unsigned char)r->name[place] < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The longest name that the bytes behind the ampersand begin with; NULL: none. The rows that share a beginning lie together. */
static const html_reference *longest_name(const char *bytes, size_t room) {
  unsigned char first = room > 0 ? (unsigned char)bytes[0] : 0;
  if (first >= 128) return NULL;
  uint32_t low = html_reference_starts[first], high = html_reference_starts[first + 1];
  const html_reference *best = NULL;
  for (size_t i = 1; low < high; i++) {
    if (html_references[low].length == i) best = &html_references[low];
    if (i == room || i == HTML_LONGEST_REFERENCE) break;
    unsigned byte = (unsigned char)bytes[i];
    low = narrow(low, high, i, byte);
    high = narrow(low, high, i, byte + 1);
  }
  return best;
}

static uint32_t named(const html_pieces *p, isnad_slice *text) {
  const html_reference *r = longest_name(p->input + p->at + 1, p->end - p->at - 1);
  if (r == NULL) return 0;
  uint32_t next = p->at + 1 + r->length;
  bool closed = r->name[r->length - 1] == ';';
  if ((p->rules & HTML_READ_ATTRIBUTE) != 0 && !closed && next < p->end && (p->input[next] == '=' || is_alphanumeric(p->input[next]))) return 0;
  *text = (isnad_slice){(const char *)r->text, r->text_length};
  return 1u + r->length;
}

/* The reference at p->at as a piece; false when the ampersand stands for itself. */
static bool reference(html_pieces *p, html_piece *out) {
  uint32_t length = 0;
  if (p->at + 1 < p->end) length = p->input[p->at + 1] == '#' ? numeric(p, &out->text) : named(p, &out->text);
  if (length == 0) return false;
  out->begin = p->at;
  out->finish = p->at += length;
  out->literal = false;
  return true;
}

static bool line_break(html_pieces *p, html_piece *out) {
  uint32_t length = p->at + 1 < p->end && p->input[p->at + 1] == '\n' ? 2 : 1;
  *out = (html_piece){{"\n", 1}, p->at, p->at + length, false};
  p->at += length;
  return true;
}

static bool nul(html_pieces *p, html_piece *out) {
  *out = (html_piece){{replacement, (p->rules & HTML_NUL_DROP) != 0 ? 0 : 3}, p->at, p->at + 1, false};
  p->at++;
  return true;
}

static bool stops(const html_pieces *p, char c) {
  return (c == '&' && (p->rules & HTML_READ_REFERENCES) != 0) || c == '\r' || (c == '\0' && (p->rules & (HTML_NUL_DROP | HTML_NUL_REPLACE)) != 0);
}

bool html_pieces_next(html_pieces *p, html_piece *out) {
  if (p->at >= p->end) return false;
  uint32_t begin = p->at;
  char c = p->input[begin];
  if (stops(p, c)) {
    if (c == '\r') return line_break(p, out);
    if (c == '\0') return nul(p, out);
    if (reference(p, out)) return true;
    p->at++;
  }
  while (p->at < p->end && !stops(p, p->input[p->at])) p->at++;
  *out = (html_piece){{p->input + begin, p->at - begin}, begin, p->at, true};
  return true;
}

/* Two references stand for a sixth more bytes than they are written with; a NUL for three. */
size_t html_decoded_room(const char *input, uint32_t begin, uint32_t end) {
  size_t length = end - begin, room = length + length / 5;
  const char *at = input + begin, *last = input + end;
  for (; at < last && (at = memchr(at, 0, (size_t)(last - at))) != NULL; at++) room += 2;
  return room;
}

size_t html_decode(char *to, const char *input, uint32_t begin, uint32_t end, uint8_t rules) {
  html_pieces pieces = html_pieces_of(input, begin, end, rules);
  size_t length = 0;
  for (html_piece piece; html_pieces_next(&pieces, &piece); length += piece.text.length)
    if (piece.text.length > 0) memcpy(to + length, piece.text.bytes, piece.text.length);
  return length;
}
