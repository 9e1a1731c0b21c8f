#include "trie.h"

#include "arabic/phrase_tables.h"
#include "isnad/arabic.h"

#include <stdlib.h>

bool trie_new(trie *out, isnad_arena *arena) {
  *out = (trie){.arena = arena, .nodes = 1};
  return map_new(&out->edges, arena, 65536);
}

static void *append(isnad_arena *arena, void *items, size_t count, size_t *room, size_t size) {
  if (count < *room) return items;
  size_t grown = *room == 0 ? 1024 : *room * 2;
  void *fresh = isnad_arena_grow(arena, items, *room, grown, size);
  if (fresh == NULL) exit(1);
  *room = grown;
  return fresh;
}

static uint32_t child(trie *t, uint32_t node, uint64_t token) {
  uint64_t *next = map_put(&t->edges, phrase_edge_key(node, token));
  if (next == NULL) exit(1);
  if (*next == 0) *next = t->nodes++;
  return (uint32_t)*next;
}

bool trie_add(trie *t, isnad_slice phrase, unsigned table, unsigned cell, uint32_t row) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, t->arena, phrase, NULL) != ISNAD_OK) exit(1);
  uint32_t node = 0;
  for (size_t i = 0; i < tokens.count; i++) {
    const isnad_token *token = &tokens.items[i];
    if (token->kind != ISNAD_TOKEN_WORD && token->kind != ISNAD_TOKEN_NUMBER) continue;
    node = child(t, node, token->hash);
  }
  if (node == 0) return false;
  t->accepts = append(t->arena, t->accepts, t->count, &t->room, sizeof *t->accepts);
  t->accepts[t->count++] = (trie_accept){node, (uint16_t)table, (uint16_t)cell, row};
  return true;
}

static int by_node(const void *a, const void *b) {
  const trie_accept *x = a, *y = b;
  if (x->node != y->node) return x->node < y->node ? -1 : 1;
  if (x->table != y->table) return x->table < y->table ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return (x->cell > y->cell) - (x->cell < y->cell);
}

void trie_finish(trie *t) {
  if (t->count == 0) return;
  qsort(t->accepts, t->count, sizeof *t->accepts, by_node);
  size_t kept = 1;
  for (size_t i = 1; i < t->count; i++) {
    const trie_accept *last = &t->accepts[kept - 1], *next = &t->accepts[i];
    if (last->node == next->node && last->table == next->table && last->row == next->row) continue;
    t->accepts[kept++] = *next;
  }
  t->count = kept;
}
