/* Whether a reporting word reports here: negated, wished, nobody's, or another kind of word. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

bool quote_is_negated(const quote_scan *q, size_t at) {
  enum { LONGEST = 3 };
  for (size_t back = 1; back <= LONGEST && at >= q->unit->first + back; back++) {
    const isnad_phrase *no = quote_word_at(q, at - back, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
    if (no != NULL && no->first + no->count == at) return true;
  }
  const isnad_phrase *led = at > q->unit->first ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_LEAVES) : NULL;
  if (led != NULL && led->count == 2 && word_letter_at(isnad_token_form(&q->s->page->tokens, at - 1), 0, LETTER_MEEM))
    return true; /* "which points to" */
  return false;
}

bool quote_is_governed(const quote_scan *q, const quote_verb *verb) {
  if (verb->row->sure == ISNAD_VERBS_SURE_YES || verb->linked || verb->first == q->sentence_first ||
      !quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD))
    return false;
  if (verb->form == FORM_PARTICIPLE) return quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  const isnad_phrase *governs = quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  bool time = quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_OF) || quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE);
  return verb->form <= FORM_PLURAL && governs != NULL && governs->cut == 0 && governs->count == 1 && !time;
}

/* "| As if X insists": with its hamza the word is no "was". */
static bool is_as_if(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at), word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  size_t link = word_letter_at(form, 0, LETTER_KAF) ? 0 : WORD_LETTER;
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && form.length == link + 3 * WORD_LETTER && word_letter_at(form, link, LETTER_KAF) &&
         word_ends(form, LETTER_NOON) && word_letter_at(word, link + WORD_LETTER, LETTER_ALEF_HAMZA_ABOVE);
}

/* "Asked whether X | urges", "if it laid down its arms | and recognised": inside a question or a condition nothing is said. */
bool quote_is_asked(const quote_scan *q, const quote_verb *verb) {
  enum { FAR = 10 };
  if ((verb->form > FORM_PASSIVE || verb->row->force == ISNAD_VERBS_FORCE_ANSWERS) &&
      (quote_is_colon(q, verb->last) || quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE)))
    return false; /* "asked whether he stays, with his words: ..." */
  for (size_t back = 1; back <= FAR && verb->first >= q->sentence_first + back; back++) {
    size_t at = verb->first - back;
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASKS) || is_as_if(q, at)) return true;
    if (quote_is_comma(q, at) || quote_is_colon(q, at) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  }
  return false;
}

/* "On her part | condemned": adverbs of a turn open a clause. */
static bool is_behind_aside(const quote_scan *q, size_t at) {
  enum { LONGEST = 3 };
  for (size_t back = 1; back <= LONGEST && at >= q->sentence_first + back; back++) {
    const isnad_phrase *aside = quote_word_at(q, at - back, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
    if (aside != NULL && aside->first + aside->count == at) return at - back == q->sentence_first || quote_is_comma(q, at - back - 1);
  }
  return false;
}

/* "And he is | a student (asked) in": behind a pronoun the past of a verb that is also a noun needs "that". */
static bool is_predicate_noun(const quote_scan *q, const quote_verb *verb) {
  if (verb->row->sure == ISNAD_VERBS_SURE_YES || verb->form != FORM_MASCULINE || verb->linked || verb->first == q->sentence_first) return false;
  isnad_slice before = isnad_token_form(&q->s->page->tokens, verb->first - 1), form = isnad_token_form(&q->s->page->tokens, verb->first);
  size_t link = before.length == 3 * WORD_LETTER && word_letter_at(before, 0, LETTER_WAW) ? WORD_LETTER : 0;
  bool pronoun = before.length - link == 2 * WORD_LETTER && word_letter_at(before, link, LETTER_HEH);
  return pronoun && !word_letter_at(form, 0, LETTER_YEH) && !quote_has_that(q, verb) && !quote_is_colon(q, verb->last) &&
         !quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE);
}

