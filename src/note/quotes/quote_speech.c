/* Speech without marks behind a colon: it goes on over the sentences of the paragraph until the narrator takes the word again. */
#include "note/quotes/quote_said.h"

#include <string.h>

/* Whose a sentence behind such speech is: the narrator's, the speaker's, or the speaker's when he goes on behind it. */
typedef enum whose { NARRATORS, EITHERS, SPEAKERS } whose;

/* "Our team", "we won": a pronoun of the first person at the end of a word that the language knows without it, and no accusative. */
static bool ends_in_us(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (form.length < 5 * WORD_LETTER || !word_ends_in(form, LETTER_NOON, LETTER_ALEF) || q->in_name[at - q->unit->first]) return false;
  if (quote_is_definite(q, at) || note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE)) return false;
  isnad_slice bare = {form.bytes, form.length - WORD_LETTER}, stem = {form.bytes, form.length - 2 * WORD_LETTER};
  uint32_t accusative = isnad_arabic_frequency(isnad_token_hash(bare));
  return isnad_arabic_frequency(isnad_token_hash(stem)) > 0 && accusative <= isnad_arabic_frequency(isnad_token_hash(form));
}

/* "We will": the future of the first person, which few nouns begin like. */
static bool is_our_future(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return word_begins(form, LETTER_SEEN, LETTER_NOON) && form.length >= 5 * WORD_LETTER && isnad_arabic_proclitics(form) == WORD_LETTER &&
         q->name_at[at - q->unit->first] == 0;
}

/* "We gather": the letter of the first person before a stem that the language knows with that of the third, and no noun. */
static bool is_our_present(const quote_scan *q, size_t at) {
  enum { LONGEST = 24 };
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  char word[LONGEST];
  static const char third[] = "\xD9\x8A";
  if (!word_letter_at(form, 0, LETTER_NOON) || form.length < 4 * WORD_LETTER || form.length > LONGEST || quote_is_noun(q, at)) return false;
  if (q->name_at[at - q->unit->first] > 0 || q->in_name[at - q->unit->first]) return false;
  memcpy(word, third, WORD_LETTER);
  memcpy(word + WORD_LETTER, form.bytes + WORD_LETTER, form.length - WORD_LETTER);
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){word, form.length})) > 0;
}

static bool holds_first_person(const quote_scan *q, size_t first, size_t last) {
  quote_verb verb;
  for (size_t at = first; at < last; at++) {
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) continue;
    const isnad_phrase *mine = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_MINE);
    if (mine != NULL && (mine->cut == 0 || quote_links(q, mine))) return true;
    if (ends_in_us(q, at) || is_our_future(q, at) || is_our_present(q, at) || (quote_verb_at(q, at, &verb) && quote_is_first_person(q, &verb)))
      return true;
  }
  return false;
}

/* "He said: I felt a pain | and the doctor told me": the speaker's own "I" behind the token, and nobody's colon or marks. */
bool quote_speech_goes_on(const quote_scan *q, size_t first, size_t at) {
  if (first == q->unit->first || !quote_is_colon(q, first - 1) || q->unit->headline || quote_is_citation(q, at)) return false;
  const isnad_phrase *turn = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  isnad_slice last = turn != NULL ? isnad_token_form(&q->s->page->tokens, at + turn->count - 1) : isnad_slice_of("");
  bool he = word_ends(last, LETTER_HEH) || word_ends_in(last, LETTER_HEH, LETTER_ALEF) || word_ends_in(last, LETTER_HEH, LETTER_MEEM);
  if (he && quote_verb_at(q, at + turn->count, &(quote_verb){0})) return false; /* "but he affirmed" */
  for (size_t i = at; i < q->sentence_last; i++)
    if (quote_is_colon(q, i) || quote_is_kind(q, i, ISNAD_TOKEN_QUOTE)) return false;
  return holds_first_person(q, at, q->sentence_last);
}

/* "He said: ...", "she wrote: ...": the words themselves, not what was shown, asked for or held; "from whom: | his saying that" is reported. */
static bool speaks(const quote_scan *q, const quote_verb *verb, size_t first) {
  quote_verb noun;
  if (verb == NULL || verb->row == NULL || (quote_verb_at(q, first, &noun) && noun.form == FORM_NOUN)) return false;
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_WRITES:
  case ISNAD_VERBS_FORCE_TELLS:
  case ISNAD_VERBS_FORCE_ANSWERS:
  case ISNAD_VERBS_FORCE_ASKS:
  case ISNAD_VERBS_FORCE_EXPLAINS:
    return true;
  default:
    return false;
  }
}

