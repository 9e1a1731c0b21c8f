#include "story/about.h"

#include "arabic/frequency.h"
#include "story/events.h"
#include "story/terms.h"

#include "tables.h"

enum { MOST_HITS = 4 };

static void add_way(about_word *word, uint64_t hash) {
  for (uint32_t i = 0; i < word->count; i++)
    if (word->ways[i] == hash) return;
  if (word->count < ABOUT_WAYS) word->ways[word->count++] = hash;
}

static uint64_t stem_at(const isnad_tokens *t, size_t at) {
  char room[ISNAD_STEM_ROOM];
  isnad_slice form = isnad_token_form(t, at);
  return (t->items[at].flags & ISNAD_TOKEN_ARABIC) != 0 ? isnad_token_hash(isnad_arabic_stem(room, form)) : t->items[at].hash;
}

static uint64_t bearer_of(const isnad_phrase *hit) {
  const char *id = hit->table == ISNAD_TABLE_PEOPLE   ? isnad_people_rows[hit->row].id
                   : hit->table == ISNAD_TABLE_PLACES ? isnad_places_rows[hit->row].id
                                                      : isnad_organizations_rows[hit->row].id;
  return isnad_token_hash(isnad_slice_of(id));
}

/* A word by its stem, and, where that names a kind of event or thing, by the kind: so are the terms of reports (story/terms.c). */
static void add_stem(about_word *word, uint64_t stem) {
  const event_kind *kind = event_kind_of(stem);
  add_way(word, stem);
  if (kind != NULL) add_way(word, kind->hash);
}

/* Every word of a known name may be told by its bearer. */
static void add_names(about_word *words, const uint32_t *place_of, const isnad_tokens *t, size_t at) {
  const unsigned tables = 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_ORGANIZATIONS;
  isnad_phrase hits[MOST_HITS];
  size_t count = isnad_phrases_at(hits, MOST_HITS, t, at, tables, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    for (uint32_t k = hits[i].first; k < hits[i].first + hits[i].count && k < t->count; k++)
      if (place_of[k] > 0) add_way(&words[place_of[k] - 1], bearer_of(&hits[i]));
}

isnad_status about_read(about *out, isnad_arena *arena, isnad_slice words, isnad_err *err) {
  isnad_tokens t;
  *out = (about){.count = 0};
  isnad_status status = isnad_arabic_tokens(&t, arena, words, err);
  uint32_t *place_of = status == ISNAD_OK ? isnad_arena_array(arena, t.count + 1, sizeof *place_of) : NULL;
  if (status != ISNAD_OK || place_of == NULL) return status != ISNAD_OK ? status : isnad_arena_fail(err, arena, "story");
  for (size_t at = 0; at < t.count && out->count < ABOUT_WORDS; at++) {
    if (t.items[at].kind != ISNAD_TOKEN_WORD && t.items[at].kind != ISNAD_TOKEN_NUMBER) continue;
    about_word *word = &out->words[out->count++];
    word->common = isnad_arabic_frequency(t.items[at].hash) > WORD_COMMON;
    add_stem(word, stem_at(&t, at));
    place_of[at] = out->count;
  }
  for (size_t at = 0; at < t.count; at++)
    if (place_of[at] > 0) add_names(out->words, place_of, &t, at);
  return ISNAD_OK;
}

static bool is_way(const about_word *word, uint64_t hash) {
  for (uint32_t i = 0; i < word->count; i++)
    if (word->ways[i] == hash) return true;
  return false;
}

double about_weight(const about *asked, isnad_slice packed_terms) {
  term terms[MOST_TERMS];
  size_t count = terms_unpack(terms, packed_terms);
  double sum = 0;
  for (uint32_t i = 0; i < asked->count; i++) {
    double weight = 0;
    for (size_t k = 0; k < count; k++)
      if (is_way(&asked->words[i], terms[k].hash) && (double)terms[k].whole > weight) weight = (double)terms[k].whole;
    if (weight <= 0 && !asked->words[i].common) return 0;
    sum += weight;
  }
  return sum;
}

static bool says_word(const about *asked, bool all_common, uint64_t hash) {
  for (uint32_t i = 0; i < asked->count; i++)
    if ((all_common || !asked->words[i].common) && is_way(&asked->words[i], hash)) return true;
  return false;
}

bool about_says(const about *asked, const isnad_tokens *t, size_t first, size_t last) {
  const unsigned tables = 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_ORGANIZATIONS;
  bool all_common = true;
  for (uint32_t i = 0; i < asked->count; i++) all_common = all_common && asked->words[i].common;
  for (size_t at = first; at < last && at < t->count; at++) {
    isnad_phrase hit;
    if (t->items[at].kind != ISNAD_TOKEN_WORD && t->items[at].kind != ISNAD_TOKEN_NUMBER) continue;
    if (says_word(asked, all_common, stem_at(t, at))) return true;
    if (isnad_phrases_at(&hit, 1, t, at, tables, ISNAD_PHRASE_CUT) == 1 && says_word(asked, all_common, bearer_of(&hit))) return true;
  }
  return false;
}