/* "57,600 | requests": behind a number that is no year and opens no sentence. */
static bool is_counted(const quote_scan *q, const quote_verb *verb) {
  enum { YEAR = 4 };
  if (verb->first <= q->sentence_first + 1 || !quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_NUMBER)) return false;
  bool year = quote_token(q, verb->first - 1)->length == YEAR;
  return !year && verb->form == FORM_MASCULINE && verb->row->sure != ISNAD_VERBS_SURE_YES && !verb->linked && !quote_has_that(q, verb);
}

/* "A strike | which he called (called it) ...": the verb of describing bears the pronoun of the noun before it. */
bool quote_calls_it(const quote_scan *q, const quote_verb *verb) {
  if (verb->row->force != ISNAD_VERBS_FORCE_DESCRIBES || verb->form > FORM_FEMININE) return false;
  isnad_slice own = isnad_token_form(&q->s->page->tokens, verb->last - 1);
  if (own.length <= isnad_slice_of(verb->row->lemma).length) return false; /* the letter is the verb's own: "likened" */
  return word_ends(own, LETTER_HEH) || word_ends_in(own, LETTER_HEH, LETTER_ALEF) || word_ends_in(own, LETTER_HEH, LETTER_MEEM);
}

/* "And | through his account on": written like "voiced". */
static bool is_through(const quote_scan *q, const quote_verb *verb) {
  size_t next = verb->last;
  if (verb->row->force != ISNAD_VERBS_FORCE_EXPRESSES || verb->row->sure != ISNAD_VERBS_SURE_CLOSE || verb->form != FORM_MASCULINE) return false;
  if (next + 1 >= q->sentence_last || !quote_is_word(q, next + 1, ISNAD_QUOTE_WORDS_ROLE_ON)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, next);
  return word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
}

/* "In a state of waiting | and fear (feared) of": behind an indefinite noun, and no comma, a linked past whose letters are a noun too. */
static bool is_joined_noun(const quote_scan *q, const quote_verb *verb) {
  enum { LETTERS = 5 };
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  if (!verb->linked || verb->form != FORM_MASCULINE || form.length != LETTERS * WORD_LETTER || !word_begins(form, LETTER_WAW, LETTER_TEH))
    return false;
  size_t before = verb->first - 1;
  if (verb->first <= q->sentence_first + 1 || !quote_is_kind(q, before, ISNAD_TOKEN_WORD) || quote_is_definite(q, before)) return false;
  return quote_is_noun(q, before) && quote_is_noun_behind(q, verb->first, WORD_LETTER) && q->name_at[before - q->unit->first] == 0 &&
         !q->in_name[before - q->unit->first] && !quote_has_that(q, verb) && quote_is_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_OF);
}

/* A word that is also another kind of word is a verb where a clause begins; elsewhere it needs "that" right behind it. */
bool quote_stands_as_verb(const quote_scan *q, const quote_verb *verb, bool begun) {
  if (quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) && verb->form <= FORM_FEMININE) return true; /* "in which he voiced" */
  if (is_through(q, verb)) return false;
  if (quote_is_governed(q, verb) || is_predicate_noun(q, verb)) return false;
  if (is_counted(q, verb) || is_joined_noun(q, verb)) return false;
  if (quote_calls_it(q, verb)) return true;
  if (begun || verb->row->sure == ISNAD_VERBS_SURE_YES || verb->form >= FORM_PASSIVE || verb->linked || verb->first == q->sentence_first) return true;
  if (!quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD)) return true;
  if (quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) || quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE))
    return true;
  if (speaker_has_turn_before(q, verb->first)) return true; /* "but he | denied" */
  return is_behind_aside(q, verb->first) || quote_has_that(q, verb) || quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

