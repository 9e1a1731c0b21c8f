/* The media that an article names: who brings it, who wrote it, where it came from. */
#include "article/reader.h"

#include "page/chars.h"
#include "page/sign.h"
#include "tables.h"

#include <string.h>

enum { ROOM = 16, NAME_WORDS = 8, SLUG_TOKENS = 6, DATELINE_TOKENS = 24, FOOTER_WORDS = 6, SMALL_WORD = 170000 };

typedef struct token_range {
  size_t first, last;
} token_range;

static bool is_word(const isnad_tokens *t, size_t at) { return t->items[at].kind == ISNAD_TOKEN_WORD || t->items[at].kind == ISNAD_TOKEN_NUMBER; }

static uint32_t mark_of(const isnad_tokens *t, size_t at) {
  size_t ignored = 0;
  return is_word(t, at) ? 0 : char_at(t->text, t->items[at].span.begin, &ignored);
}

static size_t next_word(const isnad_tokens *t, size_t at, size_t last) {
  while (at < last && !is_word(t, at)) at++;
  return at;
}

static size_t words_in(const isnad_tokens *t, size_t first, size_t last) {
  size_t count = 0;
  for (; first < last; first++) count += is_word(t, first);
  return count;
}

static token_range trimmed(const isnad_tokens *t, size_t first, size_t last) {
  while (first < last && !is_word(t, first)) first++;
  while (last > first && !is_word(t, last - 1)) last--;
  return (token_range){first, last};
}

static isnad_span span_of(const isnad_tokens *t, token_range r) { return (isnad_span){t->items[r.first].span.begin, t->items[r.last - 1].span.end}; }

/* Cells of the columns in which phrases stand: a place's adjectives, an outlet's own name. */
enum { PLACE_ADJECTIVES = 7, OUTLET_NAME = 1 };

/* «X the Saudi»: an adjective of the outlet's country closes the name. */
static bool is_country(const isnad_tokens *t, size_t at, size_t last, const char *country) {
  isnad_phrase hits[ROOM];
  size_t count = at < last && country != NULL ? isnad_phrases_at(hits, ROOM, t, at, 1u << ISNAD_TABLE_PLACES, 0) : 0;
  for (size_t i = 0; i < count && i < ROOM; i++) {
    const char *of = isnad_places_rows[hits[i].row].country;
    if (hits[i].cell == PLACE_ADJECTIVES && of != NULL && strcmp(of, country) == 0 && next_word(t, hits[i].first + hits[i].count, last) == last)
      return true;
  }
  return false;
}

/* The row whose spelling [first, last) is, to the last word; outlets share spellings, and the one whose own name it is goes first. */
static const isnad_phrase *outlet_hit(isnad_phrase hits[ROOM], const isnad_tokens *t, size_t first, size_t last) {
  size_t count = isnad_phrases_at(hits, ROOM, t, first, 1u << ISNAD_TABLE_OUTLETS, 0);
  const isnad_phrase *best = NULL;
  for (size_t i = 0; i < count && i < ROOM; i++) {
    size_t end = hits[i].first + hits[i].count, after = next_word(t, end, last);
    if (end > last) continue;
    if (after < last && is_country(t, after, last, isnad_outlets_rows[hits[i].row].country)) return &hits[i];
    if (after == last && (best == NULL || (best->cell != OUTLET_NAME && hits[i].cell == OUTLET_NAME))) best = &hits[i];
  }
  return best;
}

static size_t after_noun(const isnad_tokens *t, size_t first, size_t last) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, t, first, 1u << ISNAD_TABLE_HEADS, 0) == 0) return last;
  return next_word(t, hit.first + hit.count, last);
}

/* The outlet whose name the words are, with or without a noun for media before it. */
static bool known_outlet(isnad_named *out, const isnad_tokens *t, token_range r) {
  isnad_phrase hits[ROOM];
  const isnad_phrase *hit = outlet_hit(hits, t, r.first, r.last);
  size_t name = hit == NULL ? after_noun(t, r.first, r.last) : r.last;
  if (hit == NULL && name < r.last) hit = outlet_hit(hits, t, name, r.last);
  if (hit == NULL) return false;
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  *out = (isnad_named){isnad_slice_of(row->id), isnad_slice_of(row->name), span_of(t, r), {NULL, ISNAD_TABLE_OUTLETS, hit->row}};
  return true;
}

