/* speaker_cases PAGE...: for each verb without a subject of its own those who may be meant, one a line: the page, the bytes of the verb, of the
 * mention, whether it is the rules' answer, his id and name, and what speaker_likely.c reads of him, in the order of its features: what
 * data/speaker_weights.tsv is fitted on. */
#include "bench_articles.h"

#include "note/speakers/speaker_likely.h"

static void print_case(void *watcher, isnad_span verb, const struct speaker_case *c) {
  for (size_t i = 0; i < c->count; i++) {
    const speaker_meant *m = &c->items[i];
    printf("%s\t%u\t%u\t%u\t%u\t%d\t%.*s\t%.*s", (const char *)watcher, verb.begin, verb.end, m->who.span.begin, m->who.span.end,
           (m->as & MEANT_RULE) != 0, (int)m->who.entity.length, m->who.entity.bytes, (int)m->who.canonical.length, m->who.canonical.bytes);
    for (size_t k = 0; k < SPEAKER_ADDENDS; k++) printf("\t%.4g", m->barred ? -99 : (double)m->x[k]);
    putchar('\n');
  }
}

static void watch(note_scan *s, const char *path) {
  s->watch = print_case;
  s->watcher = (void *)(uintptr_t)path;
  bench_notes_of(s);
}

int main(int argc, char **argv) { return bench_articles(argc, argv, watch); }
