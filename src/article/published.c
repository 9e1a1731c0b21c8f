/* When an article was published, from what the capture, the page and the text say. */
#include "article/words.h"

#include "base/clock.h"
#include "isnad/stamp.h"
#include "page/sign.h"
#include "tables.h"

enum { ROOM = 8, OPENING_TOKENS = 160, OPENING_PARAGRAPHS = 8, DATELINE_TOKENS = 16, LISTED_DATES = 3 };

static bool known(const isnad_published *p) { return p->when.from < p->when.to; }

/* --- the capture --- */

static bool written(isnad_published *out, const article_reader *r, isnad_slice text) {
  isnad_tokens tokens;
  if (clock_read_iso(&out->when, text, false, 0)) return true;
  if (isnad_arabic_tokens(&tokens, r->arena, text, NULL) != ISNAD_OK) return false;
  isnad_published found;
  if (!article_stamp_in(&found, &tokens, 0, tokens.count)) return false;
  out->when = found.when;
  return true;
}

static bool from_capture(isnad_published *out, const article_reader *r) {
  if (r->capture->published.length == 0 || !written(out, r, r->capture->published)) return false;
  out->basis = ISNAD_BASIS_META;
  out->rule = (isnad_rule){.name = "published"};
  return true;
}

/* --- date lines --- */

/* Dates over the headline with a line between each and the next: those of other stories, listed above. */
static bool dates_a_list(const article_reader *r, uint32_t at) {
  uint32_t line = article_part(r, ISNAD_PART_HEADLINE, r->first), others = 0;
  if (r->page->media == ISNAD_MEDIA_HTML || line == r->last || at > line) return false;
  for (uint32_t i = r->first + 1; i < line; i++) {
    isnad_part_kind before = r->page->parts[i - 1].kind;
    others += r->page->parts[i].kind == ISNAD_PART_DATELINE && (before == ISNAD_PART_BREADCRUMB || before == ISNAD_PART_OTHER);
  }
  return others >= LISTED_DATES;
}

/* The earlier of a published and an updated stamp counts. */
static bool from_parts(isnad_published *out, const article_reader *r, isnad_part_kind kind) {
  isnad_published best = {0}, found;
  for (uint32_t i = article_part(r, kind, r->first); i < r->last; i = article_part(r, kind, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    if (!article_stamp_in(&found, &r->page->tokens, p->first_token, p->last_token) || dates_a_list(r, i)) continue;
    if (p->row != UINT32_MAX) found.rule = (isnad_rule){.table = p->table, .row = p->row};
    if (!known(&best) || found.when.from < best.when.from) best = found;
  }
  if (known(&best)) *out = best;
  return known(&best);
}

/* --- the opening of the text --- */

/* A date within these words, and a dash or colon behind it: what stands before is a date line. */
static bool before_dash(isnad_published *out, const isnad_tokens *t, size_t first, size_t last) {
  isnad_stamp s;
  for (size_t at = first; at < last; at++) {
    if (!isnad_token_is_word(t, at) || !isnad_stamp_at(&s, t, at, last, (isnad_slice){NULL, 0}) || s.last >= last) continue;
    uint32_t c = mark_of(t, s.last);
    if (!char_is_dash(c) && c != ':' && c != '/') return false;
    *out = (isnad_published){.when = s.when, .basis = ISNAD_BASIS_DATELINE, .span = s.span, .rule = {.name = "stamp"}};
    return true;
  }
  return false;
}

/* «Place, date (agency)»: the text opens with a place, and its date stands within the next words; «outlet / place / date -». */
static bool from_opening(isnad_published *out, const article_reader *r) {
  const isnad_tokens *t = &r->page->tokens;
  if (r->article->body_count == 0) return false;
  size_t first = isnad_tokens_seek(t, r->article->body[0].begin), last = first + DATELINE_TOKENS;
  if (first >= t->count) return false;
  while (last > first && (last > t->count || t->items[last - 1].span.begin >= r->article->body[0].end)) last--;
  if (page_place_at(t, first, t->count) == first) return before_dash(out, t, first, last);
  return article_stamp_in(out, t, first, last);
}

/* A word for a day near the writing ("today", "yesterday"); *offset in days, *after the token behind it. */
static bool day_word(const isnad_tokens *t, size_t at, int *offset, size_t *after) {
  isnad_phrase hits[ROOM];
  size_t count = isnad_phrases_at(hits, ROOM, t, at, 1u << ISNAD_TABLE_TIME_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count && i < ROOM; i++) {
    const isnad_time_words_row *row = &isnad_time_words_rows[hits[i].row];
    if (row->role != ISNAD_TIME_WORDS_ROLE_DAY || row->value == NULL || (row->value[0] != '0' && row->value[0] != '-')) continue;
    *offset = row->value[0] == '-' ? row->value[1] - '0' : 0;
    *after = hits[i].first + hits[i].count;
    return true;
  }
  return false;
}

static bool weekday_at(const isnad_tokens *t, size_t at, uint8_t *weekday) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_WEEKDAYS, 0) == 0) return false;
  *weekday = (uint8_t)isnad_weekdays_rows[hit.row].iso;
  return true;
}

