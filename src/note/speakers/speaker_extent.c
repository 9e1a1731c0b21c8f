/* How far the noun phrase of a speaker goes. */
#include "note/speakers/speaker.h"

enum { UNKNOWN_WORDS = 11 };

/* A full stop or hyphen inside an abbreviation or a double name. */
static bool joins_letters(const quote_scan *q, size_t at) {
  bool mark = quote_is_mark(q, at, ".") || quote_is_mark(q, at, "-");
  return mark && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && (quote_token(q, at + 1)->flags & ISNAD_TOKEN_GLUED) != 0 &&
         (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0;
}

/* "An official | accompanies": a word in ya that no table knows is a verb of the present. */
static bool looks_present(const quote_scan *q, size_t at) {
  size_t count = 0;
  isnad_slice form = speaker_form(q, at);
  bool tenth = word_begins(form, LETTER_TEH, LETTER_SEEN) && word_letter_at(form, 2 * WORD_LETTER, LETTER_TEH); /* "asks for help", of a woman */
  if (at == q->unit->first || (!tenth && !word_letter_at(form, 0, LETTER_YEH)) || form.length < 4 * WORD_LETTER) return false;
  note_hits_at(q->unit, at, &count);
  return count == 0 && q->name_at[at - q->unit->first] == 0 && !q->in_name[at - q->unit->first] &&
         isnad_arabic_frequency(quote_token(q, at)->hash) > 0;
}

/* "The officials | found": a plural of the past, in the letters that no noun ends in. */
static bool looks_past_plural(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  return form.length >= 4 * WORD_LETTER && word_ends_in(form, LETTER_WAW, LETTER_ALEF) && !quote_is_definite(q, at) &&
         q->name_at[at - q->unit->first] == 0 && !q->in_name[at - q->unit->first] && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES);
}

/* "The brigade | 116", "channel | 12": a number behind which nothing is counted. */
static bool is_number_of_name(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_NUMBER) || at == q->unit->first || !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return false;
  if (!quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD)) return !quote_is_kind(q, at + 1, ISNAD_TOKEN_SYMBOL) && !quote_is_mark(q, at + 1, "%");
  return quote_is_definite(q, at + 1) || quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

/* "An official who preferred | not to": but not "the minister | the absence of", nor "Jordan". */
static bool is_verb_before_absence(const quote_scan *q, size_t at) {
  const isnad_phrase *not_to = quote_word_at(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
  if (not_to == NULL || not_to->cut > 0 || !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return false;
  bool named =
      (q->in_name[at - q->unit->first] || note_has_hit(q->unit, at, ISNAD_TABLE_PLACES)) && !note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  return !quote_is_definite(q, at) && !named;
}

/* A word that no noun phrase goes on with. */
bool speaker_ends_phrase(const quote_scan *q, size_t at) {
  quote_verb verb;
  if (is_number_of_name(q, at)) return false;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return !quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) && !quote_is_hash(q, at) && !joins_letters(q, at);
  const isnad_phrase *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE), *day = note_hit_at(q->unit, at, ISNAD_TABLE_WEEKDAYS);
  if ((aside != NULL && aside->cut == 0) || (day != NULL && day->cut == 0 && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS))) return true;
  const isnad_phrase *letters = at > q->unit->first ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_LETTERS) : NULL;
  if (letters != NULL && letters->count > 1) return false; /* an abbreviation whose letters are written like "that" */
  const isnad_phrase *helps = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  if (helps != NULL && helps->cut == 0) return true;
  if (is_verb_before_absence(q, at)) return true;
  if (looks_present(q, at) || looks_past_plural(q, at)) return true;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return true;
  return quote_verb_at(q, at, &verb) && verb.row->sure == ISNAD_VERBS_SURE_YES;
}

