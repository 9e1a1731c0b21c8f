/* speaker_cases PAGE...: for each verb without a subject of its own those who may be meant, one a line: the page, the bytes of the verb, of the
 * mention, whether it is the rules' answer, his id and name, and what speaker_likely.c reads of him, in the order of its features: what
 * data/speaker_weights.tsv is fitted on. */
#include "bench.h"

#include "note/speakers/speaker_likely.h"

#include "isnad/isnad.h"

static void print_case(void *watcher, isnad_span verb, const struct speaker_case *c) {
  for (size_t i = 0; i < c->count; i++) {
    const speaker_meant *m = &c->items[i];
    printf("%s\t%u\t%u\t%u\t%u\t%d\t%.*s\t%.*s", (const char *)watcher, verb.begin, verb.end, m->who.span.begin, m->who.span.end,
           (m->as & MEANT_RULE) != 0, (int)m->who.entity.length, m->who.entity.bytes, (int)m->who.canonical.length, m->who.canonical.bytes);
    for (size_t k = 0; k < SPEAKER_ADDENDS; k++) printf("\t%.4g", m->barred ? -99 : (double)m->x[k]);
    putchar('\n');
  }
}

static void read_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, char *path) {
  note_scan s = {.arena = arena, .page = page, .article = article, .watch = print_case, .watcher = path};
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
