#include "base/pool.h"

#include <pthread.h>

enum { MOST_THREADS = 64 };

/* Jobs are numbered; job n lives in slot n % slot_count. made >= claimed >= ..., and a slot is free again once its job is taken. */
typedef struct pool {
  const pool_work *work;
  char *slots;
  uint8_t *finished; /* per slot */
  size_t slot_count, slot_size;
  uint64_t made, claimed, taken;
  bool no_more, stopped;
  pthread_mutex_t lock;
  pthread_cond_t changed_made, changed_finished, changed_taken;
} pool;

static void *slot_at(pool *p, uint64_t job) { return p->slots + (size_t)(job % p->slot_count) * p->slot_size; }

static void *make_jobs(void *argument) {
  pool *p = argument;
  for (;;) {
    pthread_mutex_lock(&p->lock);
    while (!p->stopped && p->made - p->taken >= p->slot_count) pthread_cond_wait(&p->changed_taken, &p->lock);
    bool stop = p->stopped;
    void *slot = slot_at(p, p->made);
    pthread_mutex_unlock(&p->lock);
    bool made = !stop && p->work->make(p->work->context, slot);
    pthread_mutex_lock(&p->lock);
    if (made)
      p->made++;
    else
      p->no_more = true;
    pthread_cond_broadcast(&p->changed_made);
    if (!made) pthread_cond_broadcast(&p->changed_finished);
    pthread_mutex_unlock(&p->lock);
    if (!made) return NULL;
  }
}

static void *do_jobs(void *argument) {
  pool *p = argument;
  pthread_mutex_lock(&p->lock);
  for (;;) {
    while (p->claimed == p->made && !p->no_more && !p->stopped) pthread_cond_wait(&p->changed_made, &p->lock);
    if (p->stopped || p->claimed == p->made) break;
    uint64_t job = p->claimed++;
    pthread_mutex_unlock(&p->lock);
    p->work->work(p->work->context, slot_at(p, job));
    pthread_mutex_lock(&p->lock);
    p->finished[job % p->slot_count] = 1;
    pthread_cond_broadcast(&p->changed_finished);
  }
  pthread_mutex_unlock(&p->lock);
  return NULL;
}

static void take_results(pool *p) {
  pthread_mutex_lock(&p->lock);
  for (;;) {
    while (!(p->taken < p->made && p->finished[p->taken % p->slot_count]) && !(p->no_more && p->taken == p->made))
      pthread_cond_wait(&p->changed_finished, &p->lock);
    if (p->taken == p->made) break;
    void *slot = slot_at(p, p->taken);
    pthread_mutex_unlock(&p->lock);
    bool more = p->work->take(p->work->context, slot);
    pthread_mutex_lock(&p->lock);
    p->finished[p->taken % p->slot_count] = 0;
    p->taken++;
    p->stopped = !more;
    pthread_cond_broadcast(&p->changed_taken);
    if (!more) break;
  }
  if (p->stopped) pthread_cond_broadcast(&p->changed_made);
  pthread_mutex_unlock(&p->lock);
}

static isnad_status run_in_turn(const pool_work *work, void *slot) {
  while (work->make(work->context, slot)) {
    work->work(work->context, slot);
    if (!work->take(work->context, slot)) return ISNAD_CANCELLED;
  }
  return ISNAD_OK;
}

static void stop(pool *p) {
  pthread_mutex_lock(&p->lock);
  p->stopped = true;
  pthread_cond_broadcast(&p->changed_made);
  pthread_cond_broadcast(&p->changed_taken);
  pthread_mutex_unlock(&p->lock);
}

isnad_status pool_run(const pool_work *work, void *slots, size_t slot_count, size_t slot_size, unsigned threads, isnad_err *err) {
  if (threads <= 1 || slot_count < 2) return run_in_turn(work, slots);
  if (threads > MOST_THREADS) threads = MOST_THREADS;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "pool", (isnad_span){0, 0}, "out of memory");
  pool p = {.work = work, .slots = slots, .slot_count = slot_count, .slot_size = slot_size};
  p.finished = isnad_arena_array(arena, slot_count, 1);
  pthread_mutex_init(&p.lock, NULL);
  pthread_cond_init(&p.changed_made, NULL);
  pthread_cond_init(&p.changed_finished, NULL);
  pthread_cond_init(&p.changed_taken, NULL);
  pthread_t maker, workers[MOST_THREADS];
  unsigned started = 0;
  bool making = p.finished != NULL && pthread_create(&maker, NULL, make_jobs, &p) == 0;
  while (making && started < threads && pthread_create(&workers[started], NULL, do_jobs, &p) == 0) started++;
  if (started > 0)
    take_results(&p);
  else
    stop(&p);
  if (making) pthread_join(maker, NULL);
  for (unsigned i = 0; i < started; i++) pthread_join(workers[i], NULL);
  isnad_arena_free(arena);
  pthread_mutex_destroy(&p.lock);
  pthread_cond_destroy(&p.changed_made);
  pthread_cond_destroy(&p.changed_finished);
  pthread_cond_destroy(&p.changed_taken);
  if (started == 0) return isnad_err_set(err, ISNAD_NO_MEMORY, "pool", (isnad_span){0, 0}, "no thread could be started");
  return p.stopped ? ISNAD_CANCELLED : ISNAD_OK;
}
