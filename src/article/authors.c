/* Who wrote it, as an HTML page states it: JSON-LD, meta elements, elements that are named for it, and the by-line under the title. Fields hold more
 * than names: openings, several persons, desks, the site's own name, addresses. Words of by-lines are rows of data/bylines.tsv. */
#include "article/reader.h"

#include "page/chars.h"
#include "page/filed.h"
#include "page/meta.h"
#include "page/sign.h"
#include "tables.h"

#include <string.h>

enum { MOST_AUTHORS = 12, MOST_WORDS = 6, LONGEST = 400, HOST_ROOM = 64, NEAR_LINES = 14 };

typedef struct author_list {
  article_reader *r;
  isnad_stated *items;
  uint64_t hashes[MOST_AUTHORS]; /* of the folded names */
  size_t count;
} author_list;

typedef struct words {
  const isnad_tokens *t;
  size_t first, last;
} words;

static size_t role_at(const words *w, size_t at, isnad_bylines_role role) { return page_byline_words(w->t, at, w->last, role); }

/* --- one name --- */

static uint64_t hash_of(const words *w) {
  uint64_t hash = 0;
  for (size_t at = w->first; at < w->last; at++)
    if (isnad_token_is_word(w->t, at)) hash = hash * 0x9E3779B97F4A7C15u + w->t->items[at].hash;
  return hash;
}

static isnad_slice text_of(const words *w) {
  uint32_t begin = w->t->items[w->first].span.begin, end = w->t->items[w->last - 1].span.end;
  if (w->last < w->t->count && end < w->t->text.length && w->t->text.bytes[end] == '.' && end - begin > 1 && w->t->text.bytes[end - 2] == ' ') end++;
  return (isnad_slice){w->t->text.bytes + begin, end - begin};
}

/* The letters of the name, one behind the other, stand in the page's address: «ntv.com.tr» is the site. */
static bool is_host(const article_reader *r, const words *w) {
  char name[HOST_ROOM];
  size_t length = 0;
  isnad_slice text = text_of(w), url = r->page->url;
  for (size_t i = 0; i < text.length && length < HOST_ROOM; i++) {
    char c = text.bytes[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c + ('a' - 'A'));
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.') name[length++] = c;
    if ((uint8_t)c >= 0x80) return false;
  }
  for (size_t slashes = 0, i = 0; length >= 3 && i + length <= url.length && slashes < 3; i++) {
    slashes += url.bytes[i] == '/';
    if (slashes == 2 && memcmp(url.bytes + i, name, length) == 0) return true;
  }
  return false;
}

/* The site's name. */
static bool is_site(const article_reader *r, const words *w) {
  isnad_tokens site;
  uint64_t hash = hash_of(w);
  for (size_t i = 0; i < r->page->meta_count; i++) {
    if (r->page->meta[i].kind != ISNAD_META_SITE || isnad_arabic_tokens(&site, r->arena, r->page->meta[i].value, NULL) != ISNAD_OK) continue;
    if (hash_of(&(words){&site, 0, site.count}) == hash) return true;
  }
  const isnad_named *outlet = &r->article->outlet;
  if (outlet->name.length == 0 || isnad_arabic_tokens(&site, r->arena, outlet->name, NULL) != ISNAD_OK) return false;
  return hash_of(&(words){&site, 0, site.count}) == hash;
}

static words trimmed(words w) {
  while (w.first < w.last && !isnad_token_is_word(w.t, w.first)) w.first++;
  while (w.last > w.first && !isnad_token_is_word(w.t, w.last - 1)) w.last--;
  return w;
}

static size_t count_words(const words *w, size_t *letters) {
  size_t count = 0;
  *letters = 0;
  for (size_t at = w->first; at < w->last; at++) {
    count += isnad_token_is_word(w->t, at);
    *letters += w->t->items[at].kind == ISNAD_TOKEN_WORD;
  }
  return count;
}

/* «Name - Cairo», «Abu Dhabi - the paper»: what is all a place, or the outlet under one of its names, is nobody. */
static bool is_place_or_outlet(const article_reader *r, const words *w) {
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  if (page_place_at(w->t, w->first, w->last) >= w->last) return true;
  if (page_outlet_at(w->t, w->first, w->last, true, &table, &row) < w->last || table != ISNAD_TABLE_OUTLETS) return false;
  return isnad_slice_is(r->article->outlet.id, isnad_outlets_rows[row].id);
}

static void add_name(author_list *list, words w, const isnad_stated *from) {
  size_t opening = 0, letters = 0;
  for (w = trimmed(w); w.first < w.last && (opening = role_at(&w, w.first, ISNAD_BYLINES_ROLE_OPENS)) > 0;) {
    if (w.first + opening >= w.last) return;
    w.first += opening;
    w = trimmed(w);
  }
  size_t count = count_words(&w, &letters);
  if (letters < count || count == 0 || count > MOST_WORDS || list->count == MOST_AUTHORS) return;
  if (role_at(&w, w.first, ISNAD_BYLINES_ROLE_DESK) == w.last - w.first || is_site(list->r, &w) || is_host(list->r, &w)) return;
  if (is_place_or_outlet(list->r, &w) || (count == 1 && from->rule.name == isnad_meta_source_name(ISNAD_META_ELEMENT))) return;
  uint64_t hash = hash_of(&w);
  for (size_t i = 0; i < list->count; i++)
    if (list->hashes[i] == hash) return;
  list->hashes[list->count] = hash;
  list->items[list->count] = *from;
  list->items[list->count++].text = text_of(&w);
}

