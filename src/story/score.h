/* How much two reports look like one event: a logistic model over a handful of features, its weights in data/story_weights.tsv. */
#ifndef ISNAD_STORY_SCORE_H
#define ISNAD_STORY_SCORE_H

#include "story/report.h"

/* LINK_LEAST: what is less likely is not kept. */
enum { SCORE_FEATURES = 30, SCORE_ONE = 1000, LINK_LEAST = 50 };

/* The features in the order of the table; false: something forbids that the two tell one event. */
bool score_features(double out[SCORE_FEATURES], const report *a, const report *b);

/* 0 to SCORE_ONE: how likely it is that both tell one event, by the weights for two full reports, one bare headline, or two. */
unsigned score_reports(const report *x, const report *y);

#endif
