/* The table of words: counted forms and first words of phrases, each with its count, its proclitics and the phrases that it may begin, worked out
 * here once instead of at every token. */
#include "emit.h"

#include "arabic/phrase_tables.h"
#include "lexicon.h"

#include <stdlib.h>

typedef struct words {
  FILE *out;
  const trie *t;
  const map *counts; /* hash -> count */
  const plural_forms *plurals;
  word_entry *entries;
  word_gist *gists; /* of the entries */
  size_t room;
  uint32_t begins; /* how many were printed */
  map pool;        /* hash of a stem -> its place in stem_bytes, plus 1 */
  uint32_t pooled; /* bytes of stem_bytes that were printed */
} words;

/* The free slot of a word. Two words that the table cannot tell apart would be answered as one. */
static word_entry *slot_of(words *w, uint64_t hash) {
  size_t at = hash & (w->room - 1);
  for (; w->entries[at].known != 0; at = (at + 1) & (w->room - 1)) {
    if (w->entries[at].check != word_check(hash)) continue;
    fprintf(stderr, "two words have one hash: make word_entry.check wider\n");
    exit(1);
  }
  return &w->entries[at];
}

static void print_begin(words *w, uint32_t node, uint8_t cut, bool last) {
  const trie_node *top = &w->t->nodes[node];
  fprintf(w->out, "{%uu,%uu,0x%Xu,%u,%d},%s", trie_number(w->t, node), top->first_accept, top->tables, cut, last, w->begins % 8 == 7 ? "\n" : "");
  w->begins++;
}

/* Prints how the word may begin a phrase; PHRASE_NOWHERE when it cannot. */
static uint32_t print_begins(words *w, const trie_word *word) {
  phrase_cut cuts[ISNAD_MOST_CUTS];
  uint32_t nodes[ISNAD_MOST_CUTS + 1], first = w->begins;
  uint8_t cut[ISNAD_MOST_CUTS + 1] = {0};
  size_t count = word->arabic ? cuts_of_phrases(cuts, word->form) : 0, found = 0;
  nodes[0] = trie_top(w->t, word->hash);
  if (nodes[0] != 0) found++;
  for (size_t i = 0; i < count; i++) {
    nodes[found] = trie_top(w->t, cuts[i].hash);
    cut[found] = cuts[i].bytes;
    if (nodes[found] != 0) found++;
  }
  for (size_t i = 0; i < found; i++) print_begin(w, nodes[i], cut[i], i + 1 == found);
  return found > 0 ? first : PHRASE_NOWHERE;
}

/* --- stems --- */

/* The place of a stem among the bytes that are printed once for all words that share it. */
static uint32_t pool(words *w, isnad_slice stem) {
  uint64_t *place = map_put(&w->pool, isnad_token_hash(stem));
  if (place == NULL) exit(1);
  if (*place == 0) {
    *place = (uint64_t)w->pooled + 1;
    for (size_t i = 0; i < stem.length; i++) fprintf(w->out, "%u,", (unsigned char)stem.bytes[i]);
    fputc('\n', w->out);
    w->pooled += (uint32_t)stem.length;
  }
  return (uint32_t)(*place - 1) << WORD_STEM_SHIFT | (uint32_t)stem.length;
}

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* A word counts as often as the commonest of itself, itself without its proclitics, and its stem. */
static word_gist gist_of(const words *w, const word_entry *word, isnad_slice form, isnad_slice stem, uint32_t place) {
  isnad_slice bare = {form.bytes + word->proclitics, form.length - word->proclitics};
  uint64_t hash = isnad_token_hash(stem);
  return (word_gist){hash, larger(larger(word->count, lexicon_count(w->counts, isnad_token_hash(bare))), lexicon_count(w->counts, hash)), place};
}

