/* html5lib_tokens FILE.test...: runs the tokenizer tests of html5lib (MIT, not part of this tree) and tells how many pass. Exits 1 when one fails. */
#include <string.h>

#include "base/buf.h"
#include "base/json_reader.h"
#include "bench.h"
#include "html/tokens.h"

enum { ATTRS = 128 };

typedef struct test {
  isnad_slice name, input, last_tag, states[8];
  size_t state_count;
  isnad_slice wanted;
  bool escaped;
} test;

static int hex4(const char *at) {
  int value = 0;
  for (int i = 0; i < 4; i++) {
    const char *digits = "0123456789abcdef", *found = strchr(digits, at[i] | 0x20);
    if (found == NULL || at[i] == '\0') return -1;
    value = value * 16 + (int)(found - digits);
  }
  return value;
}

static void add_point(buf *b, uint32_t c) {
  char to[4];
  size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--, c >>= 6) to[i] = (char)(0x80 | (c & 0x3F));
  to[0] = (char)((length == 1 ? 0 : length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0) | c);
  buf_add(b, to, length);
}

/* The second round of unescaping that some tests ask for; a lone surrogate cannot be written in UTF-8 and becomes U+FFFD. */
static isnad_slice unescaped(isnad_arena *arena, isnad_slice s, bool escaped) {
  if (!escaped) return s;
  buf b = buf_new(arena, s.length + 1);
  for (size_t i = 0; i < s.length;) {
    int value = s.length - i >= 6 && s.bytes[i] == '\\' && s.bytes[i + 1] == 'u' ? hex4(s.bytes + i + 2) : -1;
    if (value < 0) {
      buf_add_char(&b, s.bytes[i++]);
      continue;
    }
    i += 6;
    int low = value >= 0xD800 && value < 0xDC00 && s.length - i >= 6 && s.bytes[i] == '\\' ? hex4(s.bytes + i + 2) : -1;
    if (low >= 0xDC00 && low < 0xE000) {
      add_point(&b, 0x10000u + ((uint32_t)(value - 0xD800) << 10) + (uint32_t)(low - 0xDC00));
      i += 6;
    } else {
      add_point(&b, value >= 0xD800 && value < 0xE000 ? 0xFFFD : (uint32_t)value);
    }
  }
  return buf_slice(&b);
}

static void add_field(buf *b, const char *label, isnad_slice text) {
  buf_add_text(b, label);
  buf_add_char(b, '(');
  buf_add_slice(b, text);
  buf_add_text(b, ") ");
}

typedef struct pair {
  isnad_slice name, value;
} pair;

static int by_name(const void *a, const void *b) { return isnad_slice_compare(((const pair *)a)->name, ((const pair *)b)->name); }

static void add_pairs(buf *b, pair *pairs, size_t count) {
  qsort(pairs, count, sizeof *pairs, by_name);
  for (size_t i = 0; i < count; i++) {
    add_field(b, "attr", pairs[i].name);
    add_field(b, "=", pairs[i].value);
  }
}

static bool is(isnad_slice s, const char *text) { return isnad_slice_equal(s, isnad_slice_of(text)); }

/* A string or null of a doctype. */
static void wanted_part(json_reader *r, buf *b, const char *label, bool escaped) {
  json_kind kind = JSON_NULL;
  isnad_slice s = {NULL, 0};
  json_peek(r, &kind);
  if (kind != JSON_STRING) {
    json_skip(r);
    return;
  }
  json_read_string(r, &s);
  add_field(b, label, unescaped(r->arena, s, escaped));
}

static void wanted_attributes(json_reader *r, buf *b, bool escaped) {
  pair pairs[ATTRS];
  size_t count = 0;
  isnad_slice key, value;
  json_enter(r, JSON_OBJECT);
  for (bool first = true; json_next_key(r, &key, &first) && count < ATTRS;) {
    json_read_string(r, &value);
    pairs[count++] = (pair){unescaped(r->arena, key, escaped), unescaped(r->arena, value, escaped)};
  }
  add_pairs(b, pairs, count);
}

