/* A trie over folded tokens while it is built: the phrases of all tables in one. */
#ifndef ISNAD_TOOLS_TRIE_H
#define ISNAD_TOOLS_TRIE_H

#include "base/map.h"

typedef struct trie_accept {
  uint32_t node;
  uint16_t table, cell;
  uint32_t row;
} trie_accept;

typedef struct trie {
  isnad_arena *arena;
  map edges; /* phrase_edge_key -> child node */
  uint32_t nodes;
  trie_accept *accepts;
  size_t count, room;
} trie;

bool trie_new(trie *out, isnad_arena *arena);

/* Adds a phrase; false when it folds to no word or number token. */
bool trie_add(trie *t, isnad_slice phrase, unsigned table, unsigned cell, uint32_t row);

/* Sorts the accepts by node, table, row and drops doubles. */
void trie_finish(trie *t);

#endif
