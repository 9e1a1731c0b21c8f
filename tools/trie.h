/* A trie over folded tokens while it is built: the phrases of all tables in one. */
#ifndef ISNAD_TOOLS_TRIE_H
#define ISNAD_TOOLS_TRIE_H

#include "base/map.h"

typedef struct trie_accept {
  uint32_t node;
  uint16_t table, cell;
  uint32_t row;
  uint32_t count; /* of the phrase's first word in news */
} trie_accept;

typedef struct trie_node {
  uint32_t first_accept; /* set by trie_finish; PHRASE_NOWHERE: none */
  bool inner;            /* has children */
  uint32_t top;          /* the child of the root that is it or above it */
  uint32_t tables;       /* of a child of the root, set by trie_finish: bit 1 << table of every table with a phrase that begins so */
} trie_node;

/* The first word of phrases. */
typedef struct trie_word {
  isnad_slice form;
  uint64_t hash;
  bool arabic;
} trie_word;

typedef struct trie {
  isnad_arena *arena;
  map edges; /* phrase_edge_key -> child node */
  map inner; /* hashes of the words behind the first of a phrase */
  trie_node *nodes;
  size_t node_count, node_room;
  trie_word *words;
  size_t word_count, word_room;
  trie_accept *accepts;
  size_t count, room;
} trie;

bool trie_new(trie *out, isnad_arena *arena);

/* Adds a phrase; false when it folds to no word or number token, or to too many. */
bool trie_add(trie *t, isnad_slice phrase, unsigned table, unsigned cell, uint32_t row);

/* Sorts the accepts by node, table, row and drops doubles; those of frequent first words (counts: by hash) come first, to lie close together. */
void trie_finish(trie *t, const map *counts);

/* The child of the root that the word with this hash leads to; 0 when no phrase begins with it. */
uint32_t trie_top(const trie *t, uint64_t hash);

/* A node as the compiled tables name it: PHRASE_NOWHERE when no phrase goes on from it. */
uint32_t trie_number(const trie *t, uint32_t node);

#endif
