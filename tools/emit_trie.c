#include "emit.h"

#include "arabic/phrase_tables.h"

#include <stdlib.h>

static void print_accepts(FILE *out, const trie *t) {
  fputs("const phrase_accept phrase_accepts[] = {\n", out);
  for (size_t i = 0; i < t->count; i++) {
    const trie_accept *a = &t->accepts[i];
    bool last = i + 1 == t->count || t->accepts[i + 1].node != a->node;
    fprintf(out, "{%u,%u,%u,%d},%s", a->row, a->table, a->cell, last, i % 8 == 7 ? "\n" : "");
  }
  fputs("{0,0,0,1}};\n\n", out);
}

/* The first words of phrases are in the table of words instead. */
static bool is_further(const trie *t, size_t slot) {
  uint64_t node = t->edges.entries[slot].value;
  return t->edges.used[slot] && t->nodes[node].top != node;
}

static void print_edges(FILE *out, const trie *t) {
  size_t room = 64;
  while (room < (t->edges.count - t->word_count) * 3 / 2) room *= 2;
  phrase_edge *edges = calloc(room, sizeof *edges);
  if (edges == NULL) exit(1);
  for (size_t i = 0; i < t->edges.room; i++) {
    if (!is_further(t, i)) continue;
    size_t at = phrase_slot(t->edges.entries[i].key) & (room - 1);
    while (edges[at].node != 0) at = (at + 1) & (room - 1);
    uint32_t node = (uint32_t)t->edges.entries[i].value;
    edges[at] = (phrase_edge){t->edges.entries[i].key, trie_number(t, node), t->nodes[node].first_accept};
  }
  fprintf(out, "const uint32_t phrase_edge_mask = %zu;\nconst phrase_edge phrase_edges[] = {\n", room - 1);
  for (size_t i = 0; i < room; i++)
    fprintf(out, "{0x%llXu,%uu,%uu},%s", (unsigned long long)edges[i].key, edges[i].node, edges[i].accept, i % 4 == 3 ? "\n" : "");
  fputs("};\n\n", out);
  free(edges);
}

static void print_filter(FILE *out, const trie *t) {
  static uint64_t filter[PHRASE_FILTER_WORDS];
  for (size_t i = 0; i < t->edges.room; i++)
    if (is_further(t, i)) filter[phrase_filter_word(t->edges.entries[i].key)] |= phrase_filter_bit(t->edges.entries[i].key);
  fputs("const uint64_t phrase_filter[] = {\n", out);
  for (size_t i = 0; i < PHRASE_FILTER_WORDS; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)filter[i], i % 8 == 7 ? "\n" : "");
  fputs("};\n\n", out);
}

void emit_trie(FILE *out, const trie *t) {
  print_accepts(out, t);
  print_edges(out, t);
  print_filter(out, t);
}
