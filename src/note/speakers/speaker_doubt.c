/* What stands where a subject is looked for, and is none: adverbs, objects, things, words that another word is tied to. */
#include "note/names/names.h"
#include "note/speakers/speaker.h"

/* "In a press conference | that she gave": a verb with a pronoun right behind a place of speaking has no speaker behind it. */
bool speaker_is_of_venue(const quote_scan *q, size_t at) {
  enum { LONGEST = 3 };
  isnad_slice form = speaker_form(q, at);
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !(word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF))) return false;
  if (quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0 || speaker_is_title(q, at)) return false;
  for (size_t back = 1; back <= LONGEST && at >= q->unit->first + back; back++) {
    const isnad_phrase *venue = quote_word_at(q, at - back, ISNAD_QUOTE_WORDS_ROLE_VENUE);
    size_t behind = venue != NULL ? venue->first + venue->count : 0;
    if (venue != NULL && (behind == at || (behind + 1 == at && speaker_is_adjective(q, behind))))
      return true; /* "a televised speech | that he gave" */
  }
  return false;
}

/* "He | writes", "soon": a verb or an adverb without the article, which no table knows as a name, is no subject. */
static bool is_everyday(const quote_scan *q, size_t at, size_t end, const quote_speaker *speaker) {
  bool nobody = speaker->kind == SPEAKER_UNKNOWN && speaker->name < 0 && speaker->entity.length == 0 && !speaker->definite && end == at + 1;
  bool name = note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(q->unit, at, ISNAD_TABLE_FAMILY_NAMES) ||
              note_has_hit(q->unit, at, ISNAD_TABLE_OUTLETS) || note_has_hit(q->unit, at, ISNAD_TABLE_PEOPLE);
  return nobody && !name && (note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE));
}

/* "He published pictures | which he said were ...": an indefinite noun in the accusative is no subject. */
bool speaker_is_accusative(const quote_scan *q, size_t at, size_t end, const quote_speaker *speaker) {
  isnad_slice form = speaker_form(q, at);
  if (end != at + 1 || speaker->name >= 0 || quote_is_definite(q, at) || speaker->kind == SPEAKER_PERSON || speaker->kind == SPEAKER_PLACE)
    return false;
  bool owned = word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_NOON, LETTER_ALEF);
  bool alef = !owned && word_ends(form, LETTER_ALEF) && form.length > 3 * WORD_LETTER;
  isnad_slice bare = {form.bytes, alef ? form.length - WORD_LETTER : form.length};
  bool word = isnad_arabic_frequency(isnad_token_hash(bare)) > 0 && name_shape(form) <= 0; /* no foreign name that ends so */
  return alef && word && speaker->entity.length == 0;
}

/* A word that neither the tables nor the counted news know, or hardly: a name. */
bool speaker_is_unheard(const quote_scan *q, size_t at) {
  enum { RARE = 100 };
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at)) return false;
  if (word_ends_in(speaker_form(q, at), LETTER_NOON, LETTER_YEH)) return false; /* "she encouraged me" */
  uint32_t seen = isnad_arabic_frequency(quote_token(q, at)->hash);
  if (note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) || note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS)) return false;
  if (speaker_form(q, at).length < 3 * WORD_LETTER) return false;
  return (seen == 0 && isnad_arabic_proclitics(speaker_form(q, at)) == 0) || (seen < RARE && name_shape(speaker_form(q, at)) > 0);
}

/* "And | on Saturday", "and the army": a word with its link goes on something else. */
bool speaker_is_linked(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  const isnad_name_note *name = speaker_name(q, at);
  quote_verb verb;
  if (quote_verb_at(q, at, &verb) && verb.linked && verb.form <= FORM_PLURAL) return true; /* "and he wrote" */
  if (!word_letter_at(form, 0, LETTER_WAW) || (name != NULL && speaker_stands_free(q, at, name->span))) return false;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES), *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  const isnad_phrase *kin = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN), *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  bool whole = (title != NULL && title->cut == 0) || (head != NULL && head->cut == 0) || (kin != NULL && kin->cut == 0) ||
               (given != NULL && given->cut == 0) || note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  return !whole && isnad_arabic_proclitics(form) > 0;
}

