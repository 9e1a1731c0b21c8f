/* What the sentence speaks of: what was, what is or what is to come. */
#include "note/times/time_clause.h"

enum { CUE_REACH = 14, CUE_BEHIND = 4, PRESENT_REACH = 10, LONGEST_VERB = 40 };

bool time_letter_at(isnad_slice form, size_t at, unsigned letter) {
  if (at + LETTER_BYTES > form.length) return false;
  const unsigned char *p = (const unsigned char *)form.bytes + at;
  return p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

/* A verb of the future: seen before the prefix of the present, and the rest is a word. */
static bool future_verb(isnad_slice form) {
  size_t at = time_letter_at(form, 0, LETTER_WAW) || time_letter_at(form, 0, LETTER_FEH) ? LETTER_BYTES : 0;
  if (!time_letter_at(form, at, LETTER_SEEN)) {
    if (at == 0 || !time_letter_at(form, 0, LETTER_SEEN)) return false;
    at = 0;
  }
  size_t prefix = at + LETTER_BYTES;
  if (form.length < prefix + 3 * LETTER_BYTES || form.length > LONGEST_VERB) return false;
  if (!time_letter_at(form, prefix, LETTER_YEH) && !time_letter_at(form, prefix, LETTER_TEH) && !time_letter_at(form, prefix, LETTER_NOON))
    return false;
  return isnad_arabic_proclitics(form) == prefix;
}

static bool is_cue(const time_scan *t, size_t at) {
  if (time_token(t, at)->kind != ISNAD_TOKEN_WORD || time_has_role(t, at, TIME(LOOKALIKE))) return false;
  return time_has_role(t, at, TIME(FUTURE)) || future_verb(time_form(t, at));
}

static bool ends_sentence(const time_scan *t, size_t at) {
  const isnad_token *token = time_token(t, at);
  if (token->kind != ISNAD_TOKEN_PUNCT) return token->kind == ISNAD_TOKEN_LINE;
  isnad_slice form = time_form(t, at);
  return form.length > 0 && (form.bytes[0] == '.' || form.bytes[0] == '!' || form.bytes[0] == '?' || form.bytes[0] == ';');
}

/* ", and that", ", and it was": what the clause before looked ahead to is over. */
static bool opens_clause(const time_scan *t, size_t at) {
  if (time_token(t, at)->kind != ISNAD_TOKEN_PUNCT || at + 1 >= t->unit->last) return false;
  const isnad_phrase *words = note_hit_at(t->unit, at + 1, ISNAD_TABLE_QUOTE_WORDS);
  if (words == NULL || words->cut == 0) return false;
  isnad_quote_words_role role = isnad_quote_words_rows[words->row].role;
  return role == ISNAD_QUOTE_WORDS_ROLE_THAT || role == ISNAD_QUOTE_WORDS_ROLE_HELPS;
}

/* A cue of the future shortly before the time, or right behind it. */
bool time_looks_ahead(const time_scan *t, size_t at, size_t past) {
  if (t->cue > t->sentence && at - t->cue < CUE_REACH) return true;
  for (size_t i = past; i < t->unit->last && i < past + CUE_BEHIND && !ends_sentence(t, i); i++) {
    const isnad_phrase *words = note_hit_at(t->unit, i, ISNAD_TABLE_QUOTE_WORDS);
    if (words != NULL && isnad_quote_words_rows[words->row].role == ISNAD_QUOTE_WORDS_ROLE_THAT) return false; /* what was said is another clause */
    if (!is_cue(t, i)) continue;
    isnad_slice form = time_form(t, i);
    return !time_letter_at(form, 0, LETTER_WAW) && !time_letter_at(form, 0, LETTER_FEH); /* "and will" begins another clause */
  }
  return false;
}

/* --- the present --- */

static bool behind(const time_scan *t, size_t at, isnad_quote_words_role role) { return at > t->sentence && note_has_word(t->unit, at - 1, role); }

/* A word that begins with the prefix of the third person, and is neither a name nor of time: a verb of the present, most likely. That of the feminine
 * begins many nouns, too, so it counts only behind "which" and at the front of the sentence. */
static bool is_present_verb(const time_scan *t, size_t at) {
  enum { SHORTEST = 4 * LETTER_BYTES };
  isnad_slice form = time_form(t, at);
  size_t begin = time_letter_at(form, 0, LETTER_WAW) || time_letter_at(form, 0, LETTER_FEH) ? LETTER_BYTES : 0;
  if (form.length < begin + SHORTEST || time_roles(t, at) != 0) return false;
  if (note_has_hit(t->unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(t->unit, at, ISNAD_TABLE_PLACES)) return false;
  if (time_letter_at(form, begin, LETTER_YEH)) return !behind(t, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES);         /* "he did not go" */
  if (!time_letter_at(form, begin, LETTER_TEH) || note_has_hit(t->unit, at, ISNAD_TABLE_VERBS)) return false; /* "spoke" begins with it, too */
  return at == t->sentence || behind(t, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

/* "After", "since", or what somebody said: what stands behind is over. */
static bool looks_back(const time_scan *t, size_t at) {
  return time_has_role(t, at, TIME(MARK)) || (note_has_hit(t->unit, at, ISNAD_TABLE_VERBS) && !time_letter_at(time_form(t, at), 0, LETTER_YEH));
}

bool time_is_present(const time_scan *t, size_t at) { return t->present > t->sentence && at - t->present < PRESENT_REACH; }

/* --- on the way --- */

void time_clause_take(time_scan *t, size_t at) {
  if (ends_sentence(t, at)) t->sentence = t->cue = t->present = at + 1;
  if (opens_clause(t, at)) t->cue = t->present = t->sentence;
  if (time_token(t, at)->kind != ISNAD_TOKEN_WORD) return;
  if (is_cue(t, at)) t->cue = at + 1;
  if (is_present_verb(t, at))
    t->present = at + 1;
  else if (looks_back(t, at))
    t->present = t->sentence;
}
