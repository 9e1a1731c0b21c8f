#include "arabic/stamp_cursor.h"

static bool usable(const stamp_cursor *c, const isnad_phrase *hit) {
  return hit->first + hit->count <= c->last && (hit->cut == 0 || c->at < c->cut_to);
}

static size_t known_at(const isnad_phrase **hits, const stamp_cursor *c, isnad_table table) {
  const stamp_hits *k = c->known;
  size_t begin = k->before[c->at - k->first], end = k->before[c->at - k->first + 1];
  while (begin < end && k->hits[begin].table != (uint16_t)table) begin++;
  size_t past = begin;
  while (past < end && k->hits[past].table == (uint16_t)table) past++;
  *hits = k->hits + begin;
  return past > begin && usable(c, *hits) ? past - begin : 0;
}

uint64_t stamp_roles_of(const isnad_phrase *hit) {
  switch ((isnad_table)hit->table) {
  case ISNAD_TABLE_TIME_WORDS:
    return STAMP_BIT(isnad_time_words_rows[hit->row].role);
  case ISNAD_TABLE_MONTHS:
    return STAMP_MONTH;
  case ISNAD_TABLE_WEEKDAYS:
    return STAMP_WEEKDAY;
  case ISNAD_TABLE_HOLIDAYS:
    return STAMP_HOLIDAY;
  case ISNAD_TABLE_NUMBERS:
    return STAMP_COUNT;
  default:
    return 0;
  }
}

size_t stamp_hits_at(const isnad_phrase **hits, isnad_phrase room[STAMP_ROOM], const stamp_cursor *c, isnad_table table) {
  if (c->at >= c->last) return 0;
  if (c->known != NULL) return known_at(hits, c, table);
  size_t count = isnad_phrases_at(room, STAMP_ROOM, c->tokens, c->at, 1u << table, 0);
  *hits = room;
  if (count > STAMP_ROOM) count = STAMP_ROOM;
  return count > 0 && usable(c, room) ? count : 0;
}

static void take(stamp_cursor *c, const isnad_phrase *hit) {
  c->at += hit->count;
  c->table = hit->table;
  c->row = hit->row;
}

bool stamp_month_name(stamp_cursor *c, unsigned *month, bool *hijri) {
  isnad_phrase room[STAMP_ROOM];
  const isnad_phrase *hits = NULL;
  if (!stamp_may_begin(c, STAMP_MONTH) || stamp_hits_at(&hits, room, c, ISNAD_TABLE_MONTHS) == 0) return false;
  const isnad_months_row *row = &isnad_months_rows[hits[0].row];
  *month = row->month;
  *hijri = row->calendar == ISNAD_MONTHS_CALENDAR_HIJRI;
  take(c, &hits[0]);
  return true;
}

bool stamp_weekday_name(stamp_cursor *c, unsigned *weekday) {
  isnad_phrase room[STAMP_ROOM];
  const isnad_phrase *hits = NULL;
  if (!stamp_may_begin(c, STAMP_WEEKDAY) || stamp_hits_at(&hits, room, c, ISNAD_TABLE_WEEKDAYS) == 0) return false;
  *weekday = isnad_weekdays_rows[hits[0].row].iso;
  take(c, &hits[0]);
  return true;
}

bool stamp_take_word(stamp_cursor *c, time_role role, isnad_slice *value) {
  isnad_phrase room[STAMP_ROOM];
  const isnad_phrase *hits = NULL;
  size_t count = stamp_hits_at(&hits, room, c, ISNAD_TABLE_TIME_WORDS);
  for (size_t i = 0; i < count; i++) {
    const isnad_time_words_row *row = &isnad_time_words_rows[hits[i].row];
    if (row->role != role) continue;
    if (value != NULL) *value = isnad_slice_of(row->value == NULL ? "" : row->value);
    take(c, &hits[i]);
    return true;
  }
  return false;
}

void stamp_links(stamp_cursor *c) {
  for (int i = 0; i < STAMP_LINKS; i++)
    if (!stamp_time_word(c, TIME(LINK), NULL)) return;
}
