/* Answers that cannot both hold. Where in doubt they can. */
#ifndef ISNAD_CLAIM_TOLD_CLASH_H
#define ISNAD_CLAIM_TOLD_CLASH_H

#include "isnad/arabic.h"

/* Ids of places: two towns are two places; a country, an area or an unknown place contradicts none. Of events both must be towns by their rows. */
bool told_places_clash(isnad_slice a, isnad_slice b);
/* Whether one name says all words of the other: a town and its province, by one name. */
bool told_names_nest(isnad_arena *scratch, isnad_slice a, isnad_slice b);

bool told_towns_clash(isnad_slice a, isnad_slice b);
bool told_is_town(isnad_slice id);

/* Days "2025-04-14" and how they are printed: the same weekday a week away is a slip of reading unless both are dated. */
bool told_days_clash(isnad_slice a, isnad_slice b, isnad_slice a_words, isnad_slice b_words);

/* Whether the word is the adjective of a place ("Moroccan"): whose it is does not say of what an office is. */
bool told_is_adjective(const isnad_tokens *tokens, size_t at);

/* Offices as printed: one kind of which a person holds one (minister) of two things, or two that nobody holds together (the head of government, the
 * speaker of parliament). */
bool told_offices_clash(isnad_arena *scratch, isnad_slice a, isnad_slice b);

/* Persons as printed: every word of the shorter name that is in the longer, but for a spelling, makes them one. */
bool told_names_clash(isnad_arena *scratch, isnad_slice a, isnad_slice b);

/* Whether the text names it: its last word stands there, with or without proclitics. */
bool told_is_named(isnad_arena *scratch, isnad_slice text, isnad_slice name);

/* Letters to be changed to make one folded word of the other (Levenshtein 1966), two bytes each; of words too long to compare `most` + 1. */
unsigned told_word_distance(isnad_slice a, isnad_slice b, unsigned most);

/* Whether two minutes are those of one goal told otherwise: as far apart as clocks are. Farther apart they may be two goals. */
bool told_minutes_clash(isnad_slice a, isnad_slice b);

/* Whether both name one day of the week and neither a number: then it is one day, whatever was made of them. */
bool told_same_weekday(isnad_arena *scratch, isnad_slice a_words, isnad_slice b_words);

/* Whether two reports tell an event and its day or place in the same words (folded; four of more than two letters, six tenths of the shorter): then
 * it is one event. The first sixteen tokens of each are asked. */
bool told_in_same_words(isnad_arena *scratch, isnad_slice a, isnad_slice b);

#endif
