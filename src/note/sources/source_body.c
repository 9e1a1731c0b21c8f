/* Bodies that announce, and media that carry (source_media.c), that no reader before has cited: bodies, since no head noun tells what they are: "the
 * international federation of football announced the suspension of". The names are known here. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

/* A verb by which a body vouches for the noun that follows it. */
static bool vouches(const isnad_verbs_row *row) {
  if (row->sure != ISNAD_VERBS_SURE_YES) return false;
  return row->force == ISNAD_VERBS_FORCE_ANNOUNCES || row->force == ISNAD_VERBS_FORCE_CONFIRMS || row->force == ISNAD_VERBS_FORCE_DENIES;
}

/* A body in the gender of the verb right behind it; NULL: none. */
static const isnad_name_note *subject_of(const note_scan *s, const note_unit *unit, const isnad_phrase *verb) {
  size_t at = verb->first + verb->count;
  isnad_slice form = cited_form(s, verb->first);
  bool present = word_letter_at(form, verb->cut, LETTER_YEH) || word_letter_at(form, verb->cut, LETTER_TEH); /* "may benefit | the management" */
  if (present || !cited_is_word(s, unit, at)) return NULL;
  const isnad_name_note *name = note_name_at(s, at);
  if (name == NULL || name->type != ISNAD_NAME_ORGANIZATION || name->entity.length == 0 || name->span.begin != cited_token(s, at)->span.begin)
    return NULL;
  bool feminine = verb->cell == ISNAD_VERBS_CELL_F;
  isnad_slice noun = cited_form(s, at);
  bool ends = word_ends(noun, LETTER_HEH) || word_ends_in(noun, LETTER_ALEF, LETTER_TEH);
  return ends == feminine ? name : NULL;
}

static bool is_cited(const note_scan *s, isnad_span span) {
  enum { NEAR = 4 };
  size_t low = note_source_from(s, s->source_count, span.begin);
  for (size_t i = low > NEAR ? low - NEAR : 0; i < s->source_count && i < low + NEAR; i++)
    if (s->sources[i].span.begin < span.end && span.begin < s->sources[i].span.end) return true;
  return false;
}

static void read_unit(note_scan *s, const note_unit *unit, size_t sorted) {
  enum { MEDIA = 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_HEADS, TABLES = MEDIA | 1u << ISNAD_TABLE_VERBS };
  for (size_t at = note_next_of(unit, unit->first, TABLES); at < unit->last && !s->failed; at = note_next_of(unit, at + 1, TABLES)) {
    if ((unit->tables[at - unit->first] & MEDIA) != 0) source_medium(s, unit, at, sorted);
    const isnad_phrase *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
    if (verb == NULL || (verb->cell != ISNAD_VERBS_CELL_M && verb->cell != ISNAD_VERBS_CELL_F) || !vouches(&isnad_verbs_rows[verb->row])) continue;
    const isnad_phrase *trigger = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS);
    if (trigger == NULL || cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB || !cited_is_verb(s, unit, trigger)) continue;
    const isnad_name_note *name = subject_of(s, unit, verb);
    isnad_span span = name != NULL ? (isnad_span){verb->span.begin, name->span.end} : verb->span;
    size_t known = s->source_count;
    s->source_count = sorted; /* those added here are none before it */
    bool known_already = name == NULL || is_cited(s, span);
    s->source_count = known;
    if (known_already) continue;
    isnad_rule rule = {NULL, ISNAD_TABLE_VERBS, verb->row};
    note_add_source(s, &(isnad_source_note){.span = span,
                                            .named = {name->entity, name->canonical, name->span, rule},
                                            .kind = ISNAD_SOURCE_OFFICIAL,
                                            .scope = ISNAD_SCOPE_SENTENCE});
  }
}

void source_bodies(note_scan *s) {
  size_t sorted = s->source_count;
  for (size_t i = 0; i < s->unit_count && !s->failed; i++)
    if (!s->units[i].headline) read_unit(s, &s->units[i], sorted);
  if (!s->failed && s->source_count > sorted) source_sort(s);
  sorted = s->source_count;
  if (!s->failed) source_issues(s);
  if (!s->failed && s->source_count > sorted) source_sort(s);
}
