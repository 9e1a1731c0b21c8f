/* Text in, passages out, without a store: how fast word reading, fingerprints, candidates and alignment are, and (with -p) the passages, to be
 * scored. usage: bench_reuse DOCS.jsonl [-p]
 *
 * What is measured begins with texts in memory (title, line feed, text, as UTF-8) and ends with the passages that each pair shares, as places in
 * words. Reading the file and its JSON is not in it and is told apart. Kept of a text are its words as they are aligned, nine bytes each, and its
 * fingerprints. Memory that the system hands out page by page costs time too: see docs/REUSE.md. */
#include "base/room.h"
#include "bench.h"
#include "isnad/capture.h"
#include "reuse/join.h"
#include "reuse/judge.h"
#include "reuse/weaving.h"

#include <string.h>

typedef struct document {
  isnad_slice id, outlet, text;
  uint32_t title; /* bytes */
  reuse_text kept;
} document;

typedef struct entries {
  join_entry *items;
  size_t count, room;
} entries;

typedef struct run {
  isnad_arena *arena, *scratch;
  document *documents;
  size_t count;
  entries keys;
  double json, printed, joined, aligned;
} run;

static void check(isnad_status status, const isnad_err *err) {
  if (status == ISNAD_OK) return;
  fprintf(stderr, "%s\n", err->message);
  exit(2);
}

static void load_document(run *r, document *d, const char *line, size_t length) {
  isnad_err err;
  isnad_capture capture;
  isnad_input input = {.path = {"docs", 4}, .line = 1, .bytes = {line, length}};
  check(isnad_capture_read(&capture, r->scratch, &input, &err), &err);
  *d = (document){isnad_arena_copy(r->arena, capture.id),
                  isnad_arena_copy(r->arena, capture.outlet),
                  isnad_arena_copy(r->arena, capture.bytes),
                  (uint32_t)capture.title.length,
                  {0}};
  isnad_arena_reset(r->scratch);
}

static void load_all(run *r, const char *bytes, size_t length) {
  size_t lines = 0;
  double start = bench_now();
  for (size_t i = 0; i < length; i++) lines += bytes[i] == '\n';
  r->documents = isnad_arena_array(r->arena, lines, sizeof *r->documents);
  for (const char *at = bytes, *end; r->count < lines; at = end + 1) {
    end = memchr(at, '\n', length - (size_t)(at - bytes));
    load_document(r, &r->documents[r->count++], at, (size_t)(end - at));
  }
  r->json = bench_now() - start;
}

static void *keep(run *r, const void *items, size_t size) {
  isnad_slice copy = isnad_arena_copy(r->arena, (isnad_slice){items, size});
  return (void *)(uintptr_t)copy.bytes;
}

/* The words live in the scratch arena; what alignment needs of them is kept. */
static void read_words(run *r, document *d, reuse_text *text) {
  isnad_err err;
  isnad_tokens tokens;
  check(isnad_arabic_tokens(&tokens, r->scratch, d->text, &err), &err);
  isnad_span headline = {0, d->title}, body = {d->title, (uint32_t)d->text.length};
  reuse_place place = {headline, &body, 1};
  check(reuse_text_read(text, r->scratch, &tokens, &place, &err), &err);
  d->kept = (reuse_text){.headline = text->headline, .count = text->count};
  d->kept.words = keep(r, text->words, text->count * sizeof *text->words);
  d->kept.spelled = keep(r, text->spelled, text->count * sizeof *text->spelled);
  d->kept.quoted = keep(r, text->quoted, text->count);
}

/* Room for the keys of usual texts is taken at once: a list that grows to 40 MB is written twice, and each of its pages costs time. */
static void reserve_keys(run *r, size_t bytes) {
  enum { BYTES_OF_A_KEY = 40 };
  r->keys.room = bytes / BYTES_OF_A_KEY + 1024;
  r->keys.items = arena_room(r->arena, r->keys.room, sizeof *r->keys.items);
  if (r->keys.items == NULL) exit(2);
}

