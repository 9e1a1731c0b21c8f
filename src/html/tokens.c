#include "html/tokens.h"

#include "html/tables.h"

#include <string.h>

static const char *const tag_names[] = {
#define X(name, constant, start, end, flags) name,
    HTML_TAG_NAMES(X)
#undef X
};

static const char *const attr_names[] = {
#define X(name, constant) name,
    HTML_ATTR_NAMES(X)
#undef X
};

_Static_assert(HTML_ATTR_COUNT <= 64, "the attributes that a tag has are marked in one word");

html_tokenizer html_tokenizer_of(isnad_slice input) { return (html_tokenizer){.input = input.bytes, .length = (uint32_t)input.length}; }

uint32_t html_find(const html_tokenizer *t, uint32_t at, char c) {
  const char *found = at < t->length ? memchr(t->input + at, c, t->length - at) : NULL;
  return found != NULL ? (uint32_t)(found - t->input) : t->length;
}

bool html_word_at(const html_tokenizer *t, uint32_t at, isnad_slice word) {
  if (word.length > t->length - at) return false;
  for (size_t i = 0; i < word.length; i++)
    if (html_lower[(uint8_t)t->input[at + i]] != html_lower[(uint8_t)word.bytes[i]]) return false;
  return true;
}

/* Whether [begin, end) is `name`, which is in lower case and NUL-terminated. */
static bool spells(const char *input, uint32_t begin, uint32_t end, const char *name) {
  for (; begin < end; begin++, name++)
    if (html_lower[(uint8_t)input[begin]] != (uint8_t)*name) return false;
  return *name == '\0';
}

static uint16_t tag_of(const html_tokenizer *t, html_range name, uint32_t hash) {
  unsigned slot = html_tag_slots[html_slot(hash, html_tag_multiplier, HTML_TAG_BITS)];
  return slot != 0 && spells(t->input, name.begin, name.end, tag_names[slot - 1]) ? (uint16_t)slot : HTML_UNKNOWN;
}

static unsigned attr_of(const html_tokenizer *t, html_range name, uint32_t hash) {
  unsigned slot = html_attr_slots[html_slot(hash, html_attr_multiplier, HTML_ATTR_BITS)];
  return slot != 0 && spells(t->input, name.begin, name.end, attr_names[slot - 1]) ? slot - 1 : HTML_ATTR_OTHER;
}

/* --- attributes --- */

/* Where the next `c` at or behind `at` is, remembered from call to call: the searches of a whole document read it once. */
static inline uint32_t next_of(const html_tokenizer *t, uint32_t *next, uint32_t at, char c) {
  if (*next < at || at == 0) *next = html_find(t, at, c);
  return *next;
}

/* Whether the value has bytes that do not stand for themselves. */
static inline uint8_t value_flags(html_tokenizer *t, html_range value) {
  if (value.begin == value.end) return 0;
  bool changed = next_of(t, &t->next_amp, value.begin, '&') < value.end || next_of(t, &t->next_cr, value.begin, '\r') < value.end ||
                 next_of(t, &t->next_nul, value.begin, '\0') < value.end;
  return changed ? HTML_ATTR_DECODED : 0;
}

static bool same_name(const html_tokenizer *t, html_range a, html_range b) {
  if (a.end - a.begin != b.end - b.begin) return false;
  for (uint32_t i = 0; i < a.end - a.begin; i++)
    if (html_lower[(uint8_t)t->input[a.begin + i]] != html_lower[(uint8_t)t->input[b.begin + i]]) return false;
  return true;
}

/* Tools that keep every attribute compare with those they have: as many as there is room for. */
static void keep_any(html_tokenizer *t, html_token *out, html_range name, html_attr_value value) {
  for (uint32_t i = 0; i < out->attr_count; i++)
    if (same_name(t, t->names[i], name)) return;
  if (out->attr_count == t->room) return;
  t->names[out->attr_count] = name;
  t->attrs[out->attr_count++] = value;
}

static void keep(html_tokenizer *t, html_token *out, uint64_t *seen, unsigned name, html_range value) {
  if ((*seen >> name & 1) != 0) {
    t->dropped++;
    return;
  }
  *seen |= (uint64_t)1 << name;
  t->attrs[out->attr_count++] = (html_attr_value){.name = (uint8_t)name, .flags = value_flags(t, value), .begin = value.begin, .finish = value.end};
}

