#include "reuse/weaving.h"

#include "base/pool.h"
#include "reuse/kind.h"
#include "store/sql.h"

/* A job is a few pairs with their texts, read from the store by the one thread that may; workers align; the results are written when all are in,
 * because the store has one user at a time. */
enum { JOB_PAIRS = 32, JOB_TEXTS = 2 * JOB_PAIRS, SLOTS_PER_THREAD = 4 };

typedef struct loaded {
  held_text held;
  reuse_text text;
  bool read;
} loaded;

typedef struct compared {
  uint8_t a, b; /* in texts */
  reuse_verdict verdict;
} compared;

typedef struct job {
  isnad_arena *arena;
  uint64_t names[JOB_TEXTS]; /* of the texts */
  loaded texts[JOB_TEXTS];
  compared pairs[JOB_PAIRS];
  size_t text_count, pair_count;
  isnad_status status;
  isnad_err err;
} job;

typedef struct found {
  int64_t a, b;
  uint32_t matched, alike;
  double identity, a_in_b, b_in_a;
  isnad_slice spans;
  const char *kind;
} found;

typedef struct comparison {
  reuse_weaving *w;
  size_t next; /* of w->wanted */
  found *items;
  size_t count, room;
  isnad_status status;
  isnad_err *err;
} comparison;

/* --- making jobs --- */

static isnad_status load(job *j, reuse_weaving *w, uint64_t name, uint8_t *at) {
  for (size_t i = 0; i < j->text_count; i++)
    if (j->names[i] == name) {
      *at = (uint8_t)i;
      return ISNAD_OK;
    }
  loaded *fresh = &j->texts[j->text_count];
  *fresh = (loaded){.read = false};
  j->names[j->text_count] = name;
  *at = (uint8_t)j->text_count;
  isnad_status status = held_text_by_name(&fresh->held, j->arena, w->store, name, &j->err);
  if (status == ISNAD_OK) j->text_count++;
  return status;
}

static bool make_job(void *context, void *slot) {
  comparison *c = context;
  job *j = slot;
  isnad_arena_reset(j->arena);
  j->text_count = j->pair_count = 0;
  j->status = ISNAD_OK;
  for (; j->status == ISNAD_OK && j->pair_count < JOB_PAIRS && c->next < c->w->wanted.count; c->next++) {
    compared *pair = &j->pairs[j->pair_count];
    j->status = load(j, c->w, c->w->wanted.items[c->next].a, &pair->a);
    if (j->status == ISNAD_OK) j->status = load(j, c->w, c->w->wanted.items[c->next].b, &pair->b);
    if (j->status == ISNAD_OK) j->pair_count++;
  }
  return j->pair_count > 0 || j->status != ISNAD_OK;
}

/* --- doing them --- */

static isnad_status read_text(job *j, loaded *t) {
  if (t->read) return ISNAD_OK;
  t->read = true;
  return held_words(&t->text, j->arena, &t->held, &j->err);
}

static isnad_status judge(job *j, reuse_verdict *verdict, loaded *a, loaded *b) {
  bool same_outlet = a->held.outlet != 0 && a->held.outlet == b->held.outlet;
  isnad_status status = reuse_judge(verdict, j->arena, &a->text, &b->text, same_outlet, &j->err);
  if (status != ISNAD_OK || verdict->furniture == 0) return status;
  status = held_rare(&a->text, j->arena, &a->held, &j->err);
  if (status == ISNAD_OK) status = held_rare(&b->text, j->arena, &b->held, &j->err);
  return status == ISNAD_OK ? reuse_judge(verdict, j->arena, &a->text, &b->text, same_outlet, &j->err) : status;
}

static void do_job(void *context, void *slot) {
  (void)context;
  job *j = slot;
  for (size_t i = 0; j->status == ISNAD_OK && i < j->pair_count; i++) {
    compared *pair = &j->pairs[i];
    loaded *a = &j->texts[pair->a], *b = &j->texts[pair->b];
    j->status = read_text(j, a);
    if (j->status == ISNAD_OK) j->status = read_text(j, b);
    if (j->status == ISNAD_OK) j->status = judge(j, &pair->verdict, a, b);
  }
}

/* --- taking results --- */

