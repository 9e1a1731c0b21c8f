#include "page/cut.h"

enum { HEADLINE_TOKENS = 30, PARAGRAPH_TOKENS = 60, STEM_BYTES = 8, LEAST_BYTES = 6 };

/* The first four letters of a word without its proclitics: forms of one word mostly share them. */
static isnad_slice stem(const isnad_tokens *t, size_t at) {
  isnad_slice word = isnad_token_form(t, at);
  size_t cut_bytes = isnad_arabic_proclitics(word);
  word.bytes += cut_bytes;
  word.length -= cut_bytes;
  return word.length > STEM_BYTES ? (isnad_slice){word.bytes, STEM_BYTES} : word;
}

static size_t stems(isnad_slice *out, size_t room, const isnad_tokens *t, const isnad_block *b) {
  size_t count = 0;
  for (size_t at = b->first_token; at < b->last_token && count < room; at++) {
    if (t->items[at].kind != ISNAD_TOKEN_WORD) continue;
    isnad_slice s = stem(t, at);
    if (s.length >= LEAST_BYTES) out[count++] = s;
  }
  return count;
}

uint32_t cut_shared_words(const cut *c, size_t headline, size_t paragraph) {
  isnad_slice a[HEADLINE_TOKENS], b[PARAGRAPH_TOKENS];
  const isnad_tokens *t = &c->page->tokens;
  size_t in_headline = stems(a, HEADLINE_TOKENS, t, c->blocks[headline].block),
         in_paragraph = stems(b, PARAGRAPH_TOKENS, t, c->blocks[paragraph].block);
  uint32_t shared = 0;
  for (size_t i = 0; i < in_headline; i++) {
    size_t j = 0;
    while (j < in_paragraph && !isnad_slice_equal(a[i], b[j])) j++;
    shared += j < in_paragraph;
  }
  return shared;
}
