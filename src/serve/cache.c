#include "serve/cache.h"

#include "base/hash.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 };

typedef struct entry {
  struct entry *chain;         /* of the bucket */
  struct entry *newer, *older; /* in the order of use */
  uint64_t hash, generation;
  char *key;
  size_t key_length;
  reply *r;
} entry;

struct cache {
  pthread_mutex_t lock;
  entry *buckets[BUCKETS];
  entry *newest, *oldest;
  size_t most_bytes;
  cache_counts counts;
};

cache *cache_new(size_t most_bytes) {
  cache *c = calloc(1, sizeof *c);
  if (c == NULL) return NULL;
  c->most_bytes = most_bytes;
  if (pthread_mutex_init(&c->lock, NULL) == 0) return c;
  free(c);
  return NULL;
}

static void drop_locked(reply *r) {
  if (--r->users == 0) reply_free(r);
}

void reply_hold(cache *c, reply *r) {
  pthread_mutex_lock(&c->lock);
  r->users++;
  pthread_mutex_unlock(&c->lock);
}

void reply_drop(cache *c, reply *r) {
  if (r == NULL) return;
  pthread_mutex_lock(&c->lock);
  drop_locked(r);
  pthread_mutex_unlock(&c->lock);
}

/* --- the list in the order of use --- */

static void unlink_entry(cache *c, entry *e) {
  if (e->newer != NULL)
    e->newer->older = e->older;
  else
    c->newest = e->older;
  if (e->older != NULL)
    e->older->newer = e->newer;
  else
    c->oldest = e->newer;
  e->newer = e->older = NULL;
}

static void link_newest(cache *c, entry *e) {
  e->older = c->newest;
  if (c->newest != NULL) c->newest->newer = e;
  c->newest = e;
  if (c->oldest == NULL) c->oldest = e;
}

static entry **place_of(cache *c, isnad_slice key, uint64_t hash) {
  entry **at = &c->buckets[hash % BUCKETS];
  while (*at != NULL && ((*at)->hash != hash || !isnad_slice_equal((isnad_slice){(*at)->key, (*at)->key_length}, key))) at = &(*at)->chain;
  return at;
}

static void remove_entry(cache *c, entry *e) {
  entry **at = place_of(c, (isnad_slice){e->key, e->key_length}, e->hash);
  *at = e->chain;
  unlink_entry(c, e);
  c->counts.bytes -= e->r->bytes;
  c->counts.entries--;
  drop_locked(e->r);
  free(e->key);
  free(e);
}

void cache_free(cache *c) {
  if (c == NULL) return;
  while (c->oldest != NULL) remove_entry(c, c->oldest);
  pthread_mutex_destroy(&c->lock);
  free(c);
}

reply *cache_get(cache *c, isnad_slice key, uint64_t generation, bool *stale) {
  uint64_t hash = hash64(key);
  pthread_mutex_lock(&c->lock);
  entry *e = *place_of(c, key, hash);
  reply *found = NULL;
  if (e != NULL) {
    unlink_entry(c, e);
    link_newest(c, e);
    found = e->r;
    found->users++;
    *stale = e->generation != generation;
  }
  if (e == NULL)
    c->counts.misses++;
  else if (*stale)
    c->counts.stale++;
  else
    c->counts.hits++;
  pthread_mutex_unlock(&c->lock);
  return found;
}

static entry *entry_new(isnad_slice key, uint64_t hash) {
  entry *e = calloc(1, sizeof *e);
  if (e != NULL) e->key = malloc(key.length + 1);
  if (e == NULL || e->key == NULL) {
    free(e);
    return NULL;
  }
  memcpy(e->key, key.bytes, key.length);
  e->key_length = key.length;
  e->hash = hash;
  return e;
}

void cache_put(cache *c, isnad_slice key, uint64_t generation, reply *r) {
  uint64_t hash = hash64(key);
  if (r->bytes > c->most_bytes / 4) return;
  entry *fresh = entry_new(key, hash);
  if (fresh == NULL) return;
  fresh->generation = generation;
  fresh->r = r;
  pthread_mutex_lock(&c->lock);
  entry *old = *place_of(c, key, hash);
  if (old != NULL) remove_entry(c, old);
  while (c->oldest != NULL && c->counts.bytes + r->bytes > c->most_bytes) remove_entry(c, c->oldest);
  fresh->chain = c->buckets[hash % BUCKETS];
  c->buckets[hash % BUCKETS] = fresh;
  link_newest(c, fresh);
  r->users++;
  c->counts.bytes += r->bytes;
  c->counts.entries++;
  pthread_mutex_unlock(&c->lock);
}

cache_counts cache_count(cache *c) {
  pthread_mutex_lock(&c->lock);
  cache_counts counts = c->counts;
  pthread_mutex_unlock(&c->lock);
  return counts;
}
