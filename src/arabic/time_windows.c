/* Windows of many units: "the last three days", "the coming weeks", "within five years". */
#include "arabic/forms.h"
#include "arabic/number.h"
#include "arabic/time.h"

typedef struct window {
  time_unit unit;
  int64_t count;
  bool vague;
  time_turn turn;
} window;

/* The article joined to digits: "the 24 hours". */
static bool article_and_number(stamp_cursor *c, unsigned *count) {
  stamp_cursor ahead = *c;
  isnad_slice form = ahead.at < ahead.last ? isnad_token_form(ahead.tokens, ahead.at) : (isnad_slice){NULL, 0};
  if (form.length == ARTICLE_BYTES && article_at(form, 0)) ahead.at++;
  if (!stamp_number(&ahead, 4, count, NULL)) return false;
  *c = ahead;
  return true;
}

static void window_count(stamp_cursor *c, window *w) {
  isnad_slice value;
  unsigned count = 0;
  if (stamp_time_word(c, TIME(MANY), &value)) {
    w->count = time_number_of(value);
    w->vague = false;
  } else if (article_and_number(c, &count)) {
    w->count = count;
    w->vague = false;
  }
}

/* "the two last years", "the three coming days", "the few past months". */
static bool window_with_article(stamp_cursor *c, window *w) {
  w->vague = !time_unit_word(c, TIME(BOTH), &w->unit);
  w->count = w->vague ? TIME_VAGUE_COUNT : 2;
  if (w->vague && !time_unit_word(c, TIME(THESE), &w->unit)) return false;
  window_count(c, w);
  if (!time_adjective(c, &w->turn)) return false;
  if (w->turn == TURN_FEW && !time_adjective(c, &w->turn)) w->turn = TURN_FEW;
  if (w->count == 0) return false;
  window_count(c, w);
  return true;
}

/* "the past 24 hours" with the number first: the unit stands without article behind it. */
static bool window_by_number(stamp_cursor *c, window *w) {
  unsigned count = 0;
  w->vague = false;
  if (!article_and_number(c, &count) || !time_unit_word(c, TIME(UNIT), &w->unit) || !time_adjective(c, &w->turn)) return false;
  w->count = count;
  return true;
}

/* "(the) last 48 hours" with the word for last in front. */
static bool window_by_last(stamp_cursor *c, window *w) {
  time_amount a;
  if (!time_takes(c, TIME(NTH), "-1") || !time_amount_at(c, &a) || a.vague || !a.counted) return false;
  *w = (window){a.unit, a.count, false, TURN_PAST};
  return true;
}

static bool read_window(stamp_cursor *c, window *w) {
  static bool (*const ways[])(stamp_cursor *, window *) = {window_with_article, window_by_number, window_by_last};
  for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
    stamp_cursor ahead = *c;
    if (!ways[i](&ahead, w)) continue;
    *c = ahead;
    return true;
  }
  return false;
}

/* "the first six months of the year": so many units from one end of a period. */
static bool window_of(stamp_cursor *c, const time_context *x, const window *w, time_value *out) {
  stamp_cursor ahead = *c;
  time_context inner = *x;
  if (w->vague || (w->turn != TURN_FIRST && w->turn != TURN_LAST) || ++inner.depth > TIME_DEEPEST) return false;
  if (!stamp_time_word(&ahead, TIME(LINK), NULL) || !time_whole(&ahead, &inner, out) || !out->has_from || !out->has_to) return false;
  if (w->turn == TURN_FIRST)
    out->when.to = calendar_moved(out->when.from, w->unit, w->count);
  else
    out->when.from = calendar_moved(out->when.to, w->unit, -w->count);
  out->grain = calendar_grain(w->unit);
  out->lone = false;
  *c = ahead;
  return true;
}

bool time_window(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  window w = {.turn = TURN_NONE};
  time_demonstrative(&ahead);
  if (!read_window(&ahead, &w)) return false;
  if (window_of(&ahead, x, &w, out)) {
    *c = ahead;
    return true;
  }
  bool next = w.turn == TURN_NEXT || (w.turn == TURN_FOLLOWING && !x->anchored),
       past = w.turn == TURN_PAST || w.turn == TURN_LAST || w.turn == TURN_PRECEDING;
  if ((!next && !past) || (w.vague && w.turn == TURN_LAST && w.unit < UNIT_HOUR)) return false; /* "the last seconds" are a match's */
  isnad_interval today = calendar_holding(w.unit < UNIT_DAY ? UNIT_SECOND : UNIT_DAY, x->now, 0);
  *out = time_of(&ahead, today, calendar_grain(w.unit), w.vague ? ISNAD_TIME_VAGUE : ISNAD_TIME_RELATIVE);
  out->relative = true;
  if (w.vague) {
    out->has_from = next;
    out->has_to = !next;
  } else if (next) {
    out->when.to = calendar_moved(today.from, w.unit, w.count) + (w.unit >= UNIT_DAY ? today.to - today.from : 0);
  } else {
    out->when.from = calendar_moved(today.from, w.unit, -w.count);
  }
  *c = ahead;
  return true;
}
