/* What a page tells in the place of a name, a place or a day that is asked for. */
#ifndef ISNAD_CLAIM_CHECK_PAIRS_H
#define ISNAD_CLAIM_CHECK_PAIRS_H

#include "claim/check/check.h"

enum { CHECK_NO_LEAD = CHECK_ROLES };

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

/* Where the name begins, proclitics left out. */
static inline uint32_t pair_begin(const check_ask *ask, const check_name *n) { return (uint32_t)(n->words.bytes - ask->page.text.bytes); }

/* The role of the particle before the name that begins at byte `begin` in token `at`: IN (also bi-, joined), TO, FROM, OVER; CHECK_NO_LEAD. A noun
 * for a town between the two is passed over. */
int pair_lead(const check_table *table, const isnad_tokens *tokens, size_t at, uint32_t begin);

/* The country that a page has behind the noun of the office of who is asked for, where the sentence has another's; empty: none. */
isnad_slice pair_other_state(const check_looking *l, const check_name *n, const check_page *page);

/* What each of them tells in the place of the name; empty: nothing. */
isnad_slice pair_other_doer(const check_looking *l, const check_name *n, const check_scene *scene);
isnad_slice pair_other_nation(const check_looking *l, const check_name *n, const check_scene *scene);
isnad_slice pair_other_place(const check_looking *l, const check_name *n, const check_scene *scene);

/* The word beside which the name does something; NULL. Whether it is the first word of the sentence that says what is done. */
const check_word *pair_act(const check_looking *l, const check_name *n);
bool pair_is_act(const check_looking *l, const check_name *n);

/* Whether the name stands right beside a word that is asked for. */
bool pair_acts_in(const check_looking *l, const check_scene *scene, const check_name *n);

/* The only name of its kind in the scene that nobody asks for: it stands where the one that is asked for would. `near`: only beside the word beside
 * which that is asked for. */
isnad_slice pair_left_over(const check_looking *l, const check_name *n, const check_scene *scene, bool near);

/* Whether the mention is of who says what the scene tells, or what is asked. */
bool pair_speaks(const check_looking *l, const check_page *page, const store_mention *m);

/* Whether the scene does not bear out who does it: it names another first. *words: the name that is asked for. */
bool pair_is_doubtful(isnad_slice *words, const check_looking *l, const check_scene *scene);

/* Whether two names stand in one another's place (check_places.c). *words: the first of them. */
bool pair_changed_places(isnad_slice *words, const check_looking *l, const check_scene *scene);

/* The days that are asked for. */
void pair_days(check_reading *r, const check_looking *l, const check_scene *scene);

#endif
