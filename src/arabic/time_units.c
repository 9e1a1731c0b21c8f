/* Units told from now or from the time before, amounts of units, and windows of many units. */
#include "arabic/letters.h"
#include "arabic/number.h"
#include "arabic/time.h"

enum { MOST_COUNT = 1000000, VAGUE_COUNT = 3 };

time_value time_of(const stamp_cursor *c, isnad_interval when, isnad_grain grain, isnad_time_kind kind) {
  return (time_value){.when = when, .has_from = true, .has_to = true, .grain = grain, .kind = kind, .table = c->table, .row = c->row};
}

bool time_takes(stamp_cursor *c, time_role role, const char *value) {
  stamp_cursor ahead = *c;
  isnad_slice found;
  if (!stamp_time_word(&ahead, role, &found) || !isnad_slice_equal(found, isnad_slice_of(value))) return false;
  *c = ahead;
  return true;
}

bool time_word_is(const stamp_cursor *c, size_t at, time_role role, const char *value) {
  stamp_cursor there = *c;
  isnad_slice found;
  there.at = at;
  there.cut_to = at + 1;
  return stamp_time_word(&there, role, &found) && (value == NULL || isnad_slice_equal(found, isnad_slice_of(value)));
}

int time_number_of(isnad_slice value) {
  int n = 0;
  bool minus = value.length > 0 && value.bytes[0] == '-';
  for (size_t i = minus; i < value.length && value.bytes[i] >= '0' && value.bytes[i] <= '9'; i++) n = n * 10 + (value.bytes[i] - '0');
  return minus ? -n : n;
}

bool time_small_number(stamp_cursor *c, unsigned least, unsigned most, unsigned *value) {
  stamp_cursor ahead = *c;
  if (!stamp_number(&ahead, 2, value, NULL) || *value < least || *value > most) return false;
  *c = ahead;
  return true;
}

bool time_adjective(stamp_cursor *c, time_turn *turn) {
  static const char *const names[] = {"past", "next", "this", "last", "preceding", "following", "same", "beforelast", "afternext", "first", "few"};
  isnad_slice value;
  if (!stamp_time_word(c, TIME(ADJ), &value)) return false;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (isnad_slice_equal(value, isnad_slice_of(names[i]))) *turn = (time_turn)i;
  return true;
}

bool time_steps(time_turn turn, const time_context *x, int64_t *steps, int64_t *from, bool *relative) {
  static const int8_t told[] = {-1, 1, 0, -1, -1, 1, 0, -2, 2};
  bool other = turn == TURN_PRECEDING || turn == TURN_FOLLOWING || turn == TURN_SAME;
  if (turn > TURN_AFTER_NEXT || (turn == TURN_SAME && !x->anchored)) return false;
  *steps = told[turn];
  *relative = !(other && x->anchored);
  *from = *relative ? x->now : x->anchor.from;
  return true;
}

void time_links(stamp_cursor *c) {
  for (int i = 0; i < STAMP_LINKS; i++) {
    if (time_word_is(c, c->at, TIME(MONTHWORD), NULL) || time_word_is(c, c->at, TIME(YEARWORD), NULL)) return;
    if (!stamp_time_word(c, TIME(LINK), NULL)) return;
  }
}

/* --- one unit --- */

/* "this", "that", "the same" before the unit. */
static time_turn demonstrative(stamp_cursor *c) {
  isnad_slice value;
  if (!stamp_time_word(c, TIME(THIS), &value)) return TURN_NONE;
  return isnad_slice_equal(value, isnad_slice_of("this")) ? TURN_THIS : TURN_SAME;
}

/* A year may stand behind in apposition: "the last year, 2022". */
static void apposition(stamp_cursor *c, time_unit unit) {
  stamp_cursor ahead = *c;
  unsigned year = 0;
  size_t length = 0;
  bool bracket = stamp_take(&ahead, '(');
  if (unit != UNIT_YEAR || !stamp_number(&ahead, 4, &year, &length) || length != 4 || year < 1900 || year > 2100) return;
  if (bracket && !stamp_take(&ahead, ')')) return;
  *c = ahead;
}

