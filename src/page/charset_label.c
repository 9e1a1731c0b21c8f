#include "page/charset.h"

#include "html/tokens.h"

#include <string.h>

enum { LABEL_ROOM = 48, PRESCAN = 64 * 1024 };

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

static isnad_slice trimmed(isnad_slice s) {
  while (s.length > 0 && is_space(s.bytes[0])) s.bytes++, s.length--;
  while (s.length > 0 && is_space(s.bytes[s.length - 1])) s.length--;
  return s;
}

uint16_t charset_of_label(isnad_slice label) {
  char lower[LABEL_ROOM];
  label = trimmed(label);
  if (label.length == 0 || label.length >= LABEL_ROOM) return CHARSET_NONE;
  for (size_t i = 0; i < label.length; i++) lower[i] = (char)(label.bytes[i] >= 'A' && label.bytes[i] <= 'Z' ? label.bytes[i] + 32 : label.bytes[i]);
  lower[label.length] = '\0';
  for (size_t low = 0, high = charset_label_count; low < high;) {
    size_t middle = (low + high) / 2;
    int order = strcmp(charset_labels[middle].label, lower);
    if (order == 0) return charset_labels[middle].row;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return CHARSET_NONE;
}

uint16_t charset_named(const char *name) { return charset_of_label(isnad_slice_of(name)); }

static bool word_at(isnad_slice s, size_t at, const char *word) {
  for (; *word != '\0'; at++, word++)
    if (at >= s.length || html_lower[(uint8_t)s.bytes[at]] != (uint8_t)*word) return false;
  return true;
}

/* The label behind `key` and "=" in a text such as "text/html; charset=windows-1256" (13.2.3.2, "extracting a character encoding"). */
static isnad_slice label_behind(isnad_slice s, const char *key) {
  size_t length = strlen(key);
  for (size_t at = 0; at + length < s.length; at++) {
    if (!word_at(s, at, key)) continue;
    size_t from = at + length;
    while (from < s.length && is_space(s.bytes[from])) from++;
    if (from == s.length || s.bytes[from] != '=') continue;
    from++;
    while (from < s.length && is_space(s.bytes[from])) from++;
    bool quoted = from < s.length && (s.bytes[from] == '"' || s.bytes[from] == '\'');
    size_t end = from += quoted;
    while (end < s.length && (quoted ? s.bytes[end] != s.bytes[from - 1] : s.bytes[end] != ';' && !is_space(s.bytes[end]))) end++;
    return (isnad_slice){s.bytes + from, end - from};
  }
  return (isnad_slice){NULL, 0};
}

uint16_t charset_of_content_type(isnad_slice content_type) {
  uint16_t row = charset_of_label(label_behind(content_type, "charset"));
  return row != CHARSET_NONE ? row : charset_of_label(content_type);
}

static uint16_t of_meta(const html_tokenizer *t, const html_token *token) {
  isnad_slice content = {NULL, 0};
  uint16_t row = CHARSET_NONE;
  for (uint32_t i = 0; i < token->attr_count; i++) {
    isnad_slice value = {t->input + t->attrs[i].begin, t->attrs[i].finish - t->attrs[i].begin};
    if (t->attrs[i].name == HTML_ATTR_CHARSET) row = charset_of_label(value);
    if (t->attrs[i].name == HTML_ATTR_CONTENT) content = value;
  }
  return row != CHARSET_NONE ? row : charset_of_label(label_behind(content, "charset"));
}

static uint16_t as_read(uint16_t row) {
  bool utf16 = row != CHARSET_NONE && (charset_rows[row].kind == CHARSET_UTF16LE || charset_rows[row].kind == CHARSET_UTF16BE);
  return utf16 ? charset_named("utf-8") : row;
}

uint16_t charset_of_markup(isnad_slice bytes) {
  html_attr_value attrs[HTML_ATTR_COUNT];
  html_token token;
  html_tokenizer t = html_tokenizer_of((isnad_slice){bytes.bytes, bytes.length < PRESCAN ? bytes.length : PRESCAN});
  t.attrs = attrs;
  t.room = HTML_ATTR_COUNT;
  for (html_token_next(&t, &token); token.kind != HTML_TOKEN_EOF; html_token_next(&t, &token)) {
    uint16_t row = CHARSET_NONE;
    isnad_slice data = {t.input + token.data.begin, token.data.end - token.data.begin};
    if (token.kind == HTML_TOKEN_COMMENT && word_at(data, 0, "?xml")) row = charset_of_label(label_behind(data, "encoding"));
    if (token.kind == HTML_TOKEN_START && token.tag == HTML_META) row = of_meta(&t, &token);
    if (row != CHARSET_NONE) return as_read(row);
    if (token.kind != HTML_TOKEN_START) continue;
    if (token.tag == HTML_SCRIPT) t.mode = HTML_AS_SCRIPT;
    if (token.tag == HTML_STYLE) t.mode = HTML_AS_RAWTEXT;
    t.raw_name = data;
  }
  return CHARSET_NONE;
}
