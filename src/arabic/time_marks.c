/* What a word before a period makes of it: since, until, before, after, by, within. */
#include "arabic/forms.h"
#include "arabic/time_reading.h"

#include <string.h>

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
    if (isnad_slice_is(name, names[i])) return (which_mark)i;
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

void time_open_since(time_value *v, const time_context *x) {
  v->kind = ISNAD_TIME_SINCE;
  v->has_to = x->known && v->has_from && v->when.from <= x->now;
  v->when.to = calendar_holding(UNIT_DAY, x->now, 0).to;
}

static void open_ends(time_value *v, which_mark mark, const time_context *x) {
  switch (mark) {
  case MARK_SINCE:
    time_open_since(v, x);
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
  isnad_slice form = isnad_token_form(c->tokens, c->at);
  return form.length > ARTICLE_BYTES && article_at(form, 0);
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

/* "during May and June": the marks of a span may hold a range. */
static bool range_or_period(stamp_cursor *c, const time_context *x, time_value *out) {
  time_reading plain = time_period_at(c, x), best = time_range_at(c, x, &plain);
  time_consider(&best, &plain);
  return time_settle(c, out, &best);
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
