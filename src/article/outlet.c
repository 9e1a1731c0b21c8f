/* Which medium brings the article: what the capture says, what the page says, and what it shows only by the way. */
#include "article/words.h"
#include "page/meta.h"

#include <string.h>

enum { NAME_WORDS = 8, SLUG_TOKENS = 6, FOOTER_WORDS = 6, SMALL_WORD = 170000, SITE_BYTES = 80 };

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

static void outlet_of_row(isnad_named *out, uint32_t row, const char *rule) {
  const isnad_outlets_row *o = &isnad_outlets_rows[row];
  *out = (isnad_named){isnad_slice_of(o->id), isnad_slice_of(o->name), {0, 0}, {.name = rule, .table = ISNAD_TABLE_OUTLETS, .row = row}};
}

/* Is the slice one of the names between the bars of a cell? Most rows differ in their first byte. */
static bool is_name(const char *cell, isnad_slice slice) {
  for (const char *name = cell; name != NULL; name = strchr(name, '|') != NULL ? strchr(name, '|') + 1 : NULL)
    if (name[0] == slice.bytes[0] && strncmp(name, slice.bytes, slice.length) == 0 && (name[slice.length] == '|' || name[slice.length] == '\0'))
      return true;
  return false;
}

enum { MOST_LABELS = 6 };

/* The host and every shorter run of its last labels that has a dot, as a domain has: "www.example.net", "example.net". */
static size_t suffixes_of(isnad_slice host, isnad_slice out[MOST_LABELS]) {
  size_t count = 0;
  for (size_t at = 0; at < host.length && count < MOST_LABELS; at++) {
    bool begins = (at == 0 || host.bytes[at - 1] == '.') && host.bytes[at] != '.';
    if (begins && memchr(host.bytes + at, '.', host.length - at) != NULL) out[count++] = (isnad_slice){host.bytes + at, host.length - at};
  }
  return count;
}

static isnad_slice host_of(isnad_slice url) {
  for (size_t i = 0; i + 2 < url.length; i++) {
    if (url.bytes[i] != ':' || url.bytes[i + 1] != '/' || url.bytes[i + 2] != '/') continue;
    size_t begin = i + 3, end = begin;
    while (end < url.length && url.bytes[end] != '/' && url.bytes[end] != ':' && url.bytes[end] != '?' && url.bytes[end] != '#') end++;
    return (isnad_slice){url.bytes + begin, end - begin};
  }
  return (isnad_slice){NULL, 0};
}

static bool outlet_by(isnad_named *out, isnad_slice id_or_host, bool host, const char *rule) {
  isnad_slice suffixes[MOST_LABELS];
  size_t count = suffixes_of(id_or_host, suffixes);
  for (uint32_t row = 0; id_or_host.length > 0 && row < isnad_outlets_count; row++) {
    const isnad_outlets_row *o = &isnad_outlets_rows[row];
    bool same = !host && o->id[0] == id_or_host.bytes[0] && isnad_slice_equal(isnad_slice_of(o->id), id_or_host);
    for (size_t i = 0; !same && i < count; i++) same = is_name(o->domains, suffixes[i]);
    if (!same) continue;
    outlet_of_row(out, row, rule);
    return true;
  }
  return false;
}

/* What the capture itself says: an id, a domain, or a name to be looked up; an unknown one stays as it is. */
static bool captured_outlet(const article_reader *r, isnad_named *out) {
  isnad_slice said = r->capture->outlet;
  isnad_page name = {0};
  if (said.length == 0) return false;
  if (outlet_by(out, said, false, "capture")) return true;
  if (isnad_arabic_tokens(&name.tokens, r->arena, said, NULL) == ISNAD_OK && article_named(out, &name, 0, name.tokens.count, "capture") &&
      out->id.length > 0) {
    out->span = (isnad_span){0, 0};
    return true;
  }
  if (outlet_by(out, host_of(r->page->url), true, "url")) return true;
  *out = (isnad_named){{NULL, 0}, said, {0, 0}, {.name = "capture"}};
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

/* A medium's name somewhere in a line of furniture. */
static bool named_within(const article_reader *r, isnad_part_kind kind, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, kind, r->first); i < r->last; i = article_part(r, kind, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    if (kind == ISNAD_PART_SOCIAL && is_post(t, p)) continue;
    for (size_t at = p->first_token; at < p->last_token; at++) {
      size_t end = t->items[at].kind == ISNAD_TOKEN_WORD ? medium_at(t, at, p->last_token) : at;
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

static bool byline_outlet(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, ISNAD_PART_BYLINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_BYLINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    size_t first = p->first_token;
    token_range a, b;
    marked_at(t, first, p->last_token, &first); /* "written by: the X - agencies" */
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

static bool slug_outlet(const article_reader *r, isnad_named *out) {
  token_range slug;
  return inline_slug(r, &slug) && !is_place(&r->page->tokens, slug.first) && article_named(out, r->page, slug.first, slug.last, "slug");
}

/* The name of the site as the page states it (og:site_name, publisher). */
static bool stated_site(const article_reader *r, isnad_named *out) {
  isnad_page name = {0};
  const isnad_meta *site = page_meta_first(r->page, ISNAD_META_SITE);
  if (site == NULL || site->value.length > SITE_BYTES) return false;
  if (isnad_arabic_tokens(&name.tokens, r->arena, site->value, NULL) != ISNAD_OK) return false;
  if (!article_named(out, &name, 0, name.tokens.count, "site-name")) return false;
  if (out->id.length == 0) *out = (isnad_named){{NULL, 0}, site->value, {0, 0}, {.name = "site-name"}};
  out->span = (isnad_span){0, 0};
  return true;
}

/* An HTML page states whose it is: by its address, which the table knows, else by name. */
static bool stated_outlet(const article_reader *r, isnad_named *out) {
  if (r->page->media != ISNAD_MEDIA_HTML) return false;
  return outlet_by(out, host_of(r->page->url), true, "url") || stated_site(r, out);
}

void article_read_outlet(article_reader *r) {
  isnad_named *out = &r->article->outlet;
  bool lead = r->article->role == ISNAD_ROLE_LEAD;
  if (lead && (captured_outlet(r, out) || stated_outlet(r, out))) return;
  if (outlet_part(r, out) || slug_outlet(r, out)) return;
  if (!lead || titled_outlet(r, out)) return;
  if (named_within(r, ISNAD_PART_SOCIAL, out) || named_within(r, ISNAD_PART_FOOTER, out) || named_within(r, ISNAD_PART_BREADCRUMB, out)) return;
  if (labelled_outlet(r, out) || dateline_outlet(r, out) || byline_outlet(r, out) || copyright_owner(r, out)) return;
  if (outlet_by(out, host_of(r->page->url), true, "url")) return;
  if (!article_inline_agency(r, out)) article_dashed_agency(r, out);
}