/* The latest such weekday up to the capture. */
static void on_weekday(isnad_published *out, const article_reader *r) {
  isnad_interval captured;
  if (r->article->role != ISNAD_ROLE_LEAD || !clock_read_iso(&captured, r->capture->captured_at, true, 0)) return;
  int64_t day = captured.from / DAY_SECONDS;
  while (clock_weekday(day) != out->weekday) day--;
  out->when = (isnad_interval){day * DAY_SECONDS, (day + 1) * DAY_SECONDS};
  out->weekday = 0;
}

/* «today, Tuesday (7 May 2024)» names the day of writing; «today, Tuesday» its weekday. */
static bool told_day(isnad_published *out, const article_reader *r, size_t at, size_t last) {
  const isnad_tokens *t = &r->page->tokens;
  int offset = 0;
  size_t after = 0;
  isnad_stamp s;
  if (!day_word(t, at, &offset, &after) || after >= last) return false;
  uint8_t weekday = 0;
  size_t date = after + (t->items[after].kind == ISNAD_TOKEN_PUNCT);
  bool has_weekday = weekday_at(t, after, &weekday);
  if (has_weekday && !isnad_stamp_at(&s, t, date, last, (isnad_slice){NULL, 0})) date = after + 1;
  if (date < last && t->items[date].kind == ISNAD_TOKEN_PUNCT) date++;
  *out = (isnad_published){.basis = ISNAD_BASIS_RELATIVE, .rule = {.name = "told-day"}};
  if (date < last && isnad_stamp_at(&s, t, date, last, (isnad_slice){NULL, 0})) {
    int64_t day = s.when.from / DAY_SECONDS + offset;
    out->when = (isnad_interval){day * DAY_SECONDS, (day + 1) * DAY_SECONDS};
    out->span = (isnad_span){t->items[at].span.begin, s.span.end};
    return true;
  }
  if (!has_weekday) return false;
  out->weekday = (uint8_t)((weekday - 1 + offset) % 7 + 1); /* "yesterday, Thursday" is written on a Friday */
  out->span = (isnad_span){t->items[at].span.begin, t->items[after].span.end};
  on_weekday(out, r);
  return true;
}

static bool from_text(isnad_published *out, const article_reader *r) {
  const isnad_tokens *t = &r->page->tokens;
  for (size_t i = 0; i < r->article->body_count && i < OPENING_PARAGRAPHS; i++) {
    isnad_span span = r->article->body[i];
    size_t first = isnad_tokens_seek(t, span.begin), last = first;
    while (last < t->count && t->items[last].span.begin < span.end && last - first < OPENING_TOKENS) last++;
    for (size_t at = first; at < last; at++)
      if (t->items[at].kind == ISNAD_TOKEN_WORD && told_day(out, r, at, last)) return true;
  }
  return false;
}

