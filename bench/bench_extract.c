/* bench_extract FILE...: how fast one core reads HTML pages (plain files), from captured bytes to parts, and on to articles with what the pages state
 * of them; notes and JSON left out. CPU time. */
#include "bench.h"

#include "isnad/article.h"

typedef enum depth { PAGE, ARTICLES } depth;

static size_t read_page(isnad_arena *arena, isnad_slice bytes, depth how) {
  isnad_capture capture = {.uri = isnad_slice_of("bench"), .bytes = bytes, .media = ISNAD_MEDIA_HTML};
  isnad_page page;
  isnad_article *articles = NULL;
  size_t count = 0;
  isnad_arena_reset(arena);
  if (isnad_page_read(&page, arena, &capture, NULL) != ISNAD_OK) return 0;
  if (how == PAGE) return page.part_count;
  return isnad_articles_find(&articles, &count, arena, &page, &capture, NULL) == ISNAD_OK ? count : 0;
}

static void measure(isnad_arena *arena, const isnad_slice *pages, size_t count, depth how, const char *what) {
  double seconds[BENCH_RUNS], bytes = 0;
  for (size_t i = 0; i < count; i++) bytes += (double)pages[i].length;
  for (size_t run = 0; run < BENCH_RUNS; run++) {
    double begin = bench_now();
    for (size_t i = 0; i < count; i++) read_page(arena, pages[i], how);
    seconds[run] = bench_now() - begin;
  }
  bench_print(what, seconds, bytes, (double)count);
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  size_t count = argc > 1 ? (size_t)argc - 1 : 0;
  isnad_slice *pages = calloc(count + 1, sizeof *pages);
  if (count == 0 || pages == NULL || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  for (size_t i = 0; i < count; i++) pages[i].bytes = bench_file(argv[i + 1], &pages[i].length);
  measure(arena, pages, count, PAGE, "html to parts");
  measure(arena, pages, count, ARTICLES, "html to articles");
  for (size_t i = 0; i < count; i++) free((void *)(uintptr_t)pages[i].bytes);
  isnad_arena_free(arena);
  free(pages);
  return 0;
}
