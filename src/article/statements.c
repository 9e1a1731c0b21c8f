/* What an HTML page states for machines about its lead: when it was published and updated, its section and picture. Statements are ranked by where
 * they stand; those that name another day are kept beside the best. */
#include "arabic/stamp_cursor.h"
#include "article/reader.h"
#include "base/ascii.h"
#include "base/clock.h"
#include "page/meta.h"
#include "tables.h"

#include <string.h>

enum {
  FIRST_YEAR = 1990,
  LAST_YEAR = 2100,
  MOST_DATES = 24,
  MOST_OTHERS = 4,
  NEAR_LINES = 14, /* a time element so near to the text's begin speaks of it */
  EPOCH_DIGITS = 10,
  LONGEST = 120 /* bytes of a written date */
};

isnad_slice article_zone(const article_reader *r) {
  const isnad_named *outlet = &r->article->outlet;
  if (outlet->id.length == 0) return (isnad_slice){NULL, 0};
  if (outlet->rule.table == ISNAD_TABLE_OUTLETS && outlet->rule.row < isnad_outlets_count &&
      isnad_slice_is(outlet->id, isnad_outlets_rows[outlet->rule.row].id))
    return isnad_slice_of(isnad_outlets_rows[outlet->rule.row].tz);
  for (size_t i = 0; i < isnad_outlets_count; i++)
    if (isnad_slice_is(outlet->id, isnad_outlets_rows[i].id)) return isnad_slice_of(isnad_outlets_rows[i].tz);
  return (isnad_slice){NULL, 0};
}

/* --- reading one date --- */

static bool is_plausible(isnad_interval when) {
  return when.from < when.to && when.from >= clock_days(FIRST_YEAR, 1, 1) * DAY_SECONDS && when.from < clock_days(LAST_YEAR, 1, 1) * DAY_SECONDS;
}

/* Seconds since 1970, or thousandths of them. */
static bool read_epoch(isnad_interval *out, isnad_slice text) {
  int64_t value = 0;
  if (text.length != EPOCH_DIGITS && text.length != EPOCH_DIGITS + 3) return false;
  for (size_t i = 0; i < EPOCH_DIGITS; i++) {
    if (!ascii_is_digit(text.bytes[i])) return false;
    value = value * 10 + (text.bytes[i] - '0');
  }
  *out = (isnad_interval){value, value + 1};
  return true;
}

/* The offset that ISO text ends with ("+03:00", "-0500", "Z"). */
static bool offset_of(isnad_slice text, int32_t *offset) {
  size_t at = text.length;
  while (at > 0 && (ascii_is_digit(text.bytes[at - 1]) || text.bytes[at - 1] == ':')) at--;
  if (at == 0 || text.length < 17) return false;
  char sign = text.bytes[at - 1];
  if (sign != '+' && sign != '-') {
    *offset = 0;
    return text.bytes[text.length - 1] == 'Z' || text.bytes[text.length - 1] == 'z';
  }
  int32_t digits[4] = {0}, count = 0;
  for (; at < text.length && count < 4; at++)
    if (ascii_is_digit(text.bytes[at])) digits[count++] = text.bytes[at] - '0';
  *offset = ((digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]) * 60 * (sign == '+' ? 1 : -1);
  return true;
}

/* ISO 8601 with a blank before its offset, as many systems write it. */
static isnad_slice without_blank(char room[LONGEST], isnad_slice text) {
  size_t length = 0;
  if (text.length >= LONGEST) return text;
  for (size_t i = 0; i < text.length; i++)
    if (text.bytes[i] != ' ' || i == 10) room[length++] = text.bytes[i];
  return (isnad_slice){room, length};
}

/* A time without an offset is the outlet's local time; where its zone is not known it gives its day. */
static bool read_iso(isnad_published *out, isnad_slice text, isnad_slice zone) {
  char room[LONGEST];
  text = without_blank(room, text);
  out->has_offset = offset_of(text, &out->offset);
  if (clock_read_iso(&out->when, text, false, 0)) return true;
  int32_t offset = 0;
  if (clock_read_iso(&out->when, text, true, 0) && stamp_zone_offset(zone, out->when.from, &offset)) {
    out->when = (isnad_interval){out->when.from - offset, out->when.to - offset};
    out->has_offset = true;
    out->offset = offset;
    return true;
  }
  out->has_offset = false;
  return text.length >= 10 && clock_read_iso(&out->when, (isnad_slice){text.bytes, 10}, false, 0) && out->when.to - out->when.from == DAY_SECONDS;
}

/* Any other way to write a date, prose included. */
static bool read_written(isnad_published *out, article_reader *r, isnad_slice text) {
  isnad_tokens tokens;
  isnad_published found;
  if (text.length > LONGEST || isnad_arabic_tokens(&tokens, r->arena, text, NULL) != ISNAD_OK) return false;
  if (!article_stamp_in(&found, &tokens, 0, tokens.count)) return false;
  out->when = found.when;
  out->has_offset = false;
  return true;
}