/* Which of the seats of hamza a word of the page or of a table begins with; 0: a bare letter, which may stand for either. */
static unsigned first_hamza(isnad_slice word) {
  if (word_letter_at(word, 0, LETTER_ALEF_HAMZA_ABOVE)) return LETTER_ALEF_HAMZA_ABOVE;
  return word_letter_at(word, 0, LETTER_ALEF_HAMZA_BELOW) ? LETTER_ALEF_HAMZA_BELOW : 0;
}

/* "Imam" is folded like "before": where both spell their hamza, it tells them apart. */
static bool is_other_word(const quote_scan *q, size_t at, const isnad_phrase *hit) {
  unsigned page = first_hamza(isnad_slice_at(q->s->page->text, quote_token(q, at)->span));
  unsigned row = first_hamza(isnad_slice_of(isnad_quote_words_rows[hit->row].form));
  return hit->cut == 0 && page != 0 && row != 0 && page != row;
}

/* "In", "from", "on": inside a phrase only between the words of an office ("member of", "in the name of"). */
bool speaker_is_preposition(const quote_scan *q, size_t at) {
  const isnad_phrase *hit = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  return hit != NULL && hit->cut == 0 && !is_other_word(q, at, hit);
}

/* "The mother of Saleh" in place of her name: "mother" is written like "or". */
static bool is_kunya(const quote_scan *q, size_t at) {
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS), *mother = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN);
  bool father = tie != NULL && tie->cut == 0 && isnad_name_parts_rows[tie->row].role == ISNAD_NAME_PARTS_ROLE_KUNYA;
  if (at + 1 >= q->unit->last || (!father && (mother == NULL || mother->cut > 0))) return false;
  const isnad_phrase *given = note_hit_at(q->unit, at + 1, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && given->cut == 0;
}

/* "E. | Lynn Brown": an initial is written like "any". */
static bool is_initial(const quote_scan *q, size_t at) {
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && speaker_form(q, at).length <= 2 * WORD_LETTER && quote_is_mark(q, at + 1, ".") &&
         joins_letters(q, at + 1);
}

bool speaker_begins_no_phrase(const quote_scan *q, size_t at) {
  if (is_initial(q, at)) return false;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  if (is_kunya(q, at) || (title != NULL && title->cut == 0 && title->count > 1)) return false; /* "heir" is written like "and to me" */
  const isnad_phrase *preposition = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION),
                     *trigger = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  quote_verb verb;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || speaker_ends_phrase(q, at) || quote_token(q, at)->length <= WORD_LETTER) return true;
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(q->unit, at + 1, ISNAD_TABLE_FAMILY_NAMES);
  bool called = given != NULL && given->cut == 0 && family != NULL && family->cut == 0; /* "Rawiya | Tawfiq" */
  if (!called && quote_verb_at(q, at, &verb) && (verb.form == FORM_PARTICIPLE || verb.form == FORM_NOUN)) return true;
  const isnad_phrase *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (aside != NULL && quote_links(q, aside)) return true;
  if (preposition != NULL && (preposition->cut == 0 || quote_links(q, preposition)) && !is_other_word(q, at, preposition)) return true;
  if (trigger != NULL && trigger->cut == 0 && isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE) return true;
  const isnad_phrase *stop = note_hit_at(q->unit, at, ISNAD_TABLE_STOPS);
  bool stops = stop != NULL && (stop->cut == 0 || quote_links(q, stop)) && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS);
  return stops && !(preposition != NULL && is_other_word(q, at, preposition));
}

/* "To the paper", "to the agency": spoken to, unless the person named behind it is of that medium. */
static bool is_spoken_to(const quote_scan *q, size_t at, size_t limit) {
  enum { NEAR = 6 };
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
  bool medium =
      (outlet != NULL && outlet->cut > 0) || (head != NULL && head->cut > 0 && speaker_kind_of_head(&isnad_heads_rows[head->row]) == SPEAKER_MEDIUM);
  for (size_t i = at; medium && i < limit && i < at + NEAR && !quote_is_comma(q, i); i++)
    if (speaker_name(q, i) != NULL && speaker_name(q, i)->type == ISNAD_NAME_PERSON) return false;
  return medium;
}