static void add_keys(run *r, const reuse_prints *prints, size_t place) {
  entries *to = &r->keys;
  if (to->count + prints->count > to->room) {
    size_t room = (to->count + prints->count) * 2;
    to->items = arena_grow_room(r->arena, to->items, to->room, room, sizeof *to->items);
    if (to->items == NULL) exit(2);
    to->room = room;
  }
  for (size_t k = 0; k < prints->count; k++) to->items[to->count++] = (join_entry){prints->keys[k], place};
}

/* The clock is looked at once: to look costs as much as a short text. */
static void print_all(run *r) {
  isnad_err err;
  reuse_text text;
  reuse_prints prints;
  double start = bench_now();
  for (size_t i = 0; i < r->count; i++) {
    read_words(r, &r->documents[i], &text);
    check(reuse_prints_make(&prints, r->scratch, &text, &err), &err);
    add_keys(r, &prints, i);
    isnad_arena_reset(r->scratch);
  }
  r->printed = bench_now() - start;
}

static join_result join_all(run *r) {
  isnad_err err;
  join_result result;
  double start = bench_now();
  segments_sort(r->keys.items, r->keys.count);
  join_rule rule = {REUSE_CAP, REUSE_RARE, REUSE_POINTS_NEEDED, reuse_points_of, NULL};
  check(join_find(&result, r->arena, r->keys.items, r->keys.count, r->count, r->count, &rule, &err), &err);
  r->joined = bench_now() - start;
  return result;
}

static void print_pair(const document *a, const document *b, const reuse_verdict *v) {
  printf("{\"a\":\"%.*s\",\"b\":\"%.*s\",\"matched\":%u,\"identity\":%.3f,\"containment\":[%.3f,%.3f],\"n\":%zu}\n", (int)a->id.length, a->id.bytes,
         (int)b->id.length, b->id.bytes, v->matched, v->identity, v->a_in_b, v->b_in_a, v->count);
}

static size_t align_all(run *r, const join_result *candidates, bool print) {
  isnad_err err;
  reuse_verdict verdict;
  size_t found = 0;
  double start = bench_now();
  for (size_t i = 0; i < candidates->count; i++) {
    const document *a = &r->documents[candidates->pairs[i].a], *b = &r->documents[candidates->pairs[i].b];
    bool same = a->outlet.length > 0 && isnad_slice_equal(a->outlet, b->outlet);
    isnad_arena_reset(r->scratch);
    check(reuse_judge(&verdict, r->scratch, &a->kept, &b->kept, same, &err), &err);
    if (verdict.count == 0) continue;
    found++;
    if (print) print_pair(a, b, &verdict);
  }
  r->aligned = bench_now() - start;
  return found;
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  size_t length = 0;
  char *bytes = bench_file(argv[1], &length);
  run r = {0};
  if (isnad_arena_new(&r.arena, 0) != ISNAD_OK || isnad_arena_new(&r.scratch, 0) != ISNAD_OK) return 2;
  load_all(&r, bytes, length);
  reserve_keys(&r, length);
  print_all(&r);
  join_result candidates = join_all(&r);
  size_t found = align_all(&r, &candidates, argc > 2);
  double all = r.printed + r.joined + r.aligned, n = (double)r.count;
  fprintf(stderr, "%zu documents  %zu keys (%.0f each)  %zu candidates  %zu pairs share passages\n", r.count, r.keys.count, (double)r.keys.count / n,
          candidates.count, found);
  fprintf(stderr, "words and fingerprints %.0f  candidates %.0f  align %.0f  text to passages %.0f documents/s   (the JSON before: %.0f)\n",
          n / r.printed, n / r.joined, n / r.aligned, n / all, n / r.json);
  isnad_arena_free(r.arena);
  isnad_arena_free(r.scratch);
  free(bytes);
  return 0;
}
