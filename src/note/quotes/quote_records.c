/* The records of a statement: direct speech, a reported statement, the quoted pieces inside it. */
#include "note/quotes/quote_said.h"

enum { CLAUSE = 4, LONGEST_PIECE = 60 };

static isnad_span span_of(const quote_scan *q, size_t first, size_t last) {
  return (isnad_span){quote_token(q, first)->span.begin, quote_token(q, last - 1)->span.end};
}

/* The first medium, platform or footage that the sentence cites besides the speaker himself. */
static int32_t carrier(const quote_scan *q, const quote_said *said, const quote_speaker *speaker) {
  for (size_t at = quote_reach_first(q, said->first), last = quote_reach_last(q, said->first); at < last; at++) {
    int32_t index = q->source_at[at - q->unit->first];
    if (index == 0) continue;
    const isnad_source_note *source = &q->s->sources[index - 1];
    bool carries = source->kind == ISNAD_SOURCE_AGENCY || source->kind == ISNAD_SOURCE_OUTLET || source->kind == ISNAD_SOURCE_SOCIAL ||
                   source->kind == ISNAD_SOURCE_FOOTAGE;
    if (carries && source->named.span.begin != speaker->span.begin) return index - 1;
  }
  return -1;
}

static isnad_quote_note note_of(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit) {
  isnad_quote_note note = {.entity = speaker->entity,
                           .canonical = speaker->canonical,
                           .speaker = speaker->span,
                           .implicit = implicit,
                           .anonymous = speaker->kind == SPEAKER_ANONYMOUS,
                           .addressee = said->addressee,
                           .via = carrier(q, said, speaker),
                           .rule = {"goes-on", ISNAD_TABLE_VERBS, 0}};
  if (verb != NULL) {
    note.verb = verb->span;
    note.rule = (isnad_rule){NULL, verb->row != NULL ? ISNAD_TABLE_VERBS : ISNAD_TABLE_TRIGGERS, verb->row_index};
  }
  return note;
}

/* "«... the boat ‘dolphin’": the mark closes an inner pair. */
static bool closes_inner(const quote_scan *q, size_t first, size_t at) {
  for (size_t i = quote_pair_from(q, first); i < q->pair_count && q->pairs[i].open < at; i++)
    if (q->pairs[i].close == at && q->pairs[i].opened_here) return true;
  return false;
}

/* White space and stops stay inside the marks; line breaks do not. */
static void add_pair(quote_scan *q, isnad_quote_note note, const quote_pair *pair, isnad_quote_mode mode) {
  size_t first = pair->opened_here ? pair->open + 1 : pair->open, last = pair->close;
  while (first < last && quote_token(q, first)->kind == ISNAD_TOKEN_LINE) first++;
  while (last > first && (quote_token(q, last - 1)->kind == ISNAD_TOKEN_LINE ||
                          (quote_token(q, last - 1)->kind == ISNAD_TOKEN_QUOTE && !closes_inner(q, first, last - 1))))
    last--;
  if (first >= last) return;
  note.span = span_of(q, first, last);
  note.mode = mode;
  q->pairs[pair - q->pairs].used = true;
  note_add_quote(q->s, &note);
}

/* A verb that takes a thing ("condemned") has a piece of its clause behind it, not words as they were spoken. */
static bool takes_thing(const quote_verb *verb) {
  if (verb == NULL || verb->row == NULL || (verb->form > FORM_PLURAL && verb->form != FORM_PARTICIPLE)) return false;
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_WRITES:
  case ISNAD_VERBS_FORCE_TELLS:
  case ISNAD_VERBS_FORCE_ANSWERS:
  case ISNAD_VERBS_FORCE_ASKS:
  case ISNAD_VERBS_FORCE_CARRIES:
  case ISNAD_VERBS_FORCE_EXPLAINS:
    return false;
  default:
    return true;
  }
}

/* Whoever condemns, rejects or welcomes has a thing in the marks, no clause. */
static bool judges(const quote_verb *verb) {
  if (verb == NULL || verb->row == NULL || verb->form > FORM_PLURAL) return false;
  isnad_verbs_force force = verb->row->force;
  return force == ISNAD_VERBS_FORCE_CONDEMNS || force == ISNAD_VERBS_FORCE_REJECTS || force == ISNAD_VERBS_FORCE_DENIES ||
         force == ISNAD_VERBS_FORCE_WELCOMES;
}

