/* The tables of data/: which file, which columns, what may stand in them. To add a table, add its columns here, a row in `schemas`,
 * and its name to isnad_table in include/isnad/arabic.h. */
#ifndef ISNAD_TOOLS_SCHEMA_H
#define ISNAD_TOOLS_SCHEMA_H

#include "isnad/arabic.h"

#include <stddef.h>

typedef enum column_kind {
  COLUMN_TEXT,    /* any text; "-" means absent */
  COLUMN_ID,      /* text, unique in its table */
  COLUMN_KEY,     /* text by which rows are looked up; several may share it */
  COLUMN_NUMBER,  /* a whole number */
  COLUMN_DECIMAL, /* a number of degrees or the like, kept as text; "-" means absent */
  COLUMN_WEIGHT,  /* a decimal number, compiled as one */
  COLUMN_ENUM,    /* one of `values` */
  COLUMN_PHRASE,  /* a phrase to match */
  COLUMN_PHRASES, /* phrases separated by |, or "-" */
  COLUMN_WHY      /* must be there; not compiled in */
} column_kind;

typedef struct column {
  const char *name;
  column_kind kind;
  const char *values; /* COLUMN_ENUM: separated by spaces */
} column;

typedef struct schema {
  const char *name; /* of the C identifiers: isnad_<name>_rows */
  const char *file; /* below data/ */
  const column *columns;
  size_t count;
} schema;

enum { SCHEMA_COUNT = ISNAD_TABLE_COUNT, MOST_COLUMNS = 16 };

extern const schema schemas[SCHEMA_COUNT]; /* in the order of isnad_table */

#endif
