/* Origins with what many counts share prepared once. */
#ifndef ISNAD_CHAIN_ORIGINS_H
#define ISNAD_CHAIN_ORIGINS_H

#include "chain/held.h"
#include "chain/owners.h"
#include "isnad/chain.h"

typedef struct chain_origins {
  chain_owners owners;
  chain_held held;      /* the reports that were read */
  isnad_arena *scratch; /* what one count needs */
} chain_origins;

/* What is held lives in the arena. The caller closes it, also when it could not be opened. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status chain_origins_open(chain_origins *out, isnad_arena *arena, isnad_store *store, isnad_err *err);
void chain_origins_close(chain_origins *how);

/* isnad_chain_origins, many times over. The names of the roots live as long as what is held. */
isnad_status chain_origins_of(isnad_origins *out, chain_origins *how, isnad_arena *arena, const isnad_carrier *carriers, size_t count,
                              isnad_err *err);

#endif
