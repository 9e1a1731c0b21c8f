#include "article/reader.h"

#include "base/hash.h"
#include "tables.h"

#include <stdio.h>
#include <string.h>

enum { HASHES_AT_ONCE = 256 };

/* --- whose part is whose --- */

typedef struct group {
  int32_t lead;  /* 0 when the page has a lead, else -1 */
  int32_t now;   /* the article that furniture belongs to */
  int32_t texts; /* leads and embedded articles so far */
  bool open;     /* the embedded article that was announced has neither headline nor text yet */
} group;

static bool is_embedded(isnad_part_kind kind) { return kind == ISNAD_PART_EMBEDDED_HEADLINE || kind == ISNAD_PART_EMBEDDED_BODY; }

static bool may_precede_embedded(isnad_part_kind kind) {
  return kind == ISNAD_PART_DATELINE || kind == ISNAD_PART_BYLINE || kind == ISNAD_PART_OUTLET || kind == ISNAD_PART_AD_LABEL ||
         kind == ISNAD_PART_CAPTION || kind == ISNAD_PART_SOCIAL || kind == ISNAD_PART_OTHER || kind == ISNAD_PART_BREADCRUMB ||
         kind == ISNAD_PART_PROMO;
}

/* Does the marker at `at` announce an article of its own? */
static bool announces(const isnad_page *page, size_t at) {
  for (at++; at < page->part_count && may_precede_embedded(page->parts[at].kind); at++) continue;
  return at < page->part_count && is_embedded(page->parts[at].kind);
}

static bool has_lead(const isnad_page *page) {
  for (size_t i = 0; i < page->part_count; i++)
    if (page->parts[i].kind == ISNAD_PART_HEADLINE || page->parts[i].kind == ISNAD_PART_BODY) return true;
  return false;
}

static void open_embedded(group *g) {
  g->now = g->texts++;
  g->open = true;
}

static void assign(group *g, isnad_page *page, size_t at) {
  isnad_part *p = &page->parts[at];
  if (p->kind == ISNAD_PART_READ_ALSO_MARKER && announces(page, at)) open_embedded(g);
  if (is_embedded(p->kind) && p->opens && !g->open) open_embedded(g);
  if (p->kind == ISNAD_PART_EMBEDDED_HEADLINE && !g->open) open_embedded(g);
  if (p->kind == ISNAD_PART_EMBEDDED_BODY && g->now == g->lead) open_embedded(g);
  if (is_embedded(p->kind)) g->open = false;
  if (p->kind == ISNAD_PART_HEADLINE || p->kind == ISNAD_PART_BODY) g->now = g->lead;
  p->article = g->now;
}

/* --- the list of articles --- */

typedef struct article_list {
  article_reader r;
  isnad_article *items;
  size_t count, room;
} article_list;

static isnad_article *add(article_list *list, isnad_article_role role) {
  if (list->count == list->room) {
    size_t room = list->room > 0 ? list->room * 2 : 16;
    isnad_article *items = isnad_arena_grow(list->r.arena, list->items, list->room, room, sizeof *items);
    list->r.failed |= items == NULL;
    if (items == NULL) return NULL;
    list->items = items;
    list->room = room;
  }
  isnad_article *a = &list->items[list->count];
  *a = (isnad_article){.role = role, .place = (uint32_t)list->count};
  list->count++;
  return a;
}

static void take_headline(void *context, isnad_span headline, const isnad_published *published) {
  article_list *list = context;
  isnad_article *a = add(list, ISNAD_ROLE_HEADLINE);
  if (a == NULL) return;
  a->headline = headline;
  if (published != NULL) a->published = *published;
}

static size_t value_token(const isnad_page *page, const isnad_part *p) {
  size_t at = p->first_token;
  while (p->value.end > 0 && at < p->last_token && page->tokens.items[at].span.begin < p->value.begin) at++;
  return at;
}

/* The part behind a line of a list, or behind the teaser under it. */
static isnad_part *dated_behind(isnad_page *page, size_t at) {
  size_t next = at + 1;
  if (next + 1 < page->part_count && page->parts[next].kind == ISNAD_PART_OTHER && page->parts[next + 1].kind == ISNAD_PART_DATELINE) next++;
  return next < page->part_count ? &page->parts[next] : NULL;
}

