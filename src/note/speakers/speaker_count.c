/* People who are counted, not named ("39 per cent", "more than two thirds"), and several who speak with one mouth ("X and Y said"). */
#include "note/speakers/speaker.h"

/* A number that tells a share: "39 per cent". */
static size_t share_end(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_NUMBER)) return at;
  const isnad_phrase *unit = at + 1 < q->unit->last ? note_hit_at(q->unit, at + 1, ISNAD_TABLE_UNITS) : NULL;
  if (unit != NULL && isnad_units_rows[unit->row].kind == ISNAD_UNITS_KIND_PERCENT) return at + 1 + unit->count;
  return quote_is_mark(q, at + 1, "%") || quote_is_mark(q, at + 1, "\xD9\xAA") ? at + 2 : at;
}

/* "Of the young", "of them": whose share it is. */
static size_t behind_whole(const quote_scan *q, size_t at, size_t limit) {
  enum { MOST = 4 };
  const isnad_phrase *of = at < limit ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) : NULL;
  if (of == NULL || of->cut > 0 || at + 1 >= limit || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD)) return at;
  size_t end = at + 2;
  while (end < limit && end < at + MOST && quote_is_kind(q, end, ISNAD_TOKEN_WORD) && quote_is_definite(q, end)) end++;
  return end;
}

/* "3 sources", "14 states of the union": whoever is counted in figures, when the noun behind them speaks. */
static bool read_counted(const quote_scan *q, size_t at, size_t number, size_t limit, quote_speaker *out, size_t *end) {
  if (number + 1 >= limit || !quote_is_kind(q, number, ISNAD_TOKEN_NUMBER) || !quote_is_kind(q, number + 1, ISNAD_TOKEN_WORD)) return false;
  if (note_has_hit(q->unit, number + 1, ISNAD_TABLE_UNITS) || quote_is_definite(q, number + 1)) return false;
  size_t behind = number + 2;
  bool states = quote_has_word(q, number + 1, ISNAD_QUOTE_WORDS_ROLE_STATES);
  if (states) {
    behind = behind_whole(q, behind, limit);
  } else if (!speaker_read(q, number + 1, limit, 0, out, &behind) || out->name >= 0 ||
             (out->kind != SPEAKER_ANONYMOUS && out->kind != SPEAKER_PERSON)) {
    behind = number + 2; /* "12 deputies said | that", "70 women accused | X": nothing else can be counted there */
    bool apart = behind >= limit || quote_is_comma(q, behind) || quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_THAT);
    bool thing = note_has_hit(q->unit, number + 1, ISNAD_TABLE_TIME_WORDS) || quote_has_word(q, number + 1, ISNAD_QUOTE_WORDS_ROLE_THING) ||
                 quote_has_word(q, number + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
    if (thing || (!apart && speaker_person_at(q, behind) == NULL)) return false;
  }
  *end = behind;
  *out = (quote_speaker){.name = -1, .agrees = FORM_NOUN, .kind = SPEAKER_ANONYMOUS, .several = true};
  out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = isnad_slice_at(q->s->page->text, out->span);
  return true;
}

bool speaker_read_share(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  const isnad_phrase *bound = note_hit_at(q->unit, at, ISNAD_TABLE_BOUNDS);
  bool share = bound == NULL && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_SHARE); /* "a share of | 26 per cent" */
  size_t number = bound != NULL && bound->cut == 0 ? at + bound->count : at + share;
  if (number >= limit) return false;
  size_t behind = share_end(q, number);
  if (behind == number) return !share && read_counted(q, at, number, limit, out, end);
  if (behind > limit) return false;
  *end = behind_whole(q, behind, limit);
  *out = (quote_speaker){.name = -1, .agrees = FORM_NOUN, .kind = SPEAKER_ANONYMOUS, .several = true};
  out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, *end - 1)->span.end};
  out->canonical = isnad_slice_at(q->s->page->text, out->span);
  return true;
}

/* "China | and Pakistan", "Canada | and its allies": somebody, or a noun with a pronoun that means the one before. */
static bool is_partner(const quote_scan *q, size_t at, const quote_speaker *partner) {
  if (partner->kind == SPEAKER_DOCUMENT) return false;
  if (partner->kind != SPEAKER_UNKNOWN || partner->definite) return true;
  isnad_slice form = speaker_form(q, at);
  bool theirs = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  return theirs && form.length >= 6 * WORD_LETTER;
}

/* Nothing but adverbs and marks stands between the subject and what it says. */
static bool is_all(const quote_scan *q, size_t at, size_t first) {
  size_t behind = quote_skip_asides(q, at, first);
  while (behind < first && !quote_is_kind(q, behind, ISNAD_TOKEN_WORD) && !quote_is_kind(q, behind, ISNAD_TOKEN_NUMBER)) behind++;
  return behind >= first || quote_is_comma(q, at) || speaker_is_preposition(q, at);
}

void speaker_take_partner(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *speaker) {
  enum { MOST = 3 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t at = isnad_tokens_seek(tokens, speaker->span.end), end = at;
  if (speaker->span.begin < verb->span.end || speaker->kind == SPEAKER_DOCUMENT) return;
  for (size_t n = 0; n < MOST && at < said->first; n++) {
    quote_speaker partner;
    if (!quote_begins_partner(q, at) || !speaker_read(q, at, said->first, SPEAKER_GOVERNED, &partner, &end) || !is_partner(q, at, &partner)) break;
    at = end;
    bool named = said->has_object && partner.name >= 0 && (partner.kind == SPEAKER_PERSON || partner.kind == SPEAKER_PLACE);
    if (!named && !is_all(q, at, said->first)) continue;
    speaker->span.end = quote_token(q, at - 1)->span.end;
    speaker->canonical = note_name_text(q->s, speaker->span);
  }
}