/* The day that a crawl wrote before the page's first line is some days late at most. */
static bool is_crawl_date(const article_reader *r, const isnad_published *p) {
  const isnad_tokens *t = &r->page->tokens;
  size_t at = isnad_tokens_seek(t, p->span.begin);
  return at == 1 && at < t->count && isnad_slice_is(isnad_token_form(t, 0), "date");
}

/* Is the day that the text calls today another one than the stamp's, by more than a night? Then the stamp is the page's own clock, and all that is
 * known of the day of writing is its name; before a crawl's day it is the last one of that name. */
static void only_weekday(isnad_published *out, const article_reader *r, const isnad_published *told) {
  unsigned day = told->weekday != 0 || !known(told) ? told->weekday : clock_weekday(told->when.from / DAY_SECONDS);
  if (day == 0 || out->when.to - out->when.from > DAY_SECONDS) return;
  unsigned apart = (day + 7 - clock_weekday(out->when.from / DAY_SECONDS)) % 7;
  if (apart <= 1 || apart == 6) return;
  int64_t stamped = out->when.from / DAY_SECONDS;
  bool crawled = is_crawl_date(r, out);
  *out = *told;
  out->when = (isnad_interval){0, 0};
  out->weekday = (uint8_t)day;
  if (!crawled) return;
  while (clock_weekday(stamped) != day) stamped--;
  out->when = (isnad_interval){stamped * DAY_SECONDS, (stamped + 1) * DAY_SECONDS};
  out->weekday = 0;
}

/* --- the address --- */

static bool from_url(isnad_published *out, const article_reader *r) {
  int64_t days = 0;
  if (!article_day_of_url(r->page->url, &days)) return false;
  *out = (isnad_published){.when = {days * DAY_SECONDS, (days + 1) * DAY_SECONDS}, .basis = ISNAD_BASIS_URL, .rule = {.name = "url"}};
  return true;
}

/* --- a time told from the capture --- */

