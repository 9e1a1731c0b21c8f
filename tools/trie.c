#include "trie.h"

#include "arabic/phrase_tables.h"
#include "isnad/arabic.h"

#include <stdlib.h>

static void *append(isnad_arena *arena, void *items, size_t count, size_t *room, size_t size) {
  if (count < *room) return items;
  size_t grown = *room == 0 ? 1024 : *room * 2;
  void *fresh = isnad_arena_grow(arena, items, *room, grown, size);
  if (fresh == NULL) exit(1);
  *room = grown;
  return fresh;
}

static void add_node(trie *t, uint32_t top) {
  t->nodes = append(t->arena, t->nodes, t->node_count, &t->node_room, sizeof *t->nodes);
  t->nodes[t->node_count++] = (trie_node){.first_accept = PHRASE_NOWHERE, .top = top};
}

bool trie_new(trie *out, isnad_arena *arena) {
  *out = (trie){.arena = arena};
  add_node(out, 0); /* the root */
  return map_new(&out->edges, arena, 65536) && map_new(&out->inner, arena, 65536);
}

static uint32_t child(trie *t, uint32_t node, const isnad_tokens *tokens, size_t at) {
  const isnad_token *token = &tokens->items[at];
  uint64_t *next = map_put(&t->edges, phrase_edge_key(node, token->hash));
  if (next == NULL) exit(1);
  if (*next != 0) return (uint32_t)*next;
  *next = t->node_count;
  t->nodes[node].inner = true;
  add_node(t, node == 0 ? (uint32_t)t->node_count : t->nodes[node].top);
  if (node == 0) {
    t->words = append(t->arena, t->words, t->word_count, &t->word_room, sizeof *t->words);
    t->words[t->word_count++] = (trie_word){isnad_token_form(tokens, at), token->hash, (token->flags & ISNAD_TOKEN_ARABIC) != 0};
  }
  return (uint32_t)*next;
}

uint32_t trie_top(const trie *t, uint64_t hash) {
  const uint64_t *node = map_get(&t->edges, phrase_edge_key(0, hash));
  return node == NULL ? 0 : (uint32_t)*node;
}

uint32_t trie_number(const trie *t, uint32_t node) { return t->nodes[node].inner ? node : PHRASE_NOWHERE; }

bool trie_add(trie *t, isnad_slice phrase, unsigned table, unsigned cell, uint32_t row) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, t->arena, phrase, NULL) != ISNAD_OK) exit(1);
  uint32_t node = 0, words = 0;
  for (size_t i = 0; i < tokens.count; i++) {
    const isnad_token *token = &tokens.items[i];
    if (token->kind != ISNAD_TOKEN_WORD && token->kind != ISNAD_TOKEN_NUMBER) continue;
    if (++words > PHRASE_MOST_WORDS) return false;
    if (node != 0 && map_put(&t->inner, token->hash) == NULL) exit(1);
    node = child(t, node, &tokens, i);
  }
  if (node == 0) return false;
  t->accepts = append(t->arena, t->accepts, t->count, &t->room, sizeof *t->accepts);
  t->accepts[t->count++] = (trie_accept){.node = node, .table = (uint16_t)table, .cell = (uint16_t)cell, .row = row};
  return true;
}

static int by_node(const void *a, const void *b) {
  const trie_accept *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  if (x->node != y->node) return x->node < y->node ? -1 : 1;
  if (x->table != y->table) return x->table < y->table ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return (x->cell > y->cell) - (x->cell < y->cell);
}

/* How often the first word of each phrase is seen. */
static void count_first_words(trie *t, const map *counts) {
  uint32_t *of_top = isnad_arena_array(t->arena, t->node_count, sizeof *of_top);
  if (of_top == NULL) exit(1);
  for (size_t i = 0; i < t->word_count; i++) {
    const uint64_t *count = map_get(counts, t->words[i].hash);
    if (count != NULL) of_top[trie_top(t, t->words[i].hash)] = (uint32_t)*count;
  }
  for (size_t i = 0; i < t->count; i++) t->accepts[i].count = of_top[t->nodes[t->accepts[i].node].top];
}

void trie_finish(trie *t, const map *counts) {
  if (t->count == 0) return;
  count_first_words(t, counts);
  qsort(t->accepts, t->count, sizeof *t->accepts, by_node);
  size_t kept = 1;
  for (size_t i = 1; i < t->count; i++) {
    const trie_accept *last = &t->accepts[kept - 1], *next = &t->accepts[i];
    if (last->node == next->node && last->table == next->table && last->row == next->row) continue;
    t->accepts[kept++] = *next;
  }
  t->count = kept;
  for (size_t i = t->count; i > 0; i--) t->nodes[t->accepts[i - 1].node].first_accept = (uint32_t)(i - 1);
  for (size_t i = 0; i < t->count; i++) t->nodes[t->nodes[t->accepts[i].node].top].tables |= 1u << t->accepts[i].table;
}
