/* A name, a word or a phrase that may be a keyword, as the bag counts it. */
#ifndef ISNAD_STORY_KEYWORD_ITEM_H
#define ISNAD_STORY_KEYWORD_ITEM_H

#include "story/keywords.h"

enum { MOST_WORDS = 3 }; /* of a phrase */

/* What a word counts beside a name that is as rare. */
static const double word_share = 0.55;

struct keyword_item {
  uint64_t key, parts[MOST_WORDS]; /* of the words in it */
  isnad_slice words;
  double bits;
  uint32_t times, articles, last; /* last: the article counted last */
  uint8_t part_count;
  bool headline, name;
};

#endif
