#include "serve/jobs.h"

#include "isnad/search.h"
#include "store/sql.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_WAITING = 256, MOST_WORKERS = 32, ARENA_MOST = 96 << 20, ARENA_KEPT = 2 << 20, SECONDS_MOST = 10, STEPS_BETWEEN = 20000 };

typedef struct waiter_list {
  struct waiter_list *next;
  void *waiter;
} waiter_list;

typedef struct job {
  struct job *next;
  job_ask ask; /* its bytes stand behind the struct */
  waiter_list *waiters;
} job;

typedef struct worker {
  jobs *j;
  pthread_t thread;
  isnad_store *store;
  isnad_search *search; /* NULL until something is looked for */
  isnad_arena *arena;
  isnad_view_desk *desk;
  time_t deadline;
} worker;

struct jobs {
  jobs_options options;
  pthread_mutex_t lock;
  pthread_cond_t more;
  job *queue, *running;
  size_t waiting;
  unsigned heavy; /* running */
  bool stopped;
  size_t started;
  worker workers[MOST_WORKERS];
};

/* --- the queue --- */

static char *copy_to(char **at, isnad_slice *s) {
  char *begin = *at;
  if (s->length > 0) memcpy(begin, s->bytes, s->length);
  *at += s->length;
  s->bytes = begin;
  return begin;
}

static job *job_new(const job_ask *ask) {
  size_t bytes = ask->method.length + ask->target.length + ask->key.length + ask->body.length + ask->body_type.length + ask->host.length;
  job *made = malloc(sizeof *made + bytes + 1);
  if (made == NULL) return NULL;
  *made = (job){.ask = *ask};
  char *at = (char *)(made + 1);
  copy_to(&at, &made->ask.method);
  copy_to(&at, &made->ask.target);
  copy_to(&at, &made->ask.key);
  copy_to(&at, &made->ask.body);
  copy_to(&at, &made->ask.body_type);
  copy_to(&at, &made->ask.host);
  return made;
}

static job *same_in(job *list, isnad_slice key) {
  while (list != NULL && !isnad_slice_equal(list->ask.key, key)) list = list->next;
  return list;
}

static bool add_waiter(job *to, void *waiter) {
  if (waiter == NULL) return true;
  waiter_list *w = malloc(sizeof *w);
  if (w == NULL) return false;
  *w = (waiter_list){to->waiters, waiter};
  to->waiters = w;
  return true;
}

static bool submit_locked(jobs *j, const job_ask *ask, void *waiter) {
  job *same = ask->key.length > 0 ? same_in(j->queue, ask->key) : NULL;
  if (same == NULL && ask->key.length > 0) same = same_in(j->running, ask->key);
  if (j->stopped) return false;
  if (same != NULL) return add_waiter(same, waiter);
  if (j->waiting == MOST_WAITING) return false;
  job *made = job_new(ask);
  if (made == NULL || !add_waiter(made, waiter)) {
    free(made);
    return false;
  }
  job **end = &j->queue;
  while (*end != NULL) end = &(*end)->next;
  *end = made;
  j->waiting++;
  pthread_cond_broadcast(&j->more);
  return true;
}

bool jobs_submit(jobs *j, const job_ask *ask, void *waiter) {
  pthread_mutex_lock(&j->lock);
  bool done = submit_locked(j, ask, waiter);
  pthread_mutex_unlock(&j->lock);
  return done;
}

size_t jobs_waiting(jobs *j) {
  pthread_mutex_lock(&j->lock);
  size_t waiting = j->waiting;
  pthread_mutex_unlock(&j->lock);
  return waiting;
}

static bool is_heavy(const job *one) { return (one->ask.r->flags & ROUTE_HEAVY) != 0; }

/* The first job that may run now: one worker is kept for what is quick. */
static job *take_locked(jobs *j) {
  for (job **at = &j->queue; *at != NULL; at = &(*at)->next) {
    job *one = *at;
    if (is_heavy(one) && j->started > 1 && j->heavy + 1 >= j->started) continue;
    *at = one->next;
    j->waiting--;
    j->heavy += is_heavy(one);
    one->next = j->running;
    j->running = one;
    return one;
  }
  return NULL;
}

static void finish(jobs *j, job *done, reply *r) {
  pthread_mutex_lock(&j->lock);
  for (job **at = &j->running; *at != NULL; at = &(*at)->next) {
    if (*at != done) continue;
    *at = done->next;
    break;
  }
  j->heavy -= is_heavy(done);
  pthread_cond_broadcast(&j->more);
  pthread_mutex_unlock(&j->lock);
  for (waiter_list *w = done->waiters; w != NULL;) {
    waiter_list *next = w->next;
    if (r != NULL) reply_hold(j->options.cache, r);
    j->options.finished(w->waiter, r);
    free(w);
    w = next;
  }
  free(done);
}

/* --- making a reply --- */

static int too_long(void *context) { return time(NULL) > ((worker *)context)->deadline; }

reply *reply_of(const exchange *x, bool keep, const char *allow_origin) {
  reply_parts parts = {.code = x->code,
                       .body = buf_slice(&x->out),
                       .type = x->type,
                       .html = x->wanted == FORMAT_HTML,
                       .keep = keep && x->code == 200,
                       .allow_origin = allow_origin,
                       .retry_after = x->code == 503 ? 5u : 0};
  return reply_new(&parts);
}

