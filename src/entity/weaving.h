/* What the steps of weaving entities share.
 *
 *   overrides.c  data/entity_overrides.tsv by letters
 *   bearers.c    the bearers of one new article, each under its cell: a row of a table, or one spelling letter by letter
 *   cells.c      the cells of one article in one value
 *   offices.c    the office that the words beside a name mean
 *   ledger.c     the sums of what the new articles add, until they are written
 *   company.c    what a cell's articles tell of its bearer: who else is named there, which offices and countries
 *   groups.c     the cells of one block: which of them are one person
 *   weave.c      the order of the steps, and the table entity
 */
#ifndef ISNAD_ENTITY_WEAVING_H
#define ISNAD_ENTITY_WEAVING_H

#include "base/map.h"
#include "entity/name.h"
#include "isnad/entity.h"
#include "store/sql.h"

#define ENTITY_UNDATED INT64_C(253402300800) /* behind every day */

/* A spelling of the table of people. Thousands are made for each weave, and of those few blocks that are grouped the names are read again. */
typedef struct known_person {
  uint64_t block;
  uint32_t row, place; /* of people; among all spellings */
  isnad_slice text;
} known_person;

typedef struct override {
  isnad_slice letters, other; /* other: an id, or letters */
  bool same;
} override;

struct ledger;

typedef struct weaving {
  isnad_store *store;
  isnad_arena *arena;   /* of the whole weave */
  isnad_arena *scratch; /* of one article or block */
  isnad_err *err;
  const known_person *people; /* full spellings of the table, by block */
  size_t people_count;
  map rows;           /* hash of a person's id: row + 1 */
  map bodies, places; /* the same of organizations and places */
  const override *overrides;
  size_t override_count;
  map touched; /* blocks whose cells are to be grouped anew */
  map simple;  /* hashes of the cells that are entities by themselves and whose counts changed, in `simple_ids` */
  isnad_slice *simple_ids;
  size_t simple_count, simple_room;
  struct ledger *ledger; /* what was added and is not written yet */
  map weights;           /* hash of a cell: its weight + 1, as it was read once everything was written */
} weaving;

/* weave.c */
isnad_status weaving_touch_entity(weaving *w, isnad_slice id);
isnad_status weaving_refresh(weaving *w, isnad_slice entity);

/* overrides.c: fills people, rows and overrides. */
isnad_status weaving_read_tables(weaving *w);
/* The name or id that these letters are forced to mean; empty: none. */
isnad_slice weaving_forced(const weaving *w, isnad_slice letters);
/* Whether the two are never to be joined; each is an id or letters. */
bool weaving_parted(const weaving *w, isnad_slice a_id, isnad_slice a_letters, isnad_slice b_id, isnad_slice b_letters);
/* The first of the spellings of people in a block; *count tells how many. */
const known_person *weaving_people(const weaving *w, uint64_t block, size_t *count);
/* The row of a person's id + 1; 0: it is none. */
uint32_t weaving_person_row(const weaving *w, isnad_slice id);

/* bearers.c */
isnad_status weaving_take_article(weaving *w, int64_t article);

/* cells.c: writes the cells of an article, which come in no order; and reads them one after another, false at the end. */
isnad_status cells_put(weaving *w, int64_t article, isnad_slice *cells, size_t count);
bool cells_next(isnad_slice *cell, isnad_slice *packed);

/* offices.c: the office that a phrase names, NULL when data/offices.tsv knows none or its bearer holds it no more; the words folded, without marks.
 */
const char *office_of_words(isnad_slice *phrase, isnad_slice *country, isnad_arena *arena, isnad_slice words, isnad_err *err);

/* groups.c: groups the cells of a block, and writes their entities. */
isnad_status weaving_group(weaving *w, uint64_t block);

/* company.c */
enum { MOST_COMPANY = 1024, MOST_OFFICES = 24 };
typedef struct company {
  map with; /* hash of a cell: its weight in thousandths */
  const char *offices[MOST_OFFICES];
  uint64_t phrases[MOST_OFFICES]; /* hashes of offices and of long phrases */
  size_t office_count;
  uint64_t countries; /* bits of hashes */
  bool found;
} company;
isnad_status company_read(company *out, weaving *w, isnad_slice cell, uint32_t person_row);
/* How much speaks for one bearer; below zero: the two are named side by side, as two. */
double company_shared(const company *a, uint64_t a_cell, const company *b, uint64_t b_cell);
isnad_status company_join(company *into, const company *from);

#endif
