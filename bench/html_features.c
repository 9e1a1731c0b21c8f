/* html_features FILE...: what is measured of each line of these HTML pages (UTF-8), for fitting the weights of data/html_weights.tsv. Prints for each
 * page a line "page FILE", then for each line of it "line", its text, and feature:value for those that are not 0. */
#include "bench.h"

#include "page/html_view.h"
#include "page/meta.h"
#include "page/repair.h"

#include <string.h>

static void print_line(const html_view *view, size_t at) {
  float features[HTML_FEATURE_ROOM];
  isnad_slice text = isnad_slice_at(view->page->text, view->page->lines[at].span);
  size_t count = page_html_features(features, view, at);
  printf("line\t%.*s\t", (int)text.length, text.bytes);
  for (size_t i = 0; i < count; i++)
    if (features[i] < 0 || features[i] > 0) printf("%zu:%.5g ", i, (double)features[i]);
  putchar('\n');
}

static isnad_status print_page(isnad_arena *arena, const char *path) {
  isnad_page page = {0};
  html_tree tree;
  html_page lines;
  html_view view;
  isnad_err err = {0};
  size_t length = 0;
  char *bytes = bench_file(path, &length);
  isnad_status status = page_repair(&page.text, &page.repairs, arena, (isnad_slice){bytes, length}, &err);
  if (status == ISNAD_OK) status = html_parse(&tree, arena, page.text, &(html_limits){.scripting = true}, &err);
  if (status == ISNAD_OK) status = page_html_lines(&lines, arena, &tree, &err);
  if (status == ISNAD_OK) status = page_meta(&page, arena, &lines, &err);
  if (status == ISNAD_OK) status = page_html_view(&view, arena, &lines, &page, &err);
  printf("page\t%s\n", path);
  for (size_t i = 0; status == ISNAD_OK && i < lines.line_count; i++) print_line(&view, i);
  if (status != ISNAD_OK) fprintf(stderr, "%s: %s\n", path, err.message);
  free(bytes);
  return status;
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  for (int i = 1; i < argc; i++) {
    isnad_arena_reset(arena);
    print_page(arena, argv[i]);
  }
  isnad_arena_free(arena);
  return 0;
}
