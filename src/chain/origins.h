/* Origins with what many counts share prepared once. */
#ifndef ISNAD_CHAIN_ORIGINS_H
#define ISNAD_CHAIN_ORIGINS_H

#include "chain/held.h"
#include "chain/owners.h"
#include "isnad/chain.h"

typedef struct chain_origins {
  chain_owners owners;
  chain_held held; /* the reports that were read */
} chain_origins;

/* isnad_chain_origins, many times over. The names of the roots live as long as what is held. */
isnad_status chain_origins_of(isnad_origins *out, chain_origins *how, isnad_arena *arena, const isnad_carrier *carriers, size_t count,
                              isnad_err *err);

#endif
