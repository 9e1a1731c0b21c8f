/* What stands around a period: since, until, before, after, from-to, every, and times told from the time before. */
#include "arabic/letters.h"
#include "arabic/time.h"
#include "base/clock.h"

#include <string.h>

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, CONJUNCTION = 2, HALF_DAY = DAY_SECONDS / 2, WEEK_DAYS = 7 };

typedef struct reading {
  stamp_cursor c;
  time_value v;
  bool found;
} reading;

/* Keeps the longest of several readings; the first of equal ones, unless its weekday fits only by force ("the third Tuesday of September"). */
static void consider(reading *best, const reading *next) {
  if (!next->found || (best->found && next->c.at < best->c.at)) return;
  bool forced = best->found && (best->v.contradicts || best->v.hopped);
  if (best->found && next->c.at == best->c.at && !(forced && !next->v.contradicts && !next->v.hopped)) return;
  *best = *next;
}

static void try_reader(reading *best, time_reader *read, const stamp_cursor *from, const time_context *x) {
  reading next;
  next.c = *from;
  next.found = read(&next.c, x, &next.v);
  consider(best, &next);
}

static bool settle(stamp_cursor *c, time_value *out, const reading *best) {
  if (!best->found) return false;
  *c = best->c;
  *out = best->v;
  return true;
}

bool time_period(stamp_cursor *c, const time_context *x, time_value *out) {
  static time_reader *const readers[] = {time_holiday, time_days,  time_clock,     time_day,    time_nth,    time_part,    time_portion,
                                         time_window,  time_month, time_unit_told, time_season, time_decade, time_century, time_year};
  reading best = {.found = false};
  for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) try_reader(&best, readers[i], c, x);
  return settle(c, out, &best);
}

/* --- ranges --- */

static bool range_sign(stamp_cursor *c) {
  if (stamp_take(c, '-') || stamp_take(c, EN_DASH) || stamp_take(c, EM_DASH)) return true;
  c->cut_to = c->at + 1;
  return time_takes(c, TIME(MARK), "to") || time_takes(c, TIME(MARK), "until");
}

/* "and" as a word of its own, or joined to the word that begins the second time. */
static bool range_and(stamp_cursor *c) {
  if (c->at >= c->last || c->tokens->items[c->at].kind != ISNAD_TOKEN_WORD) return false;
  if (c->tokens->items[c->at].length == CONJUNCTION && c->at + 1 < c->last) c->at++;
  c->cut_to = c->at + 1;
  return true;
}

/* The first time lacks what the second tells: "from 13 to 15 June" is read as days; here years ("2011 and 2015") and months. */
static void borrow_year(time_value *first, const time_value *second, const time_context *x) {
  if (!first->relative || second->relative || first->grain != second->grain || !x->known) return;
  while (first->when.from >= second->when.from) {
    first->when.from = calendar_moved(first->when.from, UNIT_YEAR, -1);
    first->when.to = calendar_moved(first->when.to, UNIT_YEAR, -1);
  }
}

/* The period with which a range begins. Most often no word stands before it, and it was read already: `plain`. */
static bool first_period(stamp_cursor *c, const time_context *x, const stamp_cursor *begin, const reading *plain, time_value *out) {
  if (c->at != begin->at || c->cut_to != begin->cut_to) return time_period(c, x, out);
  return settle(c, out, plain);
}

/* The range that begins at the cursor, where `plain` is the period that does. */
static bool range_at(stamp_cursor *c, const time_context *x, const reading *plain, time_value *out) {
  stamp_cursor ahead = *c;
  time_value first, second;
  bool between = time_takes(&ahead, TIME(MARK), "between"), from = !between && time_takes(&ahead, TIME(MARK), "from");
  bool pair = stamp_time_word(&ahead, TIME(PAIR), NULL);
  stamp_cursor head = ahead;
  time_links(&ahead);
  if (!first_period(&ahead, x, c, plain, &first) || !first.has_from) return false;
  if (between || pair ? !range_and(&ahead) : !range_sign(&ahead)) return false;
  time_context later = *x;
  if (!time_period(&ahead, &later, &second) || !second.has_to) return false;
  if ((first.lone || second.lone) && !between && !from && !pair && first.grain != second.grain) return false;
  if (first.grain == ISNAD_GRAIN_YEAR && first.when.from >= second.when.from) return false;
  borrow_year(&first, &second, x);
  if (first.weekday > 0 && second.weekday > 0) { /* "Saturday and Sunday next": the first is the one before the second */
    int64_t apart = (WEEK_DAYS + (int64_t)second.weekday - (int64_t)first.weekday) % WEEK_DAYS;
    first.when.from = second.when.from - apart * DAY_SECONDS;
  }
  if (first.unhalved && !second.unhalved && first.when.from + HALF_DAY < second.when.from)
    first.when.from += HALF_DAY; /* "from three to five p.m." */
  if (second.when.to <= first.when.from && second.relative && second.grain <= ISNAD_GRAIN_MONTH) {
    time_unit step = first.weekday > 0 && second.weekday > 0 ? UNIT_WEEK : UNIT_YEAR;
    second.when.to = calendar_moved(second.when.to, second.grain < ISNAD_GRAIN_DAY ? UNIT_DAY : step, 1);
  }
  if (second.when.to <= first.when.from) return false;
  *out = second;
  out->when.from = first.when.from;
  out->has_from = true;
  out->kind = ISNAD_TIME_RANGE;
  out->relative = first.relative || second.relative;
  out->contradicts = first.contradicts || second.contradicts;
  out->lone = false;
  if (between || from || pair) {
    out->table = head.table;
    out->row = head.row;
    out->rule = NULL;
  }
  *c = ahead;
  return true;
}

