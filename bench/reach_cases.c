/* reach_cases PAGE...: for each phrase of a speaker that may go on where it may end, one a line: the page, the bytes of the phrase, of the end; what
 * is read of it follows. */
#include "bench_articles.h"

#include "note/speakers/speaker_reach.h"

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

static void watch(note_scan *s, const char *path) {
  reader r = {path, s->page};
  s->watch_reach = print_case;
  s->watcher = &r;
  bench_notes_of(s);
}

int main(int argc, char **argv) { return bench_articles(argc, argv, watch); }
