/* Whom a source means that one definite word tells and that no source before it bears: the body of that noun which was named or described before, the
 * person who spoke last. */
#include "note/names/names.h"
#include "note/sources/source_noun.h"

#include <string.h>

/* One of whom the language has many, so that the noun alone tells nobody: "the official", "the spokesman". */
static bool is_person(const note_scan *s, const note_unit *unit, size_t first) {
  const isnad_phrase *title = note_hit_at(unit, first, ISNAD_TABLE_TITLES), *head = note_hit_at(unit, first, ISNAD_TABLE_HEADS);
  isnad_slice form = cited_form(s, first);
  if (word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON)) return false;
  if (title == NULL) return head != NULL && head->count == 1 && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED;
  const isnad_titles_row *row = &isnad_titles_rows[title->row];
  if (title->count > 1 || row->number != ISNAD_TITLES_NUMBER_S || row->office == NULL) return false;
  return strcmp(row->office, "spokesman") == 0 || strcmp(row->office, "official") == 0 || strcmp(row->office, "ambassador") == 0;
}

static bool is_of_person(const note_scan *s, const isnad_quote_note *quote) {
  size_t low = note_name_from(s, quote->speaker.begin);
  for (; low < s->name_count && s->names[low].span.begin < quote->speaker.end; low++)
    if (s->names[low].type == ISNAD_NAME_PERSON && isnad_slice_equal(s->names[low].entity, quote->entity)) return true;
  return false;
}

/* The person who is named and spoke last before an offset; `alone`: and no other has spoken. NULL: nobody, or somebody else spoke last. */
static const isnad_quote_note *spoke_before(const note_scan *s, uint32_t offset, bool alone) {
  const isnad_quote_note *last = NULL;
  for (size_t i = note_quote_from(s, offset); i > 0; i--) {
    const isnad_quote_note *quote = &s->quotes[i - 1];
    if (quote->span.begin >= offset || quote->canonical.length == 0 || quote->anonymous || quote->speaker.end > offset) continue;
    bool person = quote->entity.length > 0 && is_of_person(s, quote);
    if (!person && last == NULL) return NULL;
    if (!person) continue;
    if (last == NULL) last = quote;
    if (!alone) return last;
    if (!isnad_slice_equal(last->entity, quote->entity)) return NULL;
  }
  return last;
}

/* "A German court refused ... | the court": the words that tell which, where the noun stood without its article before. */
static void described_before(const note_scan *s, isnad_source_note *source, size_t first) {
  enum { LOOKED_AT = 500 };
  isnad_slice noun = source_bare(s, first);
  size_t looked = 0;
  for (const note_unit *u = note_unit_of(s, first); u != NULL && u >= s->units && looked < LOOKED_AT; u--) {
    for (size_t at = u->last < first ? u->last : first; at > u->first && looked < LOOKED_AT; at--, looked++) {
      const isnad_phrase *head = note_hit_at(u, at - 1, ISNAD_TABLE_HEADS);
      if (head == NULL || head->count > 1 || note_is_definite(s, u, at - 1)) continue;
      if (!isnad_slice_equal(source_noun(s, head->span.begin), noun)) continue;
      size_t end = cited_phrase_end(s, u, head, at);
      if (end == at || cited_adjective_at(s, at) == CITED_NO_ADJECTIVE) continue;
      end = cited_complement_end(s, u, at - 1, end, u->last);
      source->named.name = note_name_text(s, (isnad_span){head->span.begin, cited_token(s, end - 1)->span.end});
      return;
    }
    if (u == s->units) break;
  }
}

bool source_surname(const note_scan *s, isnad_source_note *source) {
  const isnad_rule *rule = &source->named.rule;
  bool outlet = source->kind == ISNAD_SOURCE_OUTLET && rule->name == NULL && rule->table == ISNAD_TABLE_OUTLETS;
  size_t first = source_token(s, source->named.span.begin);
  if (!outlet || source_token(s, source->span.begin) + 1 != first || isnad_tokens_seek(&s->page->tokens, source->named.span.end) != first + 1)
    return false;
  isnad_slice word = cited_form(s, first);
  for (size_t i = 0; i < s->name_count && s->names[i].span.end < source->span.begin; i++) {
    const isnad_name_note *name = &s->names[i];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->entity.length == 0) continue;
    size_t last = isnad_tokens_seek(&s->page->tokens, name->span.end);
    if (last < 2 || !isnad_slice_equal(cited_form(s, last - 1), word) || cited_token(s, last - 1)->span.begin <= name->span.begin) continue;
    source->named.id = name->entity;
    source->named.name = name->canonical;
    source->kind = ISNAD_SOURCE_OFFICIAL;
    return true;
  }
  return false;
}

void source_meant(const note_scan *s, isnad_source_note *source, const note_unit *unit, size_t first, size_t last) {
  bool nation = last > first + 1;
  if (nation && name_place_adjective(unit, last - 1) == NULL) return;
  if (!is_person(s, unit, first)) {
    bool open = source->kind == ISNAD_SOURCE_OFFICIAL && !nation;
    if (open && !source_owner_meant(s, source, first, &source->named.id, &source->named.name)) described_before(s, source, first);
    return;
  }
  const isnad_quote_note *speaker = spoke_before(s, source->span.begin, nation);
  if (speaker == NULL) return;
  source->named.id = speaker->entity;
  source->named.name = speaker->canonical;
  source->kind = ISNAD_SOURCE_OFFICIAL;
}
