/* Rows of the tables by their keys, found by halving. */
#ifndef ISNAD_NOTE_NAME_ROWS_H
#define ISNAD_NOTE_NAME_ROWS_H

#include "note/word.h"

/* The rows of office_holders.tsv with one key, in the order of the table: rows[0] to rows[count - 1] index isnad_office_holders_rows. */
typedef struct holder_rows {
  const uint32_t *rows;
  size_t count;
} holder_rows;

/* All offices of a person (an id of people.tsv), and all who ever held an office ("us.president"). */
holder_rows name_offices_of(isnad_slice person);
holder_rows name_holders_of(isnad_slice office);

/* The rows with these ids, or NULL. */
const isnad_people_row *name_person_row(isnad_slice id);
const isnad_organizations_row *name_body_row(isnad_slice id);

#endif
