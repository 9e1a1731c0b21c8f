/* What the readers of an article's particulars share. */
#ifndef ISNAD_ARTICLE_READER_H
#define ISNAD_ARTICLE_READER_H

#include "isnad/article.h"

typedef struct origin_lines origin_lines; /* words.h */

/* One article while it is being read: its parts are those of the page whose `article` is its place. */
typedef struct article_reader {
  isnad_arena *arena;
  const isnad_page *page;
  const isnad_capture *capture;
  isnad_article *article;
  const isnad_article *lead; /* of the page, when it was read before; NULL */
  origin_lines *lines;       /* of the article, read once */
  uint32_t first, last;      /* parts [first, last) in which those of the article lie */
  const isnad_meta *judged;  /* the title of JSON-LD that was last asked for: is it another article's? */
  bool judged_other;
  bool failed; /* the arena refused */
} article_reader;

/* The next part of the article of this kind at or after `from`; reader->last when there is none. */
uint32_t article_part(const article_reader *r, isnad_part_kind kind, uint32_t from);

void article_read_names(article_reader *r); /* outlet, byline, origin */
void article_read_published(article_reader *r);
void article_read_keywords(article_reader *r);

/* --- statements.c, authors.c: what an HTML page states about its lead --- */

/* The publication as stated: ranked, the best in *out, and those of other days in the article; false when nothing is stated. `zone` is the outlet's
 * time zone, an IANA name, or empty. */
bool article_stated_published(article_reader *r, isnad_published *out, isnad_slice zone);

/* The outlet's time zone (data/outlets.tsv), or empty. */
isnad_slice article_zone(const article_reader *r);

/* Is the statement of JSON-LD that tells of another article: the title beside it shares no word with the headline, nor with the titles that are
 * stated elsewhere, of which one shares a word with the headline? */
bool article_is_of_another(article_reader *r, const isnad_meta *m);

void article_read_statements(article_reader *r); /* updated, section, image */
void article_read_authors(article_reader *r);

/* After the authors: the origin, when one of them is an agency and is shown at the head of the text. */
void article_read_agency(article_reader *r);

/* A name by its tokens [first, last): the outlet that the table knows by it, else the text as it stands. False when there is no word. */
bool article_named(isnad_named *out, const isnad_page *page, size_t first, size_t last, const char *rule);

/* The first date in tokens [first, last). */
bool article_stamp_in(isnad_published *out, const isnad_tokens *tokens, size_t first, size_t last);

/* The headlines in tokens [first, last), parted by dates and bars; calls `take` for each with the date after it (NULL: none). */
typedef void (*article_take_headline)(void *context, isnad_span headline, const isnad_published *published);
void article_split_headlines(const isnad_tokens *tokens, size_t first, size_t last, article_take_headline take, void *context);

#endif
