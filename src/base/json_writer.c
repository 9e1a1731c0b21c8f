#include "base/json_writer.h"

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
  separate(w);
  buf_add_char(w->out, '"');
  buf_add_text(w->out, key);
  buf_add(w->out, "\":", 2);
  w->comma = false;
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

/* U+2028-202E and U+2066-2069 share the lead bytes E2 80 / E2 81. Returns the code point, or 0 when the bytes are none of them. */
static unsigned layout_control(const unsigned char *at, size_t left) {
  if (left < 3 || at[0] != 0xE2) return 0;
  if (at[1] == 0x80 && at[2] >= 0xA8 && at[2] <= 0xAE) return 0x2000u + (at[2] & 0x3Fu);
  if (at[1] == 0x80 && (at[2] == 0x8E || at[2] == 0x8F)) return 0x2000u + (at[2] & 0x3Fu);
  if (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9) return 0x2040u + (at[2] & 0x3Fu);
  return 0;
}

void json_string(json_writer *w, isnad_slice text) {
  separate(w);
  buf_add_char(w->out, '"');
  const unsigned char *at = (const unsigned char *)text.bytes;
  size_t plain = 0;
  for (size_t i = 0; i < text.length; i++) {
    unsigned char c = at[i];
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0xE2) continue;
    unsigned control = c == 0xE2 ? layout_control(at + i, text.length - i) : 0;
    if (c == 0xE2 && control == 0) continue;
    buf_add(w->out, text.bytes + plain, i - plain);
    if (control != 0) {
      buf_printf(w->out, "\\u%04x", control);
      i += 2;
    } else {
      escape_byte(w->out, c);
    }
    plain = i + 1;
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
  separate(w);
  char digits[64];
  int length = snprintf(digits, sizeof digits, "%.*f", decimals, value);
  while (length > 1 && strchr(digits, '.') != NULL && (digits[length - 1] == '0' || digits[length - 1] == '.')) {
    bool point = digits[length - 1] == '.';
    digits[--length] = '\0';
    if (point) break;
  }
  buf_add(w->out, digits, (size_t)length);
}

void json_raw(json_writer *w, isnad_slice json) {
  separate(w);
  buf_add_slice(w->out, json);
}

void json_span(json_writer *w, isnad_span span) {
  json_open_array(w);
  json_u64(w, span.begin);
  json_u64(w, span.end);
  json_close_array(w);
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
