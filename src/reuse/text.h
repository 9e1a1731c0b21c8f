/* An article as the stages across articles compare it: the word and number tokens of its headline and body, and where each stands on the page. */
#ifndef ISNAD_REUSE_TEXT_H
#define ISNAD_REUSE_TEXT_H

#include "isnad/arabic.h"

typedef struct reuse_text {
  uint32_t *words;   /* low half of each token's hash: the headline's first, then the body's */
  uint32_t *spelled; /* low half of the hash of its bytes on the page */
  isnad_span *spans; /* in the page */
  uint8_t *quoted;   /* 1: between quotation marks */
  uint8_t *said;     /* 1: of somebody's own words, by the marks or as the notes have them; NULL: nobody asked, the marks tell */
  uint8_t *rare;     /* 1: a word that few texts have, by the counted forms; NULL: nobody asked */
  uint32_t *part;    /* which part of the body a word is of (0: headline): matches do not run on over what was cut out */
  uint32_t headline; /* words of the headline */
  uint32_t count;
} reuse_text;

/* Where an article stands on its page. */
typedef struct reuse_place {
  isnad_span headline; /* {0, 0}: none */
  const isnad_span *body;
  size_t body_count;
} reuse_place;

/* Collects the words. Returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT. */
isnad_status reuse_text_read(reuse_text *out, isnad_arena *arena, const isnad_tokens *tokens, const reuse_place *place, isnad_err *err);

/* Marks the rare words; `tokens` are those that the text was read from. Returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT. */
isnad_status reuse_text_rare(reuse_text *text, isnad_arena *arena, const isnad_tokens *tokens, isnad_err *err);

/* Marks the words of statements, spans in the bytes of text->spans, by place. Returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT. */
isnad_status reuse_text_say(reuse_text *text, isnad_arena *arena, const isnad_span *statements, size_t count, isnad_err *err);

#endif
