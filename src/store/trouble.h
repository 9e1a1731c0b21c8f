/* What is wrong with the captures of a store or with the file itself, as rows for `isnad doctor`. */
#ifndef ISNAD_STORE_TROUBLE_H
#define ISNAD_STORE_TROUBLE_H

#include "isnad/store.h"

typedef enum store_trouble {
  STORE_DAMAGE,      /* a line of SQLite's quick check */
  STORE_REFUSED,     /* name: the input; where: its line; words: why */
  STORE_REPAIRED,    /* name: the capture; count: repairs */
  STORE_UNDATED,     /* name: label, words: headline */
  STORE_NO_OUTLET,   /* name: label, words: headline */
  STORE_DATES_APART, /* name: a story whose stated dates lie more than `count` days apart; words: title */
  STORE_DOUBTED,     /* name: label; words: whom the report credits against what the text says */
  STORE_CORRECTIONS, /* name: label of an item that takes back an earlier one of its outlet, words: headline */
  STORE_TROUBLES
} store_trouble;

typedef struct store_trouble_row {
  isnad_slice name, words;
  int64_t count;
} store_trouble_row;

/* Hands over the rows of one kind, in the order of names. Bare headlines are not reported as undated or without outlet. Rows live until the call
 * returns. Returns ISNAD_OK, ISNAD_CANCELLED (take returned false), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status store_troubles(isnad_store *store, store_trouble kind, bool (*take)(void *context, const store_trouble_row *row), void *context,
                            isnad_err *err);

#endif
