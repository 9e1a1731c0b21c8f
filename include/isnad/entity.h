/* isnad/entity.h - persons, places and bodies across articles: one bearer with its spellings, and its offices over time.
 *
 * A name that a row of a table knows is the row's. Other names are counted by spelling (all letters of the name, spaces, hyphens and marks aside);
 * spellings of one name are joined when both the letters and the company in which they are named speak for it. Method and rule of ids:
 * docs/ENTITIES.md.
 */
#ifndef ISNAD_ENTITY_H
#define ISNAD_ENTITY_H

#include "isnad/store.h"

/* Takes `count` new articles (row ids, not yet woven) into the tables bearer, entity_cell, entity_spelling, entity_office and entity, inside the
 * batch that the caller opened. What is in the tables afterwards depends on the set of woven articles alone. Costs what the new articles name, and
 * for each name the spellings close to it; not the store. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT, ISNAD_STORE, ISNAD_IO; after a failure the
 * batch can only be rolled back. */
ISNAD_API isnad_status isnad_entity_weave(isnad_store *store, const int64_t *articles, size_t count, isnad_err *err);

/* Whether two full names of persons may be spellings of one name, by their letters alone: the edits between them (0: the same letters), or -1. The
 * patterns are those by which Arabic spellings of foreign names differ: a vowel letter more or less, letters for one sound, letters that differ by
 * dots. Names of the Arab tables are spelled in one way and must agree. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_entity_spelling_edits(int *edits, isnad_arena *arena, isnad_slice a, isnad_slice b, isnad_err *err);

#endif
