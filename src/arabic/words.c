/* What the compiled tables say of a word by itself: how often it is seen, and its proclitics. */
#include "arabic/cuts.h"
#include "arabic/phrase_tables.h"

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
