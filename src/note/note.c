#include "note/scan.h"

#include <stdlib.h>

const isnad_phrase *note_hit_of(const isnad_phrase *hits, size_t count, isnad_table table) {
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == (uint16_t)table) return &hits[i];
  return NULL;
}

void note_add_source(note_scan *s, const isnad_source_note *source) {
  if (s->source_count == s->source_room) {
    size_t room = s->source_room == 0 ? 8 : s->source_room * 2;
    isnad_source_note *grown = isnad_arena_grow(s->arena, s->sources, s->source_room, room, sizeof *grown);
    if (grown == NULL) {
      s->failed = true;
      return;
    }
    s->sources = grown;
    s->source_room = room;
  }
  s->sources[s->source_count++] = *source;
}

void note_add_name(note_scan *s, const isnad_name_note *name) {
  if (s->name_count == s->name_room) {
    size_t room = s->name_room == 0 ? 32 : s->name_room * 2;
    isnad_name_note *grown = isnad_arena_grow(s->arena, s->names, s->name_room, room, sizeof *grown);
    if (grown == NULL) {
      s->failed = true;
      return;
    }
    s->names = grown;
    s->name_room = room;
  }
  s->names[s->name_count++] = *name;
}

static const uint32_t note_tables = 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_TRIGGERS | 1u << ISNAD_TABLE_HEADS;

static void scan_unit(note_scan *s, const note_unit *unit) {
  const isnad_token *tokens = s->page->tokens.items;
  size_t cited_to = unit->first;
  s->names_to = unit->first;
  for (size_t at = unit->first; at < unit->last && !s->failed; at++) {
    isnad_phrase hits[NOTE_HITS];
    if (tokens[at].kind != ISNAD_TOKEN_WORD) continue;
    size_t count = isnad_phrases_at(hits, NOTE_HITS, &s->page->tokens, at, note_tables, ISNAD_PHRASE_CUT);
    if (count == 0) continue;
    if (count > NOTE_HITS) count = NOTE_HITS;
    if (at >= cited_to && note_citation_at(s, unit, at, hits, count)) {
      const isnad_source_note *added = &s->sources[s->source_count - 1];
      cited_to = at + 1;
      while (cited_to < unit->last && tokens[cited_to].span.begin < added->span.end) cited_to++;
    }
    if (at >= s->names_to) note_name_at(s, unit, at, hits, count);
  }
}

static note_unit unit_of(const isnad_page *page, isnad_span span, bool headline) {
  return (note_unit){isnad_tokens_seek(&page->tokens, span.begin), isnad_tokens_seek(&page->tokens, span.end), headline};
}

/* The outlet's own line and the source line are citations of the whole article. */
static void add_credit(note_scan *s, const isnad_named *named, isnad_source_kind kind) {
  if (named->name.length == 0 || named->span.begin == named->span.end) return;
  note_add_source(s, &(isnad_source_note){named->span, *named, kind, ISNAD_SCOPE_ARTICLE});
}

static int by_place(const void *a, const void *b) {
  const isnad_source_note *x = a, *y = b;
  if (x->span.begin != y->span.begin) return x->span.begin < y->span.begin ? -1 : 1;
  return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

isnad_status isnad_note_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, isnad_err *err) {
  note_scan s = {.arena = arena, .page = page};
  add_credit(&s, &article->outlet, ISNAD_SOURCE_CREDIT);
  add_credit(&s, &article->origin, ISNAD_SOURCE_CREDIT);
  if (article->headline.begin < article->headline.end) {
    note_unit headline = unit_of(page, article->headline, true);
    scan_unit(&s, &headline);
  }
  for (size_t i = 0; i < article->body_count && !s.failed; i++) {
    note_unit paragraph = unit_of(page, article->body[i], false);
    scan_unit(&s, &paragraph);
  }
  if (s.failed) return isnad_arena_fail(err, arena, "note");
  if (s.source_count > 1) qsort(s.sources, s.source_count, sizeof *s.sources, by_place);
  article->sources = s.sources;
  article->source_count = s.source_count;
  article->names = s.names;
  article->name_count = s.name_count;
  return ISNAD_OK;
}

const char *isnad_source_kind_name(isnad_source_kind kind) {
  static const char *const names[] = {"agency", "outlet", "official", "document", "social", "footage", "anonymous", "credit"};
  return (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "unknown";
}

const char *isnad_scope_name(isnad_scope scope) {
  static const char *const names[] = {"article", "paragraph", "sentence", "clause"};
  return (size_t)scope < sizeof names / sizeof names[0] ? names[scope] : "unknown";
}

const char *isnad_name_type_name(isnad_name_type type) {
  static const char *const names[] = {"person", "place", "organization", "outlet", "facility", "product", "event"};
  return (size_t)type < sizeof names / sizeof names[0] ? names[type] : "unknown";
}
