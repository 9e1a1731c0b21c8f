/* Several people as a subject: "the judges found", "the Dutch see no danger". A verb in the plural means them before anybody who spoke earlier, and a
 * verb in the singular never goes on with them. */
#include "note/speakers/speaker.h"

#include <string.h>

/* A sound plural in -un, not a word that ends so ("the microphone"): its other case is known. */
bool speaker_is_plural(const quote_scan *q, size_t at) {
  enum { LONGEST = 48 };
  isnad_slice form = speaker_form(q, at);
  char other[LONGEST];
  if (!word_ends_in(form, LETTER_WAW, LETTER_NOON) || form.length > LONGEST) return false;
  memcpy(other, form.bytes, form.length);
  other[form.length - 2 * WORD_LETTER] = (char)(0xC0 | LETTER_YEH >> 6);
  other[form.length - 2 * WORD_LETTER + 1] = (char)(0x80 | (LETTER_YEH & 0x3F));
  size_t article = quote_is_definite(q, at) ? 2 * WORD_LETTER : 0;
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){other, form.length})) > 0 ||
         isnad_arabic_frequency(isnad_token_hash((isnad_slice){other + article, form.length - article})) > 0;
}

enum { FAR = 40 };

/* A word with which a clause may begin as its verb: nothing that the tables know as a noun, a name or a preposition. */
bool speaker_may_be_verb(const quote_scan *q, size_t at) {
  static const isnad_quote_words_role nouns[] = {ISNAD_QUOTE_WORDS_ROLE_NAMES, ISNAD_QUOTE_WORDS_ROLE_KIN, ISNAD_QUOTE_WORDS_ROLE_VENUE,
                                                 ISNAD_QUOTE_WORDS_ROLE_THING};
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at) || speaker_is_title(q, at) || speaker_is_preposition(q, at)) return false;
  for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
    if (quote_has_word(q, at, nouns[i])) return false;
  if (note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) || note_has_hit(q->unit, at, ISNAD_TABLE_HEADS)) return false;
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  return q->name_at[at - q->unit->first] == 0 && speaker_form(q, at).length >= 3 * WORD_LETTER && !word_ends(word, LETTER_TEH_MARBUTA);
}

/* Its singular is another word, no beginning of it. */
static bool is_broken_plural(isnad_slice bare) {
  char room[ISNAD_STEM_ROOM];
  return !isnad_slice_starts(bare, isnad_arabic_stem(room, bare));
}

/* "The Dutch": what is left without the ending is a word that news counts. */
static bool is_sound_plural(isnad_slice form) {
  char room[ISNAD_STEM_ROOM];
  if (!word_ends_in(form, LETTER_WAW, LETTER_NOON)) return false;
  isnad_slice bare = {form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER};
  return isnad_arabic_stem(room, bare).length + 2 * WORD_LETTER <= bare.length;
}

/* "The Dutch": the plural of an adjective of country. */
static bool is_nation(const quote_scan *q, size_t at) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  return place != NULL && place->cell == ISNAD_PLACES_CELL_ADJECTIVES && word_ends_in(speaker_form(q, at), LETTER_WAW, LETTER_NOON);
}

/* "Inhabitants", "witnesses": a noun of unnamed people whose singular is another word. */
static bool is_unnamed_plural(const quote_scan *q, size_t at, size_t article) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || (head->cut != 0 && head->cut != article) || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_ANONYMOUS) return false;
  isnad_slice form = speaker_form(q, at);
  return is_broken_plural((isnad_slice){form.bytes + article, form.length - article});
}

/* By its ending or by the tables: several people, in no case of an object. */
bool speaker_is_people(const quote_scan *q, size_t at) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || q->in_name[at - q->unit->first]) return false;
  isnad_slice form = speaker_form(q, at);
  bool nominative = word_ends_in(form, LETTER_WAW, LETTER_NOON),
       listed = note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) || note_has_hit(q->unit, at, ISNAD_TABLE_HEADS);
  const isnad_phrase *kin = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN); /* "the followers of X" */
  bool followers = kin != NULL && kin->cut == 0 && kin->count == 1 && form.length >= 4 * WORD_LETTER && !word_ends(form, LETTER_HEH) &&
                   is_broken_plural(form) && speaker_name(q, at) == NULL;
  if (followers) return true;
  if ((!nominative && !listed) || word_ends_in(form, LETTER_YEH, LETTER_NOON) || word_ends(form, LETTER_YEH)) return false;
  if (nominative && quote_is_definite(q, at) && form.length >= 6 * WORD_LETTER &&
      (speaker_is_plural(q, at) || is_sound_plural(form) || is_nation(q, at)))
    return true;
  bool number = note_has_hit(q->unit, at, ISNAD_TABLE_NUMBERS);                                                                      /* "twenty" */
  if (nominative && !number && form.length >= 5 * WORD_LETTER && !quote_is_definite(q, at) && speaker_is_plural(q, at)) return true; /* "others" */
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  size_t article = quote_is_definite(q, at) ? 2 * WORD_LETTER : 0;
  if (is_unnamed_plural(q, at, article)) return true;
  return title != NULL && (title->cut == 0 || title->cut == article) && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P &&
         isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
}