/* A line of a list, and its date line: under it, or over it when the list begins with one. */
static void add_listed(article_list *list, isnad_page *page, size_t at, bool dates_first) {
  isnad_part *p = &page->parts[at], *next = dates_first ? p - 1 : dated_behind(page, at);
  size_t before = list->count;
  article_split_headlines(&page->tokens, p->first_token, p->last_token, take_headline, list);
  if (list->count == before) take_headline(list, p->span, NULL);
  if (list->count == before || list->r.failed) return;
  p->article = (int32_t)before;
  if (next == NULL || next->kind != ISNAD_PART_DATELINE) return;
  isnad_published when;
  isnad_article *last = &list->items[list->count - 1];
  next->article = (int32_t)(list->count - 1);
  if (last->published.when.to == 0 && article_stamp_in(&when, &page->tokens, next->first_token, next->last_token)) last->published = when;
}

/* «... press here» invites, but holds no headline. */
static bool holds_headlines(const isnad_part *p) {
  return p->table != ISNAD_TABLE_MARKERS || p->row == UINT32_MAX || isnad_markers_rows[p->row].where != ISNAD_MARKERS_WHERE_END;
}

/* Headlines in the text, and the date line under them, which is theirs and not the article's. */
static void add_promo(article_list *list, isnad_page *page, size_t at, bool in_text) {
  const isnad_part *p = &page->parts[at];
  isnad_part *next = at + 1 < page->part_count ? &page->parts[at + 1] : NULL;
  isnad_published when;
  size_t before = list->count;
  article_split_headlines(&page->tokens, value_token(page, p), p->last_token, take_headline, list);
  if (list->r.failed || list->count == before || !in_text || next == NULL || next->kind != ISNAD_PART_DATELINE) return;
  isnad_article *last = &list->items[list->count - 1];
  next->article = (int32_t)(list->count - 1);
  if (last->published.when.to == 0 && article_stamp_in(&when, &page->tokens, next->first_token, next->last_token)) last->published = when;
}

static void add_headlines(article_list *list, isnad_page *page) {
  bool in_list = false, dates_first = false, in_text = false;
  for (size_t i = 0; i < page->part_count && !list->r.failed; i++) {
    const isnad_part *p = &page->parts[i];
    if (in_list && p->kind == ISNAD_PART_OTHER && p + 1 == dated_behind(page, i - 1)) continue; /* a teaser and its date */
    bool listed = p->kind == ISNAD_PART_SIMILAR_HEADLINE || p->kind == ISNAD_PART_DATELINE;
    if (listed && !in_list) dates_first = p->kind == ISNAD_PART_DATELINE;
    in_list = listed;
    in_text |= p->kind == ISNAD_PART_BODY || p->kind == ISNAD_PART_EMBEDDED_BODY;
    if (p->kind == ISNAD_PART_SIMILAR_HEADLINE) add_listed(list, page, i, dates_first && i > 0);
    if (p->kind == ISNAD_PART_PROMO && holds_headlines(p)) add_promo(list, page, i, in_text);
  }
}

static void add_texts(article_list *list, isnad_page *page) {
  group g = {.lead = has_lead(page) ? 0 : -1};
  g.now = g.lead;
  g.texts = g.lead + 1;
  for (size_t i = 0; i < page->part_count; i++) assign(&g, page, i);
  for (int32_t i = 0; i < g.texts && !list->r.failed; i++) add(list, i == g.lead ? ISNAD_ROLE_LEAD : ISNAD_ROLE_EMBEDDED);
}

/* --- one article --- */

static bool is_body(isnad_part_kind kind) { return kind == ISNAD_PART_BODY || kind == ISNAD_PART_EMBEDDED_BODY; }

static bool is_headline(isnad_part_kind kind) { return kind == ISNAD_PART_HEADLINE || kind == ISNAD_PART_EMBEDDED_HEADLINE; }

/* How many parts each article has, where they begin and end. */
static void bound(article_list *list, const isnad_page *page, uint32_t *first, uint32_t *last) {
  for (uint32_t i = 0; i < page->part_count; i++) {
    const isnad_part *p = &page->parts[i];
    if (p->article < 0) continue;
    isnad_article *a = &list->items[p->article];
    if (last[p->article] == 0) first[p->article] = i;
    last[p->article] = i + 1;
    a->body_count += is_body(p->kind);
    if (is_headline(p->kind) && a->headline.end == 0) a->headline = p->span;
  }
}

/* Spans of all bodies in one array, article after article. */
static void list_bodies(article_list *list, const isnad_page *page) {
  size_t total = 0, *next = isnad_arena_array(list->r.arena, list->count, sizeof *next);
  for (size_t i = 0; i < list->count; i++) total += list->items[i].body_count;
  isnad_span *spans = isnad_arena_array(list->r.arena, total, sizeof *spans);
  list->r.failed |= spans == NULL || next == NULL;
  if (list->r.failed) return;
  for (size_t i = 0, from = 0; i < list->count; i++) {
    list->items[i].body = spans + from;
    next[i] = from;
    from += list->items[i].body_count;
  }
  for (size_t i = 0; i < page->part_count; i++)
    if (page->parts[i].article >= 0 && is_body(page->parts[i].kind)) spans[next[page->parts[i].article]++] = page->parts[i].span;
}

