/* How the words of two editions of one page stand to each other: the same in the same order, moved, put in, taken out. */
#ifndef ISNAD_VIEW_EDITION_WORDS_H
#define ISNAD_VIEW_EDITION_WORDS_H

#include "reuse/text.h"

typedef enum edition_act { EDITION_CHANGED, EDITION_ADDED, EDITION_REMOVED, EDITION_MOVED } edition_act;

/* Words [a, a_end) of the earlier edition against [b, b_end) of the later; one side is empty of what was added or removed. */
typedef struct edition_run {
  uint32_t a, a_end, b, b_end;
  edition_act act;
  bool headline;
  bool whole; /* whole sentences, on the sides that are not empty */
} edition_run;

typedef struct edition_words {
  uint32_t *to_b, *to_a; /* by word: the same word of the other edition, + 1; 0: it has none */
  edition_run *runs;     /* what differs, in the order of the earlier edition; the headline first */
  size_t count, room;
  uint32_t same; /* words that both have, in order or moved */
} edition_words;

/* Compares two editions: headline with headline, body with body. Passages that keep their order are chained so that most words stay (a weighted
 * longest increasing subsequence); one of at least eight words that went elsewhere was moved. `page` is the text that the spans of each side count
 * in. About linear in the words, but for up to 1,024 passages that are chained. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status edition_words_compare(edition_words *out, isnad_arena *arena, const reuse_text *a, isnad_slice a_page, const reuse_text *b,
                                   isnad_slice b_page, isnad_err *err);

#endif