/* One wanted token, the rest of its array included. */
static void wanted_token(json_reader *r, buf *b, bool escaped, bool *in_text) {
  bool first = true;
  isnad_slice kind, text;
  json_kind next = JSON_NULL;
  json_enter(r, JSON_ARRAY);
  json_next_item(r, &first);
  json_read_string(r, &kind);
  bool text_token = is(kind, "Character");
  if (*in_text && !text_token) buf_add_text(b, ") ");
  json_next_item(r, &first);
  if (is(kind, "DOCTYPE")) {
    buf_add_text(b, "doctype ");
    wanted_part(r, b, "name", escaped);
    json_next_item(r, &first);
    wanted_part(r, b, "public", escaped);
    json_next_item(r, &first);
    wanted_part(r, b, "system", escaped);
    json_next_item(r, &first);
    json_peek(r, &next);
    buf_add_text(b, next == JSON_TRUE ? "" : "quirks ");
    json_skip(r);
    json_next_item(r, &first);
    *in_text = false;
    return;
  }
  json_read_string(r, &text);
  text = unescaped(r->arena, text, escaped);
  if (text_token) {
    if (!*in_text) buf_add_text(b, "text(");
    buf_add_slice(b, text);
  } else {
    add_field(b, is(kind, "StartTag") ? "start" : is(kind, "EndTag") ? "end" : "comment", text);
  }
  *in_text = text_token;
  if (!json_next_item(r, &first)) return;
  wanted_attributes(r, b, escaped);
  if (!json_next_item(r, &first)) return;
  buf_add_text(b, "closed ");
  json_skip(r);
  json_next_item(r, &first);
}

static isnad_slice wanted_tokens(isnad_arena *arena, isnad_slice output, bool escaped) {
  json_reader r = json_reader_new(arena, output);
  buf b = buf_new(arena, 256);
  bool in_text = false;
  json_enter(&r, JSON_ARRAY);
  for (bool first = true; json_next_item(&r, &first);) wanted_token(&r, &b, escaped, &in_text);
  if (in_text) buf_add_text(&b, ") ");
  return buf_slice(&b);
}

/* --- what the tokenizer gives --- */

static isnad_slice read_range(isnad_arena *arena, const html_tokenizer *t, html_range r, uint8_t rules, bool lower) {
  char *to = isnad_arena_alloc(arena, html_decoded_room(t->input, r.begin, r.end) + 1);
  size_t length = html_decode(to, t->input, r.begin, r.end, rules);
  for (size_t i = 0; lower && i < length; i++)
    if (to[i] >= 'A' && to[i] <= 'Z') to[i] = (char)(to[i] + 32);
  return (isnad_slice){to, length};
}

static void got_token(isnad_arena *arena, buf *b, const html_tokenizer *t, const html_token *token) {
  pair pairs[ATTRS];
  const html_doctype *d = &t->doctype;
  switch (token->kind) {
  case HTML_TOKEN_DOCTYPE:
    buf_add_text(b, "doctype ");
    if (d->has_name) add_field(b, "name", read_range(arena, t, d->name, HTML_NUL_REPLACE, true));
    if (d->has_public) add_field(b, "public", read_range(arena, t, d->public_id, HTML_NUL_REPLACE, false));
    if (d->has_system) add_field(b, "system", read_range(arena, t, d->system_id, HTML_NUL_REPLACE, false));
    buf_add_text(b, (token->flags & HTML_TOKEN_QUIRKS) != 0 ? "quirks " : "");
    break;
  case HTML_TOKEN_TEXT:
    buf_add_slice(b, (token->flags & HTML_TOKEN_CHANGED) != 0 ? read_range(arena, t, token->data, token->rules, false)
                                                              : (isnad_slice){t->input + token->data.begin, token->data.end - token->data.begin});
    break;
  case HTML_TOKEN_COMMENT:
    add_field(b, "comment", read_range(arena, t, token->data, HTML_NUL_REPLACE, false));
    break;
  case HTML_TOKEN_END:
    add_field(b, "end", read_range(arena, t, token->data, HTML_NUL_REPLACE, true));
    break;
  default:
    add_field(b, "start", read_range(arena, t, token->data, HTML_NUL_REPLACE, true));
    for (uint32_t i = 0; i < token->attr_count; i++)
      pairs[i] = (pair){read_range(arena, t, t->names[i], HTML_NUL_REPLACE, true),
                        read_range(arena, t, (html_range){t->attrs[i].begin, t->attrs[i].finish},
                                   HTML_READ_REFERENCES | HTML_READ_ATTRIBUTE | HTML_NUL_REPLACE, false)};
    add_pairs(b, pairs, token->attr_count);
    buf_add_text(b, (token->flags & HTML_TOKEN_SELF_CLOSING) != 0 ? "closed " : "");
  }
}

