/* story_pairs LABELS.tsv STORE: for each linked or labelled-alike pair of labelled captures, whether both bear one label, which kind of pair it is
 * and its features, one a line: what data/story_weights.tsv is fitted on. */
#include "story/score.h"

#include "store/articles.h"

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

static void print_pair(const labelled *x, const labelled *y) {
  double f[SCORE_FEATURES];
  const report *a = &x->report, *b = &y->report;
  bool same = strcmp(x->label, y->label) == 0;
  if (!score_features(f, a, b) && !same) return;
  printf("%d %d %s %s %u", same, a->bare + b->bare, x->capture, y->capture, score_reports(a, b));
  for (size_t i = 0; i < SCORE_FEATURES; i++) printf(" %.5f", f[i]);
  putchar('\n');
}

int main(int argc, char **argv) {
  isnad_store *store = NULL;
  isnad_arena *arena = NULL;
  isnad_err err = {0};
  labelled *labels = calloc(MOST_LABELS, sizeof *labels);
  if (argc != 3 || labels == NULL) return 2;
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
  for (size_t i = 0; i < count; i++)
    for (size_t k = i + 1; k < count; k++)
      if (labels[i].held && labels[k].held) print_pair(&labels[i], &labels[k]);
  isnad_store_close(store);
  isnad_arena_free(arena);
  return 0;
}
