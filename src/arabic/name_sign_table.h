/* The compiled rows of data/ar/name_signs.tsv: shared by the generator and the reader, so that both number a sign alike. */
#ifndef ISNAD_ARABIC_NAME_SIGN_TABLE_H
#define ISNAD_ARABIC_NAME_SIGN_TABLE_H

#include "isnad/arabic.h"

enum { NAME_SIGN_KINDS = 3 /* person, place, body */, NAME_SIGN_SCALE = 32 };

/* In an open-addressing table; `hash` is 0 in a free slot. */
typedef struct name_sign {
  uint32_t hash;
  int8_t weights[NAME_SIGN_KINDS]; /* 32nds of the natural logarithm of the odds */
} name_sign;

extern const name_sign name_signs[];
extern const uint32_t name_sign_mask;

/* By the hash of a token: a word by itself is a sign too. */
static inline uint32_t name_sign_number(uint64_t token_hash) {
  uint32_t hash = (uint32_t)(token_hash >> 16);
  return hash == 0 ? 1 : hash;
}

static inline uint32_t name_sign_hash(isnad_slice sign) { return name_sign_number(isnad_token_hash(sign)); }

#endif
