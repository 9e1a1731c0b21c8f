/* The walk over a page from the first paragraph of its article on, and what its parts share. */
#ifndef ISNAD_PAGE_WALK_H
#define ISNAD_PAGE_WALK_H

#include "page/cut.h"

enum { WALK_LISTED_WORDS = 3, WALK_HEADED_LINES = 3 }; /* shorter lines of a list are labels; so many headlines under a heading are a list */

typedef enum state {
  IN_TEXT, /* paragraphs of the article */
  IN_TAIL, /* after its source line or keywords */
  IN_LIST, /* headlines of other articles */
  IN_COMMENTS,
  IN_FOOT /* after the first line of the foot */
} state;

typedef struct walker {
  cut *c;
  state now;
  bool embedded;    /* the article is one under another */
  bool tail;        /* the article's end was marked */
  bool text_seen;   /* the article has a paragraph */
  bool listed_text; /* the list before had paragraphs under its headlines */
  bool filed;       /* the article opens with an agency's date line */
  size_t first;     /* the first paragraph of the article under another that is read */
} walker;

static inline const cut_block *block_at(const walker *w, size_t at) { return &w->c->blocks[at]; }

static inline isnad_part_kind text_kind(const walker *w) { return w->embedded ? ISNAD_PART_EMBEDDED_BODY : ISNAD_PART_BODY; }

static inline void decide(walker *w, size_t at, isnad_part_kind kind) { cut_decide(w->c, at, kind); }

/* --- items.c: reports in a row --- */

bool walk_is_filed(const walker *w, size_t at);
bool walk_opens_item(const walker *w, size_t at);
bool walk_heads_article(const walker *w, size_t at);

static inline void text(walker *w, size_t at) {
  if (!w->text_seen) w->filed = walk_is_filed(w, at);
  decide(w, at, text_kind(w));
  w->text_seen = true;
  w->now = IN_TEXT;
  w->tail = false;
}

/* --- what follows --- */

static inline size_t prose_run(const walker *w, size_t at, size_t most) {
  size_t count = 0;
  while (at + count < w->c->count && count < most && block_at(w, at + count)->text) count++;
  return count;
}

/* Is there more of the article's text after `at`, nothing between but lines and furniture that interrupts? */
static inline bool text_follows(const walker *w, size_t at) { return w->c->text_after[at < w->c->count ? at : w->c->count] < w->c->count; }

/* Does the paragraph go on from one before it? The first paragraph of an article never does. */
static inline bool goes_on(const walker *w, size_t at) { return block_at(w, at)->l.continues; }

/* May the line `at` be the headline of the paragraph after it? */
static inline bool heads(const walker *w, size_t at, size_t paragraph) {
  uint32_t shared = cut_shared_words(w->c, at, paragraph);
  return !goes_on(w, paragraph) && (shared >= 3 || (shared == 2 && block_at(w, at)->l.words <= 8));
}

/* --- lists.c: what stands under "read also" and in lists of headlines --- */

/* Reads a marker and what belongs to it, a line or a paragraph of a list; each returns the block to go on with. */
size_t walk_read_also(walker *w, size_t at);
size_t walk_list_heading(walker *w, size_t at);
size_t walk_listed_line(walker *w, size_t at);
size_t walk_listed_text(walker *w, size_t at);

/* A second article opens at line `from`: reads what stands before its first paragraph, and returns that. */
size_t walk_embed(walker *w, size_t from, size_t paragraph);
bool walk_opens_article(const walker *w, size_t from, size_t paragraph, bool announced);

/* Lines from `from` on, then paragraphs: the first paragraph, or the count of blocks when the lines lead to none. */
size_t walk_paragraph_after(const walker *w, size_t from);

/* --- lines.c: lines that are no paragraphs --- */

size_t walk_lines_in_text(walker *w, size_t at);
size_t walk_lines_in_tail(walker *w, size_t at);

#endif
