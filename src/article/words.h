/* Runs of tokens, and what the readers of names ask of them. */
#ifndef ISNAD_ARTICLE_WORDS_H
#define ISNAD_ARTICLE_WORDS_H

#include "article/reader.h"
#include "page/chars.h"
#include "page/dateline.h"
#include "page/filed.h"
#include "page/sign.h"
#include "tables.h"

typedef struct token_range {
  size_t first, last;
} token_range;

static inline uint32_t mark_of(const isnad_tokens *t, size_t at) {
  size_t ignored = 0;
  return isnad_token_is_word(t, at) ? 0 : char_at(t->text, t->items[at].span.begin, &ignored);
}

static inline size_t next_word(const isnad_tokens *t, size_t at, size_t last) {
  while (at < last && !isnad_token_is_word(t, at)) at++;
  return at;
}

static inline size_t words_in(const isnad_tokens *t, size_t first, size_t last) {
  size_t count = 0;
  for (; first < last; first++) count += isnad_token_is_word(t, first);
  return count;
}

static inline token_range trimmed(const isnad_tokens *t, size_t first, size_t last) {
  while (first < last && !isnad_token_is_word(t, first)) first++;
  while (last > first && !isnad_token_is_word(t, last - 1)) last--;
  return (token_range){first, last};
}

static inline isnad_span span_of(const isnad_tokens *t, token_range r) {
  return (isnad_span){t->items[r.first].span.begin, t->items[r.last - 1].span.end};
}

static inline bool is_place(const isnad_tokens *t, size_t at) { return page_place_at(t, at, t->count) > at; }

/* The outlet whose name the words are, with or without a noun for media before it. */
bool article_known_outlet(isnad_named *out, const isnad_tokens *t, token_range r);

/* The tokens of a part's value, or of the whole part. */
token_range article_value(const article_reader *r, const isnad_part *p);

/* The parts of «A - B», «A / B»; false when the line has none. */
bool article_dashed(const isnad_tokens *t, token_range line, token_range *a, token_range *b);

/* The first paragraph of the article; NULL when it has none. */
const isnad_part *article_first_paragraph(const article_reader *r);

/* The row of credits.tsv that the words are, to the last one; NULL. */
const isnad_credits_row *article_credit(const isnad_tokens *t, size_t first, size_t last);

/* Reads an agency or another medium, not a desk, and not agencies without a name. */
bool article_names_medium(const article_reader *r, token_range range, isnad_named *out, const char *rule);

/* Whom the date line credits, on a line above the text or in its first words: «Place, date (agency) -», «Place - agency». `named`: not «agencies». */
bool article_take_credit(const article_reader *r, const dateline *line, bool named, const char *rule, isnad_named *out);
bool article_dateline(const article_reader *r, bool named, isnad_named *out);

void article_read_outlet(article_reader *r);

/* The outlet whose domain the host is or ends in. */
bool article_outlet_of_host(isnad_named *out, isnad_slice host, const char *rule);

/* The day in an address; the number and the month of a date without a year. */
bool article_day_of_url(isnad_slice url, int64_t *days);
bool article_day_and_month(const isnad_tokens *tokens, size_t first, size_t last, int64_t *day, unsigned *month);

/* What the article has from its page (inherited.c); false: nothing. */
bool article_page_outlet(const article_reader *r, isnad_named *out);
bool article_page_day(const article_reader *r, isnad_published *out);

/* --- filed.c: the lines of origin --- */

typedef struct origin_line {
  const isnad_part *part;
  filed filed;
  bool over;   /* the headline */
  bool inside; /* behind the first paragraph, which may be a standfirst */
} origin_line;

enum { ORIGIN_LINES = 24 };

/* The lines around the headline and the first words of the text, as they are read once for each article. */
struct origin_lines {
  origin_line items[ORIGIN_LINES];
  size_t count;
  uint32_t headline; /* part; reader->last: none */
  filed opening;     /* no pieces: the text opens without a line of origin */
};

typedef enum writer_rank {
  WRITER_NONE,
  WRITER_DOUBTFUL, /* words that may be a name, where a name stands */
  WRITER_BARE,     /* a name alone on its line */
  WRITER_FILED,    /* beside a place or a medium */
  WRITER_LABELLED  /* "written by" */
} writer_rank;

void article_read_lines(article_reader *r);

/* Whom the line names as the writer, and how surely. */
writer_rank article_writer_in(const article_reader *r, const origin_line *line, token_range *out);

/* The writer in the first words of the text, behind a place or medium. */
bool article_opening_writer(const article_reader *r, token_range *out);

/* The medium that a line of origin names, or the first words of the text. */
bool article_filed_outlet(const article_reader *r, isnad_named *out);

/* The medium that a line of the page names (outlet_lines.c). */
bool article_lined_outlet(const article_reader *r, isnad_named *out);

#endif
