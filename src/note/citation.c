/* Citations of the clear kinds: a trigger («according to», «reported», «in a statement of») and the source it names. */
#include "note/scan.h"
#include "tables.h"

#include <string.h>

enum { NAME_WITHIN = 4, PHRASE_WORDS = 8 };

/* What was read after a trigger: the source's words and what is known of it. */
typedef struct cited {
  size_t first, last; /* tokens [first, last) of the source's noun phrase */
  isnad_named named;
  isnad_source_kind kind;
} cited;

static const isnad_token *token_at(const note_scan *s, size_t at) { return &s->page->tokens.items[at]; }

static size_t hits_at(const note_scan *s, isnad_phrase hits[NOTE_HITS], size_t at, uint32_t tables) {
  size_t count = isnad_phrases_at(hits, NOTE_HITS, &s->page->tokens, at, tables, ISNAD_PHRASE_CUT);
  return count < NOTE_HITS ? count : NOTE_HITS;
}

/* Quotation marks and brackets may stand round a name; other marks end the phrase. */
static size_t skip_marks(const note_scan *s, const note_unit *unit, size_t at) {
  while (at < unit->last && token_at(s, at)->kind == ISNAD_TOKEN_QUOTE) at++;
  return at;
}

static isnad_source_kind kind_of_outlet(const isnad_outlets_row *row) {
  if (row->kind == ISNAD_OUTLETS_KIND_AGENCY) return ISNAD_SOURCE_AGENCY;
  return row->kind == ISNAD_OUTLETS_KIND_PLATFORM ? ISNAD_SOURCE_SOCIAL : ISNAD_SOURCE_OUTLET;
}

static void take_outlet(const note_scan *s, cited *out, const isnad_phrase *hit) {
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  (void)s;
  out->named = (isnad_named){isnad_slice_of(row->id), isnad_slice_of(row->name), hit->span, {NULL, ISNAD_TABLE_OUTLETS, hit->row}};
  out->kind = kind_of_outlet(row);
  out->last = hit->first + hit->count;
}

static isnad_source_kind kind_of_head(const isnad_heads_row *row) {
  switch (row->kind) {
  case ISNAD_HEADS_KIND_AGENCY: return ISNAD_SOURCE_AGENCY;
  case ISNAD_HEADS_KIND_OUTLET: return ISNAD_SOURCE_OUTLET;
  case ISNAD_HEADS_KIND_OFFICIAL: return ISNAD_SOURCE_OFFICIAL;
  case ISNAD_HEADS_KIND_DOCUMENT: return ISNAD_SOURCE_DOCUMENT;
  case ISNAD_HEADS_KIND_SOCIAL: return ISNAD_SOURCE_SOCIAL;
  case ISNAD_HEADS_KIND_FOOTAGE: return ISNAD_SOURCE_FOOTAGE;
  default: return ISNAD_SOURCE_ANONYMOUS;
  }
}
