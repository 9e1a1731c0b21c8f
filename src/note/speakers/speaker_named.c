/* The name that stands at the end of a long office: "the chief negotiator of the Union on the file of Brexit | X", "the surgeon who led the team, X".
 */
#include "note/speakers/speaker.h"

/* What the name behind it is said of: the last word before it is complete by itself. */
static bool is_complete(const quote_scan *q, size_t first, size_t at) {
  size_t before = at - 1;
  while (before > first && quote_is_hash(q, before)) before--;
  if (!quote_is_kind(q, before, ISNAD_TOKEN_WORD)) return quote_is_comma(q, before) || quote_is_kind(q, before, ISNAD_TOKEN_QUOTE);
  if (quote_has_word(q, before, ISNAD_QUOTE_WORDS_ROLE_ASIDE) || note_has_hit(q->unit, before, ISNAD_TABLE_TITLES)) return true; /* "formerly" */
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, before)->span);
  if ((uint8_t)text.bytes[0] < 0x80 || quote_is_definite(q, before) || note_has_hit(q->unit, before, ISNAD_TABLE_PLACES)) return true;
  for (size_t i = note_name_from(q->s, quote_token(q, before)->span.end); i > 0; i--) {
    const isnad_name_note *name = &q->s->names[i - 1];
    if (name->span.end < quote_token(q, before)->span.end) return false;
    if (name->span.end == quote_token(q, before)->span.end) return name->type != ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME;
  }
  return false;
}

/* Another office, or somebody's kin, between the first word and the name: the name may be theirs. */
static bool is_anothers(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES), *kin = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN);
  if (title != NULL) { /* "the commander of the brigade, brigadier | X" */
    isnad_titles_kind kind = isnad_titles_rows[title->row].kind;
    return kind != ISNAD_TITLES_KIND_MODIFIER && kind != ISNAD_TITLES_KIND_RANK && kind != ISNAD_TITLES_KIND_HONORIFIC;
  }
  return kin != NULL && kin->cut == 0 && !quote_is_definite(q, at) && !note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS);
}

/* "The adviser of the head of the office, X": behind the comma the first of them, unless he speaks for the other or the tables know the other. */
static bool is_of_inner(const quote_scan *q, size_t first, size_t at, const isnad_name_note *name) {
  if (!quote_is_comma(q, at - 1) || isnad_slice_starts(name->entity, isnad_slice_of("per."))) return true;
  for (size_t i = first; i < at; i++) {
    const isnad_phrase *within = quote_word_at(q, i, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
    if (within != NULL && within->cut == 0 && word_letter_at(speaker_form(q, i), 0, LETTER_BEH)) return true;
  }
  return false;
}

/* "The mother of the worker, Ahmad" is not Ahmad; and the title tells the gender. */
static bool may_be_called(const quote_scan *q, size_t first, size_t at, const isnad_name_note *name) {
  const isnad_phrase *hit = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  if (hit == NULL)
    return !quote_is_comma(q, at - 1) && (q->gender[name - q->s->names] == GENDER_FEMININE) == word_ends(speaker_form(q, first), LETTER_HEH);
  const isnad_titles_row *row = &isnad_titles_rows[hit->row];
  bool kin = row->kind != ISNAD_TITLES_KIND_OFFICE && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_KIN);
  if (kin && quote_is_comma(q, at - 1)) return false;
  isnad_titles_gender title = row->gender;
  speaker_gender own = (speaker_gender)q->gender[name - q->s->names];
  return !(title == ISNAD_TITLES_GENDER_F && own == GENDER_MASCULINE) && !(title == ISNAD_TITLES_GENDER_M && own == GENDER_FEMININE);
}

/* Behind the name the speaker's phrase is over. */
static bool is_closed(const quote_scan *q, size_t at, size_t limit) {
  quote_verb verb;
  if (at < limit && quote_verb_at(q, at, &verb) && verb.form == FORM_NOUN) return true; /* "X | his saying" */
  if (note_has_hit(q->unit, at, ISNAD_TABLE_TIME_WORDS)) return true;                   /* "X | at the beginning of April" */
  return at >= limit || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
         quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE) || speaker_is_preposition(q, at);
}

/* One who bears an office or a trade ("the chief negotiator": "chief" alone changes nothing of who is meant) and has no name in his phrase. */
static bool is_unnamed(const quote_scan *q, size_t first, bool bounded, const quote_speaker *out) {
  const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  bool ranked = title == NULL && bounded && out->definite && out->kind == SPEAKER_UNKNOWN && out->name < 0; /* "the first in the world" */
  if (ranked) return speaker_is_adjective(q, first) && !speaker_is_sound_plural(speaker_form(q, first));
  bool one = title != NULL && title->cut == 0 && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
  bool named = out->name >= 0 && q->s->names[out->name].form == ISNAD_FORM_NAME;
  return one && !named && !out->several && out->kind != SPEAKER_PLACE && out->kind != SPEAKER_MEDIUM;
}

void speaker_take_named_on(const quote_scan *q, size_t first, size_t limit, bool bounded, quote_speaker *out, size_t *end) {
  enum { FAR = 14 };
  if (!is_unnamed(q, first, bounded, out)) return;
  const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  bool another = false;
  for (size_t at = first + (title != NULL ? title->count : 1); at < limit && at < first + FAR; at++) {
    quote_verb verb;
    const isnad_name_note *name = speaker_person_at(q, at);
    bool apart = quote_is_comma(q, at - 1);
    if (name != NULL) {
      size_t behind = speaker_token_behind(q, at, name->span);
      if (speaker_is_withheld(q, behind)) return;
      if ((another && is_of_inner(q, first, at, name)) || at < *end || !is_complete(q, first, at) || !may_be_called(q, first, at, name) ||
          behind > limit || !is_closed(q, behind, limit))
        return;
      speaker_take_name(q, name, out);
      *end = behind;
      return;
    }
    if (apart || (quote_verb_at(q, at, &verb) && verb.form <= FORM_PASSIVE) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return;
    bool number = quote_is_kind(q, at, ISNAD_TOKEN_NUMBER) && !apart; /* "the commander of brigade | 117" */
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) && !quote_is_comma(q, at) && !quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) && !quote_is_hash(q, at) &&
        !number)
      return;
    another = another || is_anothers(q, at);
  }
}
