/* Deeds that are told with verbs of saying: a car is revealed, a player ruled out, a bill adopted, a victory repeated. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* Behind "the first", "the latest" and the like. */
static size_t behind_rank(const quote_scan *q, size_t at) {
  while (at < q->sentence_last && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_FIRST)) at++;
  return at;
}

/* "Revealed | its new car", "lifted the veil | off a statue": a thing that is shown. */
static bool shows_thing(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_REVEALS || !quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return false;
  size_t thing = behind_rank(q, said->first + 1);
  const isnad_phrase *shown = quote_word_at(q, thing, ISNAD_QUOTE_WORDS_ROLE_SHOWN);
  if (shown != NULL && (shown->cut == 0 || quote_is_definite(q, thing))) return true;
  bool veil = quote_has_word(q, said->first - 1, ISNAD_QUOTE_WORDS_ROLE_VEIL);
  return veil && thing > said->first + 1;
}

/* "Ruled out X | from the list": whoever is not taken, and from what. */
static bool leaves_out(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  enum { FAR = 10 };
  if (verb->row->force != ISNAD_VERBS_FORCE_DENIES || verb->row->sure != ISNAD_VERBS_SURE_YES) return false;
  int32_t name = q->name_at[said->first - q->unit->first];
  if (name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON) return true;
  if (quote_is_kind(q, said->first, ISNAD_TOKEN_NUMBER) && quote_is_kind(q, said->first + 1, ISNAD_TOKEN_WORD))
    return true; /* "left out | 4 names" */
  if (note_has_hit(q->unit, said->first, ISNAD_TABLE_TITLES) ||
      (said->first > said->subject_last && note_has_hit(q->unit, said->first - 1, ISNAD_TABLE_TITLES)))
    return true;
  for (size_t at = said->first + 1; at + 1 < said->last && at < said->first + FAR; at++)
    if (quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) && quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_LIST)) return true;
  return false;
}

/* "The house adopted | the bill | with 30 votes": what is adopted stands between the subject and what is written like "admitted to". */
static bool adopts(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_ADMITS || verb->row->also != ISNAD_VERBS_ALSO_BI) return false;
  if (quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_VOTE)) return true;
  for (size_t at = said->subject_last; at < said->first && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE); at++)
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ADOPTED)) return true;
  return false;
}

/* "Insists | on staying in": what one insists on doing. */
static bool insists_on_act(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  bool insists = verb->row->force == ISNAD_VERBS_FORCE_CONFIRMS && verb->row->also == ISNAD_VERBS_ALSO_ALA && verb->row->sure == ISNAD_VERBS_SURE_NO;
  if (!insists || !quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_ON)) return false;
  return quote_has_word(q, said->first + 1, ISNAD_QUOTE_WORDS_ROLE_ACT);
}

/* "Agreed | on a ceasefire": a deed; on "the need for" one, an attitude, and words. */
static bool agrees_on_thing(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_SAYS || verb->row->also != ISNAD_VERBS_ALSO_ALA) return false;
  return quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_ON) && !quote_has_word(q, said->first + 1, ISNAD_QUOTE_WORDS_ROLE_ATTITUDE);
}

/* "Announced | a list of 23 players": who is taken, not what is said. */
static bool lists(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  bool tells = verb->row->force == ISNAD_VERBS_FORCE_ANNOUNCES || verb->row->force == ISNAD_VERBS_FORCE_REVEALS;
  size_t first = said->first + (quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_ABOUT) ? 1 : 0);
  return tells && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_ROSTER);
}

/* "Shows | the drawing that": what shows something stands where the thing does. */
static bool draws(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  return verb->row->force == ISNAD_VERBS_FORCE_EXPLAINS && quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_THING) &&
         quote_is_definite(q, said->first);
}

