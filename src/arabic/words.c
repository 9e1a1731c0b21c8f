/* What the compiled tables say of a word by itself: how often it is seen, its proclitics, and its stem. */
#include "arabic/cuts.h"
#include "arabic/phrase_tables.h"
#include "arabic/stems.h"

#include <string.h>

static uint32_t frequency(const void *none, uint64_t token_hash) {
  (void)none;
  const word_entry *word = word_of(token_hash);
  return word == NULL ? 0 : word->count;
}

uint32_t isnad_arabic_frequency(uint64_t token_hash) { return frequency(NULL, token_hash); }

size_t isnad_arabic_proclitics(isnad_slice folded_word) {
  const word_entry *word = word_of(isnad_token_hash(folded_word));
  return word != NULL ? word->proclitics : cuts_best(folded_word, frequency, NULL);
}

static size_t proclitics(const void *none, isnad_slice folded_word) {
  (void)none;
  return isnad_arabic_proclitics(folded_word);
}

static isnad_slice singular(const void *none, uint64_t token_hash) {
  (void)none;
  uint32_t at = (uint32_t)token_hash & plural_mask;
  while (plural_hashes[at] != 0 && plural_hashes[at] != token_hash) at = (at + 1) & plural_mask;
  return plural_hashes[at] == 0 ? (isnad_slice){NULL, 0} : (isnad_slice){plural_stems[at], strlen(plural_stems[at])};
}

isnad_slice isnad_arabic_stem(char room[ISNAD_STEM_ROOM], isnad_slice folded_word) {
  return word_stem(room, folded_word, isnad_token_hash(folded_word));
}

isnad_slice word_stem(char room[ISNAD_STEM_ROOM], isnad_slice folded_word, uint64_t hash) {
  static const stem_lexicon tables = {frequency, singular, proclitics, NULL};
  const word_gist *gist = word_gist_of(hash);
  if (gist == NULL) return stem_by_rule(room, folded_word, &tables);
  return (isnad_slice){(const char *)stem_bytes + (gist->place >> WORD_STEM_SHIFT), gist->place & WORD_STEM_LENGTH};
}