/* To welcome or thank a guest is an act, to welcome a decision a statement. */
bool quote_greets(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  bool condemns = verb->row->force == ISNAD_VERBS_FORCE_CONDEMNS && said->bare; /* a court somebody: a sentence */
  if (verb->row->force == ISNAD_VERBS_FORCE_DENIES && said->bare && note_has_hit(q->unit, said->first, ISNAD_TABLE_NUMBERS))
    return true; /* "left out | three players" */
  if ((!condemns && verb->row->force != ISNAD_VERBS_FORCE_WELCOMES) || said->pair != NULL) return false;
  int32_t name = q->name_at[said->first - q->unit->first];
  if (name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON) return true;
  return !condemns && note_has_hit(q->unit, said->first, ISNAD_TABLE_TITLES);
}

/* "It is believed", "it was alleged": written like "he believes", but inside a clause and without a subject it is nobody's. */
bool quote_is_impersonal(const quote_scan *q, const quote_verb *verb) {
  if (verb->form == FORM_MASCULINE && !verb->linked && verb->row->force == ISNAD_VERBS_FORCE_ANNOUNCES &&
      quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_ABOUT))
    return true; /* "was announced" */
  if (verb->form <= FORM_PLURAL && verb->row->force == ISNAD_VERBS_FORCE_SETS) return true;
  if (quote_is_first_person(q, verb)) return true;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  isnad_slice stem = verb->linked ? (isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER} : form;
  bool present = word_letter_at(stem, 0, LETTER_YEH) || word_begins(stem, LETTER_TEH, LETTER_TEH);
  if (verb->form <= FORM_FEMININE && verb->row->force == ISNAD_VERBS_FORCE_ACCUSES && present) return true; /* "is accused of" */
  if (verb->form == FORM_FEMININE && verb->row->force == ISNAD_VERBS_FORCE_EXPLAINS && verb->row->sure == ISNAD_VERBS_SURE_CLOSE &&
      word_letter_at(stem, 0, LETTER_TEH))
    return true; /* "it became clear" is written like "she shows" */
  if (verb->form != FORM_MASCULINE || verb->linked || verb->first == q->sentence_first) return false;
  if (!present && quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS)) return false; /* "as he claimed" */
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_BELIEVES:
  case ISNAD_VERBS_FORCE_CLAIMS:
  case ISNAD_VERBS_FORCE_PROPOSES:
  case ISNAD_VERBS_FORCE_ESTIMATES:
    return true;
  default:
    return false;
  }
}

/* "Firstly: the rejection of classes: ...": a word that is also a noun, what it takes, and a colon. */
bool quote_is_heading(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->linked && verb->form <= FORM_PLURAL && verb->first == q->sentence_first) return false;
  return said->pair == NULL && verb->row->sure != ISNAD_VERBS_SURE_YES && verb->row->also != ISNAD_VERBS_ALSO_NONE && said->first > q->unit->first &&
         quote_is_colon(q, said->first - 1);
}

/* Without a speaker only "that" and quoted words show that something was said. */
bool quote_says_little(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (quote_is_heading(q, verb, said)) return true;
  return said->pair == NULL && (verb->form == FORM_PARTICIPLE || (said->has_object && verb->row->also != ISNAD_VERBS_ALSO_NONE));
}

/* "The centre of the valley": behind a sure verb a noun without the article is somebody when the words of its phrase end in one with it. */
static bool is_whose(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  size_t first = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin), last = isnad_tokens_seek(&q->s->page->tokens, speaker->span.end);
  if (verb->row->sure != ISNAD_VERBS_SURE_YES || last < first + 2 || last > q->unit->last) return false;
  if (word_ends(isnad_token_form(&q->s->page->tokens, first), LETTER_WAW)) return true; /* "the journalists of" */
  if (!quote_is_noun(q, first)) return false;
  return quote_is_definite(q, first + 1) && !quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
}

/* A bare complement behind a subject of which nothing is known: a verb that is also another word is none then, and a noun without the article is no
 * speaker ("they passed a reform"). */