bool article_named(isnad_named *out, const isnad_page *page, size_t first, size_t last, const char *rule) {
  const isnad_tokens *t = &page->tokens;
  token_range r = trimmed(t, first, last);
  if (r.first >= r.last) return false;
  if (known_outlet(out, t, r)) return true;
  isnad_span span = span_of(t, r);
  *out = (isnad_named){{NULL, 0}, isnad_slice_at(t->text, span), span, {.name = rule}};
  return true;
}

uint32_t article_part(const article_reader *r, isnad_part_kind kind, uint32_t from) {
  uint32_t at = from > r->first ? from : r->first;
  while (at < r->last && (r->page->parts[at].kind != kind || r->page->parts[at].article != (int32_t)r->article->place)) at++;
  return at < r->last ? at : r->last;
}

static token_range value_of(const article_reader *r, const isnad_part *p) {
  const isnad_tokens *t = &r->page->tokens;
  if (p->value.end == 0) return (token_range){p->first_token, p->last_token};
  size_t first = isnad_tokens_seek(t, p->value.begin), last = first;
  while (last < p->last_token && t->items[last].span.begin < p->value.end) last++;
  return (token_range){first, last};
}

/* --- the first paragraph --- */

static const isnad_part *first_paragraph(const article_reader *r) {
  isnad_part_kind kind = r->article->role == ISNAD_ROLE_LEAD ? ISNAD_PART_BODY : ISNAD_PART_EMBEDDED_BODY;
  uint32_t at = article_part(r, kind, r->first);
  return at < r->last ? &r->page->parts[at] : NULL;
}

