/* A text as its words, with a mark at each place where something stands that is looked for. */
#ifndef ISNAD_SEARCH_EXCERPT_MARKS_H
#define ISNAD_SEARCH_EXCERPT_MARKS_H

#include "search/excerpt.h"

/* The words of one stretch of text, as they are compared. */
typedef struct text_word {
  isnad_span span;
  uint64_t stem;
  isnad_slice form;
} text_word;

typedef struct mark {
  isnad_span span;
  double weight;
  uint32_t word, sought;
} mark;

typedef struct marking {
  isnad_arena *arena; /* scratch */
  const excerpt_words *words;
  text_word *text;
  size_t count;
  mark *marks; /* in the order of the text */
  size_t mark_count, mark_room;
  bool title, failed;
} marking;

/* Fills the words and the marks from the spans of `text`; arena, words and title are set before. */
isnad_status excerpt_mark(marking *m, isnad_slice text, const isnad_span *spans, size_t count, isnad_err *err);

#endif
