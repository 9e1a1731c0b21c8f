/* What was wrong with a list of pages: all of it counted, the first places kept. */
#ifndef ISNAD_FEED_FAULTS_H
#define ISNAD_FEED_FAULTS_H

#include "isnad/feed.h"

typedef struct fault_list {
  isnad_arena *arena;
  isnad_feed_fault *items; /* ISNAD_FEED_FAULTS_KEPT, made with the first */
  isnad_feed_faults all;
} fault_list;

/* Counts a fault, and keeps it with a message while there is room. When the arena refuses, it is counted only: the arena tells. */
void fault_add(fault_list *list, isnad_feed_fault_kind kind, uint32_t line, const char *format, ...) ISNAD_PRINTF(4, 5);

#endif
