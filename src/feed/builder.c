#include "feed/builder.h"

#include "feed/text.h"
#include "feed/words.h"

enum { CATEGORIES = 256, MEDIA = 64, HUBS = 16, AUTHORS_ROOM = 400, SHOWN = 60 };

builder builder_new(feed_source *source) {
  return (builder){.source = source, .arena = source->arena, .base = source->base, .feed = {.kind = source->kind, .charset = source->charset}};
}

static bool has(const slice_list *list, isnad_slice value) {
  for (size_t i = 0; i < list->count; i++)
    if (isnad_slice_equal(list->items[i], value)) return true;
  return false;
}

static void add(builder *b, slice_list *list, isnad_slice value, size_t most) {
  if (value.length == 0 || list->count == most || has(list, value)) return;
  if (list->count == list->room) {
    size_t room = list->room * 2 + 4;
    isnad_slice *items = isnad_arena_grow(b->arena, list->items, list->room, room, sizeof *items);
    if (items == NULL) return;
    list->items = items;
    list->room = room;
  }
  list->items[list->count++] = value;
}

void builder_item(builder *b, uint32_t line) {
  b->item = (isnad_feed_item){.line = line};
  b->item_base = b->base.length > 0 ? b->base : b->feed.url.length > 0 ? b->feed.url : b->feed.self;
  b->id_is_link = true;
  b->categories = (slice_list){0};
  b->media = NULL;
  b->media_room = 0;
}

void builder_category(builder *b, isnad_slice name) { add(b, &b->categories, feed_text(b->arena, name, false), CATEGORIES); }

void builder_hub(builder *b, isnad_slice url) { add(b, &b->hubs, url, HUBS); }

isnad_slice builder_address(builder *b, isnad_slice base, isnad_slice reference, uint32_t line) {
  isnad_slice url = feed_address(b->arena, base, reference);
  if (reference.length > 0 && url.length == 0)
    fault_add(&b->source->faults, ISNAD_FAULT_URL, line, "no address of a page: %.*s", (int)(reference.length < SHOWN ? reference.length : SHOWN),
              reference.bytes);
  return url;
}

isnad_feed_time builder_time(builder *b, isnad_slice written, uint32_t line) {
  isnad_feed_time time = feed_time(b->arena, written);
  if (time.written.length > 0 && !builder_knows(&time))
    fault_add(&b->source->faults, ISNAD_FAULT_DATE, line, "no date that can be read: %.*s",
              (int)(time.written.length < SHOWN ? time.written.length : SHOWN), time.written.bytes);
  return time;
}

isnad_feed_media *builder_media(builder *b, isnad_slice url, isnad_slice type, isnad_slice medium, isnad_slice length) {
  isnad_feed_item *item = &b->item;
  url = feed_address(b->arena, b->item_base, url);
  if (url.length == 0 || item->media_count == MEDIA) return NULL;
  for (size_t i = 0; i < item->media_count; i++)
    if (isnad_slice_equal(b->media[i].url, url)) return &b->media[i];
  if (item->media_count == b->media_room) {
    size_t room = b->media_room * 2 + 2;
    isnad_feed_media *media = isnad_arena_grow(b->arena, b->media, b->media_room, room, sizeof *media);
    if (media == NULL) return NULL;
    b->media = media;
    b->media_room = room;
  }
  b->media[item->media_count] = (isnad_feed_media){.url = url,
                                                   .type = isnad_arena_copy(b->arena, word_trim(type)),
                                                   .medium = isnad_arena_copy(b->arena, word_trim(medium)),
                                                   .length = feed_number(length, INT64_MAX)};
  return &b->media[item->media_count++];
}

/* "desk@site.example (Name)" is Name. */
static isnad_slice name_of(isnad_slice author) {
  const char *open = author.length > 0 ? memchr(author.bytes, '(', author.length) : NULL;
  if (open == NULL || author.bytes[author.length - 1] != ')' || memchr(author.bytes, '@', author.length) == NULL) return author;
  size_t begin = (size_t)(open - author.bytes) + 1;
  return word_trim((isnad_slice){author.bytes + begin, author.length - 1 - begin});
}

void builder_author(builder *b, isnad_slice name) {
  isnad_slice *author = &b->item.author;
  name = name_of(feed_text(b->arena, name, false));
  if (name.length == 0 || author->length > AUTHORS_ROOM || isnad_slice_equal(*author, name)) return;
  if (author->length == 0)
    *author = name;
  else
    *author = isnad_arena_printf(b->arena, "%.*s, %.*s", (int)author->length, author->bytes, (int)name.length, name.bytes);
}

/* --- the end of an item --- */

static void settle_address(builder *b) {
  isnad_feed_item *item = &b->item;
  bool looks_so = word_at(item->id, 0, "http://") || word_at(item->id, 0, "https://");
  if (item->url.length == 0 && b->id_is_link && looks_so) item->url = feed_address(b->arena, b->item_base, item->id);
  if (item->id.length == 0) item->id = item->url;
}

static bool grow(builder *b) {
  if (b->feed.item_count < b->room) return true;
  size_t room = b->room * 2 + 16;
  isnad_feed_item *items = isnad_arena_grow(b->arena, b->items, b->room, room, sizeof *items);
  if (items == NULL) return false;
  b->items = items;
  b->room = room;
  return true;
}

void builder_item_end(builder *b) {
  isnad_feed_item *item = &b->item;
  settle_address(b);
  item->categories = b->categories.items;
  item->category_count = b->categories.count;
  item->media = b->media;
  if (item->title.length == 0 && item->url.length == 0 && item->summary.length == 0 && item->content.length == 0 && item->content_text.length == 0) {
    fault_add(&b->source->faults, ISNAD_FAULT_EMPTY, item->line, "an item without title, address and content");
    return;
  }
  if (b->feed.item_count == b->source->most_items) {
    if (b->source->faults.all.count[ISNAD_FAULT_LIMIT] > 0)
      b->source->faults.all.count[ISNAD_FAULT_LIMIT]++; /* told once */
    else
      fault_add(&b->source->faults, ISNAD_FAULT_LIMIT, item->line, "more than %u items: those from here on are not kept", b->source->most_items);
    return;
  }
  if (grow(b)) b->items[b->feed.item_count++] = *item;
}

void builder_finish(isnad_feed *out, builder *b) {
  *out = b->feed;
  out->items = b->items;
  out->hubs = b->hubs.items;
  out->hub_count = b->hubs.count;
  out->faults = b->source->faults.all;
}