static void add_stem(words *w, isnad_slice form) {
  const lexicon known = {w->counts, w->plurals};
  char room[ISNAD_STEM_ROOM];
  isnad_slice stem = lexicon_stem(room, &known, form);
  if (stem.length > WORD_STEM_LENGTH) return;
  uint64_t hash = isnad_token_hash(form);
  size_t at = hash & (w->room - 1);
  while (w->entries[at].check != word_check(hash) || w->entries[at].known == 0) at = (at + 1) & (w->room - 1);
  w->gists[at] = gist_of(w, &w->entries[at], form, stem, pool(w, stem));
}

static void print_stems(words *w, const tsv *forms) {
  fputs("const unsigned char stem_bytes[] = {\n", w->out);
  for (size_t i = 0; i < forms->count; i++) add_stem(w, forms->rows[i].cells[0]);
  for (size_t i = 0; i < w->t->word_count; i++)
    if (w->t->words[i].arabic && lexicon_count(w->counts, w->t->words[i].hash) == 0) add_stem(w, w->t->words[i].form);
  fputs("0};\nconst word_gist word_gists[] = {\n", w->out);
  for (size_t i = 0; i < w->room; i++)
    fprintf(w->out, "{0x%llXu,%u,%u},%s", (unsigned long long)w->gists[i].stem, w->gists[i].commonest, w->gists[i].place, i % 8 == 7 ? "\n" : "");
  fputs("};\n\n", w->out);
}

static void add_word(words *w, const trie_word *word) {
  size_t proclitics = word->arabic && !lexicon_is_plural(w->plurals, word->hash) ? cuts_best(word->form, lexicon_count, w->counts) : 0;
  *slot_of(w, word->hash) = (word_entry){.check = word_check(word->hash),
                                         .count = lexicon_count(w->counts, word->hash),
                                         .begins = print_begins(w, word),
                                         .proclitics = (uint8_t)proclitics,
                                         .known = 1,
                                         .inner = map_get(&w->t->inner, word->hash) != NULL};
}

static void print_entries(const words *w) {
  fprintf(w->out, "const uint32_t word_mask = %zu;\nconst word_entry word_entries[] = {\n", w->room - 1);
  for (size_t i = 0; i < w->room; i++) {
    const word_entry *e = &w->entries[i];
    fprintf(w->out, "{0x%Xu,%u,%uu,%u,%u,%u},%s", e->check, e->count, e->begins, e->proclitics, e->known, e->inner, i % 8 == 7 ? "\n" : "");
  }
  fputs("};\n\n", w->out);
}

/* First words that are no counted forms. */
static size_t uncounted(const trie *t, const map *counts) {
  size_t count = 0;
  for (size_t i = 0; i < t->word_count; i++) count += lexicon_count(counts, t->words[i].hash) == 0;
  return count;
}

void emit_words(FILE *out, const trie *t, const tsv *forms, const map *counts, const plural_forms *plurals) {
  words w = {.out = out, .t = t, .counts = counts, .plurals = plurals, .room = 64};
  while (w.room < (forms->count + uncounted(t, counts)) * 3 / 2) w.room *= 2;
  w.entries = calloc(w.room, sizeof *w.entries);
  w.gists = calloc(w.room, sizeof *w.gists);
  if (w.entries == NULL || w.gists == NULL || !map_new(&w.pool, counts->arena, forms->count)) exit(1);
  fputs("const phrase_begin phrase_begins[] = {\n", out);
  for (size_t i = 0; i < forms->count; i++) { /* sorted by their counts */
    isnad_slice form = forms->rows[i].cells[0];
    add_word(&w, &(trie_word){form, isnad_token_hash(form), true});
  }
  for (size_t i = 0; i < t->word_count; i++)
    if (lexicon_count(counts, t->words[i].hash) == 0) add_word(&w, &t->words[i]);
  fputs("{0,0,0,0,1}};\n\n", out);
  print_entries(&w);
  print_stems(&w, forms);
  free(w.entries);
  free(w.gists);
}
