/* Words that somebody asks for, held against what reports are compared by: in any form of a word, under any spelling of a name. */
#ifndef ISNAD_STORY_ABOUT_H
#define ISNAD_STORY_ABOUT_H

#include "isnad/arabic.h"

enum { ABOUT_WORDS = 16, ABOUT_WAYS = 6 };

/* One word: the stems and the bearers of names by which it may be told. */
typedef struct about_word {
  uint64_t ways[ABOUT_WAYS];
  uint32_t count;
  bool common; /* too common to be a term of a report */
} about_word;

typedef struct about {
  about_word words[ABOUT_WORDS];
  uint32_t count;
} about;

/* Words beyond ABOUT_WORDS are not asked for. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status about_read(about *out, isnad_arena *arena, isnad_slice words, isnad_err *err);

/* The weight that the words have among the packed terms of a report; 0 when one of them is not there, or all are too common to be terms. */
double about_weight(const about *asked, isnad_slice packed_terms);

/* Whether a sentence says one of the words that are not too common (any, when all are). */
bool about_says(const about *asked, const isnad_tokens *tokens, size_t first, size_t last);

#endif
