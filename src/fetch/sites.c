/* robots.txt of each origin: asked for, kept for a day, and what holds while it cannot be had (RFC 9309, 2.3.1 and 2.4). */
#include "fetch/inside.h"

#include "base/clock.h"
#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOUR = 3600, LONGEST_UNREACHABLE = 30 * DAY_SECONDS, MOST_DELAY = 300 };

static fetch_site *site_of(isnad_fetcher *f, isnad_slice origin) {
  uint64_t *at = map_put(&f->sites_by_origin, hash64(origin));
  if (at == NULL || *at != 0) return at != NULL ? (fetch_site *)(uintptr_t)*at : NULL;
  fetch_site *site = calloc(1, sizeof *site);
  if (site != NULL) site->origin = strndup(origin.bytes, origin.length);
  if (site == NULL || site->origin == NULL) {
    free(site);
    return NULL;
  }
  *at = (uint64_t)(uintptr_t)site;
  site->next = f->sites;
  f->sites = site;
  return site;
}

static void ask_for_delay(isnad_fetcher *f, const fetch_site *site) {
  const char *host = strstr(site->origin, "://");
  fetch_host *known = host != NULL ? fetch_host_known(f, isnad_fetch_host(isnad_slice_of(site->origin))) : NULL;
  if (known != NULL) known->own_delay = site->rules.delay > MOST_DELAY ? MOST_DELAY : site->rules.delay;
}

/* False: no memory, and nothing may be fetched. */
static bool set_rules(isnad_fetcher *f, fetch_site *site, unsigned status, isnad_slice text) {
  isnad_arena *arena = NULL;
  robots rules = robots_without_file(status);
  if (status == 200) {
    if (isnad_arena_new(&arena, ROBOTS_MOST + ROBOTS_MEMORY) != ISNAD_OK) return false;
    if (text.length > ROBOTS_MOST) text.length = ROBOTS_MOST;
    isnad_slice own = isnad_arena_copy(arena, text);
    if (isnad_arena_status(arena) != ISNAD_OK || robots_read(&rules, arena, own, isnad_slice_of(f->token), NULL) != ISNAD_OK) {
      isnad_arena_free(arena);
      return false;
    }
  }
  isnad_arena_free(site->arena);
  site->arena = arena;
  site->rules = rules;
  site->status = status;
  site->known = true;
  site->unreachable = false;
  ask_for_delay(f, site);
  return true;
}

static void recall(isnad_fetcher *f, isnad_arena *scratch, fetch_site *site) {
  isnad_kept_robots kept = {0};
  const isnad_fetch_memory *memory = f->options.memory;
  if (memory == NULL || memory->robots == NULL || !memory->robots(memory->context, scratch, isnad_slice_of(site->origin), &kept)) return;
  double most = fetch_wall(f) + DAY_SECONDS; /* the clock may have been set back */
  if (!set_rules(f, site, kept.status, kept.text)) return;
  site->until = kept.until < most ? kept.until : most;
  site->fetched = kept.fetched;
  site->unreachable = kept.status < 200 || kept.status >= 500;
}

fetch_may fetch_site_judge(isnad_fetcher *f, isnad_arena *scratch, const fetch_target *target, fetch_site **out, double *wait) {
  fetch_site *site = site_of(f, target->origin);
  *out = site;
  *wait = -1;
  if (site == NULL) return FETCH_MAY_NO_MEMORY;
  if (!site->known && !site->asked) recall(f, scratch, site);
  if (site->asked) return FETCH_MAY_LATER;
  double now = fetch_wall(f);
  if (!site->known || now >= site->until) return FETCH_MAY_ASK;
  if (site->unreachable) {
    *wait = site->until - now;
    return FETCH_MAY_LATER;
  }
  return robots_allow(&site->rules, scratch, target->path) ? FETCH_MAY : FETCH_MAY_NOT;
}

static void keep(isnad_fetcher *f, const fetch_site *site, isnad_slice text) {
  const isnad_fetch_memory *memory = f->options.memory;
  isnad_kept_robots kept = {site->status, site->until, site->fetched, text};
  if (memory != NULL && memory->keep_robots != NULL) memory->keep_robots(memory->context, isnad_slice_of(site->origin), &kept);
}

/* An earlier file holds on for a month; without one nothing may be fetched until it can be had. Asked again later and later. */
static void not_had(isnad_fetcher *f, fetch_site *site, const isnad_fetched *r) {
  double now = fetch_wall(f), wait = fetch_backoff(f, ++site->failures + 2);
  const fetch_host *host = fetch_host_known(f, isnad_fetch_host(isnad_slice_of(site->origin)));
  double busy = host != NULL ? host->next_at - fetch_steady(f) : 0; /* it must hold on until those who wait for the host have seen it */
  snprintf(site->why, sizeof site->why, "%.*s", (int)r->message.length, r->message.bytes);
  site->until = now + (r->retry_after > wait ? r->retry_after : wait) + (busy > 0 ? busy : 0);
  if (site->known && site->fetched > 0 && now - site->fetched < LONGEST_UNREACHABLE) return;
  isnad_arena_free(site->arena);
  site->arena = NULL;
  site->rules = robots_without_file(0);
  site->known = site->unreachable = true;
}

static bool is_missing(const isnad_fetched *r) { return r->outcome == ISNAD_FETCH_MISSING && r->status >= 400 && r->status < 500; }

void fetch_site_learn(isnad_fetcher *f, fetch_site *site, const isnad_fetched *r, bool private_address) {
  site->asked = false;
  bool got = r->outcome == ISNAD_FETCH_GOT, loops = r->outcome == ISNAD_FETCH_REFUSED && r->status >= 300 && r->status < 400;
  unsigned status = got ? 200 : is_missing(r) || loops ? 404 : private_address && r->hops == 0 ? 404 : 0;
  double fresh = r->max_age > 0 && r->max_age < DAY_SECONDS ? r->max_age : DAY_SECONDS;
  if (fresh < HOUR) fresh = HOUR;
  if (private_address) fresh = 60 + 4 * f->options.delay; /* the page itself will be refused, and told why */
  if (status == 0 || !set_rules(f, site, status, r->body)) {
    site->status = r->status;
    not_had(f, site, r);
    return;
  }
  site->failures = 0;
  site->fetched = fetch_wall(f);
  site->until = site->fetched + fresh;
  if (!private_address) keep(f, site, got ? r->body : (isnad_slice){NULL, 0});
}

void fetch_sites_free(isnad_fetcher *f) {
  for (fetch_site *site = f->sites, *next; site != NULL; site = next) {
    next = site->next;
    isnad_arena_free(site->arena);
    free(site->origin);
    free(site);
  }
  f->sites = NULL;
}