bool time_unit_told(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice name;
  time_unit unit;
  int64_t steps = 0, from = 0;
  bool relative = true;
  time_turn turn = demonstrative(&ahead);
  if (!stamp_time_word(&ahead, TIME(THE), &name) || !calendar_unit(name, &unit)) return false;
  time_turn behind = TURN_NONE;
  if (time_adjective(&ahead, &behind)) turn = behind;
  if (turn == TURN_NONE && unit == UNIT_WEEKEND) turn = TURN_THIS;
  if (turn == TURN_NONE || !time_steps(turn, x, &steps, &from, &relative)) return false;
  if (turn == TURN_LAST && unit < UNIT_DAY) return false;                                  /* "the last hour" of a match */
  if (turn == TURN_LAST && time_word_is(&ahead, ahead.at, TIME(LINK), NULL)) return false; /* the last week of something */
  *out = time_of(&ahead, calendar_holding(unit, from, steps), calendar_grain(unit), ISNAD_TIME_RELATIVE);
  out->relative = relative;
  out->hijri = unit == UNIT_HIJRI_YEAR;
  if (out->when.from == out->when.to) return false;
  apposition(&ahead, unit);
  *c = ahead;
  return true;
}

/* --- amounts --- */

static bool some_number(stamp_cursor *c, time_amount *out) {
  number n;
  unsigned digits = 0;
  stamp_cursor ahead = *c;
  if (stamp_number(&ahead, 7, &digits, NULL) &&
      (time_word_is(&ahead, ahead.at, TIME(UNIT), NULL) || time_word_is(&ahead, ahead.at, TIME(DUAL), NULL))) {
    out->count = digits;
    out->counted = true;
    *c = ahead;
    return true;
  }
  if (c->at >= c->last || !number_at(&n, c->tokens, c->at, c->last) || n.first != c->at) return false;
  if (n.kind != NUMBER_CARDINAL || n.min < 0 || n.min > MOST_COUNT || (n.flags & NUMBER_DEFINITE) != 0) return false;
  out->count = (int64_t)n.min;
  out->vague = (n.flags & NUMBER_VAGUE) != 0;
  out->counted = true;
  c->at = n.last;
  return true;
}

static bool unit_word(stamp_cursor *c, time_role role, time_unit *unit) {
  isnad_slice name;
  stamp_cursor ahead = *c;
  if (!stamp_time_word(&ahead, role, &name) || !calendar_unit(name, unit)) return false;
  *c = ahead;
  return true;
}

/* "a year and a half": the same length in the unit below. */
static void and_a_half(stamp_cursor *c, time_amount *a) {
  static const struct {
    time_unit unit, below;
    int64_t whole, half;
  } rows[] = {{UNIT_HOUR, UNIT_MINUTE, 60, 30},   {UNIT_DAY, UNIT_HOUR, 24, 12},     {UNIT_WEEK, UNIT_DAY, 7, 3},
              {UNIT_MONTH, UNIT_DAY, 30, 15},     {UNIT_YEAR, UNIT_MONTH, 12, 6},    {UNIT_DECADE, UNIT_YEAR, 10, 5},
              {UNIT_CENTURY, UNIT_YEAR, 100, 50}, {UNIT_MINUTE, UNIT_SECOND, 60, 30}};
  if (!time_takes(c, TIME(MINUTES), "30")) return;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (rows[i].unit == a->unit) {
      a->count = a->count * rows[i].whole + rows[i].half;
      a->unit = rows[i].below;
      return;
    }
}

/* What says how many stands before the unit, in it, or behind it. */
static bool counted_unit(stamp_cursor *c, time_amount *out) {
  if (stamp_time_word(c, TIME(SOME), NULL)) {
    out->vague = out->counted = true;
    return unit_word(c, TIME(UNIT), &out->unit);
  }
  if (some_number(c, out)) return unit_word(c, TIME(UNIT), &out->unit) || unit_word(c, TIME(DUAL), &out->unit);
  if (unit_word(c, TIME(DUAL), &out->unit)) {
    out->count = 2;
    out->counted = true;
    return true;
  }
  out->vague = out->counted = unit_word(c, TIME(PLURAL), &out->unit);
  out->count = 1;
  return out->vague || unit_word(c, TIME(UNIT), &out->unit);
}

