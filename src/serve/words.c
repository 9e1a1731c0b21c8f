/* The words of the frame, counts and dates, in the language of the page. */
#include "base/clock.h"
#include "serve/web.h"
#include "tables.h"

#include <stdio.h>
#include <string.h>

static const isnad_page_words_row *row_of(const char *prefix, isnad_slice key) {
  size_t begin = strlen(prefix);
  for (size_t i = 0; i < isnad_page_words_count; i++) {
    const char *id = isnad_page_words_rows[i].id;
    if (key.length == 0 || strncmp(id, prefix, begin) != 0 || id[begin] != key.bytes[0]) continue;
    if (isnad_slice_equal(isnad_slice_of(id + begin), key)) return &isnad_page_words_rows[i];
  }
  return NULL;
}

isnad_slice word_behind(const exchange *x, const char *prefix, isnad_slice key) {
  const isnad_page_words_row *row = row_of(prefix, key);
  return row == NULL ? key : isnad_slice_of(x->english ? row->en : row->ar);
}

isnad_slice word_of(const exchange *x, const char *id) { return word_behind(x, "", isnad_slice_of(id)); }

/* Arabic counts 3 to 10, 11 to 99 and hundreds differently, by the last two digits (CLDR plural rules). One and two are words of their own. */
static const char *form_of(bool english, uint64_t n) {
  uint64_t rest = n % 100;
  if (english) return n == 1 ? ".one" : ".other";
  if (n == 1) return ".one";
  if (n == 2) return ".two";
  return rest >= 3 && rest <= 10 ? ".few" : rest >= 11 ? ".many" : ".other";
}

void web_count(web *h, const char *noun, uint64_t n) {
  char id[64];
  snprintf(id, sizeof id, "%s%s", noun, form_of(h->x->english, n));
  bool in_words = !h->x->english && (n == 1 || n == 2);
  if (!in_words) {
    web_number(h, n);
    web_space(h);
  }
  web_words(h, id);
}

/* --- dates --- */

bool when_interval(isnad_interval *out, const tree *interval) {
  isnad_interval from, to;
  if (!clock_read_iso(&from, tree_text(interval, "from"), true, 0) || !clock_read_iso(&to, tree_text(interval, "to"), true, 0)) return false;
  *out = (isnad_interval){from.from, to.from};
  return out->from < out->to;
}

typedef struct day {
  int64_t year;
  unsigned month, day;
} day;

static day day_of(int64_t time) {
  day d;
  clock_date(clock_day_of(time), &d.year, &d.month, &d.day);
  return d;
}

static isnad_slice month_word(const exchange *x, unsigned month) {
  char number[16];
  snprintf(number, sizeof number, "%u", month);
  return word_behind(x, "month.", isnad_slice_of(number));
}

static void add_date(buf *out, const exchange *x, day d, bool month, bool year) {
  buf_printf(out, "%u", d.day);
  if (month) {
    buf_add_char(out, ' ');
    buf_add_slice(out, month_word(x, d.month));
  }
  if (year) buf_printf(out, " %lld", (long long)d.year);
}

isnad_slice day_words(exchange *x, int64_t day_number, bool year) {
  buf out = buf_new(x->arena, 32);
  add_date(&out, x, day_of(day_number * DAY_SECONDS), true, year);
  return buf_slice(&out);
}

static void add_month(buf *out, const exchange *x, day d, bool year) {
  buf_add_slice(out, month_word(x, d.month));
  if (year) buf_printf(out, " %lld", (long long)d.year);
}

static void add_until(buf *out, const exchange *x) {
  buf_add_char(out, ' ');
  buf_add_slice(out, word_of(x, "date.to"));
  buf_add_char(out, ' ');
}

/* Whole months and years, one or several, are told as such. */
static bool add_whole(buf *out, const exchange *x, day first, day end, isnad_interval when) {
  if (first.day != 1 || end.day != 1 || when.from % DAY_SECONDS != 0 || when.to % DAY_SECONDS != 0) return false;
  if (first.month == 1 && end.month == 1) {
    buf_printf(out, "%lld", (long long)first.year);
    if (end.year > first.year + 1) add_until(out, x);
    if (end.year > first.year + 1) buf_printf(out, "%lld", (long long)end.year - 1);
    return true;
  }
  day last = end.month > 1 ? (day){end.year, end.month - 1, 1} : (day){end.year - 1, 12, 1};
  bool one = last.year == first.year && last.month == first.month;
  add_month(out, x, first, one || last.year != first.year);
  if (one) return true;
  add_until(out, x);
  add_month(out, x, last, true);
  return true;
}

isnad_slice when_words(exchange *x, const tree *interval) {
  isnad_interval when;
  if (!when_interval(&when, interval)) return word_of(x, "date.none");
  buf out = buf_new(x->arena, 64);
  day first = day_of(when.from), last = day_of(when.to - 1);
  if (add_whole(&out, x, first, day_of(when.to), when)) return buf_slice(&out);
  bool one_day = clock_day_of(when.from) == clock_day_of(when.to - 1), one_year = first.year == last.year;
  bool one_month = one_year && first.month == last.month;
  add_date(&out, x, first, one_day || !one_month, one_day || !one_year);
  if (!one_day) {
    add_until(&out, x);
    add_date(&out, x, last, true, true);
  } else if (when.to - when.from < DAY_SECONDS / 2) {
    int64_t second = when.from - clock_day_of(when.from) * DAY_SECONDS;
    buf_add_slice(&out, word_of(x, "date.comma"));
    buf_printf(&out, " %02d:%02d ", (int)(second / 3600), (int)(second / 60 % 60));
    buf_add_slice(&out, word_of(x, "date.utc"));
  }
  return buf_slice(&out);
}

void web_when(web *h, const tree *t, const char *key) {
  const tree *interval = tree_get(t, key);
  isnad_slice basis = tree_text(interval, "basis");
  web_open(h, "time");
  if (interval != NULL) web_attr(h, "datetime", tree_text(interval, "from"));
  if (basis.length > 0) web_attr(h, "title", word_behind(h->x, "basis.", basis));
  web_foreign(h, when_words(h->x, interval));
  web_close(h);
}

/* --- origins --- */

double tree_double(const tree *t, const char *key) {
  double n = 0;
  return tree_number(&n, t, key) ? n : 0;
}

static double item_number(const tree *list, size_t index) {
  double n = 0;
  return tree_value(&n, tree_item(list, index)) ? n : 0;
}

/* Circles: full for what is certain, hollow for what is possible; at most nine. */
void web_origins(web *h, const tree *origins) {
  enum { MOST = 9 };
  unsigned least = (unsigned)item_number(origins, 0), most = (unsigned)item_number(origins, 1);
  web_open_class(h, "span", "origins");
  web_open_class(h, "span", "dots");
  web_attr_text(h, "aria-hidden", "true");
  for (unsigned i = 0; i < most && i < MOST; i++) web_element(h, "i", i < least ? "full" : "hollow", (isnad_slice){NULL, 0});
  web_close(h);
  web_space(h);
  if (least == most) {
    web_count(h, "n.origin", most);
  } else {
    web_latin(h, isnad_arena_printf(h->x->arena, "%u\xE2\x80\x93%u", least, most));
    web_space(h);
    web_words(h, h->x->english ? "n.origin.other" : most > 10 ? "n.origin.many" : "n.origin.few");
  }
  web_close(h);
}