/* "Invites the house | to convene", "X | to dinner". */
static bool invites(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_DEMANDS || verb->row->also != ISNAD_VERBS_ALSO_ILA) return false;
  size_t first = said->first + (quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_TO) ? 1 : 0);
  return quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_INVITES);
}

/* "The team affirmed | its superiority": what one shows of himself in doing. */
static bool shows_himself(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  return verb->row->force == ISNAD_VERBS_FORCE_CONFIRMS && verb->row->also == ISNAD_VERBS_ALSO_OBJECT &&
         quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_FEAT);
}

/* "The rule that | lays down": what a rule, a law or a contract lays down in a relative clause nobody says. */
static bool lays_down(const quote_scan *q, const quote_verb *verb) {
  bool present = word_letter_at(isnad_token_form(&q->s->page->tokens, verb->first), 0, LETTER_YEH) ||
                 word_letter_at(isnad_token_form(&q->s->page->tokens, verb->first), 0, LETTER_TEH);
  if (verb->row->force != ISNAD_VERBS_FORCE_SETS || verb->row->sure != ISNAD_VERBS_SURE_NO || !present || verb->linked) return false;
  if (verb->first == q->sentence_first) return false;
  size_t before = verb->first - 1;
  bool plan =
      quote_is_noun(q, before) && !quote_is_definite(q, before) && q->name_at[before - q->unit->first] == 0; /* "a plan | that provides for" */
  return plan || quote_has_word(q, before, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

/* "A youth | called (claims) X": in the present and without "that", before a name, the passive of another verb. */
bool quote_is_called(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  size_t cut = verb->linked ? WORD_LETTER : 0;
  bool present = word_letter_at(form, cut, LETTER_YEH) || word_letter_at(form, cut, LETTER_TEH);
  if (verb->row->force != ISNAD_VERBS_FORCE_CLAIMS || verb->row->also != ISNAD_VERBS_ALSO_OBJECT || !present || quote_has_that(q, verb)) return false;
  size_t at = verb->last;
  int32_t name = at < q->sentence_last ? q->name_at[at - q->unit->first] : 0;
  if (name > 0) return q->s->names[name - 1].type == ISNAD_NAME_PERSON && q->s->names[name - 1].form == ISNAD_FORM_NAME;
  return at < q->sentence_last && speaker_is_unheard(q, at) && !note_has_hit(q->unit, at, ISNAD_TABLE_TITLES);
}

/* "Convicted X | of killing", "on the charge of": who is found guilty, and of what. */
static bool convicts(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  enum { FAR = 4 };
  size_t first = said->first;
  if (verb->row->force != ISNAD_VERBS_FORCE_CONDEMNS || verb->row->also != ISNAD_VERBS_ALSO_OBJECT) return false;
  bool somebody = speaker_person_at(q, first) != NULL || q->in_name[first - q->unit->first] || speaker_is_unheard(q, first);
  for (size_t at = first + 1; at < said->last && at < first + FAR && !quote_is_comma(q, at); at++) {
    isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
    bool charge = word_begins(form, LETTER_BEH, LETTER_TEH) && word_letter_at(form, 2 * WORD_LETTER, LETTER_HEH);
    if (charge ? !quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_OBJECT) : somebody && quote_starts(q, at, LETTER_BEH)) return true;
  }
  return false;
}

/* "Intercepted seven missiles that were fired | at the kingdom": one objects to what stands right behind him. */
static bool intercepts(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  enum { NEAR = 3 };
  if (verb->row->force != ISNAD_VERBS_FORCE_REJECTS || verb->row->also != ISNAD_VERBS_ALSO_ALA || quote_is_comma(q, said->first - 1)) return false;
  size_t words = 0;
  for (size_t at = said->subject_last; at < said->first; at++)
    words += quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_skip_asides(q, at, said->first) == at;
  return words >= NEAR;
}

/* "Gave | the following points:" before a list: what is said stands in the list. */
static bool heads_list(const quote_scan *q, const quote_said *said) {
  enum { LONGEST = 8 };
  return said->last < said->first + LONGEST && said->last < q->unit->last && quote_is_colon(q, said->last) &&
         quote_has_word(q, said->last - 1, ISNAD_QUOTE_WORDS_ROLE_LABEL);
}

/* "Refused | to admit that": what one refuses to say. */
static bool refuses_to_say(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_REJECTS || said->pair != NULL || said->first < verb->last) return false;
  size_t that = said->bare ? said->first + 1 : said->first;
  const isnad_phrase *word = that < q->sentence_last ? quote_word_at(q, that, ISNAD_QUOTE_WORDS_ROLE_THAT) : NULL;
  return that > verb->last && word != NULL && quote_cut_is(q, word, LETTER_BEH) && quote_is_definite(q, that - 1);
}