/* «X/ text»: a name of a few words and a slash. */
static bool inline_slug(const article_reader *r, token_range *out) {
  const isnad_part *p = first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  if (p == NULL) return false;
  size_t at = p->first_token, end = p->first_token + SLUG_TOKENS;
  while (at < p->last_token && at < end && is_word(t, at)) at++;
  if (at == p->first_token || at + 1 >= p->last_token || mark_of(t, at) != '/' || (t->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0) return false;
  *out = (token_range){p->first_token, at};
  return true;
}

static bool is_place(const isnad_tokens *t, size_t at) { return page_place_at(t, at, t->count) > at; }

static const isnad_credits_row *credit_of(const isnad_tokens *t, size_t first, size_t last) {
  uint32_t row = 0;
  size_t at = next_word(t, first, last), end = at < last ? page_credit_at(t, at, last, &row) : at;
  return end > at && next_word(t, end, last) == last ? &isnad_credits_rows[row] : NULL;
}

/* Is it the name of an agency or another medium, and not of a desk or of agencies without a name? */
static bool names_medium(const article_reader *r, token_range range, isnad_named *out, const char *rule) {
  const isnad_tokens *t = &r->page->tokens;
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  const isnad_credits_row *credit = credit_of(t, range.first, range.last);
  size_t at = next_word(t, range.first, range.last);
  bool medium = at < range.last && page_outlet_at(t, at, range.last, true, &table, &row) > at;
  if (credit != NULL ? credit->kind != ISNAD_CREDITS_KIND_AGENCY : !medium) return false;
  return article_named(out, r->page, range.first, range.last, rule);
}

/* The next bracket from `at` on: its inside in *out; false when none opens and closes before `end` or a full stop. */
static bool next_bracket(const isnad_tokens *t, size_t at, size_t end, token_range *out) {
  while (at < end && mark_of(t, at) != '(' && mark_of(t, at) != '.') at++;
  size_t close = at;
  while (close < end && mark_of(t, close) != ')') close++;
  *out = (token_range){at + 1, close};
  return close < end && mark_of(t, at) == '(';
}

/* "Place - date (agency) - text", "Place (agency)", "Place (country) date (agency)": a bracket within the first words, after a place or at the very
 * begin. */
static bool inline_agency(const article_reader *r, isnad_named *out) {
  const isnad_part *p = first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  if (p == NULL) return false;
  size_t at = p->first_token, end = p->last_token < at + DATELINE_TOKENS ? p->last_token : at + DATELINE_TOKENS;
  token_range inside;
  if (mark_of(t, at) != '(' && !is_place(t, at)) return false;
  while (next_bracket(t, at, end, &inside)) {
    if (names_medium(r, inside, out, "dateline")) return true;
    at = inside.last + 1;
  }
  return false;
}

/* «Place - agency - text» */
static bool dashed_agency(const article_reader *r, isnad_named *out) {
  const isnad_part *p = first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  uint32_t row = 0;
  size_t at = p != NULL ? page_place_at(t, p->first_token, p->last_token) : 0;
  if (p == NULL || at == p->first_token) return false;
  if (at + 1 >= p->last_token || (!char_is_dash(mark_of(t, at)) && mark_of(t, at) != '/' && mark_of(t, at) != CHAR_ARABIC_COMMA)) return false;
  at = next_word(t, at, p->last_token);
  size_t end = at < p->last_token ? page_credit_at(t, at, p->last_token, &row) : at;
  if (end == at || end >= p->last_token || is_word(t, end)) return false;
  return names_medium(r, (token_range){at, end}, out, "dateline");
}

/* --- outlet --- */

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

/* The host and every shorter run of its last labels: "www.example.net", "example.net", "net". */
static size_t suffixes_of(isnad_slice host, isnad_slice out[MOST_LABELS]) {
  size_t count = 0;
  for (size_t at = 0; at < host.length && count < MOST_LABELS; at++)
    if ((at == 0 || host.bytes[at - 1] == '.') && host.bytes[at] != '.') out[count++] = (isnad_slice){host.bytes + at, host.length - at};
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
  for (uint32_t row = 0; count > 0 && row < isnad_outlets_count; row++) {
    const isnad_outlets_row *o = &isnad_outlets_rows[row];
    bool same = !host && is_name(o->id, id_or_host);
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
  if (outlet_by(out, host_of(r->capture->url), true, "url")) return true;
  *out = (isnad_named){{NULL, 0}, said, {0, 0}, {.name = "capture"}};
  return true;
}

static bool outlet_part(const article_reader *r, isnad_named *out) {
  uint32_t at = article_part(r, ISNAD_PART_OUTLET, r->first);
  if (at == r->last) return false;
  token_range value = value_of(r, &r->page->parts[at]);
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

/* A medium's name somewhere in a line of furniture. */
static bool named_within(const article_reader *r, isnad_part_kind kind, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, kind, r->first); i < r->last; i = article_part(r, kind, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
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

/* The parts of «A - B» on a by-line. */
static bool dashed(const isnad_tokens *t, token_range line, token_range *a, token_range *b) {
  for (size_t at = line.first + 1; at + 1 < line.last; at++) {
    uint32_t c = mark_of(t, at);
    if (!char_is_dash(c) && c != '/' && c != '_' && c != '|') continue;
    if (char_is_dash(c) && (t->items[at].flags & ISNAD_TOKEN_GLUED) != 0) continue; /* a hyphen */
    *a = trimmed(t, line.first, at);
    *b = trimmed(t, at + 1, line.last);
    return a->first < a->last && b->first < b->last;
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
    token_range a, b;
    if (!dashed(t, (token_range){p->first_token, p->last_token}, &a, &b)) continue;
    if (known_outlet(out, t, b) || known_outlet(out, t, a)) return true;
    if (credit_of(t, b.first, b.last) != NULL) return article_named(out, r->page, a.first, a.last, "byline");
    if (credited(r, b)) return article_named(out, r->page, b.first, b.last, "byline");
  }
  return false;
}

static bool slug_outlet(const article_reader *r, isnad_named *out) {
  token_range slug;
  return inline_slug(r, &slug) && !is_place(&r->page->tokens, slug.first) && article_named(out, r->page, slug.first, slug.last, "slug");
}

static void read_outlet(article_reader *r) {
  isnad_named *out = &r->article->outlet;
  bool lead = r->article->role == ISNAD_ROLE_LEAD;
  if (lead && captured_outlet(r, out)) return;
  if (outlet_part(r, out) || slug_outlet(r, out)) return;
  if (!lead) return;
  if (named_within(r, ISNAD_PART_SOCIAL, out) || named_within(r, ISNAD_PART_FOOTER, out) || named_within(r, ISNAD_PART_BREADCRUMB, out)) return;
  if (byline_outlet(r, out) || copyright_owner(r, out)) return;
  if (outlet_by(out, host_of(r->capture->url), true, "url")) return;
  if (!inline_agency(r, out)) dashed_agency(r, out);
}

/* --- by-line --- */

/* The writer's name: without date, place, medium, desk. */
static void read_byline(article_reader *r) {
  const isnad_tokens *t = &r->page->tokens;
  uint32_t at = article_part(r, ISNAD_PART_BYLINE, r->first);
  if (at == r->last) return;
  token_range a, b, value = value_of(r, &r->page->parts[at]);
  isnad_published stamp;
  if (article_stamp_in(&stamp, t, value.first, value.last))
    while (value.last > value.first && t->items[value.last - 1].span.begin >= stamp.span.begin) value.last--;
  if (dashed(t, value, &a, &b)) value = is_place(t, a.first) ? b : a;
  value = trimmed(t, value.first, value.last);
  if (value.first >= value.last || words_in(t, value.first, value.last) > NAME_WORDS) return;
  isnad_span span = span_of(t, value);
  r->article->byline = (isnad_named){{NULL, 0}, isnad_slice_at(t->text, span), span, {.name = "byline"}};
}

/* --- origin --- */

static bool is_agency(const isnad_tokens *t, token_range r) {
  const isnad_credits_row *credit = credit_of(t, r.first, r.last);
  return credit != NULL && credit->kind == ISNAD_CREDITS_KIND_AGENCY;
}

/* «own name / agency», «place - agency»: the second is meant; of two agencies the first. */
static token_range cited(const article_reader *r, const isnad_part *p) {
  const isnad_tokens *t = &r->page->tokens;
  token_range a, b, value = p->table == ISNAD_TABLE_CREDITS ? trimmed(t, p->first_token, p->last_token) : value_of(r, p);
  isnad_named first;
  while (dashed(t, value, &a, &b)) {
    if (is_agency(t, a)) return a;
    bool own = r->article->outlet.id.length > 0 && known_outlet(&first, t, a) && isnad_slice_equal(first.id, r->article->outlet.id);
    token_range c, d, head = dashed(t, b, &c, &d) ? c : b;
    if (!own && page_place_at(t, a.first, a.last) != a.last && !is_agency(t, head)) break;
    value = b;
  }
  return value;
}

static bool source_line(const article_reader *r, isnad_named *out) {
  for (uint32_t i = article_part(r, ISNAD_PART_SOURCE_LINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_SOURCE_LINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    if (p->value.end == 0) continue;
    token_range name = cited(r, p);
    if (article_named(out, r->page, name.first, name.last, "source-line")) return true;
  }
  return false;
}

/* The text ends in «(agency)» or in an agency's name between dashes. */
static bool tail_credit(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  if (r->article->body_count == 0) return false;
  isnad_span last = r->article->body[r->article->body_count - 1];
  size_t first = isnad_tokens_seek(t, last.begin), end = first;
  while (end < t->count && t->items[end].span.begin < last.end) end++;
  token_range whole = trimmed(t, first, end);
  size_t at = whole.last;
  while (at > whole.first && whole.last - at < NAME_WORDS && is_word(t, at - 1)) at--;
  if (at <= whole.first || at == whole.last) return false;
  uint32_t before = mark_of(t, at - 1);
  if ((before != '(' || end == whole.last) && !char_is_dash(before)) return false;
  return names_medium(r, (token_range){at, whole.last}, out, "tail-credit");
}

static void read_origin(article_reader *r) {
  isnad_named *out = &r->article->origin;
  const isnad_named *own = &r->article->outlet;
  if (source_line(r, out) || tail_credit(r, out)) return;
  if (!inline_agency(r, out) && !dashed_agency(r, out)) return;
  bool known_otherwise = own->span.end == 0 || own->span.begin != out->span.begin;
  if (known_otherwise && own->id.length > 0 && isnad_slice_equal(out->id, own->id)) *out = (isnad_named){0}; /* its own date line cites nobody */
}

void article_read_names(article_reader *r) {
  read_outlet(r);
  read_byline(r);
  read_origin(r);
}
