/* The words by which a sentence is checked (data/ar/check_words.tsv), and those that deny. */
#ifndef ISNAD_CLAIM_CHECK_WORDS_H
#define ISNAD_CLAIM_CHECK_WORDS_H

#include "base/map.h"
#include "isnad/arabic.h"
#include "tables.h"

enum { CHECK_ROLES = ISNAD_CHECK_WORDS_ROLE_EXCEPT + 1 };

/* Of each role: stem -> the rows that have it, on the one side and on the other. */
typedef struct check_table {
  map one[CHECK_ROLES], other[CHECK_ROLES];
} check_table;

isnad_status check_words_read(check_table *out, isnad_arena *arena, isnad_err *err);

/* The stem of a word, by which the table is asked; 0: it is no word. */
uint64_t check_stem(const isnad_tokens *tokens, size_t at);

/* The same of a word as a table writes it; 0: it folds to nothing. */
uint64_t check_word_stem(isnad_arena *scratch, isnad_slice word);

/* Whether a row of the role has the stem on its one side; the rows that have it on a side (0 the one, 1 the other), 0: none; whether two such
 * answers share a row. */
bool check_is(const check_table *table, isnad_check_words_role role, uint64_t stem);
uint64_t check_rows(const check_table *table, isnad_check_words_role role, int side, uint64_t stem);
bool check_rows_meet(uint64_t a, uint64_t b);

/* Whether the stem is of a word of doing, a verb or its noun, by the rows of other wordings. */
bool check_is_act(const check_table *table, uint64_t stem);

/* Takes the next form of a cell, whose forms | separates. */
isnad_slice check_next_form(isnad_slice *rest);

/* A word of winners (1), of losers (2), or neither. */
int check_wins(const check_table *table, uint64_t stem);

/* The first of tokens [first, last) that is of the role; SIZE_MAX: none. */
size_t check_find_role(const check_table *table, isnad_check_words_role role, const isnad_tokens *tokens, size_t first, size_t last);

/* What a word of denial does. */
typedef enum check_denial {
  CHECK_SAYS_NOTHING,
  CHECK_NOT,    /* no of the word behind it: "did not" */
  CHECK_DENIES, /* no of the clause: "denied that" */
  CHECK_NEWS,   /* stands before what is denied: "the news of" */
  CHECK_BUT     /* behind it who denies goes on */
} check_denial;

/* *taken: how many tokens it takes. */
check_denial check_denial_at(size_t *taken, const isnad_tokens *tokens, size_t at);

#endif
