/* The content of a stretch of text as weighted stems: what two clauses or statements are compared by. */
#ifndef ISNAD_CLAIM_TERMS_H
#define ISNAD_CLAIM_TERMS_H

#include "claim/listing.h"

/* One term in 32 bits: a hash of the stem or of the key of its row above, its weight in bits of information (1-31) below. */
enum { TERM_WEIGHT = 31, TERM_LISTED = 9 /* the weight of a listed wording: words weigh ten at least */, MOST_CLAIM_TERMS = 160 };

typedef struct claim_terms {
  uint32_t items[MOST_CLAIM_TERMS]; /* sorted, each stem once */
  size_t count;
} claim_terms;

/* Finished terms as they are compared: in an arena, or in a claim_terms that lives as long. */
typedef struct claim_content {
  const uint32_t *items;
  size_t count;
  unsigned weight; /* of all */
} claim_content;

/* Besides words: numbers by their digits; words by their root, so that a verb and its noun are one ("refuses", "refusal"). */
enum { TERMS_WORDS = 0, TERMS_NUMBERS = 1, TERMS_ROOTS = 2 };

/* What a statement says. */
enum { TERMS_STATEMENT = TERMS_NUMBERS | TERMS_ROOTS };

/* Adds the content words of tokens [first, last): words of claim_words.tsv by their key, others by their stem. Function words, and words seen more
 * than once in a thousand, are left out. What no longer finds room is left out. */
void terms_add(claim_terms *out, const claim_listing *in, size_t first, size_t last, unsigned how);

/* Sorts, and drops doubles. Call once behind the last terms_add. */
void terms_finish(claim_terms *out);

isnad_slice claim_terms_pack(isnad_arena *arena, const claim_terms *terms);
void claim_terms_unpack(claim_terms *out, isnad_slice packed);

/* The finished terms; they stay where they are. */
claim_content claim_content_of(const claim_terms *terms);

/* The same, in the arena. False when it refuses. */
bool claim_content_unpack(claim_content *out, isnad_arena *arena, isnad_slice packed);
bool claim_content_copy(claim_content *out, isnad_arena *arena, const claim_terms *terms);

/* What two share: the weight of the common terms, and of each. */
typedef struct terms_overlap {
  unsigned common, a, b, shared; /* shared: how many terms */
} terms_overlap;

terms_overlap terms_compare(const claim_content *a, const claim_content *b);

/* Twice the common weight by both weights (Dice 1945), 0 to 1. */
double terms_dice(terms_overlap o);

/* The common weight by the lesser weight, 0 to 1. */
double terms_contained(terms_overlap o);

#endif