/* "The member | of the council", "the spokesman | in the name of": a preposition that goes on an office has a body, a place or a definite noun
 * behind. */
static bool goes_into(const quote_scan *q, size_t at) {
  const isnad_phrase *preposition = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  size_t behind = at + preposition->count;
  while (behind < q->unit->last && quote_is_hash(q, behind)) behind++;
  if (!quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WITHIN)) return false;
  if (!quote_is_kind(q, behind, ISNAD_TOKEN_WORD)) return quote_is_kind(q, behind, ISNAD_TOKEN_QUOTE);
  if (quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_VENUE)) return false;
  return quote_is_definite(q, behind) || speaker_name(q, behind) != NULL || note_has_hit(q->unit, behind, ISNAD_TABLE_PLACES) ||
         note_has_hit(q->unit, behind, ISNAD_TABLE_HEADS) || note_has_hit(q->unit, behind, ISNAD_TABLE_ORG_HEADS) || speaker_is_title(q, behind);
}

/* "The striker | his talk about ...": a noun of saying behind a definite word is no part of the phrase. */
static bool is_said_noun(const quote_scan *q, size_t at) {
  const isnad_phrase *venue = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE), *object = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  return !quote_is_definite(q, at) && ((venue != NULL && venue->cut == 0) || (object != NULL && object->cut == 0)) && speaker_name(q, at) == NULL;
}

/* A proclitic that tatweel or a mark parts from its word: "sources told | "the channel"". */
static bool is_lone_letter(const quote_scan *q, size_t at) {
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_token(q, at)->length <= WORD_LETTER;
}

/* "The Europeans | their annoyance": a noun with a pronoun behind a definite word is what they express. */
static bool is_their_own(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  bool pronoun = word_ends_in(form, LETTER_HEH, LETTER_MEEM) || word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  return pronoun && form.length > 5 * WORD_LETTER && !quote_is_definite(q, at) && speaker_name(q, at) == NULL && !speaker_is_title(q, at) &&
         !q->in_name[at - q->unit->first];
}

/* "The spokesman | the decision": what he justifies, right behind an office with the article. */
static bool is_thing(const quote_scan *q, size_t first, size_t at) {
  return at == first + 1 && quote_is_definite(q, first) && quote_is_definite(q, at) && speaker_is_title(q, first) &&
         quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
}

/* "These scientists": a pronoun of the closed class before a definite noun. */
bool speaker_is_demonstrative(const quote_scan *q, size_t at) {
  const isnad_phrase *stop = note_hit_at(q->unit, at, ISNAD_TABLE_STOPS);
  bool opens = stop != NULL && stop->cut == 0 && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  bool some = note_has_hit(q->unit, at, ISNAD_TABLE_HEADS); /* "some of | the observers" */
  return opens && !some && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && quote_is_definite(q, at + 1) && !speaker_ends_phrase(q, at);
}

/* "One of the signatories of | this letter": a demonstrative goes on a construct that has no definite word yet. */
static bool goes_on_this(const quote_scan *q, size_t first, size_t at) {
  return !quote_is_definite(q, at - 1) && at <= first + 2 && speaker_is_demonstrative(q, at);
}

/* "Groups | that defend | the rights of man": the preposition of a participle that describes them, and words only up to the limit. */
static bool belongs_by(const quote_scan *q, size_t first, size_t at, size_t limit) {
  enum { LONGEST = 6 };
  quote_verb verb;
  isnad_slice form = speaker_form(q, at - 1);
  size_t article = quote_is_definite(q, at - 1) ? 2 * WORD_LETTER : 0;
  bool participle = word_letter_at(form, article, LETTER_MEEM) && form.length >= article + 4 * WORD_LETTER && at > first + 1;
  if (!participle || limit > at + LONGEST || quote_is_definite(q, first) != (article > 0) || speaker_name(q, at - 1) != NULL) return false;
  if (!word_ends(form, LETTER_HEH) || note_has_hit(q->unit, at - 1, ISNAD_TABLE_TITLES)) return false;
  for (size_t i = at + 1; i < limit; i++)
    if (!quote_is_kind(q, i, ISNAD_TOKEN_WORD) || speaker_ends_phrase(q, i) || quote_verb_at(q, i, &verb)) return false;
  return limit > at + 1 && !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_VENUE);
}

