/* Who vouches to the reader for a fact, and who merely speaks: a logistic regression over what was read of a speaker, his verb and his words. Its
 * weights stand in data/vouch_weights.tsv and data/ar/vouch_words.tsv (docs/QUOTES.md). */
#ifndef ISNAD_NOTE_VOUCH_H
#define ISNAD_NOTE_VOUCH_H

#include "note/sources/source_subject.h"

enum { VOUCH_FEATURES = ISNAD_VOUCH_WEIGHTS_FEATURE_COUNT };

/* One who may vouch. Ranges of tokens are half-open, and empty where there is nothing. */
typedef struct vouch_case {
  subject of;
  const isnad_quote_note *quote; /* his statement; NULL: none was read */
  size_t who[2];                 /* his titles and his name */
  size_t office[2];              /* his office, where the article tells it */
  size_t said[2];                /* what is said */
} vouch_case;

/* What stands in the article about a source, and about a quote. False where it has no verb of
 * saying: who is cited behind "according to" vouches. */
bool vouch_of_source(vouch_case *out, const note_scan *s, const isnad_source_note *source);
bool vouch_of_quote(vouch_case *out, const note_scan *s, const isnad_quote_note *quote, isnad_source_note *source);

/* What a word says for or against its speaker; NULL: nothing. */
const isnad_vouch_words_row *vouch_word(uint64_t hash);

/* The features, in the order of the table. */
void vouch_features(double x[VOUCH_FEATURES], const vouch_case *c);
void vouch_read_who(double *x, const vouch_case *c);
void vouch_read_said(double *x, const vouch_case *c);
void vouch_read_place(double *x, const vouch_case *c);

/* Whether he vouches, by the sum of them. */
bool vouch_decide(const vouch_case *c);
/* The same, as if nobody else spoke: whether there is any fact to vouch for. */
bool vouch_may(const vouch_case *c);

#endif
