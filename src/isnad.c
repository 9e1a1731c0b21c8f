/* The pipeline, and the one file that knows every stage: read it first.
 *
 *   bytes -> capture -> page -> article -> note   isnad_read: pure, one page in, one record out
 *                                   |
 *                                 store           isnad_add: records in, in batches
 *                                   |
 *    entity, reuse -> story -> chain             isnad_weave: what the new articles mean for the old ones
 *                                  \-> claim      isnad_claims_of_story: asked for, never stored
 *    search                                      isnad_search_run: asked for; its index is written with each record
 */
#include "isnad/isnad.h"

#include "base/pool.h"
#include "feed/items.h"
#include "store/articles.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *isnad_version(void) { return "0.1.0"; }

static isnad_status read_page(isnad_record *out, isnad_arena *arena, isnad_err *err) {
  isnad_status status = isnad_page_read(&out->page, arena, &out->capture, err);
  if (status == ISNAD_OK) status = isnad_articles_find(&out->articles, &out->article_count, arena, &out->page, &out->capture, err);
  for (size_t i = 0; status == ISNAD_OK && i < out->article_count; i++) status = isnad_note_article(&out->articles[i], arena, &out->page, err);
  return status;
}

isnad_status isnad_read(isnad_record *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  *out = (isnad_record){0};
  isnad_status status = isnad_capture_read(&out->capture, arena, input, err);
  return status == ISNAD_OK ? read_page(out, arena, err) : status;
}

/* --- reading many captures: batches of pages go through the worker pool --- */

enum { BATCH_PAGES = 16, BATCH_BYTES = 64 * 1024, SLOTS_PER_THREAD = 4, PAGE_MEMORY = 16 * 1024 * 1024, MEMORY_PER_BYTE = 48 };

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

static isnad_status prepare_articles(isnad_result *result, isnad_arena *arena, unsigned without) {
  bool claims = (without & ISNAD_MADE_CLAIMS) == 0, words = (without & ISNAD_MADE_WORDS) == 0;
  const isnad_record *record = &result->record;
  isnad_prepared_article *articles = isnad_arena_array(arena, record->article_count + 1, sizeof *articles);
  if (articles == NULL) return isnad_arena_fail(&result->err, arena, "read");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < record->article_count; i++) {
    status = isnad_reuse_prints(&articles[i].prints, arena, &record->page, &record->articles[i], &result->err);
    if (status == ISNAD_OK) status = isnad_story_terms(&articles[i].terms, arena, &record->page, &record->articles[i], &result->err);
    if (status == ISNAD_OK && claims) status = isnad_claim_prepare(&articles[i], arena, &record->page, &record->articles[i], &result->err);
    if (status == ISNAD_OK && words) status = isnad_search_prepare(&articles[i], arena, &record->page, &record->articles[i], &result->err);
  }
  result->prepared.articles = articles;
  return status;
}

static isnad_status prepare(isnad_result *result, isnad_arena *arena, bool for_store, unsigned without) {
  isnad_prepared *p = &result->prepared;
  isnad_status status = ISNAD_OK;
  p->record = &result->record;
  if ((without & ISNAD_MADE_RECORDS) == 0) status = isnad_record_json(&p->json, for_store ? &p->text_at : NULL, arena, &result->record, &result->err);
  return status == ISNAD_OK && for_store ? prepare_articles(result, arena, without) : status;
}

static void allow(isnad_arena *arena, size_t bytes) { isnad_arena_limit(arena, isnad_arena_used(arena) + PAGE_MEMORY + MEMORY_PER_BYTE * bytes); }

/* What a page may cost depends on its bytes, which those of a packed record are known of only when they are unpacked. */
static isnad_status read_within(isnad_result *result, isnad_arena *arena, const isnad_input *input) {
  result->record = (isnad_record){0};
  allow(arena, input->record.is ? input->bytes.length + input->record.largest / MEMORY_PER_BYTE : input->bytes.length);
  isnad_status status = isnad_capture_read(&result->record.capture, arena, input, &result->err);
  if (status != ISNAD_OK) return status;
  allow(arena, result->record.capture.bytes.length);
  return read_page(&result->record, arena, &result->err);
}

void isnad_read_one(isnad_result *out, isnad_arena *arena, const isnad_input *input, bool for_store) {
  *out = (isnad_result){.path = input->path, .line = input->line};
  out->status = read_within(out, arena, input);
  if (out->status == ISNAD_OK) out->status = prepare(out, arena, for_store, 0);
}

