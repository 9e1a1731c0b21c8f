/* What the printers of cases share: every article of the pages that are named, with its notes read while somebody watches. */
#ifndef ISNAD_BENCH_ARTICLES_H
#define ISNAD_BENCH_ARTICLES_H

#include "bench.h"

#include "isnad/isnad.h"
#include "note/scan.h"

/* Called with the scan of an article: sets who watches, and has its notes read. */
typedef void bench_watch(note_scan *s, const char *path);

static inline void bench_notes_of(note_scan *s) {
  note_read(s);
  if (!s->failed) note_quotes(s);
}

/* Returns what main returns. */
static inline int bench_articles(int argc, char **argv, bench_watch *watch) {
  for (int i = 1; i < argc; i++) {
    isnad_arena *arena = NULL;
    isnad_record record;
    isnad_err err = {0};
    isnad_input input = {.path = isnad_slice_of(argv[i])};
    if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
    input.bytes.bytes = bench_file(argv[i], &input.bytes.length);
    bool read = isnad_read(&record, arena, &input, &err) == ISNAD_OK;
    for (size_t k = 0; read && k < record.article_count; k++) {
      note_scan s = {.arena = arena, .page = &record.page, .article = &record.articles[k]};
      watch(&s, argv[i]);
    }
    isnad_arena_free(arena);
  }
  return 0;
}

#endif
