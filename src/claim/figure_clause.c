/* What the clause of a figure says of two numbers that seem to differ: a market moved, an attacker is counted (docs/CLAIMS.md). */
#include "claim/figure_compare.h"

#include "claim/values.h"
#include "tables.h"

enum { PRICE_HOURS = 4, HOUR = 3600, PART_REACH = 4 };

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* Whether a wording of the key stands in the clause, and in no longer one. */
static bool clause_says(isnad_arena *scratch, isnad_slice clause, const char *key) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, scratch, clause, NULL) != ISNAD_OK) return false;
  for (size_t at = 0, taken = 1; at < tokens.count; at += taken) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    taken = count > 0 ? hits[0].count : 1;
    for (size_t i = 0; i < count && hits[i].count == taken; i++)
      if (is(isnad_slice_of(isnad_claim_words_rows[hits[i].row].key), key)) return true;
  }
  return false;
}

/* "Among them two policemen and the attacker": named not far behind a word for a part. That attackers did it says nothing. */
bool figure_names_attacker(isnad_arena *scratch, const claim_figure *f) {
  isnad_tokens tokens;
  size_t part = SIZE_MAX;
  if (isnad_arabic_tokens(&tokens, scratch, f->mention.around, NULL) != ISNAD_OK) return false;
  for (size_t at = 0; at < tokens.count; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    for (size_t i = 0; i < count; i++) {
      isnad_slice key = isnad_slice_of(isnad_claim_words_rows[hits[i].row].key);
      if (is(key, "part")) part = at;
      if (is(key, "attacker") && part != SIZE_MAX && at <= part + PART_REACH) return true;
    }
  }
  return false;
}

/* What is dealt in at every hour: not the fuels and the bread whose price somebody sets, nor what rose that no market deals in. */
static bool is_dealt_in(isnad_arena *scratch, const claim_figure *f) {
  static const char *const goods[] = {"brent", "wti", "opec", "gold", "silver", "platinum", "palladium", "copper", "bitcoin", "ether"};
  bool change = !is(f->measure, "count") && (is(f->state, "rose") || is(f->state, "fell"));
  for (size_t i = 0; i < sizeof goods / sizeof goods[0]; i++)
    if (is(f->thing, goods[i])) return true;
  return is(f->measure, "points") || (change && (f->thing.length > 0 || clause_says(scratch, f->mention.around, "market")));
}

/* "The first half ended 1-0", "live": the result went on from there. */
static bool is_running(isnad_arena *scratch, const claim_figure *f) {
  return is(f->measure, "score") && clause_says(scratch, f->mention.around, "running");
}

bool figure_has_moved(isnad_arena *scratch, const claim_figure *a, const claim_figure *b) {
  if (is_running(scratch, a) || is_running(scratch, b)) return true;
  if (!is_dealt_in(scratch, a) || claim_gap(&a->mention, &b->mention) < PRICE_HOURS * (int64_t)HOUR) return false;
  return !clause_says(scratch, a->mention.around, "close") || !clause_says(scratch, b->mention.around, "close");
}
