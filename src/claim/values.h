/* Values as they are meant, and whether two figures may answer one question. */
#ifndef ISNAD_CLAIM_VALUES_H
#define ISNAD_CLAIM_VALUES_H

#include "claim/rows.h"

/* Fills the values of a figure from what was read: an exact number holds for itself, a rounded one (three digits or fewer before its noughts, from
 * 1,000 on) for half its last digit on either side, "about" for a tenth (at least one, from eight on), a bound for half as much again. */
void claim_set_value(claim_figure *f, bool has_min, double min, bool has_max, double max, double factor);

/* Fills bucket, toll and people. */
void claim_set_bucket(claim_figure *f);

/* Whether both may be true of one thing. */
bool claim_values_agree(const claim_figure *a, const claim_figure *b);

/* The same number, meant the same way. */
bool claim_values_equal(const claim_figure *a, const claim_figure *b);

/* A number that two reports hardly have by chance: at least 1,000, or three digits that are no round number. */
bool claim_value_tells(const claim_figure *f);

/* What two figures say of place, time and claimant. */
typedef enum claim_meeting { MEET_UNKNOWN, MEET_SAME, MEET_APART } claim_meeting;

/* The value of a version, whose unit is so many of the base unit, with nothing else. */
claim_figure claim_version_value(const isnad_claim_version *v, isnad_slice measure, double factor);

/* How many seconds lie between the publishing of two reports; 0 when one has no time. */
int64_t claim_gap(const isnad_claim_mention *a, const isnad_claim_mention *b);

claim_meeting claim_places(const claim_figure *a, const claim_figure *b);
claim_meeting claim_times(const claim_figure *a, const claim_figure *b);
claim_meeting claim_holders(const claim_figure *a, const claim_figure *b);
/* A minister and his ministry share a word, and are one claimant. */
claim_meeting claim_claimants(const isnad_claim_mention *a, const claim_content *a_words, const isnad_claim_mention *b, const claim_content *b_words);

#endif
