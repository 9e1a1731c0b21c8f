/* The medium as lines of the page show it: a line of its own, the page's title, slugs, date lines, by-lines, the copyright. */
#include "article/words.h"

enum { NAME_WORDS = 8, SLUG_TOKENS = 6, FOOTER_WORDS = 6, NOTICE_TOKENS = 20, SMALL_WORD = 170000 };

/* «X/ text»: a name of a few words and a slash. */
static bool inline_slug(const article_reader *r, token_range *out) {
  const isnad_part *p = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  if (p == NULL) return false;
  size_t at = p->first_token, end = p->first_token + SLUG_TOKENS;
  while (at < p->last_token && at < end && isnad_token_is_word(t, at)) at++;
  if (at == p->first_token || at + 1 >= p->last_token || mark_of(t, at) != '/' || (t->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0) return false;
  *out = (token_range){p->first_token, at};
  return true;
}

static bool outlet_part(const article_reader *r, isnad_named *out) {
  uint32_t at = article_part(r, ISNAD_PART_OUTLET, r->first);
  if (at == r->last) return false;
  token_range value = article_value(r, &r->page->parts[at]);
  return article_named(out, r->page, value.first, value.last, "outlet-line");
}

/* The words of a name that a noun for media opens end before a small word: «the X daily | on ...». */
static size_t before_small_word(const isnad_tokens *t, size_t first, size_t last) {
  for (size_t at = first + 2; at < last; at++)
    if (t->items[at].kind == ISNAD_TOKEN_NUMBER || isnad_arabic_frequency(t->items[at].hash) >= SMALL_WORD) return at;
  return last;
}

/* The medium named at token `at`. A known name that more words follow may be the begin of an unknown one. */
static size_t medium_at(const isnad_tokens *t, size_t at, size_t last) {
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  size_t end = page_outlet_at(t, at, last, false, &table, &row), more = end;
  if (end == at) return at;
  while (more < last && t->items[more].kind == ISNAD_TOKEN_WORD && more - at < NAME_WORDS) more++;
  return before_small_word(t, at, more);
}

/* Who signs an embedded post, "Name (@handle) date", is another medium, mostly. */
static bool is_post(const isnad_tokens *t, const isnad_part *p) {
  bool handle = false, number = false;
  for (size_t at = p->first_token; at < p->last_token; at++) {
    handle |= mark_of(t, at) == '@';
    number |= t->items[at].kind == ISNAD_TOKEN_NUMBER;
  }
  return handle && number;
}

/* A notice ("first published by the site Y; the site X does not answer for it") names others, too, and an unknown name ends nowhere in it: the page's
 * own is the one that the page opens with. */
static size_t name_in_notice(const article_reader *r, size_t at, size_t last) {
  const isnad_tokens *t = &r->page->tokens;
  size_t name = at + 1, from = 0, same = 0;
  while (from < t->count && !isnad_token_is_word(t, from)) from++;
  while (name + same < last && from + same < t->count && t->items[name + same].hash == t->items[from + same].hash) same++;
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  bool named = same >= 2 && from + same < t->count && !isnad_token_is_word(t, from + same);
  return named && page_outlet_at(t, at, last, false, &table, &row) > at && table == ISNAD_TABLE_HEADS ? name + same : at;
}

/* A medium's name somewhere in a line of furniture. */
static bool named_within(const article_reader *r, isnad_part_kind kind, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, kind, r->first); i < r->last; i = article_part(r, kind, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    bool notice = p->last_token - p->first_token > NOTICE_TOKENS;
    if (kind == ISNAD_PART_SOCIAL && is_post(t, p)) continue;
    for (size_t at = p->first_token; at < p->last_token; at++) {
      bool word = t->items[at].kind == ISNAD_TOKEN_WORD;
      size_t end = !word ? at : notice ? name_in_notice(r, at, p->last_token) : medium_at(t, at, p->last_token);
      if (end > at) return article_named(out, r->page, at, end, "furniture");
    }
  }
  return false;
}

