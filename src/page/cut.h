/* Cutting a page into parts: the signs of its blocks read in order. The same for text and HTML, which differ only in their blocks. */
#ifndef ISNAD_PAGE_CUT_H
#define ISNAD_PAGE_CUT_H

#include "page/sign.h"

typedef struct cut_block {
  const isnad_block *block;
  look l;
  sign s;
  bool prose;   /* a paragraph of running text without a sign */
  bool text;    /* belongs to running text when it stands in it: prose, a short sentence with its stop, a turn of an interview */
  bool menu;    /* many words and hardly a small one: over the article, a menu; in it, a list of names */
  uint8_t kind; /* isnad_part_kind */
  uint8_t crosshead;
  uint8_t opens; /* an article under another begins here */
} cut_block;

typedef struct cut {
  isnad_page *page;
  cut_block *blocks;
  size_t count;
  uint32_t *text_after; /* the next block at or after i that is text; count when a sign that ends an article comes first */
  uint32_t *run_end;    /* the first block at or after i that is text or has a sign */
} cut;

/* page->blocks -> page->parts. Linear in the tokens. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status page_cut(isnad_page *page, isnad_arena *arena, isnad_err *err);

/* --- used between the files of the cutter --- */

void cut_decide(cut *c, size_t at, isnad_part_kind kind);

/* The kind that a sign stands for wherever it is; false for those whose place decides. */
bool cut_plain_kind(const sign *s, isnad_part_kind *kind);

/* A line without a sign that is not running text. */
bool cut_is_line(const cut *c, size_t at);

/* What stands before the first paragraph of an article: names its headline and the lines around it. */
void cut_head(cut *c, size_t from, size_t to, bool embedded);

/* Does the line repeat the title that stands at the top of the page? */
bool cut_repeats_title(const cut *c, size_t at);

/* A page of headlines without an article. */
bool cut_is_front(const cut *c);
void cut_front(cut *c);

/* From the first paragraph on. */
void cut_body(cut *c, size_t from);

/* How many words of weight a headline shares with the begin of a paragraph. */
uint32_t cut_shared_words(const cut *c, size_t headline, size_t paragraph);

#endif
