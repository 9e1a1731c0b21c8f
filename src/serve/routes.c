#include "serve/routes.h"

#include "serve/feed.h"
#include "serve/page.h"

#include <string.h>

static const route routes[] = {
    {"GET", "", api_index, page_home, feed_stories, NULL, ROUTE_HEAVY},
    {"GET", "stories", api_list, page_stories, feed_stories, call_stories, ROUTE_HEAVY | ROUTE_EMPTY | ROUTE_SKIPS},
    {"GET", "stories/*", api_story, page_story, feed_story, call_story, ROUTE_HEAVY},
    {"GET", "stories/*/claims", api_list, page_claims, NULL, call_claims, ROUTE_HEAVY | ROUTE_EMPTY | ROUTE_STORY},
    {"GET", "threads", api_list, page_threads, feed_threads, call_threads, ROUTE_HEAVY | ROUTE_EMPTY},
    {"GET", "threads/*", api_list, page_thread, feed_thread, call_thread, ROUTE_HEAVY},
    {"GET", "timeline", api_list, page_timeline, NULL, call_events, ROUTE_HEAVY | ROUTE_EMPTY | ROUTE_STORY},
    {"GET", "articles/*", api_object, page_article, NULL, call_article, 0},
    {"GET", "articles/*/copies", api_list, NULL, NULL, call_copies, ROUTE_EMPTY | ROUTE_ARTICLE},
    {"GET", "articles/*/related", api_list, NULL, NULL, call_related, ROUTE_EMPTY | ROUTE_ARTICLE},
    {"GET", "chain/*", api_list, NULL, NULL, call_chain, ROUTE_HEAVY},
    {"GET", "claims", api_list, NULL, NULL, call_claims, ROUTE_HEAVY | ROUTE_EMPTY | ROUTE_STORY},
    {"GET", "quotes", api_list, NULL, NULL, call_quotes, ROUTE_HEAVY | ROUTE_EMPTY},
    {"GET", "compare", api_object, page_compare, NULL, call_compare, 0},
    {"GET", "entities", api_list, page_entities, NULL, call_named, ROUTE_EMPTY | ROUTE_SKIPS},
    {"GET", "entities/*", api_list, page_entity, feed_entity, call_who, ROUTE_SKIPS},
    {"GET", "outlets", api_list, page_outlets, NULL, call_outlets, ROUTE_HEAVY | ROUTE_EMPTY | ROUTE_SKIPS},
    {"GET", "outlets/*", api_list, page_outlet, NULL, call_outlet, 0},
    {"GET", "search", api_search, page_search, feed_search, call_search, 0},
    {"GET", "check", api_list, NULL, NULL, call_check, ROUTE_HEAVY | ROUTE_EMPTY},
    {"GET", "stats", api_object, NULL, NULL, call_stats, ROUTE_HEAVY},
    {"POST", "captures", api_add, NULL, NULL, NULL, ROUTE_LIVE | ROUTE_HEAVY},
    {"GET", "read", NULL, page_paste, NULL, NULL, 0},
    {"POST", "read", api_read, page_read_posted, NULL, NULL, ROUTE_LIVE},
};

enum { ROUTE_COUNT = sizeof routes / sizeof routes[0] };

static bool matches(const char *pattern, const request *ask, isnad_slice args[2]) {
  size_t part = 0, arg = 0;
  while (*pattern != '\0') {
    const char *slash = strchr(pattern, '/');
    size_t length = slash != NULL ? (size_t)(slash - pattern) : strlen(pattern);
    if (part == ask->part_count) return false;
    isnad_slice got = ask->parts[part++], want = {pattern, length};
    if (length == 1 && *pattern == '*')
      args[arg++] = got;
    else if (!isnad_slice_equal(got, want))
      return false;
    pattern += length + (slash != NULL);
  }
  return part == ask->part_count;
}

const route *route_find(const char *method, const request *ask, isnad_slice args[2], unsigned *code) {
  *code = 404;
  for (size_t i = 0; i < ROUTE_COUNT; i++) {
    if (!matches(routes[i].pattern, ask, args)) continue;
    if (strcmp(routes[i].method, method) == 0 || (strcmp(method, "HEAD") == 0 && strcmp(routes[i].method, "GET") == 0)) return &routes[i];
    *code = 405;
  }
  return NULL;
}

unsigned route_formats(const route *r) {
  unsigned feeds = 1u << FORMAT_ATOM | 1u << FORMAT_RSS | 1u << FORMAT_FEED;
  return (r->json != NULL ? 1u << FORMAT_JSON : 0) | (r->html != NULL ? 1u << FORMAT_HTML : 0) | (r->feed != NULL ? feeds : 0);
}

void route_answer(const route *r, exchange *x) {
  x->code = 200;
  x->type = format_type(x->wanted);
  if (x->wanted == FORMAT_JSON)
    r->json(x, r);
  else if (x->wanted == FORMAT_HTML)
    r->html(x);
  else
    r->feed(x);
  isnad_status status = buf_status(&x->out, "serve", &x->err);
  if (status == ISNAD_OK) return;
  x->out = buf_new(x->arena, 0);
  reply_failure(x, status);
}
