/* Origins with what many counts share prepared once. */
#ifndef ISNAD_CHAIN_ORIGINS_H
#define ISNAD_CHAIN_ORIGINS_H

#include "chain/owners.h"
#include "isnad/chain.h"
#include "store/sql.h"

typedef struct chain_origins {
  chain_owners owners;
} chain_origins;

/* isnad_chain_origins, many times over. */
isnad_status chain_origins_of(isnad_origins *out, const chain_origins *how, isnad_arena *arena, isnad_store *store, const isnad_carrier *carriers,
                              size_t count, isnad_err *err);

#endif
