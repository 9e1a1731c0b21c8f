/* item_cases FILE...: each gap between two paragraphs of text pages of which the cutter asks whether another article begins there
 * (src/page/item_gap.c), one a line: file, first byte of the line that would be the headline, score, the features of data/item_weights.tsv in their
 * order, that line. With labels (does an article begin there?) this is what the weights are fitted on. */
#include "bench.h"

#include "page/blocks.h"
#include "page/items.h"

static void see(void *context, const isnad_page *page, const struct item_gap *gap) {
  isnad_span span = page->tokens.items[gap->first_token].span;
  uint32_t end = span.begin;
  while (end < page->text.length && page->text.bytes[end] != '\n') end++;
  printf("%s\t%u\t%.2f", (const char *)context, span.begin, page_item_score(gap));
  for (size_t i = 0; i < ITEM_FEATURES; i++) printf("\t%g", gap->x[i]);
  printf("\t%.*s\n", (int)(end - span.begin), page->text.bytes + span.begin);
}

static void read_file(isnad_arena *arena, char *path) {
  isnad_page page = {.media = ISNAD_MEDIA_TEXT, .language = isnad_slice_of("ar")};
  cut_watch watch = {see, path};
  char *bytes = bench_file(path, &page.text.length);
  page.text.bytes = bytes;
  if (isnad_arabic_tokens(&page.tokens, arena, page.text, NULL) == ISNAD_OK && page_blocks(&page, arena, NULL) == ISNAD_OK)
    page_cut_watched(&page, arena, &watch, NULL);
  free(bytes);
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  for (int i = 1; i < argc; i++) {
    read_file(arena, argv[i]);
    isnad_arena_reset(arena);
  }
  isnad_arena_free(arena);
  return 0;
}
