#include "page/blocks.h"

#include "page/chars.h"

enum { ISO_TOKENS = 5 }; /* year - month - day */

typedef struct block_list {
  isnad_arena *arena;
  isnad_block *items;
  size_t count, room;
} block_list;

static isnad_block *add(block_list *list) {
  if (list->count == list->room) {
    size_t room = list->room > 0 ? list->room * 2 : 64;
    isnad_block *items = isnad_arena_grow(list->arena, list->items, list->room, room, sizeof *items);
    if (items == NULL) return NULL;
    list->items = items;
    list->room = room;
  }
  return &list->items[list->count++];
}

static uint32_t skip_space(isnad_slice text, uint32_t at, uint32_t end) {
  while (at < end) {
    size_t length = 0;
    if (!char_is_space(char_at(text, at, &length))) break;
    at += (uint32_t)length;
  }
  return at;
}

/* Lines often end in blanks, seldom in many: walking back over UTF-8 is one step per blank. */
static uint32_t trim_end(isnad_slice text, uint32_t begin, uint32_t end) {
  while (end > begin) {
    uint32_t at = end - 1;
    size_t length = 0;
    while (at > begin && ((uint8_t)text.bytes[at] & 0xC0) == 0x80) at--;
    if (!char_is_space(char_at(text, at, &length))) break;
    end = at;
  }
  return end;
}

/* Passes bullets, and any marks before a bullet that show nothing. */
static uint32_t skip_bullets(isnad_slice text, uint32_t at, uint32_t end, uint8_t *bullet) {
  while (at < end) {
    size_t length = 0, ignored = 0;
    uint32_t c = char_at(text, at, &length), next = at + (uint32_t)length;
    bool spaced = next < end && char_is_space(char_at(text, next, &ignored));
    if (!char_is_bullet(c) && !(char_is_bullet_if_spaced(c) && spaced)) break;
    *bullet = 1;
    at = skip_space(text, next, end);
  }
  return at;
}

static bool shows_something(isnad_slice text, uint32_t at, uint32_t end) {
  while (at < end) {
    size_t length = 0;
    uint32_t c = char_at(text, at, &length);
    if (!char_is_space(c) && !char_is_invisible(c)) return true;
    at += (uint32_t)length;
  }
  return false;
}

typedef struct line {
  isnad_span span;
  size_t first, last; /* tokens */
} line;

static bool add_line(block_list *list, const isnad_page *page, line l, uint8_t *blanks) {
  uint8_t bullet = 0;
  uint32_t begin = skip_space(page->text, l.span.begin, l.span.end), end = trim_end(page->text, begin, l.span.end);
  begin = skip_bullets(page->text, begin, end, &bullet);
  if (!shows_something(page->text, begin, end)) {
    if (*blanks < UINT8_MAX) ++*blanks;
    return true;
  }
  isnad_block *b = add(list);
  if (b == NULL) return false;
  while (l.first < l.last && page->tokens.items[l.first].span.begin < begin) l.first++;
  *b = (isnad_block){
      .span = {begin, end}, .first_token = (uint32_t)l.first, .last_token = (uint32_t)l.last, .bullet = bullet, .blank_before = *blanks};
  *blanks = 0;
  return true;
}

/* "date 2025-08-26 ...": crawls write a page's day before its first line. The token behind it; l.first when there is none, or nothing follows. */
static size_t behind_crawl_date(const isnad_page *page, line l) {
  const isnad_tokens *t = &page->tokens;
  size_t at = l.first, behind = l.first + 1 + ISO_TOKENS;
  if (behind >= l.last || !isnad_slice_is(isnad_token_form(t, at), "date")) return l.first;
  for (size_t i = 0; i < ISO_TOKENS; i++) {
    const isnad_token *part = &t->items[at + 1 + i];
    bool number = i % 2 == 0;
    if (number ? part->kind != ISNAD_TOKEN_NUMBER : page->text.bytes[part->span.begin] != '-') return l.first;
    if (i > 0 && (part->flags & ISNAD_TOKEN_GLUED) == 0) return l.first;
  }
  return behind;
}

isnad_status page_blocks(isnad_page *page, isnad_arena *arena, isnad_err *err) {
  block_list list = {.arena = arena};
  const isnad_tokens *t = &page->tokens;
  line l = {{0, 0}, 0, 0};
  uint8_t blanks = 0;
  for (size_t i = 0; i <= t->count; i++) {
    if (i < t->count && t->items[i].kind != ISNAD_TOKEN_LINE) continue;
    l.span.end = i < t->count ? t->items[i].span.begin : (uint32_t)page->text.length;
    l.last = i;
    size_t behind = list.count == 0 && page->media == ISNAD_MEDIA_TEXT ? behind_crawl_date(page, l) : l.first;
    if (behind > l.first) {
      line date = {{l.span.begin, t->items[behind - 1].span.end}, l.first, behind};
      if (!add_line(&list, page, date, &blanks)) return isnad_arena_fail(err, arena, "page");
      l = (line){{date.span.end, l.span.end}, behind, l.last};
    }
    if (!add_line(&list, page, l, &blanks)) return isnad_arena_fail(err, arena, "page");
    l = (line){{i < t->count ? t->items[i].span.end : 0, 0}, i + 1, 0};
  }
  page->blocks = list.items;
  page->block_count = list.count;
  return ISNAD_OK;
}
