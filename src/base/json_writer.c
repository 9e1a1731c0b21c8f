#include "base/json_writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

json_writer json_writer_new(buf *out) { return (json_writer){out, false}; }

static void separate(json_writer *w) {
  if (w->comma) buf_add_char(w->out, ',');
  w->comma = true;
}

static void open_with(json_writer *w, char c) {
  separate(w);
  buf_add_char(w->out, c);
  w->comma = false;
}

static void close_with(json_writer *w, char c) {
  buf_add_char(w->out, c);
  w->comma = true;
}

void json_open_object(json_writer *w) { open_with(w, '{'); }
void json_close_object(json_writer *w) { close_with(w, '}'); }
void json_open_array(json_writer *w) { open_with(w, '['); }
void json_close_array(json_writer *w) { close_with(w, ']'); }

void json_key(json_writer *w, const char *key) {
  size_t length = strlen(key);
  separate(w);
  char *at = buf_extend(w->out, length + 3);
  w->comma = false;
  if (at == NULL) return;
  at[0] = '"';
  memcpy(at + 1, key, length);
  at[length + 1] = '"';
  at[length + 2] = ':';
}

static void escape_byte(buf *out, unsigned char c) {
  static const char hex[] = "0123456789abcdef";
  char code[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
  if (c == '"' || c == '\\') {
    char pair[2] = {'\\', (char)c};
    buf_add(out, pair, 2);
  } else if (c == '\n') {
    buf_add(out, "\\n", 2);
  } else if (c == '\t') {
    buf_add(out, "\\t", 2);
  } else if (c == '\r') {
    buf_add(out, "\\r", 2);
  } else {
    buf_add(out, code, 6);
  }
}

/* The length of the well-formed character that begins here (Unicode 15, table 3-7). When there is none: 0, and *broken is the length of the
 * longest beginning of one, or 1. */
static size_t character(const unsigned char *at, size_t left, unsigned *code, size_t *broken) {
  unsigned char lead = at[0];
  size_t length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  *broken = 1;
  if (length == 0) return 0;
  *code = lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; i++, low = 0x80, high = 0xBF) {
    if (i >= left || at[i] < low || at[i] > high) return 0;
    *code = *code << 6 | (at[i] & 0x3Fu);
    *broken = i + 1;
  }
  return length;
}

/* Unicode's Bidi_Control property, and the two separators that scripts take for line ends. */
static bool turns_the_layout(unsigned code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* The end of a run that needs no look at its code points: plain ASCII, and two-byte characters from U+0400 on but for U+061C, a layout control. */
static size_t plain_run(const unsigned char *at, size_t i, size_t length) {
  while (i < length) {
    unsigned char c = at[i];
    if (c < 0x80) {
      if (c < 0x20 || c == '"' || c == '\\') break;
      i++;
    } else if (c >= 0xD0 && c <= 0xDF && i + 1 < length && (at[i + 1] & 0xC0) == 0x80 && !(c == 0xD8 && at[i + 1] == 0x9C)) {
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

void json_string(json_writer *w, isnad_slice text) {
  separate(w);
  buf_add_char(w->out, '"');
  const unsigned char *at = (const unsigned char *)text.bytes;
  size_t plain = 0;
  for (size_t i = 0; i < text.length;) {
    i = plain_run(at, i, text.length);
    if (i == text.length) break;
    unsigned char c = at[i];
    unsigned code = c;
    size_t broken = 0, length = c < 0x80 ? 1 : character(at + i, text.length - i, &code, &broken);
    if (length > 0 && c >= 0x20 && c != '"' && c != '\\' && !turns_the_layout(code)) {
      i += length;
      continue;
    }
    if (i > plain) buf_add(w->out, text.bytes + plain, i - plain);
    if (length == 0)
      buf_add(w->out, "\xEF\xBF\xBD", 3);
    else if (length == 1)
      escape_byte(w->out, c);
    else
      buf_printf(w->out, "\\u%04x", code);
    i += length > 0 ? length : broken;
    plain = i;
  }
  if (text.length > plain) buf_add(w->out, text.bytes + plain, text.length - plain);
  buf_add_char(w->out, '"');
}

void json_text(json_writer *w, const char *text) { json_string(w, isnad_slice_of(text)); }

void json_u64(json_writer *w, uint64_t n) {
  separate(w);
  buf_add_u64(w->out, n);
}

void json_i64(json_writer *w, int64_t n) {
  separate(w);
  buf_add_i64(w->out, n);
}

void json_bool(json_writer *w, bool value) {
  separate(w);
  buf_add_text(w->out, value ? "true" : "false");
}

void json_fixed(json_writer *w, double value, int decimals) {
  enum { WHOLE = 1000000000 };
  separate(w);
  if (value > -WHOLE && value < WHOLE && value == (double)(int64_t)value) { /* nearly all figures of news */
    buf_add_i64(w->out, (int64_t)value);
    return;
  }
  char digits[400]; /* the largest double has 309 digits before the point */
  int length = isfinite(value) ? snprintf(digits, sizeof digits, "%.*f", decimals, value) : -1;
  if (length < decimals || (size_t)length >= sizeof digits) {
    buf_add_text(w->out, "null");
    return;
  }
  /* The caller's locale may put any mark between the two runs of digits. */
  const char *fraction = digits + length - decimals;
  size_t whole = strspn(digits, "-0123456789"), kept = decimals > 0 ? (size_t)decimals : 0;
  while (kept > 0 && fraction[kept - 1] == '0') kept--;
  bool zero = kept == 0 && strspn(digits, "-0") == whole;
  if (zero) {
    buf_add_char(w->out, '0');
    return;
  }
  buf_add(w->out, digits, whole);
  if (kept == 0) return;
  buf_add_char(w->out, '.');
  buf_add(w->out, fraction, kept);
}

void json_raw(json_writer *w, isnad_slice json) {
  separate(w);
  buf_add_slice(w->out, json);
}

void json_span(json_writer *w, isnad_span span) {
  open_with(w, '[');
  buf_add_u64(w->out, span.begin);
  buf_add_char(w->out, ',');
  buf_add_u64(w->out, span.end);
  close_with(w, ']');
}

void json_key_string(json_writer *w, const char *key, isnad_slice text) {
  if (text.length == 0) return;
  json_key(w, key);
  json_string(w, text);
}

void json_key_text(json_writer *w, const char *key, const char *text) { json_key_string(w, key, isnad_slice_of(text)); }

void json_key_u64(json_writer *w, const char *key, uint64_t n) {
  json_key(w, key);
  json_u64(w, n);
}

void json_key_bool(json_writer *w, const char *key, bool value) {
  json_key(w, key);
  json_bool(w, value);
}

void json_key_fixed(json_writer *w, const char *key, double value, int decimals) {
  json_key(w, key);
  json_fixed(w, value, decimals);
}

void json_key_span(json_writer *w, const char *key, isnad_span span) {
  json_key(w, key);
  json_span(w, span);
}
