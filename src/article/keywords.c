/* The keywords that a page prints: split at marks, else at the names that the tables know; spellings that fold together are one. */
#include "article/words.h"

enum { LONGEST_KEYWORD = 8, MOST_COMPARED = 256, FARSI_YEH = 0x06CC, KEHEH = 0x06A9 };

typedef struct keyword_list {
  article_reader *r;
  isnad_span *spans;
  uint64_t *hashes;
  size_t count, room;
} keyword_list;

static bool seen(const keyword_list *k, uint64_t hash) {
  for (size_t i = 0; i < k->count && i < MOST_COMPARED; i++)
    if (k->hashes[i] == hash) return true;
  return false;
}

static bool grow(keyword_list *k) {
  if (k->count < k->room) return true;
  size_t room = k->room > 0 ? k->room * 2 : 16;
  isnad_span *spans = isnad_arena_array(k->r->arena, room, sizeof *spans);
  uint64_t *hashes = isnad_arena_array(k->r->arena, room, sizeof *hashes);
  k->r->failed |= spans == NULL || hashes == NULL;
  if (spans == NULL || hashes == NULL) return false;
  for (size_t i = 0; i < k->count; i++) {
    spans[i] = k->spans[i];
    hashes[i] = k->hashes[i];
  }
  k->spans = spans;
  k->hashes = hashes;
  k->room = room;
  return true;
}

static void add(keyword_list *k, size_t first, size_t last) {
  const isnad_tokens *t = &k->r->page->tokens;
  uint64_t hash = 0;
  while (first < last && !isnad_token_is_word(t, first)) first++;
  while (last > first && !isnad_token_is_word(t, last - 1)) last--;
  for (size_t at = first; at < last; at++)
    if (isnad_token_is_word(t, at)) hash = (hash ^ t->items[at].hash) * 0x9E3779B97F4A7C15u;
  if (first >= last || seen(k, hash) || !grow(k)) return;
  k->hashes[k->count] = hash;
  k->spans[k->count++] = (isnad_span){t->items[first].span.begin, t->items[last - 1].span.end};
}

static bool separates(const isnad_tokens *t, size_t at, size_t first) {
  uint32_t c = mark_of(t, at);
  bool glued = (t->items[at].flags & ISNAD_TOKEN_GLUED) != 0;
  if (c == CHAR_ARABIC_COMMA || c == ',' || c == CHAR_ARABIC_SEMICOLON || c == ';' || c == '|' || c == '#' || char_is_bullet(c)) return true;
  return at > first && !glued && (char_is_dash(c) || c == '/' || c == '+');
}

/* The letters that only Persian keyboards give: pages print a name once more with them. */
static bool is_persian(const isnad_tokens *t, size_t at) {
  for (size_t i = t->items[at].span.begin, length = 0; i < t->items[at].span.end; i += length) {
    uint32_t c = char_at(t->text, i, &length);
    if (c == FARSI_YEH || c == KEHEH) return true;
  }
  return false;
}

/* An adjective of a country after a name belongs to it. */
static size_t with_adjective(const isnad_tokens *t, size_t at, size_t last) {
  isnad_phrase hit;
  if (at >= last || page_place_at(t, at, last) > at || isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_PLACES, 0) == 0) return at;
  return hit.first + hit.count <= last ? hit.first + hit.count : at;
}

static size_t known_name(const isnad_tokens *t, size_t at, size_t last) {
  isnad_table table;
  uint32_t row;
  size_t place = page_place_at(t, at, last), outlet = page_outlet_at(t, at, last, false, &table, &row);
  if (outlet > at && table == ISNAD_TABLE_HEADS) outlet = at;
  size_t end = place > outlet ? place : outlet;
  return end > at ? with_adjective(t, end, last) : at;
}

/* Two words that have stood side by side before in the run: the same name in another spelling or length begins again. */
static bool recurs(const isnad_tokens *t, size_t from, size_t at, size_t last) {
  for (size_t i = from; at + 1 < last && i + 1 < at; i++)
    if (t->items[i].hash == t->items[at].hash && t->items[i + 1].hash == t->items[at + 1].hash) return true;
  return false;
}

static size_t first_of_pair(const isnad_tokens *t, size_t from, size_t at) {
  while (t->items[from].hash != t->items[at].hash || t->items[from + 1].hash != t->items[at + 1].hash) from++;
  return from;
}

/* Words without marks between: names that the tables know are keywords, and what stands between them. */
static void split_run(keyword_list *k, size_t first, size_t last) {
  const isnad_tokens *t = &k->r->page->tokens;
  size_t from = first;
  bool persian = false;
  for (size_t at = first; at < last;) {
    size_t end = isnad_token_is_word(t, at) ? known_name(t, at, last) : at;
    bool turns = isnad_token_is_word(t, at) && is_persian(t, at) && !persian;
    if (end == at && recurs(t, from, at, last)) {
      size_t pair = first_of_pair(t, from, at);
      add(k, from, pair);
      from = pair;
      turns = true;
    }
    if (end > at || turns || at - from >= LONGEST_KEYWORD) {
      add(k, from, at);
      from = at;
      persian = false;
    }
    if (end > at) {
      add(k, at, end);
      from = at = end;
      continue;
    }
    persian |= turns;
    at++;
  }
  add(k, from, last);
}

static void split(keyword_list *k, size_t first, size_t last) {
  const isnad_tokens *t = &k->r->page->tokens;
  size_t from = first, marks = 0;
  for (size_t at = first; at < last; at++) {
    if (!separates(t, at, first)) continue;
    add(k, from, at);
    from = at + 1;
    marks++;
  }
  if (marks > 0)
    add(k, from, last);
  else
    split_run(k, first, last);
}

void article_read_keywords(article_reader *r) {
  keyword_list k = {.r = r};
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, ISNAD_PART_KEYWORDS, r->first); i < r->last; i = article_part(r, ISNAD_PART_KEYWORDS, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    size_t first = p->first_token;
    if (p->value.end == 0) continue;
    while (first < p->last_token && t->items[first].span.begin < p->value.begin) first++;
    split(&k, first, p->last_token);
  }
  r->article->keywords = k.spans;
  r->article->keyword_count = k.count;
}