static void put_span(uint8_t *at, const loaded *t, uint32_t first, uint32_t last) {
  uint32_t ends[] = {t->text.spans[first].begin + t->held.offset, t->text.spans[last - 1].end + t->held.offset};
  for (size_t i = 0; i < 8; i++) at[i] = (uint8_t)(ends[i / 4] >> (8 * (i % 4)));
}

static isnad_slice pack_spans(isnad_arena *arena, const loaded *a, const loaded *b, const reuse_verdict *v) {
  uint8_t *bytes = isnad_arena_array(arena, v->count, 16);
  for (size_t i = 0; bytes != NULL && i < v->count; i++) {
    put_span(bytes + 16 * i, a, v->passages[i].a, v->passages[i].a_end);
    put_span(bytes + 16 * i + 8, b, v->passages[i].b, v->passages[i].b_end);
  }
  return (isnad_slice){(const char *)bytes, bytes != NULL ? 16 * v->count : 0};
}

static isnad_status keep(comparison *c, const job *j, const compared *pair) {
  isnad_arena *arena = c->w->arena;
  const loaded *a = &j->texts[pair->a], *b = &j->texts[pair->b];
  const reuse_verdict *v = &pair->verdict;
  if (c->count == c->room) {
    size_t room = c->room == 0 ? 256 : c->room * 2;
    found *grown = isnad_arena_grow(arena, c->items, c->room, room, sizeof *grown);
    if (grown == NULL) return isnad_arena_fail(c->err, arena, "reuse");
    c->items = grown;
    c->room = room;
  }
  isnad_slice spans = pack_spans(arena, a, b, v);
  if (spans.length == 0) return isnad_arena_fail(c->err, arena, "reuse");
  const char *kind = reuse_kind(v, &a->text, &b->text, a->held.page == b->held.page);
  c->items[c->count++] = (found){a->held.id, b->held.id, v->matched, v->alike, v->identity, v->a_in_b, v->b_in_a, spans, kind};
  return ISNAD_OK;
}

static bool take_job(void *context, void *slot) {
  comparison *c = context;
  job *j = slot;
  c->status = j->status;
  if (j->status != ISNAD_OK && c->err != NULL) *c->err = j->err;
  for (size_t i = 0; c->status == ISNAD_OK && i < j->pair_count; i++)
    if (j->pairs[i].verdict.count > 0) c->status = keep(c, j, &j->pairs[i]);
  return c->status == ISNAD_OK;
}

/* --- writing --- */

static const char insert_passage[] = "INSERT OR REPLACE INTO passage VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)";

static isnad_status write_passage(isnad_store *store, const found *f, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, insert_passage, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, f->a);
  sqlite3_bind_int64(s, 2, f->b);
  store_bind_blob(s, 3, f->spans);
  sqlite3_bind_int64(s, 4, f->matched);
  sqlite3_bind_int64(s, 5, f->alike);
  sqlite3_bind_double(s, 6, f->identity);
  sqlite3_bind_double(s, 7, f->a_in_b);
  sqlite3_bind_double(s, 8, f->b_in_a);
  store_bind_text(s, 9, isnad_slice_of(f->kind));
  return store_run(store, s, err);
}

static isnad_status run_jobs(comparison *c, job *jobs, size_t slots) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < slots; i++) status = isnad_arena_new(&jobs[i].arena, 0);
  pool_work work = {make_job, do_job, take_job, c};
  if (status == ISNAD_OK) status = pool_run(&work, jobs, slots, sizeof *jobs, c->w->threads, c->err);
  for (size_t i = 0; i < slots; i++) isnad_arena_free(jobs[i].arena);
  return c->status != ISNAD_OK ? c->status : status;
}

isnad_status reuse_compare(reuse_weaving *w, reuse_ids *touched, isnad_err *err) {
  size_t slots = w->threads > 1 ? (size_t)w->threads * SLOTS_PER_THREAD : 1;
  comparison c = {.w = w, .err = err};
  job *jobs = isnad_arena_array(w->arena, slots, sizeof *jobs);
  if (jobs == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  isnad_status status = reuse_gather_pairs(&w->wanted, err);
  if (status == ISNAD_OK) status = run_jobs(&c, jobs, slots);
  for (size_t i = 0; status == ISNAD_OK && i < c.count; i++) {
    status = write_passage(w->store, &c.items[i], err);
    if (status == ISNAD_OK) status = reuse_add_ids(touched, c.items[i].a, c.items[i].b, err);
  }
  return status;
}
