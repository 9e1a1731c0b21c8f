#include "view/feed_sheet.h"

#include "base/clock.h"

enum { WHEN_WIDTH = 24 };

void feed_sheet_write_faults(json_writer *w, const isnad_feed_faults *faults) {
  if (isnad_feed_fault_count(faults) == 0) return;
  if (faults->mended) json_key_bool(w, "mended", true);
  json_key(w, "faults");
  json_open_object(w);
  for (int i = 0; i < ISNAD_FAULT_KINDS; i++)
    if (faults->count[i] > 0) json_key_u64(w, isnad_feed_fault_name((isnad_feed_fault_kind)i), faults->count[i]);
  json_close_object(w);
  json_key(w, "places");
  json_open_array(w);
  for (size_t i = 0; i < faults->kept; i++) {
    json_open_object(w);
    if (faults->items[i].line > 0) json_key_u64(w, "line", faults->items[i].line);
    json_key_text(w, "fault", isnad_feed_fault_name(faults->items[i].kind));
    json_key_string(w, "message", faults->items[i].message);
    json_close_object(w);
  }
  json_close_array(w);
}

isnad_status feed_sheet_fault_lines(listing *l, const isnad_feed_faults *faults) {
  sheet *s = &l->sheet;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < faults->kept; i++) {
    const isnad_feed_fault *f = &faults->items[i];
    sheet_style_on(s, SHEET_DIM);
    sheet_printf(s, "  ! ");
    if (f->line > 0) sheet_printf(s, "line %u, ", f->line);
    sheet_printf(s, "%s: ", isnad_feed_fault_name(f->kind));
    sheet_words(s, f->message);
    sheet_style_off(s);
    status = sheet_end(s);
  }
  size_t all = isnad_feed_fault_count(faults);
  if (status != ISNAD_OK || all <= faults->kept) return status;
  sheet_printf(s, "  ! and %zu more", all - faults->kept);
  return sheet_end(s);
}

void feed_sheet_write_time(json_writer *w, const char *key, const isnad_feed_time *time) {
  if (time->written.length == 0) return;
  json_key(w, key);
  json_open_object(w);
  char room[CLOCK_ISO_ROOM];
  if (time->when.from < time->when.to) {
    bool day = time->when.to - time->when.from >= DAY_SECONDS;
    json_key_string(w, "from", (isnad_slice){room, day ? clock_iso(room, time->when.from) : clock_iso_offset(room, time->when.from, 0)});
    json_key_string(w, "to", (isnad_slice){room, day ? clock_iso(room, time->when.to) : clock_iso_offset(room, time->when.to, 0)});
  }
  json_key_string(w, "written", time->written);
  json_close_object(w);
}

void feed_sheet_when(sheet *s, const isnad_feed_time *time) {
  char room[CLOCK_ISO_ROOM] = "";
  if (time->when.to - time->when.from >= DAY_SECONDS)
    room[clock_iso(room, time->when.from)] = '\0';
  else if (time->when.from < time->when.to)
    room[clock_iso_offset(room, time->when.from, 0)] = '\0';
  sheet_printf(s, "  %-*s", WHEN_WIDTH, room);
}

/* The first line of a listing: what it is, of how many, where. */
static isnad_status head_line(listing *l, const list_head *head) {
  sheet *s = &l->sheet;
  sheet_words(s, l->name);
  sheet_printf(s, ": %s", isnad_feed_kind_name(head->kind));
  if (head->version.length > 0) sheet_printf(s, " ");
  sheet_latin(s, head->version);
  sheet_printf(s, ", %zu %s  ", head->count, head->what);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, head->title);
  sheet_style_off(s);
  return sheet_end(s);
}

void feed_sheet_open(listing *l) {
  json_open_object(&l->sheet.json);
  json_key_string(&l->sheet.json, "file", l->name);
}

isnad_status feed_sheet_close(listing *l) {
  json_close_object(&l->sheet.json);
  return sheet_end(&l->sheet);
}

isnad_status feed_sheet_head(listing *l, const list_head *head) {
  json_writer *w = &l->sheet.json;
  if (!l->sheet.view->json) return head_line(l, head);
  feed_sheet_open(l);
  json_key_text(w, "kind", isnad_feed_kind_name(head->kind));
  json_key_string(w, "version", head->version);
  json_key_string(w, "title", head->title);
  json_key_string(w, "charset", head->charset);
  json_key_u64(w, "items", head->count);
  feed_sheet_write_faults(w, head->faults);
  return feed_sheet_close(l);
}