static uint8_t mode_of(isnad_slice state) {
  static const char *const names[] = {"Data state", "RCDATA state", "RAWTEXT state", "Script data state", "PLAINTEXT state", "CDATA section state"};
  for (uint8_t i = 0; i < 6; i++)
    if (is(state, names[i])) return i;
  return 0;
}

static isnad_slice got_tokens(isnad_arena *arena, const test *c, isnad_slice state) {
  html_attr_value attrs[ATTRS];
  html_range names[ATTRS];
  html_tokenizer t = html_tokenizer_of(unescaped(arena, c->input, c->escaped));
  buf b = buf_new(arena, 256);
  bool in_text = false;
  t.attrs = attrs;
  t.names = names;
  t.room = ATTRS;
  t.mode = mode_of(state);
  t.raw_name = c->last_tag;
  for (html_token token; html_token_next(&t, &token), token.kind != HTML_TOKEN_EOF;) {
    bool text = token.kind == HTML_TOKEN_TEXT;
    if (text != in_text) buf_add_text(&b, text ? "text(" : ") ");
    in_text = text;
    got_token(arena, &b, &t, &token);
  }
  if (in_text) buf_add_text(&b, ") ");
  return buf_slice(&b);
}

static bool passes(isnad_arena *arena, const test *c) {
  isnad_slice wanted = wanted_tokens(arena, c->wanted, c->escaped);
  for (size_t i = 0; i < c->state_count; i++) {
    isnad_slice got = got_tokens(arena, c, c->states[i]);
    if (isnad_slice_equal(got, wanted)) continue;
    printf("%.*s [%.*s]\n  input  %.*s\n  wanted %.*s\n  got    %.*s\n", (int)c->name.length, c->name.bytes, (int)c->states[i].length,
           c->states[i].bytes, (int)c->input.length, c->input.bytes, (int)wanted.length, wanted.bytes, (int)got.length, got.bytes);
    return false;
  }
  return true;
}

static void read_test(json_reader *r, test *c) {
  isnad_slice key;
  json_kind kind = JSON_NULL;
  *c = (test){.states = {isnad_slice_of("Data state")}, .state_count = 1};
  json_enter(r, JSON_OBJECT);
  for (bool first = true; json_next_key(r, &key, &first);) {
    if (is(key, "description"))
      json_read_string(r, &c->name);
    else if (is(key, "input"))
      json_read_string(r, &c->input);
    else if (is(key, "lastStartTag"))
      json_read_string(r, &c->last_tag);
    else if (is(key, "doubleEscaped"))
      c->escaped = json_peek(r, &kind) && kind == JSON_TRUE && json_skip(r);
    else if (is(key, "initialStates")) {
      json_enter(r, JSON_ARRAY);
      c->state_count = 0;
      for (bool more = true; json_next_item(r, &more) && c->state_count < 8;) json_read_string(r, &c->states[c->state_count++]);
    } else {
      size_t begin = r->at;
      json_skip(r);
      if (is(key, "output")) c->wanted = (isnad_slice){r->text.bytes + begin, r->at - begin};
    }
  }
}

/* Adds the tests of one file to the counts; the tests of coercion to XML are no business of a tokenizer and are left out. */
static void run_file(const char *path, size_t *passed, size_t *failed) {
  isnad_arena *arena = NULL;
  size_t length = 0, before = *passed, failures = *failed;
  char *bytes = bench_file(path, &length);
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  json_reader r = json_reader_new(arena, (isnad_slice){bytes, length});
  isnad_slice key;
  test c;
  json_enter(&r, JSON_OBJECT);
  for (bool first = true; json_next_key(&r, &key, &first);) {
    if (!is(key, "tests")) {
      json_skip(&r);
      continue;
    }
    json_enter(&r, JSON_ARRAY);
    for (bool more = true; json_next_item(&r, &more);) {
      read_test(&r, &c);
      if (passes(arena, &c))
        ++*passed;
      else
        ++*failed;
    }
  }
  if (r.problem != NULL) printf("%s: %s\n", path, r.problem);
  printf("%s: %zu passed, %zu failed\n", path, *passed - before, *failed - failures);
  isnad_arena_free(arena);
  free(bytes);
}

int main(int argc, char **argv) {
  size_t passed = 0, failed = 0;
  for (int i = 1; i < argc; i++) run_file(argv[i], &passed, &failed);
  printf("all: %zu passed, %zu failed\n", passed, failed);
  return failed > 0 || passed == 0;
}