static bool from_relative(isnad_published *out, const article_reader *r) {
  isnad_interval captured;
  if (!clock_read_iso(&captured, r->capture->captured_at, true, 0)) return false;
  for (uint32_t i = article_part(r, ISNAD_PART_DATELINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_DATELINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    int64_t back = 0, grain = 0;
    if (!isnad_stamp_relative(&back, &grain, &r->page->tokens, p->first_token, p->last_token)) continue;
    int64_t at = captured.from - back;
    *out = (isnad_published){.when = {at - grain, at + grain}, .basis = ISNAD_BASIS_RELATIVE, .span = p->span, .rule = {.name = "relative"}};
    if (grain == DAY_SECONDS) out->when = (isnad_interval){at / DAY_SECONDS * DAY_SECONDS, (at / DAY_SECONDS + 1) * DAY_SECONDS};
    return true;
  }
  return false;
}

/* A day in a line of origin: the head line of a paper's issue or a bulletin. */
static bool from_filed(isnad_published *out, const article_reader *r) {
  for (size_t i = 0; i < r->lines->count; i++) {
    const origin_line *line = &r->lines->items[i];
    const filed_piece *day = page_filed_piece(&line->filed, FILED_DAY);
    if (day == NULL || !line->filed.known || line->inside) continue;
    if (article_stamp_in(out, &r->page->tokens, day->first, line->part->last_token)) return true;
  }
  return false;
}

/* A date in a short line between the title and the text, or just over the title, of an HTML page in any language. */
static bool from_head(isnad_published *out, const article_reader *r) {
  enum { LINES_BEFORE = 6, LINES_BEHIND = 2, LINE_BYTES = 160 };
  if (r->page->media != ISNAD_MEDIA_HTML) return false;
  uint32_t first = article_part(r, ISNAD_PART_BODY, r->first), title = article_part(r, ISNAD_PART_HEADLINE, r->first);
  uint32_t from = title < first ? title : first;
  if (first == r->last) return false;
  for (uint32_t i = from > LINES_BEFORE ? from - LINES_BEFORE : 0; i < r->page->part_count && i <= first + LINES_BEHIND; i++) {
    const isnad_part *p = &r->page->parts[i];
    if (p->span.end - p->span.begin > LINE_BYTES || p->kind == ISNAD_PART_HEADLINE) continue;
    if (article_stamp_in(out, &r->page->tokens, p->first_token, p->last_token)) return true;
  }
  return false;
}

/* Midnight of New Year is what systems state that know no day. */
static bool is_default(const isnad_published *p) {
  int64_t local = p->when.from + (p->has_offset ? p->offset : 0);
  int64_t year = 0;
  unsigned month = 0, day = 0;
  clock_date(local / DAY_SECONDS, &year, &month, &day);
  return local % DAY_SECONDS == 0 && month == 1 && day == 1;
}

/* What an HTML page states for machines. Where it shows another day beside the title, a day earlier or later, that is the outlet's local day. */
static bool from_statements(isnad_published *out, article_reader *r) {
  isnad_published stated, shown;
  if (r->page->meta_count == 0 || !article_stated_published(r, &stated, article_zone(r))) return false;
  *out = stated;
  if (is_default(&stated) && from_parts(&shown, r, ISNAD_PART_DATELINE)) *out = shown;
  if (stated.has_offset && stated.offset != 0) return true;
  if (!from_parts(&shown, r, ISNAD_PART_DATELINE) || shown.when.to - shown.when.from != DAY_SECONDS) return true;
  int64_t apart = shown.when.from / DAY_SECONDS - stated.when.from / DAY_SECONDS;
  if (apart != 1 && apart != -1) return true;
  int64_t off = apart > 0 ? shown.when.from - stated.when.from : shown.when.to - stated.when.from;
  if (off <= 14 * 3600 && off >= -12 * 3600 && stated.when.to - stated.when.from < DAY_SECONDS) *out = shown;
  return true;
}

/* «Doha in 21 September /QNA/» in an article below the lead: the year is that of the lead, which is not a month away. */
static bool from_lead_year(isnad_published *out, const article_reader *r) {
  enum { APART_DAYS = 31 };
  const isnad_tokens *t = &r->page->tokens;
  const filed_piece *day = page_filed_piece(&r->lines->opening, FILED_DAY);
  if (r->lead == NULL || !known(&r->lead->published)) return false;
  int64_t year = 0, number = 0, near = r->lead->published.when.from / DAY_SECONDS, days = 0;
  unsigned month = 0, ignored = 0;
  if (day == NULL || !article_day_and_month(t, day->first, day->last, &number, &month)) return false;
  clock_date(near, &year, &ignored, &ignored);
  for (int64_t y = year - 1; y <= year + 1; y++) {
    if (!clock_date_exists(y, month, (unsigned)number)) continue;
    days = clock_days(y, month, (unsigned)number);
    if (days - near > APART_DAYS || near - days > APART_DAYS) continue;
    isnad_span span = span_of(t, (token_range){day->first, day->last});
    *out = (isnad_published){
        .when = {days * DAY_SECONDS, (days + 1) * DAY_SECONDS}, .basis = ISNAD_BASIS_DATELINE, .span = span, .rule = {.name = "lead-year"}};
    return true;
  }
  return false;
}

/* Date lines, and what stands in their place. */
static bool from_lines(isnad_published *out, const article_reader *r) {
  if (from_parts(out, r, ISNAD_PART_BYLINE) || from_parts(out, r, ISNAD_PART_SOURCE_LINE) || from_opening(out, r) || from_filed(out, r)) return true;
  return r->article->role == ISNAD_ROLE_LEAD ? from_head(out, r) : from_lead_year(out, r) || article_page_day(r, out);
}

void article_read_published(article_reader *r) {
  isnad_published *out = &r->article->published, told = {0};
  bool lead = r->article->role == ISNAD_ROLE_LEAD;
  if (lead && (from_capture(out, r) || from_statements(out, r))) return;
  bool has_told = from_text(&told, r);
  if (from_parts(out, r, ISNAD_PART_DATELINE)) {
    if (lead && has_told) only_weekday(out, r, &told);
    return;
  }
  if (from_lines(out, r)) return;
  if (has_told && known(&told))
    *out = told;
  else if (lead && (from_relative(out, r) || from_url(out, r)))
    return;
  else if (has_told)
    *out = told;
}