static inline uint32_t skip_space(const html_tokenizer *t, uint32_t at) {
  while (at < t->length && html_is(HTML_SPACE, t->input[at])) at++;
  return at;
}

/* The value behind "=", and where reading goes on; the end of the input when it does not end. */
static uint32_t read_value(const html_tokenizer *t, uint32_t at, html_range *value) {
  at = skip_space(t, at);
  if (at == t->length) return at;
  char quote = t->input[at];
  if (quote == '"' || quote == '\'') {
    uint32_t end = html_find(t, at + 1, quote);
    *value = (html_range){at + 1, end};
    return end < t->length ? end + 1 : end;
  }
  value->begin = at;
  while (at < t->length && !html_is(HTML_VALUE_END, t->input[at])) at++;
  value->end = at;
  return at;
}

/* One attribute at `at`, where a name begins; returns where reading goes on. */
static inline uint32_t read_attribute(html_tokenizer *t, html_token *out, uint64_t *seen, uint32_t at) {
  html_range name = {at, 0}, value;
  uint32_t hash = HTML_HASH_SEED;
  do hash = html_hash_add(hash, html_lower[(uint8_t)t->input[at++]]); /* the first may be "=" */
  while (at < t->length && !html_is(HTML_ATTR_NAME_END, t->input[at]));
  name.end = at;
  value = (html_range){at, at};
  uint32_t next = skip_space(t, at);
  if (next < t->length && t->input[next] == '=') at = read_value(t, next + 1, &value);
  unsigned known = attr_of(t, name, hash);
  if (t->names != NULL)
    keep_any(t, out, name, (html_attr_value){.name = (uint8_t)known, .begin = value.begin, .finish = value.end});
  else if (known != HTML_ATTR_OTHER)
    keep(t, out, seen, known, value);
  return at;
}

/* A tag whose name begins at `at`; false when the input ends in it, which drops it. */
static bool read_tag(html_tokenizer *t, html_token *out, uint32_t at, html_token_kind kind) {
  uint64_t seen = 0;
  uint32_t hash = HTML_HASH_SEED;
  out->kind = (uint8_t)kind;
  out->data.begin = at;
  for (; at < t->length && !html_is(HTML_NAME_END, t->input[at]); at++) hash = html_hash_add(hash, html_lower[(uint8_t)t->input[at]]);
  out->data.end = at;
  out->hash = hash;
  out->tag = tag_of(t, out->data, hash);
  while (at < t->length && t->input[at] != '>') {
    char c = t->input[at];
    if (c == '/') {
      at++;
      if (at < t->length && t->input[at] == '>') out->flags |= HTML_TOKEN_SELF_CLOSING;
    } else if (html_is(HTML_SPACE, c)) {
      at++;
    } else {
      at = read_attribute(t, out, &seen, at);
    }
  }
  if (at == t->length) return false;
  t->at = out->raw.end = at + 1;
  if (kind == HTML_TOKEN_END) out->attr_count = 0;
  return true;
}

/* --- text --- */

static void text_of(html_tokenizer *t, html_token *out, uint32_t end, uint8_t rules) {
  uint32_t at = t->at;
  out->kind = HTML_TOKEN_TEXT;
  out->rules = rules;
  out->raw = out->data = (html_range){at, end};
  if ((rules & HTML_READ_REFERENCES) != 0 && next_of(t, &t->next_amp, at, '&') < end) out->flags |= HTML_TOKEN_CHANGED;
  if (next_of(t, &t->next_cr, at, '\r') < end) out->flags |= HTML_TOKEN_CHANGED;
  if (next_of(t, &t->next_nul, at, '\0') < end) out->flags |= HTML_TOKEN_CHANGED | HTML_TOKEN_NULS;
  t->at = end;
}

/* Whether "<" at `at` opens markup. */
static inline bool opens(const html_tokenizer *t, uint32_t at) {
  if (at + 1 >= t->length) return false;
  char c = t->input[at + 1];
  if (html_is(HTML_LETTER, c) || c == '!' || c == '?') return true;
  return c == '/' && at + 2 < t->length;
}