/* Times of the world that an outlet of a known zone states count on its local days. */
static void localize(isnad_published *p, isnad_slice zone) {
  int32_t offset = 0;
  if (!p->has_offset || p->offset != 0 || !stamp_zone_offset(zone, p->when.from, &offset)) return;
  p->offset = offset;
}

static bool read_date(isnad_published *out, article_reader *r, const isnad_meta *m, isnad_slice zone) {
  *out = (isnad_published){.basis = ISNAD_BASIS_META, .raw = m->raw, .rule = {.name = isnad_meta_source_name(m->source)}};
  bool read = read_epoch(&out->when, m->value) || read_iso(out, m->value, zone) || read_written(out, r, m->value);
  if (!read || !is_plausible(out->when)) return false;
  localize(out, zone);
  return true;
}

/* --- ranking --- */

static int64_t local_day(const isnad_published *p) {
  int64_t at = p->when.from + (p->has_offset ? p->offset : 0);
  return at >= 0 ? at / DAY_SECONDS : (at - DAY_SECONDS + 1) / DAY_SECONDS;
}

static bool is_exact(const isnad_published *p) { return p->when.to - p->when.from <= DAY_SECONDS; }

/* A time element counts when it stands by the title or the first paragraph. */
static bool is_near(const article_reader *r, const isnad_meta *m) {
  if (m->line == UINT32_MAX) return m->source != ISNAD_META_TIME;
  uint32_t first = article_part(r, ISNAD_PART_BODY, r->first), title = article_part(r, ISNAD_PART_HEADLINE, r->first);
  uint32_t from = title < first ? title : first;
  return m->line + NEAR_LINES >= from && m->line <= first + 2;
}

/* --- whose statement --- */

/* A word of some letters that both hold. */
static bool share_word(const isnad_tokens *a, size_t first, size_t last, const isnad_tokens *b) {
  enum { WORD_BYTES = 6, MOST_WORDS = 64 };
  for (size_t i = first; i < last && i < first + MOST_WORDS; i++)
    for (size_t k = 0; k < b->count && k < MOST_WORDS; k++)
      if (a->items[i].kind == ISNAD_TOKEN_WORD && a->items[i].length >= WORD_BYTES && a->items[i].hash == b->items[k].hash) return true;
  return false;
}

static const isnad_meta *title_beside(const isnad_page *page, const isnad_meta *m) {
  const isnad_meta *best = NULL;
  uint32_t nearest = UINT32_MAX;
  for (size_t i = 0; i < page->meta_count; i++) {
    const isnad_meta *title = &page->meta[i];
    if (title->kind != ISNAD_META_TITLE || title->source != ISNAD_META_JSON_LD) continue;
    uint32_t apart = title->raw.begin > m->raw.begin ? title->raw.begin - m->raw.begin : m->raw.begin - title->raw.begin;
    if (apart < nearest) best = title;
    if (apart < nearest) nearest = apart;
  }
  return best;
}

static bool is_title_of_another(const article_reader *r, const isnad_meta *beside) {
  const isnad_page *page = r->page;
  isnad_tokens title, other;
  if (r->article->headline.end == 0 || isnad_arabic_tokens(&title, r->arena, beside->value, NULL) != ISNAD_OK) return false;
  size_t first = isnad_tokens_seek(&page->tokens, r->article->headline.begin), last = first, others = 0;
  while (last < page->tokens.count && page->tokens.items[last].span.begin < r->article->headline.end) last++;
  if (share_word(&page->tokens, first, last, &title)) return false;
  for (size_t i = 0; i < page->meta_count; i++) {
    const isnad_meta *t = &page->meta[i];
    if (t->kind != ISNAD_META_TITLE || t->source == ISNAD_META_JSON_LD || isnad_arabic_tokens(&other, r->arena, t->value, NULL) != ISNAD_OK) continue;
    if (share_word(&other, 0, other.count, &title)) return false;
    others += share_word(&page->tokens, first, last, &other);
  }
  return others > 0;
}

bool article_is_of_another(article_reader *r, const isnad_meta *m) {
  const isnad_meta *beside = m->source == ISNAD_META_JSON_LD ? title_beside(r->page, m) : NULL;
  if (beside == NULL) return false;
  if (beside != r->judged) r->judged_other = is_title_of_another(r, beside);
  r->judged = beside;
  return r->judged_other;
}

typedef struct date_list {
  isnad_published items[MOST_DATES];
  size_t count;
} date_list;

