/* Disjoint sets (Tarjan, "Efficiency of a good but not linear set union algorithm", 1975): each item points to one of its set, the least of a set to
 * itself, so that what comes out does not depend on the order in which sets were joined. */
#ifndef ISNAD_BASE_SETS_H
#define ISNAD_BASE_SETS_H

#include <stdint.h>

/* The least item of the set that holds `at`; ways are halved as they are walked. Every up[i] was set to i before. */
static inline uint32_t set_top(uint32_t *up, uint32_t at) {
  while (up[at] != at) at = up[at] = up[up[at]];
  return at;
}

/* Makes one set of two. */
static inline void set_join(uint32_t *up, uint32_t a, uint32_t b) {
  a = set_top(up, a);
  b = set_top(up, b);
  if (a < b)
    up[b] = a;
  else
    up[a] = b;
}

#endif
