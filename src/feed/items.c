#include "feed/items.h"

#include <string.h>

enum { MEMORY = 32 * 1024 * 1024, MEMORY_PER_BYTE = 48 };

static const isnad_span nowhere = {0, 0};

isnad_status feed_items_new(feed_items *out) {
  *out = (feed_items){.open = false};
  isnad_status status = isnad_arena_new(&out->feed_arena, 0);
  return status == ISNAD_OK ? isnad_arena_new(&out->line_arena, 0) : status;
}

void feed_items_close(feed_items *items) {
  isnad_arena_free(items->feed_arena);
  isnad_arena_free(items->line_arena);
}

/* A JSON Feed that is written on one line comes as the first line of a file of lines. */
bool feed_items_is(const isnad_input *input) {
  if (input->record.is || input->line > 1) return false;
  isnad_feed_kind kind = isnad_feed_sniff(input->bytes);
  return kind != ISNAD_FEED_NONE && kind != ISNAD_FEED_URL_LIST;
}

isnad_status feed_items_begin(feed_items *items, const isnad_input *input, isnad_err *err) {
  isnad_feed_kind kind = isnad_feed_sniff(input->bytes);
  items->open = items->told = false;
  items->next = 0;
  items->from = *input;
  if (kind == ISNAD_FEED_OPML || kind == ISNAD_FEED_SITEMAP || kind == ISNAD_FEED_SITEMAP_INDEX)
    return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", nowhere, "a list of addresses (%s): it holds no reports; isnad feeds shows what is in it",
                         isnad_feed_kind_name(kind));
  isnad_arena_reset(items->feed_arena);
  isnad_arena_limit(items->feed_arena, MEMORY + MEMORY_PER_BYTE * input->bytes.length);
  isnad_status status = isnad_feed_read(&items->feed, items->feed_arena, input->bytes, NULL, err);
  items->open = status == ISNAD_OK;
  return status;
}

/* What could not be read of the feed is told once, behind its items. */
static isnad_status end(feed_items *items, isnad_err *err) {
  const isnad_feed_faults *faults = &items->feed.faults;
  if (items->told) {
    items->open = false;
    return ISNAD_END;
  }
  items->told = true;
  for (size_t i = 0; i < faults->kept; i++) {
    const isnad_feed_fault *f = &faults->items[i];
    if (f->kind == ISNAD_FAULT_CUT || f->kind == ISNAD_FAULT_BROKEN || f->kind == ISNAD_FAULT_LIMIT)
      return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", nowhere, "line %u: %.*s (%zu items were read)", f->line, (int)f->message.length,
                           f->message.bytes, items->feed.item_count);
  }
  return end(items, err);
}

isnad_status feed_items_next(feed_items *items, isnad_input *out, isnad_err *err) {
  *out = (isnad_input){.path = items->from.path, .standard_input = items->from.standard_input};
  if (!items->open) return ISNAD_END;
  while (items->next < items->feed.item_count) {
    const isnad_feed_item *item = &items->feed.items[items->next++];
    isnad_arena_reset(items->line_arena);
    out->line = items->next;
    isnad_status status = isnad_feed_item_line(&out->bytes, items->line_arena, &items->feed, item, err);
    if (status != ISNAD_NOT_FOUND) return status;
  }
  out->line = 0;
  return end(items, err);
}

/* --- once more --- */

static isnad_status item_of(isnad_capture *out, isnad_arena *arena, const isnad_input *file, const isnad_capture_place *place, isnad_err *err) {
  isnad_feed feed;
  isnad_input input = {.path = place->file, .line = place->line};
  isnad_slice bytes = isnad_arena_copy(arena, file->bytes);
  isnad_status status = isnad_feed_read(&feed, arena, bytes, NULL, err);
  if (status == ISNAD_OK && place->line > feed.item_count) return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", nowhere, "it is not there any more");
  if (status == ISNAD_OK) status = isnad_feed_item_line(&input.bytes, arena, &feed, &feed.items[place->line - 1], err);
  return status == ISNAD_OK ? isnad_capture_read(out, arena, &input, err) : status;
}

isnad_status feed_item_again(isnad_capture *out, isnad_arena *arena, const isnad_capture_place *place, const uint8_t sha256[32], isnad_err *err) {
  isnad_captures *captures = NULL;
  isnad_input file;
  isnad_slice name = isnad_arena_printf(arena, "%.*s", (int)place->file.length, place->file.bytes);
  if (place->line == 0 || place->archived || place->file.length == 0) return ISNAD_NOT_FOUND;
  if (name.bytes == NULL) return isnad_arena_fail(err, arena, "feed");
  isnad_status status = isnad_captures_open(&captures, &name.bytes, 1, NULL, err);
  if (status == ISNAD_OK) status = isnad_captures_next(captures, &file, NULL) == ISNAD_OK && feed_items_is(&file) ? ISNAD_OK : ISNAD_NOT_FOUND;
  if (status == ISNAD_OK) status = item_of(out, arena, &file, place, err);
  isnad_captures_close(captures);
  if (status != ISNAD_OK || memcmp(out->sha256, sha256, sizeof out->sha256) == 0) return status;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", nowhere, "%.*s: the item has changed since it was read (its SHA-256 is another)",
                       (int)(place->file.length < 120 ? place->file.length : 120), place->file.bytes);
}
