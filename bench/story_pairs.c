/* story_pairs LABELS.tsv STORE [--siblings]: for each pair of labelled captures that share a key or bear one label, whether both bear one label, the
 * captures, their score, how full either is and its features, one a line: what bench/fit_stories fits data/story_weights.tsv on. With --siblings:
 * each labelled report beside one made of it, which tells of another place or person in the same words: two events of one kind. */
#include "store/articles.h"
#include "story/weaving.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LABELS = 100000, LINE_ROOM = 4096 };

typedef struct labelled {
  char *capture, *label;
  report report;
  bool held;
} labelled;

static size_t read_labels(labelled *out, const char *path) {
  char line[LINE_ROOM];
  size_t count = 0;
  FILE *f = fopen(path, "r");
  while (f != NULL && count < MOST_LABELS && fgets(line, sizeof line, f) != NULL) {
    char *tab = strchr(line, '\t');
    if (tab == NULL) continue;
    *tab = '\0';
    tab[1 + strcspn(tab + 1, "\t\n")] = '\0';
    out[count++] = (labelled){strdup(line), strdup(tab + 1), {0}, false};
  }
  if (f != NULL) fclose(f);
  return count;
}

static bool share_a_key(const report *a, const report *b) {
  uint64_t x[KEYS], y[KEYS];
  size_t of_x = report_keys(x, a), of_y = report_keys(y, b);
  for (size_t i = 0; i < of_x; i++)
    for (size_t k = 0; k < of_y; k++)
      if (x[i] == y[k]) return true;
  return false;
}

static void print_pair(bool same, const char *x, const char *y, const report *a, const report *b) {
  double f[SCORE_FEATURES];
  if (!score_features(f, a, b)) return;
  printf("%d %s %s %u %.4f %.4f", same, x, y, score_reports(a, b), (double)a->fullness, (double)b->fullness);
  for (size_t i = 0; i < SCORE_FEATURES; i++) printf(" %.5f", f[i]);
  putchar('\n');
}

static void print_labelled(const labelled *x, const labelled *y) {
  bool same = strcmp(x->label, y->label) == 0;
  if (same || share_a_key(&x->report, &y->report)) print_pair(same, x->capture, y->capture, &x->report, &y->report);
}

/* --- siblings --- */

/* The same numbers in every run (splitmix64). */
static double chance(void) {
  static uint64_t state = 16;
  uint64_t z = state += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

static double between(double least, double most) { return least + (most - least) * chance(); }

/* How much of a kind another event of the same kind changes. */
typedef struct change {
  double of_kind[TERM_KINDS], rare, event;
} change;

static change change_for(const report *r) {
  change c = {{between(.1, .6), .6, .2, .1, .2, .2, .3, .3}, between(.3, .85), between(0, .35)};
  bool town = r->lead_of[TERM_PLACE] > 0 && chance()<.75, person = r->lead_of[TERM_PERSON]> 0 && (!town || chance() < .6);
  if (town) c.of_kind[TERM_PLACE] = 1;
  if (person) c.of_kind[TERM_PERSON] = 1;
  if (!town && !person) c.rare = between(.6, .95);
  return c;
}

static int by_hash(const void *x, const void *y) {
  uint64_t a = ((const term *)x)->hash, b = ((const term *)y)->hash;
  return (a > b) - (a < b);
}

/* A term that is changed is one of another hash: it is shared no more, and its weights stay. */
static void print_sibling(const labelled *x) {
  term terms[MOST_TERMS];
  report other = x->report;
  change c = change_for(&x->report);
  for (uint32_t i = 0; i < other.term_count; i++) {
    terms[i] = other.terms[i];
    double share = terms[i].kind != TERM_WORD ? c.of_kind[terms[i].kind]
                   : terms[i].event           ? c.event
                   : terms[i].specific        ? c.rare
                                              : c.of_kind[TERM_WORD];
    if (chance() < share) terms[i].hash ^= (uint64_t)(chance() * 9007199254740992.0) << 10 | 1;
  }
  qsort(terms, other.term_count, sizeof *terms, by_hash);
  other.terms = terms;
  other.body_hash++;
  if (share_a_key(&x->report, &other)) print_pair(false, x->capture, "sibling", &x->report, &other);
}

int main(int argc, char **argv) {
  isnad_store *store = NULL;
  isnad_arena *arena = NULL;
  isnad_err err = {0};
  labelled *labels = calloc(MOST_LABELS, sizeof *labels);
  if ((argc != 3 && argc != 4) || labels == NULL) return 2;
  size_t count = read_labels(labels, argv[1]);
  if (isnad_store_open(&store, argv[2], ISNAD_STORE_READ, &err) != ISNAD_OK || isnad_arena_new(&arena, 0) != ISNAD_OK) {
    fprintf(stderr, "story_pairs: %s\n", err.message);
    return 4;
  }
  for (size_t i = 0; i < count; i++) {
    store_article article;
    if (store_article_find(&article, arena, store, isnad_slice_of(labels[i].capture), &err) != ISNAD_OK) continue;
    labels[i].held = report_load(&labels[i].report, arena, store, article.id, true, &err) == ISNAD_OK;
  }
  for (size_t i = 0; i < count && argc == 4; i++)
    if (labels[i].held) print_sibling(&labels[i]);
  for (size_t i = 0; i < count && argc == 3; i++)
    for (size_t k = i + 1; k < count; k++)
      if (labels[i].held && labels[k].held) print_labelled(&labels[i], &labels[k]);
  isnad_store_close(store);
  isnad_arena_free(arena);
  return 0;
}
