/* Keywords of some articles: the names they name and the words and phrases they say, by weight against the frequency table. */
#ifndef ISNAD_STORY_KEYWORDS_H
#define ISNAD_STORY_KEYWORDS_H

#include "base/map.h"
#include "isnad/arabic.h"

typedef struct keyword {
  isnad_slice words; /* as the text has them, without proclitics of conjunction and preposition, Persian letters made Arabic */
  double weight;
  uint32_t articles; /* that say it */
} keyword;

/* A name in an article: equal keys are one bearer. */
typedef struct keyword_name {
  isnad_span span;
  uint64_t key;
  isnad_slice words; /* its canonical name */
} keyword_name;

typedef struct keyword_text {
  isnad_slice text, headline; /* of the page; of the article */
  const isnad_span *body;
  size_t body_count;
  const isnad_tokens *tokens; /* of the body; NULL: they are cut here */
  const keyword_name *names;  /* in the order of their spans */
  size_t name_count;
} keyword_text;

typedef struct keyword_item keyword_item;

typedef struct keyword_bag {
  isnad_arena *arena;
  map places; /* key -> place in items + 1 */
  keyword_item *items;
  size_t count, room;
  uint32_t articles;
} keyword_bag;

/* Each returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT. The text must live as long as the bag. */
isnad_status keywords_new(keyword_bag *out, isnad_arena *arena, isnad_err *err);
isnad_status keywords_add(keyword_bag *bag, const keyword_text *article, isnad_err *err);

/* At most `most`, the heaviest first. Words that stand in a chosen phrase are not chosen again. */
isnad_status keywords_choose(keyword **out, size_t *count, keyword_bag *bag, size_t most, isnad_err *err);

#endif