static bool marked_at(const isnad_tokens *t, size_t at, size_t last, size_t *after) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_MARKERS, 0) == 0 || hit.first + hit.count > last) return false;
  *after = hit.first + hit.count;
  return true;
}

/* Beside the copyright stands the owner: what is left without the marker's words and the years. */
static bool copyright_owner(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, ISNAD_PART_FOOTER, r->first); i < r->last; i = article_part(r, ISNAD_PART_FOOTER, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    size_t best = 0, from = p->first_token, to = from, after = 0;
    bool copyright = false;
    for (size_t at = p->first_token; at < p->last_token; at++) copyright |= mark_of(t, at) == CHAR_COPYRIGHT;
    for (size_t at = p->first_token, begin = at; copyright && at <= p->last_token;) {
      bool words = at < p->last_token && t->items[at].kind == ISNAD_TOKEN_WORD && marked_at(t, at, p->last_token, &after);
      if (!words && at < p->last_token && t->items[at].kind == ISNAD_TOKEN_WORD) {
        at++;
        continue;
      }
      if (at - begin > best) {
        best = at - begin;
        from = begin;
        to = at;
      }
      begin = at = words ? after : at + 1;
    }
    if (best > 0 && best <= FOOTER_WORDS) return article_named(out, r->page, from, to, "copyright");
  }
  return false;
}

static bool same_words(const isnad_tokens *t, token_range a, token_range b) {
  if (a.last - a.first != b.last - b.first) return false;
  for (size_t i = 0; i < a.last - a.first; i++)
    if (t->items[a.first + i].hash != t->items[b.first + i].hash) return false;
  return true;
}

/* Does the article end a picture's line with this name, or cite it as its source? Then the name is a medium's. */
static bool credited(const article_reader *r, token_range name) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = r->first; i < r->last; i++) {
    const isnad_part *p = &r->page->parts[i];
    if (p->article != (int32_t)r->article->place || (p->kind != ISNAD_PART_CAPTION && p->kind != ISNAD_PART_SOURCE_LINE)) continue;
    token_range line = trimmed(t, p->first_token, p->last_token);
    size_t length = name.last - name.first;
    if (line.last - line.first >= length && same_words(t, name, (token_range){line.last - length, line.last})) return true;
  }
  return false;
}

static void writer_label_at(const isnad_tokens *t, size_t at, size_t last, size_t *after) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_MARKERS, 0) == 0 || hit.first + hit.count > last) return;
  if (isnad_markers_rows[hit.row].kind == ISNAD_MARKERS_KIND_BYLINE) *after = hit.first + hit.count;
}

static bool byline_outlet(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, ISNAD_PART_BYLINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_BYLINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    size_t first = p->first_token;
    token_range a, b;
    writer_label_at(t, first, p->last_token, &first); /* "written by: the X - agencies" */
    if (!article_dashed(t, (token_range){first, p->last_token}, &a, &b)) continue;
    if (article_known_outlet(out, t, b) || article_known_outlet(out, t, a)) return true;
    if (article_credit(t, b.first, b.last) != NULL) return article_named(out, r->page, a.first, a.last, "byline");
    if (credited(r, b)) return article_named(out, r->page, b.first, b.last, "byline");
  }
  return false;
}

static bool is_agency_named(isnad_table table, uint32_t row) {
  return table == ISNAD_TABLE_OUTLETS ? isnad_outlets_rows[row].kind == ISNAD_OUTLETS_KIND_AGENCY
                                      : isnad_heads_rows[row].kind == ISNAD_HEADS_KIND_AGENCY;
}

/* The words of a name before one that opens a date: "the X daily | day 04 - 05". */
static size_t before_time_word(const isnad_tokens *t, size_t first, size_t last) {
  isnad_phrase hit;
  for (size_t at = first + 1; at < last; at++)
    if (isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_WEEKDAYS, 0) > 0) return at;
  return last;
}

