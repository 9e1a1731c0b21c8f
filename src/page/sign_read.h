/* A block whose sign is being read. */
#ifndef ISNAD_PAGE_SIGN_READ_H
#define ISNAD_PAGE_SIGN_READ_H

#include "page/chars.h"
#include "page/sign.h"

typedef struct signer {
  const isnad_tokens *t;
  const isnad_block *b;
  const look *l;
  marker m;
} signer;

static inline sign plain(sign_kind kind) { return (sign){.kind = (uint8_t)kind, .row = UINT32_MAX}; }

static inline uint32_t mark_at(const signer *s, size_t at) {
  size_t ignored = 0;
  return at < s->b->last_token && !isnad_token_is_word(s->t, at) ? char_at(s->t->text, s->t->items[at].span.begin, &ignored) : 0;
}

/* --- sign_name.c: lines that name a medium, an agency or a desk --- */

/* «Place - agency» is a date line without a date; «Name _ desk» names the medium. */
bool sign_slug_line(const signer *s, sign *out);

/* A medium's name, in Latin letters too. */
bool sign_outlet_line(const signer *s, sign *out);

/* «(agency)», «agencies», and the closing word of an agency's text in brackets before its name. */
bool sign_credit_line(const signer *s, sign *out);

#endif