bool quote_is_own_words(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (said->pair != NULL || said->bare || q->unit->headline || said->first == q->unit->first) return false;
  if (!quote_is_colon(q, said->first - 1) || quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  return speaks(q, verb, said->first) || holds_first_person(q, said->first, said->last);
}

/* Somebody is told to speak: a verb with a colon behind its subject, or, where nobody says "I", one with "that" or none but a sure one. */
static bool is_told(const quote_scan *q, size_t first, size_t last, bool mine) {
  quote_verb verb;
  bool told = false;
  for (size_t at = first; at < last; at++) {
    if (told && quote_is_colon(q, at)) return true;
    if (!quote_verb_at(q, at, &verb) || quote_is_first_person(q, &verb) || quote_is_negated(q, at)) continue;
    if (!quote_stands_as_verb(q, &verb, false)) continue;
    if (verb.form > FORM_PLURAL && verb.form != FORM_PARTICIPLE) continue;
    told = true;
    isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span); /* "| I know that" has its hamza */
    bool i = at == first && !verb.linked && quote_is_that(q, verb.last) && word_letter_at(word, 0, LETTER_ALEF_HAMZA_ABOVE);
    if (i) return false;
    bool opens = at == first && verb.form <= FORM_PLURAL && (verb.linked || quote_has_that(q, &verb));
    if (opens || (!mine && (verb.row->sure == ISNAD_VERBS_SURE_YES || quote_has_that(q, &verb)))) return true;
  }
  return false;
}

/* "It is worth noting that": the writer's own, with its "that". */
static bool is_remark(const quote_scan *q, size_t at) {
  enum { BEHIND = 3 };
  const isnad_phrase *remark = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE);
  for (size_t i = at; remark != NULL && i < at + remark->count + BEHIND && i < q->sentence_last; i++)
    if (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
  return false;
}

static bool names_speaker(const quote_scan *q, size_t first, size_t last, const quote_speaker *speaker) {
  enum { OPENING = 5 };
  for (size_t at = first; at < last; at++) {
    int32_t name = q->name_at[at - q->unit->first];
    if (name > 0 && q->s->names[name - 1].form != ISNAD_FORM_NAME && at > first + OPENING) continue; /* "the strength of the coach": of any */
    if (name > 0 && isnad_slice_equal(q->s->names[name - 1].canonical, speaker->canonical)) return true;
  }
  return false;
}

/* Nothing in it but words: what the narrator tells of a match or a life names somebody or counts. */
static bool is_plain(const quote_scan *q, size_t first, size_t last) {
  for (size_t at = first; at < last; at++)
    if (q->name_at[at - q->unit->first] > 0 || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER) || note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS) ||
        quote_is_kind(q, at, ISNAD_TOKEN_QUOTE))
      return false;
  return true;
}

/* In the midst of a paragraph the narrator joins his sentences with "and", or opens them with an adverb of turning; speech does without. */
static whose sentence_is(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t first,
                         size_t last) {
  if (first >= last || quote_is_kind(q, first, ISNAD_TOKEN_QUOTE)) return NARRATORS;
  bool mine = holds_first_person(q, first, last);
  if (is_told(q, first, last, mine) || is_remark(q, first)) return NARRATORS;
  bool turned = mine && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_TURNS); /* "but we faced it" */
  if (!turned && quote_ends_at(q, verb, said->first, first)) return NARRATORS;
  if (mine) return SPEAKERS;
  const isnad_phrase *aside = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_ASIDE), *turn = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  if ((aside != NULL && aside->count > 1) || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_BESIDES)) return NARRATORS;
  if (names_speaker(q, first, last, speaker) || (turn != NULL && quote_turn_is_told(q, verb, said->first, turn))) return NARRATORS;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, first);
  bool linked = quote_begins_with(q, first, LETTER_WAW) && isnad_arabic_proclitics(form) > 0;
  linked = linked || word_is_letter(form, LETTER_WAW) || (form.length <= 3 * WORD_LETTER && word_letter_at(form, 0, LETTER_WAW));
  if (!linked) return SPEAKERS;
  return is_plain(q, first, last) ? EITHERS : NARRATORS;
}

/* The next sentence of the paragraph behind `index`, without the stops before it. */
static bool enter(quote_scan *q, size_t index) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (index >= q->sentence_count) return false;
  q->sentence_first = isnad_tokens_seek(tokens, q->sentences[index].begin);
  q->sentence_last = isnad_tokens_seek(tokens, q->sentences[index].end);
  while (q->sentence_first < q->sentence_last &&
         (quote_token(q, q->sentence_first)->kind == ISNAD_TOKEN_PUNCT || quote_token(q, q->sentence_first)->kind == ISNAD_TOKEN_LINE))
    q->sentence_first++;
  return q->sentence_first < q->sentence_last;
}

size_t quote_speech_end(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker) {
  enum { MOST = 16, BETWEEN = 1 };
  const size_t first = q->sentence_first, last = q->sentence_last;
  size_t end = said->last, between = 0;
  for (size_t at = end; at < last; at++)
    if (quote_is_words_kind(quote_token(q, at)->kind)) return end; /* the narrator has taken over in the sentence itself */
  for (size_t index = q->sentence_index + 1; index <= q->sentence_index + MOST && enter(q, index); index++) {
    whose kind = sentence_is(q, verb, said, speaker, q->sentence_first, q->sentence_last);
    if (kind == NARRATORS || (kind == EITHERS && ++between > BETWEEN)) break;
    if (kind == EITHERS) continue;
    size_t next = 0;
    between = 0;
    end = quote_end_from(q, verb, said->first, q->sentence_first, &next);
    size_t rest = end;
    while (rest < q->sentence_last && !quote_is_words_kind(quote_token(q, rest)->kind)) rest++;
    if (rest < q->sentence_last) break;
  }
  q->sentence_first = first;
  q->sentence_last = last;
  return end;
}