static uint32_t markup_at(const html_tokenizer *t, uint32_t at) {
  for (at = html_find(t, at, '<'); at < t->length && !opens(t, at);) at = html_find(t, at + 1, '<');
  return at;
}

/* --- everything behind "<" --- */

static void read_bogus_comment(html_tokenizer *t, html_token *out, uint32_t at) {
  uint32_t end = html_find(t, at, '>');
  out->kind = HTML_TOKEN_COMMENT;
  out->data = (html_range){at, end};
  t->at = out->raw.end = end < t->length ? end + 1 : end;
}

static const isnad_slice doctype_word = {"doctype", 7}, cdata_word = {"[CDATA[", 7};

/* "<!" stands at t->at; false when it opens text. */
static bool read_declaration(html_tokenizer *t, html_token *out) {
  uint32_t at = t->at + 2;
  if (t->length - at >= 2 && memcmp(t->input + at, "--", 2) == 0) {
    t->at = at + 2;
    html_read_comment(t, out);
  } else if (html_word_at(t, at, doctype_word)) {
    t->at = at + 7;
    html_read_doctype(t, out);
  } else if (t->cdata && t->length - at >= 7 && memcmp(t->input + at, cdata_word.bytes, 7) == 0) {
    t->at = at + 7;
    t->mode = HTML_AS_CDATA;
    return false;
  } else {
    read_bogus_comment(t, out, at);
  }
  return true;
}

/* Markup at t->at; false when it gives no token. */
static bool read_markup(html_tokenizer *t, html_token *out) {
  char c = t->input[t->at + 1];
  out->raw.begin = t->at;
  if (c == '!') return read_declaration(t, out);
  if (c == '?') return read_bogus_comment(t, out, t->at + 1), true;
  bool end_tag = c == '/';
  uint32_t name = t->at + 1 + end_tag;
  if (end_tag && t->input[name] == '>') return t->at = name + 1, false;
  if (end_tag && !html_is(HTML_LETTER, t->input[name])) return read_bogus_comment(t, out, name), true;
  if (read_tag(t, out, name, end_tag ? HTML_TOKEN_END : HTML_TOKEN_START)) return true;
  *out = (html_token){0};
  t->at = t->length;
  return false;
}

/* Text up to "]]>"; references stand for themselves in it. Returns false when there is none. */
static bool read_cdata(html_tokenizer *t, html_token *out) {
  uint32_t end = html_find(t, t->at, ']');
  while (end < t->length && (t->length - end < 3 || memcmp(t->input + end, "]]>", 3) != 0)) end = html_find(t, end + 1, ']');
  uint32_t next = end < t->length ? end + 3 : end;
  bool some = end > t->at;
  if (some) text_of(t, out, end, 0);
  t->at = next;
  t->mode = HTML_AS_DATA;
  return some;
}

/* Text of an element whose content is no markup; false when its end tag follows at once. */
static bool read_raw_text(html_tokenizer *t, html_token *out) {
  uint32_t end = t->mode == HTML_AS_PLAINTEXT ? t->length : html_raw_text_end(t);
  bool some = end > t->at;
  if (some) text_of(t, out, end, t->mode == HTML_AS_RCDATA ? HTML_READ_REFERENCES | HTML_NUL_REPLACE : HTML_NUL_REPLACE);
  t->mode = HTML_AS_DATA;
  return some;
}

void html_token_next(html_tokenizer *t, html_token *out) {
  *out = (html_token){0};
  for (bool some = false; !some;) {
    if (t->mode == HTML_AS_CDATA)
      some = read_cdata(t, out);
    else if (t->mode != HTML_AS_DATA)
      some = read_raw_text(t, out);
    else if (t->at == t->length)
      break;
    else if (t->input[t->at] == '<' && opens(t, t->at))
      some = read_markup(t, out);
    else
      some = (text_of(t, out, markup_at(t, t->at), HTML_READ_REFERENCES), true);
    if (some) return;
  }
  *out = (html_token){.kind = HTML_TOKEN_EOF, .raw = {t->length, t->length}};
}
