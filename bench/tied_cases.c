/* tied_cases PAGE...: for each description of a speaker, nobody and everybody named whom it may mean, one a line: the page, the bytes of the
 * description, of a mention, 0, his id and name, and what speaker_tied.c reads of him, in the order of its features
 * (-99: barred): what data/tied_weights.tsv is fitted on. */
#include "bench_articles.h"

#include "note/speakers/speaker_tied.h"

#include <stdio.h>

typedef struct watched {
  const char *path;
  const isnad_tokens *tokens;
} watched;

static void print_case(void *watcher, const struct speaker_tie_case *c) {
  const watched *w = watcher;
  for (size_t i = 0; i < c->count; i++) {
    const speaker_tie *tie = &c->items[i];
    isnad_span at = tie->name != NULL ? tie->name->span : (isnad_span){0, 0};
    isnad_slice id = tie->name != NULL ? tie->name->entity : isnad_slice_of("-"), name = tie->name != NULL ? tie->name->canonical : id;
    printf("%s\t%u\t%u\t%u\t%u\t0\t%.*s\t%.*s", w->path, w->tokens->items[c->told.first].span.begin, w->tokens->items[c->told.last - 1].span.end,
           at.begin, at.end, (int)id.length, id.bytes, (int)name.length, name.bytes);
    for (size_t k = 0; k < SPEAKER_TIE_ADDENDS; k++) printf("\t%.4g", tie->barred ? -99 : (double)tie->x[k]);
    putchar('\n');
  }
}

static void watch(note_scan *s, const char *path) {
  watched w = {path, &s->page->tokens};
  s->watch_tied = print_case;
  s->watcher = &w;
  bench_notes_of(s);
}

int main(int argc, char **argv) { return bench_articles(argc, argv, watch); }