bool quote_is_doubtful(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker) {
  isnad_verbs_also also = verb->row->also;
  if (verb->row->force == ISNAD_VERBS_FORCE_SHOWS && said->pair == NULL && speaker->kind != SPEAKER_DOCUMENT && speaker->kind != SPEAKER_MEDIUM)
    return true; /* who proves something by what he does says nothing */
  bool event = speaker->name >= 0 && q->s->names[speaker->name].type == ISNAD_NAME_EVENT && verb->row->force != ISNAD_VERBS_FORCE_SETS;
  if (event) return true; /* "the cup reveals its last groups" */
  size_t head = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  bool inferred = speaker->kind == SPEAKER_DOCUMENT && verb->row->force == ISNAD_VERBS_FORCE_SAYS && verb->row->also == ISNAD_VERBS_ALSO_ILA;
  if (inferred && head < q->unit->last && quote_has_word(q, head, ISNAD_QUOTE_WORDS_ROLE_THING) &&
      !quote_has_word(q, head + 1, ISNAD_QUOTE_WORDS_ROLE_ISSUED))
    return true; /* "the indications point to": the writer infers */
  if (said->bare && verb->row->force == ISNAD_VERBS_FORCE_SETS && also == ISNAD_VERBS_ALSO_OBJECT) return speaker->kind != SPEAKER_DOCUMENT;
  if (quote_is_ruling(q, verb, said, speaker, head)) return true;
  bool mocks = verb->row->sure == ISNAD_VERBS_SURE_NO && verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES; /* "some fans | mocked the player" */
  bool unheard = head < q->unit->last && !note_has_hit(q->unit, head, ISNAD_TABLE_HEADS) && !note_has_hit(q->unit, head, ISNAD_TABLE_PLACES);
  if (said->bare && mocks && unheard && speaker->kind == SPEAKER_ANONYMOUS && !speaker->definite && verb->form <= FORM_PLURAL) return true;
  if (!said->bare || speaker->kind != SPEAKER_UNKNOWN || verb->form > FORM_PLURAL) return false;
  if (!speaker->definite && !is_whose(q, verb, speaker)) return true;
  if (verb->row->sure == ISNAD_VERBS_SURE_YES) return false;
  bool noun = also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI_OBJECT;
  return noun && !quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
}

/* A finite verb in mid-clause, neither linked nor behind an auxiliary, a relative or an adverb, has its subject in its own clause: "demonstrations |
 * demanded". Nobody who spoke before goes on with it. */
/* "But about the budget | he said": the clause begins with a preposition and what it governs. */
static bool is_fronted(const quote_scan *q, const quote_verb *verb) {
  enum { LONGEST = 8 };
  size_t first = verb->first;
  while (first > q->sentence_first && verb->first - first < LONGEST && !quote_is_comma(q, first - 1)) first--;
  while (first < verb->first && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_HELPS)) first++;
  const isnad_phrase *opens = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  bool begins =
      first == q->sentence_first || !quote_is_kind(q, first - 1, ISNAD_TOKEN_WORD) || quote_has_word(q, first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  return begins && opens != NULL && (opens->cut == 0 || quote_links(q, opens)) && opens->count < verb->first - first;
}

/* "Published a statement | that announces that": what is written speaks for him who wrote it. */
static bool speaks_itself(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool present = word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH);
  const isnad_phrase *written = quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  return present && written != NULL && written->count == 1 && quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

/* "A resolution (object) | condemns": whatever is told of in the accusative is what the verb behind it belongs to. */
static bool is_accusative_noun(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool accusative = form.length >= 4 * WORD_LETTER && word_ends(form, LETTER_ALEF) && !word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  if (!accusative || quote_is_definite(q, at) || quote_is_small_word(q, at) || q->name_at[at - q->unit->first] > 0) return false;
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WRITTEN) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ADOPTED);
}

