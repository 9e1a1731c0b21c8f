/* What the readers of claims share while one article is prepared: its sentences, and the words of claim_words.tsv in one of them. */
#ifndef ISNAD_CLAIM_SCAN_H
#define ISNAD_CLAIM_SCAN_H

#include "claim/terms.h"
#include "isnad/claim.h"
#include "isnad/note.h"
#include "tables.h"

/* The most tokens that are taken as one sentence. */
enum { CLAIM_SENTENCE_MOST = 1000 };

typedef struct claim_sentence {
  size_t first, last; /* tokens */
  isnad_span span;
  bool headline;
} claim_sentence;

/* One listed word in a sentence. */
typedef struct claim_word {
  size_t first, last; /* tokens */
  const isnad_claim_words_row *row;
  uint8_t cut;
} claim_word;

/* One number of a figure, by where it begins. */
typedef struct claim_number {
  uint32_t begin, end;
  uint32_t most, least; /* the last end of those up to it, the first end of those from it on */
} claim_number;

typedef struct claim_scan {
  isnad_arena *arena;
  const isnad_page *page;
  const isnad_article *article;
  const isnad_tokens *tokens;
  claim_listing listing;
  claim_sentence *sentences; /* by place on the page */
  size_t sentence_count;
  claim_number *numbers; /* of the article's figures */
  size_t number_count;
  const isnad_prepared_figure *prepared; /* the figures that were read */
  const claim_sentence *at;              /* the sentence whose words these are */
  claim_word *words;
  size_t word_count, word_room;
  isnad_slice whole; /* its packed terms, once a toll has asked for them (figure_around.c) */
  isnad_err *err;
} claim_scan;

isnad_status claim_sentences(claim_scan *s);

/* Sorts the numbers of the article's figures (scan_numbers.c). False when the arena refuses. */
bool claim_numbers(claim_scan *s);

/* Whether a number touches the span; whether one lies in it. */
bool claim_number_touches(const claim_scan *s, isnad_span span);
bool claim_number_inside(const claim_scan *s, isnad_span span);

/* The sentence that holds a byte of the page; NULL. */
const claim_sentence *claim_sentence_at(const claim_scan *s, uint32_t offset);

/* Makes it the one whose words are looked up. False when the arena refuses. */
bool claim_look_at(claim_scan *s, const claim_sentence *sentence);

/* The token that holds a byte, or the next one. */
size_t claim_token_at(const claim_scan *s, uint32_t offset);

/* Whether a span lies in the text of the page; its tokens [first, last). */
bool claim_in_page(const claim_scan *s, isnad_slice words, size_t *first, size_t *last);

/* The parts of the stage (figure_context.c, quote_context.c, told.c). */
isnad_status claim_prepare_figures(isnad_prepared_figure **out, claim_scan *s);
isnad_status claim_prepare_quotes(isnad_prepared_quote **out, claim_scan *s);
isnad_status claim_prepare_told(isnad_prepared_told **out, size_t *count, claim_scan *s);

#endif
