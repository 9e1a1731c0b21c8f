/* The pipeline, and the one file that knows every stage: read it first.
 *
 *   bytes -> capture -> page -> article -> note   isnad_read: pure, one page in, one record out
 *                                   |
 *                                 store           isnad_add: records in, in batches
 *                                   |
 *    entity, reuse -> story -> chain             isnad_weave: what the new articles mean for the old ones
 *                                  \-> claim      isnad_claims_of_story: asked for, never stored
 *    search                                      isnad_search_run: asked for; its index is written with each record
 *
 * How many captures run through it at once: batches.c.
 */
#include "pipeline.h"

#include "store/articles.h"

const char *isnad_version(void) { return "0.1.0"; }

static isnad_status find_articles(isnad_record *out, isnad_arena *arena, isnad_err *err) {
  isnad_status status = isnad_page_read(&out->page, arena, &out->capture, err);
  return status == ISNAD_OK ? isnad_articles_find(&out->articles, &out->article_count, arena, &out->page, &out->capture, err) : status;
}

static isnad_status note_articles(isnad_record *out, isnad_arena *arena, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < out->article_count; i++) status = isnad_note_article(&out->articles[i], arena, &out->page, err);
  return status;
}

isnad_status isnad_read(isnad_record *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  *out = (isnad_record){0};
  isnad_status status = isnad_capture_read(&out->capture, arena, input, err);
  if (status == ISNAD_OK) status = find_articles(out, arena, err);
  return status == ISNAD_OK ? note_articles(out, arena, err) : status;
}

/* --- one page for a run --- */

/* Each article of a page, however short, begins its own lists; beyond so many on one page they share what the bytes allow. */
enum { PAGE_MEMORY = 16 * 1024 * 1024, MEMORY_PER_BYTE = 48, MEMORY_PER_ARTICLE = 64 * 1024, MOST_ARTICLES = 2048 };

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

static void allow_articles(isnad_arena *arena, const isnad_record *record) {
  size_t count = record->article_count < MOST_ARTICLES ? record->article_count : MOST_ARTICLES;
  isnad_arena_limit(arena, isnad_arena_used(arena) + PAGE_MEMORY + MEMORY_PER_BYTE * record->capture.bytes.length + MEMORY_PER_ARTICLE * count);
}

/* What a page may cost depends on its bytes, which those of a packed record are known of only when they are unpacked. */
static isnad_status read_within(isnad_result *result, isnad_arena *arena, const isnad_input *input) {
  result->record = (isnad_record){0};
  allow(arena, input->record.is ? input->bytes.length + input->record.largest / MEMORY_PER_BYTE : input->bytes.length);
  isnad_status status = isnad_capture_read(&result->record.capture, arena, input, &result->err);
  if (status != ISNAD_OK) return status;
  allow(arena, result->record.capture.bytes.length);
  status = find_articles(&result->record, arena, &result->err);
  if (status != ISNAD_OK) return status;
  allow_articles(arena, &result->record);
  return note_articles(&result->record, arena, &result->err);
}

void pipeline_read(isnad_result *result, isnad_arena *arena, const isnad_input *input, bool for_store, unsigned without) {
  result->status = read_within(result, arena, input);
  if (result->status == ISNAD_OK) result->status = prepare(result, arena, for_store, without);
}

void isnad_read_one(isnad_result *out, isnad_arena *arena, const isnad_input *input, bool for_store) {
  *out = (isnad_result){.path = input->path, .line = input->line};
  pipeline_read(out, arena, input, for_store, 0);
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
  return isnad_weave(store, pipeline_threads(run), run->without, err);
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
