#include "lexicon.h"

static uint32_t seen(const void *context, uint64_t hash) { return lexicon_count(((const lexicon *)context)->counts, hash); }

static size_t place_of(const plural_forms *p, uint64_t hash) {
  size_t at = hash & (p->room - 1);
  while (p->hashes[at] != 0 && p->hashes[at] != hash) at = (at + 1) & (p->room - 1);
  return at;
}

static isnad_slice singular(const void *context, uint64_t hash) {
  const plural_forms *p = ((const lexicon *)context)->plurals;
  return p->stems[place_of(p, hash)];
}

bool lexicon_is_plural(const plural_forms *plurals, uint64_t hash) { return plurals->hashes[place_of(plurals, hash)] == hash; }

static size_t proclitics_of(const void *context, isnad_slice word) { return cuts_best(word, lexicon_count, ((const lexicon *)context)->counts); }

uint32_t lexicon_count(const void *counts, uint64_t hash) {
  const uint64_t *count = map_get(counts, hash);
  return count == NULL ? 0 : (uint32_t)*count;
}

isnad_slice lexicon_stem(char room[ISNAD_STEM_ROOM], const lexicon *of, isnad_slice folded_word) {
  const stem_lexicon known = {seen, singular, proclitics_of, of};
  return stem_by_rule(room, folded_word, &known);
}