/* "Published in the X on the 4th of May": the outlet behind the label. */
static bool labelled_outlet(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  uint32_t at = article_part(r, ISNAD_PART_DATELINE, r->first);
  if (at == r->last) return false;
  const isnad_part *p = &r->page->parts[at];
  size_t first = next_word(t, p->first_token, p->last_token), name = first;
  if (first >= p->last_token || !marked_at(t, first, p->last_token, &name) || name >= p->last_token || !isnad_token_is_word(t, name)) return false;
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  size_t end = page_outlet_at(t, name, p->last_token, true, &table, &row);
  if (table == ISNAD_TABLE_HEADS) end = before_time_word(t, name, medium_at(t, name, p->last_token));
  return end > name && article_named(out, r->page, name, end, "dateline");
}

/* «Site X - 13 May 2025»: a medium and a day make a line of their own. An agency in that place is the origin of the text (agency.c). */
static bool dateline_outlet(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  uint32_t at = article_part(r, ISNAD_PART_DATELINE, r->first);
  token_range name, day;
  if (at == r->last || !article_dashed(t, (token_range){r->page->parts[at].first_token, r->page->parts[at].last_token}, &name, &day)) return false;
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  if (page_outlet_at(t, name.first, name.last, false, &table, &row) != name.last || is_agency_named(table, row)) return false;
  return article_named(out, r->page, name.first, name.last, "dateline");
}

/* The page's title over the headline: the headline, a dash, the outlet. */
static bool titled_outlet(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  uint32_t line = article_part(r, ISNAD_PART_HEADLINE, r->first);
  for (uint32_t i = r->first; line < r->last && i < line; i++) {
    const isnad_part *p = &r->page->parts[i], *headline = &r->page->parts[line];
    size_t x = p->first_token, y = headline->first_token;
    while (x < p->last_token && y < headline->last_token && t->items[x].hash == t->items[y].hash) x++, y++;
    if (y < headline->last_token || x + 1 >= p->last_token || (!char_is_dash(mark_of(t, x)) && mark_of(t, x) != '|')) continue;
    size_t first = next_word(t, x, p->last_token);
    isnad_table table = ISNAD_TABLE_OUTLETS;
    uint32_t row = 0;
    size_t end = page_outlet_at(t, first, p->last_token, true, &table, &row);
    if (end > first) return article_named(out, r->page, first, end, "title");
  }
  return false;
}

/* «X - text», «X: text» at the head of the text: a medium that the table knows, no agency, which would be the text's origin. */
static bool opening_outlet(const article_reader *r, isnad_named *out) {
  const isnad_part *p = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  if (p == NULL) return false;
  size_t end = page_outlet_at(t, p->first_token, p->last_token, true, &table, &row);
  if (end == p->first_token || end + 1 >= p->last_token || table != ISNAD_TABLE_OUTLETS || is_agency_named(table, row)) return false;
  if (!char_is_dash(mark_of(t, end)) && mark_of(t, end) != ':') return false;
  return article_named(out, r->page, p->first_token, end, "slug");
}

static bool slug_outlet(const article_reader *r, isnad_named *out) {
  token_range slug;
  if (opening_outlet(r, out)) return true;
  return inline_slug(r, &slug) && !is_place(&r->page->tokens, slug.first) && article_named(out, r->page, slug.first, slug.last, "slug");
}

bool article_lined_outlet(const article_reader *r, isnad_named *out) {
  if (outlet_part(r, out) || slug_outlet(r, out)) return true;
  if (r->article->role != ISNAD_ROLE_LEAD) return false;
  if (titled_outlet(r, out) || named_within(r, ISNAD_PART_SOCIAL, out) || named_within(r, ISNAD_PART_FOOTER, out)) return true;
  if (named_within(r, ISNAD_PART_BREADCRUMB, out) || labelled_outlet(r, out) || dateline_outlet(r, out)) return true;
  return byline_outlet(r, out) || copyright_owner(r, out);
}