/* --- several names --- */

static bool parts_names(const isnad_tokens *t, size_t at) {
  if (t->items[at].kind == ISNAD_TOKEN_LINE) return true;
  if (isnad_token_is_word(t, at)) return false;
  isnad_slice form = isnad_token_form(t, at);
  bool spaced = at > 0 && at + 1 < t->count && ((t->items[at].flags | t->items[at + 1].flags) & ISNAD_TOKEN_GLUED) == 0;
  size_t ignored = 0;
  if (spaced && char_is_dash(char_at(t->text, t->items[at].span.begin, &ignored))) return true;
  return form.length == 1 && strchr(",;&|/:", form.bytes[0]) != NULL;
}

static bool opens_bracket(const isnad_tokens *t, size_t at) {
  char c = at < t->count ? t->text.bytes[t->items[at].span.begin] : '\0';
  return c == '(' || c == '[';
}

/* «A, B and C»: names end at commas, bars and joining words; what stands behind a closing word is no name. */
static void split_names(author_list *list, const isnad_tokens *t, const isnad_stated *from) {
  words rest = {t, 0, t->count};
  for (size_t at = 0; at <= t->count; at++) {
    words here = {t, at, t->count};
    size_t join = at < t->count && at > rest.first ? role_at(&here, at, ISNAD_BYLINES_ROLE_JOINS) : 0;
    size_t close = at < t->count && at > rest.first ? role_at(&here, at, ISNAD_BYLINES_ROLE_CLOSES) : 0;
    bool bracket = opens_bracket(t, at);
    if (at < t->count && join == 0 && close == 0 && !bracket && !parts_names(t, at)) continue;
    rest.last = at;
    add_name(list, rest, from);
    if (close > 0) return;
    if (join > 1) at += join - 1;
    while (bracket && at + 1 < t->count && !parts_names(t, at + 1)) at++; /* initials and places in brackets */
    rest.first = at + 1;
  }
}

static bool is_address(isnad_slice text) {
  for (size_t i = 0; i < text.length; i++) {
    isnad_slice rest = {text.bytes + i, text.length - i};
    if (text.bytes[i] == '@' || isnad_slice_starts(rest, isnad_slice_of("://")) || isnad_slice_starts(rest, isnad_slice_of("www."))) return true;
  }
  return text.length > 4 && (text.bytes[text.length - 4] == '.' || text.bytes[0] == '/');
}

static void read_field(author_list *list, isnad_slice text, const isnad_stated *from) {
  isnad_tokens tokens;
  if (text.length > LONGEST || is_address(text) || isnad_arabic_tokens(&tokens, list->r->arena, text, NULL) != ISNAD_OK) return;
  split_names(list, &tokens, from);
}

/* --- sources --- */

static bool is_near(const article_reader *r, const isnad_meta *m) {
  uint32_t first = article_part(r, ISNAD_PART_BODY, r->first), title = article_part(r, ISNAD_PART_HEADLINE, r->first);
  uint32_t from = title < first ? title : first;
  return m->line != UINT32_MAX && m->line + NEAR_LINES >= from && m->line <= first + 2;
}

/* The statements of the most trusted source that names anybody. */
static void read_statements(author_list *list) {
  const isnad_page *page = list->r->page;
  for (int source = 0; source < ISNAD_META_SOURCE_COUNT && list->count == 0; source++)
    for (size_t i = 0; i < page->meta_count; i++) {
      const isnad_meta *m = &page->meta[i];
      bool placed = source == ISNAD_META_MICRODATA || source == ISNAD_META_ELEMENT;
      if (m->kind != ISNAD_META_AUTHOR || (int)m->source != source || (placed && !is_near(list->r, m)) || article_is_of_another(list->r, m)) continue;
      isnad_stated from = {.raw = m->raw, .rule = {.name = isnad_meta_source_name(m->source)}};
      read_field(list, m->value, &from);
    }
}

static void read_bylines(author_list *list) {
  const article_reader *r = list->r;
  for (uint32_t i = article_part(r, ISNAD_PART_BYLINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_BYLINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    isnad_span span = p->value.end > 0 ? p->value : p->span;
    bool other_letters = (r->page->tokens.items[p->first_token].flags & ISNAD_TOKEN_ARABIC) == 0,
         labelled = p->row != UINT32_MAX && p->table == ISNAD_TABLE_MARKERS;
    if (!other_letters && !labelled) continue; /* read as a line of origin */
    isnad_stated from = {.span = span, .rule = {.name = "byline"}};
    read_field(list, isnad_slice_at(r->page->text, span), &from);
  }
}

/* The writer that a line of origin names. */
static void read_writer(author_list *list) {
  const isnad_named *writer = &list->r->article->byline;
  isnad_stated from = {.span = writer->span, .rule = writer->rule};
  if (writer->name.length > 0) read_field(list, writer->name, &from);
}

void article_read_authors(article_reader *r) {
  author_list list = {.r = r};
  if (r->article->role != ISNAD_ROLE_LEAD || r->page->media != ISNAD_MEDIA_HTML) return;
  list.items = isnad_arena_array(r->arena, MOST_AUTHORS, sizeof *list.items);
  r->failed |= list.items == NULL;
  if (list.items == NULL) return;
  read_statements(&list);
  if (list.count == 0) read_bylines(&list);
  if (list.count == 0) read_writer(&list);
  r->article->authors = list.items;
  r->article->author_count = list.count;
}
