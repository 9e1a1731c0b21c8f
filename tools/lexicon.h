/* The stems of words while the tables are made: the library's rules over the counts and plurals that were read. */
#ifndef ISNAD_TOOLS_LEXICON_H
#define ISNAD_TOOLS_LEXICON_H

#include "arabic/cuts.h"
#include "arabic/stems.h"
#include "emit.h"

typedef struct lexicon {
  const map *counts; /* hash -> count */
  const plural_forms *plurals;
} lexicon;

/* How often a form was counted; `counts` is the map. */
uint32_t lexicon_count(const void *counts, uint64_t hash);

/* A plural that plurals.tsv lists: no letter of it is a proclitic ("deaths" is not "and" before a carmaker). */
bool lexicon_is_plural(const plural_forms *plurals, uint64_t hash);

/* As isnad_arabic_stem. */
isnad_slice lexicon_stem(char room[ISNAD_STEM_ROOM], const lexicon *of, isnad_slice folded_word);

#endif
