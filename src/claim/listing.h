/* What claim_words.tsv and the frequencies say of the tokens of a text. Figures, statements and events all ask, most tokens several times, so that
 * what was found of a token is kept. */
#ifndef ISNAD_CLAIM_LISTING_H
#define ISNAD_CLAIM_LISTING_H

#include "isnad/arabic.h"

enum { CLAIM_HITS = 8 };

/* What was found of one token. */
typedef struct claim_token {
  const isnad_phrase *hits;
  uint32_t term; /* as in claim_terms; 0: a word that says nothing */
  uint32_t root; /* the same by its root */
  uint8_t count; /* of the hits */
  bool looked, weighed, rooted;
} claim_token;

typedef struct claim_listing {
  const isnad_tokens *tokens;
  isnad_arena *arena;
  size_t first, last; /* the tokens of which it is kept; of others it is looked up each time */
  claim_token *items;
} claim_listing;

/* A listing that keeps nothing. */
claim_listing claim_listing_of(const isnad_tokens *tokens);

/* A listing that keeps what it finds of tokens [first, last) in the arena. False when that refuses. */
bool claim_listing_new(claim_listing *out, isnad_arena *arena, const isnad_tokens *tokens, size_t first, size_t last);

/* The wordings of claim_words.tsv that begin at a token, proclitics cut, as isnad_phrases_at gives them, but for those of roles `says` and `empty`;
 * in `room` or in the listing. How many. */
size_t claim_listed_at(const isnad_phrase **hits, isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at);

/* Those of roles `says` and `empty`, in `room`: what a word means inside a statement, where every speaker has his translator. */
size_t claim_synonyms_at(isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at);

/* Those of roles `says` and `empty`, in `room`: what a word means inside a statement, where every speaker has his translator. */
size_t claim_synonyms_at(isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at);

/* Where what is kept of a token lies; NULL: nothing is. */
claim_token *claim_token_of(const claim_listing *in, size_t at);

#endif