typedef struct text_hash {
  uint64_t hashes[HASHES_AT_ONCE];
  uint64_t seed;
  size_t count;
} text_hash;

static void flush(text_hash *h) {
  h->seed = hash64_seeded((isnad_slice){(const char *)h->hashes, h->count * sizeof h->hashes[0]}, h->seed);
  h->count = 0;
}

static void hash_span(text_hash *h, const isnad_tokens *t, isnad_span span) {
  for (size_t at = isnad_tokens_seek(t, span.begin); at < t->count && t->items[at].span.begin < span.end; at++) {
    if (t->items[at].kind != ISNAD_TOKEN_WORD && t->items[at].kind != ISNAD_TOKEN_NUMBER) continue;
    h->hashes[h->count++] = t->items[at].hash;
    if (h->count == HASHES_AT_ONCE) flush(h);
  }
}

static uint64_t body_hash(const isnad_article *a, const isnad_tokens *t) {
  text_hash h = {.seed = 0};
  for (size_t i = 0; i < a->body_count; i++) hash_span(&h, t, a->body[i]);
  if (a->body_count == 0) hash_span(&h, t, a->headline);
  flush(&h);
  return h.seed;
}

/* The identity of the capture is hashed once; each article adds its place to it. */
static void write_ids(article_list *list, const isnad_capture *capture) {
  const char separator = 0x1F;
  size_t length = capture->uri.length + 1 + sizeof capture->sha256 + 1;
  char *bytes = isnad_arena_alloc(list->r.arena, length + 16);
  list->r.failed |= bytes == NULL;
  if (bytes == NULL) return;
  if (capture->uri.length > 0) memcpy(bytes, capture->uri.bytes, capture->uri.length);
  bytes[capture->uri.length] = separator;
  memcpy(bytes + capture->uri.length + 1, capture->sha256, sizeof capture->sha256);
  bytes[length - 1] = separator;
  for (size_t i = 0; i < list->count; i++) {
    int digits = snprintf(bytes + length, 16, "%u", list->items[i].place);
    snprintf(list->items[i].id, sizeof list->items[i].id, "a%016llx", (unsigned long long)hash64((isnad_slice){bytes, length + (size_t)digits}));
  }
}

static void read_texts(article_list *list, const isnad_page *page, const uint32_t *first, const uint32_t *last) {
  for (size_t i = 0; i < list->count && !list->r.failed; i++) {
    isnad_article *a = &list->items[i];
    list->r.article = a;
    list->r.first = first[i];
    list->r.last = last[i];
    a->body_hash = body_hash(a, &page->tokens);
    if (a->role == ISNAD_ROLE_HEADLINE) continue;
    article_read_names(&list->r);
    article_read_published(&list->r);
    article_read_statements(&list->r);
    article_read_authors(&list->r);
    article_read_agency(&list->r);
    article_read_keywords(&list->r);
  }
}

isnad_status isnad_articles_find(isnad_article **out, size_t *count, isnad_arena *arena, isnad_page *page, const isnad_capture *capture,
                                 isnad_err *err) {
  article_list list = {.r = {.arena = arena, .page = page, .capture = capture}};
  add_texts(&list, page);
  add_headlines(&list, page);
  uint32_t *first = isnad_arena_array(arena, list.count, sizeof *first), *last = isnad_arena_array(arena, list.count, sizeof *last);
  if (list.r.failed || first == NULL || last == NULL) return isnad_arena_fail(err, arena, "article");
  bound(&list, page, first, last);
  list_bodies(&list, page);
  if (!list.r.failed) read_texts(&list, page, first, last);
  if (!list.r.failed) write_ids(&list, capture);
  if (list.r.failed) return isnad_arena_fail(err, arena, "article");
  *out = list.items;
  *count = list.count;
  return ISNAD_OK;
}

const char *isnad_article_role_name(isnad_article_role role) {
  return role == ISNAD_ROLE_LEAD ? "lead" : role == ISNAD_ROLE_EMBEDDED ? "embedded" : "headline";
}

const char *isnad_basis_name(isnad_basis basis) {
  static const char *const names[] = {"meta", "dateline", "relative", "url", "story", "capture"};
  return (size_t)basis < sizeof names / sizeof names[0] ? names[basis] : "meta";
}
