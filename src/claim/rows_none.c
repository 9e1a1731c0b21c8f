/* "No casualties" is a number: what reports tell of nobody being hurt (told_none.c) joins the figures of the story as nought. */
#include "claim/loading.h"
#include "claim/values.h"

#include <stdlib.h>
#include <string.h>

enum { AROUND = 240 /* bytes to either side of which the sentence is shown */ };

static bool ends_sentence(char byte) { return byte == '\n' || byte == '.'; }

/* The sentence around, as far as it is near. */
static isnad_span sentence_around(isnad_slice text, isnad_span span) {
  uint32_t begin = span.begin, end = span.end;
  while (begin > 0 && span.begin - begin < AROUND && !ends_sentence(text.bytes[begin - 1])) begin--;
  while (end < text.length && end - span.end < AROUND && !ends_sentence(text.bytes[end])) end++;
  while (begin < span.begin && (text.bytes[begin] == ' ' || ((unsigned char)text.bytes[begin] & 0xC0) == 0x80)) begin++;
  while (end > span.end && ((unsigned char)text.bytes[end] & 0xC0) == 0x80) end--;
  return (isnad_span){begin, end};
}

static bool take_none(void *context, sqlite3_stmt *row, size_t report) {
  claim_loading *l = context;
  isnad_arena *arena = l->story->arena;
  if (l->count == MOST_ROWS) return true;
  claim_figure *f = loading_next(l);
  if (f == NULL) return false;
  isnad_span span = loading_span(row, 0);
  *f = (claim_figure){.report = report, .none = true, .times = 1, .kind = isnad_slice_of("cardinal"), .measure = isnad_slice_of("count")};
  f->thing = isnad_slice_of("person");
  f->qualifier = isnad_slice_of("exact");
  f->mention = loading_mention(l->story, report, span, sentence_around(l->story->reports[report].text, span));
  f->mention.headline = loading_in_headline(l->story, report, span);
  f->state = store_column_copy(arena, row, 2); /* "dead", "dead@iq.basra" */
  const char *at = f->state.length > 0 ? memchr(f->state.bytes, '@', f->state.length) : NULL;
  if (at != NULL) f->place = (isnad_slice){at + 1, f->state.length - (size_t)(at + 1 - f->state.bytes)};
  if (at != NULL) f->state.length = (size_t)(at - f->state.bytes);
  f->mention.claimant_id = store_column_copy(arena, row, 4);
  f->mention.claimant = store_column_copy(arena, row, 5);
  claim_set_value(f, true, 0, true, 0, 1);
  claim_set_bucket(f);
  return claim_content_unpack(&f->terms, arena, store_column(row, 6)) && loading_name(&f->speaker, &f->mention.carrier, l, f->mention.claimant);
}

static int by_place(const void *left, const void *right) {
  const claim_figure *a = left, *b = right;
  if (a->report != b->report) return a->report < b->report ? -1 : 1;
  if (a->mention.span.begin != b->mention.span.begin) return a->mention.span.begin < b->mention.span.begin ? -1 : 1;
  return (a->like > b->like) - (a->like < b->like); /* as they were read */
}

isnad_status claim_load_none(claim_figures *all, const claim_story *story, isnad_err *err) {
  static const char sql[] = "SELECT begin, end, subject, 0, value, value_name, terms FROM told WHERE article = ?1 AND kind = 'none' "
                            "ORDER BY place";
  claim_loading l = {.story = story, .size = sizeof *all->items};
  isnad_status status = loading_all(&l, sql, take_none, err);
  if (status != ISNAD_OK || l.count == 0) return status;
  claim_figure *items = isnad_arena_array(story->arena, all->count + l.count, sizeof *items);
  if (items == NULL) return isnad_arena_fail(err, story->arena, "claim");
  if (all->count > 0) memcpy(items, all->items, all->count * sizeof *items);
  memcpy(items + all->count, l.items, l.count * sizeof *items);
  *all = (claim_figures){.items = items, .count = all->count + l.count};
  for (size_t i = 0; i < all->count; i++) items[i].like = i;
  qsort(items, all->count, sizeof *items, by_place);
  return ISNAD_OK;
}
