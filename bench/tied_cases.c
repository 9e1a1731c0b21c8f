/* tied_cases PAGE...: for each description of a speaker, nobody and everybody named whom it may mean, one a line: the page, the bytes of the
 * description, of a mention, 0, his id and name, and what speaker_tied.c reads of him, in the order of its features
 * (-99: barred): what data/tied_weights.tsv is fitted on. */
#include "bench.h"

#include "note/speakers/speaker_tied.h"

#include "isnad/isnad.h"

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

static void read_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, const char *path) {
  watched w = {path, &page->tokens};
  note_scan s = {.arena = arena, .page = page, .article = article, .watch_tied = print_case, .watcher = &w};
  note_units(&s);
  note_times(&s);
  note_figures(&s);
  note_credits(&s);
  note_citations(&s);
  note_names(&s);
  note_quotes(&s);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    isnad_arena *arena = NULL;
    isnad_record record;
    isnad_err err = {0};
    isnad_input input = {.path = isnad_slice_of(argv[i])};
    if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
    input.bytes.bytes = bench_file(argv[i], &input.bytes.length);
    if (isnad_read(&record, arena, &input, &err) == ISNAD_OK)
      for (size_t k = 0; k < record.article_count; k++) read_article(&record.articles[k], arena, &record.page, argv[i]);
    isnad_arena_free(arena);
  }
  return 0;
}