/* The article at most was cut from the hit. */
static bool is_whole(const quote_scan *q, const isnad_phrase *hit) {
  return hit != NULL && (hit->cut == 0 || (hit->cut == 2 * WORD_LETTER && quote_is_definite(q, hit->first)));
}

bool speaker_is_thing(const quote_scan *q, const quote_speaker *speaker) {
  if (speaker->kind != SPEAKER_UNKNOWN || speaker->name >= 0 || speaker->entity.length > 0) return false;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  return at >= q->unit->first && at < q->unit->last && is_whole(q, quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THING));
}

/* "Renewed | the affirmation that", "laid | the blame on": what such a verb takes, told by its first word. */
static bool is_what_it_takes(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker) {
  isnad_verbs_also also = verb->row->also;
  bool takes = also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI_OBJECT || also == ISNAD_VERBS_ALSO_OBJECT_BI ||
               also == ISNAD_VERBS_ALSO_OBJECT_ALA || also == ISNAD_VERBS_ALSO_OBJECT_ILA;
  bool told = at == verb->last && verb->row->sure == ISNAD_VERBS_SURE_YES && quote_is_definite(q, at) && at + 1 < q->sentence_last &&
              quote_is_that(q, at + 1); /* "the investigation confirms | that" */
  if (!takes || told || speaker->kind != SPEAKER_UNKNOWN || speaker->name >= 0) return false;
  const isnad_phrase *object = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  return (object != NULL && object->cut == 0) || speaker_is_thing(q, speaker);
}

/* "And he went on with | his speech", "and she warned | her members": a noun with a pronoun, which is nobody's kin and no office. */
static bool is_own_thing(const quote_scan *q, const quote_verb *verb, size_t at, size_t end, const quote_speaker *speaker) {
  isnad_slice form = speaker_form(q, at);
  bool hers = word_ends_in(form, LETTER_HEH, LETTER_ALEF), his = word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_HEH);
  bool nobody = speaker->kind == SPEAKER_UNKNOWN && speaker->name < 0 && speaker->entity.length == 0 && !speaker->definite && at == verb->last;
  if (!nobody || !(hers || his) || form.length < 5 * WORD_LETTER || verb->form > FORM_FEMININE || end > at + 2) return false;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN) || note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) ||
      note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) || speaker_is_unheard(q, at) || note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES))
    return false;
  bool adds = quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ADDS);
  return adds || (hers && verb->form == FORM_FEMININE && verb->linked && verb->row->force != ISNAD_VERBS_FORCE_SAYS && !quote_is_comma(q, end));
}

/* "Promised | his supporters": a sound plural before a pronoun shows the case of an object. */
static bool is_theirs_as_object(const quote_scan *q, size_t at, size_t end, const quote_speaker *speaker) {
  enum { LONGEST = 48 };
  isnad_slice form = speaker_form(q, at);
  char plural[LONGEST];
  size_t pronoun = word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM) ? 2 * WORD_LETTER
                   : word_ends(form, LETTER_HEH)                                                              ? WORD_LETTER
                                                                                                              : 0;
  if (pronoun == 0 || end != at + 1 || speaker->name >= 0 || speaker->entity.length > 0 || form.length < pronoun + 4 * WORD_LETTER) return false;
  isnad_slice stem = {form.bytes, form.length - pronoun};
  if (!word_ends(stem, LETTER_YEH) || stem.length + WORD_LETTER > LONGEST || quote_is_definite(q, at)) return false;
  if (speaker_is_title(q, at) || note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) || note_has_hit(q->unit, at, ISNAD_TABLE_HEADS))
    return false; /* "his lawyer", "his club" */
  for (size_t i = 0; i < stem.length; i++) plural[i] = stem.bytes[i];
  plural[stem.length] = (char)(0xC0 | LETTER_NOON >> 6);
  plural[stem.length + 1] = (char)(0x80 | (LETTER_NOON & 0x3F));
  uint32_t several = isnad_arabic_frequency(isnad_token_hash((isnad_slice){plural, stem.length + WORD_LETTER}));
  return several > 0 && 3 * several > isnad_arabic_frequency(isnad_token_hash(stem)); /* not "his club" */
}

