#include "arabic/stamp_cursor.h"

uint32_t stamp_mark(const stamp_cursor *c) {
  if (c->at >= c->last) return 0;
  const isnad_token *token = &c->tokens->items[c->at];
  if (token->kind != ISNAD_TOKEN_PUNCT && token->kind != ISNAD_TOKEN_SYMBOL && token->kind != ISNAD_TOKEN_QUOTE) return 0;
  const unsigned char *b = (const unsigned char *)c->tokens->text.bytes + token->span.begin;
  if (b[0] < 0x80) return b[0];
  if (b[0] < 0xE0) return (uint32_t)(b[0] & 0x1F) << 6 | (uint32_t)(b[1] & 0x3F);
  return b[0] < 0xF0 ? (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (uint32_t)(b[2] & 0x3F) : UINT32_MAX;
}

bool stamp_take(stamp_cursor *c, uint32_t mark) {
  if (stamp_mark(c) != mark) return false;
  c->at++;
  return true;
}

static bool digits_of(isnad_slice form, size_t *at, unsigned *value, size_t *length) {
  size_t begin = *at;
  *value = 0;
  while (*at < form.length && form.bytes[*at] >= '0' && form.bytes[*at] <= '9' && *at - begin < 9)
    *value = *value * 10 + (unsigned)(form.bytes[(*at)++] - '0');
  *length = *at - begin;
  return *length > 0;
}

static bool number_form(const stamp_cursor *c, isnad_slice *form) {
  if (c->at >= c->last || c->tokens->items[c->at].kind != ISNAD_TOKEN_NUMBER) return false;
  *form = isnad_token_form(c->tokens, c->at);
  return true;
}

bool stamp_number(stamp_cursor *c, size_t digits, unsigned *value, size_t *length) {
  isnad_slice form;
  size_t at = 0, count = 0;
  if (!number_form(c, &form) || form.length > digits || !digits_of(form, &at, value, &count) || at != form.length) return false;
  if (length != NULL) *length = count;
  c->at++;
  return true;
}

bool stamp_pointed(stamp_cursor *c, unsigned parts[3], size_t lengths[3]) {
  isnad_slice form;
  size_t at = 0;
  if (!number_form(c, &form)) return false;
  for (int i = 0; i < 3; i++) {
    if (i > 0 && (at >= form.length || form.bytes[at++] != '.')) return false;
    if (!digits_of(form, &at, &parts[i], &lengths[i])) return false;
  }
  if (at != form.length) return false;
  c->at++;
  return true;
}

bool stamp_word(stamp_cursor *c, const char *form) {
  if (c->at >= c->last || c->tokens->items[c->at].kind != ISNAD_TOKEN_WORD) return false;
  if (!isnad_slice_is(isnad_token_form(c->tokens, c->at), form)) return false;
  c->at++;
  return true;
}

bool stamp_glued(const stamp_cursor *c) { return c->at < c->last && (c->tokens->items[c->at].flags & ISNAD_TOKEN_GLUED) != 0; }
