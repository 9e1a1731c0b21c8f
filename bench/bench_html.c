/* bench_html PATH...: how fast one core cuts pages into tokens and builds their tree; with Gumbo beside it when the build found it. PATH may name
 * folders and packed files. CPU time, medians. Pages that are not valid UTF-8 are named with what they were taken for. */
#include <string.h>

#include "bench.h"
#include "html/tokens.h"
#include "isnad/capture.h"
#include "page/charset.h"

#ifdef HAVE_GUMBO
#include <gumbo.h>
#endif

enum { MOST_PAGES = 4096 };

typedef struct pages {
  isnad_slice page[MOST_PAGES], raw[MOST_PAGES]; /* decoded and as captured */
  size_t count;
  double bytes;
} pages;

static void load(pages *out, isnad_arena *arena, const char *const *paths, size_t count) {
  isnad_captures *captures = NULL;
  isnad_input input;
  page_decoded decoded;
  if (isnad_captures_open(&captures, paths, count, NULL, NULL) != ISNAD_OK) exit(2);
  for (isnad_status status; (status = isnad_captures_next(captures, &input, NULL)) != ISNAD_END && out->count < MOST_PAGES;) {
    if (status != ISNAD_OK) continue;
    isnad_slice bytes = isnad_arena_copy(arena, input.bytes);
    isnad_capture capture;
    if (isnad_capture_read(&capture, arena, &(isnad_input){.path = input.path, .line = input.line, .bytes = bytes}, NULL) != ISNAD_OK) continue;
    if (capture.media != ISNAD_MEDIA_HTML || page_decode(&decoded, arena, bytes, capture.content_type, true, NULL) != ISNAD_OK) continue;
    if (!isnad_slice_equal(decoded.basis, isnad_slice_of("valid")))
      printf("%.*s: %.*s, %.*s\n", (int)input.path.length, input.path.bytes, (int)decoded.charset.length, decoded.charset.bytes,
             (int)decoded.basis.length, decoded.basis.bytes);
    out->raw[out->count] = bytes;
    out->page[out->count] = decoded.text;
    out->bytes += (double)out->page[out->count++].length;
  }
  isnad_captures_close(captures);
}

static size_t run_decode(const pages *p, isnad_arena *arena) {
  size_t count = 0;
  page_decoded decoded;
  for (size_t i = 0; i < p->count; i++) {
    isnad_arena_reset(arena);
    if (page_decode(&decoded, arena, p->raw[i], (isnad_slice){NULL, 0}, true, NULL) != ISNAD_OK) exit(2);
    count += decoded.origins.count;
  }
  return count;
}

static size_t tokens_of(isnad_slice page) {
  html_attr_value attrs[HTML_ATTR_COUNT];
  html_tokenizer t = html_tokenizer_of(page);
  html_token token;
  size_t count = 0;
  t.attrs = attrs;
  t.room = HTML_ATTR_COUNT;
  for (html_token_next(&t, &token); token.kind != HTML_TOKEN_EOF; html_token_next(&t, &token), count++) {
    if (token.kind != HTML_TOKEN_START) continue;
    if (token.tag == HTML_SCRIPT) t.mode = HTML_AS_SCRIPT;
    if (token.tag == HTML_STYLE) t.mode = HTML_AS_RAWTEXT;
    if (token.tag == HTML_TITLE || token.tag == HTML_TEXTAREA) t.mode = HTML_AS_RCDATA;
    t.raw_name = (isnad_slice){page.bytes + token.data.begin, token.data.end - token.data.begin};
  }
  return count;
}

static size_t run_tokens(const pages *p, isnad_arena *arena) {
  size_t count = 0;
  (void)arena;
  for (size_t i = 0; i < p->count; i++) count += tokens_of(p->page[i]);
  return count;
}

static size_t run_tree(const pages *p, isnad_arena *arena) {
  size_t count = 0;
  html_tree tree;
  for (size_t i = 0; i < p->count; i++) {
    isnad_arena_reset(arena);
    if (html_parse(&tree, arena, p->page[i], NULL, NULL) != ISNAD_OK) exit(2);
    count += tree.count;
  }
  return count;
}

#ifdef HAVE_GUMBO
static size_t run_gumbo(const pages *p, isnad_arena *arena) {
  size_t count = 0;
  (void)arena;
  for (size_t i = 0; i < p->count; i++) {
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, p->page[i].bytes, p->page[i].length);
    count += output->root != NULL;
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
  return count;
}
#endif

static void measure(const char *what, const pages *p, isnad_arena *arena, size_t (*run)(const pages *, isnad_arena *)) {
  double seconds[BENCH_RUNS];
  size_t items = 0;
  for (int i = 0; i < BENCH_RUNS; i++) {
    double begin = bench_now();
    items = run(p, arena);
    seconds[i] = bench_now() - begin;
  }
  bench_print(what, seconds, p->bytes, (double)items);
}

int main(int argc, char **argv) {
  static pages p;
  isnad_arena *held = NULL, *arena = NULL;
  if (argc < 2 || isnad_arena_new(&held, 0) != ISNAD_OK || isnad_arena_new(&arena, 0) != ISNAD_OK) {
    fprintf(stderr, "usage: bench_html PATH...\n");
    return 2;
  }
  load(&p, held, (const char *const *)argv + 1, (size_t)argc - 1);
  printf("%zu pages, %.1f MB\n", p.count, p.bytes / 1e6);
  measure("decode (runs as items)", &p, arena, run_decode);
  measure("tokens", &p, arena, run_tokens);
  measure("tree", &p, arena, run_tree);
#ifdef HAVE_GUMBO
  measure("gumbo (pages as items)", &p, arena, run_gumbo);
#endif
  isnad_arena_free(arena);
  isnad_arena_free(held);
  return 0;
}
