/* What a page tells in the place of something that is asked: shared by the readers of who, whose, how many, where and when. */
#ifndef ISNAD_CLAIM_CHECK_PAIRS_H
#define ISNAD_CLAIM_CHECK_PAIRS_H

#include "claim/check.h"

typedef struct pairing {
  const check_table *table;
  const check_ask *ask;
  const check_scene *scene;
  isnad_slice other; /* what stands behind the word on the page */
  bool met;
} pairing;

/* The word of the sentence that holds a token; NULL: it says nothing. */
static inline const check_word *pair_word_at(const check_ask *ask, size_t token) {
  for (size_t i = 0; i < ask->word_count; i++)
    if (ask->words[i].first <= token && token < ask->words[i].last) return &ask->words[i];
  return NULL;
}

static inline bool pair_is_word(const check_scene *scene, const check_word *w, size_t token) {
  return check_word_in(w, scene->page, token, token + 1);
}

static inline isnad_slice pair_words_of(const check_page *page, const store_mention *m) { return isnad_slice_at(page->text, m->span); }

static inline bool pair_begins_with(isnad_slice word, unsigned letter) {
  return word.length > 2 && (unsigned char)word.bytes[0] == (0xC0 | letter >> 6) && (unsigned char)word.bytes[1] == (0x80 | (letter & 0x3F));
}

/* What each of them tells instead, into `out`, and the name in whose place; ISNAD_POINT_NONE: nothing else is told. */
typedef isnad_claim_point pair_look(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                    const check_scene *scene);
pair_look check_other_doer, check_other_place, check_other_day;

#endif
