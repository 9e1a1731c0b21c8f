/* One count of origins while it is made: carriers are followed upwards, and the roots that they reach are gathered. */
#ifndef ISNAD_CHAIN_COUNTING_H
#define ISNAD_CHAIN_COUNTING_H

#include "base/map.h"
#include "chain/origins.h"
#include "chain/steps.h"

enum { MOST_REACHED = 256 };

/* Nodes are the carriers, then reports, owners and sources as they are met; `up` joins all that may be one origin. */
typedef struct counting {
  chain_origins *how;
  isnad_arena *arena;
  const isnad_carrier *carriers;
  size_t count;
  uint8_t *listed; /* by carrier */
  uint8_t *named;  /* by carrier: it leads to somebody who is named */
  uint32_t *up;
  size_t nodes, room;
  map node_of;
  map root_of; /* key -> place in roots + 1 */
  isnad_origins *out;
  size_t root_room;
  uint64_t *keys;       /* by root */
  uint32_t *last;       /* by root: the last carrier that reached it, + 1 */
  isnad_carrier *queue; /* MOST_REACHED: reports that the carrier in hand leads to */
  size_t waiting;
  isnad_err *err;
} counting;

/* --- origin_roots.c: false where there is no memory --- */

uint64_t counting_report_key(int64_t id);

/* The owner of the report's outlet; the report itself where none is known. */
uint64_t counting_owner_of(const counting *c, const chain_report *r);

bool counting_new_node(counting *c);

/* Whatever has this key and the carrier may be one origin. */
bool counting_join(counting *c, size_t carrier, uint64_t key);

/* The report is a root of what the carrier tells. */
bool counting_add_report(counting *c, size_t carrier, const chain_report *r);

/* The source is one. Whoever stands behind a paragraph of background joins those who have it, and is no root of what they tell. */
bool counting_add_source(counting *c, size_t carrier, int64_t article, const chain_step *s);

/* --- origin_walk.c --- */

/* Walks up from a carrier, and adds the roots that it reaches. */
isnad_status counting_follow(counting *c, size_t carrier);

#endif