static void gather(date_list *list, article_reader *r, isnad_meta_kind kind, isnad_slice zone) {
  const isnad_page *page = r->page;
  for (int source = 0; source < ISNAD_META_SOURCE_COUNT; source++)
    for (size_t i = 0; i < page->meta_count && list->count < MOST_DATES; i++) {
      const isnad_meta *m = &page->meta[i];
      bool placed = source == ISNAD_META_TIME || source == ISNAD_META_MICRODATA || source == ISNAD_META_ELEMENT;
      if (m->kind != kind || (int)m->source != source || (placed && !is_near(r, m)) || article_is_of_another(r, m)) continue;
      list->count += read_date(&list->items[list->count], r, m, zone);
    }
}

/* Keeps the days that differ from the best, each once. */
static void keep_others(article_reader *r, const date_list *list) {
  isnad_published *others = isnad_arena_array(r->arena, MOST_OTHERS, sizeof *others);
  size_t count = 0;
  r->failed |= others == NULL;
  for (size_t i = 1; others != NULL && i < list->count && count < MOST_OTHERS; i++) {
    bool seen = local_day(&list->items[i]) == local_day(&list->items[0]);
    for (size_t k = 0; !seen && k < count; k++) seen = local_day(&others[k]) == local_day(&list->items[i]);
    if (!seen) others[count++] = list->items[i];
  }
  r->article->other_dates = others;
  r->article->other_date_count = count;
}

bool article_stated_published(article_reader *r, isnad_published *out, isnad_slice zone) {
  date_list list = {.count = 0};
  gather(&list, r, ISNAD_META_PUBLISHED, zone);
  for (size_t i = 1; i < list.count && !is_exact(&list.items[0]); i++) /* a day beats a year */
    if (is_exact(&list.items[i])) {
      isnad_published first = list.items[0];
      list.items[0] = list.items[i];
      list.items[i] = first;
    }
  if (list.count == 0) return false;
  *out = list.items[0];
  keep_others(r, &list);
  return true;
}

/* --- other statements --- */

static isnad_stated stated(const isnad_meta *m) {
  if (m == NULL) return (isnad_stated){0};
  return (isnad_stated){.text = m->value, .raw = m->raw, .rule = {.name = isnad_meta_source_name(m->source)}};
}

static void read_updated(article_reader *r) {
  date_list list = {.count = 0};
  const isnad_published *published = &r->article->published;
  gather(&list, r, ISNAD_META_UPDATED, article_zone(r));
  for (size_t i = 0; i < list.count; i++) {
    if (published->when.to > 0 && list.items[i].when.from <= published->when.from) continue;
    r->article->updated = list.items[i];
    return;
  }
}

/* --- the title --- */

/* Lines that hold the headline hold a kicker too, or the site's name: where a stated title begins or ends the line, it is the headline. */
static bool narrow(isnad_span *line, isnad_slice text, isnad_slice title) {
  enum { LEAST = 12 };
  if (title.length < LEAST || title.length >= text.length) return false;
  bool begins = memcmp(text.bytes, title.bytes, title.length) == 0;
  size_t gap = text.length - title.length;
  bool ends = memcmp(text.bytes + gap, title.bytes, title.length) == 0 && (text.bytes[gap - 1] == ' ' || (uint8_t)text.bytes[gap - 1] >= 0x80);
  if (!begins && !ends) return false;
  if (begins && text.bytes[title.length] != ' ') return false;
  *line = begins ? (isnad_span){line->begin, line->begin + (uint32_t)title.length} : (isnad_span){line->begin + (uint32_t)gap, line->end};
  return true;
}

static void read_title(article_reader *r) {
  isnad_span *headline = &r->article->headline;
  const isnad_meta *title = page_meta_first(r->page, ISNAD_META_TITLE);
  for (size_t i = 0; title != NULL && i < r->page->meta_count && article_is_of_another(r, title); i++)
    if (r->page->meta[i].kind == ISNAD_META_TITLE && r->page->meta[i].source != ISNAD_META_JSON_LD) title = &r->page->meta[i];
  r->article->title = stated(title);
  if (headline->end == headline->begin) return;
  for (size_t i = 0; i < r->page->meta_count; i++) {
    const isnad_meta *m = &r->page->meta[i];
    bool trusted = m->kind == ISNAD_META_TITLE && (m->source == ISNAD_META_JSON_LD || m->source == ISNAD_META_OPEN_GRAPH);
    if (trusted && narrow(headline, isnad_slice_at(r->page->text, *headline), m->value)) return;
  }
}

void article_read_statements(article_reader *r) {
  if (r->article->role != ISNAD_ROLE_LEAD || r->page->meta_count == 0) return;
  read_title(r);
  read_updated(r);
  r->article->section = stated(page_meta_first(r->page, ISNAD_META_SECTION));
  r->article->image = stated(page_meta_first(r->page, ISNAD_META_IMAGE));
}
