/* A description of one definite noun that nobody bears with all its words, right behind somebody who spoke by name: "the German coach added", "the
 * official", "the British expert". He is meant when he bears the noun, is of the nation, or holds an office. */
#include "note/sources/source_noun.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

/* The mention of a person by his id last before an offset. */
static const isnad_name_note *mention_before(const note_scan *s, isnad_slice entity, uint32_t before) {
  for (size_t i = note_name_from(s, before); i > 0; i--)
    if (s->names[i - 1].type == ISNAD_NAME_PERSON && isnad_slice_equal(s->names[i - 1].entity, entity)) return &s->names[i - 1];
  return NULL;
}

/* Who spoke last before a token, not far above, when he is a person by name. */
static const isnad_name_note *last_by_name(const quote_scan *q, size_t first) {
  enum { FAR = 120 };
  const note_scan *s = q->s;
  uint32_t before = quote_token(q, first)->span.begin;
  for (size_t i = note_quote_from(s, before); i > 0; i--) {
    const isnad_quote_note *quote = &s->quotes[i - 1];
    if (quote->speaker.end > before || quote->canonical.length == 0) continue;
    if (isnad_tokens_seek(&s->page->tokens, quote->span.end) + FAR < first) return NULL;
    return quote->entity.length > 0 ? mention_before(s, quote->entity, before) : NULL;
  }
  return NULL;
}

/* He is told with the noun somewhere: in his office, or as a trade beside his name. */
static bool bears_noun(quote_scan *q, const isnad_name_note *name, isnad_slice head) {
  for (size_t i = 0; i < q->s->name_count; i++) {
    const isnad_name_note *other = &q->s->names[i];
    if (other->role.end > other->role.begin && isnad_slice_equal(other->entity, name->entity) &&
        isnad_slice_equal(source_noun(q->s, other->role.begin), head))
      return true;
  }
  for (size_t i = 0; i < q->bearings->count; i++) {
    const speaker_bearing *bearing = &q->bearings->items[i];
    q->unit = bearing->unit;
    if (isnad_slice_equal(bearing->name->entity, name->entity) && isnad_slice_equal(speaker_bare_word(q, bearing->first), head)) return true;
  }
  return false;
}

static bool bears_office(const note_scan *s, const isnad_name_note *name) {
  for (size_t i = 0; i < s->name_count; i++)
    if (s->names[i].role.end > s->names[i].role.begin && isnad_slice_equal(s->names[i].entity, name->entity)) return true;
  return false;
}

/* The noun stood before without its article: "an official", who is somebody else then. */
static bool is_told_before(const note_scan *s, isnad_slice head, size_t before) {
  for (size_t at = 0; at < before; at++) {
    isnad_slice form = isnad_token_form(&s->page->tokens, at);
    if (form.length < head.length || form.length > head.length + WORD_LETTER) continue;
    if (isnad_slice_equal((isnad_slice){form.bytes + form.length - head.length, head.length}, head)) return true;
  }
  return false;
}

int speaker_same_nation(quote_scan *q, const isnad_name_note *name, const isnad_phrase *nation) {
  const char *of = isnad_places_rows[nation->row].country;
  bool listed = name->rule.name == NULL && name->rule.table == ISNAD_TABLE_PEOPLE;
  const char *country = listed ? isnad_people_rows[name->rule.row].country : NULL;
  if (country != NULL && of != NULL) return strcmp(country, of) == 0 ? 1 : -1;
  for (size_t i = 0; i < q->bearings->count; i++) {
    const speaker_bearing *bearing = &q->bearings->items[i];
    if (!isnad_slice_equal(bearing->name->entity, name->entity)) continue;
    q->unit = bearing->unit;
    for (size_t at = bearing->first; at < bearing->last; at++) {
      const isnad_phrase *other = speaker_nation_at(q, at);
      if (other != NULL) return other->row == nation->row ? 1 : -1;
    }
  }
  return 0;
}

const isnad_name_note *speaker_last_named(quote_scan *q, const note_unit *unit, size_t first, size_t last) {
  enum { MOST = 3 };
  q->unit = unit;
  const isnad_phrase *title = note_hit_at(unit, first, ISNAD_TABLE_TITLES), *head = note_hit_at(unit, first, ISNAD_TABLE_HEADS);
  const char *held = title != NULL ? isnad_titles_rows[title->row].office : NULL;
  bool official = (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED) || (held != NULL && strcmp(held, "official") == 0);
  bool anybody = note_has_word(unit, first, ISNAD_QUOTE_WORDS_ROLE_SOMEBODY) && last == first + 1; /* "the one speaking" */
  bool trade = speaker_is_one(q, first) && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_RANK;
  isnad_slice noun = speaker_bare_word(q, first);
  if (unit->headline || last > first + MOST || (!official && !trade && !anybody) || !quote_is_definite(q, first) ||
      speaker_is_sound_plural(speaker_form(q, first)))
    return NULL;
  bool she = word_ends(noun, LETTER_HEH);
  const isnad_name_note *name = last_by_name(q, first);
  if (name == NULL) return NULL;
  speaker_gender gender = (speaker_gender)q->gender[name - q->s->names];
  if (she ? gender == GENDER_MASCULINE : gender == GENDER_FEMININE) return NULL;
  int nation = 0;
  for (size_t at = first + 1; at < last; at++) {
    q->unit = unit;
    if (!quote_is_definite(q, at) || note_has_hit(unit, at, ISNAD_TABLE_NUMBERS)) return NULL; /* "the first official" */
    const isnad_phrase *of = speaker_nation_at(q, at);
    if (of != NULL) nation = speaker_same_nation(q, name, of);
    if (nation < 0) return NULL;
  }
  if (bears_noun(q, name, noun)) return name;
  q->unit = unit;
  if (is_told_before(q->s, noun, first)) return NULL;
  bool office = !anybody && title != NULL && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE && !official;
  if (office) return nation > 0 && !bears_office(q->s, name) ? name : NULL;
  return nation > 0 || anybody || (official && bears_office(q->s, name)) ? name : NULL;
}
