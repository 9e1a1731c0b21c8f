/* Digits to a value. Which separator is the decimal one is told by grouping: the press writes 2.400 for two thousand four hundred in the Maghreb and
 * Iraq, 2,400 elsewhere, and both as decimals. */
#include "arabic/number.h"

#include <string.h>

enum { GROUP = 3, MOST_GROUPS = 12, MOST_DIGITS = 15, COMMA_BYTES = 2 };

typedef struct digit_groups {
  isnad_slice group[MOST_GROUPS];
  char separator[MOST_GROUPS]; /* before group i; that of group 0 is unused */
  size_t count;
} digit_groups;

static bool split(digit_groups *out, isnad_slice form) {
  size_t begin = 0;
  *out = (digit_groups){.count = 0};
  for (size_t i = 0; i <= form.length; i++) {
    if (i < form.length && form.bytes[i] >= '0' && form.bytes[i] <= '9') continue;
    if (out->count == MOST_GROUPS) return false;
    out->group[out->count++] = (isnad_slice){form.bytes + begin, i - begin};
    if (i < form.length && out->count < MOST_GROUPS) out->separator[out->count] = form.bytes[i];
    begin = i + 1;
  }
  return true;
}

static double whole(const digit_groups *g, size_t groups) {
  double value = 0;
  for (size_t i = 0; i < groups; i++)
    for (size_t j = 0; j < g->group[i].length; j++) value = value * 10 + (g->group[i].bytes[j] - '0');
  return value;
}

static double decimal(const digit_groups *g) {
  isnad_slice last = g->group[g->count - 1];
  double power = 1, part = 0;
  for (size_t i = 0; i < last.length; i++) {
    part = part * 10 + (last.bytes[i] - '0');
    power *= 10;
  }
  return whole(g, g->count - 1) + part / power;
}

/* Whether the first `groups` groups are a whole number set in threes. */
static bool in_threes(const digit_groups *g, size_t groups) {
  if (groups > 1 && (g->group[0].length > GROUP || g->group[0].bytes[0] == '0')) return false;
  for (size_t i = 1; i < groups; i++)
    if (g->group[i].length != GROUP || g->separator[i] != g->separator[1]) return false;
  return true;
}

/* The Arabic decimal sign U+066B leaves no doubt. */
static bool has_arabic_decimal(const isnad_tokens *tokens, size_t at) {
  isnad_slice source = isnad_slice_at(tokens->text, tokens->items[at].span);
  for (size_t i = 0; i + 1 < source.length; i++)
    if ((unsigned char)source.bytes[i] == 0xD9 && (unsigned char)source.bytes[i + 1] == 0xAB) return true;
  return false;
}

static bool value_of(double *value, const digit_groups *g, bool decimal_sure, bool scale_follows) {
  bool one_point = g->count == 2;
  if (g->group[0].length > MOST_DIGITS) return false;
  if (g->count == 1) {
    *value = whole(g, 1);
    return g->group[0].length == 1 || g->group[0].bytes[0] != '0';
  }
  bool rather_decimal = one_point && (decimal_sure || (scale_follows && g->separator[1] == '.'));
  if (!rather_decimal && in_threes(g, g->count)) {
    *value = whole(g, g->count);
    return true;
  }
  if (!in_threes(g, g->count - 1)) return false;
  if (!one_point && g->separator[g->count - 1] == g->separator[1]) return false; /* 13.9.2023 */
  if (g->group[0].length > 1 && g->group[0].bytes[0] == '0') return false;
  *value = decimal(g);
  return true;
}

static bool is_plain(const isnad_tokens *tokens, size_t at, size_t least, size_t most) {
  const isnad_token *t = &tokens->items[at];
  if (t->kind != ISNAD_TOKEN_NUMBER || t->length < least || t->length > most) return false;
  return memchr(tokens->folded + t->folded, '.', t->length) == NULL && memchr(tokens->folded + t->folded, ',', t->length) == NULL;
}

/* One blank, no-break space or narrow no-break space between two tokens. */
static bool one_space_between(const isnad_tokens *tokens, size_t at) {
  uint32_t begin = tokens->items[at].span.end, end = tokens->items[at + 1].span.begin;
  const unsigned char *p = (const unsigned char *)tokens->text.bytes + begin;
  if (end - begin == 1) return p[0] == ' ';
  if (end - begin == 2) return p[0] == 0xC2 && p[1] == 0xA0;
  return end - begin == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0xAF;
}

/* "1 500 000": groups of three behind the first, as French typography sets them. */
static size_t spaced_groups(double *value, const isnad_tokens *tokens, size_t at, size_t end) {
  size_t last = at + 1;
  if (!is_plain(tokens, at, 1, GROUP) || tokens->folded[tokens->items[at].folded] == '0') return last;
  for (; last < end && last - at < MOST_GROUPS / 2 && is_plain(tokens, last, GROUP, GROUP) && one_space_between(tokens, last - 1); last++) {
    isnad_slice group = isnad_token_form(tokens, last);
    *value = *value * 1000 + (group.bytes[0] - '0') * 100 + (group.bytes[1] - '0') * 10 + (group.bytes[2] - '0');
  }
  return last;
}

static bool is_arabic_comma(const isnad_tokens *tokens, size_t at) {
  const isnad_token *t = &tokens->items[at];
  const unsigned char *p = (const unsigned char *)tokens->folded + t->folded;
  return t->kind == ISNAD_TOKEN_PUNCT && (t->flags & ISNAD_TOKEN_GLUED) != 0 && t->length == COMMA_BYTES && p[0] == 0xD8 && p[1] == 0x8C;
}

static bool unit_follows(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hit;
  return isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_UNITS, 0) > 0;
}

/* "3,5 million" and "26,013" with the Arabic comma, which is a mark of its own to the tokenizer. */
static size_t comma_groups(double *value, const isnad_tokens *tokens, size_t at, size_t end) {
  if (at + 2 >= end || !is_plain(tokens, at, 1, GROUP) || !is_arabic_comma(tokens, at + 1)) return at + 1;
  const isnad_token *next = &tokens->items[at + 2];
  if (!is_plain(tokens, at + 2, 1, GROUP) || (next->flags & ISNAD_TOKEN_GLUED) == 0) return at + 1;
  if (at + 3 < end && is_arabic_comma(tokens, at + 3)) return at + 1; /* a list */
  bool thousands = next->length == GROUP && !number_scale_follows(tokens, at + 3, end);
  bool measured = at + 3 < end &&
                  (number_scale_follows(tokens, at + 3, end) || tokens->folded[tokens->items[at + 3].folded] == '%' || unit_follows(tokens, at + 3));
  if (!thousands && !measured) return at + 1;
  double part = 0, power = 1;
  for (size_t i = 0; i < next->length; i++) {
    part = part * 10 + (tokens->folded[next->folded + i] - '0');
    power *= 10;
  }
  *value = thousands ? *value * power + part : *value + part / power;
  return at + 3;
}

bool number_digits_at(double *value, size_t *last, bool *bare, const isnad_tokens *tokens, size_t at, size_t end) {
  digit_groups groups;
  *last = at + 1;
  if (!split(&groups, isnad_token_form(tokens, at))) return false;
  bool scale = groups.count == 2 && number_scale_follows(tokens, at + 1, end);
  if (!value_of(value, &groups, groups.count == 2 && has_arabic_decimal(tokens, at), scale)) return false;
  *last = spaced_groups(value, tokens, at, end);
  if (*last == at + 1) *last = comma_groups(value, tokens, at, end);
  *bare = groups.count == 1 && *last == at + 1;
  return true;
}