/* "In it", "to her": a preposition that bears a pronoun may stand between a verb and its subject. */
bool speaker_is_pronoun_object(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at)) return false;
  isnad_slice form = speaker_form(q, at), word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  bool pronoun = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  bool other = word_ends(word, LETTER_TEH_MARBUTA) || note_has_hit(q->unit, at, ISNAD_TABLE_STOPS); /* "this" */
  return pronoun && !other && form.length >= 2 * WORD_LETTER && form.length <= 5 * WORD_LETTER;
}

/* The nominative shows by itself; a broken plural is a subject at the head of its clause or right behind its verb. */
static bool is_subject(const quote_scan *q, size_t at, size_t from) {
  if (!speaker_is_people(q, at)) return false;
  if (at == from || !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return at == from || quote_is_comma(q, at - 1) || quote_is_mark(q, at - 1, ".");
  if (speaker_is_preposition(q, at - 1)) return false;
  if (word_ends_in(speaker_form(q, at), LETTER_WAW, LETTER_NOON) && quote_is_definite(q, at)) return true;
  size_t verb = at - 1;
  if (verb > from && speaker_is_pronoun_object(q, verb)) verb--;
  bool governed = quote_starts(q, verb, LETTER_LAM) || quote_starts(q, verb, LETTER_BEH); /* "to all | the students" */
  return !governed && speaker_may_be_verb(q, verb);
}

/* An adjective of several people: a sound plural, or a word without an ending of its own ("the great"). */
static bool describes_several(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  return word_ends_in(form, LETTER_WAW, LETTER_NOON) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES) ||
         is_broken_plural((isnad_slice){form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER});
}

/* "The great merchants, | angry": back to the noun whose adjective shows the number. */
static size_t phrase_first(const quote_scan *q, size_t at, size_t from) {
  if (!quote_is_definite(q, at)) return at;
  size_t first = at;
  while (first > from && quote_is_kind(q, first - 1, ISNAD_TOKEN_WORD) && quote_is_definite(q, first - 1) && speaker_name(q, first - 1) == NULL)
    first--;
  if (first > from && first < at && first - 1 == from && is_broken_plural(speaker_form(q, from))) first--; /* "men of the fire brigade, retired" */
  return first;
}

bool speaker_of_people(const quote_scan *q, size_t from, size_t to, bool first, quote_speaker *out) {
  size_t found = to, end = 0;
  for (size_t at = to; at > from && at + FAR > to; at--) {
    bool apart = quote_is_comma(q, at - 1) || quote_is_mark(q, at - 1, ".");
    if (apart && found < to && !first) break;
    if (is_subject(q, at - 1, from)) found = at - 1;
  }
  if (found == to) return false;
  size_t begin = phrase_first(q, found, from), behind = found + 1;
  while (behind < to && quote_is_definite(q, found) && quote_is_kind(q, behind, ISNAD_TOKEN_WORD) && quote_is_definite(q, behind) &&
         describes_several(q, behind))
    behind++;
  bool described = quote_is_definite(q, found) && (begin < found || behind > found + 1);
  if (!speaker_read(q, begin, described ? behind : to, described ? SPEAKER_BOUNDED : 0, out, &end)) return false;
  if (out->kind != SPEAKER_UNKNOWN && out->kind != SPEAKER_ANONYMOUS && out->kind != SPEAKER_PERSON) return false;
  if (out->name >= 0 && q->s->names[out->name].form == ISNAD_FORM_NAME) return false;
  out->agrees = FORM_PLURAL;
  return true;
}

bool speaker_is_group(const quote_scan *q, const quote_speaker *speaker) {
  if (speaker->several) return true;
  if (speaker->name >= 0 && q->s->names[speaker->name].form == ISNAD_FORM_NAME) return false;
  if (speaker->kind == SPEAKER_BODY || speaker->kind == SPEAKER_PLACE || speaker->kind == SPEAKER_MEDIUM || speaker->kind == SPEAKER_DOCUMENT)
    return false;
  if (speaker->kind == SPEAKER_ANONYMOUS && word_ends_in(speaker->head, LETTER_WAW, LETTER_NOON)) return true;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  return at >= q->unit->first && at < q->unit->last && speaker_is_people(q, at);
}

/* No plural that a verb of the present is written like. */
bool speaker_is_some_people(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  if (!word_ends_in(form, LETTER_WAW, LETTER_NOON) || form.length < 5 * WORD_LETTER || note_has_hit(q->unit, at, ISNAD_TABLE_VERBS)) return false;
  return !word_letter_at(form, 0, LETTER_YEH) && !word_letter_at(form, 0, LETTER_TEH) && isnad_arabic_proclitics(form) == 0 &&
         speaker_is_plural(q, at);
}