/* "When I spoke to X | he told me that": in the main clause behind such an opening. */
static bool answers_opening(const quote_scan *q, const quote_verb *verb) {
  size_t that = verb->last;
  const isnad_phrase *to = quote_word_at(q, that, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (to != NULL && to->cut == 0) that += to->count; /* "to me" */
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool present = word_letter_at(form, 0, LETTER_YEH) || (verb->form == FORM_FEMININE && word_letter_at(form, 0, LETTER_TEH));
  return !present && verb->form <= FORM_FEMININE && verb->row->sure == ISNAD_VERBS_SURE_YES && quote_is_that(q, that) &&
         quote_has_word(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_WHEN);
}

bool quote_may_go_on(const quote_scan *q, const quote_verb *verb) {
  if (verb->form <= FORM_PLURAL && (quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) || is_fronted(q, verb) || answers_opening(q, verb)))
    return true; /* "issued a statement | in which it said" */
  if (verb->form > FORM_PLURAL || verb->linked || verb->first == q->sentence_first || !quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD))
    return true;
  size_t before = verb->first - 1;
  if (is_accusative_noun(q, before) && !quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  quote_verb other; /* "he wrote | saying", in the present */
  if (speaks_itself(q, verb) || (quote_verb_at(q, before, &other) && other.form == verb->form && other.last == verb->first)) return true;
  static const isnad_quote_words_role opens[] = {ISNAD_QUOTE_WORDS_ROLE_HELPS, ISNAD_QUOTE_WORDS_ROLE_ASIDE,   ISNAD_QUOTE_WORDS_ROLE_THAT,
                                                 ISNAD_QUOTE_WORDS_ROLE_JOINS, ISNAD_QUOTE_WORDS_ROLE_LEAVES,  ISNAD_QUOTE_WORDS_ROLE_BREAKS,
                                                 ISNAD_QUOTE_WORDS_ROLE_VENUE, ISNAD_QUOTE_WORDS_ROLE_RELATIVE};
  for (size_t back = 0; back < 3 && before >= q->sentence_first + back; back++)
    for (size_t i = 0; i < sizeof opens / sizeof opens[0]; i++) {
      const isnad_phrase *word = quote_word_at(q, before - back, opens[i]);
      if (word != NULL && word->first + word->count == verb->first) return true;
      bool ends = opens[i] == ISNAD_QUOTE_WORDS_ROLE_LEAVES || opens[i] == ISNAD_QUOTE_WORDS_ROLE_BREAKS; /* "as also | he mentioned that" */
      if (ends && word != NULL && word->count > 1 && word->first + word->count == verb->last) return true;
    }
  return note_has_hit(q->unit, before, ISNAD_TABLE_MONTHS) || note_has_hit(q->unit, before, ISNAD_TABLE_WEEKDAYS);
}

/* What nobody in particular believes or wishes is no statement. */
bool quote_is_thought(const quote_verb *verb) {
  return verb->row->force == ISNAD_VERBS_FORCE_BELIEVES || verb->row->force == ISNAD_VERBS_FORCE_WISHES ||
         verb->row->force == ISNAD_VERBS_FORCE_EXPRESSES;
}

/* "That they | recognise": right behind a bare "that" the present is what should be, not what is said. */
bool quote_is_wished(const quote_scan *q, const quote_verb *verb) {
  if (verb->first == q->unit->first || verb->linked || verb->form > FORM_PLURAL) return false;
  const isnad_phrase *that = quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool present = word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH);
  const isnad_phrase *before = verb->first >= q->unit->first + 2 ? quote_word_at(q, verb->first - 2, ISNAD_QUOTE_WORDS_ROLE_LEAVES) : NULL;
  bool words = quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE) || quote_is_colon(q, verb->last) || quote_is_that(q, verb->last);
  if (before != NULL && before->first + before->count == verb->last && words) return false; /* "before he | adds "..."" */
  return that != NULL && present && word_ends(isnad_token_form(&q->s->page->tokens, verb->first - 1), LETTER_NOON);
}
