/* Many captures through the pipeline: batches of pages go through the worker pool. */
#include "pipeline.h"

#include "base/pool.h"
#include "feed/items.h"

#include <stdlib.h>
#include <unistd.h>

enum { BATCH_PAGES = 16, BATCH_BYTES = 64 * 1024, SLOTS_PER_THREAD = 4 };

typedef struct batch {
  isnad_arena *arena;
  size_t count;
  uint64_t done, total; /* progress when the batch was filled: while it is taken, the captures belong to the thread that fills the next */
  isnad_input inputs[BATCH_PAGES];
  isnad_result results[BATCH_PAGES];
} batch;

typedef struct reading {
  const isnad_run *run;
  isnad_captures *captures;
  feed_items feed; /* the feed whose items are handed out */
  isnad_err *err;
} reading;

/* The next capture: an item of the feed that is open, or the next of the walk, which may be a feed. */
static isnad_status next_input(reading *r, isnad_input *input, isnad_err *err) {
  for (;;) {
    isnad_status status = feed_items_next(&r->feed, input, err);
    if (status != ISNAD_END) return status;
    status = isnad_captures_next(r->captures, input, err);
    if (status != ISNAD_OK || !feed_items_is(input)) return status;
    status = feed_items_begin(&r->feed, input, err);
    if (status != ISNAD_OK) return status;
  }
}

static bool fill_batch(void *context, void *slot) {
  reading *r = context;
  batch *b = slot;
  isnad_arena_limit(b->arena, 0);
  isnad_arena_reset(b->arena);
  b->count = 0;
  isnad_slice last_path = {NULL, 0};
  for (size_t bytes = 0; b->count < BATCH_PAGES && bytes < BATCH_BYTES;) {
    isnad_input input;
    isnad_result *result = &b->results[b->count];
    *result = (isnad_result){0};
    result->status = next_input(r, &input, &result->err);
    if (result->status == ISNAD_END) break;
    if (!isnad_slice_equal(input.path, last_path)) last_path = isnad_arena_copy(b->arena, input.path);
    input.path = last_path;
    b->inputs[b->count++] = isnad_input_copy(b->arena, &input);
    bytes += input.bytes.length;
  }
  isnad_captures_progress(r->captures, &b->done, &b->total);
  return b->count > 0;
}

static void read_batch(void *context, void *slot) {
  const reading *r = context;
  batch *b = slot;
  for (size_t i = 0; i < b->count; i++) {
    isnad_result *result = &b->results[i];
    result->path = b->inputs[i].path;
    result->line = b->inputs[i].line;
    if (result->status == ISNAD_OK) pipeline_read(result, b->arena, &b->inputs[i], r->run->for_store, r->run->without);
  }
}

static bool take_batch(void *context, void *slot) {
  reading *r = context;
  batch *b = slot;
  for (size_t i = 0; i < b->count; i++)
    if (!r->run->take(r->run->context, &b->results[i])) return false;
  if (r->run->progress != NULL) r->run->progress(r->run->context, b->done, b->total);
  return true;
}

unsigned pipeline_threads(const isnad_run *run) {
  if (run->threads > 0) return run->threads;
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 1 ? (unsigned)online : 1;
}

static isnad_status run_batches(reading *r, batch *batches, size_t slots, unsigned threads) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < slots; i++) status = isnad_arena_new(&batches[i].arena, 0);
  pool_work work = {fill_batch, read_batch, take_batch, r};
  if (status == ISNAD_OK) status = pool_run(&work, batches, slots, sizeof *batches, threads, r->err);
  for (size_t i = 0; i < slots; i++) isnad_arena_free(batches[i].arena);
  return status;
}

isnad_status isnad_read_all(const char *const *paths, size_t count, const isnad_run *run, isnad_err *err) {
  reading r = {.run = run, .err = err};
  isnad_capture_options options = {.largest = run->largest};
  isnad_status status = isnad_captures_open(&r.captures, paths, count, &options, err);
  if (status != ISNAD_OK) return status;
  if (feed_items_new(&r.feed) != ISNAD_OK) {
    feed_items_close(&r.feed);
    isnad_captures_close(r.captures);
    return isnad_err_set(err, ISNAD_NO_MEMORY, "read", (isnad_span){0, 0}, "out of memory");
  }
  unsigned threads = pipeline_threads(run);
  size_t slots = threads > 1 ? (size_t)threads * SLOTS_PER_THREAD : 1;
  batch *batches = calloc(slots, sizeof *batches);
  if (batches != NULL)
    status = run_batches(&r, batches, slots, threads);
  else
    status = isnad_err_set(err, ISNAD_NO_MEMORY, "read", (isnad_span){0, 0}, "out of memory");
  free(batches);
  feed_items_close(&r.feed);
  isnad_captures_close(r.captures);
  return status;
}
