/* What a line between two paragraphs is to the reports above and below it. */
#ifndef ISNAD_PAGE_ITEM_ROLE_H
#define ISNAD_PAGE_ITEM_ROLE_H

#include "page/items.h"

enum { ITEM_TITLE_WORDS = 3 };

typedef enum role {
  ROLE_LINE,
  ROLE_STAMP,
  ROLE_AGO,
  ROLE_WRITER,
  ROLE_RULE,
  ROLE_CREDIT,
  ROLE_END,
  ROLE_BUTTON,
  ROLE_ANNOUNCES, /* «read also» */
  ROLE_COUNTER,   /* «4 comments» */
  ROLE_FURNITURE,
  ROLE_BREAK /* no gap: a list, the comments, the foot */
} role;

role page_item_role(const cut *c, size_t at);

/* By its length and end. */
bool page_item_may_head(const cut_block *b);

/* Does a short line stand elsewhere on the page, below its first text (`below`) or above it? */
bool page_item_comes_back(const cut *c, size_t first, size_t at, bool below);

#endif