/* The preposition that a verb takes, alone or as a proclitic. */
static bool begins_governed(const quote_scan *q, const quote_verb *verb, size_t at) {
  bool cut = isnad_arabic_proclitics(isnad_token_form(&q->s->page->tokens, at)) > 0;
  switch (verb->row->also) {
  case ISNAD_VERBS_ALSO_AN:
    return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  case ISNAD_VERBS_ALSO_ALA:
  case ISNAD_VERBS_ALSO_OBJECT_ALA:
    return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON);
  case ISNAD_VERBS_ALSO_ILA:
  case ISNAD_VERBS_ALSO_OBJECT_ILA:
    return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TO);
  case ISNAD_VERBS_ALSO_MIN:
    return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF);
  case ISNAD_VERBS_ALSO_LI:
    return cut && quote_starts(q, at, LETTER_LAM);
  case ISNAD_VERBS_ALSO_NONE:
    return cut && quote_starts(q, at, LETTER_LAM); /* "saw in it a chance | "for clearing ..."" */
  default:
    return cut && quote_starts(q, at, LETTER_BEH);
  }
}

/* "A wide attack on stations", according to X: marks in mid-sentence, a word before them. */
static bool is_cited_piece(const quote_scan *q, const quote_verb *verb, const quote_pair *pair) {
  if (verb == NULL || verb->row != NULL || !pair->opened_here || pair->open <= q->sentence_first) return false;
  size_t at = verb->last; /* "according to the statement | "...": the words begin the sentence */
  while (at < pair->open && quote_is_kind(q, at, ISNAD_TOKEN_WORD)) at++;
  if (at == pair->open && verb->first < at && quote_pair_words(q, pair) > CLAUSE) return false;
  bool cause = quote_is_comma(q, pair->open - 1) && quote_has_word(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_CAUSE); /* ", "in answer to" */
  return cause || (quote_is_kind(q, pair->open - 1, ISNAD_TOKEN_WORD) && quote_token(q, pair->open - 1)->length > WORD_LETTER); /* not "and" */
}

/* Speech is a clause, or stands alone; a word or two in a sentence that goes on are a piece of it. */
static isnad_quote_mode mode_of(const quote_scan *q, const quote_verb *verb, const quote_pair *pair) {
  size_t behind = pair->close + 1;
  bool colon = pair->opened_here && pair->open > q->unit->first && quote_is_colon(q, pair->open - 1);
  bool that = pair->open > q->unit->first &&
              (quote_has_word(q, pair->open - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_has_word(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_THAT));
  if (pair->opened_here && !colon && !that && (is_cited_piece(q, verb, pair) || (takes_thing(verb) && begins_governed(q, verb, pair->open + 1))))
    return ISNAD_QUOTE_FRAGMENT;
  bool purpose = takes_thing(verb) && quote_starts(q, pair->open + 1, LETTER_LAM) && quote_is_noun_behind(q, pair->open + 1, WORD_LETTER);
  if (purpose && pair->opened_here && !colon && !that) return ISNAD_QUOTE_FRAGMENT; /* "asked for a meeting | "to discuss it"" */
  isnad_slice first = isnad_token_form(&q->s->page->tokens, pair->open + 1);
  bool we = first.length >= 4 * WORD_LETTER && word_ends_in(first, LETTER_NOON, LETTER_ALEF); /* "we explained our demands" */
  if (we && pair->opened_here && !takes_thing(verb)) return ISNAD_QUOTE_DIRECT;
  if (pair->opened_here && !colon && !that && judges(verb) && quote_is_kind(q, pair->open - 1, ISNAD_TOKEN_WORD)) return ISNAD_QUOTE_FRAGMENT;
  bool thing = pair->opened_here && !colon && !that && verb != NULL && takes_thing(verb) && quote_pair_words(q, pair) < CLAUSE;
  if (thing && quote_is_noun(q, pair->open + 1)) return ISNAD_QUOTE_FRAGMENT; /* "expects | "Iranian strikes"" */
  bool noun = pair->opened_here && !colon && !that && takes_thing(verb) && quote_has_word(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT) &&
              !quote_is_small_word(q, pair->open + 1) && quote_pair_words(q, pair) <= LONGEST_PIECE;
  if (noun) return ISNAD_QUOTE_FRAGMENT; /* "affirmed | "the sending of missiles"" */
  bool called = verb != NULL && verb->row != NULL && verb->row->force == ISNAD_VERBS_FORCE_DEMANDS && pair->opened_here && !colon && !that;
  if (called && quote_is_definite(q, pair->open + 1)) return ISNAD_QUOTE_FRAGMENT; /* "calling on | "the citizens to save water"" */
  bool word = q->unit->headline && quote_pair_words(q, pair) == 1 && quote_is_noun(q, pair->open + 1); /* "the president: "cowards"" */
  if (quote_pair_words(q, pair) >= CLAUSE || (colon && !word)) return ISNAD_QUOTE_DIRECT;
  if (colon) return ISNAD_QUOTE_FRAGMENT;
  return quote_is_kind(q, behind, ISNAD_TOKEN_WORD) ? ISNAD_QUOTE_FRAGMENT : ISNAD_QUOTE_DIRECT;
}

/* Further quoted words of the same breath: «...» and «...». */
static void add_following(quote_scan *q, const isnad_quote_note *note, const quote_verb *verb, const quote_pair *pair) {
  for (size_t at = pair->close + 1; at < q->unit->last;) {
    bool link = quote_is_comma(q, at) || quote_is_mark(q, at, ".") || word_is_letter(isnad_token_form(&q->s->page->tokens, at), LETTER_WAW);
    bool turn = quote_is_comma(q, at - 1) && quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE) && quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS);
    link = link || turn; /* "...", but "..." */
    const quote_pair *next = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (next == NULL && !link) return;
    if (next != NULL) {
      if (next->used || quote_pair_is_name(q, next)) return;
      add_pair(q, *note, next, mode_of(q, verb, next));
      at = next->close;
    }
    at++;
  }
}

