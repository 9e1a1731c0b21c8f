/* Text in, passages out, without a store: how fast fingerprints, candidates and alignment are, and (with -p) the passages, to be scored.
 * usage: bench_reuse DOCS.jsonl [-p] */
#include "bench.h"
#include "isnad/capture.h"
#include "reuse/join.h"
#include "reuse/judge.h"
#include "reuse/weaving.h"

#include <string.h>

typedef struct document {
  isnad_slice line, id, outlet;
  reuse_text text;
  reuse_prints prints;
} document;

typedef struct run {
  isnad_arena *arena, *scratch;
  document *documents;
  size_t count;
  join_entry *entries;
  size_t entry_count;
  double read, printed, joined, aligned;
} run;

static void check(isnad_status status, const isnad_err *err) {
  if (status == ISNAD_OK) return;
  fprintf(stderr, "%s\n", err->message);
  exit(2);
}

/* Copied out of the scratch arena, as the weave reads a text again when it compares it. */
static void read_document(run *r, document *d, const char *line, size_t length) {
  isnad_err err;
  isnad_capture capture;
  isnad_tokens tokens;
  isnad_input input = {.path = {"docs", 4}, .line = 1, .bytes = {line, length}};
  check(isnad_capture_read(&capture, r->scratch, &input, &err), &err);
  d->id = isnad_arena_copy(r->arena, capture.id);
  d->outlet = isnad_arena_copy(r->arena, capture.outlet);
  check(isnad_arabic_tokens(&tokens, r->scratch, capture.bytes, &err), &err);
  isnad_span headline = {0, (uint32_t)capture.title.length}, body = {(uint32_t)capture.title.length, (uint32_t)capture.bytes.length};
  reuse_place place = {headline, &body, 1};
  check(reuse_text_read(&d->text, r->arena, &tokens, &place, &err), &err);
  r->read += 0;
}

static void print_document(run *r, document *d) {
  isnad_err err;
  reuse_prints prints;
  check(reuse_prints_make(&prints, r->scratch, &d->text, (isnad_span){0, 1}, &err), &err);
  d->prints = prints;
  d->prints.keys = isnad_arena_array(r->arena, prints.count, sizeof *prints.keys);
  memcpy(d->prints.keys, prints.keys, prints.count * sizeof *prints.keys);
}

static void read_all(run *r, const char *bytes, size_t length) {
  size_t lines = 0;
  for (size_t i = 0; i < length; i++) lines += bytes[i] == '\n';
  r->documents = isnad_arena_array(r->arena, lines, sizeof *r->documents);
  for (const char *at = bytes, *end; r->count < lines; at = end + 1) {
    end = memchr(at, '\n', length - (size_t)(at - bytes));
    double start = bench_now();
    read_document(r, &r->documents[r->count], at, (size_t)(end - at));
    double middle = bench_now();
    print_document(r, &r->documents[r->count++]);
    r->read += middle - start;
    r->printed += bench_now() - middle;
    isnad_arena_reset(r->scratch);
  }
}

static join_result join_all(run *r) {
  isnad_err err;
  join_result result;
  size_t total = 0;
  double start = bench_now();
  for (size_t i = 0; i < r->count; i++) total += r->documents[i].prints.count;
  r->entries = isnad_arena_array(r->arena, total, sizeof *r->entries);
  for (size_t i = 0; i < r->count; i++)
    for (size_t k = 0; k < r->documents[i].prints.count; k++) r->entries[r->entry_count++] = (join_entry){r->documents[i].prints.keys[k], i};
  segments_sort(r->entries, r->entry_count);
  join_rule rule = {REUSE_CAP, REUSE_RARE, REUSE_POINTS_NEEDED, reuse_points_of, NULL};
  check(join_find(&result, r->arena, r->entries, r->entry_count, r->count, r->count, &rule, &err), &err);
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
    check(reuse_judge(&verdict, r->scratch, &a->text, &b->text, same, &err), &err);
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
  read_all(&r, bytes, length);
  join_result candidates = join_all(&r);
  size_t found = align_all(&r, &candidates, argc > 2);
  double all = r.read + r.printed + r.joined + r.aligned, n = (double)r.count;
  fprintf(stderr, "%zu documents  %zu keys (%.0f each)  %zu candidates  %zu pairs share passages\n", r.count, r.entry_count,
          (double)r.entry_count / n, candidates.count, found);
  fprintf(stderr, "read %.0f  fingerprints %.0f  candidates %.0f  align %.0f  all %.0f documents/s\n", n / r.read, n / r.printed, n / r.joined,
          n / r.aligned, n / all);
  isnad_arena_free(r.arena);
  isnad_arena_free(r.scratch);
  free(bytes);
  return 0;
}
