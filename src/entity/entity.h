/* Who a store's articles name: the bearers that fit a name, and what the articles say of one. */
#ifndef ISNAD_ENTITY_ENTITY_H
#define ISNAD_ENTITY_ENTITY_H

#include "isnad/store.h"

/* One bearer. Strings are in the arena that was passed in. */
enum { ENTITY_FITS_PART = 1, ENTITY_FITS_WHOLE };
typedef struct entity_card {
  isnad_slice id, canonical, type, country, parent;
  uint64_t mentions, articles;
  unsigned fit; /* how it was found: a spelling holds what was asked for, or is it */
} entity_card;

/* The entity whose id `name` is; else the entities one of whose spellings holds every word of `name` (folded; proclitics stay), those that have no
 * other word first, then by articles, by mentions and by name; else
 * whose other spelling in the tables of names it is; else, of Latin words, those of whose id every word is a part ("Putin"), for which all entities
 * are read. The first name that is asked for costs the reading of all names (directory.h), later ones what they find. Returns ISNAD_OK (count may be
 * 0), ISNAD_STORE, ISNAD_NO_MEMORY. */
isnad_status entity_find(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err);

/* One article that names it, under which id inside the article. */
typedef struct entity_naming {
  int64_t article;
  isnad_slice local, story; /* story: its id; empty: it is in none */
  uint64_t mentions;
  int64_t when; /* the begin of the article's interval, from its page or its story; ENTITY_UNKNOWN: it has none */
  int64_t rank;
} entity_naming;
#define ENTITY_UNKNOWN INT64_MIN

/* The newest first, undated ones last; of one second in an order that comes of the articles' names. No row of an article is read: a thousandth of a
 * second for 2,000. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY. */
isnad_status entity_articles(entity_naming **out, size_t *count, isnad_arena *arena, isnad_store *store, const entity_card *card, isnad_err *err);

/* One statement that an article has of it: the key of a quote. */
typedef struct entity_statement {
  int64_t article, place;
} entity_statement;

/* In no order that means anything. Returns as above. */
isnad_status entity_statements(entity_statement **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err);

/* Words by which it is called and how often: a spelling of its name, or the words of an office with the article that said them first. */
typedef struct entity_words {
  isnad_slice words, office, article; /* office: id in data/offices.tsv; article: label */
  uint64_t times;
  int64_t first, last; /* seconds; 0: no article that says so has a date */
  isnad_span span;
} entity_words;

/* By times, then by words. */
isnad_status entity_spellings(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err);

/* The most said first, then by day of the first. */
isnad_status entity_offices(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err);

/* Whom articles call by an office of the table: `words` is the bearer's name, `article` its id; by day of the first. */
isnad_status entity_holders(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice office, isnad_err *err);

/* Hands over every entity in the order of ids. Returns ISNAD_OK, ISNAD_CANCELLED when `take` returned false, ISNAD_STORE. */
isnad_status entity_each(isnad_store *store, bool (*take)(void *context, const entity_card *card), void *context, isnad_err *err);

/* One office that the tables know the bearer to have held: "ru.president"; from and to are as in data/office_holders.tsv, NULL: open. */
typedef struct entity_office {
  const char *person, *office, *from, *to;
  const char *title, *holder; /* the office and the person as the press calls them; NULL: not in their table */
  uint32_t row;               /* of office_holders */
} entity_office;

/* The next row of the table at or after *row, which is moved on, with this person or this office (the empty one is not asked for). False: no more. */
bool entity_next_office(entity_office *out, uint32_t *row, isnad_slice person, isnad_slice office);

/* The id of the office that the words name; NULL when the table knows none. */
const char *entity_office_named(isnad_arena *arena, isnad_slice words, isnad_err *err);

#endif
