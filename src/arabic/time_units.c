/* Units told from now or from the time before, and amounts of units. */
#include "arabic/number.h"
#include "arabic/time.h"

enum { MOST_COUNT = 1000000 };

time_value time_of(const stamp_cursor *c, isnad_interval when, isnad_grain grain, isnad_time_kind kind) {
  return (time_value){.when = when, .has_from = true, .has_to = true, .grain = grain, .kind = kind, .table = c->table, .row = c->row};
}

bool time_takes(stamp_cursor *c, time_role role, const char *value) {
  stamp_cursor ahead = *c;
  isnad_slice found;
  if (!stamp_time_word(&ahead, role, &found) || !isnad_slice_is(found, value)) return false;
  *c = ahead;
  return true;
}

bool time_word_is(const stamp_cursor *c, size_t at, time_role role, const char *value) {
  stamp_cursor there = *c;
  isnad_slice found;
  there.at = at;
  there.cut_to = at + 1;
  return stamp_time_word(&there, role, &found) && (value == NULL || isnad_slice_is(found, value));
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
    if (isnad_slice_is(value, names[i])) *turn = (time_turn)i;
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

time_turn time_demonstrative(stamp_cursor *c) {
  isnad_slice value;
  if (!stamp_time_word(c, TIME(THIS), &value)) return TURN_NONE;
  return isnad_slice_is(value, "this") ? TURN_THIS : TURN_SAME;
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
  time_turn turn = time_demonstrative(&ahead);
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

bool time_unit_word(stamp_cursor *c, time_role role, time_unit *unit) {
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
    return time_unit_word(c, TIME(UNIT), &out->unit);
  }
  if (some_number(c, out)) return time_unit_word(c, TIME(UNIT), &out->unit) || time_unit_word(c, TIME(DUAL), &out->unit);
  if (time_unit_word(c, TIME(DUAL), &out->unit)) {
    out->count = 2;
    out->counted = true;
    return true;
  }
  out->vague = out->counted = time_unit_word(c, TIME(PLURAL), &out->unit);
  out->count = 1;
  return out->vague || time_unit_word(c, TIME(UNIT), &out->unit);
}

bool time_amount_at(stamp_cursor *c, time_amount *out) {
  stamp_cursor ahead = *c;
  *out = (time_amount){.count = TIME_VAGUE_COUNT};
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

/* --- so long ago, so long from now --- */

bool time_ago(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice mark;
  time_amount a;
  if (!stamp_time_word(&ahead, TIME(MARK), &mark) || mark.length == 0) return false;
  bool before = isnad_slice_is(mark, "before"), after = isnad_slice_is(mark, "after");
  bool since = isnad_slice_is(mark, "since"), within = isnad_slice_is(mark, "within");
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