/* "The doors opened, announcing | the start", "drew | the eyes | to itself", "tightened | the siege | of", "waved | his flag": signs and gestures, in
 * which nobody speaks. */
static bool gestures(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  enum { FAR = 12 };
  if (verb->row->force == ISNAD_VERBS_FORCE_THREATENS) return quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_WAVED);
  isnad_quote_words_role role = ISNAD_QUOTE_WORDS_ROLE_GAZE;
  size_t from = verb->last, to = said->first;
  if (verb->form == FORM_PARTICIPLE && verb->row->force == ISNAD_VERBS_FORCE_ANNOUNCES) {
    if (!quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_SIGNAL)) return false;
    role = ISNAD_QUOTE_WORDS_ROLE_HERALD;
    from = verb->first > q->sentence_first + FAR ? verb->first - FAR : q->sentence_first;
    to = verb->first;
  } else if (verb->row->force != ISNAD_VERBS_FORCE_NOTES &&
             (verb->row->force != ISNAD_VERBS_FORCE_CONFIRMS || verb->row->also != ISNAD_VERBS_ALSO_ALA)) {
    return false;
  }
  for (size_t at = from; at < to; at++)
    if (quote_has_word(q, at, role)) return true;
  return false;
}

/* "Tightened | its grip | on": what somebody has made firmer stands between the subject and the preposition. */
static bool tightens(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_CONFIRMS || verb->row->also != ISNAD_VERBS_ALSO_ALA || said->first <= said->subject_last) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, said->subject_last);
  bool theirs =
      word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM) ||
      (word_ends(form, LETTER_HEH) && !word_ends(isnad_slice_at(q->s->page->text, quote_token(q, said->subject_last)->span), LETTER_TEH_MARBUTA));
  return theirs && form.length >= 5 * WORD_LETTER && quote_is_kind(q, said->subject_last, ISNAD_TOKEN_WORD) &&
         quote_skip_asides(q, said->subject_last, said->first) == said->subject_last && !quote_is_definite(q, said->subject_last) &&
         q->name_at[said->subject_last - q->unit->first] == 0 && !quote_is_comma(q, said->subject_last - 1) && isnad_arabic_proclitics(form) == 0;
}

/* "Spent | five seasons with Real, winning", "serves | a sentence of prison", "kept silent on": what is spent or kept stands between the subject and
 * the preposition of a ruling or a promise. */
static bool spends(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  enum { FAR = 12 };
  bool rules = verb->row->force == ISNAD_VERBS_FORCE_SETS || verb->row->force == ISNAD_VERBS_FORCE_PROMISES;
  if (!rules || verb->row->also != ISNAD_VERBS_ALSO_BI || verb->row->sure != ISNAD_VERBS_SURE_NO) return false;
  for (size_t at = verb->last; at < said->first && at < verb->last + FAR; at++) {
    bool governed = quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
    if (quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_SPENT) && !governed) return true;
  }
  return false;
}

/* "Keeps | to the rules": a verb of promising that also means to keep to something tells what will be done. */
static bool keeps_to(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_PROMISES || !quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_KEEPS)) return false;
  return !quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || quote_is_definite(q, said->first);
}