static void read_batch(void *context, void *slot) {
  const reading *r = context;
  batch *b = slot;
  for (size_t i = 0; i < b->count; i++) {
    isnad_result *result = &b->results[i];
    result->path = b->inputs[i].path;
    result->line = b->inputs[i].line;
    if (result->status != ISNAD_OK) continue;
    result->status = read_within(result, b->arena, &b->inputs[i]);
    if (result->status == ISNAD_OK) result->status = prepare(result, b->arena, r->run->for_store, r->run->without);
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

static unsigned threads_of(const isnad_run *run) {
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
  unsigned threads = threads_of(run);
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

/* --- the stages across articles --- */

static isnad_status weave_stages(isnad_store *store, unsigned threads, unsigned without, isnad_err *err) {
  bool entities = (without & ISNAD_MADE_ENTITIES) == 0, stories = (without & ISNAD_MADE_STORIES) == 0;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "weave", (isnad_span){0, 0}, "out of memory");
  int64_t *fresh = NULL;
  size_t count = 0;
  isnad_ids touched = {0}, retold = {0};
  isnad_status status = store_articles_unwoven(&fresh, &count, arena, store, err);
  if (status == ISNAD_OK && entities) status = isnad_entity_weave(store, fresh, count, err);
  if (status == ISNAD_OK) status = isnad_reuse_weave(&touched, arena, store, fresh, count, threads, err);
  if (status == ISNAD_OK && stories) status = isnad_story_weave(&retold, arena, store, &touched, threads, err);
  if (status == ISNAD_OK && stories && (without & ISNAD_MADE_THREADS) == 0) status = isnad_story_threads(store, err);
  if (status == ISNAD_OK && stories) status = isnad_chain_weave(store, &retold, err);
  isnad_arena_free(arena);
  return status;
}

isnad_status isnad_weave(isnad_store *store, unsigned threads, unsigned without, isnad_err *err) {
  bool any = false;
  isnad_status status = store_articles_any_unwoven(&any, store, err);
  if (status != ISNAD_OK || !any) return status;
  status = isnad_store_begin(store, err);
  if (status == ISNAD_OK) status = weave_stages(store, threads, without, err);
  if (status == ISNAD_OK) status = store_articles_mark_woven(store, err);
  if (status == ISNAD_OK) status = isnad_store_commit(store, err);
  if (status != ISNAD_OK) isnad_store_rollback(store);
  return status;
}

/* --- adding to a store --- */

enum { COMMIT_EVERY = 4096 };

typedef struct adding {
  isnad_store *store;
  isnad_added *added;
  const isnad_run *run;
  void (*refused)(void *context, const isnad_result *result);
  isnad_err *err;
  isnad_status status;
  size_t in_batch;
} adding;

static isnad_status put_result(adding *a, const isnad_result *result) {
  if (result->status != ISNAD_OK) {
    a->added->refused++;
    if (a->refused != NULL) a->refused(a->run->context, result);
    return isnad_store_refuse(a->store, result->path, result->line, &result->err, a->err);
  }
  bool fresh = false;
  isnad_status status = isnad_store_put(a->store, &fresh, &result->prepared, a->err);
  if (status == ISNAD_OK && fresh)
    a->added->fresh++;
  else if (status == ISNAD_OK)
    a->added->known++;
  return status;
}

static bool add_result(void *context, const isnad_result *result) {
  adding *a = context;
  if (a->in_batch == 0) a->status = isnad_store_begin(a->store, a->err);
  if (a->status == ISNAD_OK) a->status = put_result(a, result);
  if (a->status == ISNAD_OK && ++a->in_batch == COMMIT_EVERY) {
    a->status = isnad_store_commit(a->store, a->err);
    a->in_batch = 0;
  }
  return a->status == ISNAD_OK;
}

static void add_progress(void *context, uint64_t done, uint64_t total) {
  const adding *a = context;
  if (a->run->progress != NULL) a->run->progress(a->run->context, done, total);
}

isnad_status isnad_add(isnad_added *out, isnad_store *store, const char *const *paths, size_t count, const isnad_run *run,
                       void (*refused)(void *context, const isnad_result *result), isnad_err *err) {
  *out = (isnad_added){0};
  adding a = {.store = store, .added = out, .run = run, .refused = refused, .err = err};
  isnad_run how = *run;
  how.for_store = true;
  how.take = add_result;
  how.progress = add_progress;
  how.context = &a;
  isnad_status status = isnad_read_all(paths, count, &how, err);
  if (a.status != ISNAD_OK) status = a.status;
  if (status == ISNAD_OK && a.in_batch > 0) status = isnad_store_commit(store, err);
  if (status != ISNAD_OK) isnad_store_rollback(store);
  if (status != ISNAD_OK) return status;
  return isnad_weave(store, threads_of(run), run->without, err);
}

/* --- keeping a store fed --- */

static isnad_status read_for_watch(isnad_prepared *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  isnad_arena_limit(arena, 0);
  isnad_result *result = isnad_arena_alloc(arena, sizeof *result);
  if (result == NULL) return isnad_arena_fail(err, arena, "read");
  isnad_read_one(result, arena, input, true);
  *out = result->prepared;
  if (err != NULL && result->status != ISNAD_OK) *err = result->err;
  return result->status;
}

static isnad_status weave_for_watch(isnad_store *store, isnad_err *err) { return isnad_weave(store, 0, 0, err); }

static isnad_status alert_after(isnad_store *store, const isnad_fetch_options *net, isnad_err *err) {
  isnad_clock clock = net->clock != NULL ? *net->clock : isnad_clock_of_system();
  isnad_alert_counts counts;
  return isnad_alert_run(&counts, store, net, (int64_t)clock.wall(clock.context), NULL, NULL, err);
}

isnad_status isnad_watch(isnad_watch_counts *out, isnad_store *store, const isnad_watch_options *options, isnad_err *err) {
  static const isnad_watch_pipeline pipeline = {.read = read_for_watch, .weave = weave_for_watch, .after = alert_after};
  return isnad_watch_run(out, store, options, &pipeline, err);
}