bool time_amount_at(stamp_cursor *c, time_amount *out) {
  stamp_cursor ahead = *c;
  *out = (time_amount){.count = VAGUE_COUNT};
  for (int i = 0; i < STAMP_LINKS && stamp_time_word(&ahead, TIME(BOUND), NULL); i++) out->bounded = true;
  if (!counted_unit(&ahead, out) || out->count > MOST_COUNT) return false;
  if (out->counted && stamp_time_word(&ahead, TIME(SEVERAL), NULL)) out->vague = out->vague || out->count == 1;
  if (!out->counted) out->counted = stamp_time_word(&ahead, TIME(ONE), NULL);
  and_a_half(&ahead, out);
  stamp_time_word(&ahead, TIME(ERA), NULL);
  *c = ahead;
  return true;
}

/* The unit so far before (-1) or behind (1) a moment. Weeks are told to the day, as "seven days" are. */
time_value time_moved(const stamp_cursor *c, const time_context *x, const time_amount *a, int64_t from, int direction) {
  isnad_grain grain = calendar_grain(a->unit);
  time_unit told = a->unit == UNIT_WEEK || a->unit == UNIT_NIGHT ? UNIT_DAY : a->unit == UNIT_DECADE || a->unit == UNIT_CENTURY ? UNIT_YEAR : a->unit;
  isnad_interval when = calendar_holding(told, calendar_moved(from, a->unit, direction * a->count), 0);
  time_value v = time_of(c, when, grain, ISNAD_TIME_RELATIVE);
  v.relative = from == x->now;
  if (!a->vague) return v;
  /* an untold number: the end that is known is the moment itself */
  v.kind = ISNAD_TIME_VAGUE;
  v.grain = ISNAD_GRAIN_VAGUE;
  v.has_from = direction > 0;
  v.has_to = direction < 0;
  v.when = calendar_holding(a->unit < UNIT_DAY ? UNIT_SECOND : UNIT_DAY, from, 0);
  return v;
}

/* --- windows --- */

typedef struct window {
  time_unit unit;
  int64_t count;
  bool vague;
  time_turn turn;
} window;

/* The article joined to digits: "the 24 hours". */
static bool article_and_number(stamp_cursor *c, unsigned *count) {
  static const char article[] = {(char)(0xC0 | LETTER_ALEF >> 6), (char)(0x80 | (LETTER_ALEF & 0x3F)), (char)(0xC0 | LETTER_LAM >> 6),
                                 (char)(0x80 | (LETTER_LAM & 0x3F))};
  stamp_cursor ahead = *c;
  if (ahead.at < ahead.last && isnad_slice_equal(isnad_token_form(ahead.tokens, ahead.at), (isnad_slice){article, sizeof article})) ahead.at++;
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
  w->vague = !unit_word(c, TIME(BOTH), &w->unit);
  w->count = w->vague ? VAGUE_COUNT : 2;
  if (w->vague && !unit_word(c, TIME(THESE), &w->unit)) return false;
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
  if (!article_and_number(c, &count) || !unit_word(c, TIME(UNIT), &w->unit) || !time_adjective(c, &w->turn)) return false;
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
  demonstrative(&ahead);
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

/* --- so long ago, so long from now --- */

bool time_ago(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice mark;
  time_amount a;
  if (!stamp_time_word(&ahead, TIME(MARK), &mark) || mark.length == 0) return false;
  bool before = isnad_slice_equal(mark, isnad_slice_of("before")), after = isnad_slice_equal(mark, isnad_slice_of("after"));
  bool since = isnad_slice_equal(mark, isnad_slice_of("since")), within = isnad_slice_equal(mark, isnad_slice_of("within"));
  if ((!before && !after && !since && !within) || !time_amount_at(&ahead, &a)) return false;
  if (within && !x->label) return false;
  if (!a.counted && a.unit == UNIT_DAY && after && !x->label) return false; /* "after a day of ..." */
  if (!since && (time_word_is(&ahead, ahead.at, TIME(MARK), "from") || time_word_is(&ahead, ahead.at, TIME(REMAINDER), NULL)))
    return false;                               /* "two days after", of what is told next */
  bool told = after && !x->future && !x->label; /* "two days later", of the time before */
  *out = time_moved(&ahead, x, &a, told && x->anchored ? x->anchor.from : x->now, before || since ? -1 : 1);
  if (told && (!x->anchored || a.unit < UNIT_DAY)) {
    out->has_from = out->has_to = false;
    out->kind = ISNAD_TIME_AFTER;
  }
  if (since && !x->label && !a.vague) {
    out->kind = ISNAD_TIME_SINCE;
    out->when.to = calendar_holding(UNIT_DAY, x->now, 0).to;
  }
  *c = ahead;
  return true;
}
