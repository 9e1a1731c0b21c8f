/* The whole name of a person of whom the names know a part: "Michael | Avenatti", "R. K. | Patel". Whoever has another first name than the known
 * bearer of a family name is not he. */
#include "note/speaker.h"

#include <string.h>

/* A word that no sentence needs, of a name: listed as one, or unheard of. */
static bool is_name_word(const quote_scan *q, size_t at) {
  quote_verb verb;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at) || quote_verb_at(q, at, &verb)) return false;
  isnad_slice form = speaker_form(q, at);
  if ((uint8_t)form.bytes[0] < 0x80 || word_begins(form, LETTER_LAM, LETTER_LAM)) return false; /* not in Arabic letters; "to the reporters" */
  if (note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) || note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) ||
      note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) || note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS))
    return false;
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(q->unit, at, ISNAD_TABLE_FAMILY_NAMES);
  return (given != NULL && given->cut == 0) || (family != NULL && family->cut == 0) || speaker_is_unheard(q, at);
}

/* "Son of", "house of": it ties the next word to the name. */
static bool ties(const quote_scan *q, size_t at) {
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  if (tie == NULL || tie->cut > 0) return false;
  isnad_name_parts_role role = isnad_name_parts_rows[tie->row].role;
  return role == ISNAD_NAME_PARTS_ROLE_SON || role == ISNAD_NAME_PARTS_ROLE_CLAN;
}

/* Behind the words that go on the name: up to a mark, "that", a preposition or an adverb; `end` when they go on otherwise. */
static size_t behind_rest(const quote_scan *q, size_t end, size_t limit) {
  enum { MOST = 3 };
  size_t at = end;
  bool tied = false;
  for (size_t n = 0; n < MOST && at < limit; n++) {
    if (ties(q, at) && at + 1 < limit && is_name_word(q, at + 1)) {
      tied = true;
      at += 2;
    } else if (is_name_word(q, at)) {
      at++;
    } else {
      break;
    }
  }
  bool closed = at >= limit || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL ||
                speaker_is_preposition(q, at) || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE) != NULL;
  return closed || tied ? at : end;
}

/* "R. K. | Patel": the first words of the name, not before the token `from`. */
static size_t first_of(const quote_scan *q, size_t where, size_t from) {
  enum { MOST = 3 };
  size_t at = where;
  while (at > from && at + MOST > where && (is_name_word(q, at - 1) || quote_token(q, at - 1)->length <= 2 * WORD_LETTER) &&
         quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD) && !speaker_is_title(q, at - 1) && !speaker_is_preposition(q, at - 1))
    at--;
  return at;
}

/* The names of one first letter may be two spellings of one man. */
static bool begins_alike(const quote_scan *q, size_t at, isnad_slice canonical) {
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  return text.length >= WORD_LETTER && canonical.length >= WORD_LETTER && memcmp(text.bytes, canonical.bytes, WORD_LETTER) == 0;
}

void speaker_take_whole_name(const quote_scan *q, size_t from, size_t where, size_t limit, quote_speaker *out, size_t *end) {
  const isnad_name_note *name = &q->s->names[out->name];
  size_t last = speaker_token_behind(q, where, name->span), behind = last == *end ? behind_rest(q, last, limit) : last;
  bool alone = last == where + 1, known = isnad_slice_starts(name->entity, isnad_slice_of("per."));
  size_t first = alone && where > from ? first_of(q, where, from) : where;
  if (known && !alone) return;
  if (first < where && (!known || begins_alike(q, first, name->canonical))) first = where;
  if (behind == last && first == where) return;
  bool another = known || (name->canonical.length > 0 && name->canonical.length != name->span.end - name->span.begin);
  out->span = (isnad_span){quote_token(q, first)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  if (another) {
    out->entity = (isnad_slice){NULL, 0};
    out->name = -1;
  }
  *end = behind;
}
