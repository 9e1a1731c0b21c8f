/* The main actors of a story: the persons, places and bodies of the tables that most of its reports name, by the terms they are compared by. */
#ifndef ISNAD_STORY_ACTORS_H
#define ISNAD_STORY_ACTORS_H

#include "base/map.h"
#include "story/report.h"

enum { STORY_ACTORS = 6 };

/* The rows of the tables by the hashes of their ids. */
typedef struct actor_index {
  map rows;
} actor_index;

bool actors_index_new(actor_index *out, isnad_arena *arena);

/* The name of an id; the id itself when no table has it. */
isnad_slice actors_name(const actor_index *index, isnad_slice id);

/* The terms of reports that may be actors, kept from when they were read for their links to when their stories are written: a few of each. */
typedef struct actor_terms {
  isnad_arena *arena;
  map places; /* id of a report -> its list */
} actor_terms;

bool actor_terms_new(actor_terms *out, isnad_arena *arena, size_t expected);
bool actor_terms_keep(actor_terms *terms, const report *r); /* false: no memory */

/* Gives a report these as its terms; false: it was never kept. */
bool actor_terms_take(report *r, const actor_terms *terms);

/* Ids between bars, the most named first, at most STORY_ACTORS; the reports have their terms, or those of them that may be actors. A capital stands
 * for its country: who tells what Moscow decided tells what Russia did. Empty without memory, or when nobody is named. */
isnad_slice actors_of(isnad_arena *arena, const actor_index *index, const report *told, size_t count);

/* A row of the places that is a continent or an area such as the West or the Middle East: named in everything, acting in nothing. */
bool actors_is_wide(size_t place_row);

#endif