/* "Was killed (cited) | in the town of", "| by the shelling": a place or a weapon behind what is written like "cited". */
static bool falls(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  bool cites = verb->row->force == ISNAD_VERBS_FORCE_NOTES && verb->row->also == ISNAD_VERBS_ALSO_BI && verb->row->sure == ISNAD_VERBS_SURE_NO;
  if (!cites || verb->form == FORM_PARTICIPLE || verb->last > verb->first + 1) return false;
  bool place = note_has_hit(q->unit, said->first, ISNAD_TABLE_PLACES) || note_has_hit(q->unit, said->first + 1, ISNAD_TABLE_PLACES);
  return quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_SLAIN) || (place && !note_has_hit(q->unit, said->first, ISNAD_TABLE_HEADS));
}

bool quote_is_deed(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (refuses_to_say(q, verb, said)) return true;
  if (said->pair != NULL || !said->bare) return false;
  if (verb->row->force == ISNAD_VERBS_FORCE_SHOWS && verb->row->sure == ISNAD_VERBS_SURE_NO) return true; /* "the pictures showed | the place" */
  return shows_thing(q, verb, said) || leaves_out(q, verb, said) || adopts(q, verb, said) || lays_down(q, verb) || insists_on_act(q, verb, said) ||
         shows_himself(q, verb, said) || lists(q, verb, said) || invites(q, verb, said) || draws(q, verb, said) || quote_heads_words(q, verb, said) ||
         convicts(q, verb, said) || intercepts(q, verb, said) || agrees_on_thing(q, verb, said) || heads_list(q, said) || gestures(q, verb, said) ||
         tightens(q, verb, said) || spends(q, verb, said) || keeps_to(q, verb, said) || falls(q, verb, said);
}

/* "I | think that": with its hamza above and no subject behind it, a verb whose past begins with a bare alef is the writer's own present. */
bool quote_is_first_person(const quote_scan *q, const quote_verb *verb) {
  isnad_slice text = q->s->page->text, lemma = isnad_slice_of(verb->row->lemma);
  size_t at = isnad_token_source(&q->s->page->tokens, verb->first, verb->linked ? WORD_LETTER : 0);
  if (verb->form != FORM_MASCULINE || at + WORD_LETTER > text.length || !word_letter_at(lemma, 0, LETTER_ALEF)) return false;
  return word_letter_at((isnad_slice){text.bytes + at, WORD_LETTER}, 0, LETTER_ALEF_HAMZA_ABOVE);
}

/* "May | announce": behind "qad" the present is what may be said. */
bool quote_may_be_said(const quote_scan *q, const quote_verb *verb) {
  if (verb->form > FORM_PLURAL || verb->first == q->sentence_first) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first), may = isnad_token_form(&q->s->page->tokens, verb->first - 1);
  bool qad = word_letter_at(may, may.length - 2 * WORD_LETTER, LETTER_QAF) && word_ends(may, LETTER_DAL) && may.length <= 3 * WORD_LETTER;
  bool present =
      word_letter_at(form, 0, LETTER_YEH) || (verb->form == FORM_FEMININE && word_letter_at(form, 0, LETTER_TEH) && !word_ends(form, LETTER_TEH));
  return qad && present && !verb->linked;
}

/* "Owes, the champion of six seasons, | the victory to": written like "condemns". */
bool quote_owes(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 16, FAR = 28 };
  if (verb->row->force != ISNAD_VERBS_FORCE_CONDEMNS) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  size_t cut = verb->linked ? WORD_LETTER : 0;
  bool present = word_letter_at(form, cut, LETTER_YEH) || word_letter_at(form, cut, LETTER_TEH);
  for (size_t at = verb->last; at < q->sentence_last && at < verb->last + (present ? FAR : NEAR); at++)
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ACT) && word_letter_at(isnad_token_form(&q->s->page->tokens, at), 0, LETTER_BEH)) return true;
  return false;
}
