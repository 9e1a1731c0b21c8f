/* reach_cases PAGE...: for each phrase of a speaker that may go on where it may end, one a line: the page, the bytes of the phrase, of the end; what
 * is read of it follows. */
#include "bench.h"

#include "note/speakers/speaker_reach.h"

#include "isnad/isnad.h"

typedef struct reader {
  const char *path;
  const isnad_page *page;
} reader;

static void print_case(void *watcher, const struct speaker_reach_case *c) {
  const reader *r = watcher;
  const isnad_token *tokens = r->page->tokens.items;
  for (size_t i = 0; i < c->count; i++) {
    printf("%s\t%u\t%u\t%u", r->path, tokens[c->first].span.begin, tokens[c->ends[i].at - 1].span.end, tokens[c->limit].span.begin);
    for (size_t k = 0; k < REACH_ADDENDS; k++) printf("\t%.4g", (double)c->ends[i].x[k]);
    putchar('\n');
  }
}

static void read_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, char *path) {
  note_scan s = {.arena = arena, .page = page, .article = article, .watch_reach = print_case, .watcher = &(reader){path, page}};
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