/* "In", of "in that", which is one word of the tables. */
static bool is_in(const quote_scan *q, size_t at) {
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && speaker_form(q, at).length == 2 * WORD_LETTER &&
         word_begins(speaker_form(q, at), LETTER_FEH, LETTER_YEH);
}

/* Behind the words of the source's head noun or the office that a table knows as one: "the man of | the midfield". */
static size_t behind_head(const quote_scan *q, size_t at, const isnad_phrase *head) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  size_t words = head != NULL && head->cut == 0 ? head->count : 1;
  return at + (title != NULL && title->cut == 0 && title->count > words ? title->count : words);
}

/* How far the phrase goes when nothing but it stands before the limit. */
size_t speaker_bounded_end(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  size_t end = behind_head(q, at, head);
  bool body = head != NULL && isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NONE &&
              speaker_kind_of_head(&isnad_heads_rows[head->row]) != SPEAKER_MEDIUM;
  bool office = body || speaker_is_title(q, at);
  bool document = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
  for (; end < limit && end < at + SPEAKER_LONGEST && (!speaker_ends_phrase(q, end) || goes_on_this(q, at, end)); end++) {
    bool inside = office && end < at + UNKNOWN_WORDS;
    if (speaker_is_preposition(q, end) && belongs_by(q, at, end, limit)) return limit;
    if (speaker_is_preposition(q, end) && (!inside || !goes_into(q, end))) break;
    const isnad_phrase *linked = quote_word_at(q, end, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
    if (linked != NULL && linked->cut > 0 && quote_links(q, linked) && speaker_name(q, end) == NULL) break; /* "X, and in an interview" */
    if (quote_is_definite(q, end - 1) && (is_said_noun(q, end) || is_their_own(q, end) || is_thing(q, at, end))) break;
    if (speaker_goes_no_further(q, at, end)) break; /* "the company sent | a statement" */
    if (is_lone_letter(q, end) && end + 1 < limit && note_has_hit(q->unit, end + 1, ISNAD_TABLE_OUTLETS)) break; /* "an official to | CNN" */
    if (quote_begins_with(q, end, LETTER_LAM) && !document && (!office || is_spoken_to(q, end, limit))) break;
  }
  while (end > at + 1 && (speaker_is_preposition(q, end - 1) || is_lone_letter(q, end - 1) || is_in(q, end - 1))) end--;
  return end;
}

/* The sound masculine plural, in either case. */
bool speaker_is_sound_plural(isnad_slice form) { return word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON); }

/* "The step", "the value": three letters between the article and teh marbuta make a noun, unless they are those of "general" or of a nisba. */
static bool is_short_noun(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  if (form.length != 6 * WORD_LETTER || !quote_is_definite(q, at) || !word_ends(form, LETTER_HEH)) return false;
  return !word_letter_at(form, 3 * WORD_LETTER, LETTER_ALEF) && !word_letter_at(form, 4 * WORD_LETTER, LETTER_YEH);
}

/* By its ending an adjective: of relation, feminine, or a sound plural. */
bool speaker_is_adjective(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  if (is_short_noun(q, at)) return false;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || form.length < 3 * WORD_LETTER) return false;
  if (word_ends(form, LETTER_YEH) || word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_YEH, LETTER_ALEF)) return true;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES)) return true;
  return form.length >= 4 * WORD_LETTER && (speaker_is_sound_plural(form) || word_ends_in(form, LETTER_ALEF, LETTER_TEH));
}

