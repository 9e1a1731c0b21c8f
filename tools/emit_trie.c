#include "emit.h"

#include "arabic/phrase_tables.h"

#include <stdlib.h>
#include <string.h>

static void print_accepts(FILE *out, const trie *t, uint32_t *first_of_node) {
  memset(first_of_node, 0xFF, t->nodes * sizeof *first_of_node);
  fputs("const phrase_accept phrase_accepts[] = {\n", out);
  for (size_t i = 0; i < t->count; i++) {
    const trie_accept *a = &t->accepts[i];
    if (first_of_node[a->node] == UINT32_MAX) first_of_node[a->node] = (uint32_t)i;
    bool last = i + 1 == t->count || t->accepts[i + 1].node != a->node;
    fprintf(out, "{%u,%u,%u,%d},%s", a->row, a->table, a->cell, last, i % 8 == 7 ? "\n" : "");
  }
  fputs("{0,0,0,1}};\n\n", out);
}

static void print_edges(FILE *out, const trie *t, const uint32_t *first_of_node) {
  size_t room = 64;
  while (room < t->edges.count * 2) room *= 2;
  phrase_edge *edges = calloc(room, sizeof *edges);
  if (edges == NULL) exit(1);
  for (size_t i = 0; i < t->edges.room; i++) {
    if (!t->edges.used[i]) continue;
    size_t at = phrase_slot(t->edges.entries[i].key) & (room - 1);
    while (edges[at].node != 0) at = (at + 1) & (room - 1);
    uint32_t node = (uint32_t)t->edges.entries[i].value;
    edges[at] = (phrase_edge){t->edges.entries[i].key, node, first_of_node[node]};
  }
  fprintf(out, "const uint32_t phrase_edge_mask = %zu;\nconst phrase_edge phrase_edges[] = {\n", room - 1);
  for (size_t i = 0; i < room; i++)
    fprintf(out, "{0x%llXu,%u,%uu},%s", (unsigned long long)edges[i].key, edges[i].node, edges[i].accept, i % 4 == 3 ? "\n" : "");
  fputs("};\n\n", out);
  free(edges);
}

static void print_filter(FILE *out, const trie *t) {
  static uint64_t filter[PHRASE_FILTER_WORDS];
  for (size_t i = 0; i < t->edges.room; i++)
    if (t->edges.used[i]) filter[phrase_filter_word(t->edges.entries[i].key)] |= phrase_filter_bit(t->edges.entries[i].key);
  fputs("const uint64_t phrase_filter[] = {\n", out);
  for (size_t i = 0; i < PHRASE_FILTER_WORDS; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)filter[i], i % 8 == 7 ? "\n" : "");
  fputs("};\n\n", out);
}

void emit_trie(FILE *out, const trie *t) {
  uint32_t *first_of_node = malloc(t->nodes * sizeof *first_of_node);
  if (first_of_node == NULL) exit(1);
  print_accepts(out, t, first_of_node);
  print_edges(out, t, first_of_node);
  print_filter(out, t);
  free(first_of_node);
}
