/* Runs of tokens, and what the readers of names ask of them. */
#ifndef ISNAD_ARTICLE_WORDS_H
#define ISNAD_ARTICLE_WORDS_H

#include "article/reader.h"
#include "page/chars.h"
#include "page/dateline.h"
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

/* The medium that a line of the page names (outlet_lines.c). */
bool article_lined_outlet(const article_reader *r, isnad_named *out);

#endif
