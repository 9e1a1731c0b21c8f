/* Small questions about the words around a figure. */
#ifndef ISNAD_CLAIM_FIGURE_WORDS_H
#define ISNAD_CLAIM_FIGURE_WORDS_H

#include "claim/scan.h"

/* How far from a number words about a span of time or another event may stand, in tokens. */
enum { FIGURE_SPAN_REACH = 14 };

/* A thing that begins so is a nation: its country stands behind. */
#define FIGURE_NATION "nation."

/* The measure of a number that is a piece of a name: no claim is made of it. */
#define FIGURE_IN_NAME "name"

/* Before the measure of a number that its sentence denies: nobody claims it, and who denies it stands beside those who do. */
#define FIGURE_DENIED "denied."

bool figure_is_nation(isnad_slice thing);

/* Where a figure stands: its number [first, last), and the token behind its noun. */
typedef struct figure_place {
  size_t first, last, behind;
} figure_place;

/* Whether the state is one that is counted as reports come in (role toll of claim_words.tsv). */
bool figure_is_toll(isnad_slice state);

/* Whether the state befalls people only, or the living; whether the thing is a listed one that is neither people nor animals. */
bool figure_hurts(isnad_slice state);
bool figure_is_object(isnad_slice thing);

/* Whether the state can be said of such a number: nobody is "priced" or "indebted" by the head. */
bool figure_state_fits(isnad_slice state, isnad_slice measure);

/* What is counted again and again in sport: goals, points, matches. */
bool figure_is_sport(isnad_slice thing);

/* A currency: codes of three capital letters, or a name that no country has. */
bool figure_is_amount(isnad_slice measure);

/* What has a price (role goods). */
bool figure_is_goods(isnad_slice thing);

/* What somebody has: seats, votes, goals, points, medals, titles. */
bool figure_is_held(isnad_slice thing);

/* Whether the thing is listed as people. */
bool figure_is_people(isnad_slice thing);

/* A folded verb in the plural of persons, or with the pronoun that takes a noun up. */
bool figure_word_takes_up(isnad_slice form);

/* A folded "from", "of", "with", "against" or "to": what follows is not where. */
bool figure_word_turns(isnad_slice form);

/* A folded "of", a folded "in", a folded "to". */
bool figure_word_is_to(isnad_slice form);
bool figure_word_is_of(isnad_slice form);
bool figure_word_is_in(isnad_slice form);

/* A listed word of denial of this key: "deny", "but", "not". */
bool figure_word_denies(const claim_word *word, const char *key);

/* A folded "is not", with "and" or without: the copula, not the particle before a verb. */
bool figure_word_is_not(isnad_slice form);

/* A folded "that", alone or with a pronoun, behind a verb. */
bool figure_word_is_that(isnad_slice form);

/* A folded "off", "at the age of". */
bool figure_word_is_off(isnad_slice form);

/* A folded "which": a verb follows, and no name. */
bool figure_word_relates(isnad_slice form);

/* A folded "of them". */
bool figure_word_is_of_them(isnad_slice form);

/* Whether the last `bytes` (two or four) of a folded word are an ending of case or number: alef; yeh, waw or alef with noon. */
bool figure_word_has_ending(isnad_slice form, size_t bytes);

/* What a noun may be without the pronoun at its end: the rest, the rest with teh marbuta for teh, with noon behind yeh or waw. How many; 0: it has
 * none. */
enum { FIGURE_ENDINGS = 2 };
size_t figure_without_pronoun(isnad_slice out[FIGURE_ENDINGS], isnad_arena *arena, isnad_slice form);

/* The form with yeh for its last letter: the folded alef maksura that a pronoun had made an alef. */
isnad_slice figure_with_yeh(isnad_arena *arena, isnad_slice form);

/* Whether a mark that ends a clause stands in [first, last). */
bool figure_words_break(const claim_scan *s, size_t first, size_t last);

/* Whether a number of a figure stands in [first, last). */
bool figure_between(const claim_scan *s, size_t first, size_t last);

/* Whether the number that begins here is joined to what stands before it by "and". */
bool figure_joined(const claim_scan *s, size_t first);

/* Whether the token is a piece of a figure's number. */
bool figure_covers(const claim_scan *s, size_t at);

#endif
