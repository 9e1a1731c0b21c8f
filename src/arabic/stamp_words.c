#include "arabic/stamp_cursor.h"
#include "tables.h"

enum { ROOM = 16 };

static size_t hits_at(isnad_phrase hits[ROOM], const stamp_cursor *c, isnad_table table) {
  if (c->at >= c->last) return 0;
  size_t count = isnad_phrases_at(hits, ROOM, c->tokens, c->at, 1u << table, 0);
  return count < ROOM ? count : ROOM;
}

static bool fits(const stamp_cursor *c, const isnad_phrase *hit) { return hit->first + hit->count <= c->last; }

bool stamp_month_name(stamp_cursor *c, unsigned *month, bool *hijri) {
  isnad_phrase hits[ROOM];
  if (hits_at(hits, c, ISNAD_TABLE_MONTHS) == 0 || !fits(c, &hits[0])) return false;
  const isnad_months_row *row = &isnad_months_rows[hits[0].row];
  *month = row->month;
  *hijri = row->calendar == ISNAD_MONTHS_CALENDAR_HIJRI;
  c->at += hits[0].count;
  return true;
}

bool stamp_weekday_name(stamp_cursor *c, unsigned *weekday) {
  isnad_phrase hits[ROOM];
  if (hits_at(hits, c, ISNAD_TABLE_WEEKDAYS) == 0 || !fits(c, &hits[0])) return false;
  *weekday = isnad_weekdays_rows[hits[0].row].iso;
  c->at += hits[0].count;
  return true;
}

static bool has_role(const isnad_time_words_row *row, time_role role) {
  switch (role) {
  case TIME_AMPM:
    return row->role == ISNAD_TIME_WORDS_ROLE_AMPM;
  case TIME_ZONE:
    return row->role == ISNAD_TIME_WORDS_ROLE_ZONE;
  case TIME_ERA:
    return row->role == ISNAD_TIME_WORDS_ROLE_ERA;
  case TIME_LINK:
    return row->role == ISNAD_TIME_WORDS_ROLE_LINK;
  case TIME_SUFFIX:
    return row->role == ISNAD_TIME_WORDS_ROLE_SUFFIX;
  case TIME_CLOCK:
    return row->role == ISNAD_TIME_WORDS_ROLE_CLOCK;
  case TIME_DAY:
    return row->role == ISNAD_TIME_WORDS_ROLE_DAY;
  case TIME_NOW:
    return row->role == ISNAD_TIME_WORDS_ROLE_NOW;
  case TIME_AGO:
    return row->role == ISNAD_TIME_WORDS_ROLE_AGO;
  case TIME_UNIT:
    return row->role == ISNAD_TIME_WORDS_ROLE_UNIT;
  case TIME_DUAL:
    return row->role == ISNAD_TIME_WORDS_ROLE_DUAL;
  }
  return false;
}

bool stamp_time_word(stamp_cursor *c, time_role role, isnad_slice *value) {
  isnad_phrase hits[ROOM];
  size_t count = hits_at(hits, c, ISNAD_TABLE_TIME_WORDS);
  for (size_t i = 0; i < count; i++) {
    const isnad_time_words_row *row = &isnad_time_words_rows[hits[i].row];
    if (!has_role(row, role) || !fits(c, &hits[i])) continue;
    if (value != NULL) *value = isnad_slice_of(row->value);
    c->at += hits[i].count;
    return true;
  }
  return false;
}
