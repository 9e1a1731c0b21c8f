/* The rules of isnad_arabic_stem over any counts: what stem.c shares with the generator of the tables. */
#ifndef ISNAD_ARABIC_STEMS_H
#define ISNAD_ARABIC_STEMS_H

#include "isnad/arabic.h"

/* What the rules ask of words. */
typedef struct stem_lexicon {
  uint32_t (*seen)(const void *context, uint64_t token_hash);        /* how often a form was counted */
  isnad_slice (*singular)(const void *context, uint64_t token_hash); /* by data/ar/plurals.tsv; empty: no row */
  size_t (*proclitics)(const void *context, isnad_slice folded_word);
  const void *context;
} stem_lexicon;

/* As isnad_arabic_stem. */
isnad_slice stem_by_rule(char room[ISNAD_STEM_ROOM], isnad_slice folded_word, const stem_lexicon *known);

#endif
