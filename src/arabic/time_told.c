/* Times told from the time before ("two days later", "since then"), and vague ones: lately, soon, now. */
#include "arabic/letters.h"
#include "arabic/time.h"

/* --- told from the time before --- */

bool time_nested(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice how;
  time_amount a;
  if (!stamp_time_word(&ahead, TIME(ANCHOR), &how)) return false;
  bool before = isnad_slice_is(how, "before"), after = isnad_slice_is(how, "after");
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
  } else if (isnad_slice_is(how, "since")) {
    if (x->anchored) time_open_since(out, x);
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
  bool now = isnad_slice_is(which, "now"), past = isnad_slice_is(which, "past");
  isnad_interval today = now && x->label ? calendar_holding(UNIT_SECOND, x->now, 0) : calendar_holding(UNIT_DAY, x->now, 0);
  *out = time_of(&ahead, today, ISNAD_GRAIN_VAGUE, ISNAD_TIME_VAGUE);
  out->relative = true;
  bool until = isnad_slice_is(which, "until");
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
