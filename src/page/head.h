/* The lines before the first paragraph of an article, while they are read. */
#ifndef ISNAD_PAGE_HEAD_H
#define ISNAD_PAGE_HEAD_H

#include "page/cut.h"

enum { HEAD_LEAST_WORDS = 3 }; /* of a headline */

typedef struct head {
  cut *c;
  size_t from, to, headline; /* headline == to: none; block `to` is the first paragraph when it is text */
  bool embedded;
} head;

/* --- headline.c --- */

/* Which of the lines is the headline; `to` when none is. */
size_t head_find_headline(const head *h);

/* The line's words stand in the first paragraph one after another: a name and an office, as the text under a picture gives them. */
bool head_is_quoted(const head *h, size_t at);

/* Moving bands of headlines, line under line over the article: they have nothing to do with its text. */
bool head_is_in_band(const head *h, size_t at);

/* --- head.c --- */

/* A line whose end stands in short brackets shows a picture's source. */
bool head_ends_in_credit(const cut *c, const cut_block *b);

/* «A - B»: a place and a name, a name and a medium. */
bool head_is_dashed(const cut *c, const cut_block *b);

/* The name of a medium that no table knows shows by coming back: as a picture's credit, in a by-line, beside the copyright. */
bool head_comes_back(const cut *c, size_t at);

#endif
