/* Pages whose text changed without a word. */
#include "alert/inside.h"

#include "base/buf.h"
#include "store/packed.h"

#include <string.h>

enum { MOST_WORDS = 600, CONTEXT = 60 };

static bool is_inside(isnad_slice s, size_t at) { return at > 0 && at < s.length && ((unsigned char)s.bytes[at] & 0xC0) == 0x80; }

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

static bool is_border(isnad_slice s, size_t at) { return at == 0 || at >= s.length || is_blank(s.bytes[at - 1]) || is_blank(s.bytes[at]); }

static isnad_slice trimmed(isnad_slice s) {
  while (s.length > 0 && is_blank(s.bytes[0])) s = (isnad_slice){s.bytes + 1, s.length - 1};
  while (s.length > 0 && is_blank(s.bytes[s.length - 1])) s.length--;
  return s;
}

/* What stands between the whole words that both begin with and those that both end with; empty on both sides when they are the same. */
static void differing(isnad_slice a, isnad_slice b, isnad_slice *from_a, isnad_slice *from_b) {
  size_t least = a.length < b.length ? a.length : b.length, head = 0, tail = 0;
  while (head < least && a.bytes[head] == b.bytes[head]) head++;
  while (head > 0 && !(is_border(a, head) && is_border(b, head))) head--;
  while (tail < least - head && a.bytes[a.length - 1 - tail] == b.bytes[b.length - 1 - tail]) tail++;
  while (tail > 0 && !(is_border(a, a.length - tail) && is_border(b, b.length - tail))) tail--;
  *from_a = trimmed((isnad_slice){a.bytes + head, a.length - head - tail});
  *from_b = trimmed((isnad_slice){b.bytes + head, b.length - head - tail});
}

/* A lone number says nothing: short words get those around them on their line, two before and three behind. */
static isnad_slice with_context(isnad_slice body, isnad_slice part) {
  enum { BEFORE = 2, BEHIND = 3 };
  if (part.length == 0 || part.length >= CONTEXT) return part;
  size_t begin = (size_t)(part.bytes - body.bytes), end = begin + part.length;
  for (int words = 0; begin > 0 && body.bytes[begin - 1] != '\n'; begin--)
    if (body.bytes[begin - 1] == ' ' && words++ == BEFORE) break;
  for (int words = 0; end < body.length && body.bytes[end] != '\n'; end++)
    if (body.bytes[end] == ' ' && words++ == BEHIND) break;
  return (isnad_slice){body.bytes + begin, end - begin};
}

static isnad_slice shortened(alert_run *r, isnad_slice s) {
  if (s.length <= MOST_WORDS) return s;
  size_t length = MOST_WORDS;
  while (length > 0 && is_inside(s, length)) length--;
  return isnad_arena_printf(r->arena, "%.*s ...", (int)length, s.bytes);
}

isnad_status alert_body(isnad_slice *out, alert_run *r, const store_article *article) {
  static const char sql[] = "SELECT body FROM article WHERE id = ?1";
  isnad_slice record, text;
  buf b = buf_new(r->arena, 4096);
  isnad_status status = store_article_page(&record, &text, r->arena, r->store, article->capture, r->err);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(r->store, sql, r->err) : NULL;
  if (s == NULL) return status == ISNAD_OK ? ISNAD_STORE : status;
  sqlite3_bind_int64(s, 1, article->id);
  status = store_step(r->store, s, r->err);
  isnad_slice packed = status == ISNAD_OK ? store_column(s, 0) : (isnad_slice){NULL, 0};
  for (size_t i = 0; i < packed_spans(packed); i++) {
    if (b.length > 0) buf_add_char(&b, '\n');
    buf_add_slice(&b, isnad_slice_at(text, packed_span(packed, i)));
  }
  sqlite3_reset(s);
  *out = buf_slice(&b);
  return status == ISNAD_OK ? buf_status(&b, "alert", r->err) : status;
}

static bool is_of_all(const alert_run *r) { return isnad_slice_is(r->self.what, "all"); }

static bool is_wanted(const alert_run *r, isnad_slice outlet, const store_article *a) {
  return is_of_all(r) || isnad_slice_equal(outlet, a->outlet) || isnad_slice_equal(r->self.what, a->outlet_name);
}

static isnad_status fire(alert_run *r, isnad_slice item, int64_t edition, isnad_slice earlier, isnad_slice later, isnad_slice outlet) {
  store_article old, new;
  isnad_slice old_body, new_body, key = isnad_arena_printf(r->arena, "%.*s edition %lld", (int)item.length, item.bytes, (long long)edition);
  bool other = false;
  isnad_status status = store_article_find(&old, r->arena, r->store, earlier, r->err);
  if (status == ISNAD_OK) status = store_article_find(&new, r->arena, r->store, later, r->err);
  if (status == ISNAD_NOT_FOUND) return alert_learn(&other, r, key);
  if (status == ISNAD_OK && !is_wanted(r, outlet, &new)) return alert_learn(&other, r, key);
  if (status == ISNAD_OK) status = alert_body(&old_body, r, &old);
  if (status == ISNAD_OK) status = alert_body(&new_body, r, &new);
  if (status != ISNAD_OK) return status;
  alert_found found = {.key = key, .article = &new, .earlier = &old, .story = new.story};
  if (!isnad_slice_equal(old.headline, new.headline)) {
    alert_show(&found, old.name, (isnad_span){0, 0}, old.headline, isnad_slice_of("headline before"));
    alert_show(&found, new.name, (isnad_span){0, 0}, new.headline, isnad_slice_of("headline after"));
  }
  differing(old_body, new_body, &found.before, &found.after);
  bool only_headline = found.before.length + found.after.length == 0 && !isnad_slice_equal(old.headline, new.headline);
  found.before = only_headline ? old.headline : shortened(r, with_context(old_body, found.before));
  found.after = only_headline ? new.headline : shortened(r, with_context(new_body, found.after));
  return alert_fire(r, &found);
}

typedef struct edit {
  isnad_slice item, earlier, later;
  int64_t edition;
} edit;

isnad_status alert_look_edits(alert_run *r) {
  static const char sql[] = "SELECT e.item, e.edition, b.article, e.article FROM watch_edition e JOIN watch_edition b ON b.item = e.item AND"
                            " b.edition = e.edition - 1 WHERE e.says = 0 AND e.article <> b.article AND e.item || ' edition ' || e.edition NOT IN"
                            " (SELECT key FROM alert_known WHERE alert = ?1) ORDER BY e.item, e.edition LIMIT 256";
  edit edits[256];
  size_t count = 0;
  isnad_slice outlet = {NULL, 0};
  isnad_status status = is_of_all(r) ? ISNAD_OK : alert_outlet(&outlet, r);
  if (status != ISNAD_OK || r->learning) return status;
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, r->alert);
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK)
    edits[count++] =
        (edit){store_column_copy(r->arena, s, 0), store_column_copy(r->arena, s, 2), store_column_copy(r->arena, s, 3), sqlite3_column_int64(s, 1)};
  if (status == ISNAD_END) status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    status = fire(r, edits[i].item, edits[i].edition, edits[i].earlier, edits[i].later, outlet);
  return status;
}