/* Inside a report a quoted clause behind "that" or "because" is speech, anything else a piece. */
static isnad_quote_mode mode_of_piece(const quote_scan *q, const quote_pair *pair) {
  bool clause = quote_pair_words(q, pair) > CLAUSE && pair->open > q->unit->first;
  if (!clause || quote_is_predicate(q, pair->open - 1, pair) || quote_has_subject_before(q, pair->open - 1, pair)) return ISNAD_QUOTE_FRAGMENT;
  bool that = quote_has_word(q, pair->open - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_has_word(q, pair->open - 1, ISNAD_QUOTE_WORDS_ROLE_JOINS);
  const isnad_phrase *must = pair->open > q->unit->first + 1 ? quote_word_at(q, pair->open - 2, ISNAD_QUOTE_WORDS_ROLE_JOINS) : NULL;
  isnad_slice wishes = must != NULL ? isnad_token_form(&q->s->page->tokens, pair->open - 2) : isnad_slice_of("");
  bool wish = must != NULL && must->count == 2 && quote_token(q, pair->open - 1)->length == 2 * WORD_LETTER &&
              (word_letter_at(wishes, 0, LETTER_YEH) || word_letter_at(wishes, 0, LETTER_TEH));
  if (wish) return ISNAD_QUOTE_FRAGMENT; /* "that we must | "join our efforts"" */
  bool goes_on = quote_is_kind(q, pair->close + 1, ISNAD_TOKEN_WORD) && !quote_has_word(q, pair->close + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  bool within = quote_has_word(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION); /* "that it, "in the course of ...", came" */
  bool bare = word_ends(isnad_token_form(&q->s->page->tokens, pair->open - 1), LETTER_NOON);
  return that && !(goes_on && (within || !bare)) ? ISNAD_QUOTE_DIRECT : ISNAD_QUOTE_FRAGMENT;
}

/* Sentences of their own inside the marks: no predicate. */
static bool holds_stop(const quote_scan *q, const quote_pair *pair) {
  for (size_t at = pair->open + 1; at + 1 < pair->close; at++)
    if (quote_is_mark(q, at, ".") && !quote_is_mark(q, at + 1, ".")) return true;
  return false;
}

void quote_add_pieces(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit, size_t first,
                      size_t last) {
  if (q->unit->headline && said->bare && verb != NULL && verb->row != NULL && verb->row->force == ISNAD_VERBS_FORCE_DENIES)
    return; /* "the Kremlin denies "American" charges": what is denied is another's */
  isnad_quote_note note = note_of(q, verb, said, speaker, implicit);
  bool called = verb != NULL && verb->row != NULL && verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES; /* a predicate is no clause */
  size_t behind = first;
  for (size_t i = quote_pair_from(q, first); i < q->pair_count; i++) {
    const quote_pair *pair = &q->pairs[i];
    if (pair->open < behind || !pair->opened_here) continue;
    if (pair->open >= last) return;
    isnad_quote_mode mode = called && !holds_stop(q, pair) ? ISNAD_QUOTE_FRAGMENT : mode_of_piece(q, pair);
    if (!pair->used && pair->close <= last && !quote_pair_is_name(q, pair)) add_pair(q, note, pair, mode);
    behind = pair->close;
  }
}

void quote_add(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit) {
  isnad_quote_note note = note_of(q, verb, said, speaker, implicit);
  if (verb != NULL && verb->row != NULL) source_add_speaker(q, verb, speaker, implicit);
  if (said->pair != NULL) {
    if (said->pair->used) return;
    add_pair(q, note, said->pair, mode_of(q, verb, said->pair));
    add_following(q, &note, verb, said->pair);
    return;
  }
  if (said->last <= said->first + 1 && quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_THAT)) return; /* "that", and a stray mark behind it */
  note.span = span_of(q, said->first, said->last);
  if (said->cut > 0) note.span.begin = isnad_token_source(&q->s->page->tokens, said->first, said->cut);
  note.mode = quote_is_own_words(q, verb, said) ? ISNAD_QUOTE_DIRECT : ISNAD_QUOTE_INDIRECT;
  note_add_quote(q->s, &note);
}
