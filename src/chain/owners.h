/* Who owns an outlet: two outlets of one owner are not independent. */
#ifndef ISNAD_CHAIN_OWNERS_H
#define ISNAD_CHAIN_OWNERS_H

#include "base/map.h"

typedef struct chain_owners {
  map rows; /* hash of an outlet's id -> row of outlets.tsv + 1 */
} chain_owners;

bool chain_owners_new(chain_owners *out, isnad_arena *arena);

/* Whether the outlets' table has a row of this id. */
bool chain_is_outlet(const chain_owners *owners, isnad_slice id);

/* What kind of outlet the table says it is (an isnad_outlets_kind); -1: it has no row. */
int chain_outlet_kind(const chain_owners *owners, isnad_slice id);

/* The same number for everything that one owner publishes: from the outlet's id when the table knows it, else from its name. 0: neither is known. */
uint64_t chain_owner_of(const chain_owners *owners, isnad_slice id, isnad_slice name);

/* A name that says only what kind of medium is meant ("agencies", "media reports"), no one in particular. */
bool chain_is_generic(isnad_arena *arena, isnad_slice name);

/* "Our reporter": the outlet itself speaks, and is no source of its own report. */
bool chain_is_own(isnad_arena *arena, isnad_slice name);

/* A platform, on which anybody writes: by its row, or by its name among the words. */
bool chain_is_platform(const chain_owners *owners, isnad_arena *arena, isnad_slice id, isnad_slice name);

/* Only a noun behind which a name must stand ("a paper"), which was not read: nobody is named. */
bool chain_is_nameless(isnad_arena *arena, isnad_slice name);

#endif