/* All views of one reply see one state of the store. */
static void answer_from_store(worker *w, const job_ask *ask, exchange *x) {
  w->deadline = time(NULL) + SECONDS_MOST;
  sqlite3_progress_handler(store_db(w->store), STEPS_BETWEEN, too_long, w);
  isnad_status status = store_execute(w->store, "BEGIN", &x->err);
  if (status == ISNAD_OK)
    route_answer(ask->r, x);
  else
    reply_failure(x, status);
  isnad_err ignored;
  store_execute(w->store, "COMMIT", &ignored);
  if (x->code >= 500 && time(NULL) > w->deadline) reply_problem(x, 503, "this took too long and was given up; ask for less");
}

static reply *make(worker *w, const job_ask *ask) {
  unsigned code = 0;
  exchange x = {.arena = w->arena,
                .store = w->store,
                .search = &w->search,
                .desk = w->desk,
                .method = ask->method,
                .body = ask->body,
                .body_type = ask->body_type,
                .host = ask->host,
                .wanted = ask->wanted,
                .english = ask->english,
                .facts = w->j->options.facts,
                .code = 500,
                .type = format_type(ask->wanted)};
  char method[8] = "";
  x.out = buf_new(x.arena, 16384);
  memcpy(method, ask->method.bytes, ask->method.length < sizeof method ? ask->method.length : sizeof method - 1);
  const char *wrong = request_read(&x.ask, x.arena, ask->target);
  if (wrong != NULL || route_find(method, &x.ask, x.args, &code) == NULL)
    reply_problem(&x, 400, wrong);
  else
    answer_from_store(w, ask, &x);
  reply *made = reply_of(&x, (ask->r->flags & ROUTE_LIVE) == 0, w->j->options.allow_origin);
  isnad_arena_trim(w->arena, ARENA_KEPT); /* now, not before the next reply: what a large one needed is not held while nobody asks */
  isnad_view_desk_clear(w->desk);
  return made;
}

static void run(worker *w, job *one) {
  jobs *j = w->j;
  uint64_t generation = j->options.generation(j->options.context);
  reply *r = make(w, &one->ask);
  if (r != NULL && r->code == 200 && one->ask.key.length > 0) cache_put(j->options.cache, one->ask.key, generation, r);
  finish(j, one, r);
  reply_drop(j->options.cache, r);
}

static void *work(void *argument) {
  worker *w = argument;
  jobs *j = w->j;
  for (;;) {
    job *one = NULL;
    pthread_mutex_lock(&j->lock);
    while (!j->stopped && (one = take_locked(j)) == NULL) pthread_cond_wait(&j->more, &j->lock);
    pthread_mutex_unlock(&j->lock);
    if (one == NULL) return NULL;
    run(w, one);
  }
}

/* --- threads --- */

static isnad_status start_worker(jobs *j, worker *w, isnad_err *err) {
  w->j = j;
  isnad_status status = isnad_store_open(&w->store, j->options.db, ISNAD_STORE_READ, err);
  if (status != ISNAD_OK) return status;
  status = store_execute(w->store, "PRAGMA cache_size=-6144", err);
  if (status == ISNAD_OK && isnad_arena_new(&w->arena, ARENA_MOST) == ISNAD_OK && isnad_view_desk_new(&w->desk) == ISNAD_OK &&
      pthread_create(&w->thread, NULL, work, w) == 0) {
    pthread_mutex_lock(&j->lock);
    j->started++;
    pthread_mutex_unlock(&j->lock);
    return ISNAD_OK;
  }
  isnad_arena_free(w->arena);
  isnad_view_desk_free(w->desk);
  isnad_store_close(w->store);
  return status != ISNAD_OK ? status : isnad_err_set(err, ISNAD_NO_MEMORY, "serve", (isnad_span){0, 0}, "no thread could be started");
}

isnad_status jobs_start(jobs **out, const jobs_options *options, isnad_err *err) {
  jobs *j = calloc(1, sizeof *j);
  *out = NULL;
  if (j == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "serve", (isnad_span){0, 0}, "out of memory");
  j->options = *options;
  pthread_mutex_init(&j->lock, NULL);
  pthread_cond_init(&j->more, NULL);
  isnad_status status = ISNAD_OK;
  for (unsigned i = 0; status == ISNAD_OK && i < options->workers && i < MOST_WORKERS; i++) status = start_worker(j, &j->workers[i], err);
  if (status == ISNAD_OK)
    *out = j;
  else
    jobs_stop(j);
  return status;
}

void jobs_stop(jobs *j) {
  if (j == NULL) return;
  pthread_mutex_lock(&j->lock);
  j->stopped = true;
  pthread_cond_broadcast(&j->more);
  pthread_mutex_unlock(&j->lock);
  for (size_t i = 0; i < j->started; i++) {
    pthread_join(j->workers[i].thread, NULL);
    isnad_arena_free(j->workers[i].arena);
    isnad_view_desk_free(j->workers[i].desk);
    isnad_search_close(j->workers[i].search);
    isnad_store_close(j->workers[i].store);
  }
  for (job *one = j->queue; one != NULL;) {
    job *next = one->next;
    j->heavy += is_heavy(one);
    one->next = NULL;
    finish(j, one, NULL);
    one = next;
  }
  pthread_cond_destroy(&j->more);
  pthread_mutex_destroy(&j->lock);
  free(j);
}