/* "In a press conference | that is held weekly": an adjective without its article, right behind the place of speaking. */
static bool is_of_conference(const quote_scan *q, const quote_verb *verb, size_t at, size_t end, const quote_speaker *speaker) {
  enum { LONGEST = 3 };
  bool nobody = speaker->kind == SPEAKER_UNKNOWN && speaker->name < 0 && speaker->entity.length == 0 && end == at + 1;
  if (!nobody || at < verb->last + 2 || quote_is_definite(q, at) || !speaker_is_adjective(q, at)) return false;
  for (size_t back = 1; back <= LONGEST && at - back > verb->last; back++) {
    const isnad_phrase *venue = quote_word_at(q, at - back, ISNAD_QUOTE_WORDS_ROLE_VENUE);
    if (venue != NULL && (venue->count == back || (back == 2 && speaker_is_adjective(q, at - 1)))) return true;
  }
  return false;
}

bool speaker_is_no_subject(const quote_scan *q, const quote_verb *verb, size_t at, size_t end, const quote_speaker *speaker) {
  const isnad_phrase *about = note_hit_at(q->unit, at, ISNAD_TABLE_BOUNDS);
  bool clock = about != NULL && about->cut == 0 && at + about->count < q->unit->last && quote_is_definite(q, at + about->count) &&
               note_has_hit(q->unit, at + about->count, ISNAD_TABLE_TIME_WORDS); /* "around seven o'clock" */
  const isnad_phrase *part = note_hit_at(q->unit, at, ISNAD_TABLE_TIME_WORDS);   /* "on the eve | of the visit" */
  bool eve = part != NULL && part->cut == 0 && speaker->kind == SPEAKER_UNKNOWN && !speaker->definite && speaker->name < 0 && end > at + 1 &&
             !note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) && isnad_time_words_rows[part->row].role == ISNAD_TIME_WORDS_ROLE_DAYPART;
  const isnad_phrase *venue = at > verb->last ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE) : NULL; /* "in a speech | of the opening" */
  bool of_venue = venue != NULL && venue->count == 1 && !quote_is_definite(q, at - 1) && speaker->kind == SPEAKER_UNKNOWN && speaker->name < 0 &&
                  end == at + 1 && quote_is_definite(q, at);
  if ((clock && speaker->kind != SPEAKER_MEDIUM) || eve || of_venue || is_own_thing(q, verb, at, end, speaker) || is_everyday(q, at, end, speaker) ||
      speaker_is_linked(q, at))
    return true;
  if (is_theirs_as_object(q, at, end, speaker) || is_of_conference(q, verb, at, end, speaker)) return true;
  bool alone = speaker->kind == SPEAKER_UNKNOWN && speaker_is_accusative(q, at, end, speaker);
  return alone || is_what_it_takes(q, verb, at, speaker);
}

/* "But he | denied", "though he (two words) | denied". */
bool speaker_has_turn_before(const quote_scan *q, size_t at) {
  if (at > q->sentence_first && speaker_is_turn_of_his(q, at - 1)) return true;
  const isnad_phrase *turn = at > q->sentence_first + 1 ? quote_word_at(q, at - 2, ISNAD_QUOTE_WORDS_ROLE_TURNS) : NULL;
  return turn != NULL && turn->count == 2 && speaker_is_turn_of_his(q, at - 2);
}

/* A word that may begin a body, an office, a medium, kin or unnamed people; of any other word no topic comes. */
bool speaker_may_be_topic(const quote_scan *q, size_t at) {
  const uint32_t known = 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_HEADS | 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_PLACES |
                         1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_NUMBERS;
  size_t in = at - q->unit->first;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_EACH) || speaker_is_demonstrative(q, at))
    return true;
  return !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || q->name_at[in] > 0 || q->source_at[in] > 0 || (q->unit->tables[in] & known) != 0;
}