/* An indefinite sound plural keeps its nun and governs nothing. */
static bool keeps_nun(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  if (quote_is_definite(q, at) || !word_ends_in(form, LETTER_WAW, LETTER_NOON)) return false;
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool people = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS;
  return people || (title != NULL && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P);
}

/* How far it goes when the complement follows without a sign: words of a construct up to a definite one, then definite words only. */
size_t speaker_open_end(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  size_t end = behind_head(q, at, head);
  const isnad_phrase *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  bool definite = quote_is_definite(q, at) || (head != NULL && quote_is_definite(q, end - 1)), office = head != NULL || body != NULL;
  bool several = word_ends_in(speaker_form(q, at), LETTER_WAW, LETTER_NOON); /* no noun in -at describes them */
  for (; end < limit && end < at + SPEAKER_LONGEST && !speaker_ends_phrase(q, end) && !speaker_is_preposition(q, end); end++) {
    if (end + 1 < limit && goes_on_this(q, at, end)) end++;
    const isnad_phrase *object = head == NULL && body != NULL ? quote_word_at(q, end, ISNAD_QUOTE_WORDS_ROLE_OBJECT) : NULL;
    if (end == at + 1 && speaker_begins_object(q, at, end)) break; /* "one of them asked | the court" */
    if (object != NULL && object->cut == 0) break;                 /* "a group announced | the end of" */
    const isnad_phrase *place = note_hit_at(q->unit, end, ISNAD_TABLE_PLACES);
    bool name = (place != NULL && place->cut == 0) || (speaker_name(q, end) != NULL && speaker_stands_free(q, end, speaker_name(q, end)->span));
    if (quote_is_definite(q, end) &&
        (keeps_nun(q, end - 1) || (several && end > at + 1 && word_ends_in(speaker_form(q, end - 1), LETTER_WAW, LETTER_NOON))))
      break; /* "others | the picture", "the authorities | the citizens" */
    if (quote_is_definite(q, end - 1) && word_ends_in(speaker_form(q, end), LETTER_YEH, LETTER_NOON) && end == at + 1 &&
        !speaker_is_sound_plural(speaker_form(q, at)))
      break;
    const isnad_phrase *nation = end > at + 1 ? note_hit_at(q->unit, end - 1, ISNAD_TABLE_PLACES) : NULL;
    bool described = nation != NULL && nation->cell == ISNAD_PLACES_CELL_ADJECTIVES && !quote_is_definite(q, end - 1);
    if (described && speaker_name(q, end) != NULL && speaker_name(q, end)->type == ISNAD_NAME_ORGANIZATION) break; /* "a Belgian court | a company" */
    bool known = place != NULL && place->cut == 0 && place->cell != ISNAD_PLACES_CELL_ADJECTIVES;
    if (described && !definite && (quote_is_definite(q, end) || known)) break; /* "a British lawyer asked | the company": no adjective governs */
    bool things = word_ends_in(speaker_form(q, end), LETTER_ALEF, LETTER_TEH) && !word_ends_in(speaker_form(q, at), LETTER_ALEF, LETTER_TEH);
    bool adjective =
        speaker_is_adjective(q, end) && !((several || speaker_is_title(q, at)) && things) && !(definite && speaker_begins_object(q, at, end));
    if (quote_is_definite(q, end) ? (definite && !adjective) : (definite || !(office || name || adjective))) break;
    if (place != NULL && name) end += place->count - 1;
    if (name && speaker_name(q, end) != NULL) end = speaker_token_behind(q, end, speaker_name(q, end)->span) - 1;
    bool relation = place != NULL && place->cell == ISNAD_PLACES_CELL_ADJECTIVES && !quote_is_definite(q, end); /* "leaders | Libyan | former" */
    definite = definite || (name && !relation) || quote_is_definite(q, end);
  }
  while (end > at + 1 && speaker_is_preposition(q, end - 1)) end--; /* "the supervisor of", before what is said */
  return end;
}
