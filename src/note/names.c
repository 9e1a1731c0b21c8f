/* Names from the tables of outlets and places; people and bodies have an issue of their own. */
#include "note/scan.h"

#include "tables.h"

enum { PLACE_ADJECTIVES_CELL = 7 };

/* A word that is itself twice as frequent as what is left of it without its proclitic was no name with a proclitic. */
static bool is_rather_a_word(const note_scan *s, const isnad_phrase *hit) {
  if (hit->cut == 0 || hit->count > 1) return false;
  isnad_slice form = isnad_token_form(&s->page->tokens, hit->first);
  isnad_slice rest = {form.bytes + hit->cut, form.length - hit->cut};
  return isnad_arabic_frequency(isnad_token_hash(form)) > 2 * isnad_arabic_frequency(isnad_token_hash(rest));
}

static bool is_name_of_place(const note_scan *s, const isnad_phrase *hit) {
  return hit != NULL && !is_rather_a_word(s, hit) && hit->cell != PLACE_ADJECTIVES_CELL &&
         isnad_places_rows[hit->row].common == ISNAD_PLACES_COMMON_NO;
}

static bool is_name_of_outlet(const isnad_phrase *hit) { return hit != NULL && isnad_outlets_rows[hit->row].common == ISNAD_OUTLETS_COMMON_NO; }

/* An outlet that the citation just read names may be a common word: the citation is its proof. */
static const isnad_named *cited_here(const note_scan *s, const isnad_phrase *hit) {
  if (hit == NULL || s->source_count == 0) return NULL;
  const isnad_named *named = &s->sources[s->source_count - 1].named;
  return named->span.begin == hit->span.begin && named->span.end == hit->span.end ? named : NULL;
}

static void add(note_scan *s, const isnad_phrase *hit, isnad_name_type type, const char *id, const char *name) {
  isnad_rule rule = {NULL, (isnad_table)hit->table, hit->row};
  note_add_name(s,
                &(isnad_name_note){.span = hit->span, .type = type, .entity = isnad_slice_of(id), .canonical = isnad_slice_of(name), .rule = rule});
  s->names_to = hit->first + hit->count;
}

void note_name_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count) {
  const isnad_phrase *place = note_hit_of(hits, count, ISNAD_TABLE_PLACES), *outlet = note_hit_of(hits, count, ISNAD_TABLE_OUTLETS);
  bool outlet_here = is_name_of_outlet(outlet) || cited_here(s, outlet) != NULL, place_here = is_name_of_place(s, place);
  (void)unit;
  (void)at;
  if (outlet_here && (!place_here || outlet->count >= place->count))
    add(s, outlet, ISNAD_NAME_OUTLET, isnad_outlets_rows[outlet->row].id, isnad_outlets_rows[outlet->row].name);
  else if (place_here)
    add(s, place, ISNAD_NAME_PLACE, isnad_places_rows[place->row].id, isnad_places_rows[place->row].name);
}

static void scan_unit(note_scan *s, const note_unit *unit) {
  const isnad_token *tokens = s->page->tokens.items;
  size_t cited_to = unit->first;
  s->names_to = unit->first;
  for (size_t at = unit->first; at < unit->last && !s->failed; at++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(unit, at, &count);
    if (tokens[at].kind != ISNAD_TOKEN_WORD || count == 0) continue;
    if (at >= cited_to && note_citation_at(s, unit, at, hits, count)) {
      const isnad_source_note *added = &s->sources[s->source_count - 1];
      cited_to = at + 1;
      while (cited_to < unit->last && tokens[cited_to].span.begin < added->span.end) cited_to++;
    }
    if (at >= s->names_to) note_name_at(s, unit, at, hits, count);
  }
}

void note_names(note_scan *s) {
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) scan_unit(s, &s->units[i]);
}
