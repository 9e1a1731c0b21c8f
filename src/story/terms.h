/* The packed terms of an article: records of 12 little-endian bytes, sorted by hash: u64 hash, u16 weight in the whole (its top bit: a specific
 * term), u16 weight in the headline (its top three bits: the kind; then: in the lead, a kind of event); weights in 1/64 bits of information. */
#ifndef ISNAD_STORY_TERMS_H
#define ISNAD_STORY_TERMS_H

#include "isnad/base.h"

enum { TERM_BYTES = 12, MOST_TERMS = 80, RANK_VALUES = 4096, TERM_UNITS = 64 };

typedef enum term_kind { TERM_WORD, TERM_FIGURE, TERM_ORDINAL, TERM_PERSON, TERM_COUNTRY, TERM_PLACE, TERM_BODY, TERM_THING, TERM_KINDS } term_kind;

static inline bool term_is_name(unsigned kind) { return kind == TERM_PERSON || kind == TERM_BODY || kind == TERM_THING; }

/* Sixteen bytes: reports are compared by the million, and what is walked through should be short. */
typedef struct term {
  uint64_t hash;
  float whole;       /* bits */
  uint16_t headline; /* TERM_UNITS to the bit; 0: not in the headline */
  uint8_t kind;      /* term_kind */
  bool specific : 1; /* so rare that two reports hardly share it by chance */
  bool lead : 1;     /* in the first sentences or the headline */
  bool event : 1;    /* a kind of event */
  uint8_t top : 2;   /* 1: of the report's heaviest few, 2: of the next few, 0: of neither (report.c) */
} term;

/* Bits as units, at most `most`. */
uint16_t term_units(float bits, unsigned most);

enum { TERM_HEADLINE_MOST = 0x7FF };

isnad_slice terms_pack(isnad_arena *arena, const term *terms, size_t count);

/* Fills at most MOST_TERMS; returns how many. Damaged bytes give fewer terms. */
size_t terms_unpack(term *out, isnad_slice packed);

#endif