/* --- since, until, before, after, by --- */

typedef enum which_mark {
  MARK_SINCE,
  MARK_UNTIL,
  MARK_BEFORE,
  MARK_AFTER,
  MARK_BY,
  MARK_WITHIN,
  MARK_LASTING,
  MARK_FROM,
  MARK_BETWEEN,
  MARK_TO,
  MARK_STARTING,
  MARK_NONE
} which_mark;

static which_mark mark_named(isnad_slice name) {
  static const char *const names[] = {"since", "until", "before", "after", "by", "within", "lasting", "from", "between", "to", "starting"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (isnad_slice_equal(name, isnad_slice_of(names[i]))) return (which_mark)i;
  return MARK_NONE;
}

static bool mark_here(stamp_cursor *c, which_mark *mark) {
  if (!stamp_may_begin(c, STAMP_BIT(TIME(MARK)))) return false;
  isnad_phrase room[STAMP_ROOM];
  const isnad_phrase *hits = NULL;
  size_t count = stamp_hits_at(&hits, room, c, ISNAD_TABLE_TIME_WORDS);
  *mark = MARK_NONE;
  for (size_t i = 0; i < count; i++) {
    const isnad_time_words_row *row = &isnad_time_words_rows[hits[i].row];
    if (row->role != TIME(MARK)) continue;
    which_mark m = mark_named(isnad_slice_of(row->value));
    if (m > *mark && *mark != MARK_NONE) continue;
    *mark = m;
    c->table = hits[i].table;
    c->row = hits[i].row;
  }
  if (*mark == MARK_NONE) return false;
  c->at += hits[0].count;
  return true;
}

static void open_ends(time_value *v, which_mark mark, const time_context *x) {
  isnad_interval today = calendar_holding(UNIT_DAY, x->now, 0);
  switch (mark) {
  case MARK_SINCE:
    v->kind = ISNAD_TIME_SINCE;
    v->has_to = x->known && v->has_from && v->when.from <= x->now;
    v->when.to = today.to;
    break;
  case MARK_UNTIL:
  case MARK_BY:
    v->kind = ISNAD_TIME_UNTIL;
    v->has_from = false;
    break;
  case MARK_BEFORE:
    v->kind = ISNAD_TIME_BEFORE;
    v->when.to = v->when.from;
    v->has_to = v->has_from;
    v->has_from = false;
    break;
  default:
    v->kind = ISNAD_TIME_AFTER;
    v->when.from = v->when.to;
    v->has_from = v->has_to;
    v->has_to = false;
    break;
  }
}

/* So long before or behind the period that stands between: "before the election day by two months". */
static void moved_by(stamp_cursor *c, const time_context *x, which_mark mark, time_value *v) {
  stamp_cursor ahead = *c;
  time_amount a;
  ahead.cut_to = ahead.at + 1;
  if ((mark != MARK_BEFORE && mark != MARK_AFTER) || ahead.at >= ahead.last || !time_amount_at(&ahead, &a) || a.vague) return;
  if (isnad_token_source(ahead.tokens, c->at, 0) == 0) return;
  bool relative = v->relative;
  time_value moved = time_moved(&ahead, x, &a, v->when.from, mark == MARK_BEFORE ? -1 : 1);
  *v = moved;
  v->relative = relative;
  *c = ahead;
}

static bool has_article(const stamp_cursor *c) {
  static const unsigned char article[] = {0xC0 | LETTER_ALEF >> 6, 0x80 | (LETTER_ALEF & 0x3F), 0xC0 | LETTER_LAM >> 6, 0x80 | (LETTER_LAM & 0x3F)};
  isnad_slice form = isnad_token_form(c->tokens, c->at);
  return form.length > sizeof article && memcmp(form.bytes, article, sizeof article) == 0;
}

static bool lasting(stamp_cursor *c, time_value *out) {
  stamp_cursor ahead = *c;
  time_amount a;
  if (!time_amount_at(&ahead, &a) || (!a.counted && a.unit == UNIT_SECOND)) return false; /* "for a second term" */
  if (a.vague && ahead.at < ahead.last && has_article(&ahead)) return false;              /* "during the years of the war" */
  *out = time_of(c, (isnad_interval){0, 0}, calendar_grain(a.unit), ISNAD_TIME_DURATION);
  out->has_from = out->has_to = false;
  *c = ahead;
  return true;
}

/* "two days before the vote" told with a period behind "from": so long before or after it. */
static bool amount_from(stamp_cursor *c, const time_context *x, which_mark mark, time_value *out) {
  stamp_cursor ahead = *c;
  time_amount a;
  time_value from;
  if ((mark != MARK_BEFORE && mark != MARK_AFTER) || !time_amount_at(&ahead, &a)) return false;
  stamp_cursor amount = ahead;
  if (!time_takes(&ahead, TIME(MARK), "from")) return false;
  if (a.vague || !time_period(&ahead, x, &from) || !from.has_from) return false;
  *out = time_moved(&amount, x, &a, mark == MARK_BEFORE ? from.when.from : from.when.to - 1, mark == MARK_BEFORE ? -1 : 1);
  out->relative = from.relative;
  *c = ahead;
  return true;
}

static reading period_at(const stamp_cursor *c, const time_context *x) {
  reading out;
  out.c = *c;
  out.found = time_period(&out.c, x, &out.v);
  return out;
}

static reading range_or_none(const stamp_cursor *c, const time_context *x, const reading *plain) {
  reading out;
  out.c = *c;
  out.found = range_at(&out.c, x, plain, &out.v);
  return out;
}

/* "during May and June": the marks of a span may hold a range. */
static bool range_or_period(stamp_cursor *c, const time_context *x, time_value *out) {
  reading plain = period_at(c, x), best = range_or_none(c, x, &plain);
  consider(&best, &plain);
  return settle(c, out, &best);
}

bool time_marked(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  which_mark mark = MARK_NONE;
  if (!mark_here(&ahead, &mark)) return false;
  stamp_cursor head = ahead;
  if (mark == MARK_FROM || mark == MARK_TO || mark == MARK_BETWEEN) return false;
  if (amount_from(&ahead, x, mark, out)) {
    *c = ahead;
    return true;
  }
  time_context inner = *x;
  inner.nearest = mark == MARK_STARTING;
  if (mark == MARK_STARTING) mark = MARK_SINCE;
  time_links(&ahead);
  if (!range_or_period(&ahead, &inner, out)) {
    ahead = head;
    if ((mark != MARK_LASTING && mark != MARK_WITHIN) || !lasting(&ahead, out)) return false;
    *c = ahead;
    return true;
  }
  if (mark == MARK_WITHIN || mark == MARK_LASTING) {
    *c = ahead;
    return true;
  }
  moved_by(&ahead, x, mark, out);
  open_ends(out, mark, x);
  if (out->kind == ISNAD_TIME_BEFORE && !out->has_to) return false;
  out->lone = false;
  out->table = head.table;
  out->row = head.row;
  out->rule = NULL;
  *c = ahead;
  return true;
}

/* --- every --- */

static bool every(stamp_cursor *c, isnad_grain *grain) {
  stamp_cursor ahead = *c;
  isnad_slice name;
  time_unit unit = UNIT_DAY;
  unsigned weekday = 0, month = 0;
  bool hijri = false;
  time_amount a;
  if (stamp_time_word(&ahead, TIME(RECUR), &name)) {
    if (!calendar_unit(name, &unit)) return false;
    *grain = calendar_grain(unit);
    if (unit == UNIT_DAY && stamp_weekday_name(&ahead, &weekday)) *grain = ISNAD_GRAIN_WEEK; /* "every day of Friday" */
    *c = ahead;
    return true;
  }
  bool days =
      stamp_time_word(&ahead, TIME(PAIR), NULL) && isnad_time_words_rows[ahead.row].value[0] == 'd' && time_word_is(c, c->at, TIME(PLURAL), NULL);
  if (!days && !stamp_time_word(&ahead, TIME(EACH), NULL)) return false;
  time_links(&ahead);
  if (stamp_weekday_name(&ahead, &weekday)) {
    *grain = ISNAD_GRAIN_WEEK;
  } else if (days) {
    return false;
  } else if (stamp_month_name(&ahead, &month, &hijri)) {
    *grain = ISNAD_GRAIN_YEAR;
  } else {
    if (!time_amount_at(&ahead, &a) || a.vague) return false;
    *grain = calendar_grain(a.unit);
  }
  *c = ahead;
  return true;
}

/* Since when, or in which time, it recurs. */
bool time_recurring(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_grain grain = ISNAD_GRAIN_DAY;
  time_value since;
  if (!every(&ahead, &grain)) return false;
  *out = time_of(&ahead, (isnad_interval){0, 0}, grain, ISNAD_TIME_RECURRING);
  out->has_from = out->has_to = false;
  stamp_cursor more = ahead;
  if (time_marked(&more, x, &since) && since.kind == ISNAD_TIME_SINCE) {
    out->when = since.when;
    out->has_from = since.has_from;
    out->relative = since.relative;
    ahead = more;
  }
  *c = ahead;
  return true;
}

/* --- told from the time before --- */

bool time_nested(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice how;
  time_amount a;
  if (!stamp_time_word(&ahead, TIME(ANCHOR), &how)) return false;
  bool before = isnad_slice_equal(how, isnad_slice_of("before")), after = isnad_slice_equal(how, isnad_slice_of("after"));
  *out = time_of(&ahead, x->anchor, ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->has_from = out->has_to = x->anchored;
  stamp_cursor more = ahead;
  more.cut_to = more.at + 1;
  if (before || after) {
    if (!time_amount_at(&more, &a)) return false; /* "after that" alone orders the telling and dates nothing */
    *out = time_moved(&more, x, &a, before ? x->anchor.from : x->anchor.to - 1, before ? -1 : 1);
    if (a.vague) out->when = (isnad_interval){x->anchor.to, x->anchor.from}; /* one of them is open */
    if (!x->anchored) out->has_from = out->has_to = false;
    out->relative = false;
    ahead = more;
  } else if (isnad_slice_equal(how, isnad_slice_of("since"))) {
    if (x->anchored) open_ends(out, MARK_SINCE, x);
    out->kind = ISNAD_TIME_SINCE;
    out->relative = x->anchored && out->has_to;
  } else {
    return false;
  }
  *c = ahead;
  return true;
}

/* --- lately, soon, now --- */

/* Folding makes one of "now" and the name Alan, which begins with madda. */
static bool begins_with_madda(const stamp_cursor *c) {
  const unsigned char *p = (const unsigned char *)c->tokens->text.bytes + c->tokens->items[c->at].span.begin;
  return p[0] == (0xC0 | LETTER_ALEF_MADDA >> 6) && p[1] == (0x80 | (LETTER_ALEF_MADDA & 0x3F));
}

bool time_vague(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice which;
  if (!stamp_time_word(&ahead, TIME(VAGUE), &which) || begins_with_madda(c)) return false;
  bool now = isnad_slice_equal(which, isnad_slice_of("now")), past = isnad_slice_equal(which, isnad_slice_of("past"));
  isnad_interval today = now && x->label ? calendar_holding(UNIT_SECOND, x->now, 0) : calendar_holding(UNIT_DAY, x->now, 0);
  *out = time_of(&ahead, today, ISNAD_GRAIN_VAGUE, ISNAD_TIME_VAGUE);
  out->relative = true;
  bool until = isnad_slice_equal(which, isnad_slice_of("until"));
  out->has_from = !past && !until;
  out->has_to = past || now || until;
  if (until) out->kind = ISNAD_TIME_UNTIL;
  stamp_cursor more = ahead;
  time_value day;
  time_links(&more);
  if (!now && !until && time_day(&more, x, &day) && day.grain <= ISNAD_GRAIN_DAY) { /* "earlier today" */
    *out = day;
    ahead = more;
  }
  *c = ahead;
  return true;
}

bool time_read(stamp_cursor *c, const time_context *x, time_value *out) {
  static time_reader *const first[] = {time_recurring, time_nested, time_vague}, *const then[] = {time_ago, time_marked};
  reading best = {.found = false}, plain = period_at(c, x), range = range_or_none(c, x, &plain);
  for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) try_reader(&best, first[i], c, x);
  consider(&best, &range);
  for (size_t i = 0; i < sizeof then / sizeof then[0]; i++) try_reader(&best, then[i], c, x);
  consider(&best, &plain);
  return settle(c, out, &best);
}
