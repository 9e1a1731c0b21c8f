/* Cuts the bytes into tokens of HTML in every mode of text, and reads what they stand for. The first byte chooses the mode. */
#include "fuzz.h"

#include <string.h>

#include "html/tokens.h"

static void check_range(html_range r, html_range outer) { REQUIRE(r.begin >= outer.begin && r.begin <= r.end && r.end <= outer.end); }

/* Pieces follow each other without a gap, and give what decoding gives. */
static void check_text(const html_tokenizer *t, html_range r, uint8_t rules) {
  size_t room = html_decoded_room(t->input, r.begin, r.end), length;
  char *to = malloc(room + 1);
  REQUIRE(to != NULL);
  length = html_decode(to, t->input, r.begin, r.end, rules);
  REQUIRE(length <= room);
  html_pieces pieces = html_pieces_of(t->input, r.begin, r.end, rules);
  uint32_t at = r.begin;
  size_t done = 0;
  for (html_piece p; html_pieces_next(&pieces, &p); at = p.finish, done += p.text.length) {
    REQUIRE(p.begin == at && p.finish > p.begin);
    REQUIRE(done + p.text.length <= length && memcmp(to + done, p.text.bytes, p.text.length) == 0);
  }
  REQUIRE(at == r.end && done == length);
  free(to);
}

static void check_token(const html_tokenizer *t, const html_token *token) {
  html_range whole = {0, t->length};
  check_range(token->raw, whole);
  if (token->kind == HTML_TOKEN_EOF || token->kind == HTML_TOKEN_DOCTYPE) return;
  check_range(token->data, token->raw);
  if (token->kind == HTML_TOKEN_TEXT) check_text(t, token->data, (uint8_t)(token->rules | HTML_NUL_DROP));
  REQUIRE(token->attr_count <= t->room);
  for (uint32_t i = 0; i < token->attr_count; i++) {
    html_range value = {t->attrs[i].begin, t->attrs[i].finish};
    check_range(value, token->raw);
    check_text(t, value, HTML_READ_REFERENCES | HTML_READ_ATTRIBUTE | HTML_NUL_REPLACE);
    for (uint32_t k = 0; t->names == NULL && k < i; k++) REQUIRE(t->attrs[k].name != t->attrs[i].name);
  }
}

static void run(isnad_slice bytes, uint8_t mode, bool all) {
  html_attr_value attrs[HTML_ATTR_COUNT];
  html_range names[HTML_ATTR_COUNT];
  html_tokenizer t = html_tokenizer_of(bytes);
  html_token token;
  uint32_t at = 0;
  t.attrs = attrs;
  t.room = HTML_ATTR_COUNT;
  t.names = all ? names : NULL;
  t.mode = mode % 6;
  t.cdata = mode % 2 != 0;
  t.raw_name = isnad_slice_of(mode % 6 == HTML_AS_SCRIPT ? "script" : "title");
  do {
    html_token_next(&t, &token);
    check_token(&t, &token);
    REQUIRE(token.raw.begin >= at);
    REQUIRE(token.kind == HTML_TOKEN_EOF || token.raw.end > at);
    at = token.raw.end;
  } while (token.kind != HTML_TOKEN_EOF);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  uint8_t mode = size > 0 ? data[0] : 0;
  run((isnad_slice){(const char *)data, size}, 0, false);
  run((isnad_slice){(const char *)data, size}, mode, true);
  return 0;
}
